package org.neurarium.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// A value that is the same for all, or drawn from a distribution: one number, or the distribution's numbers under a name.
final class ValueRow extends Row {

  private final NumberSpec spec;
  private final Access<Value> access;
  private final Optional<Runnable> reset;
  private final boolean onSheet;
  private final List<Row> parts = new ArrayList<>();
  private @Nullable ValueKind built;
  private boolean builtOnce;

  /// @param spec the number's meaning; its default decides when the value counts as changed
  /// @param access the value
  /// @param reset takes the value back to its default; empty where there is none
  /// @param onSheet whether a gradient over a sheet can be chosen
  ValueRow(NumberSpec spec, Access<Value> access, Optional<Runnable> reset, boolean onSheet) {
    this.spec = spec;
    this.access = access;
    this.reset = reset;
    this.onSheet = onSheet;
    refresh();
  }

  @Override
  void refresh() {
    ValueKind kind = access.get().map(ValueKind::of).orElse(null);
    if (builtOnce && kind == built) parts.forEach(Row::refresh);
    else build(kind);
  }

  private void build(@Nullable ValueKind kind) {
    built = kind;
    builtOnce = true;
    parts.clear();
    if (kind == null || kind == ValueKind.CONSTANT) {
      parts.add(new NumberRow(spec, constant(), Optional.of(kindMenu())));
    } else {
      parts.addAll(distribution(kind));
    }
    getChildren().setAll(parts);
    if (kind != null && kind != ValueKind.CONSTANT) getChildren().addFirst(distributionHead(kind));
  }

  private Node distributionHead(ValueKind kind) {
    Label name = new Label(spec.name());
    name.getStyleClass().add("nr-row-name");
    Label symbol = new Label(spec.symbol());
    symbol.getStyleClass().add("nr-row-symbol");
    symbol.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label title = new Label(kind.title());
    title.getStyleClass().add("nr-muted");
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(6, name, symbol, gap, title, kindMenu());
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private MenuButton kindMenu() {
    MenuButton menu = new MenuButton("∿");
    menu.getStyleClass().setAll("nr-kind-menu");
    menu.setTooltip(tip("One number for all, or a distribution"));
    menu.setAccessibleText("How " + spec.name() + " is spread");
    menu.setFocusTraversable(false);
    for (ValueKind kind : ValueKind.choices(onSheet)) {
      RadioMenuItem item = new RadioMenuItem(NumberSpec.capital(kind.title()));
      item.setSelected(kind == built);
      item.setOnAction(_ -> choose(kind));
      menu.getItems().add(item);
    }
    reset.ifPresent(back -> {
      javafx.scene.control.MenuItem item = new javafx.scene.control.MenuItem("Back to the default");
      item.setOnAction(_ -> back.run());
      menu.getItems().addAll(new javafx.scene.control.SeparatorMenuItem(), item);
    });
    return menu;
  }

  private void choose(ValueKind kind) {
    double middle =
        access.get().map(v -> inUnit(ValueKind.middle(v), v.unit())).orElse(spec.example());
    double spread =
        spec.scale()
            .filter(s -> !s.logarithmic())
            .map(s -> (s.max() - s.min()) / 20)
            .orElse(Math.max(Math.abs(middle) / 5, 1e-3));
    if (spec.smallest() > Double.NEGATIVE_INFINITY)
      spread = Math.min(spread, (middle - spec.smallest()) / 2);
    if (!(spread > 0)) spread = 0.1;
    access.set(kind.around(middle, NumberText.tidy(spread), spec.unit(), 1));
  }

  private double inUnit(double value, Unit from) {
    return from.dimension().equals(spec.unit().dimension())
        ? NumberText.tidy(value * from.scale() / spec.unit().scale())
        : value;
  }

  private Access<Double> constant() {
    Access<Double> number =
        quantity(
            v -> v instanceof Value.Constant c ? c.quantity() : null,
            (_, q) -> new Value.Constant(q));
    return new Access<>() {
      @Override
      public Optional<Double> get() {
        return number.get();
      }

      @Override
      public void set(Double value) {
        // The default itself is not written into the circuit: the element goes back to having none.
        if (reset.isPresent() && OptionalDouble.of(value).equals(spec.standard()))
          reset.get().run();
        else if (access.get().isPresent()) number.set(value);
        else access.set(new Value.Constant(new Quantity(value, spec.unit())));
      }

      @Override
      public void drag(Object gesture, Double value) {
        if (access.get().isPresent()) number.drag(gesture, value);
        else access.drag(gesture, new Value.Constant(new Quantity(value, spec.unit())));
      }
    };
  }

  private Access<Double> quantity(
      Function<Value, @Nullable Quantity> read, BiFunction<Value, Quantity, Value> with) {
    return access.part(
        v -> {
          Quantity q = read.apply(v);
          return q == null || !q.unit().dimension().equals(spec.unit().dimension())
              ? Optional.empty()
              : Optional.of(NumberText.tidy(q.in(spec.unit()).value()));
        },
        (v, number) -> with.apply(v, new Quantity(number, spec.unit())));
  }

  private NumberSpec part(String name) {
    NumberSpec plain = NumberSpec.of(name, spec.unit());
    return spec.smallestExcluded() ? plain.above(spec.smallest()) : plain.atLeast(spec.smallest());
  }

  private NumberSpec spread(String name) {
    return NumberSpec.of(name, spec.unit()).atLeast(0);
  }

  private List<Row> distribution(ValueKind kind) {
    return switch (kind) {
      case CONSTANT -> List.of();
      case UNIFORM ->
          List.of(
              new NumberRow(
                  part("from"),
                  quantity(
                      v -> v instanceof Value.Uniform u ? u.low() : null,
                      (v, q) -> v instanceof Value.Uniform u ? new Value.Uniform(q, u.high()) : v)),
              new NumberRow(
                  part("to"),
                  quantity(
                      v -> v instanceof Value.Uniform u ? u.high() : null,
                      (v, q) -> v instanceof Value.Uniform u ? new Value.Uniform(u.low(), q) : v)));
      case NORMAL ->
          List.of(
              new NumberRow(
                  part("mean"),
                  quantity(
                      v -> v instanceof Value.Normal n ? n.mean() : null,
                      (v, q) ->
                          v instanceof Value.Normal n
                              ? new Value.Normal(q, n.sd(), n.min(), n.max())
                              : v)),
              new NumberRow(
                  spread("standard deviation"),
                  quantity(
                      v -> v instanceof Value.Normal n ? n.sd() : null,
                      (v, q) ->
                          v instanceof Value.Normal n
                              ? new Value.Normal(n.mean(), q, n.min(), n.max())
                              : v)));
      case LOG_NORMAL ->
          List.of(
              new NumberRow(
                  part("median"),
                  quantity(
                      v -> v instanceof Value.LogNormal l ? l.median() : null,
                      (v, q) ->
                          v instanceof Value.LogNormal l ? new Value.LogNormal(q, l.sigma()) : v)),
              new NumberRow(
                  NumberSpec.of("sigma of the logarithm", Unit.NONE).atLeast(0),
                  access.part(
                      v ->
                          v instanceof Value.LogNormal l
                              ? Optional.of(l.sigma())
                              : Optional.empty(),
                      (v, s) ->
                          v instanceof Value.LogNormal l
                              ? new Value.LogNormal(l.median(), s)
                              : v)));
      case EXPONENTIAL ->
          List.of(
              new NumberRow(
                  spread("mean"),
                  quantity(
                      v -> v instanceof Value.Exponential e ? e.mean() : null,
                      (v, q) ->
                          v instanceof Value.Exponential e
                              ? new Value.Exponential(q, e.min())
                              : v)),
              new NumberRow(
                  part("shifted by"),
                  quantity(
                      v -> v instanceof Value.Exponential e ? e.min() : null,
                      (v, q) ->
                          v instanceof Value.Exponential e
                              ? new Value.Exponential(e.mean(), q)
                              : v)));
      case GRADIENT ->
          List.of(
              new ChoiceRow<>(
                  "along",
                  "The direction over the sheet in which it changes",
                  List.of(Value.Axis.X, Value.Axis.Y),
                  a -> a == Value.Axis.X ? "x" : "y",
                  access.part(
                      v -> v instanceof Value.Gradient g ? Optional.of(g.axis()) : Optional.empty(),
                      (v, a) ->
                          v instanceof Value.Gradient g
                              ? new Value.Gradient(a, g.start(), g.end())
                              : v)),
              new NumberRow(
                  part("from"),
                  quantity(
                      v -> v instanceof Value.Gradient g ? g.start() : null,
                      (v, q) ->
                          v instanceof Value.Gradient g
                              ? new Value.Gradient(g.axis(), q, g.end())
                              : v)),
              new NumberRow(
                  part("to"),
                  quantity(
                      v -> v instanceof Value.Gradient g ? g.end() : null,
                      (v, q) ->
                          v instanceof Value.Gradient g
                              ? new Value.Gradient(g.axis(), g.start(), q)
                              : v)));
      case LISTED -> List.of();
    };
  }

  @Override
  void focusField() {
    if (!parts.isEmpty()) parts.getFirst().focusField();
  }
}
