package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.language.Library;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.live.LiveEngine;
import org.neurarium.engine.live.LiveSession;
import org.neurarium.engine.observe.EngineStatus.Phase;
import org.neurarium.engine.observe.TraceRing;

/// Equations that change while a circuit runs.
class EditedModelsTest {

  private static final Wiring ALL = new Wiring.AllToAll();

  private static Sketch leaky(String second, String rate) {
    return new Sketch()
        .model(
            "mine",
            "parameter tau = 10 ms",
            "state v = 0",
            second,
            "receptor ex : 1 excites typical 1",
            "dv/dt = " + rate + " : 1",
            "on ex v += weight",
            "spike when v >= 100",
            "reset v = 0",
            "refractory 2 ms")
        .population("p", 9, "mine")
        .spikes("list", 10.5)
        .connect("list", "p", "ex", ALL, "1", "5 ms")
        .probe("p", "v");
  }

  private static double v(Simulation simulation) {
    return simulation.state(Sketch.id("p"), "v").orElseThrow()[4];
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  void newEquationsGoOnFromTheStatesThatAreThere(int threads) {
    Sketch before = leaky("state u = 1", "(1 - v)/tau");
    try (Simulation simulation = before.build(threads)) {
      simulation.advance(120);
      double then = v(simulation);
      assertEquals(1 - Math.exp(-1.2), then, 1e-12);
      Sketch after = leaky("state x = 7", "(3 - v)/(2*tau)").probe("p", "x");
      assertTrue(simulation.applyLive(after.circuit()));
      assertEquals(then, v(simulation));
      assertEquals(7, simulation.state(Sketch.id("p"), "x").orElseThrow()[0]);
      assertTrue(simulation.state(Sketch.id("p"), "u").isEmpty());
      simulation.advance(10);
      assertEquals(3 + (then - 3) * Math.exp(-0.05), v(simulation), 1e-12);
      // What was under way arrives at 15.5 ms.
      simulation.advance(25);
      assertEquals(
          3 + (then - 3) * Math.exp(-0.175) + 1, v(simulation), 1e-12, "a spike under way arrives");
      double[] trace = EngineRulesTest.trace(simulation, 0);
      assertEquals(156, trace.length, "its trace goes on");
      assertEquals(v(simulation), trace[155]);
    }
  }

  @Test
  void resettingAnEditedCircuitBeginsWithTheNewEquations() {
    try (Simulation simulation = leaky("state u = 1", "(1 - v)/tau").build()) {
      simulation.advance(120);
      assertTrue(simulation.applyLive(leaky("state u = 1", "(2 - v)/tau").circuit()));
      simulation.advance(10);
      simulation.reset();
      simulation.advance(100);
      assertEquals(2 * (1 - Math.exp(-1)), v(simulation), 1e-12);
    }
  }

  @Test
  void otherReceptorsTakeANewNetwork() {
    Sketch other = leaky("receptor more : 1 excites typical 1", "(1 - v)/tau");
    try (Simulation simulation = leaky("state u = 1", "(1 - v)/tau").build()) {
      simulation.advance(120);
      assertFalse(simulation.applyLive(other.circuit()));
      double then = v(simulation);
      try (Simulation next = other.build()) {
        next.takeOver(simulation);
        assertEquals(then, v(next));
        assertEquals(120, next.step());
      }
    }
  }

  @Test
  void refractoryNeuronsRestOnWhenTheEquationsChange() {
    Sketch before = leaky("state u = 1", "(1 - v)/tau");
    try (Simulation simulation = before.build()) {
      simulation.advance(120);
      simulation.fire(Sketch.id("p"), 4);
      simulation.advance(6);
      assertTrue(simulation.applyLive(leaky("state u = 1", "(2 - v)/tau").circuit()));
      simulation.advance(15);
      assertEquals(0, v(simulation));
      simulation.advance(1);
      assertEquals(2 * (1 - Math.exp(-0.01)), v(simulation), 1e-12);
    }
  }

  @Test
  void aParameterBecomesADistributionWithoutANewNetwork() {
    Sketch even = new Sketch().population("p", 50, "lif_exp_psc", "I_e", "300 pA");
    Map<String, Value> varied = Sketch.values();
    varied.put("I_e", new Value.Uniform(Sketch.quantity("200 pA"), Sketch.quantity("300 pA")));
    Sketch uneven = new Sketch().population("p", 50, "lif_exp_psc", varied, Map.of());
    try (Simulation simulation = even.build()) {
      simulation.advance(100);
      double[] then = simulation.state(Sketch.id("p"), "V_m").orElseThrow();
      assertTrue(simulation.applyLive(uneven.circuit()));
      assertArrayEquals(then, simulation.state(Sketch.id("p"), "V_m").orElseThrow());
      simulation.advance(100);
      double[] now = simulation.state(Sketch.id("p"), "V_m").orElseThrow();
      assertNotEquals(now[0], now[1]);
    }
  }

  private static void await(BooleanSupplier condition) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (!condition.getAsBoolean() && !Thread.currentThread().isInterrupted())
            LockSupport.parkNanos(1_000_000);
        });
  }

  @Test
  void aBrokenTextLeavesTheOldModelRunningAndSaysWhereItIsBroken() {
    Sketch sound = leaky("state u = 1", "(1 - v)/tau");
    try (LiveSession session = new LiveEngine(Library.builtIn(), Threads.upTo(1))) {
      session.open(sound.circuit(), sound.files());
      await(() -> session.status().phase() == Phase.PAUSED);
      session.submit(new EngineCommand.Run());
      await(() -> session.status().step() > 100);
      session.update(leaky("state u = 1", "(1 - w)/tau").circuit());
      await(() -> !session.status().problems().isEmpty());
      Problem problem = session.status().problems().getFirst();
      Place place = problem.place();
      assertEquals("models/mine.model", place.file());
      assertEquals(6, place.line());
      assertEquals(14, place.column());
      long step = session.status().step();
      await(() -> session.status().step() > step);
      assertEquals(Phase.RUNNING, session.status().phase());
      session.update(sound.circuit());
      await(() -> session.status().problems().isEmpty());
      assertEquals(Phase.RUNNING, session.status().phase());
    }
  }

  @Test
  void otherEditsStillReachTheEngineWhileATextIsBroken() {
    Sketch before = leaky("parameter u = 1", "(u - v)/tau");
    try (LiveSession session = new LiveEngine(Library.builtIn(), Threads.upTo(1))) {
      session.open(before.circuit(), before.files());
      await(() -> session.status().phase() == Phase.PAUSED);
      session.submit(new EngineCommand.Run());
      await(() -> session.status().step() > 10);
      Sketch broken = leaky("parameter u = 1", "(u - w)/tau");
      session.update(broken.circuit());
      Population p = broken.circuit().find(Sketch.id("p"), Population.class).orElseThrow();
      session.update(with(broken.circuit(), p.withParameter("u", Sketch.value("5"))));
      await(() -> newest(session) > 4.9);
      assertEquals(1, session.status().problems().size());
      assertEquals(6, session.status().problems().getFirst().place().line());
      // It takes a new network, and goes on with the last good equations there.
      Circuit larger = with(broken.circuit(), p.withSize(12).withParameter("u", Sketch.value("9")));
      session.update(larger);
      await(() -> session.status().neurons() == 12 && newest(session) > 8.9);
      assertEquals(6, session.status().problems().getFirst().place().line());
      assertEquals(Phase.RUNNING, session.status().phase());
    }
  }

  private static Sketch growing(String rate) {
    return new Sketch()
        .model("mine", "state v = 1", "dv/dt = " + rate + " : 1")
        .model("calm", "state v = 1", "dv/dt = -v/(50 ms) : 1", "spike when v < 0")
        .population("q", 5, "calm")
        .population("p", 9, "mine")
        .probe("p", "v")
        .probe("q", "v");
  }

  /// As it happens with an equation that makes sense when it is typed by half.
  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  void aRunThatAnEditEndedGoesOnFromBeforeItWhenTheEquationsAreMended(int threads) {
    try (Simulation simulation = growing("-v/(200 ms)").build(threads)) {
      simulation.advance(500);
      double before = v(simulation);
      assertEquals(Math.exp(-0.25), before, 1e-12);
      assertTrue(simulation.applyLive(growing("2^(1000*v)*v/ms").circuit()));
      Problem problem = simulation.advance(500).orElseThrow();
      assertTrue(problem.sentence().contains("stopped being a finite number"), problem.sentence());
      long end = simulation.step();
      assertTrue(end < 1000);
      assertTrue(simulation.applyLive(growing("-v/(100 ms)").circuit()));
      assertTrue(simulation.stopped().isEmpty());
      assertEquals(before, v(simulation));
      assertTrue(simulation.advance(100).isEmpty());
      assertEquals(end + 100, simulation.step());
      assertEquals(before * Math.exp(-0.1), v(simulation), 1e-12);
      for (TraceRing trace : simulation.observation().traces())
        assertEquals(
            simulation.step() + 1, trace.firstStep() + trace.written(), "traces stay in time");
      double[] trace = EngineRulesTest.trace(simulation, 0);
      assertEquals(v(simulation), trace[trace.length - 1]);
    }
  }

  @Test
  void theLiveSessionRunsOnWhenTheEquationsThatEndedTheRunAreMended() {
    Sketch sound = growing("-v/(200 ms)");
    try (LiveSession session = new LiveEngine(Library.builtIn(), Threads.upTo(2))) {
      session.open(sound.circuit(), sound.files());
      await(() -> session.status().phase() == Phase.PAUSED);
      session.submit(new EngineCommand.Run());
      await(() -> session.status().step() > 100);
      session.update(growing("2^(1000*v)*v/ms").circuit());
      await(() -> session.status().phase() == Phase.PAUSED);
      assertEquals(1, session.status().problems().size());
      long end = session.status().step();
      session.update(growing("-v/(100 ms)").circuit());
      await(() -> session.status().step() > end + 100);
      assertEquals(Phase.RUNNING, session.status().phase());
      assertEquals(List.of(), session.status().problems());

      // Whoever pauses meanwhile stays paused.
      session.update(growing("2^(1000*v)*v/ms").circuit());
      await(() -> session.status().phase() == Phase.PAUSED);
      session.submit(new EngineCommand.Pause());
      session.update(growing("-v/(100 ms)").circuit());
      await(() -> session.status().problems().isEmpty());
      assertEquals(Phase.PAUSED, session.status().phase());
    }
  }

  @Test
  void equationsThatNeverWereSoundBeginAtTheirStartValuesWhenTheyAreMended() {
    try (Simulation simulation = growing("log(v - 1)/ms").build()) {
      assertTrue(simulation.advance(10).isPresent());
      assertTrue(simulation.applyLive(growing("-v/(100 ms)").circuit()));
      assertTrue(simulation.advance(100).isEmpty());
      assertEquals(Math.exp(-0.1), v(simulation), 1e-12);
    }
  }

  private static Circuit with(Circuit circuit, Population p) {
    return new Edit.Replace("", List.of(p)).apply(circuit);
  }

  /// The last value of the first trace.
  private static double newest(LiveSession session) {
    TraceRing trace = session.observation().orElseThrow().traces().getFirst();
    double[] value = new double[1];
    return trace.read(trace.written() - 1, value) == 0 ? Double.NaN : value[0];
  }

  @Test
  void aCircuitThatStartsWithABrokenModelSaysWhere() {
    Sketch broken = leaky("state u = 1", "(1 - w)/tau");
    try (LiveSession session = new LiveEngine(Library.builtIn(), Threads.upTo(1))) {
      session.open(broken.circuit(), broken.files());
      await(() -> session.status().phase() == Phase.BROKEN);
      assertTrue(
          session.status().problems().getFirst().toString().startsWith("models/mine.model:6:14"),
          session.status().problems().toString());
    }
  }
}
