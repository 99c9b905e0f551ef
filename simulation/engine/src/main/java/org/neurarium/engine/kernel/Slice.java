package org.neurarium.engine.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neurarium.engine.cable.CableStep;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.compile.Program;

/// The contiguous part of a block that one worker owns, taken from step to step by the block's kernel. Used by its worker only, except between steps.
///
/// For a grid point: integrate, run what is done in each step, add arrivals, hold refractory neurons, find those that fire, reset them. A spike carries the time of the
/// end of the step. Allocates nothing once it is made.
public final class Slice {

  private static final int[] NOWHERE = {};

  private final NeuronKernel kernel;
  private final Block block;
  private final int from;
  private final int to;
  private final double[][] columns;
  private final double[] uniforms;
  private final int time;
  private final int[] arrivalColumns;
  private final Resting resting;
  private final Draws draws;
  private final Onset onset;
  private final Optional<WithinStep> within;
  private final Optional<CableStep> cable;
  private final Program.Step advance;
  private int[] forced = new int[4];
  private int forcedCount;
  private boolean suspect;
  private int brokenNeuron = -1;
  private int brokenState;
  private long brokenStep = -1;

  /// @param from first neuron
  /// @param to one past the last
  public Slice(NeuronKernel kernel, Block block, int from, int to) {
    this.kernel = kernel;
    this.block = block;
    this.from = from;
    this.to = to;
    KernelLayout layout = block.layout();
    columns = new double[layout.columns().size()][];
    uniforms = new double[layout.uniforms().size()];
    time = layout.uniform(new KernelLayout.Time());
    arrivalColumns = arrivalColumns(block);
    resting =
        new Resting(
            block,
            from,
            to,
            kernel.partsPerStep(),
            kernel.programs().held(),
            kernel.programs().rest().isPresent());
    draws = new Draws(block, to - from);
    onset = new Onset(kernel.programs().atOnset(), from, to);
    within =
        kernel.programs().withinStep()
            ? Optional.of(new WithinStep(kernel, block, resting, from, to))
            : Optional.empty();
    List<Integer> held = kernel.programs().held();
    cable = block.cable().map(c -> new CableStep(c, block.refractory(), held, block.dt()));
    advance = cable.isPresent() ? cable.get() : kernel.forms().advance();
    restart();
  }

  /// By spike receptor: its column of arrivals, or -1.
  private static int[] arrivalColumns(Block block) {
    int[] found = new int[block.model().receptors().size()];
    Arrays.fill(found, -1);
    for (int r = 0; r < found.length; r++) {
      int column = block.layout().column(new KernelLayout.Arrivals(r));
      if (column >= 0) found[block.receptorNumber(r)] = column;
    }
    return found;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  public int size() {
    return to - from;
  }

  /// Between steps: takes notice of parameters that were set and prepared anew.
  public void parametersChanged() {
    System.arraycopy(block.columns(), 0, columns, 0, columns.length);
    System.arraycopy(block.uniforms(), 0, uniforms, 0, uniforms.length);
    within.ifPresent(WithinStep::parametersChanged);
    cable.ifPresent(c -> c.bind(columns, uniforms));
  }

  /// Between steps: takes notice of states and refractory counters that were set from outside, and forgets forced spikes.
  public void restart() {
    parametersChanged();
    resting.collect(to);
    onset.forget();
    if (onset.isAsked() && kernel.forms().condition().isPresent()) {
      int[] found = new int[size()];
      Program.Search condition = kernel.forms().condition().get();
      onset.keepNew(found, 0, condition.find(columns, uniforms, from, to, found, 0));
    }
    forcedCount = 0;
    suspect = false;
    brokenNeuron = -1;
    brokenStep = -1;
  }

  /// Before a step: sets a factor that is the same for all neurons.
  ///
  /// @param uniform its number in the layout
  public void setFactor(int uniform, double value) {
    uniforms[uniform] = value;
    within.ifPresent(w -> w.setFactor(uniform, value));
  }

  /// The values of a factor that differs from neuron to neuron, of which the own ones may be set before a step.
  ///
  /// @param column its number in the layout
  public double[] factors(int column) {
    return columns[column];
  }

  /// Between steps: makes a neuron fire in the next step, refractory or not.
  public void force(int neuron) {
    for (int k = 0; k < forcedCount; k++) if (forced[k] == neuron) return;
    if (forcedCount == forced.length) forced = Arrays.copyOf(forced, 2 * forcedCount);
    forced[forcedCount++] = neuron;
  }

  /// Takes the neurons to the grid point `step` and appends those that fire there, ascending. Does nothing once a value has stopped being a finite number.
  ///
  /// @param arrivals by spike receptor of the model, then by neuron: sums of weights in engine units
  /// @param fired has room for [#size()] more
  /// @param at where to write the first
  /// @return where the next would be written
  public int advance(long step, double[][] arrivals, int[] fired, int at) {
    if (brokenNeuron >= 0) return at;
    for (int r = 0; r < arrivals.length; r++)
      if (arrivalColumns[r] >= 0) columns[arrivalColumns[r]] = arrivals[r];
    if (time >= 0) uniforms[time] = (step - 1) * block.dt();
    Forms forms = kernel.forms();
    int end = at;
    draws.fill(KernelLayout.Moment.EACH_STEP, step, from, to);
    draws.fill(KernelLayout.Moment.CONDITION, step, from, to);
    within.ifPresent(WithinStep::save);
    resting.save();
    suspect = !advance.run(columns, uniforms, NOWHERE, from, to);
    if (forms.rest().isPresent()) rest(forms.rest().get());
    if (within.isPresent()) {
      end = within.get().locate(forms, columns, uniforms, draws, step, fired, at);
      suspect |= end > at;
    }
    if (forms.finish().isPresent())
      suspect |= !forms.finish().get().run(columns, uniforms, NOWHERE, from, to);
    resting.holdAll();
    // Before anybody is reset: that would hide it.
    if (suspect && lookForNonFinite(step)) return at;
    suspect = false;
    end = fire(forms, step, fired, at, end);
    if (suspect) lookForNonFinite(step);
    return end;
  }

  /// Makes the step of resting neurons again, with held states at a standstill.
  private void rest(Program.Step step) {
    for (int k = 0; k < resting.count(); k++) {
      int i = resting.neuron(k);
      resting.takeBack(i);
      suspect |= !step.run(columns, uniforms, NOWHERE, i, i + 1);
    }
  }

  /// Finds and resets those that fire at the grid point.
  ///
  /// @param located where those end that have fired and been reset inside the step
  private int fire(Forms forms, long step, int[] fired, int at, int located) {
    int end = located;
    if (forms.condition().isPresent())
      end = forms.condition().get().find(columns, uniforms, from, to, fired, located);
    end = onset.keepNew(fired, located, end);
    int stay = located;
    for (int k = located; k < end; k++) {
      int i = fired[k];
      if (resting.left(i) == 0 && Arrays.binarySearch(fired, at, located, i) < 0) fired[stay++] = i;
    }
    end = stay;
    for (int k = 0; k < forcedCount; k++)
      if (!isIn(fired, at, end, forced[k])) fired[end++] = forced[k];
    for (int k = located; k < end; k++) reset(forms, step, fired[k]);
    // Two ascending lists, or neurons made to fire: seldom, and short.
    if (forcedCount > 0 || (located > at && end > located)) Arrays.sort(fired, at, end);
    forcedCount = 0;
    return end;
  }

  private static boolean isIn(int[] list, int from, int to, int neuron) {
    for (int k = from; k < to; k++) if (list[k] == neuron) return true;
    return false;
  }

  private void reset(Forms forms, long step, int neuron) {
    if (forms.reset().isPresent()) {
      draws.fill(KernelLayout.Moment.RESET, step, neuron, neuron + 1);
      Program.Step reset = forms.reset().get();
      suspect |= !reset.run(columns, uniforms, NOWHERE, neuron, neuron + 1);
    }
    resting.keep(neuron);
    resting.set(neuron, resting.duration(neuron));
  }

  private boolean lookForNonFinite(long step) {
    int states = block.model().states().size();
    for (int i = from; i < to; i++)
      for (int s = 0; s < states; s++)
        if (!(Math.abs(block.state(s)[i]) <= Double.MAX_VALUE)) {
          brokenNeuron = i;
          brokenState = s;
          brokenStep = step;
          return true;
        }
    return false;
  }

  /// The first neuron with a value that is no finite number, or -1.
  public int brokenNeuron() {
    return brokenNeuron;
  }

  /// Index of the state that is no finite number.
  public int brokenState() {
    return brokenState;
  }

  /// The grid point at which it was found, or -1.
  public long brokenStep() {
    return brokenStep;
  }
}
