package org.neurarium.engine.compile;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.Locale;
import org.neurarium.engine.compile.Program.Address;
import org.neurarium.engine.compile.Program.Instruction;

/// Generates a loop over rows, a vector of them at a time; the rows left over are for [PlainCode].
///
/// Classes of the module `jdk.incubator.vector` are only named here, so that this class works without it.
final class VectorCode {

  private static final int FROM = 3;
  private static final int TO = 4;
  private static final int FOUND = 5;
  private static final int AT = 6;

  private static final String PACKAGE = "jdk.incubator.vector";
  private static final ClassDesc DOUBLES = ClassDesc.of(PACKAGE, "DoubleVector");
  private static final ClassDesc VECTOR = ClassDesc.of(PACKAGE, "Vector");
  private static final ClassDesc MASK = ClassDesc.of(PACKAGE, "VectorMask");
  private static final ClassDesc SPECIES = ClassDesc.of(PACKAGE, "VectorSpecies");
  private static final ClassDesc OPERATORS = ClassDesc.of(PACKAGE, "VectorOperators");
  private static final ClassDesc COMPARISON = OPERATORS.nested("Comparison");
  private static final String ELEMENTARY = "org.neurarium.engine.math.VectorElementary";
  private static final ClassDesc LONG = Long.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc COMPARE = MethodTypeDesc.of(MASK, COMPARISON, VECTOR);

  private final CodeBuilder code;
  private final Program program;
  private final Flow flow;
  private final Frame frame;
  private final Frame scalars;
  private final Inliner.Copier functions;
  private final boolean search;

  private VectorCode(CodeBuilder code, Part part, Flow flow, Frame scalars, boolean search) {
    this.code = code;
    this.program = part.program();
    this.flow = flow;
    this.scalars = scalars;
    this.frame = new Frame(code, part, flow);
    this.functions = new Inliner(ELEMENTARY).into(code);
    this.search = search;
  }

  /// The body of a static method as [PlainCode#body] makes it.
  ///
  /// @param owner the class that holds it
  /// @param rest the method that does the rows left over
  static void body(
      CodeBuilder code,
      Part part,
      boolean search,
      ClassDesc owner,
      String rest,
      MethodTypeDesc type) {
    Flow flow = new Flow(part.program(), search);
    Frame scalars = new Frame(code, part, flow);
    VectorCode vector = new VectorCode(code, part, flow, scalars, search);
    vector.frame.openColumns();
    new PlainCode(code, part, flow, scalars, search).uniforms();
    vector.broadcasts();
    vector.rows(owner, rest, type);
  }

  private CodeBuilder species() {
    return code.getstatic(DOUBLES, "SPECIES_PREFERRED", SPECIES);
  }

  private void broadcasts() {
    for (int k = 0; k < flow.size(); k++) {
      if (!flow.live(k) || !flow.uniform(k) || !flow.usedByRows(k)) continue;
      species();
      scalars.push(k);
      if (flow.at(k).op().isCondition())
        code.invokeinterface(SPECIES, "maskAll", MethodTypeDesc.of(MASK, CD_boolean));
      else code.invokestatic(DOUBLES, "broadcast", MethodTypeDesc.of(DOUBLES, SPECIES, CD_double));
      frame.store(k, TypeKind.REFERENCE);
    }
  }

  private void rows(ClassDesc owner, String rest, MethodTypeDesc type) {
    int bad = code.allocateLocal(TypeKind.REFERENCE);
    int width = code.allocateLocal(TypeKind.INT);
    int last = code.allocateLocal(TypeKind.INT);
    species().invokeinterface(SPECIES, "length", MethodTypeDesc.of(CD_int)).istore(width);
    code.iload(TO).iload(width).isub().istore(last);
    species().invokestatic(DOUBLES, "zero", MethodTypeDesc.of(DOUBLES, SPECIES)).astore(bad);
    Label head = code.newBoundLabel();
    Label done = code.newLabel();
    code.iload(FROM).iload(last).if_icmpgt(done);
    for (int k = 0; k < flow.size(); k++) if (flow.live(k) && !flow.uniform(k)) compute(k);
    if (search) keepRows();
    else outputs(bad);
    code.iload(FROM).iload(width).iadd().istore(FROM).goto_(head).labelBinding(done);
    for (int slot = 0, place = 0; place < type.parameterCount(); place++) {
      TypeKind kind = TypeKind.from(type.parameterType(place));
      code.loadLocal(kind, slot);
      slot += kind.slotSize();
    }
    code.invokestatic(owner, rest, type);
    if (!search) {
      code.aload(bad).getstatic(OPERATORS, "EQ", COMPARISON).dconst_0();
      code.invokevirtual(DOUBLES, "compare", MethodTypeDesc.of(MASK, COMPARISON, CD_double));
      code.invokevirtual(MASK, "allTrue", MethodTypeDesc.of(CD_boolean)).iand();
    }
    code.ireturn();
  }

  /// Writes the row numbers of the lanes that meet the condition.
  private void keepRows() {
    int bits = code.allocateLocal(TypeKind.LONG);
    frame.push(flow.size() - 1);
    code.invokevirtual(MASK, "toLong", MethodTypeDesc.of(CD_long)).lstore(bits);
    Label head = code.newBoundLabel();
    Label done = code.newLabel();
    code.lload(bits).lconst_0().lcmp().ifeq(done);
    code.aload(FOUND).iload(AT).iload(FROM).lload(bits);
    code.invokestatic(LONG, "numberOfTrailingZeros", MethodTypeDesc.of(CD_int, CD_long));
    code.iadd().iastore().iinc(AT, 1);
    code.lload(bits).lload(bits).lconst_1().lsub().land().lstore(bits);
    code.goto_(head).labelBinding(done);
  }

  /// Writes the outputs; sums x - x, which is 0 or NaN, lane by lane.
  private void outputs(int bad) {
    for (Program.Output output : program.outputs()) {
      frame.push(output.value());
      if (output.adds()) {
        read(output.address(), output.column());
        call("add");
      }
      code.dup();
      frame.pushArray(output.column());
      frame.pushPlace(output.address(), output.column(), FROM, -1);
      MethodTypeDesc into =
          MethodTypeDesc.of(
              java.lang.constant.ConstantDescs.CD_void, CD_double.arrayType(), CD_int);
      code.invokevirtual(DOUBLES, "intoArray", into);
      code.dup();
      call("sub");
      code.aload(bad);
      call("add");
      code.astore(bad);
    }
  }

  private void read(Address address, int column) {
    species();
    frame.pushArray(column);
    frame.pushPlace(address, column, FROM, -1);
    MethodTypeDesc from = MethodTypeDesc.of(DOUBLES, SPECIES, CD_double.arrayType(), CD_int);
    code.invokestatic(DOUBLES, "fromArray", from);
  }

  /// A method of DoubleVector whose parameters are vectors and lie on the stack after the receiver.
  private void call(String method) {
    call(method, 1);
  }

  private void call(String method, int parameters) {
    ClassDesc[] types = new ClassDesc[parameters];
    Arrays.fill(types, VECTOR);
    code.invokevirtual(DOUBLES, method, MethodTypeDesc.of(DOUBLES, types));
  }

  private void compute(int k) {
    Instruction instruction = flow.at(k);
    switch (instruction.op()) {
      case CONSTANT -> throw new IllegalStateException("a constant is the same for all rows");
      case LOAD -> {
        Program.Input input = program.inputs().get(instruction.a());
        read(input.address(), input.column());
      }
      case ADD -> call(k, "add");
      case SUBTRACT -> call(k, "sub");
      case MULTIPLY -> call(k, "mul");
      case DIVIDE -> call(k, "div");
      case FMA -> fma(instruction);
      case NEGATE -> call(k, "neg");
      case MIN -> call(k, "min");
      case MAX -> call(k, "max");
      case ABS -> call(k, "abs");
      case SQRT -> call(k, "sqrt");
      case FLOOR, EXP, LOG, TANH, SIN, COS, EXPM1, EXPREL -> {
        operands(k);
        functions.call(
            instruction.op().name().toLowerCase(Locale.ROOT), MethodTypeDesc.of(DOUBLES, DOUBLES));
      }
      case POWER -> throw new IllegalStateException("the plain form's own");
      case LESS -> compare(instruction, "LT");
      case AT_MOST -> compare(instruction, "LE");
      case GREATER -> compare(instruction, "GT");
      case AT_LEAST -> compare(instruction, "GE");
      case EQUAL -> compare(instruction, "EQ");
      case DIFFERENT -> compare(instruction, "NE");
      case AND -> combine(k, "and");
      case OR -> combine(k, "or");
      case NOT -> combine(k, "not");
      case SELECT -> {
        frame.push(instruction.c());
        frame.push(instruction.b());
        frame.push(instruction.a());
        code.invokevirtual(DOUBLES, "blend", MethodTypeDesc.of(DOUBLES, VECTOR, MASK));
      }
    }
    frame.release(k);
    frame.store(k, TypeKind.REFERENCE);
  }

  private void operands(int k) {
    Instruction instruction = flow.at(k);
    for (int place = 0; place < instruction.op().arity(); place++)
      frame.push(Flow.operand(instruction, place));
  }

  private void call(int k, String method) {
    operands(k);
    call(method, flow.at(k).op().arity() - 1);
  }

  private void fma(Instruction instruction) {
    frame.push(instruction.a());
    frame.push(instruction.b());
    frame.push(instruction.c());
    call("fma", 2);
  }

  private void compare(Instruction instruction, String comparison) {
    frame.push(instruction.a());
    code.getstatic(OPERATORS, comparison, COMPARISON);
    frame.push(instruction.b());
    code.invokevirtual(DOUBLES, "compare", COMPARE);
  }

  private void combine(int k, String method) {
    operands(k);
    ClassDesc[] types = new ClassDesc[flow.at(k).op().arity() - 1];
    Arrays.fill(types, MASK);
    code.invokevirtual(MASK, method, MethodTypeDesc.of(MASK, types));
  }
}
