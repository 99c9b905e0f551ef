package org.neurarium.engine.compile;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Locale;
import org.neurarium.engine.compile.Program.Address;
import org.neurarium.engine.compile.Program.Instruction;
import org.neurarium.engine.math.Elementary;

/// Generates a loop over rows in plain arithmetic.
final class PlainCode {

  private static final int FROM = 3;
  private static final int TO = 4;
  private static final int FOUND = 5;
  private static final int AT = 6;

  private static final ClassDesc MATH = Math.class.describeConstable().orElseThrow();
  private static final ClassDesc ELEMENTARY = Elementary.class.describeConstable().orElseThrow();
  private static final ClassDesc BOXED = Double.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc TO_BITS = MethodTypeDesc.of(CD_long, CD_double);

  private final CodeBuilder code;
  private final Program program;
  private final Flow flow;
  private final Frame frame;
  private final boolean search;
  private final boolean checks;

  PlainCode(CodeBuilder code, Part part, Flow flow, Frame frame, boolean search) {
    this.code = code;
    this.program = part.program();
    this.flow = flow;
    this.frame = frame;
    this.search = search;
    checks = part.checks();
  }

  /// The body of a static method with the parameters of [Program.Step], or of [Program.Search] with an unused `through`.
  static void body(CodeBuilder code, Part part, boolean search) {
    Flow flow = new Flow(part.program(), search);
    Frame frame = new Frame(code, part, flow);
    PlainCode plain = new PlainCode(code, part, flow, frame, search);
    frame.openColumns();
    plain.uniforms();
    plain.rows();
  }

  /// What is the same for all rows.
  void uniforms() {
    for (int k = 0; k < flow.size(); k++) if (flow.live(k) && flow.uniform(k)) compute(k, -1, -1);
  }

  private void rows() {
    int bad = code.allocateLocal(TypeKind.LONG);
    int target = code.allocateLocal(TypeKind.INT);
    code.lconst_0().lstore(bad).iconst_0().istore(target);
    Label done = code.newLabel();
    code.iload(FROM).iload(TO).if_icmpge(done);
    Label head = code.newBoundLabel();
    if (ProgramCompiler.goesThrough(program))
      code.aload(Frame.THROUGH).iload(FROM).iaload().istore(target);
    for (int k = 0; k < flow.size(); k++)
      if (flow.live(k) && !flow.uniform(k)) compute(k, FROM, target);
    if (search) keepRow();
    else outputs(bad, target);
    // Asked at the end of a row: of loops that ask at its beginning HotSpot makes no vector code
    // once they are longer.
    code.iinc(FROM, 1).iload(FROM).iload(TO).if_icmplt(head).labelBinding(done);
    if (search) code.iload(AT).ireturn();
    else {
      code.lload(bad).lconst_0().lcmp();
      truth(Comparison.EQUAL);
      code.ireturn();
    }
  }

  private void keepRow() {
    Label not = code.newLabel();
    frame.push(flow.size() - 1);
    code.ifeq(not).aload(FOUND).iload(AT).iload(FROM).iastore().iinc(AT, 1).labelBinding(not);
  }

  /// Writes the outputs. x - x is 0 for finite x and NaN for others, so its bits show, gathered by "or", whether all were finite.
  private void outputs(int bad, int target) {
    int written = code.allocateLocal(TypeKind.DOUBLE);
    boolean first = true;
    for (Program.Output output : program.outputs()) {
      frame.pushArray(output.column());
      frame.pushPlace(output.address(), output.column(), FROM, target);
      if (output.adds()) code.dup2().daload();
      frame.push(output.value());
      if (output.adds()) code.dadd();
      code.dastore();
    }
    if (!checks) return;
    for (Program.Output output : program.outputs()) {
      if (output.adds()) {
        frame.pushArray(output.column());
        frame.pushPlace(output.address(), output.column(), FROM, target);
        code.daload().dstore(written).dload(written).dload(written).dsub();
      } else {
        frame.push(output.value());
        frame.push(output.value());
        code.dsub();
      }
      if (!first) code.dadd();
      first = false;
    }
    if (!first)
      code.invokestatic(BOXED, "doubleToRawLongBits", TO_BITS).lload(bad).lor().lstore(bad);
  }

  private void compute(int k, int row, int target) {
    Instruction instruction = flow.at(k);
    switch (instruction.op()) {
      case CONSTANT -> code.loadConstant(instruction.constant());
      case LOAD -> load(program.inputs().get(instruction.a()), row, target);
      case ADD -> operands(k).dadd();
      case SUBTRACT -> operands(k).dsub();
      case MULTIPLY -> operands(k).dmul();
      case DIVIDE -> operands(k).ddiv();
      case NEGATE -> operands(k).dneg();
      case FMA, MIN, MAX, ABS, SQRT, FLOOR -> call(MATH, k);
      case EXP, LOG, TANH, SIN, COS, EXPM1, EXPREL -> call(ELEMENTARY, k);
      case POWER -> call(ELEMENTARY, "power", k);
      case LESS -> compare(k, Comparison.LESS);
      case AT_MOST -> compare(k, Comparison.AT_MOST);
      case GREATER -> compare(k, Comparison.GREATER);
      case AT_LEAST -> compare(k, Comparison.AT_LEAST);
      case EQUAL -> compare(k, Comparison.EQUAL);
      case DIFFERENT -> compare(k, Comparison.DIFFERENT);
      case AND -> operands(k).iand();
      case OR -> operands(k).ior();
      case NOT -> operands(k).iconst_1().ixor();
      case SELECT -> select(instruction);
    }
    frame.release(k);
    frame.store(k, instruction.op().isCondition() ? TypeKind.INT : TypeKind.DOUBLE);
  }

  private CodeBuilder operands(int k) {
    Instruction instruction = flow.at(k);
    for (int place = 0; place < instruction.op().arity(); place++)
      frame.push(Flow.operand(instruction, place));
    return code;
  }

  private void load(Program.Input input, int row, int target) {
    if (input.address() == Address.UNIFORM) {
      code.aload(Frame.UNIFORMS).loadConstant(input.column()).daload();
    } else {
      frame.pushArray(input.column());
      frame.pushPlace(input.address(), input.column(), row, target);
      code.daload();
    }
  }

  private void call(ClassDesc owner, int k) {
    call(owner, flow.at(k).op().name().toLowerCase(Locale.ROOT), k);
  }

  private void call(ClassDesc owner, String method, int k) {
    ClassDesc[] parameters = new ClassDesc[flow.at(k).op().arity()];
    java.util.Arrays.fill(parameters, CD_double);
    operands(k).invokestatic(owner, method, MethodTypeDesc.of(CD_double, parameters));
  }

  private enum Comparison {
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST,
    EQUAL,
    DIFFERENT
  }

  /// A comparison with NaN is false, but for [Op#DIFFERENT]: hence the two kinds of comparing instructions.
  private void compare(int k, Comparison comparison) {
    operands(k);
    switch (comparison) {
      case LESS, AT_MOST -> code.dcmpg();
      case GREATER, AT_LEAST, EQUAL, DIFFERENT -> code.dcmpl();
    }
    truth(comparison);
  }

  /// 1 or 0 for how the number on the stack compares with 0.
  private void truth(Comparison comparison) {
    Label yes = code.newLabel();
    Label end = code.newLabel();
    switch (comparison) {
      case LESS -> code.iflt(yes);
      case AT_MOST -> code.ifle(yes);
      case GREATER -> code.ifgt(yes);
      case AT_LEAST -> code.ifge(yes);
      case EQUAL -> code.ifeq(yes);
      case DIFFERENT -> code.ifne(yes);
    }
    code.iconst_0().goto_(end).labelBinding(yes).iconst_1().labelBinding(end);
  }

  private void select(Instruction instruction) {
    Label other = code.newLabel();
    Label end = code.newLabel();
    frame.push(instruction.a());
    code.ifeq(other);
    frame.push(instruction.b());
    code.goto_(end).labelBinding(other);
    frame.push(instruction.c());
    code.labelBinding(end);
  }
}
