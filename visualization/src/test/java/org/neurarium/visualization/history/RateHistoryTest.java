package org.neurarium.visualization.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RateHistoryTest {

  @Test
  void keepsEverySpikeWhileItsBinsGrow() {
    RateHistory history = new RateHistory(16, 10);
    for (long step = 0; step < 10_000; step += 5) history.add(step);
    history.reach(10_240);
    long sum = 0;
    for (int i = 0; i < history.size(); i++) sum += history.count(i);
    assertEquals(2000, sum);
    assertEquals(history.stepsPerBin() / 5, history.count(0));
  }

  @Test
  void startsFineAgainAfterAReset() {
    RateHistory history = new RateHistory(16, 10);
    history.add(100_000);
    history.forgetFrom(0);
    assertEquals(10, history.stepsPerBin());
    history.add(15);
    history.reach(30);
    assertEquals(3, history.size());
    assertEquals(1, history.count(1));
  }
}
