package org.neurarium.engine.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Statement;

/// What names mean at one moment of a step: turns formulas into terms of the values that are current there.
///
/// Definitions are computed from current values, too, so they follow a state that a statement has changed.
final class Names {

  private final Terms terms;
  private final Map<String, Definition> definitions;
  private final Function<Expression.Call, String> draw;
  private final Map<String, Term> values;
  private final Map<String, Term> defined = new HashMap<>();

  /// @param values by symbol; what is not in here stands for itself
  /// @param draw gives each call of `uniform` and `normal` the symbol of a number of its own
  Names(
      Terms terms,
      List<Definition> definitions,
      Function<Expression.Call, String> draw,
      Map<String, Term> values) {
    this(
        terms,
        definitions.stream().collect(Collectors.toMap(Definition::name, d -> d)),
        draw,
        new HashMap<>(values));
  }

  private Names(
      Terms terms,
      Map<String, Definition> definitions,
      Function<Expression.Call, String> draw,
      Map<String, Term> values) {
    this.terms = terms;
    this.definitions = definitions;
    this.draw = draw;
    this.values = values;
  }

  /// The same moment with other values for some symbols.
  Names with(Map<String, Term> others) {
    Map<String, Term> changed = new HashMap<>(values);
    changed.putAll(others);
    return new Names(terms, definitions, draw, changed);
  }

  /// What a name stands for.
  Term value(String name) {
    Term value = values.get(name);
    if (value != null) return value;
    if (name.equals("pi")) return terms.constant(Math.PI);
    Definition definition = definitions.get(name);
    if (definition == null) return terms.symbol(name);
    Term known = defined.get(name);
    if (known == null) {
      known = term(definition.value());
      defined.put(name, known);
    }
    return known;
  }

  /// From now on a name stands for this.
  void set(String name, Term value) {
    values.put(name, value);
    defined.clear();
  }

  /// Does what a statement says.
  void run(Statement.Assign statement) {
    Term before = value(statement.target());
    Term operand = term(statement.value());
    set(
        statement.target(),
        switch (statement.how()) {
          case SET -> operand;
          case ADD -> terms.add(before, operand);
          case SUBTRACT -> terms.subtract(before, operand);
          case MULTIPLY -> terms.multiply(before, operand);
        });
  }

  /// The value of a formula.
  Term term(Expression expression) {
    return switch (expression) {
      case Expression.Literal n -> terms.constant(n.quantity().engineValue());
      case Expression.Symbol s -> value(s.name());
      case Expression.Unary u ->
          u.operator() == Operator.NOT
              ? terms.operation(Op.NOT, term(u.operand()))
              : terms.negate(term(u.operand()));
      case Expression.Binary b -> binary(b.operator(), term(b.left()), term(b.right()));
      case Expression.Call c -> call(c);
    };
  }

  private Term binary(Operator operator, Term a, Term b) {
    return switch (operator) {
      case ADD -> terms.add(a, b);
      case SUBTRACT -> terms.subtract(a, b);
      case MULTIPLY -> terms.multiply(a, b);
      case DIVIDE -> terms.divide(a, b);
      case POWER -> terms.power(a, b);
      case LESS -> terms.operation(Op.LESS, a, b);
      case AT_MOST -> terms.operation(Op.AT_MOST, a, b);
      case GREATER -> terms.operation(Op.GREATER, a, b);
      case AT_LEAST -> terms.operation(Op.AT_LEAST, a, b);
      case EQUAL -> terms.operation(Op.EQUAL, a, b);
      case DIFFERENT -> terms.operation(Op.DIFFERENT, a, b);
      case AND -> terms.operation(Op.AND, a, b);
      case OR -> terms.operation(Op.OR, a, b);
      case NEGATE, NOT -> throw new IllegalArgumentException(operator + " has one operand");
    };
  }

  private Term call(Expression.Call call) {
    if (call.function().isRandom()) return terms.symbol(draw.apply(call));
    List<Term> x = call.arguments().stream().map(this::term).toList();
    return switch (call.function()) {
      case EXP -> terms.operation(Op.EXP, x.get(0));
      case LOG -> terms.operation(Op.LOG, x.get(0));
      case TANH -> terms.operation(Op.TANH, x.get(0));
      case SIN -> terms.operation(Op.SIN, x.get(0));
      case COS -> terms.operation(Op.COS, x.get(0));
      case SQRT -> terms.operation(Op.SQRT, x.get(0));
      case ABS -> terms.operation(Op.ABS, x.get(0));
      case FLOOR -> terms.operation(Op.FLOOR, x.get(0));
      case EXPM1 -> terms.operation(Op.EXPM1, x.get(0));
      case EXPREL -> terms.operation(Op.EXPREL, x.get(0));
      case LOGISTIC -> logistic(x.get(0));
      case POSITIVE -> terms.operation(Op.MAX, x.get(0), terms.constant(0));
      case MIN -> terms.operation(Op.MIN, x.get(0), x.get(1));
      case MAX -> terms.operation(Op.MAX, x.get(0), x.get(1));
      case CLIP -> terms.operation(Op.MIN, terms.operation(Op.MAX, x.get(0), x.get(1)), x.get(2));
      case IF -> terms.select(x.get(0), x.get(1), x.get(2));
      case UNIFORM, NORMAL -> throw new IllegalArgumentException("drawn above");
    };
  }

  private Term logistic(Term x) {
    Term one = terms.constant(1);
    return terms.divide(one, terms.add(one, terms.operation(Op.EXP, terms.negate(x))));
  }
}
