package org.neurarium.app.study;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.cells.CellDrawing;
import org.neurarium.app.inspector.CompartmentPanel;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;

/// A cell enlarged: its drawing, and the measures and channels of the chosen compartment. FX thread.
public final class CellStudy extends VBox {

  private final Supplier<ModelCatalogue> models;
  private final CellDrawing drawing;
  private final CompartmentPanel panel;
  private final Label help = new Label();
  private @Nullable CellModel cell;
  private boolean editable;

  /// @param models in which channels are found
  /// @param changed told of the new text after each change
  public CellStudy(Supplier<ModelCatalogue> models, Consumer<String> changed) {
    this.models = models;
    drawing = new CellDrawing(this::isSynaptic, changed);
    panel = new CompartmentPanel(changed);
    Label heading = new Label("The cell".toUpperCase(Locale.ROOT));
    heading.getStyleClass().add("nr-heading");
    help.getStyleClass().addAll("nr-muted", "nr-small");
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    getStyleClass().add("nr-cell-study");
    getChildren().addAll(heading, drawing, help, panel);
    drawing.selectedProperty().addListener((_, _, _) -> showCompartment());
  }

  /// Shows a cell.
  ///
  /// @param mayChange whether it is the circuit's own
  public void show(CellModel newCell, boolean mayChange) {
    cell = newCell;
    editable = mayChange;
    help.setText(
        mayChange
            ? "Drag the + to draw a branch, the ring to change a length. Arrow keys choose, Insert adds,"
                + " Delete takes away."
            : "Choose a branch to see what it is made of. Duplicate the cell to draw on it.");
    drawing.show(newCell, mayChange);
    showCompartment();
  }

  /// The picture of the cell.
  public CellDrawing drawing() {
    return drawing;
  }

  private boolean isSynaptic(String channel) {
    return models
        .get()
        .entry(Model.Kind.CHANNEL, channel)
        .map(ModelCatalogue.Entry::model)
        .filter(m -> m instanceof ChannelModel c && !c.receptors().isEmpty())
        .isPresent();
  }

  private void showCompartment() {
    CellModel shown = cell;
    if (shown != null) panel.show(shown, drawing.selectedProperty().get(), models.get(), editable);
  }
}
