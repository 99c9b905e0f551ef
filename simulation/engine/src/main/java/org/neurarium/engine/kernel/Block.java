package org.neurarium.engine.kernel;

import java.util.List;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.Parameter;

/// The neurons of one population as arrays, one array for each variable.
///
/// All numbers are in engine units (mV, ms, pA, nS, pF). Arrays are shared by the workers, each of which writes only the
/// neurons of its own [Slice]; parameters and derived arrays change only between steps.
public final class Block {

  private static final double[] NOTHING = {};

  private final NeuronModel model;
  private final int size;
  private final double dt;
  private final double[][] state;
  private final double[][] parameters;
  private final int[] refractory;
  private final double[] current;
  private final double[][] sums;
  private final double[][] totals;
  private double[][] derived = {};
  private double[][] scratch = {};
  private boolean uniform;

  /// @param model its tables give the order of states and parameters
  /// @param size number of neurons
  /// @param dt length of a step (ms)
  public Block(NeuronModel model, int size, double dt) {
    this.model = model;
    this.size = size;
    this.dt = dt;
    state = new double[model.states().size()][size];
    parameters = new double[model.parameters().size()][];
    java.util.Arrays.fill(parameters, NOTHING);
    refractory = new int[size];
    current = new double[size];
    int couplings =
        (int) model.receptors().stream().filter(r -> r.input() == Input.COUPLING).count();
    sums = new double[couplings][size];
    totals = new double[couplings][size];
  }

  public NeuronModel model() {
    return model;
  }

  public int size() {
    return size;
  }

  /// Length of a step (ms).
  public double dt() {
    return dt;
  }

  /// The values of the state variable with this index in the model's list; the block's own array.
  public double[] state(int variable) {
    return state[variable];
  }

  /// The values of a state variable by its id.
  public double[] state(String id) {
    List<NeuronModel.State> states = model.states();
    for (int k = 0; k < state.length; k++) if (states.get(k).id().equals(id)) return state[k];
    throw new IllegalArgumentException("model " + model.id() + " has no state variable " + id);
  }

  /// A parameter's values: one for all neurons, or one for each.
  public double[] parameter(String id) {
    List<Parameter> all = model.parameters();
    for (int k = 0; k < parameters.length; k++)
      if (all.get(k).id().equals(id)) return parameters[k];
    throw new IllegalArgumentException("model " + model.id() + " has no parameter " + id);
  }

  /// Sets the values of all parameters, between steps.
  ///
  /// @param values by parameter in the model's order, each of length 1 or [#size()]
  public void setParameters(double[][] values) {
    uniform = true;
    for (int k = 0; k < parameters.length; k++) {
      if (values[k].length != 1 && values[k].length != size)
        throw new IllegalArgumentException(
            model.parameters().get(k).id()
                + " has 1 or "
                + size
                + " values, not "
                + values[k].length);
      parameters[k] = values[k];
      uniform &= values[k].length == 1;
    }
  }

  /// Whether every parameter has one value for all neurons.
  public boolean isUniform() {
    return uniform;
  }

  /// What a kernel has derived from the parameters; each array has length 1 where the block is uniform, else [#size()].
  public double[][] derived() {
    return derived;
  }

  public void setDerived(double[][] arrays) {
    derived = arrays;
  }

  /// How many bytes the arrays take.
  public long bytes() {
    long numbers = (long) (state.length + scratch.length + 2 * sums.length + 1) * size;
    for (double[] values : parameters) numbers += values.length;
    for (double[] values : derived) numbers += values.length;
    return 8 * numbers + 4L * size;
  }

  /// Gives a kernel arrays for what it computes on the way through a step, one number for each neuron. Called when it prepares.
  public void makeScratch(int count) {
    if (scratch.length < count) scratch = new double[count][size];
  }

  /// One of the arrays made by [#makeScratch]; what is in it means nothing after the call that wrote it.
  public double[] scratch(int k) {
    return scratch[k];
  }

  /// Steps for which each neuron is still held.
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
  public double[] current() {
    return current;
  }
}
