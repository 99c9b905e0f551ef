package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.formula.Statement.How;
import org.neurarium.circuits.language.Draft.Port;
import org.neurarium.circuits.language.Type.Measure;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.NeuronModel.Effect;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.NeuronModel.Receptor;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;

/// Checks the receptors of a neuron or a channel, and what arriving spikes do.
final class ReceptorChecker {

  /// Id of the receptor where injected currents land.
  static final String CURRENT = "current";

  private final ModelChecker common;
  private final Draft draft;
  private final Findings findings;
  private final List<Receptor> receptors = new ArrayList<>();

  ReceptorChecker(ModelChecker common) {
    this.common = common;
    this.draft = common.draft;
    this.findings = common.findings;
  }

  /// Those without a mistake, in the file's order.
  List<Receptor> receptors() {
    return List.copyOf(receptors);
  }

  /// Declares the receptors and what formulas may call them by.
  void declare() {
    Set<String> ids = new HashSet<>();
    for (Port port : draft.receptors) {
      if (port.id().equals(CURRENT))
        findings.error(
            port.at(), "'current' is where injected currents land", "Choose another name.");
      else if (!port.id().matches("[A-Za-z]\\w{0,63}"))
        findings.error(port.at(), "'" + port.id() + "' is no name", "");
      else if (!ids.add(port.id()))
        findings.error(port.at(), "There is a second receptor '" + port.id() + "'", "");
      else if (common.kind == Model.Kind.CHANNEL && !port.couples().isEmpty())
        findings.error(
            port.couplesAt(), "A channel couples to nothing", "A neuron can: see gap junctions.");
      else receptors.add(port.couples().isEmpty() ? spiking(port) : coupling(port));
    }
  }

  private Receptor spiking(Port port) {
    int sign = sign(port);
    return new Receptor(
        port.id(),
        port.label().isEmpty() ? port.id() : port.label(),
        port.unit(),
        Input.SPIKES,
        "",
        sign,
        switch (port.effect()) {
          case "excites" -> Effect.EXCITES;
          case "inhibits" -> Effect.INHIBITS;
          default -> Effect.BY_SIGN;
        },
        typical(port));
  }

  private int sign(Port port) {
    double value = port.typical().map(Quantity::value).orElse(1.0);
    if (port.effect().equals("inhibits")) {
      if (port.typical().isEmpty() || value == 0)
        findings.error(
            port.at(),
            "A typical weight is missing: its sign says which weights '" + port.id() + "' takes",
            "Write 'typical -100 pA' for a current, 'typical 8 nS' for a conductance.");
      return value < 0 ? -1 : 1;
    }
    if (port.effect().isEmpty()) return 0;
    if (value < 0)
      findings.error(
          port.typicalAt(), "A weight that excites is not negative", "Leave the sign out.");
    return 1;
  }

  private Quantity typical(Port port) {
    Quantity typical = port.typical().orElse(new Quantity(1, port.unit()));
    if (!typical.unit().dimension().equals(port.unit().dimension())) {
      findings.error(
          port.typicalAt(),
          "The typical weight is "
              + new Measure(typical.unit().dimension()).shown()
              + ", weights of '"
              + port.id()
              + "' are "
              + new Measure(port.unit().dimension()).shown(),
          "Write it in " + port.unit() + ".");
    }
    return typical;
  }

  private Receptor coupling(Port port) {
    Type source = Types.ANY;
    if (port.couples().equals("V")) {
      if (!common.states.isEmpty()) source = common.states.firstEntry().getValue().type();
    } else {
      ModelChecker.StateDraft state = common.states.get(port.couples());
      if (state == null)
        findings.error(
            port.couplesAt(),
            "There is no state '" + port.couples() + "'",
            DidYouMean.nearest(port.couples(), common.states.keySet())
                .map(meant -> "Did you mean '" + meant + "'?")
                .orElse("'couples V' takes the first state of whatever model the source has."));
      else source = state.type();
    }
    Dimension weight = port.unit().dimension();
    Type sum = source instanceof Measure(Dimension d) ? new Measure(d.times(weight)) : Types.ANY;
    String sumUnit = sum instanceof Measure(Dimension d) ? d.unit().symbol() : "";
    common.symbols.given(
        "sum_" + port.id(),
        sum,
        "sum of weight times " + port.couples() + " over sources",
        sumUnit);
    common.symbols.given(
        "total_" + port.id(), new Measure(weight), "sum of weights", port.unit().symbol());
    return new Receptor(
        port.id(),
        port.label().isEmpty() ? port.id() : port.label(),
        port.unit(),
        Input.COUPLING,
        port.couples(),
        0,
        Effect.BY_SIGN,
        typical(port));
  }

  /// What spikes do, by receptor.
  Map<String, List<Statement.Assign>> arrivals() {
    Map<String, List<Statement.Assign>> arrivals = new LinkedHashMap<>();
    for (Draft.Event event : draft.events) {
      Optional<Receptor> receptor =
          receptors.stream().filter(r -> r.id().equals(event.id())).findFirst();
      if (receptor.isEmpty())
        findings.error(
            event.at(),
            "There is no receptor '" + event.id() + "'",
            DidYouMean.hint(
                event.id(), receptors.stream().map(Receptor::id).toList(), "The receptors are"));
      else if (receptor.get().input() == Input.COUPLING)
        findings.error(
            event.at(),
            "'" + event.id() + "' couples continuously: no spikes arrive there",
            "Use sum_" + event.id() + " and total_" + event.id() + " in an equation.");
      Type weight =
          receptor.<Type>map(r -> new Measure(r.weightUnit().dimension())).orElse(Types.ANY);
      List<Statement.Assign> statements =
          common.assignments(event.statements(), Map.of("weight", weight), false);
      statements.forEach(this::summable);
      arrivals.merge(
          event.id(),
          statements,
          (first, second) -> {
            List<Statement.Assign> both = new ArrayList<>(first);
            both.addAll(second);
            return both;
          });
    }
    for (Port port : draft.receptors)
      if (port.couples().isEmpty() && !arrivals.containsKey(port.id()) && !findings.hasErrors())
        findings.warning(
            port.at(),
            "Nothing happens when a spike arrives at '" + port.id() + "'",
            "Write 'on " + port.id() + " STATE += weight'.");
    return arrivals;
  }

  /// The arrivals of a step are summed before the statement runs, so it has to be linear in the weight.
  private void summable(Statement.Assign statement) {
    if (statement.how() != How.ADD)
      findings.error(
          statement.at(),
          "An arrival can only add to a state",
          "Write '" + statement.target() + " += …'; a minus goes into the formula.");
    common.onlyParameters(
        statement.value(),
        Set.of("weight", "pi", "dt"),
        "An arrival is made of the weight, numbers and parameters");
    if (!findings.hasErrors() && degree(statement.value()) != 1)
      findings.error(
          statement.at(),
          "An arrival has to be in proportion to the weight, as the weights of a step are summed",
          "Write it like '" + statement.target() + " += weight/tau'.");
  }

  /// The power of the weight in a formula; 2 stands for everything that is neither 0 nor 1.
  private static int degree(Expression formula) {
    return switch (formula) {
      case Expression.Literal _ -> 0;
      case Expression.Symbol s -> s.name().equals("weight") ? 1 : 0;
      case Expression.Unary u -> degree(u.operand());
      case Expression.Binary b -> {
        int left = degree(b.left());
        int right = degree(b.right());
        yield switch (b.operator()) {
          case ADD, SUBTRACT -> left == right ? left : 2;
          case MULTIPLY -> Math.min(2, left + right);
          case DIVIDE -> right == 0 ? left : 2;
          case POWER, LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, DIFFERENT, AND, OR, NEGATE, NOT ->
              left + right == 0 ? 0 : 2;
        };
      }
      case Expression.Call c -> c.arguments().stream().allMatch(a -> degree(a) == 0) ? 0 : 2;
    };
  }
}
