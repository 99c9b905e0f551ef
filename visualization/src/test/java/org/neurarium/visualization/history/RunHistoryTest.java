package org.neurarium.visualization.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.SpikeRing;
import org.neurarium.engine.observe.TraceRing;
import org.neurarium.visualization.MadeUpRun;
import org.neurarium.visualization.history.RunHistory.TraceKey;

class RunHistoryTest {

  private static final ElementId A = new ElementId("a");
  private static final ElementId B = new ElementId("b");

  private static Observation observation(
      long generation, long firstStep, SpikeRing ring, List<TraceRing> traces) {
    NeuronDirectory directory =
        new NeuronDirectory(
            List.of(new NeuronDirectory.Entry(A, 0, 10), new NeuronDirectory.Entry(B, 10, 5)));
    return new Observation(
        generation, 0.1, firstStep, directory, ring, traces, Map.of(), Map.of(), Map.of());
  }

  @Test
  void losesNothingWhenItReadsWhileAnotherThreadWrites() throws InterruptedException {
    MadeUpRun run = new MadeUpRun(80, 20, 40, 18, 3);
    Observation observation = run.observation();
    RunHistory history = new RunHistory(20, 17);
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < 40; i++) run.run(500);
            });
    while (writer.isAlive()) history.read(observation);
    writer.join();
    history.read(observation);
    assertEquals(0, history.lost());
    assertEquals(observation.spikes().written(), history.spikes().size());
    assertEquals(20_001, history.endStep());
    assertEquals(2000, history.now());
    TraceHistory trace = history.trace(new TraceKey(MadeUpRun.EXCITATORY, 1, "V_m")).orElseThrow();
    for (long step = 0; step <= 20_000; step++)
      assertFalse(Double.isNaN(trace.at(step)), "step " + step);
    long counted = 0;
    RateHistory rate = history.rate(MadeUpRun.EXCITATORY).orElseThrow();
    for (int bin = 0; bin < rate.size(); bin++) counted += rate.count(bin);
    assertEquals(history.spikes().of(MadeUpRun.EXCITATORY, 0, 20_001).size(), counted);
  }

  @Test
  void countsWhatTheWriterOverwroteBeforeItWasRead() {
    SpikeRing ring = new SpikeRing(11);
    RunHistory history = new RunHistory(16, 12);
    Observation observation = observation(1, 0, ring, List.of());
    for (long step = 0; step < 5000; step++) ring.write(step, new int[] {(int) (step % 15)}, 1);
    history.read(observation);
    assertEquals(5000 - ring.capacity(), history.lost());
    assertEquals(ring.capacity(), history.spikes().size());
    assertEquals(4999, history.spikes().lastStep());
  }

  @Test
  void keepsThePastWhenARebuiltNetworkTakesOver() {
    SpikeRing first = new SpikeRing(12);
    TraceRing trace = new TraceRing(A, 0, "V_m", Unit.MILLIVOLT, 0, 13);
    RunHistory history = new RunHistory(16, 12);
    Observation before = observation(1, 0, first, List.of(trace));
    history.read(before);
    for (long step = 0; step < 100; step++) {
      first.write(step, new int[] {3, 12}, 2);
      trace.put((double) step);
    }
    trace.publish();
    SpikeRing second = new SpikeRing(12);
    TraceRing newTrace = new TraceRing(A, 0, "V_m", Unit.MILLIVOLT, 80, 13);
    second.write(81, new int[] {4}, 1);
    newTrace.put(-1);
    newTrace.publish();
    history.read(observation(2, 80, second, List.of(newTrace)));
    assertEquals(81, history.spikes().of(B, 0, 1000).size());
    assertEquals(82, history.spikes().of(A, 0, 1000).size());
    TraceHistory values = history.trace(new TraceKey(A, 0, "V_m")).orElseThrow();
    assertEquals(79, values.at(79));
    assertEquals(-1, values.at(80));
    assertEquals(81, values.endStep());
    assertEquals(0, history.lost());
  }

  @Test
  void goesOnReadingTheSameRunThroughOtherProbes() {
    SpikeRing ring = new SpikeRing(11);
    TraceRing kept = new TraceRing(A, 0, "V_m", Unit.MILLIVOLT, 0, 13);
    RunHistory history = new RunHistory(16, 12);
    history.read(observation(1, 0, ring, List.of(kept)));
    for (long step = 1; step <= 3000; step++) {
      ring.write(step, new int[] {3}, 1);
      kept.put((double) step);
      kept.publish();
      if (step % 500 == 0) history.read(observation(1, 0, ring, List.of(kept)));
    }
    TraceRing added = new TraceRing(B, 2, "V_m", Unit.MILLIVOLT, 3000, 13);
    added.put(-60);
    added.publish();
    history.read(observation(1, 0, ring, List.of(added, kept)));
    assertEquals(3000, history.spikes().size());
    assertEquals(0, history.lost());
    assertEquals(-60, history.trace(new TraceKey(B, 2, "V_m")).orElseThrow().at(3000));
    assertEquals(2500, history.trace(new TraceKey(A, 0, "V_m")).orElseThrow().at(2499));
  }

  @Test
  void aResetBeginsAnew() {
    SpikeRing ring = new SpikeRing(12);
    RunHistory history = new RunHistory(16, 12);
    ring.write(500, new int[] {1}, 1);
    history.read(observation(1, 0, ring, List.of()));
    assertEquals(501, history.endStep());
    long version = history.version();
    history.read(observation(2, 0, new SpikeRing(12), List.of()));
    assertEquals(0, history.now());
    assertEquals(0, history.spikes().size());
    assertTrue(history.version() > version);
  }

  @Test
  void saysWhetherAnythingChanged() {
    SpikeRing ring = new SpikeRing(12);
    RunHistory history = new RunHistory(16, 12);
    Observation observation = observation(1, 0, ring, List.of());
    assertTrue(history.read(observation));
    assertFalse(history.read(observation));
    ring.write(0, new int[] {1}, 1);
    assertTrue(history.read(observation));
  }

  @Test
  void stepsAndTimesAgree() {
    RunHistory history = new RunHistory();
    for (long step = 0; step < 100_000; step += 37)
      assertEquals(step, history.stepAt(history.timeOf(step)));
  }
}
