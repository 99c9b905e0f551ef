package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.World;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.validation.Validation;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.measure.SpikeHash;
import org.neurarium.engine.observe.Trial;
import org.neurarium.engine.observe.WorldFrame;

/// A world in the loop changes nothing about what an engine promises.
class WorldLoopTest {

  private static final int STEPS = 30_000;

  private static Stream<Arguments> worlds() {
    return WorldKinds.installed().all().stream()
        .flatMap(kind -> Stream.of(1L, 2L).map(seed -> Arguments.of(kind.id(), seed)));
  }

  private static WorldKind kind(String id) {
    return WorldKinds.installed().find(id).orElseThrow();
  }

  /// Short trials, so that much happens.
  private static Map<String, Quantity> quick(String id) {
    return switch (id) {
      case "bandit" -> settings("pause", "150 ms", "decide", "80 ms", "drift", "0.1");
      case "conditioning" ->
          settings(
              "pause",
              "150 ms",
              "delay",
              "120 ms",
              "cue",
              "100 ms",
              "protocol",
              "3",
              "switch",
              "3",
              "probe_every",
              "2");
      case "maze" -> settings("pause", "50 ms", "move", "30 ms", "limit", "20");
      case "t_maze" -> settings("pause", "50 ms", "move", "20 ms", "decide", "60 ms", "rule", "1");
      case "track" -> settings("pause", "50 ms", "length", "20 cm");
      case "reaching" -> settings("pause", "50 ms", "limit", "400 ms", "gain", "8");
      case "vehicle" -> settings("base", "0.2", "gain", "1", "size", "0.3");
      default -> Map.of();
    };
  }

  private static Map<String, Quantity> settings(String... pairs) {
    Map<String, Quantity> map = new java.util.TreeMap<>();
    for (int k = 0; k < pairs.length; k += 2) map.put(pairs[k], Sketch.quantity(pairs[k + 1]));
    return map;
  }

  /// All spikes, all trials and what can be seen, after a run in pieces.
  private static List<Object> run(Sketch sketch, int threads, Random cuts) {
    try (Simulation simulation = sketch.build(threads)) {
      SpikeHash hash = new SpikeHash(simulation.observation().directory());
      simulation.sendSpikesTo(hash);
      while (simulation.step() < STEPS)
        simulation.advance(Math.min(1 + cuts.nextInt(3000), STEPS - simulation.step()));
      WorldFrame frame = simulation.world(WorldCircuits.WORLD).orElseThrow();
      return List.of(hash.finish(), frame);
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("worlds")
  void goesTheSameWayForAnyNumberOfThreadsAndAnyCuts(String id, long seed) {
    Sketch sketch = WorldCircuits.of(kind(id), seed, quick(id));
    List<Object> once = run(sketch, 1, new Random(seed));
    WorldFrame frame = (WorldFrame) once.getLast();
    if (!id.equals("vehicle")) // which may turn its back on the lamp
    assertTrue(frame.trials().size() >= 1, () -> "too little happens: " + frame.trials());
    assertEquals(once, run(sketch, 1, new Random(seed + 100)));
    assertEquals(once, run(sketch, 2, new Random(seed + 200)));
    assertEquals(once, run(sketch, 3, new Random(seed + 300)));
    assertNotEquals(
        once.getFirst(),
        run(WorldCircuits.of(kind(id), seed + 2, quick(id)), 1, new Random(seed)).getFirst());
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("worlds")
  void beginsAgainWithTheSameAfterAReset(String id, long seed) {
    try (Simulation simulation = WorldCircuits.of(kind(id), seed, quick(id)).build(2)) {
      simulation.advance(10_000);
      WorldFrame first = simulation.world(WorldCircuits.WORLD).orElseThrow();
      simulation.advance(3_333);
      simulation.reset();
      simulation.advance(10_000);
      assertEquals(first, simulation.world(WorldCircuits.WORLD).orElseThrow());
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("worlds")
  void goesOnInANewNetworkWhereItWas(String id, long seed) {
    Sketch sketch = WorldCircuits.of(kind(id), seed, quick(id));
    try (Simulation whole = sketch.build(1);
        Simulation before = sketch.build(2);
        Simulation after = sketch.build(1)) {
      whole.advance(4_321);
      before.advance(4_321);
      after.takeOver(before);
      assertEquals(
          whole.world(WorldCircuits.WORLD).orElseThrow(),
          after.world(WorldCircuits.WORLD).orElseThrow());
      whole.advance(500);
      after.advance(500);
      assertEquals(
          whole.world(WorldCircuits.WORLD).orElseThrow().trials(),
          after.world(WorldCircuits.WORLD).orElseThrow().trials());
    }
  }

  @Test
  void aWorldThatWasAddedIsListedValidatedAndRun() {
    assertTrue(WorldKinds.installed().ids().contains("echo"));
    Circuit circuit = WorldCircuits.of(kind("echo"), 1, settings("gain", "2")).circuit();
    assertEquals(
        List.of(),
        Validation.problems(
            circuit,
            org.neurarium.circuits.language.Library.builtIn(),
            org.neurarium.circuits.DataFiles.NONE));
    try (Simulation simulation =
        WorldCircuits.of(kind("echo"), 1, settings("gain", "2")).build(1)) {
      simulation.advance(20_000);
      assertTrue(simulation.world(WorldCircuits.WORLD).orElseThrow().reward() > 0);
    }
  }

  @Test
  void aRewardByHandIsGivenOnceAndTheNextOneCanBeLeftOut() {
    Map<String, Quantity> sure =
        settings("p_best", "1", "p_other", "1", "pause", "100 ms", "decide", "50 ms");
    try (Simulation plain = WorldCircuits.of(kind("bandit"), 1, sure).build(2);
        Simulation changed = WorldCircuits.of(kind("bandit"), 1, sure).build(2)) {
      plain.advance(4_000);
      changed.omitReward(WorldCircuits.WORLD);
      changed.advance(4_000);
      List<Trial> trials = changed.world(WorldCircuits.WORLD).orElseThrow().trials();
      assertEquals(0, trials.getFirst().reward());
      assertEquals(1, trials.get(1).reward());
      double given = plain.world(WorldCircuits.WORLD).orElseThrow().reward();
      assertEquals(given - 1, changed.world(WorldCircuits.WORLD).orElseThrow().reward());
      changed.reward(WorldCircuits.WORLD, 1);
      changed.advance(100);
      assertEquals(given, changed.world(WorldCircuits.WORLD).orElseThrow().reward());
    }
  }

  @Test
  void settingsCanChangeWhileItRunsAndStructureCannot() {
    Circuit circuit = WorldCircuits.of(kind("bandit"), 1, quick("bandit")).circuit();
    World world = circuit.find(WorldCircuits.WORLD, World.class).orElseThrow();
    try (Simulation simulation = WorldCircuits.of(kind("bandit"), 1, quick("bandit")).build(1)) {
      simulation.advance(1000);
      assertTrue(
          simulation.applyLive(with(circuit, world.withSetting("p_best", Quantity.number(1)))));
      assertFalse(
          simulation.applyLive(with(circuit, world.withSetting("tick", Quantity.of(20, "ms")))));
    }
  }

  private static Circuit with(Circuit circuit, Element better) {
    return circuit.of(
        circuit.elements().stream().map(e -> e.id().equals(better.id()) ? better : e).toList());
  }
}
