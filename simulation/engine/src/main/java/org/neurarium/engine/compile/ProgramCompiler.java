package org.neurarium.engine.compile;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neurarium.engine.compile.Program.Address;

/// Makes hidden classes of programs: for each a loop over rows in a static method, in one of two forms that give the same bits.
///
/// HotSpot does not compile methods of 8,000 bytecodes or more, and long ones of vectors slowly. A program that would become one is done in pieces, [Part#BLOCK] rows at a time; what one piece leaves
/// for the next lies in scratch arrays that each thread keeps.
///
/// Thread-safe; what it returns is stateless. The classes carry the model's name as their source file; HotSpot leaves hidden classes out of stack traces unless
/// it is started with `-XX:+UnlockDiagnosticVMOptions -XX:+ShowHiddenFrames`.
public final class ProgramCompiler {

  /// How the loop is written.
  public enum Form {
    /// One row at a time in plain arithmetic.
    PLAIN,
    /// As many rows at a time as a vector register of this machine has lanes.
    VECTOR
  }

  private static final int METHOD_LIMIT = 7_900;

  /// HotSpot could compile longer ones, but needs far more time for it: three times as long for Hodgkin and Huxley's equations as one method.
  private static final int VECTOR_LIMIT = 2_500;

  /// In more pieces than these they may be long again.
  private static final int MOST_SHORT = 16;

  private static final int CODE_LIMIT = 60_000;
  private static final int STATIC = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC;

  private static final ClassDesc STEP = Program.Step.class.describeConstable().orElseThrow();
  private static final ClassDesc SEARCH = Program.Search.class.describeConstable().orElseThrow();
  private static final ClassDesc COLUMNS = CD_double.arrayType(2);
  private static final ClassDesc NUMBERS = CD_double.arrayType();
  private static final ClassDesc ROWS = CD_int.arrayType();
  private static final MethodTypeDesc STEP_TYPE =
      MethodTypeDesc.of(CD_boolean, COLUMNS, NUMBERS, ROWS, CD_int, CD_int);
  private static final MethodTypeDesc SEARCH_TYPE =
      MethodTypeDesc.of(CD_int, COLUMNS, NUMBERS, CD_int, CD_int, ROWS, CD_int);
  private static final MethodTypeDesc SEARCH_ROWS_TYPE =
      MethodTypeDesc.of(CD_int, COLUMNS, NUMBERS, ROWS, CD_int, CD_int, ROWS, CD_int);

  /// Whether this Java was started with the module of the Vector API, which only then can be used.
  public static boolean vectorsAreThere() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  /// Whether a program has a vector form: one that goes through targets has none, as several rows may share one.
  public static boolean hasVectorForm(Program program) {
    return !goesThrough(program);
  }

  static boolean goesThrough(Program program) {
    return program.inputs().stream().anyMatch(input -> input.address() == Address.THROUGH)
        || program.outputs().stream().anyMatch(output -> output.address() == Address.THROUGH);
  }

  /// Compiles a program.
  ///
  /// @param name the model's
  /// @throws IllegalArgumentException when the program breaks its own rules or has no such form
  public Program.Step step(Program program, String name, Form form) {
    check(program, form);
    Program.Step one = inOneLoop(program, name, form);
    if (form == Form.VECTOR || goesThrough(program) || adds(program) || program.outputs().isEmpty())
      return one;
    Fission fission = new Fission(program);
    // Each is a class of its own: HotSpot would inline the methods of one class into one that takes
    // seconds to compile.
    List<Program.Step> loops =
        fission.parts().stream()
            .map(part -> (Program.Step) instance(assemble(part, name, form, false)))
            .toList();
    return new FissionStep(one, loops, fission);
  }

  private static boolean adds(Program program) {
    return program.outputs().stream().anyMatch(Program.Output::adds);
  }

  private static Program.Step inOneLoop(Program program, String name, Form form) {
    Optional<byte[]> whole = build(Part.whole(program), name, form, false, limit(form));
    if (whole.isPresent()) return (Program.Step) instance(whole.get());
    Pieces pieces = new Pieces(program, false);
    List<byte[]> classes = inPieces(pieces, name, form);
    List<Program.Step> steps =
        classes.stream().map(bytes -> (Program.Step) instance(bytes)).toList();
    return pieces.step(steps);
  }

  /// Compiles a program whose last instruction is a condition; it has no outputs.
  ///
  /// @param name the model's
  /// @throws IllegalArgumentException when the program breaks its own rules or has no such form
  public Program.Search search(Program program, String name, Form form) {
    check(program, form);
    if (goesThrough(program))
      throw new IllegalArgumentException("a search cannot go through targets");
    if (program.code().isEmpty() || !program.code().getLast().op().isCondition())
      throw new IllegalArgumentException("the last instruction of a search is no condition");
    if (!program.outputs().isEmpty())
      throw new IllegalArgumentException("a search writes no columns");
    Optional<byte[]> whole = build(Part.whole(program), name, form, true, limit(form));
    if (whole.isPresent()) return (Program.Search) instance(whole.get());
    Pieces pieces = new Pieces(program, true);
    List<byte[]> classes = inPieces(pieces, name, form);
    List<Program.Step> before =
        classes.subList(0, classes.size() - 1).stream()
            .map(bytes -> (Program.Step) instance(bytes))
            .toList();
    return pieces.search(before, (Program.Search) instance(classes.getLast()));
  }

  private static void check(Program program, Form form) {
    for (Program.Output output : program.outputs())
      if (output.address() == Address.UNIFORM)
        throw new IllegalArgumentException(output.name() + " is written for all rows at once");
    if (form == Form.VECTOR && !hasVectorForm(program))
      throw new IllegalArgumentException("a program that goes through targets has no vector form");
    if (form == Form.VECTOR && !vectorsAreThere())
      throw new IllegalArgumentException("the module jdk.incubator.vector is not there");
  }

  private static List<byte[]> inPieces(Pieces pieces, String name, Form form) {
    for (int count = 2; ; count *= 2) {
      List<Part> parts = pieces.cut(count);
      List<byte[]> classes = new ArrayList<>();
      int limit = count <= MOST_SHORT ? limit(form) : METHOD_LIMIT;
      for (Part part : parts) {
        boolean search = pieces.isSearch() && part == parts.getLast();
        build(part, name, form, search, limit).ifPresent(classes::add);
      }
      if (classes.size() == parts.size()) return classes;
      if (count >= parts.size() * 4)
        throw new IllegalArgumentException(name + " has too many outputs for one method");
    }
  }

  private static int limit(Form form) {
    return form == Form.VECTOR ? VECTOR_LIMIT : METHOD_LIMIT;
  }

  /// A class that implements `Step` or `Search` by its static method `plain`, or `vector` with the former for the rows left over.
  ///
  /// @param limit of a method's bytecodes
  /// @return empty when a method would become too large
  private static Optional<byte[]> build(
      Part part, String name, Form form, boolean search, int limit) {
    if (estimate(new Flow(part.program(), search), form) > CODE_LIMIT) return Optional.empty();
    byte[] bytes = assemble(part, name, form, search);
    boolean fits =
        ClassFile.of().parse(bytes).methods().stream()
            .flatMap(method -> method.code().stream())
            .allMatch(code -> ((CodeAttribute) code).codeLength() <= limit);
    return fits ? Optional.of(bytes) : Optional.empty();
  }

  /// Not less than the bytecodes of the loop: beyond what a class file can hold there is no use in trying.
  private static int estimate(Flow flow, Form form) {
    int sum = 0;
    for (int k = 0; k < flow.size(); k++) {
      if (!flow.live(k)) continue;
      boolean copied = form == Form.VECTOR && !flow.uniform(k);
      sum +=
          switch (flow.at(k).op()) {
            case EXP, EXPM1, EXPREL, LOG, TANH, SIN, COS, FLOOR -> copied ? 800 : 20;
            default -> 20;
          };
    }
    return sum;
  }

  private static byte[] assemble(Part part, String name, Form form, boolean search) {
    ClassDesc self = ClassDesc.of(ProgramCompiler.class.getPackageName(), "Kernel");
    MethodTypeDesc rows = search ? SEARCH_ROWS_TYPE : STEP_TYPE;
    return ClassFile.of()
        .build(
            self,
            type -> {
              type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
              type.withInterfaceSymbols(search ? SEARCH : STEP);
              type.with(SourceFileAttribute.of(name + ".model"));
              type.withMethodBody(INIT_NAME, MTD_void, 0, ProgramCompiler::constructor);
              String method = form == Form.VECTOR ? "vector" : "plain";
              if (search)
                type.withMethodBody(
                    "find",
                    SEARCH_TYPE,
                    ClassFile.ACC_PUBLIC,
                    code ->
                        code.aload(1)
                            .aload(2)
                            .aconst_null()
                            .iload(3)
                            .iload(4)
                            .aload(5)
                            .iload(6)
                            .invokestatic(self, method, rows)
                            .ireturn());
              else
                type.withMethodBody(
                    "run",
                    STEP_TYPE,
                    ClassFile.ACC_PUBLIC,
                    code ->
                        code.aload(1)
                            .aload(2)
                            .aload(3)
                            .iload(4)
                            .iload(5)
                            .invokestatic(self, method, rows)
                            .ireturn());
              type.withMethodBody(
                  "plain", rows, STATIC, code -> PlainCode.body(code, part, search));
              if (form == Form.VECTOR)
                type.withMethodBody(
                    "vector",
                    rows,
                    STATIC,
                    code -> VectorCode.body(code, part, search, self, "plain", rows));
            });
  }

  private static void constructor(CodeBuilder code) {
    code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_();
  }

  private static Object instance(byte[] bytes) {
    try {
      Class<?> kernel = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
      Constructor<?> constructor = kernel.getDeclaredConstructor();
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a generated class could not be made", e);
    }
  }
}
