package org.neurarium.app.inspector;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.cells.CellText;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.CellModel.Insertion;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// One compartment of a cell: its measures and its channels. Each change is given to a listener as the cell's new text. FX thread.
public final class CompartmentPanel extends VBox {

  private final Consumer<String> changed;
  private final Set<String> unfolded = new HashSet<>();
  private Form form = new Form(unfolded);
  private Shape shown = new Shape("", "", List.of(), false);
  private @Nullable CellModel cell;

  /// What decides which rows there are: as long as it stays, rows stay, too, and a slider can be held.
  private record Shape(String cell, String compartment, List<String> channels, boolean editable) {}

  /// @param changed told of the new text after each change
  public CompartmentPanel(Consumer<String> changed) {
    this.changed = changed;
    setId("compartment-panel");
  }

  /// Shows a compartment.
  ///
  /// @param catalogue in which the cell's channels are found
  /// @param editable whether the cell is one's own
  public void show(
      CellModel newCell, String compartment, ModelCatalogue catalogue, boolean editable) {
    cell = newCell;
    Optional<Compartment> found = newCell.compartment(compartment);
    if (found.isEmpty()) {
      getChildren().clear();
      shown = new Shape("", "", List.of(), false);
      return;
    }
    Shape shape = new Shape(newCell.id(), compartment, channels(newCell, compartment), editable);
    if (!shape.equals(shown)) {
      shown = shape;
      form = new Form(unfolded);
      form.heading(compartment);
      measures(compartment, newCell);
      for (String channel : shape.channels())
        model(channel, catalogue).ifPresent(m -> channel(compartment, m));
      if (editable) add(compartment, shape.channels(), catalogue);
      form.setDisable(!editable);
      getChildren().setAll(form);
    }
    form.refresh();
  }

  private static Optional<ChannelModel> model(String id, ModelCatalogue catalogue) {
    return catalogue
        .entry(Model.Kind.CHANNEL, id)
        .map(ModelCatalogue.Entry::model)
        .filter(ChannelModel.class::isInstance)
        .map(ChannelModel.class::cast);
  }

  private static List<String> channels(CellModel cell, String compartment) {
    return cell.insertions().stream()
        .filter(i -> i.isIn(compartment))
        .map(Insertion::channel)
        .distinct()
        .toList();
  }

  private void measures(String id, CellModel start) {
    form.row(
        "length",
        measure(
            id,
            NumberSpec.of("Length", Unit.MICROMETRE).above(0).slider(Scale.logarithmic(5, 1000)),
            (_, c) -> c.length(),
            Compartment::ofLength));
    form.row(
        "diameter",
        measure(
            id,
            NumberSpec.of("Diameter", Unit.MICROMETRE).above(0).slider(Scale.logarithmic(0.2, 50)),
            (_, c) -> c.diameter(),
            Compartment::ofDiameter));
    form.row(
        "segments",
        measure(
            id,
            NumberSpec.of("Segments", Unit.NONE)
                .help("Into how many pieces with a potential of their own it is cut.")
                .slider(Scale.count(1, 20))
                .atLeast(1)
                .atMost(200),
            (_, c) -> Quantity.number(c.segments()),
            (c, q) -> c.ofSegments((int) q.value())));
    form.folded("Membrane and cytoplasm");
    form.row(
        "capacitance",
        measure(
            id,
            NumberSpec.of("Capacitance", start.membrane().capacitance().unit())
                .symbol("C_m")
                .above(0),
            (m, c) -> c.capacitance().orElse(m.membrane().capacitance()),
            Compartment::ofCapacitance));
    form.row(
        "resistance",
        measure(
            id,
            NumberSpec.of("Axial resistance", start.membrane().resistance().unit())
                .symbol("R_a")
                .above(0),
            (m, c) -> c.resistance().orElse(m.membrane().resistance()),
            Compartment::ofResistance));
  }

  private NumberRow measure(
      String id,
      NumberSpec spec,
      BiFunction<CellModel, Compartment, Quantity> get,
      BiFunction<Compartment, Quantity, Compartment> with) {
    return number(
        spec,
        m -> m.compartment(id).map(c -> get.apply(m, c)),
        (m, q) ->
            m.compartment(id).map(c -> new CellText(m).with(with.apply(c, q))).orElse(m.text()));
  }

  private void channel(String compartment, ChannelModel channel) {
    form.folded(channel.title());
    for (Parameter p : channel.parameters())
      form.row(
          channel.id() + "." + p.id(),
          number(
              NumberSpec.of(p),
              m -> value(m, compartment, channel.id(), p),
              (m, q) -> new CellText(m).withChannel(compartment, channel.id(), Map.of(p.id(), q))));
    form.plain(
        Buttons.small(
            "Take it out",
            "Take the channel out of " + compartment,
            () -> {
              CellModel now = cell;
              if (now != null)
                changed.accept(new CellText(now).withoutChannel(compartment, channel.id()));
            }));
  }

  /// What a channel's parameter is in a compartment; empty where it is made of the cell's own parameters.
  private static Optional<Quantity> value(
      CellModel cell, String compartment, String channel, Parameter p) {
    Expression value = null;
    for (Insertion i : cell.insertions())
      if (i.channel().equals(channel) && i.isIn(compartment))
        value = i.values().getOrDefault(p.id(), value);
    if (value == null) return Optional.of(p.standard());
    return value instanceof Expression.Literal l ? Optional.of(l.quantity()) : Optional.empty();
  }

  private void add(String compartment, List<String> there, ModelCatalogue catalogue) {
    List<String> others =
        catalogue.ids(Model.Kind.CHANNEL).stream().filter(id -> !there.contains(id)).toList();
    if (others.isEmpty()) return;
    form.heading("Add a channel");
    form.row(
        "add channel",
        new ChoiceRow<String>(
                "Channel",
                "Put a channel into the membrane of " + compartment + ".",
                others,
                id -> model(id, catalogue).map(ChannelModel::title).orElse(id),
                access(
                    _ -> Optional.empty(),
                    (m, id) -> new CellText(m).withChannel(compartment, id, Map.of())),
                true)
            .prompting("Choose one…"));
  }

  private NumberRow number(
      NumberSpec spec,
      Function<CellModel, Optional<Quantity>> get,
      BiFunction<CellModel, Quantity, String> rewrite) {
    return new NumberRow(
        spec,
        access(
            m -> get.apply(m).map(q -> q.in(spec.unit()).value()),
            (m, v) -> rewrite.apply(m, new Quantity(v, spec.unit()))));
  }

  /// Reads from the newest cell and rewrites it.
  private <V> Access<V> access(
      Function<CellModel, Optional<V>> get, BiFunction<CellModel, V, String> rewrite) {
    return new Access<>() {
      @Override
      public Optional<V> get() {
        CellModel now = cell;
        return now == null ? Optional.empty() : get.apply(now);
      }

      @Override
      public void set(V value) {
        CellModel now = cell;
        if (now != null) changed.accept(rewrite.apply(now, value));
      }

      @Override
      public void drag(Object gesture, V value) {
        set(value);
      }
    };
  }
}
