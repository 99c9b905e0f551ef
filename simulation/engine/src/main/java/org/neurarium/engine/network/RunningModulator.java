package org.neurarium.engine.network;

import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.compile.SynapsePlan;
import org.neurarium.engine.observe.CloudView;
import org.neurarium.engine.observe.TraceRing;

/// A source of a neuromodulator: its concentration in every cell of its field, of which there is one where it is the same everywhere. Belongs to one thread.
///
/// In each cell the substance follows its model; between cells it diffuses. For one step the concentration is known at the step's beginning, in its middle and at its end: those who
/// integrate something that it drives choose.
public final class RunningModulator implements CloudView {

  private static final int[] NO_TARGETS = {};

  private final String key;
  private final ModulatorModel model;
  private final SynapseCode code;
  private final Field field;
  private final Diffusion diffusion;
  private final double dt;
  private double[] parameters;
  private final int amount;
  private final int[] stateColumns;
  private final double[][] columns;
  private final double[][] halfway;
  private final double[] uniforms;
  private final double[] halfUniforms;
  private final double[] before;
  private boolean keepsHalves;

  /// @param key the source's id, or the symbol of a substance without one
  /// @param code the model as states of a target, which is a cell; what a release does is its `on post`, with `amount` as the last parameter
  /// @param parameters in the model's order
  public RunningModulator(
      String key,
      ModulatorModel model,
      SynapseCode code,
      double[] parameters,
      Field field,
      double dt) {
    this.key = key;
    this.model = model;
    this.code = code;
    this.field = field;
    this.dt = dt;
    this.parameters = parameters;
    diffusion = new Diffusion(field.side(), field.width(), field.diffusion(), dt);
    List<SynapsePlan.Column> all = code.plan().columns();
    columns = new double[all.size()][field.cells()];
    halfway = new double[all.size()][field.cells()];
    uniforms = new double[code.plan().uniforms().size()];
    halfUniforms = new double[uniforms.length];
    before = new double[field.cells()];
    amount = code.plan().uniforms().indexOf(new SynapsePlan.Parameter(model.parameters().size()));
    stateColumns = new int[model.states().size()];
    for (int s = 0; s < stateColumns.length; s++)
      stateColumns[s] = all.indexOf(new SynapsePlan.State(s));
    setParameters(parameters);
    start();
  }

  /// The source's id, or the symbol of a substance without one.
  public String key() {
    return key;
  }

  /// Whether it is a source of the circuit; otherwise a substance without one.
  public boolean isSource() {
    return !key.startsWith("[");
  }

  /// Its concentration's name, in brackets.
  public String symbol() {
    return model.states().getFirst().id();
  }

  public ModulatorModel model() {
    return model;
  }

  public Field field() {
    return field;
  }

  /// Between steps: sets the model's parameters, in its order, in engine units.
  public void setParameters(double[] values) {
    parameters = Arrays.copyOf(values, model.parameters().size() + 1); // and room for the amount
    code.plan().values().set(parameters, dt, uniforms);
    code.plan().values().set(parameters, dt / 2, halfUniforms);
  }

  /// Before the first step: computes the middle of each step from now on.
  void keepHalves() {
    keepsHalves = true;
  }

  /// Concentrations at the present grid point by cell, in engine units; the modulator's own array.
  public double[] now() {
    return columns[stateColumns[0]];
  }

  /// Concentrations at the beginning of the present step, after what was released there.
  double[] before() {
    return before;
  }

  /// Concentrations in the middle of the present step, where somebody has asked for them.
  double[] half() {
    return halfway[stateColumns[0]];
  }

  /// The mean over all cells.
  public double mean() {
    double sum = 0;
    for (double c : now()) sum += c;
    return sum / now().length;
  }

  @Override
  public int side() {
    return field.side();
  }

  @Override
  public double width() {
    return field.width();
  }

  @Override
  public Unit unit() {
    return model.states().getFirst().unit();
  }

  @Override
  public void fill(double[] cells) {
    double[] values = now();
    for (int k = 0; k < cells.length; k++) cells[k] = values[k] / unit().scale();
  }

  /// Whether a trace is of this source.
  public boolean isTraced(TraceRing trace) {
    return trace.population().text().equals(key)
        && trace.variable().equals(Recording.Concentration.VARIABLE);
  }

  /// A trace of the mean concentration, with the present value.
  public TraceRing trace(long step, int bits) {
    TraceRing ring =
        new TraceRing(new ElementId(key), 0, Recording.Concentration.VARIABLE, unit(), step, bits);
    ring.put(mean() / unit().scale());
    ring.publish();
    return ring;
  }

  /// Goes one step on.
  void advance(long step) {
    System.arraycopy(now(), 0, before, 0, before.length);
    int cells = field.cells();
    if (code.postAdvance().isPresent()) {
      if (keepsHalves) {
        for (int c = 0; c < columns.length; c++)
          System.arraycopy(columns[c], 0, halfway[c], 0, cells);
        set(halfUniforms, step, (step - 0.5) * dt);
        code.postAdvance().get().run(halfway, halfUniforms, NO_TARGETS, 0, cells);
      }
      set(uniforms, step, step * dt);
      code.postAdvance().get().run(columns, uniforms, NO_TARGETS, 0, cells);
    } else if (keepsHalves) System.arraycopy(before, 0, half(), 0, cells);
    if (cells > 1 && diffusion.isDue(step)) diffusion.exchange(now());
  }

  private void set(double[] values, long step, double time) {
    List<SynapsePlan.Uniform> all = code.plan().uniforms();
    for (int u = 0; u < values.length; u++)
      if (all.get(u) instanceof SynapsePlan.Step) values[u] = step;
      else if (all.get(u) instanceof SynapsePlan.Time) values[u] = time;
  }

  /// Releases an amount in one cell, or in every one.
  ///
  /// @param cell below 0 for every one
  /// @param downToNothing whether a negative amount takes no more than there is
  void release(int cell, double released, boolean downToNothing) {
    if (cell < 0) {
      for (int k = 0; k < field.cells(); k++) release(k, released, downToNothing);
      return;
    }
    if (code.onPostTarget().isEmpty()) return;
    double given = released;
    if (downToNothing && given < 0) given = Math.min(0, Math.max(given, -now()[cell]));
    if (amount >= 0) uniforms[amount] = given;
    code.onPostTarget().get().run(columns, uniforms, NO_TARGETS, cell, cell + 1);
  }

  void start() {
    for (int s = 0; s < model.states().size(); s++) {
      int c = stateColumns[s];
      if (c >= 0) Arrays.fill(columns[c], code.plan().values().start(s, parameters));
    }
    System.arraycopy(now(), 0, before, 0, before.length);
    System.arraycopy(now(), 0, half(), 0, before.length);
  }

  /// Goes on from where another one is; in a field with other cells, from its mean.
  void takeOver(RunningModulator old) {
    for (int s = 0; s < model.states().size(); s++) {
      String id = model.states().get(s).id();
      for (int o = 0; o < old.stateColumns.length; o++)
        if (old.model.states().get(o).id().equals(id)) take(old.columns[old.stateColumns[o]], s);
    }
  }

  private void take(double[] from, int state) {
    double[] into = columns[stateColumns[state]];
    if (from.length == into.length) System.arraycopy(from, 0, into, 0, into.length);
    else Arrays.fill(into, Arrays.stream(from).sum() / from.length);
  }

  /// How many bytes it takes.
  long bytes() {
    return 8L * field.cells() * (2L * columns.length + 1);
  }
}
