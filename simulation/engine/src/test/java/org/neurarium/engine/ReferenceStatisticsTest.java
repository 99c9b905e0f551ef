package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.engine.measure.SpikeLog;
import org.neurarium.engine.measure.SpikeTrains;
import org.neurarium.engine.observe.NeuronDirectory;

/// Whole networks against the statistics that three other simulators agree on, over five seeds.
class ReferenceStatisticsTest {

  private static final int SEEDS = 5;

  /// Brunel's network with 1,250 neurons (doi:10.1023/A:1008925309027, scaled).
  static Sketch brunel(double j, double g, double eta, long seed) {
    Map<String, Value> neuron =
        Sketch.values(
            "tau_m", "20 ms", "C_m", "200 pF", "E_L", "0 mV", "V_th", "20 mV", "V_reset", "10 mV",
            "t_ref", "2 ms");
    Map<String, Value> start =
        Map.of("V_m", new Value.Uniform(Sketch.quantity("0 mV"), Sketch.quantity("20 mV")));
    String excite = j + " mV";
    String inhibit = -g * j + " mV";
    Sketch sketch =
        new Sketch()
            .seed(seed)
            .population("E", 1000, "lif_delta", neuron, start)
            .population("I", 250, "lif_delta", neuron, start)
            .stimulus(
                "outside",
                1,
                new Signal.PoissonBackground(Sketch.quantity(eta * 20 / (j * 20) * 1000 + " Hz")));
    for (String to : new String[] {"E", "I"})
      sketch
          .connect("E", to, "delta", new Wiring.FixedInDegree(100), excite, "1.5 ms")
          .connect("I", to, "delta", new Wiring.FixedInDegree(25), inhibit, "1.5 ms")
          .connect("outside", to, "delta", new Wiring.AllToAll(), excite, "1.5 ms");
    return sketch;
  }

  /// The statistics of each seed's run; seeds run side by side, each on one thread.
  private static Map<String, double[]> measure(LongFunction<Simulation> network, double end) {
    List<Map<String, Double>> runs =
        LongStream.rangeClosed(1, SEEDS)
            .parallel()
            .mapToObj(seed -> statistics(network.apply(seed), end))
            .toList();
    Map<String, double[]> values = new LinkedHashMap<>();
    for (String name : runs.getFirst().keySet())
      values.put(
          name, runs.stream().mapToDouble(run -> Objects.requireNonNull(run.get(name))).toArray());
    return values;
  }

  private static Map<String, Double> statistics(Simulation built, double end) {
    SpikeLog log = new SpikeLog();
    try (Simulation simulation = built) {
      simulation.sendSpikesTo(log);
      simulation.advance(Math.round(end / simulation.dt()));
      List<NeuronDirectory.Entry> entries = simulation.observation().directory().entries();
      SpikeTrains e = SpikeTrains.of(log, entries.get(0), simulation.dt(), 500, end);
      SpikeTrains i = SpikeTrains.of(log, entries.get(1), simulation.dt(), 500, end);
      return Map.of(
          "rate_E_Hz", e.rate(),
          "rate_I_Hz", i.rate(),
          "CV_ISI_E", e.cvIsi(),
          "LV_E", e.localVariation(),
          "F_pop_1ms", e.fano(1),
          "mean_pair_corr_5ms", e.pairCorrelation(5, 200));
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }

  /// Accepts a mean within four combined standard errors of the reference, or within a hard limit.
  ///
  /// @param limit relative where above 0, absolute where below
  private static void check(
      Csv summary, String state, String statistic, Map<String, double[]> all, double limit) {
    double[] own = Objects.requireNonNull(all.get(statistic));
    for (int row = 0; row < summary.size(); row++) {
      if (!summary.text(row, "state").equals(state)
          || !summary.text(row, "statistic").equals(statistic)) continue;
      double reference = summary.number(row, "mean_C_dt0.1");
      double sd = summary.number(row, "sd_C_dt0.1");
      double errors =
          4 * Math.sqrt(sd * sd / summary.number(row, "n_C_dt0.1") + variance(own) / own.length);
      double tolerance = Math.max(errors, limit < 0 ? -limit : limit * reference);
      assertTrue(
          Math.abs(mean(own) - reference) <= tolerance,
          () ->
              state
                  + " "
                  + statistic
                  + " "
                  + mean(own)
                  + " is not "
                  + reference
                  + " ± "
                  + tolerance);
      return;
    }
    throw new AssertionError("no reference for " + state + " " + statistic);
  }

  @ParameterizedTest(name = "{0}, seeds 1 to 5")
  @CsvSource({
    "SR,0.3,3,2,0.02,3000",
    "SI_fast,0.3,8,4,0.02,3000",
    "AI,0.3,12,1.2,0.05,3000",
    "SI_slow,0.3,4.5,0.9,0.05,3000",
    "nominal_J0.1,0.1,5,2,0.02,3000"
  })
  void brunelsNetworkIsInTheStateOfTheReference(
      String state, double j, double g, double eta, double rateLimit, double end) {
    Csv summary = Csv.read("brunel_stats/summary.csv");
    Map<String, double[]> own = measure(seed -> brunel(j, g, eta, seed).build(1), end);
    check(summary, state, "rate_E_Hz", own, rateLimit);
    check(summary, state, "rate_I_Hz", own, rateLimit);
    // A refractory time wrong by one step would move this rate by 2.5 %.
    if (state.equals("SR")) check(summary, state, "rate_E_Hz", own, 0.003);
    check(summary, state, "CV_ISI_E", own, -0.03);
    check(summary, state, "LV_E", own, -0.03);
    check(summary, state, "F_pop_1ms", own, 0.25);
    check(summary, state, "mean_pair_corr_5ms", own, 0.25);
  }

  @ParameterizedTest(name = "{0}, seeds 1 to 5")
  @CsvSource({"CUBA,cuba,0.15,-0.05", "COBA,coba,0.2,-0.15"})
  void vogelsAndAbbottsNetworkSustainsItself(
      String state, String project, double rateLimit, double cvLimit) {
    Csv summary = Csv.read("cuba_coba_vogels_abbott/summary.csv");
    Map<String, double[]> own = measure(seed -> BenchmarkProjects.build(project, seed), 3500);
    check(summary, state, "rate_E_Hz", own, rateLimit);
    check(summary, state, "rate_I_Hz", own, rateLimit);
    check(summary, state, "CV_ISI_E", own, cvLimit);
    check(summary, state, "LV_E", own, -0.1);
    check(summary, state, "F_pop_1ms", own, 0.25);
  }
}
