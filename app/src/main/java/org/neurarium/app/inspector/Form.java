package org.neurarium.app.inspector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.neurarium.app.formulas.FormulaSheet;
import org.neurarium.app.formulas.Formulas;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Reference;

/// Rows under headings; some headings can be folded. Which are open is remembered while the program runs.
final class Form extends VBox {

  private static final double FORMULA_SIZE = 15;

  private final Set<String> unfolded;
  private final List<Row> rows = new ArrayList<>();
  private final List<Runnable> refreshers = new ArrayList<>();
  private final Map<String, Row> byName = new LinkedHashMap<>();
  private final Map<Row, ToggleButton> folds = new LinkedHashMap<>();
  private VBox here = this;
  private Optional<ToggleButton> fold = Optional.empty();

  /// @param unfolded names of the foldable headings that are open; changed as the person opens and closes them
  Form(Set<String> unfolded) {
    this.unfolded = unfolded;
    getStyleClass().add("nr-form");
  }

  Form() {
    this(new HashSet<>());
  }

  /// A heading that is always open.
  Form heading(String title) {
    Label label = new Label(title.toUpperCase(Locale.ROOT));
    label.getStyleClass().add("nr-heading");
    here = this;
    fold = Optional.empty();
    getChildren().add(label);
    return this;
  }

  /// A heading under which the following rows fold away.
  Form folded(String title) {
    ToggleButton button = new ToggleButton(title.toUpperCase(Locale.ROOT));
    button.getStyleClass().setAll("nr-heading", "nr-fold");
    Label arrow = new Label();
    arrow.getStyleClass().add("nr-fold-arrow");
    button.setGraphic(arrow);
    button.setAccessibleText("Show or hide " + title);
    button.setSelected(unfolded.contains(title));
    VBox box = new VBox();
    box.getStyleClass().add("nr-form");
    box.visibleProperty().bind(button.selectedProperty());
    box.managedProperty().bind(button.selectedProperty());
    button
        .selectedProperty()
        .subscribe(open -> {
          arrow.setText(open ? "▾" : "▸");
          if (open) unfolded.add(title);
          else unfolded.remove(title);
        });
    HBox line = new HBox(button);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, box);
    here = box;
    fold = Optional.of(button);
    return this;
  }

  /// A row that can be found by its name.
  Form row(String name, Row row) {
    rows.add(row);
    byName.put(name, row);
    fold.ifPresent(f -> folds.put(row, f));
    here.getChildren().add(row);
    return this;
  }

  /// Anything else; `refresh` is called when the circuit changes.
  Form plain(Node node, Runnable refresh) {
    here.getChildren().add(node);
    refreshers.add(refresh);
    refresh.run();
    return this;
  }

  Form plain(Node node) {
    here.getChildren().add(node);
    return this;
  }

  /// A line that is only read.
  Form note(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().addAll("nr-muted", "nr-small");
    return plain(label);
  }

  /// A model's formulas, with ways to its text and to the papers it comes from.
  Form equations(
      NeuronModel model,
      java.util.function.Consumer<String> openLink,
      java.util.function.Consumer<String> openModel) {
    heading("Equations");
    FormulaSheet sheet =
        Formulas.of(
                model, FORMULA_SIZE, id -> model.parameter(id).map(p -> p.id() + ": " + p.label()))
            .sheet();
    VBox box = new VBox(sheet);
    box.getStyleClass().add("nr-equations");
    plain(box);
    Hyperlink text =
        link("Open equations", "Show the model's text and pictures, to read or to change");
    text.setId("open-equations");
    text.setOnAction(_ -> openModel.accept(model.id()));
    plain(text);
    for (Reference r : model.references()) {
      Hyperlink paper = link("doi:" + r.doi(), "Open the paper in the browser");
      paper.setOnAction(_ -> openLink.accept(r.address()));
      plain(paper);
    }
    return this;
  }

  private static Hyperlink link(String text, String help) {
    Hyperlink link = new Hyperlink(text);
    link.getStyleClass().add("nr-link");
    link.setTooltip(Row.tip(help));
    return link;
  }

  void refresh() {
    rows.forEach(Row::refresh);
    refreshers.forEach(Runnable::run);
  }

  /// The names of all rows, in order.
  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /// Opens what hides a row and puts the focus there; whether there is such a row.
  boolean focus(String name) {
    Row row = byName.get(name);
    if (row == null) return false;
    Optional.ofNullable(folds.get(row)).ifPresent(f -> f.setSelected(true));
    row.focusField();
    return true;
  }
}
