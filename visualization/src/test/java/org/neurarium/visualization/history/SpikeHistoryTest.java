package org.neurarium.visualization.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.ElementId;

class SpikeHistoryTest {

  private static final ElementId A = new ElementId("a");
  private static final ElementId B = new ElementId("b");

  private record Spike(long step, int source, int neuron) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void windowsGiveExactlyTheSpikesThatBruteForceFinds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SpikeHistory history = new SpikeHistory(14);
    int a = history.number(A);
    int b = history.number(B);
    List<Spike> all = new ArrayList<>();
    long step = 0;
    for (int i = 0; i < 40_000; i++) {
      step += random.nextInt(3);
      Spike spike = new Spike(step, random.nextBoolean() ? a : b, random.nextInt(100));
      all.add(spike);
      history.add(spike.step, spike.source, spike.neuron);
    }
    assertTrue(history.dropped() > 0, "the bound was reached");
    assertEquals(all.size(), history.size() + history.dropped());
    List<Spike> kept = all.subList(all.size() - history.size(), all.size());
    assertEquals(kept.getFirst().step, history.firstStep());
    for (int trial = 0; trial < 50; trial++) {
      long from = random.nextLong(step);
      long to = from + random.nextLong(5000);
      List<Spike> found = new ArrayList<>();
      history.forEach(from, to, (s, source, neuron) -> found.add(new Spike(s, source, neuron)));
      assertEquals(kept.stream().filter(s -> s.step >= from && s.step < to).toList(), found);
      assertEquals(found.size(), history.count(from, to));
      assertEquals(
          found.stream().filter(s -> s.source == b).count(), history.of(B, from, to).size());
    }
  }

  @Test
  void forgetsTheFutureWhenTimeGoesBack() {
    SpikeHistory history = new SpikeHistory(12);
    int a = history.number(A);
    for (long step = 0; step < 100; step++) history.add(step, a, 0);
    history.forgetFrom(40);
    assertEquals(40, history.size());
    assertEquals(39, history.lastStep());
    history.add(40, a, 7);
    assertEquals(7, history.of(A, 40, 41).neurons()[0]);
  }
}
