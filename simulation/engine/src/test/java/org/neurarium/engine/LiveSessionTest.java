package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.live.LiveEngine;
import org.neurarium.engine.live.LiveSession;
import org.neurarium.engine.observe.EngineStatus.Phase;
import org.neurarium.engine.observe.Observation;

/// The engine as the window uses it.
class LiveSessionTest {

  private final LiveSession session = new LiveEngine(Library.builtIn(), Threads.upTo(2));

  @AfterEach
  void close() {
    session.close();
  }

  private static void await(BooleanSupplier condition) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (!condition.getAsBoolean()) LockSupport.parkNanos(1_000_000);
        });
  }

  private static Sketch firing() {
    return new Sketch().population("p", 5, "lif_exp_psc", "I_e", "600 pA").probe("p", "V_m");
  }

  private void open(Sketch sketch) {
    session.open(sketch.circuit(), sketch.files());
    await(() -> session.status().phase() == Phase.PAUSED);
  }

  private Observation observed() {
    return session.observation().orElseThrow();
  }

  @Test
  void startsEmptyAndIsPausedOnceBuilt() {
    assertEquals(Phase.EMPTY, session.status().phase());
    open(firing());
    assertEquals(0, session.status().step());
    assertEquals(5, session.status().neurons());
  }

  @Test
  void runsUntilPaused() {
    open(firing());
    session.submit(new EngineCommand.Run());
    await(() ->
        observed().spikes().written() > 100 && observed().traces().getFirst().written() > 100);
    assertEquals(Phase.RUNNING, session.status().phase());
    session.submit(new EngineCommand.Pause());
    await(() -> session.status().phase() == Phase.PAUSED);
    long step = session.status().step();
    assertEquals(step + 1, observed().traces().getFirst().written());
  }

  @Test
  void doesTheStepsAskedForAndNoMore() {
    open(firing());
    session.submit(new EngineCommand.Step(123));
    await(() -> session.status().phase() == Phase.PAUSED && session.status().step() > 0);
    assertEquals(123, session.status().step());
  }

  @Test
  void resetBeginsAgainWithNewRings() {
    open(firing());
    session.submit(new EngineCommand.Step(500));
    await(() -> session.status().step() == 500);
    Observation before = observed();
    session.submit(new EngineCommand.Reset());
    await(() -> session.status().step() == 0);
    assertTrue(observed().generation() > before.generation());
    assertEquals(0, observed().spikes().written());
  }

  @Test
  void changesAParameterWithoutRebuilding() {
    open(firing());
    session.submit(new EngineCommand.Run());
    await(() -> observed().spikes().written() > 10);
    Observation before = observed();
    Circuit circuit = firing().population("q", 1, "lif_delta").circuit();
    Population quiet =
        circuit
            .find(Sketch.id("p"), Population.class)
            .orElseThrow()
            .withParameters(Sketch.values("I_e", "0 pA"));
    Circuit changed = firing().circuit();
    changed =
        changed.of(
            changed.elements().stream().map(e -> e.id().equals(quiet.id()) ? quiet : e).toList());
    session.update(changed);
    session.submit(new EngineCommand.Pause());
    await(() -> session.status().phase() == Phase.PAUSED);
    long written = before.spikes().written();
    session.submit(new EngineCommand.Step(2000));
    await(() ->
        session.status().phase() == Phase.PAUSED && before.traces().getFirst().written() > 2000);
    assertEquals(before, observed());
    assertTrue(before.spikes().written() <= written + 5, "it fell silent");
  }

  @Test
  void carriesOnThroughAStructuralChange() {
    open(firing());
    session.submit(new EngineCommand.Step(1000));
    await(() -> session.status().step() == 1000);
    long generation = observed().generation();
    session.update(
        firing()
            .population("q", 7, "lif_delta")
            .connect("p", "q", "delta", new Wiring.AllToAll(), "1 mV", "1 ms")
            .circuit());
    await(() -> observed().generation() > generation);
    assertEquals(1000, observed().firstStep());
    await(() -> session.status().neurons() == 12);
    assertEquals(1000, session.status().step());
  }

  @Test
  void keepsTheOldNetworkWhenTheNewCircuitIsWrong() {
    open(firing());
    session.update(firing().population("q", 7, "no_such_model").circuit());
    await(() -> !session.status().problems().isEmpty());
    assertEquals(Phase.PAUSED, session.status().phase());
    assertEquals(5, session.status().neurons());
    session.update(firing().circuit());
    await(() -> session.status().problems().isEmpty());
  }

  @Test
  void saysWhyACircuitCannotRun() {
    Sketch wrong = new Sketch().population("p", 0, "lif_delta");
    session.open(wrong.circuit(), wrong.files());
    await(() -> session.status().phase() == Phase.BROKEN);
    assertFalse(session.status().problems().isEmpty());
    assertTrue(session.observation().isEmpty());
  }

  @Test
  void keepsToTheSpeedAskedFor() {
    open(firing());
    session.submit(new EngineCommand.SetSpeed(0.5));
    session.submit(new EngineCommand.Run());
    await(() -> session.status().time() > 150);
    assertTrue(
        session.status().realTimeFactor() > 1.5,
        () -> "wall over biological time was " + session.status().realTimeFactor());
  }

  @Test
  void firesANeuronOnCommand() {
    open(new Sketch().population("p", 5, "lif_exp_psc"));
    session.submit(new EngineCommand.Fire(Sketch.id("p"), 3));
    session.submit(new EngineCommand.Step(1));
    await(() -> session.status().step() == 1);
    assertEquals(1, observed().spikes().written());
  }

  @Test
  void usesNoProcessorAtRest() {
    open(firing().connect("p", "p", "in", new Wiring.AllToAll(), "-50 pA", "1.5 ms"));
    session.submit(new EngineCommand.Step(100));
    await(() -> session.status().step() == 100);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    // Rest begins soon after the last step; then a tenth of a second passes in which nobody works.
    await(() -> {
      long before = engineNanos(threads);
      LockSupport.parkNanos(100_000_000);
      return engineNanos(threads) - before < 1_000_000;
    });
  }

  private static long engineNanos(ThreadMXBean threads) {
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      if (info != null && info.getThreadName().startsWith("neurarium-"))
        sum += Math.max(0, threads.getThreadCpuTime(id));
    }
    return sum;
  }

  @Test
  void aBuildCanBeCancelledAndTheOldNetworkStays() {
    open(firing());
    Sketch large =
        firing()
            .population("q", 20_000, "lif_delta")
            .connect("q", "q", "delta", new Wiring.PairwiseBernoulli(0.05), "0.1 mV", "1 ms");
    session.update(large.circuit());
    await(() -> session.status().build().isPresent());
    session.cancelBuild();
    await(() -> session.status().build().isEmpty());
    session.submit(new EngineCommand.Step(10));
    await(() -> session.status().step() == 10);
    assertEquals(5, session.status().neurons());
  }

  @Test
  void aNewerVersionMakesAnUnfinishedBuildObsolete() {
    open(firing());
    for (int n = 1; n <= 20; n++)
      session.update(firing().population("q", n, "lif_delta").circuit());
    await(() -> session.status().neurons() == 25 && session.status().build().isEmpty());
  }

  @Test
  void goesOnRunningThroughAStructuralChange() {
    open(firing());
    session.submit(new EngineCommand.Run());
    await(() -> session.status().step() > 100);
    session.update(firing().population("q", 7, "lif_delta").circuit());
    await(() -> session.status().neurons() == 12);
    long step = session.status().step();
    assertTrue(observed().firstStep() > 0);
    await(() -> session.status().step() > step);
    assertEquals(Phase.RUNNING, session.status().phase());
  }

  @Test
  void openingAnotherDocumentForgetsTheFirst() {
    open(firing());
    session.submit(new EngineCommand.Run());
    await(() -> session.status().step() > 100);
    session.open(
        new Sketch().population("x", 3, "lif_delta").circuit(),
        org.neurarium.circuits.DataFiles.NONE);
    await(() -> session.status().neurons() == 3);
    assertEquals(Phase.PAUSED, session.status().phase());
    assertEquals(0, session.status().step());
  }
}
