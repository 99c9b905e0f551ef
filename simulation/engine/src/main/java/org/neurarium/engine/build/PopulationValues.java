package org.neurarium.engine.build;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.kernel.Block;
import org.neurarium.engine.kernel.NeuronKernel;
import org.neurarium.engine.random.RandomKey;

/// Gives a block the parameters and start values that its population asks for. The same population and seed give the same numbers.
public final class PopulationValues {

  private PopulationValues() {}

  /// The values of all parameters, in the model's order, in engine units; one for all neurons or one for each.
  public static double[][] parameters(Population population, NeuronModel model, long seed) {
    Supplier<Positions> positions = () -> Positions.of(population, seed);
    double[][] values = new double[model.parameters().size()][];
    for (int k = 0; k < values.length; k++) {
      Parameter parameter = model.parameters().get(k);
      Value set = population.parameters().get(parameter.id());
      values[k] =
          set == null
              ? new double[] {parameter.standard().engineValue()}
              : ValueSource.perNeuron(
                  set,
                  RandomKey.of(seed, population.id(), "parameter:" + parameter.id()),
                  population.size(),
                  positions);
    }
    return values;
  }

  /// What is wrong with parameter values, once drawn.
  public static List<Problem> problems(
      Population population, NeuronModel model, double[][] values) {
    List<Problem> problems = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      Parameter parameter = model.parameters().get(k);
      for (int i = 0; i < values[k].length; i++) {
        double value = values[k][i];
        if (Double.isFinite(value) && parameter.limit().allows(value)) continue;
        problems.add(
            Problem.error(
                Place.in(population.id(), parameter.id()),
                population.name()
                    + ": "
                    + parameter.id()
                    + (values[k].length > 1 ? " of neuron " + i : "")
                    + " is "
                    + Quantity.format(value / parameter.unit().scale())
                    + " "
                    + parameter.unit(),
                parameter.limit() == Parameter.Limit.POSITIVE
                    ? "It has to be above 0."
                    : "It has to be 0 or more."));
        break;
      }
    }
    return problems;
  }

  /// A block with these parameters, at the start of a run.
  ///
  /// @param parameters in the model's order, in engine units
  public static Block block(
      NeuronKernel kernel, Population population, double[][] parameters, double dt, long seed) {
    Block block = new Block(population.id(), kernel, population.size(), dt, seed);
    block.setParameters(parameters);
    kernel.prepare(block);
    start(kernel, block, population, seed);
    return block;
  }

  /// Sets a block to the start of a run: start values, nobody refractory. The block is prepared already.
  public static void start(NeuronKernel kernel, Block block, Population population, long seed) {
    Supplier<Positions> positions = () -> Positions.of(population, seed);
    NeuronModel model = block.model();
    kernel.start(block);
    for (int k = 0; k < model.states().size(); k++) {
      NeuronModel.State state = model.states().get(k);
      Value set = population.initial().get(state.id());
      if (set == null) continue;
      double[] start =
          ValueSource.perNeuron(
              set,
              RandomKey.of(seed, population.id(), "initial:" + state.id()),
              population.size(),
              positions);
      double[] values = block.state(k);
      for (int i = 0; i < values.length; i++) values[i] = start[start.length == 1 ? 0 : i];
    }
    kernel.begin(block);
    java.util.Arrays.fill(block.refractory(), 0);
  }
}
