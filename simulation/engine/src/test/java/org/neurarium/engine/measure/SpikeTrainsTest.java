package org.neurarium.engine.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.engine.observe.NeuronDirectory;

class SpikeTrainsTest {

  private static final double DT = 0.1;

  private static NeuronDirectory.Entry neurons(int n) {
    return new NeuronDirectory.Entry(new ElementId("p"), 0, n);
  }

  /// Trains from a function of step and neuron, over 10 s.
  private interface Rule {
    boolean fires(int step, int neuron);
  }

  private static SpikeTrains trains(int n, Rule rule) {
    SpikeLog log = new SpikeLog();
    int[] fired = new int[n];
    for (int step = 1; step <= 100_000; step++) {
      int count = 0;
      for (int i = 0; i < n; i++) if (rule.fires(step, i)) fired[count++] = i;
      if (count > 0) log.spikes(step, fired, count);
    }
    return SpikeTrains.of(log, neurons(n), DT, 0, 10_000);
  }

  @Test
  void clockworkIsRegular() {
    SpikeTrains trains = trains(3, (step, neuron) -> step % 200 == 20 * neuron);
    assertEquals(50, trains.rate(), 1e-9);
    assertEquals(0, trains.cvIsi(), 1e-12);
    assertEquals(0, trains.localVariation(), 1e-12);
  }

  @Test
  void randomTrainsAreIrregularAndIndependent() {
    Random random = new Random(4);
    SpikeTrains trains = trains(50, (_, _) -> random.nextDouble() < 0.005);
    assertEquals(50, trains.rate(), 1.5);
    assertEquals(1, trains.cvIsi(), 0.03);
    assertEquals(1, trains.localVariation(), 0.05);
    assertEquals(1, trains.fano(1), 0.06);
    assertEquals(0, trains.pairCorrelation(5, 50), 0.005);
  }

  @Test
  void identicalTrainsAreFullyCorrelatedAndSynchronous() {
    Random random = new Random(5);
    boolean[] all = new boolean[100_001];
    for (int s = 0; s < all.length; s++) all[s] = random.nextDouble() < 0.005;
    SpikeTrains trains = trains(20, (step, _) -> all[step]);
    assertEquals(1, trains.pairCorrelation(5, 20), 1e-9);
    assertEquals(20, trains.fano(1), 1.5);
  }

  @Test
  void alternatingIntervalsHaveTheirKnownVariation() {
    // Intervals of 100 and 300 steps in turn: CV is 0.5 (times sqrt(n/(n-1))), LV is 3·(200/400)² =
    // 0.75.
    SpikeTrains trains = trains(1, (step, _) -> step % 400 == 0 || step % 400 == 100);
    assertEquals(0.5, trains.cvIsi(), 0.002);
    assertEquals(0.75, trains.localVariation(), 1e-9);
  }

  @Test
  void aWindowHasItsLastInstantButNotItsFirst() {
    SpikeLog log = new SpikeLog();
    for (int step : new int[] {10, 11, 20, 21}) log.spikes(step, new int[] {0}, 1);
    assertEquals(2, SpikeTrains.of(log, neurons(1), DT, 1, 2).spikes());
  }

  @Test
  void onlyTheChosenNeuronsCount() {
    SpikeLog log = new SpikeLog();
    log.spikes(10, new int[] {0, 2}, 2);
    log.spikes(20, new int[] {1, 2}, 2);
    log.spikes(60, new int[] {2}, 1);
    NeuronSelection chosen = NeuronSelection.parse("2, 0").orElseThrow();
    SpikeTrains trains = SpikeTrains.of(log, neurons(4), chosen, DT, 0, 10);
    assertEquals(2, trains.neurons());
    assertEquals(4, trains.spikes());
    assertEquals(200, trains.rate(), 1e-9);
    assertEquals(2.5, trains.meanTime(), 1e-9);
    assertEquals(Math.sqrt((1.5 * 1.5 * 2 + 0.5 * 0.5 + 3.5 * 3.5) / 3), trains.timeSpread(), 1e-9);
    assertEquals(6, trains.lastTime(), 1e-9);
    assertEquals(0.5, trains.distanceTo(new double[] {6.5, 1, 1, 2}), 1e-9);
    assertEquals(Double.POSITIVE_INFINITY, trains.distanceTo(new double[] {1}));
  }

  @Test
  void silenceHasNoTime() {
    SpikeTrains trains = trains(1, (_, _) -> false);
    assertTrue(Double.isNaN(trains.meanTime()));
    assertTrue(Double.isNaN(trains.timeSpread()));
    assertTrue(Double.isNaN(trains.lastTime()));
    assertTrue(Double.isNaN(trains.fano(1)));
    assertEquals(0, trains.distanceTo(new double[0]));
  }

  @Test
  void tooFewIntervalsGiveNoIrregularity() {
    SpikeTrains trains = trains(1, (step, _) -> step % 10_000 == 0);
    assertTrue(Double.isNaN(trains.cvIsi()));
    assertEquals(0, trains.neuronsWithIntervals());
  }

  @Test
  void theHashTellsRunsApart() {
    NeuronDirectory directory = new NeuronDirectory(List.of(neurons(4)));
    SpikeHash one = new SpikeHash(directory);
    SpikeHash two = new SpikeHash(directory);
    SpikeHash three = new SpikeHash(directory);
    one.spikes(3, new int[] {1, 2}, 2);
    two.spikes(3, new int[] {1}, 1);
    two.spikes(3, new int[] {2}, 1);
    three.spikes(4, new int[] {1, 2}, 2);
    String hash = one.finish();
    assertEquals(64, hash.length());
    assertEquals(hash, two.finish());
    assertNotEquals(hash, three.finish());
  }
}
