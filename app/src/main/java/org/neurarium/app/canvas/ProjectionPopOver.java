package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.NeuronModel.Receptor;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// The essentials of a projection: receptor, wiring rule, weight and delay, typed with units.
///
/// What keys do, and how changes are taken or taken back, is told at [LinePopOver].
final class ProjectionPopOver {

  private final Workspace workspace;
  private final Projection projection;
  private final LinePopOver<Projection> frame;
  private final ComboBox<Receptor> receptor = new ComboBox<>();
  private final SearchableComboBox<WiringRule> rule = new SearchableComboBox<>();
  private final List<TextField> ruleFields = new ArrayList<>();
  private final TextField weight = new TextField();
  private final TextField delay = new TextField();

  /// @param gesture key of the step of undo to which changes belong
  /// @param isNew whether that step drew the projection
  ProjectionPopOver(Workspace workspace, Projection projection, Object gesture, boolean isNew) {
    this.workspace = workspace;
    this.projection = projection;
    frame =
        new LinePopOver<>(
            workspace,
            projection,
            Projection.class,
            gesture,
            isNew,
            "accept-projection",
            this::typed);
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

  private void layForm(WiringRule chosen, List<String> texts) {
    frame.clear();
    ruleFields.clear();
    if (receptor.getItems().size() > 1) frame.row("Receptor", receptor);
    frame.row("Wiring", rule);
    for (int i = 0; i < chosen.fields().size(); i++) {
      TextField field = new TextField(texts.get(i));
      field.setId("rule-field-" + i);
      ruleFields.add(field);
      frame.row(chosen.fields().get(i).label(), field);
    }
    frame.row("Weight", weight);
    if (!isCurrent()) frame.row("Delay", delay);
    frame.fit();
  }

  private boolean isCurrent() {
    return receptor.getValue() != null && receptor.getValue().input() == Input.CURRENT;
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
    frame.show(owner, screenX, screenY, Optional.of(weight));
  }

  /// The projection as typed; empty, with a complaint shown, where something makes no sense.
  private Optional<Projection> typed() {
    Projection base = frame.present().orElse(projection);
    Receptor chosen = receptor.getValue();
    WiringRule chosenRule = rule.getValue();
    Optional<Wiring> wiring =
        chosenRule == null
            ? Optional.empty()
            : chosenRule.make(ruleFields.stream().map(TextField::getText).toList());
    if (wiring.isEmpty()) return frame.complain("These are no parameters for this wiring rule.");
    Unit weightUnit = chosen == null ? projection.weight().unit() : chosen.weightUnit();
    Optional<Value> newWeight = value(weight.getText(), base.weight(), weightUnit);
    if (newWeight.isEmpty())
      return frame.complain(
          "The weight is " + describe(weightUnit) + ", such as " + example(chosen) + ".");
    Optional<Value> newDelay = value(delay.getText(), base.delay(), Unit.MILLISECOND);
    if (newDelay.isEmpty()) return frame.complain("The delay is a time, such as 1.5 ms.");
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
