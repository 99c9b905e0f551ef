package org.neurarium.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.neurarium.app.FxBridge;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Problem;

/// What is wrong with the circuit at work: what validation finds, and what the engine reports. Validation waits until an edit is a moment old and
/// runs in the background.
final class Problems {

  private static final Duration MOMENT = Duration.millis(150);

  private final Workspace workspace;
  private final FxBridge fx;
  private final Function<Circuit, List<Problem>> validate;
  private final ReadOnlyObjectWrapper<List<Problem>> all = new ReadOnlyObjectWrapper<>(List.of());
  private final PauseTransition pause = new PauseTransition(MOMENT);
  private List<Problem> found = List.of();

  /// @param validate finds problems of a circuit; called in the background
  Problems(Workspace workspace, FxBridge fx, Function<Circuit, List<Problem>> validate) {
    this.workspace = workspace;
    this.fx = fx;
    this.validate = validate;
    pause.setOnFinished(_ -> look());
    workspace.circuitProperty().subscribe(_ -> pause.playFromStart());
    workspace.statusProperty().map(s -> s.problems()).subscribe(_ -> publish());
  }

  ReadOnlyObjectProperty<List<Problem>> allProperty() {
    return all.getReadOnlyProperty();
  }

  private void look() {
    Circuit circuit = workspace.circuit();
    var _ =
        fx.inBackground(
            () -> validate.apply(circuit),
            (problems, _) -> {
              if (problems == null || circuit != workspace.circuit()) return;
              found = problems;
              publish();
            });
  }

  private void publish() {
    List<Problem> together = new ArrayList<>(found);
    for (Problem p : workspace.status().problems())
      if (found.stream().noneMatch(f -> f.sentence().equals(p.sentence()))) together.add(p);
    if (!together.equals(all.get())) all.set(List.copyOf(together));
  }
}
