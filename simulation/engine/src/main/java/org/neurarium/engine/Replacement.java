package org.neurarium.engine;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.build.PopulationValues;
import org.neurarium.engine.compile.Compiled;
import org.neurarium.engine.kernel.Block;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.kernel.NeuronKernel;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.RunningPopulation;

/// Gives running neurons other parameters, or other equations.
///
/// Where the same kernel serves, parameters are set in it. Otherwise the population gets a new kernel and a new block in its place: states that the two models share, by id and
/// dimension, go on as they are, others begin at their start values; synapses and what is under way stay. Where the equations had carried the neurons beyond all bounds, these go on
/// from where the equations before had left them.
final class Replacement {

  private final Kernels kernels;
  private final Network network;
  private final List<Runnable> settings;
  private final List<Problem> problems;
  private boolean any;

  /// @param settings receives what is to be done between two steps
  /// @param problems receives what is wrong
  Replacement(Kernels kernels, Network network, List<Runnable> settings, List<Problem> problems) {
    this.kernels = kernels;
    this.network = network;
    this.settings = settings;
    this.problems = problems;
  }

  /// Whether some population will have a new block.
  boolean isAny() {
    return any;
  }

  /// Prepares what a population's new version asks for.
  ///
  /// @return whether it can be done without a new network
  boolean neurons(Population next, Population old, NeuronModel model) {
    RunningPopulation running = network.population(next.id()).orElseThrow();
    Block block = running.block();
    boolean sameModel = block.model().equals(model);
    if (sameModel && next.parameters().equals(old.parameters())) return true;
    double[][] values = PopulationValues.parameters(next, model, network.seed());
    List<Problem> wrong = PopulationValues.problems(next, model, values);
    Compiled<NeuronKernel> kernel = kernels.kernel(model, values, running.influences());
    problems.addAll(wrong);
    problems.addAll(kernel.problems());
    if (!wrong.isEmpty() || kernel.value().isEmpty()) return true;
    NeuronKernel made = kernel.value().get();
    if (made == running.kernel()) {
      settings.add(() -> running.setParameters(values));
      return true;
    }
    if (!canReplace(running, model)) return false;
    any = true;
    Block fresh = PopulationValues.block(made, next, values, network.dt(), network.seed());
    settings.add(() -> {
      running.sound().ifPresent(s -> carryOver(s.kernel(), s.block(), made, fresh));
      running.replace(made, fresh);
    });
    return true;
  }

  private boolean canReplace(RunningPopulation running, NeuronModel model) {
    return network.plastics().stream().noneMatch(p -> p.reads(running.block()))
        && receptors(running.block().model()).equals(receptors(model))
        && running.histories().stream().allMatch(h -> model.state(h.variable()).isPresent());
  }

  /// What projections have to do with: receptors without their labels, and over how many segments of a tree they are spread.
  private static List<List<Object>> receptors(NeuronModel model) {
    return model.receptors().stream()
        .map(r ->
            List.<Object>of(r.id(), r.input(), r.couples(), r.weightUnit(), segments(model, r)))
        .toList();
  }

  private static int segments(NeuronModel model, NeuronModel.Receptor receptor) {
    return model.cell().isPresent() && receptor.input() == NeuronModel.Input.SPIKES
        ? model.cell().get().segments(receptor.id()).size()
        : 1;
  }

  /// Ids of the receptors that take spikes, in order.
  static List<String> spikeReceptors(NeuronModel model) {
    return model.receptors().stream()
        .filter(r -> r.input() == NeuronModel.Input.SPIKES)
        .map(NeuronModel.Receptor::id)
        .toList();
  }

  /// Gives a block the states and refractory times of another one, as far as both have them.
  static void carryOver(NeuronKernel from, Block old, NeuronKernel kernel, Block to) {
    int n = Math.min(old.size(), to.size());
    for (NeuronModel.State state : to.model().states()) {
      Optional<NeuronModel.State> before = old.model().state(state.id());
      if (before.isPresent() && before.get().unit().dimension().equals(state.unit().dimension()))
        System.arraycopy(old.state(state.id()), 0, to.state(state.id()), 0, n);
    }
    double parts = old.dt() / from.partsPerStep() / (to.dt() / kernel.partsPerStep());
    for (int i = 0; i < n; i++) to.refractory()[i] = (int) Math.rint(old.refractory()[i] * parts);
  }
}
