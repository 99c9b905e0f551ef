package org.neurarium.engine.network;

import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.model.SynapseModel.Scope;
import org.neurarium.engine.compile.Program;
import org.neurarium.engine.compile.SynapsePlan;
import org.neurarium.engine.compile.SynapsePlan.Column;
import org.neurarium.engine.compile.SynapsePlan.Uniform;
import org.neurarium.engine.kernel.Block;
import org.neurarium.engine.random.Normal;
import org.neurarium.engine.random.Philox;

/// The changing synapses of a projection onto one worker's targets. Written by its worker only.
///
/// In the step that ends at grid point k the worker calls [#arrive] before it integrates the targets and [#fired] after it; at the end of the epoch [#send] enters
/// the new spikes into the calendar.
public final class PlasticRows implements SynapseRows {

  private static final int[] NO_TARGETS = {};
  private static final double[] NOTHING = {};

  private final SynapseCode code;
  private final PlasticLayout layout;
  private final Arrivals arrivals;
  private final DelayRing ring;
  private final Block block;
  private final int from;
  private final int to;
  private final double dt;
  private final double[][] synapses;
  private final double[][] lines;
  private final double[][] targets;
  private final double[][] gathered;
  private final double[] uniforms;
  private final int weight;
  private final int last;
  private final int delivered;
  private final Slot[] preSlots;
  private final Slot[] postSlots;
  private final Slot[] concentrationSlots;
  private final int[] stepSlots;
  private final int[] timeSlots;
  private final int[] taken;
  private final int[] given;
  private final int[] takenFromLines;
  private final int[] lineOf;
  private final Dice preDice;
  private final Dice postDice;
  private final boolean advances;
  private final Middle[] middles;
  private final boolean advanceByLine;
  private Concentrations concentrations = new Concentrations(List.of());
  private long now;
  private long brokenStep = -1;

  /// A uniform that is set from an array, or from a concentration.
  private record Slot(int uniform, double[] from, int number) {}

  /// @param post arrays of the post states by column, one number for each neuron of the target population
  /// @param from first target of the worker
  /// @param to one past the last
  /// @param key of this projection's random numbers
  PlasticRows(
      SynapseCode code,
      PackedRows rows,
      int sources,
      double[][] post,
      DelayRing ring,
      Block block,
      int from,
      int to,
      double dt,
      long key) {
    this.code = code;
    this.ring = ring;
    this.block = block;
    this.from = from;
    this.to = to;
    this.dt = dt;
    layout = new PlasticLayout(rows, sources, from, to);
    arrivals = new Arrivals(layout.longest);
    SynapsePlan plan = code.plan();
    int n = plan.columns().size();
    synapses = new double[n][];
    lines = new double[n][];
    targets = new double[n][];
    gathered = new double[n][];
    for (double[][] bound : List.of(synapses, lines, targets, gathered))
      Arrays.fill(bound, NOTHING);
    for (int c = 0; c < n; c++) bind(c, plan.columns().get(c), post[c]);
    uniforms = new double[plan.uniforms().size()];
    weight = plan.columns().indexOf(new SynapsePlan.Weight());
    last = plan.columns().indexOf(new SynapsePlan.Last());
    delivered = plan.columns().indexOf(new SynapsePlan.Delivered());
    preSlots = slots(plan, Scope.PRE, lines);
    postSlots = slots(plan, Scope.POST, targets);
    concentrationSlots = concentrations(plan);
    stepSlots = uniforms(plan, new SynapsePlan.Step());
    timeSlots = uniforms(plan, new SynapsePlan.Time());
    taken = plan.onPost().map(p -> taken(p, false)).orElse(NO_TARGETS);
    takenFromLines = plan.onPost().map(p -> taken(p, true)).orElse(NO_TARGETS);
    given = plan.onPost().map(PlasticRows::given).orElse(NO_TARGETS);
    lineOf = takenFromLines.length == 0 ? NO_TARGETS : layout.lineOf();
    preDice = new Dice(plan.onPre(), synapses, key);
    postDice = plan.onPost().map(p -> new Dice(p, gathered, key)).orElse(new Dice(key));
    middles = middles();
    advances =
        plan.advance().isPresent()
            || plan.preAdvance().isPresent()
            || plan.postAdvance().isPresent();
    advanceByLine =
        plan.advance()
            .filter(p ->
                p.inputs().stream()
                    .anyMatch(i ->
                        i.address() == Program.Address.UNIFORM
                            && isState(plan.uniforms().get(i.column()), Scope.PRE)))
            .isPresent();
  }

  private void bind(int c, Column column, double[] post) {
    int n = layout.synapses();
    switch (column) {
      case SynapsePlan.Weight _, SynapsePlan.Last _ -> {
        synapses[c] = new double[n];
        gathered[c] = new double[layout.mostIncoming];
      }
      case SynapsePlan.State s -> {
        switch (code.plan().model().states().get(s.index()).scope()) {
          case SYNAPSE -> {
            synapses[c] = new double[n];
            gathered[c] = new double[layout.mostIncoming];
          }
          case PRE -> {
            lines[c] = new double[layout.lines()];
            gathered[c] = new double[layout.mostIncoming];
          }
          case POST -> {
            targets[c] = post;
            synapses[c] = post;
          }
        }
      }
      case SynapsePlan.Neuron neuron -> {
        targets[c] = block.state(neuron.index());
        synapses[c] = targets[c];
      }
      case SynapsePlan.Draw _ -> {
        if (code.plan().onPre().inputs().stream()
            .anyMatch(i -> i.address() == Program.Address.ROW && i.column() == c))
          synapses[c] = new double[n];
        gathered[c] = new double[layout.mostIncoming];
      }
      case SynapsePlan.Delivered _ -> {}
    }
  }

  private boolean isState(Uniform uniform, Scope scope) {
    return uniform instanceof SynapsePlan.State s
        && code.plan().model().states().get(s.index()).scope() == scope;
  }

  /// Uniforms that are set from the arrays of lines or targets.
  private Slot[] slots(SynapsePlan plan, Scope scope, double[][] columns) {
    List<Slot> slots = new java.util.ArrayList<>();
    for (int u = 0; u < plan.uniforms().size(); u++) {
      Uniform uniform = plan.uniforms().get(u);
      if (isState(uniform, scope) || (uniform instanceof SynapsePlan.Neuron && scope == Scope.POST))
        slots.add(new Slot(u, columns[plan.columns().indexOf((Column) uniform)], 0));
    }
    return slots.toArray(Slot[]::new);
  }

  private static Slot[] concentrations(SynapsePlan plan) {
    List<Slot> slots = new java.util.ArrayList<>();
    for (int u = 0; u < plan.uniforms().size(); u++)
      if (plan.uniforms().get(u) instanceof SynapsePlan.Concentration)
        slots.add(new Slot(u, NOTHING, -1));
    return slots.toArray(Slot[]::new);
  }

  private static int[] uniforms(SynapsePlan plan, Uniform wanted) {
    return java.util.stream.IntStream.range(0, plan.uniforms().size())
        .filter(u -> plan.uniforms().get(u).equals(wanted))
        .toArray();
  }

  /// Columns that a program over a target's synapses reads, from the synapses themselves or from their lines.
  private int[] taken(Program program, boolean fromLines) {
    return program.inputs().stream()
        .filter(i -> i.address() == Program.Address.ROW)
        .mapToInt(Program.Input::column)
        .filter(c -> !(code.plan().columns().get(c) instanceof SynapsePlan.Draw))
        .filter(c -> lines[c].length > 0 == fromLines && (fromLines || synapses[c].length > 0))
        .distinct()
        .toArray();
  }

  private static int[] given(Program program) {
    return program.outputs().stream()
        .filter(o -> o.address() == Program.Address.ROW)
        .mapToInt(Program.Output::column)
        .distinct()
        .toArray();
  }

  /// The random numbers that a program asks for.
  private final class Dice {
    private final Philox philox;
    private final int[] columns;
    private final int[] numbers;
    private final boolean[] normal;
    private final double[][] into;
    private final char[] occurrences;

    Dice(long key) {
      philox = new Philox(key);
      columns = NO_TARGETS;
      numbers = NO_TARGETS;
      normal = new boolean[0];
      into = new double[0][];
      occurrences = new char[0];
    }

    Dice(Program program, double[][] into, long key) {
      philox = new Philox(key);
      this.into = into;
      List<Column> all = code.plan().columns();
      columns =
          program.inputs().stream()
              .mapToInt(Program.Input::column)
              .filter(c -> c < all.size() && all.get(c) instanceof SynapsePlan.Draw)
              .distinct()
              .toArray();
      numbers = new int[columns.length];
      normal = new boolean[columns.length];
      for (int k = 0; k < columns.length; k++) {
        SynapsePlan.Draw draw = (SynapsePlan.Draw) all.get(columns[k]);
        numbers[k] = draw.number();
        normal[k] = draw.function() == Function.NORMAL;
      }
      occurrences = columns.length == 0 ? new char[0] : layout.occurrences(block.size());
    }

    boolean isIdle() {
      return columns.length == 0;
    }

    /// Draws for a synapse, by pair, occurrence, step and draw: never by where it lies.
    void roll(long step, int source, int synapse, int row) {
      int high = (int) (step >>> 32) << 24 | occurrences[synapse] << 8;
      for (int k = 0; k < columns.length; k++) {
        philox.generate((int) step, high | numbers[k], source, layout.targets[synapse]);
        long bits = philox.firstBits();
        into[columns[k]][row] =
            normal[k] ? Normal.quantile(Philox.toOpenUnit(bits)) : Philox.toUnit(bits);
      }
    }
  }

  /// Before the first step: where it finds concentrations.
  public void use(Concentrations worker) {
    concentrations = worker;
    for (int k = 0; k < concentrationSlots.length; k++) {
      int u = concentrationSlots[k].uniform();
      String symbol = ((SynapsePlan.Concentration) code.plan().uniforms().get(u)).symbol();
      concentrationSlots[k] = new Slot(u, NOTHING, worker.find(symbol));
    }
  }

  /// Between steps: sets the projection's parameters; what is event-driven is brought up to date with the old ones first.
  void setParameters(double[] values) {
    catchUp();
    code.plan().values().set(values, dt, uniforms);
  }

  private void catchUp() {
    if (last < 0 || code.catchUp().isEmpty()) return;
    setMoment(now);
    code.catchUp().get().run(synapses, uniforms, layout.targets, 0, layout.synapses());
  }

  /// Between steps: a copy of the synapses' columns with what is event-driven brought up to date.
  double[][] current() {
    double[][] copy = synapses.clone();
    for (int c = 0; c < copy.length; c++)
      if (copy[c].length == layout.synapses() && copy[c] != targets[c]) copy[c] = copy[c].clone();
    if (last >= 0 && code.catchUp().isPresent()) {
      setMoment(now);
      code.catchUp().get().run(copy, uniforms, layout.targets, 0, layout.synapses());
    }
    return copy;
  }

  /// Between steps: goes back to the start.
  ///
  /// @param parameters in the model's order
  void start(double[] parameters) {
    code.plan().values().set(parameters, dt, uniforms);
    now = 0;
    brokenStep = -1;
    arrivals.clear();
    startWeights();
    if (last >= 0) Arrays.fill(synapses[last], 0);
    for (int c = 0; c < synapses.length; c++)
      if (code.plan().columns().get(c) instanceof SynapsePlan.State s) {
        double value = code.plan().values().start(s.index(), parameters);
        switch (code.plan().model().states().get(s.index()).scope()) {
          case SYNAPSE -> Arrays.fill(synapses[c], value);
          case PRE -> Arrays.fill(lines[c], value);
          case POST -> Arrays.fill(targets[c], from, to, value);
        }
      }
  }

  /// Between steps: sets the weights to what they start from.
  void startWeights() {
    double[] start = layout.startWeights;
    double[] weights = synapses[weight];
    if (start.length == weights.length) System.arraycopy(start, 0, weights, 0, start.length);
    else Arrays.fill(weights, start[0]);
  }

  /// Between steps: sets what all weights start from.
  void setStart(double newWeight) {
    layout.startWeights = new double[] {newWeight};
  }

  boolean hasOwnStart() {
    return layout.startWeights.length > 1;
  }

  /// At the end of an epoch: enters a source's spike of a grid point into the calendar.
  public void send(long step, int source) {
    int end = layout.firstLines[source + 1];
    for (int line = layout.firstLines[source]; line < end; line++)
      arrivals.add(step + layout.lineDelays[line], line);
  }

  /// Goes on to a grid point and does what arrives there.
  public void arrive(long step) {
    advance(step);
    now = step;
    setMoment(step);
    for (Slot slot : concentrationSlots)
      uniforms[slot.uniform] = slot.number < 0 ? 0 : concentrations.now(slot.number);
    int count = arrivals.count(step);
    if (count == 0) return;
    if (delivered >= 0) synapses[delivered] = ring.row(step);
    int[] due = arrivals.due(step);
    for (int k = 0; k < count; k++) {
      int line = due[k];
      int first = layout.lineStarts[line];
      int end = layout.lineStarts[line + 1];
      for (Slot slot : preSlots) uniforms[slot.uniform] = slot.from[line];
      if (!preDice.isIdle())
        for (int s = first; s < end; s++) preDice.roll(step, layout.lineSources[line], s, s);
      boolean fine = code.onPre().run(synapses, uniforms, layout.targets, first, end);
      if (code.onPreSource().isPresent())
        fine &= code.onPreSource().get().run(lines, uniforms, NO_TARGETS, line, line + 1);
      if (!fine) report(step);
    }
    arrivals.clear(step);
  }

  private void setMoment(long step) {
    for (int u : stepSlots) uniforms[u] = step;
    for (int u : timeSlots) uniforms[u] = step * dt;
  }

  private void advance(long step) {
    if (!advances) return;
    setMoment(step);
    for (Slot slot : concentrationSlots)
      uniforms[slot.uniform] = slot.number < 0 ? 0 : concentrations.middle(slot.number);
    for (Middle m : middles) m.keep();
    boolean fine = true;
    if (code.preAdvance().isPresent())
      fine = code.preAdvance().get().run(lines, uniforms, NO_TARGETS, 0, layout.lines());
    if (code.postAdvance().isPresent())
      fine &= code.postAdvance().get().run(targets, uniforms, NO_TARGETS, from, to);
    for (Middle m : middles) m.meet();
    if (code.advance().isPresent()) fine &= advanceSynapses(code.advance().get());
    for (Middle m : middles) m.leave();
    if (!fine) report(step);
  }

  /// Shows the synapses what a neuron's variable is in the middle of a step, while they are integrated: the mean of both ends.
  private static final class Middle {
    private final double[] values;
    private final int from;
    private final double[] ends;

    Middle(double[] values, int from, int to) {
      this.values = values;
      this.from = from;
      ends = new double[to - from];
    }

    void keep() {
      System.arraycopy(values, from, ends, 0, ends.length);
    }

    void meet() {
      for (int k = 0; k < ends.length; k++) {
        double end = values[from + k];
        values[from + k] = 0.5 * (ends[k] + end);
        ends[k] = end;
      }
    }

    void leave() {
      System.arraycopy(ends, 0, values, from, ends.length);
    }
  }

  /// The variables of sources and targets that move while synapses are integrated.
  private Middle[] middles() {
    if (code.advance().isEmpty()) return new Middle[0];
    List<Middle> found = new java.util.ArrayList<>();
    for (int c = 0; c < lines.length; c++) {
      if (!(code.plan().columns().get(c) instanceof SynapsePlan.State)) continue;
      if (lines[c].length > 0 && code.preAdvance().isPresent())
        found.add(new Middle(lines[c], 0, layout.lines()));
      if (targets[c].length > 0 && code.postAdvance().isPresent())
        found.add(new Middle(targets[c], from, to));
    }
    return found.toArray(Middle[]::new);
  }

  private boolean advanceSynapses(Program.Step program) {
    if (!advanceByLine)
      return program.run(synapses, uniforms, layout.targets, 0, layout.synapses());
    boolean fine = true;
    int[] starts = layout.lineStarts;
    for (int line = 0; line < layout.lines(); line++) {
      for (Slot slot : preSlots) uniforms[slot.uniform] = slot.from[line];
      fine &= program.run(synapses, uniforms, layout.targets, starts[line], starts[line + 1]);
    }
    return fine;
  }

  /// Does what the spikes of targets at the present grid point cause.
  ///
  /// @param numbers of targets, from `start` to `end - 1`; those of others are ignored
  public void fired(long step, int[] numbers, int start, int end) {
    if (code.onPost().isEmpty() && code.onPostTarget().isEmpty()) return;
    for (int k = start; k < end; k++) {
      int target = numbers[k];
      for (Slot slot : postSlots) uniforms[slot.uniform] = slot.from[target];
      boolean fine = true;
      if (code.onPost().isPresent()) {
        int first = layout.incomingStarts[target - from];
        int count = layout.incomingStarts[target - from + 1] - first;
        if (count > 0) {
          gather(first, count);
          if (!postDice.isIdle())
            for (int row = 0; row < count; row++) {
              int synapse = layout.incoming[first + row];
              postDice.roll(step, sourceOf(synapse), synapse, row);
            }
          fine = code.onPost().get().run(gathered, uniforms, NO_TARGETS, 0, count);
          scatter(first, count);
        }
      }
      if (code.onPostTarget().isPresent())
        fine &= code.onPostTarget().get().run(targets, uniforms, NO_TARGETS, target, target + 1);
      if (!fine) report(step);
    }
  }

  private void gather(int first, int count) {
    int[] incoming = layout.incoming;
    for (int c : taken) {
      double[] source = synapses[c];
      double[] into = gathered[c];
      for (int row = 0; row < count; row++) into[row] = source[incoming[first + row]];
    }
    int[] line = lineOf;
    for (int c : takenFromLines) {
      double[] source = lines[c];
      double[] into = gathered[c];
      for (int row = 0; row < count; row++) into[row] = source[line[incoming[first + row]]];
    }
  }

  private void scatter(int first, int count) {
    int[] incoming = layout.incoming;
    for (int c : given) {
      double[] source = gathered[c];
      double[] into = synapses[c];
      for (int row = 0; row < count; row++) into[incoming[first + row]] = source[row];
    }
  }

  private int sourceOf(int synapse) {
    int found = Arrays.binarySearch(layout.lineStarts, synapse);
    int line = found >= 0 ? found : -found - 2;
    return layout.lineSources[line];
  }

  private void report(long step) {
    if (brokenStep < 0) brokenStep = step;
  }

  /// The step at which a number stopped being finite, or -1.
  public long brokenStep() {
    return brokenStep;
  }

  PlasticLayout layout() {
    return layout;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  double[][] synapseColumns() {
    return synapses;
  }

  /// Whether a column holds a number for each synapse.
  boolean isOfSynapses(int column) {
    return synapses[column] != targets[column] && column != delivered;
  }

  double[][] lineColumns() {
    return lines;
  }

  int lastColumn() {
    return last;
  }

  long now() {
    return now;
  }

  /// Before the first step: goes on from a step.
  void goOnFrom(long step) {
    now = step;
    if (last >= 0) Arrays.fill(synapses[last], (double) step);
  }

  @Override
  public long rowStart(int source) {
    return layout.lineStarts[layout.firstLines[source]];
  }

  @Override
  public int rowLength(int source) {
    return layout.lineStarts[layout.firstLines[source + 1]]
        - layout.lineStarts[layout.firstLines[source]];
  }

  @Override
  public int target(long synapse) {
    return layout.targets[(int) synapse];
  }

  @Override
  public double weight(long synapse) {
    return synapses[weight][(int) synapse];
  }

  @Override
  public int delay(long synapse) {
    int found = Arrays.binarySearch(layout.lineStarts, (int) synapse);
    return layout.lineDelays[found >= 0 ? found : -found - 2];
  }

  /// How many bytes they take.
  long bytes() {
    long sum = layout.bytes() + arrivals.bytes() + 4L * lineOf.length;
    for (int c = 0; c < synapses.length; c++) {
      if (synapses[c] != targets[c] && c != delivered) sum += 8L * synapses[c].length;
      sum += 8L * (lines[c].length + gathered[c].length);
    }
    return sum;
  }
}
