package org.neurarium.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.model.SynapseModel.Scope;
import org.neurarium.engine.compile.Program;
import org.neurarium.engine.compile.SynapsePlan;
import org.neurarium.engine.compile.SynapsePlan.Column;
import org.neurarium.engine.compile.SynapsePlan.Uniform;
import org.neurarium.engine.kernel.Block;

/// The numbers of a worker's changing synapses as columns, once for each of what a program's row can be: a synapse, a synapse gathered for its target, a line of synapses, a
/// target.
final class PlasticColumns {

  private static final int[] NONE = {};
  private static final double[] NOTHING = {};

  private final SynapsePlan plan;
  private final PlasticLayout layout;

  /// By synapse; variables of targets and their neurons stand here by target.
  final double[][] synapses;

  /// By line.
  final double[][] lines;

  /// By target, arrays of the whole population.
  final double[][] targets;

  /// By synapse of the target that fired.
  final double[][] gathered;

  /// One row for all.
  final double[][] shared;

  final int weight;
  final int last;
  final int delivered;
  private final Slot[] ofLines;
  private final Slot[] ofTargets;
  private final int[] taken;
  private final int[] takenFromLines;
  private final int[] given;
  private final int[] incomingLines;

  /// A uniform that is set from an array.
  private record Slot(int uniform, double[] from) {}

  /// @param post arrays of the post states by column
  PlasticColumns(SynapsePlan plan, PlasticLayout layout, double[][] post, Block block) {
    this.plan = plan;
    this.layout = layout;
    int n = plan.columns().size();
    synapses = new double[n][];
    lines = new double[n][];
    targets = new double[n][];
    gathered = new double[n][];
    shared = new double[n][];
    for (double[][] bound : List.of(synapses, lines, targets, gathered, shared))
      Arrays.fill(bound, NOTHING);
    for (int c = 0; c < n; c++) bind(c, plan.columns().get(c), post[c], block);
    weight = plan.columns().indexOf(new SynapsePlan.Weight());
    last = plan.columns().indexOf(new SynapsePlan.Last());
    delivered = plan.columns().indexOf(new SynapsePlan.Delivered());
    ofLines = slots(Scope.PRE, lines);
    ofTargets = slots(Scope.POST, targets);
    taken = plan.onPost().map(p -> taken(p, false)).orElse(NONE);
    takenFromLines = plan.onPost().map(p -> taken(p, true)).orElse(NONE);
    given = plan.onPost().map(PlasticColumns::given).orElse(NONE);
    incomingLines = takenFromLines.length == 0 ? NONE : layout.incomingLines();
  }

  private void bind(int c, Column column, double[] post, Block block) {
    switch (column) {
      case SynapsePlan.Weight _, SynapsePlan.Last _ -> bindSynapses(c);
      case SynapsePlan.State s -> {
        switch (plan.model().states().get(s.index()).scope()) {
          case SYNAPSE -> bindSynapses(c);
          case PRE -> {
            lines[c] = new double[layout.lines()];
            gathered[c] = new double[layout.mostIncoming];
          }
          case POST -> bindTargets(c, post);
        }
      }
      case SynapsePlan.Neuron neuron -> {
        targets[c] = block.state(neuron.index());
        synapses[c] = targets[c];
      }
      case SynapsePlan.Draw _ -> {
        if (rowInputs(plan.onPre()).contains(c)) synapses[c] = new double[layout.synapses()];
        gathered[c] = new double[layout.mostIncoming];
      }
      case SynapsePlan.Influence _ -> bindTargets(c, post);
      case SynapsePlan.Flow _ -> {
        if (plan.flowsByTarget()) bindTargets(c, post);
        else shared[c] = new double[1];
      }
      case SynapsePlan.Delivered _ -> {}
    }
  }

  private void bindTargets(int c, double[] post) {
    targets[c] = post;
    synapses[c] = post;
  }

  private void bindSynapses(int c) {
    synapses[c] = new double[layout.synapses()];
    gathered[c] = new double[layout.mostIncoming];
  }

  private static List<Integer> rowInputs(Program program) {
    return program.inputs().stream()
        .filter(i -> i.address() == Program.Address.ROW)
        .map(Program.Input::column)
        .distinct()
        .toList();
  }

  private boolean isState(Uniform uniform, Scope scope) {
    return uniform instanceof SynapsePlan.State s
        && plan.model().states().get(s.index()).scope() == scope;
  }

  private Slot[] slots(Scope scope, double[][] columns) {
    List<Slot> slots = new ArrayList<>();
    for (int u = 0; u < plan.uniforms().size(); u++) {
      Uniform uniform = plan.uniforms().get(u);
      boolean ofTarget =
          switch (uniform) {
            case SynapsePlan.Neuron _ -> true;
            case SynapsePlan.Influence i -> plan.columns().contains(i);
            case SynapsePlan.Flow _ -> plan.flowsByTarget();
            case SynapsePlan.State _,
                SynapsePlan.Parameter _,
                SynapsePlan.Derived _,
                SynapsePlan.Step _,
                SynapsePlan.Time _ ->
                false;
          };
      if (isState(uniform, scope) || (ofTarget && scope == Scope.POST))
        slots.add(new Slot(u, columns[plan.columns().indexOf((Column) uniform)]));
    }
    return slots.toArray(Slot[]::new);
  }

  /// Columns that a program over a target's synapses reads, from the synapses themselves or from their lines.
  private int[] taken(Program program, boolean fromLines) {
    return rowInputs(program).stream()
        .mapToInt(c -> c)
        .filter(c -> !(plan.columns().get(c) instanceof SynapsePlan.Draw))
        .filter(c -> isOfLines(c) == fromLines)
        .toArray();
  }

  private static int[] given(Program program) {
    return program.outputs().stream()
        .filter(o -> o.address() == Program.Address.ROW)
        .mapToInt(Program.Output::column)
        .distinct()
        .toArray();
  }

  /// Whether a column holds a number for each line.
  boolean isOfLines(int column) {
    return plan.columns().get(column) instanceof SynapsePlan.State s
        && plan.model().states().get(s.index()).scope() == Scope.PRE;
  }

  /// Whether a column holds a number for each synapse.
  boolean isOfSynapses(int column) {
    return plan.columns().get(column) instanceof SynapsePlan.State s
        ? plan.model().states().get(s.index()).scope() == Scope.SYNAPSE
        : column == weight || column == last;
  }

  /// Whether a program sees variables of lines as uniforms.
  boolean readsLines(Program program) {
    return program.inputs().stream()
        .anyMatch(i ->
            i.address() == Program.Address.UNIFORM
                && isState(plan.uniforms().get(i.column()), Scope.PRE));
  }

  /// Sets the uniforms that belong to a line.
  void setLine(int line, double[] uniforms) {
    for (Slot slot : ofLines) uniforms[slot.uniform] = slot.from[line];
  }

  /// Sets the uniforms that belong to a target.
  void setTarget(int target, double[] uniforms) {
    for (Slot slot : ofTargets) uniforms[slot.uniform] = slot.from[target];
  }

  /// The variables that move while synapses are integrated.
  ///
  /// @param from first target of the worker
  /// @param to one past the last
  MiddleValues[] middles(int from, int to) {
    List<MiddleValues> found = new ArrayList<>();
    if (plan.advance().isPresent())
      for (int c = 0; c < lines.length; c++) {
        if (!(plan.columns().get(c) instanceof SynapsePlan.State s)) continue;
        Scope scope = plan.model().states().get(s.index()).scope();
        if (scope == Scope.PRE && plan.preAdvance().isPresent())
          found.add(new MiddleValues(lines[c], 0, layout.lines()));
        if (scope == Scope.POST && plan.postAdvance().isPresent())
          found.add(new MiddleValues(targets[c], from, to));
      }
    return found.toArray(MiddleValues[]::new);
  }

  /// Brings together what `on post` reads of a target's synapses.
  ///
  /// @param first place of its first one in the layout's index
  void gather(int first, int count) {
    int[] incoming = layout.incoming;
    for (int c : taken) {
      double[] source = synapses[c];
      double[] into = gathered[c];
      for (int row = 0; row < count; row++) into[row] = source[incoming[first + row]];
    }
    int[] line = incomingLines;
    for (int c : takenFromLines) {
      double[] source = lines[c];
      double[] into = gathered[c];
      for (int row = 0; row < count; row++) into[row] = source[line[first + row]];
    }
  }

  /// Puts back what `on post` has written.
  void scatter(int first, int count) {
    int[] incoming = layout.incoming;
    for (int c : given) {
      double[] source = gathered[c];
      double[] into = synapses[c];
      for (int row = 0; row < count; row++) into[incoming[first + row]] = source[row];
    }
  }

  /// Goes back to start values and start weights.
  ///
  /// @param from first target of the worker
  /// @param to one past the last
  void start(double[] parameters, int from, int to) {
    startWeights();
    if (last >= 0) Arrays.fill(synapses[last], 0);
    for (int c = 0; c < synapses.length; c++)
      if (plan.columns().get(c) instanceof SynapsePlan.State s) {
        double value = plan.values().start(s.index(), parameters);
        switch (plan.model().states().get(s.index()).scope()) {
          case SYNAPSE -> Arrays.fill(synapses[c], value);
          case PRE -> Arrays.fill(lines[c], value);
          case POST -> Arrays.fill(targets[c], from, to, value);
        }
      }
  }

  void startWeights() {
    layout.start(synapses[weight]);
  }

  /// The synapses' columns with copies of all that belongs to synapses.
  double[][] copy() {
    double[][] copy = synapses.clone();
    for (int c = 0; c < copy.length; c++) if (isOfSynapses(c)) copy[c] = copy[c].clone();
    return copy;
  }

  /// Begins shared solutions anew.
  ///
  /// @param from first target of the worker
  /// @param to one past the last
  void startFlows(int from, int to) {
    for (int c = 0; c < synapses.length; c++)
      if (plan.columns().get(c) instanceof SynapsePlan.Flow flow) {
        if (plan.flowsByTarget()) Arrays.fill(targets[c], from, to, flow.start());
        else Arrays.fill(shared[c], flow.start());
      }
  }

  /// The present value of a synapse's variable for which it may keep another number. It is rounded as [SynapsePlan#catchUp] does it.
  double value(int column, int synapse) {
    double value = synapses[column][synapse];
    for (int c = 0; c < shared.length; c++)
      if (plan.columns().get(c) instanceof SynapsePlan.Flow flow && flow.of() == column) {
        double share = plan.flowsByTarget() ? targets[c][layout.targets[synapse]] : shared[c][0];
        if (flow.driver() == column) value *= share;
        else if (flow.driver() < 0) value += share;
        else value = Math.fma(share, synapses[flow.driver()][synapse], value);
      }
    return value;
  }

  /// How many bytes they take, without the arrays of targets.
  long bytes() {
    long sum = 4L * incomingLines.length;
    for (int c = 0; c < synapses.length; c++) {
      if (isOfSynapses(c)) sum += 8L * synapses[c].length;
      sum += 8L * (lines[c].length + gathered[c].length);
    }
    return sum;
  }
}
