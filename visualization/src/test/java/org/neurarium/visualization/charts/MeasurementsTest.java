package org.neurarium.visualization.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.visualization.MadeUpRun.MadeUpWeights;
import org.neurarium.visualization.charts.ChartData.Intervals;
import org.neurarium.visualization.charts.ChartData.Rates;
import org.neurarium.visualization.charts.ChartData.Weights;
import org.neurarium.visualization.charts.Measurements.Train;
import org.neurarium.visualization.colour.PlotTheme.Role;
import org.neurarium.visualization.history.SpikeHistory.Spikes;

class MeasurementsTest {

  private static final double DT = 0.1;

  private static Train train(int size, List<long[]> spikes) {
    long[] steps = spikes.stream().mapToLong(s -> s[0]).toArray();
    int[] neurons = spikes.stream().mapToInt(s -> (int) s[1]).toArray();
    return new Train("E", Role.EXCITATORY, size, new Spikes(steps, neurons));
  }

  private static Train clockwork(int size, int every, int steps) {
    List<long[]> spikes = new ArrayList<>();
    for (int step = every; step <= steps; step += every)
      for (int n = 0; n < size; n++) spikes.add(new long[] {step, n});
    return train(size, spikes);
  }

  @Test
  void clockworkHasItsRateAndACvOfZero() {
    Train train = clockwork(5, 200, 20_000); // 50 Hz
    Rates rates = Measurements.rates(List.of(train), DT, 0, 20_000);
    assertEquals(50, Arrays.stream(rates.bins().getFirst().y()).average().orElseThrow(), 1);
    assertEquals(50, rates.smooth().getFirst().y()[100], 3);
    Intervals intervals = Measurements.intervals(List.of(train), DT);
    assertEquals("CV 0.00", intervals.lines().getFirst().note());
    double[] density = intervals.lines().getFirst().y();
    assertEquals(
        1, Arrays.stream(density).filter(d -> d > 0).count(), "all intervals are in one bin");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void poissonTrainsHaveACvOfAboutOneAndAnExponentialHistogram(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<long[]> spikes = new ArrayList<>();
    for (long step = 1; step <= 200_000; step++)
      for (int n = 0; n < 20; n++)
        if (random.nextDouble() < 0.004) spikes.add(new long[] {step, n});
    Train train = train(20, spikes);
    assertEquals(1, Measurements.cv(Measurements.intervalsByNeuron(train, DT)), 0.03);
    Intervals intervals = Measurements.intervals(List.of(train), DT);
    double[] density = intervals.lines().getFirst().y();
    double mass = Arrays.stream(density).sum() * intervals.bin();
    assertTrue(mass > 0.97 && mass <= 1 + 1e-9, "mass " + mass);
    assertEquals(0.04, density[0], 0.006); // rate 40 Hz: density at 0 is 0.04 per ms
  }

  @Test
  void tooFewIntervalsGiveNoCv() {
    Intervals intervals = Measurements.intervals(List.of(clockwork(3, 100, 500)), DT);
    assertEquals("too few spikes for a CV", intervals.lines().getFirst().note());
    assertTrue(Measurements.intervals(List.of(train(3, List.of())), DT).isEmpty());
  }

  @Test
  void smoothingKeepsAConstantAndTheMean() {
    double[] flat = new double[50];
    Arrays.fill(flat, 7);
    for (double y : Measurements.smoothed(flat)) assertEquals(7, y, 1e-12);
  }

  @Test
  void everySampledWeightIsInOneBin() {
    Weights weights = Measurements.weights("p", new MadeUpWeights(50, 40));
    assertEquals(2000, Arrays.stream(weights.counts()).sum());
    assertEquals(2000, weights.sampled());
    assertTrue(weights.caption().startsWith("All 2 000 synapses"), weights.caption());
  }

  @Test
  void writesItsNumbersWithUnits() throws Exception {
    StringBuilder csv = new StringBuilder();
    Measurements.rates(List.of(clockwork(5, 200, 20_000)), DT, 0, 20_000).write(csv);
    assertTrue(
        csv.toString().startsWith("bin_middle_ms,population,rate_Hz,smoothed_rate_Hz\n"),
        csv.substring(0, 60));
    assertEquals(201, csv.toString().lines().count());
  }
}
