package org.neurarium.app.inspector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.neurarium.app.controls.MeasuredBox;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.portrait.CurrentRange;

/// Sliders for an injected current and for a model's parameters, to try values out: nothing in the circuit changes. FX thread.
public final class ParameterPanel extends MeasuredBox {

  private final Map<String, Quantity> values = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final BiConsumer<Map<String, Quantity>, Double> listener;
  private double current;
  private List<Parameter> shown = List.of();
  private Optional<CurrentRange> range = Optional.empty();

  /// @param listener told of the values that differ from the model's defaults, and of the current (pA), whenever one has moved
  public ParameterPanel(BiConsumer<Map<String, Quantity>, Double> listener) {
    super(0);
    this.listener = listener;
    getStyleClass().add("nr-form");
    setId("study-parameters");
  }

  /// Shows a model's sliders. Values that were moved stay where they are as long as the model has them in the same unit.
  ///
  /// @param currents between which the current can be set; empty for a model that takes none
  public void show(NeuronModel model, Optional<CurrentRange> currents) {
    values
        .entrySet()
        .removeIf(e ->
            model
                .parameter(e.getKey())
                .filter(p -> p.unit().equals(e.getValue().unit()))
                .isEmpty());
    List<Parameter> sliders = model.parameters().stream().filter(Parameter::essential).toList();
    // While a formula is typed the sliders are the same: one may even be held.
    if (!rows.isEmpty() && sliders.equals(shown) && currents.equals(range)) {
      rows.forEach(Row::refresh);
      return;
    }
    List<Row> fresh = new ArrayList<>();
    currents.ifPresentOrElse(
        r ->
            fresh.add(
                currents.equals(range) && !rows.isEmpty()
                    ? rows.getFirst()
                    : new NumberRow(currentSpec(r), currentAccess())),
        () -> current = 0);
    for (Parameter p : sliders) fresh.add(row(p));
    shown = sliders;
    range = currents;
    rows.clear();
    rows.addAll(fresh);
    place();
  }

  /// A row for a parameter: the one there is, if nothing about the parameter has changed.
  private Row row(Parameter p) {
    int at = shown.indexOf(p);
    if (at >= 0) {
      Row row = rows.get(at + rows.size() - shown.size());
      row.refresh();
      return row;
    }
    return new NumberRow(NumberSpec.of(p), access(p));
  }

  /// Rows that stay are not touched: one may be held, and each is styled anew when it comes.
  private void place() {
    if (getChildren().size() != rows.size()) {
      getChildren().setAll(rows);
      return;
    }
    for (int i = 0; i < rows.size(); i++)
      if (getChildren().get(i) != rows.get(i)) {
        if (getChildren().contains(rows.get(i))) {
          getChildren().setAll(rows);
          return;
        }
        getChildren().set(i, rows.get(i));
      }
  }

  /// The current that is injected (pA).
  public double current() {
    return current;
  }

  /// Sets the current without telling the listener.
  public void setCurrent(double newCurrent) {
    current = newCurrent;
    rows.forEach(Row::refresh);
  }

  /// The values that differ from the model's defaults.
  public Map<String, Quantity> values() {
    return Map.copyOf(values);
  }

  private static NumberSpec currentSpec(CurrentRange range) {
    return NumberSpec.of("Injected current", Unit.PICOAMPERE)
        .symbol("I_ext")
        .slider(Scale.linear(range.lowest(), range.highest()))
        .standard(0);
  }

  private Access<Double> currentAccess() {
    return moving(() -> current, v -> current = v);
  }

  private Access<Double> access(Parameter p) {
    return moving(
        () -> values.getOrDefault(p.id(), p.standard()).in(p.unit()).value(),
        v -> {
          if (v == p.standard().value()) values.remove(p.id());
          else values.put(p.id(), new Quantity(v, p.unit()));
        });
  }

  private interface Setter {
    void set(double value);
  }

  private Access<Double> moving(java.util.function.DoubleSupplier get, Setter setter) {
    return new Access<>() {
      @Override
      public Optional<Double> get() {
        return Optional.of(get.getAsDouble());
      }

      @Override
      public void set(Double value) {
        setter.set(value);
        rows.forEach(Row::refresh);
        listener.accept(values(), current);
      }

      @Override
      public void drag(Object gesture, Double value) {
        set(value);
      }
    };
  }
}
