package org.neurarium.engine.portrait;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.units.Quantity;

/// How two states of a model move: dx/dt and dy/dt in engine units over ms, everything else held.
///
/// A model has a phase plane if exactly two of its states are bound to the membrane potential (the first state) or are it: those that appear, directly or
/// through others, where it matters. Synaptic currents and conductances, which only decay, are held at their start.
public final class Flow {

  private final NeuronModel.State xState;
  private final NeuronModel.State yState;
  private final int xSlot;
  private final int ySlot;
  private final Formula dx;
  private final Formula dy;
  private final Optional<Formula> spike;
  private final double[] values;

  private Flow(
      NeuronModel.State xState,
      NeuronModel.State yState,
      int xSlot,
      int ySlot,
      Formula dx,
      Formula dy,
      Optional<Formula> spike,
      double[] values) {
    this.xState = xState;
    this.yState = yState;
    this.xSlot = xSlot;
    this.ySlot = ySlot;
    this.dx = dx;
    this.dy = dy;
    this.spike = spike;
    this.values = values;
  }

  /// The two states that make a model's phase plane; empty where it has more or fewer.
  public static Optional<List<NeuronModel.State>> plane(NeuronModel model) {
    Map<String, Set<String>> needs = needs(model);
    String first = model.states().getFirst().id();
    List<NeuronModel.State> bound =
        model.states().stream()
            .filter(s ->
                needs.containsKey(s.id())
                    && (s.id().equals(first) || reach(needs, s.id()).contains(first)))
            .toList();
    return bound.size() == 2 ? Optional.of(bound) : Optional.empty();
  }

  /// For each state with an equation, the states that its equation reads.
  private static Map<String, Set<String>> needs(NeuronModel model) {
    Map<String, Expression> definitions = new HashMap<>();
    for (Definition d : model.dynamics().definitions()) definitions.put(d.name(), d.value());
    Map<String, Set<String>> needs = new HashMap<>();
    for (Equation e : model.dynamics().equations()) {
      Set<String> names = new HashSet<>();
      collect(e.rate(), definitions, names);
      names.removeIf(n -> model.state(n).isEmpty());
      needs.put(e.state(), names);
    }
    return needs;
  }

  private static void collect(
      Expression in, Map<String, Expression> definitions, Set<String> names) {
    switch (in) {
      case Expression.Literal _ -> {}
      case Expression.Symbol s -> {
        Expression inner = definitions.get(s.name());
        if (names.add(s.name()) && inner != null) collect(inner, definitions, names);
      }
      case Expression.Unary u -> collect(u.operand(), definitions, names);
      case Expression.Binary b -> {
        collect(b.left(), definitions, names);
        collect(b.right(), definitions, names);
      }
      case Expression.Call c -> c.arguments().forEach(a -> collect(a, definitions, names));
    }
  }

  private static Set<String> reach(Map<String, Set<String>> needs, String from) {
    Set<String> reached = new HashSet<>();
    java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>(List.of(from));
    while (!open.isEmpty())
      for (String next : needs.getOrDefault(open.remove(), Set.of()))
        if (reached.add(next)) open.add(next);
    return reached;
  }

  /// The flow of a model with a phase plane.
  ///
  /// @param parameters values that differ from the defaults, by id
  /// @param current constant injected current (pA)
  public static Optional<Flow> of(
      NeuronModel model, Map<String, Quantity> parameters, double current) {
    Optional<List<NeuronModel.State>> plane = plane(model);
    if (plane.isEmpty()) return Optional.empty();
    Names names = new Names(model);
    double[] values = new double[names.count];
    for (Parameter p : model.parameters())
      values[names.slot(p.id())] = parameters.getOrDefault(p.id(), p.standard()).engineValue();
    values[names.slot("I_ext")] = current;
    values[names.slot("dt")] = 0.1;
    values[names.slot("pi")] = Math.PI;
    for (NeuronModel.State s : model.states())
      values[names.slot(s.id())] = Formula.of(s.start(), names::formula).at(values);
    NeuronModel.State x = plane.get().getFirst();
    NeuronModel.State y = plane.get().getLast();
    return Optional.of(
        new Flow(
            x,
            y,
            names.slot(x.id()),
            names.slot(y.id()),
            names.rate(x.id()),
            names.rate(y.id()),
            model.dynamics().spike().map(c -> Formula.of(c, names::formula)),
            values));
  }

  /// The horizontal axis.
  public NeuronModel.State x() {
    return xState;
  }

  /// The vertical axis.
  public NeuronModel.State y() {
    return yState;
  }

  /// Speed of x at a point.
  public double dx(double x, double y) {
    return at(dx, x, y);
  }

  /// Speed of y at a point.
  public double dy(double x, double y) {
    return at(dy, x, y);
  }

  /// Whether the neuron fires at a point.
  public boolean fires(double x, double y) {
    return spike.isPresent() && at(spike.get(), x, y) != 0;
  }

  private double at(Formula formula, double x, double y) {
    values[xSlot] = x;
    values[ySlot] = y;
    return formula.at(values);
  }

  /// Where the values of symbols lie.
  private static final class Names {
    private final NeuronModel model;
    private final Map<String, Integer> slots = new HashMap<>();
    private final int count;

    Names(NeuronModel model) {
      this.model = model;
      for (String known : List.of("I_ext", "t", "dt", "pi")) slots.put(known, slots.size());
      for (Parameter p : model.parameters()) slots.put(p.id(), slots.size());
      for (NeuronModel.State s : model.states()) slots.put(s.id(), slots.size());
      for (NeuronModel.Receptor r : model.receptors()) {
        slots.put("sum_" + r.id(), slots.size());
        slots.put("total_" + r.id(), slots.size());
      }
      count = slots.size();
    }

    int slot(String name) {
      return java.util.Objects.requireNonNull(slots.get(name), name);
    }

    Formula formula(String symbol) {
      Optional<Definition> definition =
          model.dynamics().definitions().stream().filter(d -> d.name().equals(symbol)).findFirst();
      if (definition.isPresent()) return Formula.of(definition.get().value(), this::formula);
      int slot = slot(symbol);
      return values -> values[slot];
    }

    Formula rate(String state) {
      return model.dynamics().equations().stream()
          .filter(e -> e.state().equals(state))
          .findFirst()
          .map(e -> Formula.of(e.rate(), this::formula))
          .orElseThrow();
    }
  }
}
