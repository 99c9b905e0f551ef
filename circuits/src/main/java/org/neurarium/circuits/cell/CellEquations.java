package org.neurarium.circuits.cell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Binary;
import org.neurarium.circuits.formula.Expression.Literal;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Expression.Symbol;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.Cell;
import org.neurarium.circuits.model.Cell.Mechanism;
import org.neurarium.circuits.model.Cell.Segment;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Dynamics;
import org.neurarium.circuits.model.NeuronModel.State;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Writes a cell's equations out: for each segment `C dv/dt` is what its neighbours and the stimulus bring minus what its channels let out.
final class CellEquations {

  private static final Unit AREA = Unit.of("um^2");
  private static final Unit DENSITY = Unit.of("pA/um^2");

  private final Cell cell;
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();
  private final Map<String, List<Statement.Assign>> arrivals = new LinkedHashMap<>();

  /// By segment: what flows out through its channels, as a current.
  private final List<List<Expression>> outward = new ArrayList<>();

  /// By segment: what flows in along the branches.
  private final List<List<Expression>> inward = new ArrayList<>();

  CellEquations(Cell cell) {
    this.cell = cell;
    cell.segments().forEach(_ -> outward.add(new ArrayList<>()));
    cell.segments().forEach(_ -> inward.add(new ArrayList<>()));
  }

  Dynamics dynamics() {
    cell.model().tree().forEach(this::sizes);
    for (int k = 1; k < cell.segments().size(); k++) branch(k);
    junctions();
    cell.mechanisms().forEach(this::channel);
    pools();
    cell.injections().forEach((id, k) -> inward.get(k).add(symbol(id)));
    for (int k = 0; k < cell.segments().size(); k++) potential(k);
    CellModel model = cell.model();
    return new Dynamics(
        definitions,
        equations,
        Optional.empty(),
        List.of(),
        List.of(),
        arrivals,
        model.spike(),
        false,
        model.reset(),
        model.refractory(),
        model.refractory().isPresent() && model.held().isEmpty()
            ? List.of(cell.segments().getFirst().potential())
            : model.held());
  }

  private static Expression symbol(String id) {
    return new Symbol(id, Span.NONE);
  }

  private static Expression number(double value) {
    return new Literal(Quantity.number(value), Span.NONE);
  }

  private static Expression binary(Operator operator, Expression a, Expression b) {
    return new Binary(operator, a, b, Span.NONE);
  }

  private static Expression times(Expression a, Expression b) {
    return binary(Operator.MULTIPLY, a, b);
  }

  private static Expression sum(List<Expression> terms) {
    return terms.stream().reduce((a, b) -> binary(Operator.ADD, a, b)).orElse(number(0));
  }

  private Expression define(String id, Expression value, Unit unit) {
    definitions.add(new Definition(id, value, unit, Span.NONE));
    return symbol(id);
  }

  /// Area and capacitance of a segment, and the conductance from its centre to either end.
  private void sizes(Compartment c) {
    Expression pieces = number(c.segments());
    Expression diameter = symbol(c.id() + ".diameter");
    Expression length = symbol(c.id() + ".length");
    Expression pi = symbol("pi");
    Expression whole = times(times(pi, diameter), length);
    Expression area = define(c.id() + ".area", binary(Operator.DIVIDE, whole, pieces), AREA);
    define(c.id() + ".C", times(symbol(c.id() + ".C_m"), area), Unit.PICOFARAD);
    define(
        c.id() + ".g_half",
        binary(
            Operator.DIVIDE,
            times(times(times(pieces, pi), diameter), diameter),
            times(times(number(2), symbol(c.id() + ".R_a")), length)),
        Unit.NANOSIEMENS);
  }

  private Expression half(Segment s) {
    return symbol(s.compartment() + ".g_half");
  }

  private Expression potentialOf(int k) {
    return symbol(cell.segments().get(k).potential());
  }

  /// What flows between a segment and its parent.
  private void branch(int k) {
    Segment s = cell.segments().get(k);
    Segment above = cell.segments().get(s.parent());
    Expression conductance;
    if (s.isJunction()) conductance = half(above);
    else if (above.isJunction() || cell.isAtCentre(k, s.parent())) conductance = half(s);
    else if (above.compartment().equals(s.compartment()))
      conductance = binary(Operator.DIVIDE, half(s), number(2));
    else
      conductance =
          binary(
              Operator.DIVIDE,
              times(half(s), half(above)),
              binary(Operator.ADD, half(s), half(above)));
    Expression g = define(s.name() + ".g_axial", conductance, Unit.NANOSIEMENS);
    Expression fall = binary(Operator.SUBTRACT, potentialOf(s.parent()), potentialOf(k));
    Expression current = define(s.name() + ".I_axial", times(g, fall), Unit.PICOAMPERE);
    inward.get(k).add(current);
    inward.get(s.parent()).add(new Expression.Unary(Operator.NEGATE, current, Span.NONE));
  }

  /// Without membrane, as much flows into a junction as out of it: its potential is the mean of its neighbours', weighted by their conductances.
  private void junctions() {
    for (int j = 0; j < cell.segments().size(); j++) {
      Segment junction = cell.segments().get(j);
      if (!junction.isJunction()) continue;
      List<Expression> conductances = new ArrayList<>();
      List<Expression> currents = new ArrayList<>();
      Expression up = symbol(junction.name() + ".g_axial");
      conductances.add(up);
      currents.add(times(up, potentialOf(junction.parent())));
      for (int k = 0; k < cell.segments().size(); k++) {
        if (cell.segments().get(k).parent() != j) continue;
        Expression g = symbol(cell.segments().get(k).name() + ".g_axial");
        conductances.add(g);
        currents.add(times(g, potentialOf(k)));
      }
      define(
          junction.potential(),
          binary(Operator.DIVIDE, sum(currents), sum(conductances)),
          Unit.MILLIVOLT);
    }
  }

  private void channel(Mechanism m) {
    ChannelModel channel = m.channel();
    for (int k : m.segments()) {
      Segment s = cell.segments().get(k);
      Function<String, Optional<Expression>> names = names(m, s);
      for (Definition d : channel.definitions())
        define(local(s, channel, d.name()), Substitution.in(d.value(), names), d.unit());
      for (Equation e : channel.equations())
        equations.add(
            new Equation(
                Cell.state(s, channel, e.state()),
                Substitution.in(e.rate(), names),
                e.unit(),
                Span.NONE));
      if (channel.pool().isPresent()) continue;
      Expression current =
          define(
              local(s, channel, "current"),
              Substitution.in(channel.current(), names),
              channel.currentUnit());
      outward
          .get(k)
          .add(channel.isDensity() ? times(symbol(s.compartment() + ".area"), current) : current);
    }
    Segment middle = cell.segments().get(CellTree.middle(m.segments()));
    m.receptors()
        .forEach((id, receptor) -> {
          List<Statement.Assign> statements = new ArrayList<>();
          for (Statement.Assign a : channel.arrivals().getOrDefault(id, List.of()))
            statements.add(
                new Statement.Assign(
                    Cell.state(middle, channel, a.target()),
                    a.how(),
                    Substitution.in(a.value(), names(m, middle)),
                    Span.NONE));
          arrivals.put(receptor, statements);
        });
  }

  private static String local(Segment s, ChannelModel channel, String id) {
    return s.name() + "." + channel.id() + "." + id;
  }

  /// What the symbols of a channel stand for in one segment.
  private Function<String, Optional<Expression>> names(Mechanism m, Segment s) {
    Set<String> own = new HashSet<>();
    m.channel().states().forEach((State state) -> own.add(state.id()));
    m.channel().definitions().forEach(d -> own.add(d.name()));
    return id -> {
      if (own.contains(id)) return Optional.of(symbol(local(s, m.channel(), id)));
      if (id.equals("v")) return Optional.of(symbol(s.potential()));
      @Nullable Expression value = m.values().get(id);
      if (value != null) return Optional.of(value);
      if (id.startsWith("["))
        return m.pool()
            .map(cell.mechanisms()::get)
            .map(pool -> symbol(local(s, pool.channel(), id)));
      return m.channel()
          .pool()
          .filter(ion -> id.equals("I_" + ion))
          .map(_ -> symbol(s.name() + "." + id));
    };
  }

  /// The current of its ion that each pool sees, per area.
  private void pools() {
    for (Mechanism pool : cell.mechanisms()) {
      Optional<String> ion = pool.channel().pool();
      if (ion.isEmpty()) continue;
      for (int k : pool.segments()) {
        Segment s = cell.segments().get(k);
        List<Expression> currents = new ArrayList<>();
        for (Mechanism m : cell.mechanisms()) {
          if (!m.compartment().equals(pool.compartment()) || !m.channel().carries().equals(ion))
            continue;
          Expression current = symbol(local(s, m.channel(), "current"));
          currents.add(
              m.channel().isDensity()
                  ? current
                  : binary(Operator.DIVIDE, current, symbol(s.compartment() + ".area")));
        }
        Expression sum =
            currents.isEmpty() ? new Literal(new Quantity(0, DENSITY), Span.NONE) : sum(currents);
        define(s.name() + ".I_" + ion.get(), sum, DENSITY);
      }
    }
  }

  private void potential(int k) {
    Segment s = cell.segments().get(k);
    if (s.isJunction()) return;
    Expression in =
        inward.get(k).isEmpty()
            ? new Literal(new Quantity(0, Unit.PICOAMPERE), Span.NONE)
            : sum(inward.get(k));
    Expression net =
        outward.get(k).isEmpty() ? in : binary(Operator.SUBTRACT, in, sum(outward.get(k)));
    equations.add(
        new Equation(
            s.potential(),
            binary(Operator.DIVIDE, net, symbol(s.compartment() + ".C")),
            Unit.MILLIVOLT,
            Span.NONE));
  }
}
