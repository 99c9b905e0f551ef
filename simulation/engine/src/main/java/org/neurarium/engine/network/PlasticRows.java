package org.neurarium.engine.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.engine.compile.Program;
import org.neurarium.engine.compile.SynapsePlan;
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
  private final int[] concentrationUniforms;
  private final int[] concentrationNumbers;
  private final SynapseDice preDice;
  private final @Nullable SynapseDice postDice;
  private final double[] delivered;
  private final MiddleValues[] middles;
  private final boolean advances;
  private final boolean advanceByLine;
  private Concentrations concentrations = new Concentrations(List.of());
  private long now;
  private long brokenStep = -1;

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
      long key) {
    this.code = code;
    this.ring = ring;
    this.block = block;
    this.from = from;
    this.to = to;
    dt = block.dt();
    layout = new PlasticLayout(rows, sources, from, to);
    arrivals = new Arrivals(layout.longest);
    SynapsePlan plan = code.plan();
    columns = new PlasticColumns(plan, layout, post, block);
    uniforms = new double[plan.uniforms().size()];
    steps = uniforms(plan, SynapsePlan.Step.class);
    times = uniforms(plan, SynapsePlan.Time.class);
    concentrationUniforms = uniforms(plan, SynapsePlan.Concentration.class);
    concentrationNumbers = new int[concentrationUniforms.length];
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

  /// Before the first step: where it finds concentrations.
  public void use(Concentrations worker) {
    concentrations = worker;
    for (int k = 0; k < concentrationUniforms.length; k++) {
      Uniform uniform = code.plan().uniforms().get(concentrationUniforms[k]);
      concentrationNumbers[k] = worker.find(((SynapsePlan.Concentration) uniform).symbol());
    }
  }

  // ---- between steps

  /// Sets the projection's parameters; what is event-driven is brought up to date with the old ones first.
  void setParameters(double[] values) {
    catchUp(columns.synapses);
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
  }

  /// Sets the weights to what they start from.
  void startWeights() {
    columns.startWeights();
  }

  /// Sets what all weights start from.
  void setStart(double newWeight) {
    layout.startWeights = new double[] {newWeight};
  }

  boolean hasOwnStart() {
    return layout.startWeights.length > 1;
  }

  /// Goes on from a step with what is there.
  void goOnFrom(long step) {
    now = step;
    if (columns.last >= 0) Arrays.fill(columns.synapses[columns.last], (double) step);
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
    now = step;
    setMoment(step);
    for (int k = 0; k < concentrationUniforms.length; k++) {
      int number = concentrationNumbers[k];
      uniforms[concentrationUniforms[k]] = number < 0 ? 0 : concentrations.now(number);
    }
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

  private void setMoment(long step) {
    for (int u : steps) uniforms[u] = step;
    for (int u : times) uniforms[u] = step * dt;
  }

  private void advance(long step) {
    setMoment(step);
    for (int k = 0; k < concentrationUniforms.length; k++) {
      int number = concentrationNumbers[k];
      uniforms[concentrationUniforms[k]] = number < 0 ? 0 : concentrations.middle(number);
    }
    for (MiddleValues m : middles) m.keep();
    boolean fine = true;
    if (code.preAdvance().isPresent())
      fine = code.preAdvance().get().run(columns.lines, uniforms, NO_TARGETS, 0, layout.lines());
    if (code.postAdvance().isPresent())
      fine &= code.postAdvance().get().run(columns.targets, uniforms, NO_TARGETS, from, to);
    for (MiddleValues m : middles) m.meet();
    if (code.advance().isPresent()) fine &= advanceSynapses(code.advance().get());
    for (MiddleValues m : middles) m.leave();
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
    return columns.synapses[columns.weight][(int) synapse];
  }

  @Override
  public int delay(long synapse) {
    return layout.lineDelays[layout.lineAt((int) synapse)];
  }

  /// How many bytes they take.
  long bytes() {
    return layout.bytes() + arrivals.bytes() + columns.bytes();
  }
}
