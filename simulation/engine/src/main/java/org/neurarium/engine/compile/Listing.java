package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.neurarium.circuits.units.Quantity;

/// Writes a program as lines that a person can read: what is used once stands where it is used, everything else has a line and a number.
final class Listing {

  private static final int LONGEST = 90;

  private final Program program;
  private final int[] uses;
  private final String[] texts;
  private final List<String> lines = new ArrayList<>();

  private Listing(Program program) {
    this.program = program;
    uses = new int[program.code().size()];
    texts = new String[program.code().size()];
  }

  static String of(Program program) {
    Listing listing = new Listing(program);
    listing.write();
    return String.join("\n", listing.lines);
  }

  private void write() {
    for (Program.Instruction i : program.code())
      for (int k = 0; k < i.op().arity(); k++) uses[operand(i, k)]++;
    for (int k = 0; k < texts.length; k++) {
      Program.Instruction i = program.code().get(k);
      texts[k] = text(i);
      boolean leaf = i.op().arity() == 0;
      boolean named = uses[k] > 1 || texts[k].length() > LONGEST;
      if (leaf || !named) continue;
      lines.add("%" + k + " = " + texts[k]);
      texts[k] = "%" + k;
    }
    for (Program.Output o : program.outputs())
      lines.add(
          (o.address() == Program.Address.THROUGH ? "target's " : "")
              + o.name()
              + (o.adds() ? " += " : " ← ")
              + bare(texts[o.value()]));
    if (program.outputs().isEmpty() && texts.length > 0)
      lines.add("where " + bare(texts[texts.length - 1]));
  }

  private static int operand(Program.Instruction i, int k) {
    return k == 0 ? i.a() : k == 1 ? i.b() : i.c();
  }

  private String text(Program.Instruction i) {
    String a = i.op().arity() > 0 ? texts[i.a()] : "";
    String b = i.op().arity() > 1 ? texts[i.b()] : "";
    String c = i.op().arity() > 2 ? texts[i.c()] : "";
    return switch (i.op()) {
      case CONSTANT -> Quantity.format(i.constant());
      case LOAD -> program.inputs().get(i.a()).name();
      case ADD -> infix(a, "+", b);
      case SUBTRACT -> infix(a, "-", b);
      case MULTIPLY -> infix(a, "*", b);
      case DIVIDE -> infix(a, "/", b);
      case FMA -> "(" + a + "*" + b + " + " + c + ")";
      case NEGATE -> "-" + a;
      case LESS -> infix(a, "<", b);
      case AT_MOST -> infix(a, "<=", b);
      case GREATER -> infix(a, ">", b);
      case AT_LEAST -> infix(a, ">=", b);
      case EQUAL -> infix(a, "==", b);
      case DIFFERENT -> infix(a, "!=", b);
      case AND -> infix(a, "and", b);
      case OR -> infix(a, "or", b);
      case NOT -> "not " + a;
      case SELECT -> "if(" + bare(a) + ", " + bare(b) + ", " + bare(c) + ")";
      case MIN, MAX ->
          i.op().name().toLowerCase(Locale.ROOT) + "(" + bare(a) + ", " + bare(b) + ")";
      case ABS, SQRT, FLOOR, EXP, LOG, TANH, SIN, COS, EXPM1, EXPREL, POWER ->
          i.op().name().toLowerCase(Locale.ROOT) + "(" + bare(a) + ")";
    };
  }

  private static String infix(String a, String sign, String b) {
    return "(" + a + " " + sign + " " + b + ")";
  }

  /// Without the brackets around the whole.
  private static String bare(String text) {
    if (!text.startsWith("(")) return text;
    int depth = 0;
    for (int k = 0; k < text.length(); k++) {
      if (text.charAt(k) == '(') depth++;
      if (text.charAt(k) == ')' && --depth == 0)
        return k == text.length() - 1 ? text.substring(1, k) : text;
    }
    return text;
  }
}
