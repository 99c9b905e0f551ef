package org.neurarium.app.models;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.neurarium.app.formulas.FormulaSheet;
import org.neurarium.app.formulas.Formulas;
import org.neurarium.app.study.CellStudy;
import org.neurarium.app.study.ModelStudy;
import org.neurarium.circuits.language.KnownName;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Preset;
import org.neurarium.circuits.model.Reference;
import org.neurarium.circuits.model.SynapseModel;

/// A model as a paper would show it: formulas, pictures, constants and where it comes from. While the text has errors it shows the last version without.
/// FX thread only.
public final class ModelPage extends ScrollPane {

  private static final double FORMULA_SIZE = 17;

  private final ModelStudy study;
  private final CellStudy cell;
  private final ObservableValue<Optional<ModelDesk.Open>> open;
  private final Consumer<String> openLink;
  private final VBox page = new VBox();
  private final Label stale = new Label("As of the last version without problems.");
  private final VBox formulas = new VBox(8);
  private final VBox details = new VBox(4);
  private final PauseTransition moment = new PauseTransition(Duration.millis(120));
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
    this.openLink = openLink;
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
        details.getChildren().clear();
      }
      return;
    }
    visible(stale, false);
    dim(false);
    hasModel = true;
    Model model = reading.model().get();
    FormulaSheet sheet =
        Formulas.of(model, FORMULA_SIZE, id -> reading.name(id).map(ModelPage::meaning));
    sheet.setId("model-formulas");
    formulas.getChildren().clear();
    if (!sheet.getChildrenUnmodifiable().isEmpty())
      formulas.getChildren().addAll(heading("Equations"), sheet);
    visible(cell, model instanceof CellModel);
    if (model instanceof CellModel tree)
      cell.show(tree, open.getValue().filter(ModelDesk.Open::isOwn).isPresent());
    visible(study, model instanceof NeuronModel);
    if (model instanceof NeuronModel neuron) study.show(neuron);
    details(model);
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

  private static Label heading(String words) {
    Label label = new Label(words.toUpperCase(Locale.ROOT));
    label.getStyleClass().add("nr-heading");
    return label;
  }

  private static Label wrapped(String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }

  private void details(Model model) {
    details.getChildren().clear();
    if (!model.summary().isEmpty())
      details.getChildren().addAll(heading("About"), wrapped(model.summary()));
    if (!model.parameters().isEmpty()) {
      details.getChildren().addAll(heading("Parameters"), parameters(model.parameters()));
    }
    states(model);
    if (!model.presets().isEmpty()) {
      details.getChildren().add(heading("Presets"));
      for (Preset p : model.presets()) details.getChildren().add(preset(p));
    }
    if (!model.references().isEmpty()) {
      details.getChildren().add(heading("References"));
      for (Reference r : model.references()) details.getChildren().add(reference(r));
    }
  }

  private static GridPane table() {
    GridPane table = new GridPane(10, 3);
    ColumnConstraints symbol = new ColumnConstraints();
    ColumnConstraints label =
        new ColumnConstraints(40, 120, Double.MAX_VALUE, Priority.ALWAYS, null, true);
    table.getColumnConstraints().addAll(symbol, label);
    return table;
  }

  private static void row(GridPane table, String symbol, String label, String value) {
    int row = table.getRowCount();
    Node picture = Formulas.symbol(symbol, 15);
    Label words = wrapped(label, "nr-small");
    Label number = new Label(value);
    number.getStyleClass().addAll("nr-mono", "nr-small");
    number.setMinWidth(Region.USE_PREF_SIZE);
    number.setAlignment(Pos.CENTER_RIGHT);
    table.addRow(row, picture, words, number);
    // Not by their baselines: a row would then not grow with a label of two lines.
    for (Node n : List.of(picture, words, number)) GridPane.setValignment(n, VPos.TOP);
    GridPane.setHalignment(number, HPos.RIGHT);
  }

  private static Node parameters(List<Parameter> parameters) {
    GridPane table = table();
    for (Parameter p : parameters) row(table, p.id(), p.label(), p.standard().toString());
    return table;
  }

  private void states(Model model) {
    GridPane table = table();
    switch (model) {
      case NeuronModel m ->
          m.states().forEach(s -> row(table, s.id(), s.label(), unit(s.unit().symbol())));
      case SynapseModel m ->
          m.states().forEach(s -> row(table, s.id(), s.label(), unit(s.unit().symbol())));
      case org.neurarium.circuits.model.ChannelModel m ->
          m.states().forEach(s -> row(table, s.id(), s.label(), unit(s.unit().symbol())));
      case org.neurarium.circuits.model.ModulatorModel m ->
          m.states().forEach(s -> row(table, s.id(), s.label(), unit(s.unit().symbol())));
      case org.neurarium.circuits.model.CellModel _ -> {}
    }
    if (!table.getChildren().isEmpty())
      details.getChildren().addAll(heading("State variables"), table);
  }

  private static String unit(String symbol) {
    return symbol.isEmpty() ? "" : "in " + symbol;
  }

  private static Node preset(Preset p) {
    StringBuilder values = new StringBuilder();
    p.values()
        .forEach((id, q) ->
            values.append(values.isEmpty() ? "" : ", ").append(id).append(" = ").append(q));
    Label name = wrapped(p.name());
    Label text = wrapped(values.toString(), "nr-mono", "nr-muted", "nr-small");
    return new VBox(1, name, text);
  }

  private Node reference(Reference r) {
    Hyperlink link = new Hyperlink("doi:" + r.doi());
    link.getStyleClass().add("nr-model-reference");
    link.setTooltip(new Tooltip("Open " + r.address()));
    link.setOnAction(_ -> openLink.accept(r.address()));
    VBox box = new VBox(0, link);
    if (!r.note().isEmpty()) box.getChildren().add(wrapped(r.note(), "nr-muted", "nr-small"));
    return box;
  }
}
