package org.neurarium.app.senses;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.FxBridge;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.engine.command.EngineCommand;

/// Lets a running circuit hear: the microphone is open only while a circuit runs in which a
/// stimulus listens to it. FX thread only.
///
/// ```
/// in the background: sound -> levels of each stimulus -> the newest of them
/// each frame:        the newest levels -> the engine, as commands
/// ```
public final class Listening {

  private final Workspace workspace;
  private final FxBridge fx;
  private final SoundInput.Opening opening;
  private final Consumer<String> complain;
  private List<Stimulus> listeners = List.of();
  private @Nullable Session session;
  private boolean failed;

  /// One time of listening; its input is opened and read in the background.
  private static final class Session {
    final List<Stimulus> listeners;
    final AtomicReference<List<EngineCommand.Show>> newest = new AtomicReference<>(List.of());
    volatile boolean ended;

    Session(List<Stimulus> listeners) {
      this.listeners = listeners;
    }

    /// Listens until it is ended.
    void listen(SoundInput.Opening opening) throws IOException {
      try (SoundInput input = opening.open()) {
        LiveLevels levels = new LiveLevels(listeners, input.rate());
        float[] piece = new float[Math.max(1, (int) (input.rate() / 100))];
        while (!ended && !Thread.currentThread().isInterrupted()) {
          int count = input.read(piece);
          if (count < 0) return;
          levels.hear(piece, count);
          newest.set(levels.levels());
        }
      }
    }
  }

  /// @param workspace whose circuit hears
  /// @param opening where sound comes from
  /// @param complain says to the person why nothing is heard
  public Listening(
      Workspace workspace, FxBridge fx, SoundInput.Opening opening, Consumer<String> complain) {
    this.workspace = workspace;
    this.fx = fx;
    this.opening = opening;
    this.complain = complain;
    workspace
        .circuitProperty()
        .subscribe(circuit -> {
          listeners = circuit.all(Stimulus.class).stream().filter(Listening::listens).toList();
          follow();
        });
    workspace.statusProperty().subscribe((_, _) -> follow());
  }

  /// Listens to the microphone of this computer.
  public static Listening toMicrophone(
      Workspace workspace, FxBridge fx, Consumer<String> complain) {
    return new Listening(workspace, fx, Microphone::open, complain);
  }

  private void follow() {
    boolean runs = workspace.status().isRunning();
    if (!runs) failed = false;
    List<Stimulus> wanted = runs ? listeners : List.of();
    Session present = session;
    if (present != null && !present.listeners.equals(wanted)) {
      present.ended = true;
      session = null;
    }
    if (session == null && !wanted.isEmpty() && !failed) begin(wanted);
    Session now = session;
    if (now != null) now.newest.getAndSet(List.of()).forEach(workspace::submit);
  }

  /// Whether a stimulus takes its sound from the microphone.
  static boolean listens(Stimulus stimulus) {
    return stimulus.signal() instanceof Signal.Sense sense
        && sense.scene() instanceof Scene.Sound sound
        && sound.file().isEmpty();
  }

  private void begin(List<Stimulus> wanted) {
    Session begun = new Session(wanted);
    session = begun;
    var _ =
        fx.inBackground(
            () -> {
              try {
                begun.listen(opening);
                return "";
              } catch (IOException e) {
                return e.getMessage();
              }
            },
            (sentence, failure) -> {
              if (session != begun) return;
              session = null;
              failed = true;
              boolean known = sentence != null && !sentence.isEmpty();
              String why = known ? sentence : "The microphone has stopped";
              complain.accept(
                  why
                      + ": '"
                      + begun.listeners.getFirst().name()
                      + "' hears silence. Connect one and run again, or choose a WAV file.");
            });
  }
}
