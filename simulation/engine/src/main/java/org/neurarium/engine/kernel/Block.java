package org.neurarium.engine.kernel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.engine.cable.CableColumns;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.random.RandomKey;

/// The neurons of one population as arrays, one array for each variable, as a kernel's layout wants them.
///
/// All numbers are in engine units (mV, ms, pA, nS, pF). Arrays are shared by the workers, each of which writes only the
/// neurons of its own [Slice]; parameters and what follows from them change only between steps.
public final class Block {

  private static final double[] NOTHING = {};

  private final ElementId element;
  private final NeuronModel model;
  private final KernelLayout layout;
  private final long seed;
  private final int size;
  private final double dt;
  private final double[][] columns;
  private final double[][] parameters;
  private final double[] uniforms;
  private final double[][] currents;
  private final Optional<CableColumns> cable;
  private final double[][] sums;
  private final double[][] totals;
  private final int[] refractory;
  private final int[] receptorNumbers;

  /// @param element whose neurons these are: part of the key of their random numbers
  /// @param kernel its layout says what there is
  /// @param size number of neurons
  /// @param dt length of a step (ms)
  /// @param seed of all randomness
  public Block(ElementId element, NeuronKernel kernel, int size, double dt, long seed) {
    this.element = element;
    this.model = kernel.model();
    this.layout = kernel.layout();
    this.seed = seed;
    this.size = size;
    this.dt = dt;
    parameters = new double[model.parameters().size()][];
    Arrays.fill(parameters, NOTHING);
    uniforms = new double[layout.uniforms().size()];
    refractory = new int[size];
    cable = kernel.cable().map(c -> new CableColumns(c, size));
    long inputs = model.receptors().stream().filter(r -> r.input() == Input.CURRENT).count();
    currents = new double[cable.isEmpty() ? 1 : (int) inputs][];
    Arrays.fill(currents, NOTHING);
    if (cable.isEmpty()) currents[0] = new double[size];
    receptorNumbers = receptorNumbers(model);
    int couplings =
        (int) model.receptors().stream().filter(r -> r.input() == Input.COUPLING).count();
    sums = new double[couplings][size];
    totals = new double[couplings][size];
    columns = new double[layout.columns().size()][];
    for (int c = 0; c < columns.length; c++) columns[c] = column(layout.columns().get(c));
    for (int c = 0; c < columns.length; c++)
      if (layout.columns().get(c) instanceof KernelLayout.Factor) Arrays.fill(columns[c], 1);
    for (int u = 0; u < uniforms.length; u++)
      if (layout.uniforms().get(u) instanceof KernelLayout.Factor) uniforms[u] = 1;
  }

  /// By receptor of the model: how many of those before it take the same kind of input.
  private static int[] receptorNumbers(NeuronModel model) {
    Map<Input, Integer> counts = new EnumMap<>(Input.class);
    int[] numbers = new int[model.receptors().size()];
    for (int r = 0; r < numbers.length; r++)
      numbers[r] = counts.merge(model.receptors().get(r).input(), 1, Integer::sum) - 1;
    return numbers;
  }

  private double[] column(KernelLayout.Column column) {
    return switch (column) {
      case KernelLayout.State _,
          KernelLayout.Derived _,
          KernelLayout.Draw _,
          KernelLayout.Factor _,
          KernelLayout.Refractory _ ->
          new double[size];
      case KernelLayout.Parameter _, KernelLayout.Arrivals _ -> NOTHING; // set later
      case KernelLayout.Current c -> currents[c.number()];
      case KernelLayout.Membrane _ -> throw new IllegalStateException("a neuron has no membrane");
      case KernelLayout.Sum sum -> sums[receptorNumbers[sum.receptor()]];
      case KernelLayout.Total total -> totals[receptorNumbers[total.receptor()]];
    };
  }

  public NeuronModel model() {
    return model;
  }

  /// What stands in the columns and uniforms.
  public KernelLayout layout() {
    return layout;
  }

  public int size() {
    return size;
  }

  /// Length of a step (ms).
  public double dt() {
    return dt;
  }

  /// The block's arrays by column. Those of arrivals are put in by whoever has them.
  double[][] columns() {
    return columns;
  }

  /// The numbers that are the same for all neurons.
  double[] uniforms() {
    return uniforms;
  }

  /// The number of a receptor among those that take the same kind of input.
  int receptorNumber(int receptor) {
    return receptorNumbers[receptor];
  }

  /// The key of a model's random numbers.
  long drawKey(int number) {
    return RandomKey.of(seed, element, "draw:" + number);
  }

  /// The values of the state variable with this index in the model's list; the block's own array.
  public double[] state(int variable) {
    return columns[variable];
  }

  /// The values of a state variable by its id.
  public double[] state(String id) {
    List<NeuronModel.State> states = model.states();
    for (int k = 0; k < states.size(); k++) if (states.get(k).id().equals(id)) return columns[k];
    throw new IllegalArgumentException("model " + model.id() + " has no state variable " + id);
  }

  /// Sets the values of all parameters, between steps. What follows from them is up to [NeuronKernel#prepare].
  ///
  /// @param values by parameter in the model's order, each of length 1 or, where the layout has a column for it, [#size()]
  public void setParameters(double[][] values) {
    for (int p = 0; p < parameters.length; p++) {
      parameters[p] = values[p];
      int column = layout.column(new KernelLayout.Parameter(p));
      int uniform = layout.uniform(new KernelLayout.Parameter(p));
      if (column >= 0) columns[column] = spread(values[p]);
      if (uniform >= 0) uniforms[uniform] = values[p][0];
      if (column < 0 && values[p].length != 1 && size != 1)
        throw new IllegalArgumentException(
            model.parameters().get(p).id() + " has one value, not " + values[p].length);
    }
  }

  private double[] spread(double[] values) {
    if (values.length == size) return values;
    double[] all = new double[size];
    Arrays.fill(all, values[0]);
    return all;
  }

  /// A parameter's values: one for all neurons, or one for each.
  double[] parameter(int index) {
    return parameters[index];
  }

  /// How many bytes the arrays take.
  public long bytes() {
    long numbers = (long) size * (1 + 2 * sums.length);
    for (double[] column : columns) numbers += column.length;
    return 8 * numbers + 4L * size + cable.map(CableColumns::bytes).orElse(0L);
  }

  /// How long each neuron is still held, in the kernel's parts of a step.
  public int[] refractory() {
    return refractory;
  }

  /// What comes through each coupling receptor during the present step, in the model's order of those: by neuron, the sum of weight times the source's state.
  public double[][] sums() {
    return sums;
  }

  /// The sum of weights at each coupling receptor, by neuron.
  public double[][] totals() {
    return totals;
  }

  /// Current injected into each neuron during the present step (pA).
  ///
  /// @param number of the receptor among those that take currents. Where nothing flows there are no numbers
  public double[] current(int number) {
    return currents[number];
  }

  /// In how many places currents flow.
  public int currentCount() {
    return currents.length;
  }

  /// Between steps: makes room for the currents through a receptor.
  ///
  /// @return whether there was none before, so that slices have to take notice
  public boolean open(int number) {
    if (currents[number].length == size) return false;
    currents[number] = new double[size];
    int column = layout.column(new KernelLayout.Current(number));
    if (column >= 0) columns[column] = currents[number];
    return true;
  }

  /// What follows from the parameters of neurons with compartments.
  Optional<CableColumns> cable() {
    return cable;
  }
}
