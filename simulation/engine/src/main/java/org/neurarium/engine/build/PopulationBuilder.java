package org.neurarium.engine.build;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.Compiled;
import org.neurarium.engine.kernel.Block;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.kernel.NeuronKernel;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.RunningPopulation;

/// Makes the neurons of a network: blocks with their start values, and later, when delays are known, what receives spikes for them.
final class PopulationBuilder {

  private static final int INSTRUCTIONS_OF_A_SEGMENT = 20; // supposed

  private final BuildContext context;
  private final Kernels kernels;
  private final Map<ElementId, Supplier<Positions>> positions = new HashMap<>();
  private final Map<ElementId, Block> blocks = new LinkedHashMap<>();
  private final Map<ElementId, NeuronKernel> populationKernels = new HashMap<>();

  PopulationBuilder(BuildContext context, Kernels kernels) {
    this.context = context;
    this.kernels = kernels;
  }

  /// First: the neurons.
  ///
  /// @param modulators which may change their parameters
  void makeBlocks(Modulators modulators) {
    for (Population p : context.circuit().populations()) {
      NeuronModel model = context.model(p.model());
      double[][] parameters = PopulationValues.parameters(p, model, context.seed());
      context.problems().addAll(PopulationValues.problems(p, model, parameters));
      Compiled<NeuronKernel> kernel = kernels.kernel(model, parameters, modulators.influences(p));
      for (Problem problem : kernel.problems())
        if (!context.problems().contains(problem)) context.problems().add(problem);
      if (kernel.value().isEmpty()) continue;
      populationKernels.put(p.id(), kernel.value().get());
      blocks.put(
          p.id(),
          PopulationValues.block(
              kernel.value().get(), p, parameters, context.dt(), context.seed()));
      positions.put(p.id(), new Once<>(() -> Positions.of(p, context.seed())));
    }
  }

  /// How much there is to do for a neuron in a step of the grid: the instructions of its program, or what is supposed for each of its segments.
  double instructions(Population p) {
    NeuronKernel kernel = requireNonNull(populationKernels.get(p.id()));
    return kernel
        .programs()
        .model()
        .cell()
        .map(c -> (double) c.segments().size() * INSTRUCTIONS_OF_A_SEGMENT)
        .orElseGet(() -> (double) kernel.programs().step().code().size());
  }

  /// Where the neurons of a population lie.
  Supplier<Positions> positions(Population p) {
    return requireNonNull(positions.get(p.id()));
  }

  /// How many bytes all rings will take.
  long ringBytes(Map<ElementId, int[]> longest) {
    long bytes = 0;
    for (Map.Entry<ElementId, int[]> e : longest.entrySet()) {
      Block block = requireNonNull(blocks.get(e.getKey()));
      int[] steps = e.getValue();
      int[] segments = segments(block.model(), steps);
      for (int r = 0; r < steps.length; r++)
        bytes += DelayRing.bytes(block.size(), segments[r], steps[r]);
    }
    return bytes;
  }

  /// By population and receptor for spikes: how long the longest delay is (steps); 0 where nothing arrives.
  Map<ElementId, int[]> longestDelays(List<PlannedProjection> plans) {
    Map<ElementId, int[]> longest = new HashMap<>();
    blocks.forEach((id, block) -> longest.put(id, new int[spikes(block.model()).size()]));
    for (PlannedProjection p : plans)
      if (!p.couples()) atLeast(longest, p.to().id(), p.receptor(), p.reach());
    for (Projection p : context.circuit().projections()) {
      Optional<Stimulus> from = context.circuit().find(p.from(), Stimulus.class);
      if (from.isEmpty() || !(from.get().signal() instanceof Signal.PoissonBackground)) continue;
      NeuronModel model = context.model(context.target(p).model());
      atLeast(longest, p.to(), BuildContext.number(model, context.receptor(p)), 1);
    }
    return longest;
  }

  private static void atLeast(
      Map<ElementId, int[]> longest, ElementId population, int receptor, int steps) {
    int[] known = requireNonNull(longest.get(population));
    known[receptor] = Math.max(known[receptor], steps);
  }

  private static List<NeuronModel.Receptor> spikes(NeuronModel model) {
    return model.receptors().stream().filter(r -> r.input() == NeuronModel.Input.SPIKES).toList();
  }

  /// By receptor for spikes: over how many segments it is spread. Those of a tree that nothing reaches need no room; a point's programs read all of theirs.
  private static int[] segments(NeuronModel model, int[] longest) {
    List<NeuronModel.Receptor> receptors = spikes(model);
    int[] segments = new int[longest.length];
    for (int r = 0; r < segments.length; r++) {
      if (model.cell().isEmpty()) segments[r] = 1;
      else if (longest[r] > 0)
        segments[r] = model.cell().get().segments(receptors.get(r).id()).size();
    }
    return segments;
  }

  /// Then: the populations, ready to be connected.
  List<RunningPopulation> populations(
      int workers, Map<ElementId, int[]> longest, Modulators modulators) {
    List<RunningPopulation> populations = new ArrayList<>();
    blocks.forEach((id, block) -> {
      NeuronKernel kernel = requireNonNull(populationKernels.get(id));
      int[] steps = requireNonNull(longest.get(id));
      int[] segments = segments(block.model(), steps);
      DelayRing[] rings = new DelayRing[steps.length];
      for (int r = 0; r < steps.length; r++)
        rings[r] = new DelayRing(block.size(), segments[r], Math.max(1, steps[r]));
      RunningPopulation running = new RunningPopulation(id, block, kernel, rings, workers);
      Population p = context.circuit().find(id, Population.class).orElseThrow();
      modulators.effects(p, positions(p)).forEach(running::add);
      populations.add(running);
    });
    return populations;
  }

  /// The one of these populations with this id.
  static RunningPopulation running(ElementId id, List<RunningPopulation> populations) {
    return populations.stream().filter(r -> r.element().equals(id)).findFirst().orElseThrow();
  }
}
