package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.neurarium.engine.compile.Program.Address;
import org.neurarium.engine.compile.Program.Input;
import org.neurarium.engine.compile.Program.Instruction;
import org.neurarium.engine.compile.Program.Output;

/// Programs that do anything a program may do, and columns to run them on.
final class RandomProgram {

  private static final double[] EXTREMES = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    1e-320,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    710,
    -746,
    0x1p52,
    -0x1p53,
    0x1p30
  };

  private final SplittableRandom random;
  private final List<Input> inputs = new ArrayList<>();
  private final List<Instruction> code = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private final List<Integer> conditions = new ArrayList<>();

  private final Op[] ops;
  private final boolean adds;

  /// @param adds whether what is computed may be added to what is there
  private RandomProgram(long seed, List<Op> ops, boolean adds) {
    random = new SplittableRandom(seed);
    this.ops = ops.toArray(Op[]::new);
    this.adds = adds;
  }

  /// A program of a number of instructions. Columns 0 to 3 are read, 4 and 5 read and written, 6 and 7 written.
  ///
  /// @param through whether some addresses go through targets: column 8 is read, column 9 added to
  static Program of(long seed, int size, boolean through, boolean search) {
    List<Op> ops =
        Arrays.stream(Op.values())
            .filter(op -> !op.name().endsWith("POWER")) // the compiler's own
            .toList();
    return new RandomProgram(seed, ops, true).program(size, through, search);
  }

  /// A program of nothing but arithmetic that overwrites columns.
  static Program ofArithmetic(long seed, int size) {
    List<Op> ops = List.of(Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE, Op.FMA, Op.FMA, Op.MIN);
    return new RandomProgram(seed, ops, false).program(size, false, false);
  }

  private Program program(int size, boolean through, boolean search) {
    for (int column = 0; column < 6; column++)
      if (random.nextInt(4) > 0) inputs.add(new Input("x" + column, Address.ROW, column));
    for (int k = 0; k < 3; k++) inputs.add(new Input("u" + k, Address.UNIFORM, k));
    if (through) inputs.add(new Input("post", Address.THROUGH, 8));
    for (int k = 0; k < inputs.size(); k++) number(Op.LOAD, k, 0, 0, 0);
    number(Op.CONSTANT, 0, 0, 0, value());
    while (code.size() < size) {
      Op op = ops[random.nextInt(ops.length)];
      switch (op) {
        case CONSTANT -> number(op, 0, 0, 0, value());
        case LOAD -> number(op, random.nextInt(inputs.size()), 0, 0, 0);
        case AND, OR, NOT -> {
          if (!conditions.isEmpty()) condition(op, condition(), condition());
        }
        case SELECT -> {
          if (!conditions.isEmpty()) number(op, condition(), number(), number(), 0);
        }
        case LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, DIFFERENT ->
            condition(op, number(), number());
        default -> number(op, number(), number(), number(), 0);
      }
    }
    if (search) {
      condition(Op.LESS, number(), number());
      return new Program(inputs, code, List.of());
    }
    List<Output> outputs = new ArrayList<>();
    for (int column = 4; column < 8; column++)
      if (random.nextInt(4) > 0)
        outputs.add(
            new Output(
                "y" + column, Address.ROW, column, adds && random.nextInt(4) == 0, number()));
    if (through) outputs.add(new Output("sum", Address.THROUGH, 9, true, number()));
    return new Program(inputs, code, outputs);
  }

  private void number(Op op, int a, int b, int c, double constant) {
    numbers.add(code.size());
    code.add(new Instruction(op, a, b, c, constant));
  }

  private void condition(Op op, int a, int b) {
    conditions.add(code.size());
    code.add(new Instruction(op, a, b, 0, 0));
  }

  /// Mostly one of the last, so that chains become long.
  private int number() {
    int size = numbers.size();
    int back = random.nextInt(random.nextBoolean() ? Math.min(size, 8) : size);
    return numbers.get(size - 1 - back);
  }

  private int condition() {
    return conditions.get(random.nextInt(conditions.size()));
  }

  private double value() {
    return value(random);
  }

  private static double value(SplittableRandom random) {
    return switch (random.nextInt(10)) {
      case 0 -> EXTREMES[random.nextInt(EXTREMES.length)];
      case 1 -> Double.longBitsToDouble(random.nextLong());
      case 2, 3 -> random.nextDouble(-1000, 1000);
      case 4 -> Math.rint(random.nextDouble(-5, 5));
      default -> random.nextDouble(-4, 4);
    };
  }

  static double[][] columns(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean calm = random.nextBoolean();
    double[][] columns = new double[10][rows];
    for (double[] column : columns)
      for (int row = 0; row < rows; row++)
        column[row] = calm ? random.nextDouble(-2, 2) : value(random);
    return columns;
  }

  static double[] uniforms(long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    return new double[] {value(random), random.nextDouble(-2, 2), random.nextDouble(-2, 2)};
  }

  static int[] targets(long seed, int rows) {
    return new SplittableRandom(seed + 1).ints(rows, 0, rows).toArray();
  }
}
