package org.neurarium.app.models;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.neurarium.app.controls.MeasuredBox;
import org.neurarium.app.formulas.FormulaSheet;
import org.neurarium.app.formulas.Formulas;
import org.neurarium.app.study.CellStudy;
import org.neurarium.app.study.ModelStudy;
import org.neurarium.circuits.language.KnownName;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.NeuronModel;

/// A model as a paper would show it: formulas, pictures, constants and where it comes from. While the text has errors it shows the last version without.
/// FX thread only.
public final class ModelPage extends ScrollPane {

  private static final double FORMULA_SIZE = 17;

  private final ModelStudy study;
  private final CellStudy cell;
  private final ObservableValue<Optional<ModelDesk.Open>> open;
  private final VBox page = new MeasuredBox(0);
  private final Label stale = new Label("As of the last version without problems.");
  private final VBox formulas = new MeasuredBox(8);
  private final ModelDetails details;
  private final PauseTransition moment = new PauseTransition(Duration.millis(250));
  private List<Object> setFormulas = List.of();
  private boolean hasModel;

  /// @param reading of the open model's text
  /// @param open what is open; another model forgets the last one
  /// @param study draws the pictures
  /// @param cell shows neurons with dendrites
  /// @param openLink opens a web page
  public ModelPage(
      ObservableValue<Reading> reading,
      ObservableValue<Optional<ModelDesk.Open>> open,
      ModelStudy study,
      CellStudy cell,
      Consumer<String> openLink) {
    this.study = study;
    this.cell = cell;
    this.open = open;
    details = new ModelDetails(openLink);
    setId("model-page");
    getStyleClass().add("nr-model-page");
    getStylesheets().add(ModelEditor.sheet());
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(page);
    page.getStyleClass().add("nr-model-page-content");
    stale.getStyleClass().addAll("nr-muted", "nr-small");
    stale.setId("model-stale");
    page.getChildren().addAll(stale, cell, formulas, study, details);
    open.subscribe((_, _) -> {
      hasModel = false;
      setVvalue(0);
    });
    moment.setOnFinished(_ -> show(reading.getValue()));
    reading.subscribe(now -> {
      // Typing must not wait for formulas: they follow when it rests.
      if (hasModel && now.model().isPresent()) moment.playFromStart();
      else {
        moment.stop();
        show(now);
      }
    });
  }

  private void show(Reading reading) {
    if (reading.model().isEmpty()) {
      stale.setText(
          hasModel
              ? "As of the last version without problems."
              : "The formulas appear as soon as the text has no problems.");
      visible(stale, true);
      dim(true);
      if (!hasModel) {
        visible(study, false);
        visible(cell, false);
        formulas.getChildren().clear();
        setFormulas = List.of();
        details.clear();
      }
      return;
    }
    visible(stale, false);
    dim(false);
    hasModel = true;
    Model model = reading.model().get();
    set(Formulas.of(model, FORMULA_SIZE, id -> reading.name(id).map(ModelPage::meaning)), reading);
    visible(cell, model instanceof CellModel);
    if (model instanceof CellModel tree)
      cell.show(tree, open.getValue().filter(ModelDesk.Open::isOwn).isPresent());
    visible(study, model instanceof NeuronModel);
    if (model instanceof NeuronModel neuron) study.show(neuron);
    details.show(model);
  }

  /// Formulas are set anew only where they differ, or what their symbols mean does.
  private void set(Formulas now, Reading reading) {
    List<Object> wanted = List.of(now.spoken(), reading.names());
    if (wanted.equals(setFormulas)) return;
    setFormulas = wanted;
    FormulaSheet sheet = now.sheet();
    sheet.setId("model-formulas");
    formulas.getChildren().clear();
    if (!now.spoken().isEmpty())
      formulas.getChildren().addAll(ModelDetails.heading("Equations"), sheet);
  }

  /// What belongs to an earlier text looks like it.
  private void dim(boolean old) {
    for (Node n : List.of(cell, formulas, study, details)) n.setOpacity(old ? 0.55 : 1);
  }

  private static void visible(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static String meaning(KnownName n) {
    String unit = n.unit().isEmpty() || n.unit().equals("1") ? "" : " (" + n.unit() + ")";
    return n.id() + (n.label().isEmpty() ? "" : ": " + n.label()) + unit;
  }
}
