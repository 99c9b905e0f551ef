package org.neurarium.app.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.neurarium.app.documents.Sample;
import org.neurarium.app.shell.MainWindow;
import org.neurarium.app.work.Workspace;

/// Goes once through what every start needs and ends, so that the virtual machine can note which classes those are.
final class Rehearsal {

  private static final Duration WELCOME = Duration.seconds(1);
  private static final Duration RUN = Duration.seconds(3);

  private Rehearsal() {}

  static void play(MainWindow window, Workspace workspace) {
    Optional<Path> sample =
        Sample.samplesFolder().map(Sample::in).orElse(List.of()).stream()
            .findFirst()
            .map(Sample::folder);
    after(
        WELCOME,
        () -> {
          sample.ifPresent(s -> {
            Autorun.whenReady(workspace);
            window.documents().open(s);
          });
          after(RUN, Platform::exit);
        });
  }

  private static void after(Duration pause, Runnable next) {
    PauseTransition wait = new PauseTransition(pause);
    wait.setOnFinished(_ -> next.run());
    wait.play();
  }
}
