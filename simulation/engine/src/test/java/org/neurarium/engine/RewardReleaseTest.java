package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.World;
import org.neurarium.circuits.units.Quantity;

/// What worlds release: rewards, and the error of a prediction as temporal difference learning has it. And that nothing that is under way is lost when a network is
/// built anew.
class RewardReleaseTest {

  private static final double AMOUNT = 0.5;
  private static final int CUE = 50;
  private static final int TRIAL = 150;

  /// A jump of the concentration.
  record Jump(long ms, double by) {}

  /// A chamber in which a cue of 50 ms ends with a reward, every 150 ms.
  private static World chamber(String... settings) {
    Map<String, Quantity> all = new TreeMap<>();
    List<String> pairs =
        new ArrayList<>(
            List.of("cue", "50 ms", "delay", "50 ms", "pause", "100 ms", "jitter", "0"));
    pairs.addAll(Arrays.asList(settings));
    for (int k = 0; k < pairs.size(); k += 2)
      all.put(pairs.get(k), Sketch.quantity(pairs.get(k + 1)));
    return new World(Sketch.id("w"), "Chamber", new Point(0, 0), "conditioning", all, "");
  }

  /// A source that keeps what is released.
  private static Sketch keeping(World world, Link.Role role) {
    return new Sketch()
        .dt(0.5)
        .add(world)
        .add(
            ModulatorTest.source("da", "dopamine", ModulatorSource.EVERYWHERE)
                .withParameter("tau", Sketch.quantity("1e12 s")))
        .add(ModulatorTest.link("w", "da", role));
  }

  private static Link.Reward reward(String port, String delay) {
    return new Link.Reward(port, Sketch.quantity("0.5 uM"), Sketch.quantity(delay));
  }

  private static Link.PredictionError error(double rate, double discount) {
    return new Link.PredictionError(
        Sketch.quantity("0.5 uM"), Sketch.quantity("3 ms"), rate, discount);
  }

  private static double dopamine(Simulation simulation) {
    return simulation.concentration("[DA]").orElseThrow();
  }

  private static List<Jump> jumps(Sketch sketch, int ms) {
    List<Jump> jumps = new ArrayList<>();
    try (Simulation simulation = sketch.build()) {
      double before = 0;
      while (simulation.step() < 2L * ms) {
        simulation.advance(1);
        double now = dopamine(simulation);
        if (Math.abs(now - before) > 1e-6) jumps.add(new Jump(simulation.step() / 2, now - before));
        before = now;
      }
    }
    return jumps;
  }

  @Test
  void eachRewardReleasesItsAmountOneDelayLater() {
    List<Jump> early = jumps(keeping(chamber(), reward("reward", "1 ms")), 1500);
    List<Jump> late = jumps(keeping(chamber(), reward("reward", "7 ms")), 1500);
    assertTrue(early.size() >= 9, early.toString());
    for (int k = 0; k < early.size(); k++) {
      assertEquals(AMOUNT, early.get(k).by(), 1e-9);
      assertEquals(early.getFirst().ms() + (long) k * TRIAL, early.get(k).ms());
      if (k < late.size()) assertEquals(early.get(k).ms() + 6, late.get(k).ms());
    }
  }

  @Test
  void aMissedRewardIsAnEventOfItsOwn() {
    World never = chamber("probability", "0");
    assertEquals(List.of(), jumps(keeping(never, reward("reward", "1 ms")), 1000));
    assertTrue(jumps(keeping(never, reward("miss", "1 ms")), 1000).size() >= 6);
  }

  @Test
  void aNegativeAmountTakesAwayNoMoreThanThereIs() {
    Sketch sketch =
        keeping(
            chamber(),
            new Link.Reward("reward", Sketch.quantity("-0.5 uM"), Sketch.quantity("1 ms")));
    try (Simulation simulation = sketch.build()) {
      simulation.release(Sketch.id("da"), 0.8);
      double least = 1;
      while (simulation.step() < 1000) {
        simulation.advance(10);
        least = Math.min(least, dopamine(simulation));
      }
      assertEquals(0, least, 1e-12);
    }
  }

  /// Without a discount the value of the cue after k rewards is 1 - (1 - rate)^k: that is the error at the next cue, and what is left of 1 the error at the next reward
  /// (Sutton & Barto 2018, Reinforcement Learning, 2nd edition, chapter 6).
  @ParameterizedTest(name = "rate {0}")
  @ValueSource(doubles = {0.1, 0.5, 1})
  void theErrorMovesFromTheRewardToTheCue(double rate) {
    List<Jump> jumps = jumps(keeping(chamber(), error(rate, 1)), 3000);
    long first = jumps.getFirst().ms();
    int seen = 0;
    for (Jump jump : jumps) {
      long since = jump.ms() - first + CUE;
      int trial = (int) (since / TRIAL);
      double value = 1 - Math.pow(1 - rate, trial);
      if (since % TRIAL == 0) assertEquals(AMOUNT * value, jump.by(), 1e-9, "cue of " + trial);
      else {
        assertEquals(CUE, since % TRIAL, "nothing but cues and rewards");
        assertEquals(AMOUNT * (1 - value), jump.by(), 1e-9, "reward of " + trial);
      }
      seen++;
    }
    assertTrue(seen > 15, seen + " errors");
  }

  @Test
  void anOmittedRewardTakesAwayWhatWasExpected() {
    double rate = 0.5;
    List<Jump> jumps = jumps(keeping(chamber("protocol", "1", "switch", "4"), error(rate, 1)), 800);
    // Three rewards, then none: each expectation is disappointed, and halved.
    double value = 1 - Math.pow(1 - rate, 3);
    List<Jump> after = jumps.stream().skip(5).toList();
    for (int k = 0; k + 1 < after.size(); k += 2) {
      assertEquals(AMOUNT * value, after.get(k).by(), 1e-9, "cue");
      assertEquals(-AMOUNT * value, after.get(k + 1).by(), 1e-9, "no reward");
      value *= 1 - rate;
    }
    assertTrue(after.size() >= 4, jumps.toString());
  }

  /// A cue of two ticks, learnt at once: it is worth 1 when it has brought the reward, so its coming is worth the discount g; a tick later it is worth 1 - g less than it
  /// promised, and the reward makes up for that.
  @Test
  void whatComesOneTickLaterCountsByItsDiscount() {
    List<Jump> jumps =
        jumps(keeping(chamber("cue", "20 ms", "delay", "20 ms"), error(1, 0.8)), 1500);
    assertEquals(AMOUNT, jumps.getFirst().by(), 1e-9);
    double[] errors = {0.8, -0.2, 0.2};
    assertTrue(jumps.size() > 15, jumps.toString());
    for (int k = 1; k < jumps.size(); k++)
      assertEquals(AMOUNT * errors[(k - 1) % 3], jumps.get(k).by(), 1e-9, jumps.toString());
  }

  // ---- a network built anew

  private static double[] course(Simulation simulation, int steps) {
    double[] course = new double[steps];
    for (int k = 0; k < steps; k++) {
      simulation.advance(1);
      course[k] = dopamine(simulation);
    }
    return course;
  }

  private static void goesOn(Sketch before, Sketch after, int cut) {
    try (Simulation whole = before.build(1);
        Simulation old = before.build(2);
        Simulation next = after.build(1)) {
      whole.advance(cut);
      old.advance(cut);
      next.takeOver(old);
      double[] expected = course(whole, 700);
      assertArrayEquals(expected, course(next, 700), 1e-12);
      assertTrue(Arrays.stream(expected).distinct().count() > 1);
    }
  }

  @ParameterizedTest(name = "cut after {0} steps")
  @ValueSource(ints = {1, 301, 305, 310, 1203})
  void rewardsUnderWayAndPredictionsGoOnInANewNetwork(int cut) {
    Sketch late = keeping(chamber(), reward("reward", "40 ms"));
    goesOn(late, late, cut);
    Sketch learning = keeping(chamber(), error(0.3, 1));
    goesOn(learning, learning, cut);
  }

  private static Sketch bursts(ModulatorSource.Spread spread) {
    return new Sketch()
        .dt(0.5)
        .population("cells", 30, "lif_exp_psc", "I_e", "500 pA")
        .add(ModulatorTest.source("da", "dopamine", spread))
        .add(
            ModulatorTest.link(
                "cells",
                "da",
                new Link.Release(Sketch.quantity("0.1 uM"), Sketch.quantity("30 ms"))));
  }

  private static ModulatorSource.Spread field(int cells) {
    return new ModulatorSource.Spread.Field(
        Sketch.quantity("1 um^2/ms"), Sketch.quantity("1 mm"), cells);
  }

  @ParameterizedTest(name = "from {0} to {1} cells along each side")
  @CsvSource({"0, 0", "8, 8", "16, 4", "4, 16", "8, 0"})
  void spikesUnderWayReleaseInANewNetworkWithAnotherField(int from, int to) {
    ModulatorSource.Spread before = from == 0 ? ModulatorSource.EVERYWHERE : field(from);
    ModulatorSource.Spread after = to == 0 ? ModulatorSource.EVERYWHERE : field(to);
    int cut = 60; // all have fired, and nothing has arrived
    double[] sums = new double[2];
    for (int k = 0; k < 2; k++)
      try (Simulation old = bursts(k == 0 ? after : before).build(1);
          Simulation next = bursts(after).build(1)) {
        old.advance(cut);
        assertEquals(0, dopamine(old));
        next.takeOver(old);
        next.advance(80);
        sums[k] = dopamine(next);
      }
    assertTrue(sums[0] > 0);
    assertEquals(sums[0], sums[1], 1e-12);
  }

  @Test
  void neuronsThatAreGoneReleaseNothing() {
    try (Simulation old = bursts(field(8)).build(1);
        Simulation next =
            new Sketch()
                .dt(0.5)
                .population("cells", 10, "lif_exp_psc", "I_e", "500 pA")
                .add(ModulatorTest.source("da", "dopamine", field(8)))
                .add(
                    ModulatorTest.link(
                        "cells",
                        "da",
                        new Link.Release(Sketch.quantity("0.1 uM"), Sketch.quantity("30 ms"))))
                .build(2)) {
      old.advance(60);
      next.takeOver(old);
      next.advance(80);
      assertTrue(dopamine(next) > 0);
    }
  }
}
