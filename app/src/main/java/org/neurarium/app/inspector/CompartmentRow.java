package org.neurarium.app.inspector;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.StateView;

/// A compartment of a dendritic population with the potential that it has now in the population's first neuron; pressed, it opens what the compartment is made of.
final class CompartmentRow extends Row {

  private static final String NOTHING = "–";

  private final Workspace workspace;
  private final ElementId population;
  private final String state;
  private final Label value = new Label(NOTHING);
  private final Button button;
  private Subscription watching = Subscription.EMPTY;

  /// @param open what is done when the row is pressed
  CompartmentRow(
      Workspace workspace, ElementId population, Compartment compartment, Runnable open) {
    this.workspace = workspace;
    this.population = population;
    state = compartment.segment((compartment.segments() + 1) / 2) + ".v";
    Label name = new Label(compartment.label().isEmpty() ? compartment.id() : compartment.label());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    value.getStyleClass().add("nr-mono");
    HBox line = new HBox(6, name, gap, value);
    line.setAlignment(Pos.CENTER_LEFT);
    button = new Button();
    button.setGraphic(line);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("nr-compartment");
    button.setAccessibleText("Compartment " + name.getText() + ": show its values");
    button.setTooltip(
        tip(
            "Membrane potential of "
                + state
                + " in the first neuron. Press to see what the compartment is made of."));
    button.setOnAction(_ -> open.run());
    line.prefWidthProperty().bind(button.widthProperty().subtract(22));
    getChildren().add(button);
    // A row that is shown no more must not be kept by what it watches.
    sceneProperty()
        .subscribe(scene -> {
          watching.unsubscribe();
          watching =
              scene == null
                  ? Subscription.EMPTY
                  : workspace.statusProperty().subscribe(_ -> refresh());
        });
  }

  @Override
  void refresh() {
    value.setText(potential().map(v -> String.format(Locale.ROOT, "%.1f mV", v)).orElse(NOTHING));
  }

  private Optional<Double> potential() {
    Optional<Observation> observation = workspace.observationProperty().get();
    StateView states = observation.map(o -> o.states().get(population)).orElse(null);
    if (states == null) return Optional.empty();
    OptionalInt k = states.find(state);
    return k.isPresent() && states.neurons() > 0
        ? Optional.of(states.value(k.getAsInt(), 0))
        : Optional.empty();
  }

  @Override
  void focusField() {
    button.requestFocus();
  }
}
