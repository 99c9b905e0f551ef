package org.neurarium.engine.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.model.SynapseModel.Scope;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.compile.Influences;
import org.neurarium.engine.compile.SynapsePlan;
import org.neurarium.engine.compile.SynapsePlan.Column;
import org.neurarium.engine.kernel.Block;

/// A projection whose synapses change: one set of rows for each worker, and the variables of its targets.
public final class PlasticProjection extends SynapseTable {

  /// From how many synapses on the weights that they start from are kept as floats, which is far below what any rule would notice.
  private static final long MANY = 100_000;

  private final SynapseCode code;
  private final int target;
  private final double[][] post;
  private final PlasticRows[] rows;
  private final List<Effect> effects;
  private double[] parameters;

  private PlasticProjection(
      ElementId element,
      int segment,
      int sources,
      Unit unit,
      double dt,
      SynapseCode code,
      int target,
      int targets,
      double[][] post,
      PlasticRows[] rows,
      double[] parameters,
      List<Effect> effects) {
    super(element, segment, sources, targets, unit, dt, rows);
    this.code = code;
    this.target = target;
    this.post = post;
    this.rows = rows;
    this.parameters = parameters;
    this.effects = List.copyOf(effects);
    start();
  }

  /// Lays a projection out and puts it at its start.
  ///
  /// @param segment of the source in the directory
  /// @param target segment of the target population
  /// @param packed targets, start weights and delays, by worker
  /// @param parameters of the synapse model, in its order, in engine units
  /// @param key of its random numbers
  /// @param effects of neuromodulators: one for each influence that the plan names
  public static PlasticProjection of(
      ElementId element,
      int segment,
      int sources,
      Unit unit,
      int target,
      Block block,
      DelayRing ring,
      SynapseCode code,
      PackedRows[] packed,
      double[] parameters,
      long key,
      List<Effect> effects) {
    double[][] post = new double[code.plan().columns().size()][];
    for (int c = 0; c < post.length; c++)
      post[c] = new double[isByTarget(code, c) ? block.size() : 0];
    long synapses = 0;
    for (PackedRows part : packed) synapses += part.synapses();
    PlasticRows[] rows = new PlasticRows[packed.length];
    for (int w = 0; w < rows.length; w++)
      rows[w] =
          new PlasticRows(
              code,
              packed[w],
              synapses >= MANY,
              sources,
              post,
              ring,
              block,
              Network.sliceStart(block.size(), w, rows.length),
              Network.sliceStart(block.size(), w + 1, rows.length),
              key,
              effects);
    return new PlasticProjection(
        element,
        segment,
        sources,
        unit,
        block.dt(),
        code,
        target,
        block.size(),
        post,
        rows,
        parameters,
        effects);
  }

  private static boolean isByTarget(SynapseCode code, int column) {
    return switch (code.plan().columns().get(column)) {
      case SynapsePlan.Influence _ -> true;
      case SynapsePlan.Flow _ -> code.plan().flowsByTarget();
      case SynapsePlan.State _ -> scope(code, column) == Scope.POST;
      case SynapsePlan.Weight _,
          SynapsePlan.Last _,
          SynapsePlan.Neuron _,
          SynapsePlan.Draw _,
          SynapsePlan.Delivered _ ->
          false;
    };
  }

  /// What its programs know of neuromodulators.
  public Influences influences() {
    return Effect.influences(effects);
  }

  /// What neuromodulators do to it.
  public List<Effect> effects() {
    return effects;
  }

  /// Whether its synapses look at the state of the neurons in a block.
  public boolean reads(Block block) {
    return rows.length > 0 && rows[0].reads(block);
  }

  private static @Nullable Scope scope(SynapseCode code, int column) {
    return code.plan().columns().get(column) instanceof SynapsePlan.State s
        ? code.plan().model().states().get(s.index()).scope()
        : null;
  }

  /// About how many bytes a synapse will take.
  ///
  /// @param ownWeights whether each starts from a weight of its own
  public static long bytesPerSynapse(SynapsePlan plan, boolean ownWeights) {
    long bytes = 12L + (ownWeights ? 4 : 0);
    for (Column column : plan.columns())
      bytes +=
          switch (column) {
            case SynapsePlan.Weight _, SynapsePlan.Last _, SynapsePlan.Draw _ -> 8;
            case SynapsePlan.State s ->
                plan.model().states().get(s.index()).scope() == Scope.SYNAPSE ? 8 : 0;
            case SynapsePlan.Neuron _,
                SynapsePlan.Delivered _,
                SynapsePlan.Influence _,
                SynapsePlan.Flow _ ->
                0;
          };
    return bytes;
  }

  public SynapseModel model() {
    return code.plan().model();
  }

  /// Whether it runs the same programs as a plan says, so that only numbers have to be set.
  public boolean runs(SynapsePlan plan) {
    SynapsePlan own = code.plan();
    return own.model().equals(plan.model())
        && own.columns().equals(plan.columns())
        && own.uniforms().equals(plan.uniforms())
        && own.preAdvance().equals(plan.preAdvance())
        && own.postAdvance().equals(plan.postAdvance())
        && own.advance().equals(plan.advance())
        && own.onPre().equals(plan.onPre())
        && own.onPreSource().equals(plan.onPreSource())
        && own.onPost().equals(plan.onPost())
        && own.onPostTarget().equals(plan.onPostTarget())
        && own.catchUp().equals(plan.catchUp())
        && own.flow().equals(plan.flow());
  }

  boolean runsLike(PlasticProjection other) {
    return runs(other.code.plan()) && Arrays.equals(parameters, other.parameters);
  }

  /// Segment of the target population.
  public int target() {
    return target;
  }

  /// How many workers there are.
  int workers() {
    return rows.length;
  }

  /// The synapses onto a worker's targets.
  public PlasticRows rows(int worker) {
    return rows[worker];
  }

  @Override
  public long bytes() {
    long sum = 0;
    for (PlasticRows part : rows) sum += part.bytes();
    for (double[] values : post) sum += 8L * values.length;
    return sum;
  }

  /// Between steps: goes back to the start weights and start values.
  public void start() {
    for (PlasticRows part : rows) part.start(parameters);
  }

  /// Between steps: sets the parameters of the synapse model, in its order, in engine units. Weights and states stay.
  public void setParameters(double[] values) {
    parameters = values;
    for (PlasticRows part : rows) part.setParameters(values);
  }

  /// Whether each synapse starts from a weight of its own.
  public boolean hasOwnWeights() {
    return Arrays.stream(rows).anyMatch(PlasticRows::hasOwnStart);
  }

  /// Between steps: sets the weight that all synapses start from. It holds at once where nothing in the model changes weights, otherwise from the next start.
  public void setWeight(double weight) {
    for (PlasticRows part : rows) {
      part.setStart(weight);
      if (!code.learns()) part.startWeights();
    }
  }

  /// The step at which a number stopped being finite, or -1.
  public long brokenStep() {
    long first = -1;
    for (PlasticRows part : rows)
      if (part.brokenStep() >= 0 && (first < 0 || part.brokenStep() < first))
        first = part.brokenStep();
    return first;
  }

  /// The name of a variable with a value that is no finite number, if there is one.
  public Optional<String> nonFinite() {
    for (int c = 0; c < post.length; c++)
      for (PlasticRows part : rows)
        for (double[] values :
            new double[][] {part.columns().synapses[c], part.columns().lines[c], post[c]})
          for (double value : values)
            if (!Double.isFinite(value)) {
              Optional<String> name = name(c);
              if (name.isPresent()) return name;
            }
    return Optional.empty();
  }

  private Optional<String> name(int column) {
    return switch (code.plan().columns().get(column)) {
      case SynapsePlan.Weight _ -> Optional.of("w");
      case SynapsePlan.State s -> Optional.of(model().states().get(s.index()).id());
      case SynapsePlan.Last _,
          SynapsePlan.Neuron _,
          SynapsePlan.Draw _,
          SynapsePlan.Delivered _,
          SynapsePlan.Influence _,
          SynapsePlan.Flow _ ->
          Optional.empty();
    };
  }

  @Override
  public OptionalDouble eligibility(int limit) {
    double sum = 0;
    long count = 0;
    for (PlasticRows part : rows) {
      int n = part.layout().synapses();
      int stride = (int) Math.max(1, synapses() / Math.max(1, limit));
      for (int s = 0; s < n; s += stride) {
        sum += part.eligibility(s);
        count++;
      }
    }
    boolean has = code.plan().eligibility() >= 0 && count > 0;
    return has ? OptionalDouble.of(sum / count) : OptionalDouble.empty();
  }

  /// A copy of a variable's values between steps, in engine units, brought up to date: of `w` and of a synapse's states by source and then as they lie, of a pre state by source and
  /// delay, of a post state by target.
  public Optional<double[]> values(String variable) {
    for (int c = 0; c < post.length; c++) {
      if (!name(c).equals(Optional.of(variable))) continue;
      if (post[c].length > 0) return Optional.of(post[c].clone());
      int column = c;
      boolean ofLines = scope(code, c) == Scope.PRE;
      return Optional.of(
          Arrays.stream(rows)
              .map(p -> ofLines ? p.columns().lines[column] : p.current()[column])
              .flatMapToDouble(Arrays::stream)
              .toArray());
    }
    return Optional.empty();
  }

  /// Between steps: goes on from the weights, states and arrivals of the projection that this one replaces; the wiring is the same.
  ///
  /// @param done steps done by the old network
  /// @param from step from which this one goes on
  /// @param ratio of the old time step to the new one
  public void takeOver(PlasticProjection old, long done, long from, double ratio) {
    new PlasticHandover(old, this).run(done, from, ratio);
    for (int c = 0; c < post.length; c++) {
      int there = old.column(c, this);
      if (there < 0 && ratio == 1 && isFlow(c) && runsLike(old)) there = c;
      if (there < 0 || post[c].length == 0) continue;
      int n = Math.min(post[c].length, old.post[there].length);
      System.arraycopy(old.post[there], 0, post[c], 0, n);
    }
  }

  private boolean isFlow(int column) {
    return code.plan().columns().get(column) instanceof SynapsePlan.Flow;
  }

  /// Before the first step: goes on from a step with start weights and start values.
  public void goOnFrom(long step) {
    for (PlasticRows part : rows) part.goOnFrom(step);
  }

  /// The column in which this projection keeps what another one keeps in its column `c`, or -1.
  int column(int c, PlasticProjection other) {
    Optional<String> name = other.name(c);
    if (name.isEmpty()) return -1;
    for (int own = 0; own < post.length; own++)
      if (name(own).equals(name) && scope(code, own) == scope(other.code, c)) return own;
    return -1;
  }
}
