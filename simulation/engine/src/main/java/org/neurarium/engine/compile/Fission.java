package org.neurarium.engine.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neurarium.engine.compile.Program.Address;
import org.neurarium.engine.compile.Program.Input;
import org.neurarium.engine.compile.Program.Instruction;
import org.neurarium.engine.compile.Program.Output;

/// Cuts a program into many short loops, each of which writes one array: HotSpot makes vector code of such loops by itself, if they consist of arithmetic, or of operations on the bits of
/// numbers that were just read. Comparisons and calls, of which it makes none, get loops of their own.
///
/// A value that several loops need, or that would make a loop too long, is kept in a scratch column, which is used again when nobody needs it any more. Loads and what is the same for all
/// rows are repeated.
///
/// Where no value has to be kept and the loops can be put in an order in which none overwrites what a later one reads, they work on the program's columns directly. Else they work
/// on copies of a block of rows, as HotSpot makes no vector code of loops over places that are counted differently.
final class Fission {

  /// What a loop of arithmetic may weigh at most: HotSpot does not unroll heavier ones far enough, and then makes no vector code of them. Found by trying.
  private static final int HEAVIEST = 20;

  private static final int LOAD_WEIGHT = 2;
  private static final int DIVISION_WEIGHT = 6;

  private enum Kind {
    ARITHMETIC,
    BITS,
    OTHER
  }

  /// A column that is copied: one of the program's and its copy.
  record Copy(int column, int scratch) {}

  private final Program program;
  private final Flow flow;
  private final int scratchFrom;
  private final int[][] users;
  private final boolean[] root;
  private final int[] owner;
  private final int[] column;
  private final int[] lastUse;
  private final Deque<Integer> free = new ArrayDeque<>();
  private final Map<Integer, Integer> copies = new LinkedHashMap<>();
  private final List<Copy> out = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final boolean direct;
  private int scratchCount;
  private int finite;

  /// @param program writes rows and neither adds nor goes through targets
  Fission(Program program) {
    scratchFrom = Pieces.columns(program);
    Expansion.Expanded expanded = Expansion.of(program);
    this.program = expanded.program();
    flow = new Flow(this.program, false);
    int n = flow.size();
    users = users();
    root = new boolean[n];
    owner = new int[n];
    column = new int[n];
    lastUse = new int[n];
    Together together = new Together(this.program, flow);
    if (together.isPossible()) {
      direct = true;
      finite = scratchFrom + scratchCount++;
      boolean one = together.after().isEmpty();
      add(inOne(together.first(), one));
      for (Output o : together.after()) add(inOne(List.of(o), false));
      if (!one) add(finiteness(program.outputs().stream().map(Output::column).toList()));
      return;
    }
    for (int p : expanded.polynomials()) root[p] = flow.live(p) && !flow.uniform(p);
    findRoots();
    List<Output> order = directOrder();
    direct = !order.isEmpty();
    if (direct) {
      for (Output o : order) add(piece(o.value(), o.column()));
      finite = scratchFrom + scratchCount++;
      add(finiteness(program.outputs().stream().map(Output::column).toList()));
    } else {
      indirect();
    }
  }

  private void add(Program piece) {
    parts.add(new Part(piece, Integer.MAX_VALUE, false));
  }

  /// The loops in their order.
  List<Part> parts() {
    return parts;
  }

  /// Whether the loops work on the program's columns; else on rows from 0 of the copies.
  boolean isDirect() {
    return direct;
  }

  /// What is copied before a block of rows.
  List<Copy> in() {
    return copies.entrySet().stream().map(e -> new Copy(e.getKey(), e.getValue())).toList();
  }

  /// What is copied after it.
  List<Copy> out() {
    return out;
  }

  /// The scratch column that receives 0 for rows whose outputs are finite, else NaN.
  int finite() {
    return finite;
  }

  int scratchFrom() {
    return scratchFrom;
  }

  int scratchCount() {
    return scratchCount;
  }

  private static Kind kind(Op op) {
    return switch (op) {
      case CONSTANT, LOAD, ADD, SUBTRACT, MULTIPLY, DIVIDE, FMA, NEGATE -> Kind.ARITHMETIC;
      case MIN, MAX, ABS, SQRT, FLOOR -> Kind.ARITHMETIC;
      case POWER -> Kind.BITS;
      default -> Kind.OTHER;
    };
  }

  private Kind kind(int k) {
    return kind(flow.at(k).op());
  }

  private boolean isRepeated(int k) {
    return flow.uniform(k) || flow.at(k).op() == Op.LOAD;
  }

  private boolean isComputed(int k) {
    return flow.live(k) && !isRepeated(k);
  }

  private int[] operands(int k) {
    Instruction i = flow.at(k);
    int[] operands = new int[i.op().arity()];
    for (int place = 0; place < operands.length; place++) operands[place] = Flow.operand(i, place);
    return operands;
  }

  private int[][] users() {
    List<List<Integer>> all = new ArrayList<>();
    for (int k = 0; k < flow.size(); k++) {
      all.add(new ArrayList<>());
      if (isComputed(k)) for (int o : operands(k)) all.get(o).add(k);
    }
    return all.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  // ---- which values are kept

  private void findRoots() {
    for (Output o : program.outputs()) root[o.value()] = true;
    do findOwners();
    while (cutHeaviest());
  }

  /// A value belongs to the loop of its users if that is one.
  private void findOwners() {
    for (int k = flow.size() - 1; k >= 0; k--) {
      owner[k] = k;
      if (!isComputed(k) || root[k]) continue;
      int common = owner[users[k][0]];
      boolean alone = kind(k) == Kind.BITS;
      for (int u : users[k]) alone |= owner[u] != common || kind(u) != kind(k);
      if (!alone) owner[k] = common;
    }
  }

  /// Keeps a value in the middle of a loop that is too heavy.
  private boolean cutHeaviest() {
    int n = flow.size();
    int[] size = new int[n];
    int[] weight = new int[n];
    Set<Long> loads = new HashSet<>();
    for (int k = 0; k < n; k++) {
      if (!isComputed(k)) continue;
      int loop = owner[k];
      size[loop]++;
      weight[loop] += flow.at(k).op() == Op.DIVIDE ? DIVISION_WEIGHT : 1;
      for (int o : operands(k))
        if (!flow.uniform(o) && owner[o] != loop && loads.add((long) loop * n + o))
          weight[loop] += LOAD_WEIGHT;
    }
    boolean any = false;
    for (int k = 0; k < n; k++) {
      if (weight[k] <= HEAVIEST || size[k] == 1 || kind(k) != Kind.ARITHMETIC) continue;
      root[middle(k, size[k])] = true;
      any = true;
    }
    return any;
  }

  /// The value of a loop on which as many others of it depend as it depends on, or nearly.
  private int middle(int loop, int size) {
    int best = -1;
    int distance = Integer.MAX_VALUE;
    for (int k = 0; k < loop; k++) {
      if (owner[k] != loop || !isComputed(k)) continue;
      boolean[] below = new boolean[k + 1];
      below[k] = true;
      int count = 0;
      for (int b = k; b >= 0; b--) {
        if (!below[b]) continue;
        count++;
        for (int o : operands(b)) if (isComputed(o) && owner[o] == loop) below[o] = true;
      }
      int away = Math.abs(count - size / 2);
      if (away < distance) {
        distance = away;
        best = k;
      }
    }
    return best;
  }

  // ---- loops on the columns themselves

  /// The outputs in an order in which none overwrites what a later one reads, or nothing if there is none or if values have to be kept.
  private List<Output> directOrder() {
    List<Integer> values = program.outputs().stream().map(Output::value).toList();
    for (int k = 0; k < flow.size(); k++)
      if (isComputed(k) && owner[k] == k && !values.contains(k)) return List.of();
    for (Output o : program.outputs())
      if (users[o.value()].length > 0 && isComputed(o.value())) return List.of();
    List<Output> left = new ArrayList<>(program.outputs());
    List<Output> order = new ArrayList<>();
    while (!left.isEmpty()) {
      Output next = null;
      for (Output o : left)
        if (next == null
            && left.stream().noneMatch(other -> other != o && reads(other.value(), o.column())))
          next = o;
      if (next == null) return List.of();
      order.add(next);
      left.remove(next);
    }
    return order;
  }

  private boolean reads(int k, int wanted) {
    Instruction i = flow.at(k);
    if (i.op() == Op.LOAD) {
      Input input = program.inputs().get(i.a());
      return input.address() == Address.ROW && input.column() == wanted;
    }
    for (int o : operands(k)) if (reads(o, wanted)) return true;
    return false;
  }

  /// A loop over the columns for some outputs.
  ///
  /// @param checks whether it finds out if they are finite
  private Program inOne(List<Output> outputs, boolean checks) {
    List<Input> inputs = new ArrayList<>();
    List<Instruction> code = new ArrayList<>();
    Map<Integer, Integer> place = new HashMap<>();
    List<Output> all = new ArrayList<>();
    for (Output o : outputs)
      all.add(
          new Output(
              o.name(), o.address(), o.column(), false, copied(o.value(), inputs, code, place)));
    boolean[] taken = new boolean[code.size()];
    for (int k = 0; k < code.size(); k++) code.set(k, turned(code.get(k), taken));
    if (checks) {
      int sum = sum(all.stream().map(Output::value).toList(), code);
      all.add(new Output("finite", Address.ROW, finite, false, sum));
    }
    return new Program(inputs, code, all);
  }

  private int copied(
      int k, List<Input> inputs, List<Instruction> code, Map<Integer, Integer> place) {
    Integer known = place.get(k);
    if (known != null) return known;
    Instruction i = flow.at(k);
    int result;
    if (i.op() == Op.LOAD) {
      inputs.add(program.inputs().get(i.a()));
      result = add(code, new Instruction(Op.LOAD, inputs.size() - 1, 0, 0, 0));
    } else {
      int[] numbers = new int[3];
      for (int at = 0; at < i.op().arity(); at++)
        numbers[at] = copied(Flow.operand(i, at), inputs, code, place);
      result = add(code, new Instruction(i.op(), numbers[0], numbers[1], numbers[2], i.constant()));
    }
    place.put(k, result);
    return result;
  }

  /// A fused multiply-add whose second factor is one that another has as its second gets it as its first.
  private static Instruction turned(Instruction i, boolean[] taken) {
    if (i.op() != Op.FMA) return i;
    if (taken[i.b()]) return new Instruction(Op.FMA, i.b(), i.a(), i.c(), 0);
    taken[i.b()] = true;
    return i;
  }

  // ---- loops on copies

  private void indirect() {
    Arrays.fill(lastUse, -1);
    for (int k = 0; k < flow.size(); k++)
      if (isComputed(k))
        for (int o : operands(k))
          if (isComputed(o) && owner[o] == o) lastUse[o] = Math.max(lastUse[o], owner[k]);
    for (Output o : program.outputs()) lastUse[o.value()] = Integer.MAX_VALUE;
    for (int k = 0; k < flow.size(); k++) {
      if (!isComputed(k) || owner[k] != k) continue;
      column[k] = free.isEmpty() ? scratchFrom + scratchCount++ : free.pop();
      add(piece(k, column[k]));
      for (int o = 0; o < k; o++)
        if (isComputed(o) && owner[o] == o && lastUse[o] == k) free.push(column[o]);
    }
    List<Integer> written = new ArrayList<>();
    for (Output o : program.outputs()) {
      int value = column[o.value()];
      if (isRepeated(o.value())) {
        value = scratchFrom + scratchCount++;
        add(piece(o.value(), value));
      }
      written.add(value);
      out.add(new Copy(o.column(), value));
    }
    finite = scratchFrom + scratchCount++;
    add(finiteness(written));
  }

  /// The loop that computes a value.
  private Program piece(int k, int into) {
    List<Input> inputs = new ArrayList<>();
    List<Instruction> code = new ArrayList<>();
    int value = computed(k, k, inputs, code, new HashMap<>());
    if (flow.at(k).op().isCondition())
      value = add(code, new Instruction(Op.SELECT, value, number(code, 1), number(code, 0), 0));
    return new Program(inputs, code, List.of(new Output("loop", Address.ROW, into, false, value)));
  }

  private int computed(
      int k, int loop, List<Input> inputs, List<Instruction> code, Map<Integer, Integer> place) {
    Integer known = place.get(k);
    if (known != null) return known;
    Instruction i = flow.at(k);
    int result;
    if (!isRepeated(k) && owner[k] != loop) {
      inputs.add(new Input("scratch", Address.ROW, column[k]));
      result = add(code, new Instruction(Op.LOAD, inputs.size() - 1, 0, 0, 0));
      if (i.op().isCondition())
        result = add(code, new Instruction(Op.DIFFERENT, result, number(code, 0), 0, 0));
    } else if (i.op() == Op.LOAD) {
      inputs.add(input(program.inputs().get(i.a())));
      result = add(code, new Instruction(Op.LOAD, inputs.size() - 1, 0, 0, 0));
    } else {
      int[] numbers = new int[3];
      int place0 = 0;
      for (int o : operands(k)) numbers[place0++] = computed(o, loop, inputs, code, place);
      result = add(code, new Instruction(i.op(), numbers[0], numbers[1], numbers[2], i.constant()));
    }
    place.put(k, result);
    return result;
  }

  private Input input(Input input) {
    if (direct || input.address() == Address.UNIFORM) return input;
    int copy = copies.computeIfAbsent(input.column(), _ -> scratchFrom + scratchCount++);
    return new Input(input.name(), Address.ROW, copy);
  }

  /// Sums x - x over columns, which is 0 for finite x and NaN for others.
  private Program finiteness(List<Integer> columns) {
    List<Input> inputs = new ArrayList<>();
    List<Instruction> code = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    for (int c : columns) {
      inputs.add(new Input("written", Address.ROW, c));
      values.add(add(code, new Instruction(Op.LOAD, inputs.size() - 1, 0, 0, 0)));
    }
    int sum = sum(values, code);
    return new Program(
        inputs, code, List.of(new Output("finite", Address.ROW, finite, false, sum)));
  }

  private static int sum(List<Integer> values, List<Instruction> code) {
    int sum = -1;
    for (int x : values) {
      int zero = add(code, new Instruction(Op.SUBTRACT, x, x, 0, 0));
      sum = sum < 0 ? zero : add(code, new Instruction(Op.ADD, sum, zero, 0, 0));
    }
    return sum;
  }

  private static int number(List<Instruction> code, double value) {
    return add(code, new Instruction(Op.CONSTANT, 0, 0, 0, value));
  }

  private static int add(List<Instruction> code, Instruction instruction) {
    code.add(instruction);
    return code.size() - 1;
  }
}
