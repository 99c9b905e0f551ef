package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neurarium.circuits.formula.Evaluator;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Binary;
import org.neurarium.circuits.formula.Expression.Call;
import org.neurarium.circuits.formula.Expression.Literal;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Expression.Symbol;
import org.neurarium.circuits.formula.Expression.Unary;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.language.Type.Measure;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Checks a formula from the inside out: names, units, conditions, constant parts; and puts numbers in the place of units that stand for quantities.
final class FormulaChecker {

  /// A product of more than this many equal units is a slip.
  private static final int HIGHEST_EXPONENT = 64;

  /// A formula with what it gives.
  ///
  /// @param constant its value in engine units where no symbol is in it
  record Checked(Expression formula, Type type, OptionalDouble constant) {}

  private final Symbols symbols;
  private final Findings findings;
  private final Map<String, Type> extra;
  private final boolean randomAllowed;

  /// @param extra names known in this place only
  /// @param randomAllowed whether `uniform()` and `normal()` can stand here
  FormulaChecker(
      Symbols symbols, Findings findings, Map<String, Type> extra, boolean randomAllowed) {
    this.symbols = symbols;
    this.findings = findings;
    this.extra = extra;
    this.randomAllowed = randomAllowed;
  }

  Checked check(Expression formula) {
    Checked checked =
        switch (formula) {
          case Literal n -> number(n);
          case Symbol s -> symbol(s);
          case Unary u -> unary(u);
          case Binary b -> binary(b);
          case Call c -> call(c);
        };
    OptionalDouble constant = checked.constant();
    if (constant.isEmpty() || Double.isFinite(constant.getAsDouble())) return checked;
    findings.error(
        formula.at(),
        Double.isNaN(constant.getAsDouble())
            ? "This has no value: it is not a number"
            : "This is too large for a number",
        "The largest is about 1.8e308.");
    return new Checked(checked.formula(), checked.type(), OptionalDouble.empty());
  }

  private static Checked number(Literal n) {
    return new Checked(
        n,
        new Measure(n.quantity().unit().dimension()),
        OptionalDouble.of(n.quantity().engineValue()));
  }

  private Checked symbol(Symbol s) {
    Type local = extra.get(s.name());
    if (local != null) return new Checked(s, local, OptionalDouble.empty());
    Optional<Symbols.Entry> entry = symbols.find(s.name());
    if (entry.isPresent())
      return new Checked(
          s,
          entry.get().type(),
          s.name().equals("pi") ? OptionalDouble.of(Math.PI) : OptionalDouble.empty());
    Optional<Unit> unit = Unit.find(s.name());
    if (unit.isPresent()) return number(new Literal(new Quantity(1, unit.get()), s.at()));
    findings.error(
        s.at(),
        "'"
            + (s.name().length() > 40 ? s.name().substring(0, 40) + "…" : s.name())
            + "' is not known here",
        symbols.insteadOf(s.name()));
    return new Checked(s, Types.ANY, OptionalDouble.empty());
  }

  private Checked unary(Unary u) {
    Checked operand = check(u.operand());
    Type wanted = u.operator() == Operator.NOT ? Types.TRUTH : operand.type();
    if (u.operator() == Operator.NOT) truth(operand, u.at());
    else measure(operand, u.at());
    return new Checked(
        new Unary(u.operator(), operand.formula(), u.at()),
        wanted,
        folded(u.operator(), operand, operand));
  }

  private Checked binary(Binary b) {
    Checked left = check(b.left());
    Checked right = check(b.right());
    Type type =
        switch (b.operator()) {
          case ADD, SUBTRACT -> same(left, right, b.at());
          case MULTIPLY -> product(left, right, 1, b.at());
          case DIVIDE -> {
            if (right.constant().isPresent() && right.constant().getAsDouble() == 0)
              findings.error(b.at(), "Nothing can be divided by 0", "");
            yield product(left, right, -1, b.at());
          }
          case POWER -> power(left, right, b.at());
          case LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, DIFFERENT -> {
            same(left, right, b.at());
            yield Types.TRUTH;
          }
          case AND, OR -> {
            truth(left, b.at());
            truth(right, b.at());
            yield Types.TRUTH;
          }
          case NEGATE, NOT -> Types.ANY;
        };
    boolean zero = b.operator() == Operator.DIVIDE && right.constant().orElse(1) == 0;
    return new Checked(
        new Binary(b.operator(), left.formula(), right.formula(), b.at()),
        type,
        zero ? OptionalDouble.empty() : folded(b.operator(), left, right));
  }

  private static OptionalDouble folded(Operator operator, Checked a, Checked b) {
    return a.constant().isPresent() && b.constant().isPresent()
        ? OptionalDouble.of(
            Evaluator.apply(operator, a.constant().getAsDouble(), b.constant().getAsDouble()))
        : OptionalDouble.empty();
  }

  private Checked call(Call c) {
    List<Checked> arguments = c.arguments().stream().map(this::check).toList();
    Type type =
        switch (c.function()) {
          case EXP, LOG, TANH, SIN, COS, FLOOR, EXPM1, EXPREL, LOGISTIC -> {
            pure(arguments.getFirst(), c);
            yield Types.NUMBER;
          }
          case SQRT -> root(arguments.getFirst(), c.at());
          case ABS, POSITIVE -> {
            measure(arguments.getFirst(), c.at());
            yield arguments.getFirst().type();
          }
          case MIN, MAX -> same(arguments.getFirst(), arguments.get(1), c.at());
          case CLIP -> {
            same(arguments.getFirst(), arguments.get(1), c.at());
            yield same(arguments.getFirst(), arguments.get(2), c.at());
          }
          case IF -> {
            truth(arguments.getFirst(), c.at());
            yield same(arguments.get(1), arguments.get(2), c.at());
          }
          case UNIFORM, NORMAL -> {
            if (!randomAllowed)
              findings.error(
                  c.at(),
                  "A random number cannot stand here",
                  "It can in 'each step', 'spike when', 'reset' and the 'on …' lines of a synapse.");
            yield Types.NUMBER;
          }
        };
    List<Double> values = new ArrayList<>();
    arguments.forEach(a -> a.constant().ifPresent(values::add));
    OptionalDouble constant =
        values.size() == arguments.size() && !c.function().isRandom()
            ? OptionalDouble.of(Evaluator.apply(c.function(), values))
            : OptionalDouble.empty();
    return new Checked(
        new Call(c.function(), arguments.stream().map(Checked::formula).toList(), c.at()),
        type,
        constant);
  }

  private Type same(Checked a, Checked b, Span at) {
    if (!measure(a, at) || !measure(b, at)) return Types.ANY;
    if (!a.type().fits(b.type())) {
      findings.error(
          at, "This side is " + a.type().shown() + ", that one " + b.type().shown(), hint(a, b));
      return Types.ANY;
    }
    return a.type() instanceof Type.Any ? b.type() : a.type();
  }

  /// Most often a number has lost its unit.
  private static String hint(Checked a, Checked b) {
    Checked number = a.type().equals(Types.NUMBER) ? a : b;
    Checked other = number == a ? b : a;
    return number.type().equals(Types.NUMBER)
            && number.formula() instanceof Literal n
            && other.type() instanceof Measure m
        ? "Did you mean '" + new Quantity(n.quantity().value(), m.dimension().unit()) + "'?"
        : "Both sides need the same unit.";
  }

  private Type product(Checked a, Checked b, int sign, Span at) {
    if (!measure(a, at) || !measure(b, at)) return Types.ANY;
    if (!(a.type() instanceof Measure(Dimension left))
        || !(b.type() instanceof Measure(Dimension right))) return Types.ANY;
    return limited(left.times(right.power(sign)), at);
  }

  private Type limited(Dimension dimension, Span at) {
    if (dimension.size() <= HIGHEST_EXPONENT) return new Measure(dimension);
    findings.error(at, "The unit of this is beyond all measure", "");
    return Types.ANY;
  }

  private Type power(Checked base, Checked exponent, Span at) {
    if (!measure(base, at) || !measure(exponent, at)) return Types.ANY;
    if (!exponent.type().fits(Types.NUMBER)) {
      findings.error(
          at, "An exponent is a pure number, this one is " + exponent.type().shown(), "");
      return Types.ANY;
    }
    if (base.type().equals(Types.NUMBER)) return Types.NUMBER;
    if (!(base.type() instanceof Measure(Dimension dimension))) return Types.ANY;
    double n = exponent.constant().orElse(Double.NaN);
    if (n == 0.5) return root(base, at);
    if (n != Math.rint(n) || Math.abs(n) > HIGHEST_EXPONENT) {
      findings.error(
          at,
          "The exponent of " + base.type().shown() + " is a whole number that is known beforehand",
          "Divide by a unit first, as in (v/mV)^1.5.");
      return Types.ANY;
    }
    return limited(dimension.power((int) n), at);
  }

  private Type root(Checked argument, Span at) {
    if (!measure(argument, at) || !(argument.type() instanceof Measure(Dimension dimension)))
      return Types.ANY;
    Optional<Dimension> root = dimension.root();
    if (root.isPresent()) return new Measure(root.get());
    findings.error(
        at,
        "The square root of " + argument.type().shown() + " has no unit",
        "Divide by a unit first, as in sqrt(dt/tau).");
    return Types.ANY;
  }

  private void pure(Checked argument, Call call) {
    if (measure(argument, call.at()) && !argument.type().fits(Types.NUMBER))
      findings.error(
          call.at(),
          "'" + call.function().id() + "' takes a pure number, this is " + argument.type().shown(),
          argument.type() instanceof Measure m
              ? "Divide it by something of its kind, such as "
                  + new Quantity(1, m.dimension().unit())
                  + "."
              : "");
  }

  private boolean measure(Checked part, Span at) {
    if (!part.type().equals(Types.TRUTH)) return true;
    findings.error(at, "A condition is no number", "To make one of it write if(condition, x, y).");
    return false;
  }

  private void truth(Checked part, Span at) {
    if (!part.type().fits(Types.TRUTH))
      findings.error(
          at,
          "A condition is needed here, this is " + part.type().shown(),
          "Compare it with something: 'x > 0'.");
  }

  /// Whether a random number is in a formula.
  static boolean isRandom(Expression formula) {
    return switch (formula) {
      case Literal _, Symbol _ -> false;
      case Unary u -> isRandom(u.operand());
      case Binary b -> isRandom(b.left()) || isRandom(b.right());
      case Call c ->
          c.function().isRandom() || c.arguments().stream().anyMatch(FormulaChecker::isRandom);
    };
  }
}
