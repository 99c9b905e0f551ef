package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Wiring;
import org.neurarium.engine.measure.SpikeLog;
import org.neurarium.engine.measure.SpikeTrains;

/// Poisson sources within the reference's bands, for a fixed list of seeds.
class PoissonTest {

  private static final double Z = 3.9; // two-sided 99.99 %

  private static Sketch sources(int n, double hertz, double dt, long seed) {
    return new Sketch()
        .dt(dt)
        .seed(seed)
        .stimulus("source", n, new Signal.Poisson(Sketch.value(hertz + " Hz")));
  }

  private static int count(double hertz, double seconds, double dt, long seed) {
    try (Simulation simulation = sources(1, hertz, dt, seed).build()) {
      return Spikes.during(simulation, Math.round(seconds * 1000 / dt)).all().size();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void countsLieInTheBandsOfTheReference(long seed) {
    Csv bands = Csv.read("poisson_statistics/bands.csv");
    for (int k = 0; k < bands.size(); k++) {
      if (bands.number(k, "T_s") > 10) continue;
      double rate = bands.number(k, "rate_Hz");
      int found = count(rate, bands.number(k, "T_s"), bands.number(k, "dt_ms"), seed);
      double least = bands.number(k, "count_lo_99.9_poisson");
      double most = bands.number(k, "count_hi_99.9_poisson");
      assertTrue(
          found >= least && found <= most,
          rate + " Hz: " + found + " is not in " + least + ".." + most);
    }
  }

  @ParameterizedTest(name = "{0} Hz at dt = {1} ms")
  @CsvSource({"20,0.1", "2000,0.1", "20000,0.1", "8000,1"})
  void keepTheVarianceOfPoissonCountsAtEveryRate(double rate, double dt) {
    int n = 400;
    try (Simulation simulation = sources(n, rate, dt, 7).build()) {
      Spikes spikes = Spikes.during(simulation, Math.round(200 / dt));
      double[] counts = new double[n];
      for (Spikes.Spike s : spikes.all()) counts[s.neuron()]++;
      double expected = rate * 0.2;
      double mean = 0;
      for (double c : counts) mean += c / n;
      double variance = 0;
      for (double c : counts) variance += (c - mean) * (c - mean) / (n - 1);
      assertEquals(expected, mean, Z * Math.sqrt(expected / n));
      assertEquals(1, variance / mean, Z * Math.sqrt(2.0 / (n - 1) + 1 / (n * expected)));
    }
  }

  @Test
  void intervalsAreExponentialAndIndependent() {
    SpikeLog log = new SpikeLog();
    try (Simulation simulation = sources(100, 50, 0.1, 3).build()) {
      simulation.sendSpikesTo(log);
      simulation.advance(100_000);
      SpikeTrains trains =
          SpikeTrains.of(
              log, simulation.observation().directory().entries().getFirst(), 0.1, 0, 10_000);
      double n = trains.spikes();
      assertEquals(1, trains.cvIsi(), Z / Math.sqrt(n) + 100.0 / n);
      assertEquals(1, trains.localVariation(), 0.03);
      assertEquals(0, trains.pairCorrelation(5, 100), Z / Math.sqrt(2000 * 4950.0));
      assertEquals(1, trains.fano(5), Z * Math.sqrt(2.0 / 2000));
    }
  }

  @Test
  void trainsDependOnTheSeedAndOnNothingElse() {
    List<List<Spikes.Spike>> runs = new ArrayList<>();
    for (long seed : new long[] {1, 1, 2})
      try (Simulation simulation = sources(10, 100, 0.1, seed).build()) {
        runs.add(Spikes.during(simulation, 2000).all());
      }
    assertEquals(runs.get(0), runs.get(1));
    assertNotEquals(runs.get(0), runs.get(2));
  }

  @Test
  void actFromTheirStartUntilTheirStop() {
    Sketch sketch =
        new Sketch()
            .stimulus(
                "source",
                50,
                new Signal.Poisson(Sketch.value("5000 Hz")),
                Sketch.quantity("10 ms"),
                Sketch.quantity("20 ms"));
    try (Simulation simulation = sketch.build()) {
      List<Spikes.Spike> spikes = Spikes.during(simulation, 400).all();
      assertEquals(101, spikes.getFirst().step());
      assertEquals(200, spikes.getLast().step());
    }
  }

  /// Campbell's theorem for exponential currents into a leaky membrane that never fires.
  @ParameterizedTest(name = "background {0}")
  @ValueSource(booleans = {true, false})
  void shakeAMembraneAsCampbellSays(boolean background) {
    int n = 200;
    double rate = 2; // per ms
    double w = 30;
    double tauM = 10;
    double tauS = 2;
    double c = 250;
    Sketch sketch =
        new Sketch()
            .seed(5)
            .population(
                "cells",
                n,
                "lif_exp_psc",
                Sketch.values(
                    "C_m",
                    "250 pF",
                    "tau_m",
                    "10 ms",
                    "E_L",
                    "-70 mV",
                    "V_th",
                    "1000 mV",
                    "tau_syn_ex",
                    "2 ms"),
                Map.of());
    if (background)
      sketch
          .stimulus("noise", 1, new Signal.PoissonBackground(Sketch.quantity("2000 Hz")))
          .connect("noise", "cells", "ex", new Wiring.AllToAll(), "30 pA", "1 ms");
    else
      sketch
          .stimulus("noise", n, new Signal.Poisson(Sketch.value("2000 Hz")))
          .connect("noise", "cells", "ex", new Wiring.OneToOne(), "30 pA", "1 ms");
    try (Simulation simulation = sketch.build()) {
      simulation.advance(1000);
      int samples = 100;
      double sum = 0;
      double squares = 0;
      for (int k = 0; k < samples; k++) {
        simulation.advance(300); // 30 ms: three time constants
        for (double v : simulation.state(Sketch.id("cells"), "V_m").orElseThrow()) {
          sum += v + 70;
          squares += (v + 70) * (v + 70);
        }
      }
      double mean = sum / (samples * n);
      double variance = squares / (samples * n) - mean * mean;
      double expectedMean = w / c * tauS * tauM * rate;
      double expectedVariance =
          w / c * (w / c) * tauS * tauS * tauM * tauM / (2 * (tauM + tauS)) * rate;
      double independent = samples * n * 0.8;
      assertEquals(expectedMean, mean, Z * Math.sqrt(expectedVariance / independent));
      // The grid counts an arrival up to one step late; that costs about dt/(2·tau_s) of the
      // current's variance.
      assertEquals(
          expectedVariance, variance, expectedVariance * (Z * Math.sqrt(2 / independent) + 0.03));
    }
  }
}
