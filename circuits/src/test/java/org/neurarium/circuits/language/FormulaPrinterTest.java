package org.neurarium.circuits.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Binary;
import org.neurarium.circuits.formula.Expression.Literal;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Expression.Symbol;
import org.neurarium.circuits.formula.Expression.Unary;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.formula.Printer;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.units.Quantity;

/// Formulas print so that they read back, with no needless brackets.
class FormulaPrinterTest {

  private static final List<Operator> BETWEEN =
      List.of(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE, Operator.POWER);

  private static Expression parse(String text) {
    Findings findings = new Findings("test");
    return FormulaParser.read(new Cursor(new Lexer(text, findings).lexemes()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a - (b - c)|a - (b - c)",
        "(a - b) - c|a - b - c",
        "(a*b)/c|a*b/c",
        "a*(b/c)|a*(b/c)",
        "-(a + b)^2|-(a + b)^2",
        "(-a)^2|(-a)^2",
        "a^(b^c)|a^b^c",
        "(a^b)^c|(a^b)^c",
        "a^-b|a^-b",
        "2 mV^2|2 mV^2",
        "(2 mV)^2|(2 mV)^2",
        "0.1/ms|0.1/ms",
        "not (a < b and c > d) or e == f|not (a < b and c > d) or e == f",
        "if(a<b,c,d)|if(a < b, c, d)",
        "a*-b|a*-b",
      })
  void bracketsStandWhereTheyAreNeeded(String text, String printed) {
    assertEquals(printed, Printer.print(parse(text)));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void randomFormulasReadBack(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 2000; k++) {
      Expression formula = random(random, 5);
      String printed = Printer.print(formula);
      assertEquals("", Likeness.difference(formula, parse(printed)), printed);
    }
  }

  private static Expression random(SplittableRandom random, int depth) {
    if (depth == 0 || random.nextInt(6) == 0)
      return switch (random.nextInt(3)) {
        case 0 -> new Symbol("abc".substring(random.nextInt(3)), Span.NONE);
        case 1 -> new Literal(Quantity.number(random.nextInt(100) / 4.0), Span.NONE);
        default ->
            new Literal(
                Quantity.of(2 + random.nextInt(100), random.nextBoolean() ? "mV" : "s^2"),
                Span.NONE);
      };
    return switch (random.nextInt(5)) {
      case 0 -> new Unary(Operator.NEGATE, random(random, depth - 1), Span.NONE);
      case 1 ->
          new Expression.Call(
              Function.MAX,
              List.of(random(random, depth - 1), random(random, depth - 1)),
              Span.NONE);
      default ->
          new Binary(
              BETWEEN.get(random.nextInt(BETWEEN.size())),
              random(random, depth - 1),
              random(random, depth - 1),
              Span.NONE);
    };
  }
}
