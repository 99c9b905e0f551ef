package org.neurarium.app.formulas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import org.neurarium.app.formulas.Box.Fence;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Binary;
import org.neurarium.circuits.formula.Expression.Call;
import org.neurarium.circuits.formula.Expression.Literal;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Expression.Unary;
import org.neurarium.circuits.units.Unit;

/// Sets expressions as formulas. Its pictures stand for the same value as the tree; only the order of factors may differ. FX thread only.
final class Typesetter {

  private static final double SMALLER = 0.74;
  private static final double LEAST = 9.5;

  private final BiConsumer<Node, String> dress;

  /// @param dress gives a symbol's node its colour and its tooltip
  Typesetter(BiConsumer<Node, String> dress) {
    this.dress = dress;
  }

  /// How tightly what was set holds together.
  private enum Hold {
    LOOSE,
    RELATION,
    SUM,
    PRODUCT,
    ATOM
  }

  private record Piece(Box box, Hold hold) {}

  /// Where an expression stands: its size, and how deep in fractions.
  private record Place(double size, int fractions) {
    Place script() {
      return new Place(Math.max(LEAST, SMALLER * size), 2);
    }

    Place inFraction() {
      return new Place(fractions == 0 ? size : Math.max(LEAST, 0.82 * size), fractions + 1);
    }
  }

  /// A whole expression.
  Box set(Expression expression, double size) {
    return set(expression, new Place(size, 0)).box;
  }

  /// A whole expression in which fractions are written with a stroke, for a line in running text.
  Box inline(Expression expression, double size) {
    return set(expression, new Place(size, 2)).box;
  }

  /// The terms of a sum with their signs, so that it can be broken between lines.
  List<Box> terms(Expression expression, double size) {
    List<Box> boxes = new ArrayList<>();
    collectTerms(expression, size, boxes);
    return boxes;
  }

  /// The cases of an `if` one after the other, for a width in which they have no room beside their brace; nothing for any other expression.
  List<Box> cases(Expression expression, double size) {
    List<Box> boxes = new ArrayList<>();
    Expression e = expression;
    while (e instanceof Call(var function, var arguments, _)
        && function == org.neurarium.circuits.formula.Function.IF) {
      boxes.addAll(terms(arguments.get(1), size));
      Box condition = inline(arguments.get(0), size);
      boxes.add(Box.row(Box.text("  if ", false, size), condition, Box.text(",  ", false, size)));
      e = arguments.get(2);
    }
    if (boxes.isEmpty()) return boxes;
    boxes.add(Box.row(inline(e, size), Box.text("  otherwise", false, size)));
    return boxes;
  }

  private void collectTerms(Expression e, double size, List<Box> boxes) {
    Place place = new Place(size, 0);
    if (e instanceof Binary(Operator operator, Expression left, Expression right, _)
        && (operator == Operator.ADD || operator == Operator.SUBTRACT)) {
      collectTerms(left, size, boxes);
      boxes.add(Box.row(sign(operator, size), atLeast(right, Hold.PRODUCT, place)));
    } else boxes.add(set(e, place).box);
  }

  /// A name.
  Box symbol(String name, double size) {
    Box box = Symbol.of(name).box(size);
    dress.accept(box.node(), name);
    return box;
  }

  private Piece set(Expression expression, Place p) {
    return switch (expression) {
      case Literal n -> literal(n, p);
      case Expression.Symbol s -> new Piece(symbol(s.name(), p.size), Hold.ATOM);
      case Unary u -> unary(u, p);
      case Call c -> call(c, p);
      case Binary b -> binary(b, p);
    };
  }

  private Box atLeast(Expression e, Hold hold, Place p) {
    Piece piece = set(e, p);
    return piece.hold.compareTo(hold) >= 0 ? piece.box : Box.fenced(piece.box, Fence.ROUND, p.size);
  }

  private Piece literal(Literal n, Place p) {
    String number = number(n.quantity().value());
    Unit unit = n.quantity().unit();
    Hold hold = n.quantity().value() < 0 ? Hold.SUM : Hold.ATOM;
    if (unit.equals(Unit.NONE)) return new Piece(Box.text(number, false, p.size), hold);
    return new Piece(
        Box.text(number + "\u2009" + unit(unit), false, p.size),
        hold == Hold.ATOM ? Hold.PRODUCT : hold);
  }

  /// A number as people write it.
  static String number(double value) {
    String text =
        value == Math.rint(value) && Math.abs(value) < 1e9
            ? String.valueOf((long) value)
            : String.valueOf(value);
    int e = text.indexOf('E');
    if (e >= 0)
      text = text.substring(0, e).replaceFirst("\\.0$", "") + "·10" + raised(text.substring(e + 1));
    return text.replace('-', '−');
  }

  /// A unit's name as people write it: `uA/cm^2` as μA/cm².
  static String unit(Unit unit) {
    StringBuilder text = new StringBuilder();
    String symbol = unit.toString();
    for (int i = 0; i < symbol.length(); i++) {
      char c = symbol.charAt(i);
      boolean begins = i == 0 || !Character.isLetter(symbol.charAt(i - 1));
      boolean goesOn = i + 1 < symbol.length() && Character.isLetter(symbol.charAt(i + 1));
      if (c == 'u' && begins && goesOn) text.append('µ');
      else if (c == '^') {
        int end = i + 1;
        while (end < symbol.length() && "-0123456789".indexOf(symbol.charAt(end)) >= 0) end++;
        text.append(raised(symbol.substring(i + 1, end)));
        i = end - 1;
      } else text.append(c == '*' ? '·' : c);
    }
    return text.toString();
  }

  private static String raised(String digits) {
    StringBuilder text = new StringBuilder();
    for (char c : digits.toCharArray()) text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    return text.toString();
  }

  private Piece unary(Unary u, Place p) {
    if (u.operator() == Operator.NOT)
      return new Piece(
          Box.row(word("not ", p), atLeast(u.operand(), Hold.RELATION, p)), Hold.RELATION);
    return new Piece(
        Box.row(Box.text("−", false, p.size), atLeast(u.operand(), Hold.PRODUCT, p)), Hold.SUM);
  }

  private static Box word(String text, Place p) {
    return Box.text(text, false, p.size);
  }

  private Piece binary(Binary b, Place p) {
    return switch (b.operator()) {
      case ADD, SUBTRACT ->
          new Piece(
              Box.row(
                  atLeast(b.left(), Hold.SUM, p),
                  sign(b.operator(), p.size),
                  atLeast(b.right(), Hold.PRODUCT, p)),
              Hold.SUM);
      case MULTIPLY, DIVIDE -> product(b, p);
      case POWER -> power(b, p);
      case LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, DIFFERENT ->
          new Piece(
              Box.row(
                  atLeast(b.left(), Hold.SUM, p),
                  sign(b.operator(), p.size),
                  atLeast(b.right(), Hold.SUM, p)),
              Hold.RELATION);
      case AND, OR ->
          new Piece(
              Box.row(
                  atLeast(b.left(), Hold.RELATION, p),
                  word(" " + b.operator().sign() + " ", p),
                  atLeast(b.right(), Hold.RELATION, p)),
              Hold.LOOSE);
      case NEGATE, NOT -> throw new IllegalArgumentException(b.operator() + " takes one operand");
    };
  }

  /// A sign between two operands, with its room.
  static Box sign(Operator operator, double size) {
    String sign =
        switch (operator) {
          case SUBTRACT -> "−";
          case AT_MOST -> "≤";
          case AT_LEAST -> "≥";
          case DIFFERENT -> "≠";
          case EQUAL -> "=";
          default -> operator.sign();
        };
    Box room = Box.space(0.24 * size);
    return Box.row(room, Box.text(sign, false, size), Box.space(0.24 * size));
  }

  private Piece power(Binary b, Place p) {
    Box base = atLeast(b.left(), Hold.ATOM, p);
    Box exponent = set(b.right(), p.script()).box;
    // A symbol with a subscript keeps it below the exponent.
    if (b.left() instanceof Expression.Symbol s && !Symbol.of(s.name()).below().isEmpty()) {
      Symbol symbol = Symbol.of(s.name());
      Box letter = Box.text(symbol.base(), symbol.italic(), p.size);
      Box both =
          Box.scripts(letter, exponent, Box.text(symbol.below(), false, 0.72 * p.size), p.size);
      dress.accept(both.node(), s.name());
      return new Piece(both, Hold.ATOM);
    }
    return new Piece(Box.scripts(base, exponent, Box.space(0), p.size), Hold.ATOM);
  }

  private Piece product(Binary b, Place p) {
    List<Expression> over = new ArrayList<>();
    List<Expression> under = new ArrayList<>();
    collectFactors(b, over, under);
    if (under.isEmpty()) return new Piece(factors(over, p), Hold.PRODUCT);
    boolean ofUnits = under.stream().allMatch(Typesetter::isUnit);
    if (ofUnits || p.fractions >= 2) return stroke(over, under, p, ofUnits);
    Place inside = p.inFraction();
    // The sign of -x/tau stands before the fraction.
    if (over.size() == 1
        && over.getFirst() instanceof Unary(Operator operator, Expression x, _)
        && operator == Operator.NEGATE) {
      Box fraction = Box.fraction(lone(List.of(x), inside), lone(under, inside), p.size);
      return new Piece(Box.row(Box.text("−", false, p.size), fraction), Hold.SUM);
    }
    return new Piece(Box.fraction(lone(over, inside), lone(under, inside), p.size), Hold.PRODUCT);
  }

  /// Factors that stand alone, above or below a line: a single one needs no brackets.
  private Box lone(List<Expression> factors, Place p) {
    return factors.size() == 1 ? set(factors.getFirst(), p).box : factors(factors, p);
  }

  private Piece stroke(List<Expression> over, List<Expression> under, Place p, boolean ofUnits) {
    List<Box> row = new ArrayList<>();
    boolean numberFirst = ofUnits && over.size() > 1 && over.getFirst() instanceof Literal;
    row.add(numberFirst ? set(over.getFirst(), p).box : factors(over, p));
    row.add(Box.text("/", false, p.size));
    if (under.size() == 1)
      row.add(ofUnits ? unitAlone(under.getFirst(), p) : atLeast(under.getFirst(), Hold.ATOM, p));
    else row.add(Box.fenced(factors(under, p), Fence.ROUND, p.size));
    if (numberFirst) {
      row.add(Box.text(" · ", false, p.size));
      row.add(factors(over.subList(1, over.size()), p));
    }
    return new Piece(Box.row(row), Hold.PRODUCT);
  }

  private static Box unitAlone(Expression e, Place p) {
    return Box.text(unit(((Literal) e).quantity().unit()), false, p.size);
  }

  /// Whether this is a unit used as a quantity.
  private static boolean isUnit(Expression e) {
    return e instanceof Literal n
        && n.quantity().value() == 1
        && !n.quantity().unit().equals(Unit.NONE);
  }

  private static void collectFactors(Expression e, List<Expression> over, List<Expression> under) {
    if (e instanceof Binary(Operator operator, Expression left, Expression right, _)) {
      if (operator == Operator.MULTIPLY) {
        collectFactors(left, over, under);
        collectFactors(right, over, under);
        return;
      }
      if (operator == Operator.DIVIDE) {
        collectFactors(left, over, under);
        collectFactors(right, under, over);
        return;
      }
    }
    over.add(e);
  }

  private Box factors(List<Expression> factors, Place p) {
    if (factors.isEmpty()) return Box.text("1", false, p.size);
    List<Box> row = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      Expression factor = factors.get(i);
      if (i > 0) row.add(between(factors.get(i - 1), factor, p));
      if (isUnit(factor)) row.add(unitAlone(factor, p));
      else if (i == 0 && factor instanceof Unary) row.add(set(factor, p).box);
      else row.add(atLeast(factor, Hold.PRODUCT, p));
    }
    return Box.row(row);
  }

  /// A dot where two factors would run into each other, else a little room.
  private static Box between(Expression left, Expression right, Place p) {
    boolean dot =
        right instanceof Literal
            || left instanceof Literal n && !n.quantity().unit().equals(Unit.NONE)
            || isWord(left)
            || isWord(right);
    return dot ? Box.text("\u2009·\u2009", false, p.size) : Box.space(0.16 * p.size);
  }

  private static boolean isWord(Expression e) {
    return e instanceof Expression.Symbol s && Symbol.of(s.name()).base().length() > 1;
  }

  private Piece call(Call c, Place p) {
    Expression first = c.arguments().isEmpty() ? c : c.arguments().getFirst();
    return switch (c.function()) {
      case EXP -> exponential(first, p);
      case EXPM1 ->
          new Piece(
              Box.row(exponential(first, p).box, sign(Operator.SUBTRACT, p.size), word("1", p)),
              Hold.SUM);
      case SQRT -> new Piece(Box.root(set(first, p).box, p.size), Hold.ATOM);
      case ABS -> new Piece(Box.fenced(set(first, p).box, Fence.BAR, p.size), Hold.ATOM);
      case FLOOR -> new Piece(Box.fenced(set(first, p).box, Fence.FLOOR, p.size), Hold.ATOM);
      case POSITIVE ->
          new Piece(
              Box.scripts(
                  Box.fenced(set(first, p).box, Fence.SQUARE, p.size),
                  Box.space(0),
                  Box.text("+", false, 0.8 * p.size),
                  p.size),
              Hold.ATOM);
      case IF -> new Piece(cases(c, p), Hold.SUM);
      case LOG -> named("ln", c, p);
      case TANH, SIN, COS, EXPREL, LOGISTIC, MIN, MAX, CLIP, UNIFORM, NORMAL ->
          named(c.function().id(), c, p);
    };
  }

  /// A power of e where the exponent is short, else `exp(…)`.
  private Piece exponential(Expression exponent, Place p) {
    if (p.fractions > 2 || size(exponent) > 9) return named("exp", List.of(exponent), p);
    return new Piece(
        Box.scripts(
            Box.text("e", false, p.size), set(exponent, p.script()).box, Box.space(0), p.size),
        Hold.ATOM);
  }

  private static int size(Expression e) {
    return switch (e) {
      case Literal n -> n.quantity().unit().equals(Unit.NONE) ? 1 : 2;
      case Expression.Symbol s -> s.name().length() > 6 ? 3 : 1;
      case Unary u -> size(u.operand()) + 1;
      case Binary b -> size(b.left()) + size(b.right()) + 1;
      case Call c -> 2 + c.arguments().stream().mapToInt(Typesetter::size).sum();
    };
  }

  private Piece named(String name, Call c, Place p) {
    return named(name, c.arguments(), p);
  }

  private Piece named(String name, List<Expression> arguments, Place p) {
    List<Box> row = new ArrayList<>();
    for (Expression argument : arguments) {
      if (!row.isEmpty()) row.add(word(", ", p));
      row.add(set(argument, p).box);
    }
    return new Piece(
        Box.row(word(name, p), Box.fenced(Box.row(row), Fence.ROUND, p.size)), Hold.ATOM);
  }

  private Box cases(Call c, Place p) {
    List<List<Box>> rows = new ArrayList<>();
    Expression e = c;
    while (e instanceof Call(var function, var arguments, _)
        && function == org.neurarium.circuits.formula.Function.IF) {
      rows.add(
          List.of(
              set(arguments.get(1), p).box, Box.row(word("if ", p), set(arguments.get(0), p).box)));
      e = arguments.get(2);
    }
    rows.add(List.of(set(e, p).box, word("otherwise", p)));
    return Box.fenced(Box.cases(rows, p.size), Fence.BRACE, p.size);
  }
}
