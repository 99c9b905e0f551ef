package org.neurarium.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.engine.compile.Program;
import org.neurarium.engine.compile.SynapsePlan;
import org.neurarium.engine.compile.SynapsePlan.Column;
import org.neurarium.engine.compile.SynapsePlan.Uniform;
import org.neurarium.engine.kernel.Block;

/// The changing synapses of a projection onto one worker's targets. Written by its worker only.
///
/// In the step that ends at grid point k the worker calls [#arrive] before it integrates the targets and [#fired] after it; at the end of the epoch [#send] enters
/// the new spikes into the calendar.
public final class PlasticRows implements SynapseRows {

  private static final int[] NO_TARGETS = {};

  private final SynapseCode code;
  private final PlasticLayout layout;
  private final PlasticColumns columns;
  private final Arrivals arrivals;
  private final DelayRing ring;
  private final Block block;
  private final int from;
  private final int to;
  private final double dt;
  private final double[] uniforms;
  private final int[] steps;
  private final int[] times;
  private final Given[] given;
  private final Flow[] flows;
  private final Flow[] growing;
  private final int longestFlow;
  private final SynapseDice preDice;
  private final @Nullable SynapseDice postDice;
  private final double[] delivered;
  private final MiddleValues[] middles;
  private final boolean advances;
  private final boolean advanceByLine;
  private Concentrations concentrations = Concentrations.NONE;
  private long now;
  private long flowsBegan;
  private long brokenStep = -1;

  /// What comes from neuromodulators: a uniform, or a column by target.
  private record Given(
      @Nullable Effect effect, SynapsePlan.Influence influence, int uniform, double[] column) {}

  /// A number of the shared solutions, and where programs that run over synapses look for it.
  private record Flow(int uniform, double[] values) {}

  /// Longest time that shared solutions go on before they begin anew (ms).
  private static final double LONGEST_FLOW = 1000;

  /// How small, and inversely how large, a shared solution may get: digits are lost in proportion.
  private static final double SMALLEST_FLOW = 0.01;

  /// @param rounds whether weights of their own start from the nearest float
  /// @param post arrays of the post states by column, one number for each neuron of the target population
  /// @param from first target of the worker
  /// @param to one past the last
  /// @param key of this projection's random numbers
  /// @param effects of neuromodulators
  PlasticRows(
      SynapseCode code,
      PackedRows rows,
      boolean rounds,
      int sources,
      double[][] post,
      DelayRing ring,
      Block block,
      int from,
      int to,
      long key,
      List<Effect> effects) {
    this.code = code;
    this.ring = ring;
    this.block = block;
    this.from = from;
    this.to = to;
    dt = block.dt();
    layout = new PlasticLayout(rows, sources, from, to, rounds);
    arrivals = new Arrivals(layout.longest);
    SynapsePlan plan = code.plan();
    columns = new PlasticColumns(plan, layout, post, block);
    uniforms = new double[plan.uniforms().size()];
    steps = uniforms(plan, SynapsePlan.Step.class);
    times = uniforms(plan, SynapsePlan.Time.class);
    given = given(effects);
    flows = flows(false);
    growing = flows(true);
    longestFlow = (int) Math.clamp(Math.rint(LONGEST_FLOW / dt), 1, Integer.MAX_VALUE);
    preDice =
        new SynapseDice(plan.onPre(), plan.columns(), columns.synapses, layout, block.size(), key);
    postDice =
        plan.onPost()
            .map(p ->
                new SynapseDice(p, plan.columns(), columns.gathered, layout, block.size(), key))
            .filter(dice -> !dice.isIdle())
            .orElse(null);
    delivered = new double[ring.segments() > 1 ? block.size() : 0];
    middles = columns.middles(from, to);
    advances =
        plan.advance().isPresent()
            || plan.preAdvance().isPresent()
            || plan.postAdvance().isPresent();
    advanceByLine = plan.advance().filter(columns::readsLines).isPresent();
  }

  /// Whether the programs look at the state of the neurons in a block.
  boolean reads(Block neurons) {
    return block == neurons
        && (code.plan().columns().stream().anyMatch(SynapsePlan.Neuron.class::isInstance)
            || code.plan().uniforms().stream().anyMatch(SynapsePlan.Neuron.class::isInstance));
  }

  private static int[] uniforms(SynapsePlan plan, Class<? extends Uniform> kind) {
    return java.util.stream.IntStream.range(0, plan.uniforms().size())
        .filter(u -> kind.isInstance(plan.uniforms().get(u)))
        .toArray();
  }

  private Given[] given(List<Effect> effects) {
    List<Given> all = new ArrayList<>();
    List<Column> byTarget = code.plan().columns();
    for (int c = 0; c < byTarget.size(); c++)
      if (byTarget.get(c) instanceof SynapsePlan.Influence i)
        all.add(new Given(effect(i, effects), i, -1, columns.targets[c]));
    for (int u = 0; u < uniforms.length; u++)
      if (code.plan().uniforms().get(u) instanceof SynapsePlan.Influence i && !byTarget.contains(i))
        all.add(new Given(effect(i, effects), i, u, new double[0]));
    return all.toArray(Given[]::new);
  }

  private static @Nullable Effect effect(SynapsePlan.Influence i, List<Effect> effects) {
    for (Effect e : effects)
      if (e.subject().equals(e.isConcentration() ? i.symbol() : i.parameter())) return e;
    return null;
  }

  /// @param own only those by which a state alone grows
  private Flow[] flows(boolean own) {
    List<Flow> all = new ArrayList<>();
    SynapsePlan plan = code.plan();
    for (int c = 0; c < plan.columns().size(); c++)
      if (plan.columns().get(c) instanceof SynapsePlan.Flow f && (!own || f.of() == f.driver()))
        all.add(
            new Flow(
                plan.uniforms().indexOf(f),
                plan.flowsByTarget() ? columns.targets[c] : columns.shared[c]));
    return all.toArray(Flow[]::new);
  }

  /// Before the first step: where it finds concentrations.
  public void use(Concentrations worker) {
    concentrations = worker;
    for (Given g : given)
      if (g.effect != null && g.influence.moment() == SynapsePlan.Moment.HALF)
        g.effect.askForHalves(worker);
  }

  /// @param stepping whether what is present is the mean over the step
  private void give(boolean stepping) {
    for (int k = 0; k < given.length; k++) {
      Given g = given[k];
      Effect.Moment moment =
          switch (g.influence.moment()) {
            case BEGIN -> Effect.Moment.BEGIN;
            case HALF -> Effect.Moment.HALF;
            case END -> Effect.Moment.END;
            case PRESENT -> stepping ? Effect.Moment.MEAN : Effect.Moment.END;
          };
      if (g.uniform >= 0) uniforms[g.uniform] = value(g, moment, 0);
      else for (int t = from; t < to; t++) g.column[t] = value(g, moment, t);
    }
  }

  private double value(Given g, Effect.Moment moment, int target) {
    if (g.effect != null) return g.effect.value(concentrations, moment, target);
    return g.influence.parameter().isEmpty() ? 0 : 1;
  }

  // ---- between steps

  /// Sets the projection's parameters; what is event-driven is brought up to date with the old ones first.
  void setParameters(double[] values) {
    catchUp(columns.synapses);
    beginFlows();
    code.plan().values().set(values, dt, uniforms);
  }

  /// A copy of the synapses' columns with what is event-driven brought up to date.
  double[][] current() {
    double[][] copy = columns.copy();
    catchUp(copy);
    return copy;
  }

  private void catchUp(double[][] synapses) {
    Optional<Program.Step> program = code.catchUp();
    if (program.isEmpty()) return;
    setMoment(now);
    program.get().run(synapses, uniforms, layout.targets, 0, layout.synapses());
  }

  /// Goes back to the start.
  ///
  /// @param parameters in the model's order
  void start(double[] parameters) {
    code.plan().values().set(parameters, dt, uniforms);
    now = 0;
    brokenStep = -1;
    arrivals.clear();
    columns.start(parameters, from, to);
    beginFlows();
  }

  /// Sets the weights to what they start from.
  void startWeights() {
    columns.startWeights();
  }

  /// Sets what all weights start from.
  void setStart(double newWeight) {
    layout.setStart(newWeight);
  }

  boolean hasOwnStart() {
    return layout.hasOwnStart();
  }

  /// Goes on from a step with what is there.
  void goOnFrom(long step) {
    now = step;
    beginFlows();
    if (columns.last >= 0) Arrays.fill(columns.synapses[columns.last], (double) step);
  }

  /// What the synapses' columns are handed over as.
  ///
  /// @param alike whether to rows that go on with the same shared solutions
  double[][] handedOver(boolean alike) {
    return alike || flows.length == 0 ? columns.synapses : current();
  }

  /// Goes on with solutions that were shared in the rows of a network before.
  ///
  /// @param later by how many steps this network is ahead
  void takeFlows(PlasticRows old, long later) {
    if (flows.length == 0) return;
    flowsBegan = old.flowsBegan + later;
    for (int k = 0; k < flows.length; k++)
      if (!code.plan().flowsByTarget()) flows[k].values[0] = old.flows[k].values[0];
    setFlows();
  }

  // ---- in a step

  /// At the end of an epoch: enters a source's spike of a grid point into the calendar.
  public void send(long step, int source) {
    int end = layout.firstLines[source + 1];
    for (int line = layout.firstLines[source]; line < end; line++)
      arrivals.add(step + layout.lineDelays[line], line);
  }

  /// Goes on to a grid point and does what arrives there.
  public void arrive(long step) {
    if (advances) advance(step);
    else give(false);
    now = step;
    setMoment(step);
    if (code.flow().isPresent()) flow(step, code.flow().get());
    int count = arrivals.count(step);
    if (count == 0) return;
    if (columns.delivered >= 0)
      columns.synapses[columns.delivered] = delivered.length > 0 ? delivered : ring.row(step);
    int[] due = arrivals.due(step);
    for (int k = 0; k < count; k++) arrive(step, due[k]);
    arrivals.clear(step);
  }

  private void arrive(long step, int line) {
    int first = layout.lineStarts[line];
    int end = layout.lineStarts[line + 1];
    columns.setLine(line, uniforms);
    if (!preDice.isIdle())
      for (int s = first; s < end; s++) preDice.roll(step, layout.lineSources[line], s, s);
    boolean fine = code.onPre().run(columns.synapses, uniforms, layout.targets, first, end);
    if (code.onPreSource().isPresent())
      fine &= code.onPreSource().get().run(columns.lines, uniforms, NO_TARGETS, line, line + 1);
    if (delivered.length > 0) deliver(ring.row(step), line);
    if (!fine) report(step);
  }

  /// Brings what a line's synapses gave to where they lie.
  private void deliver(double[] row, int line) {
    int first = layout.lineSegments[line] * block.size();
    for (int s = layout.lineStarts[line]; s < layout.lineStarts[line + 1]; s++) {
      int target = layout.targets[s];
      row[first + target] += delivered[target];
      delivered[target] = 0;
    }
  }

  /// Goes on with the solutions that synapses share, and begins anew before they lose digits. When that is depends on time and parameters alone, so it is the same for all workers.
  private void flow(long step, Program.Step program) {
    boolean byTarget = code.plan().flowsByTarget();
    if (byTarget && from == to) return;
    boolean fine =
        byTarget
            ? program.run(columns.targets, uniforms, NO_TARGETS, from, to)
            : program.run(columns.shared, uniforms, NO_TARGETS, 0, 1);
    if (!fine) report(step);
    setFlows();
    boolean due = step - flowsBegan >= longestFlow;
    for (Flow g : growing) {
      double size = g.values[byTarget ? from : 0];
      due |= !(size > SMALLEST_FLOW && size < 1 / SMALLEST_FLOW);
    }
    if (!due) return;
    catchUp(columns.synapses);
    beginFlows();
  }

  private void setFlows() {
    if (code.plan().flowsByTarget()) return;
    for (Flow f : flows) if (f.uniform >= 0) uniforms[f.uniform] = f.values[0];
  }

  private void beginFlows() {
    flowsBegan = now;
    columns.startFlows(from, to);
    setFlows();
  }

  private void setMoment(long step) {
    for (int u : steps) uniforms[u] = step;
    for (int u : times) uniforms[u] = step * dt;
  }

  private void advance(long step) {
    setMoment(step);
    give(true);
    for (MiddleValues m : middles) m.keep();
    boolean fine = true;
    if (code.preAdvance().isPresent())
      fine = code.preAdvance().get().run(columns.lines, uniforms, NO_TARGETS, 0, layout.lines());
    if (code.postAdvance().isPresent())
      fine &= code.postAdvance().get().run(columns.targets, uniforms, NO_TARGETS, from, to);
    for (MiddleValues m : middles) m.meet();
    if (code.advance().isPresent()) fine &= advanceSynapses(code.advance().get());
    for (MiddleValues m : middles) m.leave();
    give(false);
    if (!fine) report(step);
  }

  private boolean advanceSynapses(Program.Step program) {
    if (!advanceByLine)
      return program.run(columns.synapses, uniforms, layout.targets, 0, layout.synapses());
    boolean fine = true;
    int[] starts = layout.lineStarts;
    for (int line = 0; line < layout.lines(); line++) {
      columns.setLine(line, uniforms);
      fine &=
          program.run(columns.synapses, uniforms, layout.targets, starts[line], starts[line + 1]);
    }
    return fine;
  }

  /// Does what the spikes of targets at the present grid point cause.
  ///
  /// @param numbers of targets, from `start` to `end - 1`
  public void fired(long step, int[] numbers, int start, int end) {
    if (code.onPost().isEmpty() && code.onPostTarget().isEmpty()) return;
    for (int k = start; k < end; k++) {
      int target = numbers[k];
      columns.setTarget(target, uniforms);
      boolean fine = code.onPost().isEmpty() || fired(step, target, code.onPost().get());
      if (code.onPostTarget().isPresent())
        fine &=
            code.onPostTarget()
                .get()
                .run(columns.targets, uniforms, NO_TARGETS, target, target + 1);
      if (!fine) report(step);
    }
  }

  private boolean fired(long step, int target, Program.Step program) {
    int first = layout.incomingStarts[target - from];
    int count = layout.incomingStarts[target - from + 1] - first;
    if (count == 0) return true;
    columns.gather(first, count);
    SynapseDice dice = postDice;
    if (dice != null)
      for (int row = 0; row < count; row++) {
        int synapse = layout.incoming[first + row];
        dice.roll(step, layout.lineSources[layout.lineAt(synapse)], synapse, row);
      }
    boolean fine = program.run(columns.gathered, uniforms, NO_TARGETS, 0, count);
    columns.scatter(first, count);
    return fine;
  }

  private void report(long step) {
    if (brokenStep < 0) brokenStep = step;
  }

  /// The step at which a number stopped being finite, or -1.
  public long brokenStep() {
    return brokenStep;
  }

  // ---- what is there

  PlasticLayout layout() {
    return layout;
  }

  PlasticColumns columns() {
    return columns;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  @Override
  public long synapses() {
    return layout.synapses();
  }

  @Override
  public boolean each(int source, Visitor visitor) {
    for (int line = layout.firstLines[source]; line < layout.firstLines[source + 1]; line++)
      for (int k = layout.lineStarts[line]; k < layout.lineStarts[line + 1]; k++)
        if (!visitor.synapse(layout.targets[k], weight(k), layout.lineDelays[line])) return false;
    return true;
  }

  private double weight(int synapse) {
    return flows.length == 0
        ? columns.synapses[columns.weight][synapse]
        : columns.value(columns.weight, synapse);
  }

  /// The number of a source's first synapse.
  int rowStart(int source) {
    return layout.lineStarts[layout.firstLines[source]];
  }

  /// How many synapses a source has here.
  int rowLength(int source) {
    return rowStart(source + 1) - rowStart(source);
  }

  /// How large the mark of a synapse is that a neuromodulator would turn into weight.
  double eligibility(int synapse) {
    int column = code.plan().eligibility();
    return column < 0 ? 0 : Math.abs(columns.value(column, synapse));
  }

  /// How many bytes they take.
  long bytes() {
    return layout.bytes() + arrivals.bytes() + columns.bytes();
  }
}
