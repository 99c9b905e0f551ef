package org.neurarium.app.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neurarium.app.FxBridge;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.Threads;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.live.LiveEngine;
import org.neurarium.engine.live.LiveSession;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.Observation;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// A microphone is open only while a circuit runs that listens to it, and its levels reach the
/// engine.
@ExtendWith(ApplicationExtension.class)
final class ListeningTest {

  private static final double RATE = 44_100;

  private final LiveEngine engine = new LiveEngine(Library.builtIn(), Threads.exactly(1));
  private final FxBridge fx = new FxBridge();
  private final List<EngineCommand.Show> shown = new CopyOnWriteArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<Workspace> workspaces = new ArrayList<>();

  /// The engine, with an ear at what it is told.
  private final LiveSession session =
      new LiveSession() {
        @Override
        public void open(Circuit circuit, DataFiles files) {
          engine.open(circuit, files);
        }

        @Override
        public void update(Circuit circuit) {
          engine.update(circuit);
        }

        @Override
        public void submit(EngineCommand command) {
          if (command instanceof EngineCommand.Show show) shown.add(show);
          engine.submit(command);
        }

        @Override
        public void cancelBuild() {
          engine.cancelBuild();
        }

        @Override
        public EngineStatus status() {
          return engine.status();
        }

        @Override
        public Optional<Observation> observation() {
          return engine.observation();
        }

        @Override
        public void close() {
          engine.close();
        }
      };

  /// A sine of 1 kHz at full scale.
  private final class Whistle implements SoundInput {
    private long at;

    Whistle() {
      open.incrementAndGet();
      opened.incrementAndGet();
    }

    @Override
    public double rate() {
      return RATE;
    }

    @Override
    public int read(float[] into) {
      for (int i = 0; i < into.length; i++)
        into[i] = (float) Math.sin(2 * Math.PI * 1000 * at++ / RATE);
      return into.length;
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> workspaces.forEach(Workspace::close));
    session.close();
    fx.close();
  }

  private static Stimulus ear() {
    Signal.Sense fresh = SceneKind.SOUND.fresh();
    Scene.Sound microphone =
        new Scene.Sound(
            Optional.empty(),
            Quantity.of(125, "Hz"),
            Quantity.of(8, "kHz"),
            60,
            Quantity.of(10, "ms"));
    Signal.Sense sense = fresh.of(microphone).on(6, 1);
    return new Stimulus(
        new ElementId("ear"),
        "Ear",
        new Point(0, 0),
        sense.sources(),
        sense,
        Quantity.of(0, "ms"),
        Quantity.of(Double.POSITIVE_INFINITY, "ms"));
  }

  private Workspace workspace(SoundInput.Opening opening) {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          Workspace made = new Workspace(Library.builtIn(), session);
          workspaces.add(made);
          Listening _ = new Listening(made, fx, opening, complaints::add);
          made.add("Place an ear", List.of(ear()));
          return made;
        });
  }

  private static void await(String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain until " + what, e);
    }
  }

  private static void run(Workspace workspace) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, workspace::toggleRun);
  }

  @Test
  void levelsReachTheEngineWhileItRunsAndOnlyThen() {
    Workspace workspace = workspace(Whistle::new);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(0, opened.get(), "nothing listens before the run");

    run(workspace);
    // Bands of an octave from 125 Hz on: the fourth reaches from 1 to 2 kHz, so a whistle at its
    // edge is in the third or the fourth.
    await(
        "the whistle is heard",
        () ->
            shown.stream()
                .map(EngineCommand.Show::picture)
                .anyMatch(p -> Math.max(p.grey(2, 0), p.grey(3, 0)) > 240 && p.grey(0, 0) < 30));
    Raster last = shown.getLast().picture();
    assertEquals(6, last.columns());
    assertEquals(new ElementId("ear"), shown.getLast().stimulus());

    run(workspace);
    await("the microphone is closed", () -> open.get() == 0);
    assertEquals(List.of(), complaints);
  }

  @Test
  void withoutAMicrophoneOneSentenceSaysSo() {
    Workspace workspace =
        workspace(() -> {
          opened.incrementAndGet();
          throw new IOException("This computer has no microphone that can be used");
        });
    run(workspace);
    await("something is said", () -> !complaints.isEmpty());
    double then = engine.status().time();
    await("the run goes on", () -> engine.status().time() > then + 50);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(
        List.of(
            "This computer has no microphone that can be used: 'Ear' hears silence. Connect one and"
                + " run again, or choose a WAV file."),
        complaints);
    assertEquals(1, opened.get(), "it is tried once in a run");
  }

  @Test
  void theComputersOwnMicrophoneOpensOrSaysWhyNot() {
    try (SoundInput input = Microphone.open()) {
      assertEquals(RATE, input.rate());
    } catch (IOException e) {
      String sentence = e.getMessage();
      assertTrue(sentence != null && sentence.contains("microphone"), sentence);
    }
  }
}
