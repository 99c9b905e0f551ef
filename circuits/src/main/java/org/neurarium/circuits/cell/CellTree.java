package org.neurarium.circuits.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.neurarium.circuits.formula.Evaluator;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.model.Cell;
import org.neurarium.circuits.model.Cell.Mechanism;
import org.neurarium.circuits.model.Cell.Segment;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.CellModel.Insertion;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.NeuronModel.Effect;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.NeuronModel.Receptor;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Lays a cell out: segments in tree order, the channels in each compartment, and what all of it is called.
final class CellTree {

  private final CellModel model;
  private final Function<String, ChannelModel> channels;
  private final List<Segment> segments = new ArrayList<>();
  private final Map<String, List<Integer>> ofCompartment = new HashMap<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Mechanism> mechanisms = new ArrayList<>();
  private final List<Receptor> receptors = new ArrayList<>();
  private final Map<String, Integer> injections = new LinkedHashMap<>();
  private final Cell cell;

  /// @param model without problems
  CellTree(CellModel model, Function<String, ChannelModel> channels) {
    this.model = model;
    this.channels = channels;
    parameters.addAll(model.parameters());
    List<Compartment> tree = model.tree();
    tree.forEach(this::segments);
    for (Compartment c : tree) {
      sizes(c);
      channels(c);
      current(c);
    }
    cell = new Cell(model, segments, mechanisms, injections);
  }

  Cell cell() {
    return cell;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  List<Receptor> receptors() {
    return receptors;
  }

  private void segments(Compartment c) {
    int parent = c.parent().map(this::end).orElse(-1);
    List<Integer> own = new ArrayList<>();
    for (int k = 1; k <= c.segments(); k++) {
      own.add(segments.size());
      segments.add(new Segment(c.id(), k, parent, c.segment(k)));
      parent = segments.size() - 1;
    }
    ofCompartment.put(c.id(), own);
    boolean isPoint = c.parent().isEmpty() && c.segments() == 1;
    if (!isPoint && model.children(c.id()).size() > 1)
      segments.add(new Segment(c.id(), 0, parent, c.id() + ".end"));
  }

  /// Index of the segment on which children of a compartment hang: its junction, where it has one.
  private int end(String compartment) {
    int last = ofCompartment.getOrDefault(compartment, List.of()).getLast();
    boolean joined =
        last + 1 < segments.size()
            && segments.get(last + 1).isJunction()
            && segments.get(last + 1).compartment().equals(compartment);
    return joined ? last + 1 : last;
  }

  /// The segment where a current or a spike for the whole compartment goes.
  static int middle(List<Integer> segments) {
    return segments.get(segments.size() / 2);
  }

  private void sizes(Compartment c) {
    CellModel.Membrane all = model.membrane();
    size(c, "length", "length", c.length(), true);
    size(c, "diameter", "diameter", c.diameter(), true);
    size(c, "C_m", "membrane capacitance", c.capacitance().orElse(all.capacitance()), false);
    size(c, "R_a", "axial resistivity", c.resistance().orElse(all.resistance()), false);
  }

  private void size(Compartment c, String id, String label, Quantity standard, boolean essential) {
    parameters.add(
        new Parameter(
            c.id() + "." + id,
            label + ", " + c.label(),
            standard,
            standard.value() / 4,
            standard.value() * 4,
            Limit.POSITIVE,
            essential));
  }

  private void channels(Compartment c) {
    Map<String, Map<String, Expression>> here = new LinkedHashMap<>();
    for (Insertion insertion : model.insertions())
      if (insertion.isIn(c.id()))
        here.computeIfAbsent(insertion.channel(), _ -> new LinkedHashMap<>())
            .putAll(insertion.values());
    Map<String, Integer> pools = new HashMap<>();
    // Pools first: who reads a concentration can say where it is.
    for (boolean pool : List.of(true, false))
      here.forEach((id, values) -> {
        ChannelModel channel = channels.apply(id);
        if (channel.pool().isPresent() != pool) return;
        channel.pool().ifPresent(ion -> pools.put(ion, mechanisms.size()));
        mechanisms.add(mechanism(c, channel, values, pools));
      });
  }

  private Mechanism mechanism(
      Compartment c,
      ChannelModel channel,
      Map<String, Expression> given,
      Map<String, Integer> pools) {
    String prefix = c.id() + "." + channel.id();
    Map<String, Expression> values = new LinkedHashMap<>();
    for (Parameter p : channel.parameters()) {
      String id = prefix + "." + p.id();
      Expression value = given.get(p.id());
      boolean formula = value != null && Substitution.constant(value).isEmpty();
      values.put(p.id(), formula ? value : new Expression.Symbol(id, Span.NONE));
      if (!formula) parameters.add(parameter(c, channel, p, id, value));
    }
    Map<String, String> ports = new LinkedHashMap<>();
    for (Receptor r : channel.receptors()) {
      String id = channel.receptors().size() == 1 ? prefix : prefix + "." + r.id();
      ports.put(r.id(), id);
      receptors.add(
          new Receptor(
              id,
              r.label() + ", " + c.label(),
              r.weightUnit(),
              r.input(),
              r.couples(),
              r.weightSign(),
              r.effect(),
              r.standardWeight()));
    }
    Optional<Integer> pool = CellRules.reads(channel).map(pools::get);
    return new Mechanism(
        channel, c.id(), ofCompartment.getOrDefault(c.id(), List.of()), values, ports, pool);
  }

  private static Parameter parameter(
      Compartment c,
      ChannelModel channel,
      Parameter p,
      String id,
      @org.jspecify.annotations.Nullable Expression value) {
    Quantity standard = value == null ? p.standard() : quantity(value, p.unit());
    double own = standard.in(p.unit()).value();
    return new Parameter(
        id,
        p.label() + ", " + channel.id() + " in " + c.label(),
        new Quantity(own, p.unit()),
        Math.min(p.min(), own),
        Math.max(p.max(), own),
        p.limit(),
        p.essential() && value != null);
  }

  private static Quantity quantity(Expression value, Unit unit) {
    if (value instanceof Expression.Literal n && n.quantity().unit().equals(unit))
      return n.quantity();
    return new Quantity(Evaluator.evaluate(value, _ -> Double.NaN) / unit.scale(), unit);
  }

  private void current(Compartment c) {
    String id = c.id() + ".current";
    injections.put(id, middle(ofCompartment.getOrDefault(c.id(), List.of())));
    receptors.add(
        new Receptor(
            id,
            "Injected current, " + c.label(),
            Unit.NONE,
            Input.CURRENT,
            "",
            0,
            Effect.BY_SIGN,
            Quantity.number(1)));
  }
}
