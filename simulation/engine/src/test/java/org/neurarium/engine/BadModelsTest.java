package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.live.LiveEngine;
import org.neurarium.engine.live.LiveSession;
import org.neurarium.engine.observe.EngineStatus.Phase;
import org.neurarium.engine.observe.TraceRing;

/// Models that cannot go well: the run ends where the first value stopped being a finite number, says so, and everything else stays alive.
class BadModelsTest {

  private static Sketch sketch(String... lines) {
    return new Sketch().model("mine", lines).population("Cortex", 3, "mine").probe("Cortex", "v");
  }

  private static Sketch sound() {
    return sketch("state v = 1", "dv/dt = -v/(5 ms) : 1");
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of(
            "a division by zero at the start",
            sketch("parameter tau = 0 ms", "state v = 1", "dv/dt = (2 - v)/tau : 1"),
            0.1,
            "a division by zero in line 4 of mine",
            "the divisor cannot become 0"),
        Arguments.of(
            "a division by zero in the middle of the run",
            sketch("state v = 0", "each step v = 1/(20 - floor(t/(0.1 ms) + 0.5))"),
            2.0,
            "a division by zero in line 3 of mine",
            "the divisor cannot become 0"),
        Arguments.of(
            "a division by zero in a definition",
            sketch(
                "state v = 1",
                "state left = 1",
                "share = 2/left : 1",
                "each step left = max(left - 0.25, 0)",
                "dv/dt = (share - v)/ms : 1"),
            0.5,
            "a division by zero in line 4 of mine",
            "the divisor cannot become 0"),
        Arguments.of(
            "a logarithm of nothing",
            sketch("parameter c = 0", "state v = 1", "dv/dt = log(c)/ms : 1"),
            0.1,
            "the logarithm of a number that is not above 0 in line 4 of mine",
            "stays above 0"),
        Arguments.of(
            "a root of a negative number",
            sketch("state v = 0.25", "dv/dt = -sqrt(v)/ms - 1/ms : 1", "integrate euler"),
            0.3,
            "the square root of a negative number in line 3 of mine",
            "stays above 0"),
        Arguments.of(
            "an exponential that runs away",
            sketch("state v = 0", "dv/dt = exp(v)/ms : 1", "integrate euler"),
            1.5,
            "an exponential beyond all numbers in line 3 of mine",
            "a spike condition may be missing"),
        Arguments.of(
            "an exponential that is bounded by what is around it, beside growth",
            sketch("state v = 1e300", "dv/dt = (v + 1/(1 + exp(v)))/(10 ms) : 1", "integrate rk4"),
            190.1,
            "",
            "grow without bounds"),
        Arguments.of(
            "growth beyond all numbers",
            sketch("state v = 1e300", "dv/dt = v/(10 ms) : 1"),
            // ln(1.7977e308/1e300) is 19.007 time constants.
            190.1,
            "",
            "grow without bounds"),
        Arguments.of(
            "a finite-time blow-up",
            sketch("state v = 1", "dv/dt = v^2/ms : 1"),
            1.3,
            "",
            "a spike condition may be missing"),
        Arguments.of(
            "a step that is too long",
            sketch("state v = 1", "dv/dt = -v/(0.02 ms) : 1", "integrate euler"),
            51.2,
            "dt = 0.1 ms is too long for a time constant of 0.020 ms",
            "Make the time step shorter"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void theRunEndsAndSaysWhatWhereWhenAndWhy(
      String name, Sketch sketch, double time, String cause, String hint) {
    try (Simulation simulation = sketch.build()) {
      Problem problem = simulation.advance(5000).orElseThrow(() -> new AssertionError(name));
      String beginning =
          "v of neuron 0 in Cortex stopped being a finite number at "
              + Quantity.format(time)
              + " ms";
      assertTrue(problem.isError());
      assertEquals("v", problem.place().field());
      assertEquals(beginning + (cause.isEmpty() ? "" : ": " + cause), problem.sentence());
      assertTrue(problem.hint().contains(hint), problem.hint());
      assertEquals(time, simulation.time(), 1e-9);
      assertEquals(problem, simulation.advance(10).orElseThrow(), "until it is reset");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void theEngineStaysAliveAndRunsWhatIsMended(
      String name, Sketch sketch, double time, String cause, String hint) {
    try (LiveSession session = new LiveEngine(Library.builtIn(), Threads.upTo(2))) {
      session.open(sketch.circuit(), sketch.files());
      await(() -> session.status().phase() == Phase.PAUSED);
      session.submit(new EngineCommand.SetSpeed(Double.POSITIVE_INFINITY));
      session.submit(new EngineCommand.Run());
      await(() -> !session.status().problems().isEmpty());
      assertEquals(Phase.PAUSED, session.status().phase(), name);
      assertEquals(time, session.status().time(), 1e-9);
      session.update(sound().circuit());
      session.submit(new EngineCommand.Reset());
      session.submit(new EngineCommand.Run());
      await(() -> session.status().step() > 6000);
      assertEquals(0, session.status().problems().size());
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

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  void tracesEndWhereTheRunEnds(int threads) {
    Sketch sketch =
        new Sketch()
            .model("bad", "state v = 1", "each step v = 1/(20 - floor(t/(0.1 ms) + 0.5))")
            .model("good", "state v = 1", "dv/dt = -v/(5 ms) : 1")
            .population("a", 10, "good")
            .population("b", 10, "bad")
            .population("c", 10, "good")
            .probe("a", "v")
            .probe("b", "v")
            .probe("c", "v");
    try (Simulation simulation = sketch.build(threads)) {
      assertTrue(simulation.advance(5000).isPresent());
      for (TraceRing trace : simulation.observation().traces())
        assertTrue(
            trace.firstStep() + trace.written() - 1 <= simulation.step(),
            () -> trace.population() + ": " + trace.written());
    }
  }

  @Test
  void aTextWithoutEndIsRefusedInASentence() {
    Sketch endless = sketch("state v = 1", "# " + "very long ".repeat(7000));
    try (LiveSession session = new LiveEngine(Library.builtIn(), Threads.upTo(1))) {
      session.open(endless.circuit(), endless.files());
      await(() -> session.status().phase() == Phase.BROKEN);
      Problem problem = session.status().problems().getFirst();
      assertTrue(problem.sentence().contains("too long for a model"), problem.toString());
      assertEquals("models/mine.model", problem.place().file());
      session.update(sound().circuit());
      await(() -> session.status().phase() == Phase.PAUSED);
    }
  }
}
