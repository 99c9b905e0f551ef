package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.SearchableComboBox;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.NeuronModel.Receptor;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// The essentials of a projection: receptor, wiring rule, weight and delay, typed with units.
///
/// Enter accepts and closes, Escape takes back what was done since it opened, and a click elsewhere keeps what is valid. For a
/// projection just drawn all of that belongs to the step of undo that drew it.
final class ProjectionPopOver {

  private final Workspace workspace;
  private final Projection projection;
  private final Object gesture;
  private final boolean isNew;
  private final PopOver popOver = new PopOver();
  private final ComboBox<Receptor> receptor = new ComboBox<>();
  private final SearchableComboBox<WiringRule> rule = new SearchableComboBox<>();
  private final GridPane form = new GridPane();
  private final List<TextField> ruleFields = new ArrayList<>();
  private final TextField weight = new TextField();
  private final TextField delay = new TextField();
  private final Label complaint = new Label();
  private boolean settled;

  /// @param gesture key of the step of undo to which changes belong
  /// @param isNew whether that step drew the projection
  ProjectionPopOver(Workspace workspace, Projection projection, Object gesture, boolean isNew) {
    this.workspace = workspace;
    this.projection = projection;
    this.gesture = gesture;
    this.isNew = isNew;
    List<Receptor> receptors = receptors();
    receptor.getItems().setAll(receptors);
    receptor.setConverter(display(Receptor::label));
    receptors.stream()
        .filter(r -> r.id().equals(projection.receptor()))
        .findFirst()
        .ifPresent(receptor::setValue);
    rule.getItems().setAll(WiringRule.values());
    rule.setValue(WiringRule.of(projection.wiring()));
    weight.setText(Captions.value(projection.weight()));
    delay.setText(Captions.value(projection.delay()));
    receptor.setId("receptor");
    rule.setId("wiring-rule");
    weight.setId("weight");
    delay.setId("delay");
    receptor.valueProperty().addListener((_, before, after) -> changeReceptor(before, after));
    rule.valueProperty()
        .addListener((_, _, now) -> {
          if (now != null)
            layForm(now, now.fields().stream().map(WiringRule.Field::standard).toList());
        });
    layForm(rule.getValue(), WiringRule.texts(projection.wiring()));
    build();
  }

  private List<Receptor> receptors() {
    Optional<NeuronSource> from = workspace.circuit().find(projection.from(), NeuronSource.class);
    Optional<NeuronModel> model =
        workspace
            .circuit()
            .find(projection.to(), Population.class)
            .flatMap(p -> workspace.models().neuron(p.model()));
    if (from.isEmpty() || model.isEmpty()) return List.of();
    return Connections.receptors(from.get(), model.get());
  }

  private static StringConverter<Receptor> display(
      java.util.function.Function<Receptor, String> text) {
    return new StringConverter<>() {
      @Override
      public String toString(@org.jspecify.annotations.Nullable Receptor r) {
        return r == null ? "" : text.apply(r);
      }

      @Override
      public Receptor fromString(String s) {
        throw new UnsupportedOperationException("receptors are chosen, not typed");
      }
    };
  }

  private void build() {
    Label title = new Label(projection.name());
    title.getStyleClass().add("popover-title");
    complaint.getStyleClass().add("popover-complaint");
    complaint.setWrapText(true);
    complaint.managedProperty().bind(complaint.visibleProperty());
    complaint.setVisible(false);
    Label keys = new Label(isNew ? "Enter accepts · Esc removes" : "Enter accepts · Esc cancels");
    keys.getStyleClass().add("popover-keys");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button accept = new Button("Connect");
    if (!isNew) accept.setText("Apply");
    accept.setId("accept-projection");
    accept.setDefaultButton(true);
    accept.setOnAction(_ -> accept());
    HBox footer = new HBox(8, keys, gap, accept);
    footer.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    form.setHgap(10);
    form.setVgap(7);
    VBox content = new VBox(10, title, form, complaint, footer);
    content.getStyleClass().add("projection-popover");
    content.setPrefWidth(300);
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    popOver.getStyleClass().add("nr-popover");
    popOver.setContentNode(content);
    popOver.setDetachable(false);
    popOver.setAnimated(false);
    popOver.setHideOnEscape(false);
    popOver.setAutoHide(true);
    popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    popOver.setOnHidden(_ -> keepWhatIsValid());
  }

  private void layForm(WiringRule chosen, List<String> texts) {
    form.getChildren().clear();
    ruleFields.clear();
    int row = 0;
    if (receptor.getItems().size() > 1) addRow(row++, "Receptor", receptor);
    addRow(row++, "Wiring", rule);
    for (int i = 0; i < chosen.fields().size(); i++) {
      TextField field = new TextField(texts.get(i));
      field.setId("rule-field-" + i);
      ruleFields.add(field);
      addRow(row++, chosen.fields().get(i).label(), field);
    }
    addRow(row++, "Weight", weight);
    if (!isCurrent()) addRow(row, "Delay", delay);
    if (popOver.isShowing()) popOver.sizeToScene();
  }

  private boolean isCurrent() {
    return receptor.getValue() != null && receptor.getValue().input() == Input.CURRENT;
  }

  private void addRow(int row, String text, Region field) {
    Label label = new Label(text);
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    field.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(field, Priority.ALWAYS);
    form.addRow(row, label, field);
  }

  private void changeReceptor(
      @org.jspecify.annotations.Nullable Receptor before,
      @org.jspecify.annotations.Nullable Receptor after) {
    if (after == null
        || before == null
        || weight.getText().equals(Captions.value(Value.of(after.standardWeight())))) return;
    // A weight in another unit, or of the wrong sign, means nothing here.
    weight.setText(after.standardWeight().toString());
  }

  /// Opens beside a place on the screen.
  void show(Node owner, double screenX, double screenY) {
    popOver.show(owner, screenX, screenY);
    weight.requestFocus();
    weight.selectAll();
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE && !rule.isShowing() && !receptor.isShowing()) {
      e.consume();
      takeBack();
    } else if (e.getCode() == KeyCode.ENTER
        && e.getTarget() instanceof TextField
        && !rule.isShowing()) {
      e.consume();
      accept();
    }
  }

  private void accept() {
    Optional<Projection> typed = typed();
    if (typed.isEmpty()) return;
    apply(typed.get());
    settled = true;
    popOver.hide();
  }

  private void apply(Projection changed) {
    String label = isNew ? "Connect " + changed.name() : "Change " + changed.name();
    if (!changed.equals(present().orElse(null)))
      workspace.applyDuring(gesture, new Edit.Replace(label, List.of(changed)));
  }

  private Optional<Projection> present() {
    return workspace.circuit().find(projection.id(), Projection.class);
  }

  private void takeBack() {
    settled = true;
    popOver.hide();
    if (isNew && present().isPresent()) {
      // Mostly this drawing is the last thing that happened, and then nothing should be left of it.
      ElementId id = projection.id();
      boolean last =
          workspace.history().canUndo()
              && !workspace
                  .history()
                  .versions()
                  .get(workspace.history().present() - 1)
                  .circuit()
                  .contains(id);
      if (last) workspace.withdraw();
      else workspace.apply(new Edit.Remove("Remove " + projection.name(), java.util.Set.of(id)));
    }
  }

  private void keepWhatIsValid() {
    if (settled) return;
    settled = true;
    typed().ifPresent(this::apply);
  }

  /// The projection as typed; empty, with a complaint shown, where something makes no sense.
  private Optional<Projection> typed() {
    complaint.setVisible(false);
    Projection base = present().orElse(projection);
    Receptor chosen = receptor.getValue();
    WiringRule chosenRule = rule.getValue();
    Optional<Wiring> wiring =
        chosenRule == null
            ? Optional.empty()
            : chosenRule.make(ruleFields.stream().map(TextField::getText).toList());
    if (wiring.isEmpty()) return complain("These are no parameters for this wiring rule.");
    Unit weightUnit = chosen == null ? projection.weight().unit() : chosen.weightUnit();
    Optional<Value> newWeight = value(weight.getText(), base.weight(), weightUnit);
    if (newWeight.isEmpty())
      return complain(
          "The weight is " + describe(weightUnit) + ", such as " + example(chosen) + ".");
    Optional<Value> newDelay = value(delay.getText(), base.delay(), Unit.MILLISECOND);
    if (newDelay.isEmpty()) return complain("The delay is a time, such as 1.5 ms.");
    String receptorId = chosen == null ? base.receptor() : chosen.id();
    return Optional.of(
        base.onto(receptorId)
            .wired(wiring.get())
            .withWeight(newWeight.get())
            .withDelay(newDelay.get()));
  }

  private static String describe(Unit unit) {
    return unit.dimension().describe();
  }

  private static String example(@org.jspecify.annotations.Nullable Receptor r) {
    return r == null ? "100 pA" : r.standardWeight().toString();
  }

  private Optional<Projection> complain(String sentence) {
    complaint.setText(sentence);
    complaint.setVisible(true);
    if (popOver.isShowing()) popOver.sizeToScene();
    return Optional.empty();
  }

  /// Reads a quantity; a bare number gets the unit, and an untouched text means the value that it described.
  private static Optional<Value> value(String text, Value before, Unit unit) {
    if (text.equals(Captions.value(before)) && before.unit().dimension().equals(unit.dimension()))
      return Optional.of(before);
    return Quantity.parse(text)
        .map(q -> q.unit().dimension().equals(Dimension.NONE) ? new Quantity(q.value(), unit) : q)
        .filter(q -> q.unit().dimension().equals(unit.dimension()))
        .map(Value::of);
  }
}
