package org.neurarium.engine.build;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.Compiled;
import org.neurarium.engine.kernel.Block;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.kernel.NeuronKernel;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.RunningPopulation;

/// Makes the neurons of a network: blocks with their start values, and later, when delays are known, what receives spikes for them.
final class PopulationBuilder {

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
  void makeBlocks() {
    for (Population p : context.circuit().populations()) {
      NeuronModel model = context.model(p.model());
      double[][] parameters = PopulationValues.parameters(p, model, context.seed());
      context.problems().addAll(PopulationValues.problems(p, model, parameters));
      Compiled<NeuronKernel> kernel = kernels.kernel(model, parameters);
      for (Problem problem : kernel.problems())
        if (!context.problems().contains(problem)) context.problems().add(problem);
      if (kernel.value().isEmpty()) continue;
      populationKernels.put(p.id(), kernel.value().get());
      blocks.put(
          p.id(),
          PopulationValues.block(
              kernel.value().get(), p, parameters, context.dt(), context.seed()));
      positions.put(p.id(), new Once(() -> Positions.of(p, context.seed())));
    }
  }

  /// Where the neurons of a population lie.
  Supplier<Positions> positions(Population p) {
    return requireNonNull(positions.get(p.id()));
  }

  /// How many bytes all rings will take.
  long ringBytes(Map<ElementId, int[]> longest) {
    long bytes = 0;
    for (Map.Entry<ElementId, int[]> e : longest.entrySet())
      for (int steps : e.getValue())
        bytes += DelayRing.bytes(requireNonNull(blocks.get(e.getKey())).size(), steps);
    return bytes;
  }

  /// By population and receptor for spikes: how long the longest delay is (steps).
  Map<ElementId, int[]> longestDelays(List<PlannedProjection> plans) {
    Map<ElementId, int[]> longest = new HashMap<>();
    blocks.forEach((id, block) -> {
      int[] steps =
          new int
              [(int)
                  block.model().receptors().stream()
                      .filter(r -> r.input() == NeuronModel.Input.SPIKES)
                      .count()];
      Arrays.fill(steps, 1);
      longest.put(id, steps);
    });
    for (PlannedProjection p : plans) {
      if (p.couples()) continue;
      int[] steps = requireNonNull(longest.get(p.to().id()));
      steps[p.receptor()] = Math.max(steps[p.receptor()], p.plan().longest());
    }
    return longest;
  }

  /// Then: the populations, ready to be connected.
  List<RunningPopulation> populations(int workers, Map<ElementId, int[]> longest) {
    List<RunningPopulation> populations = new ArrayList<>();
    blocks.forEach((id, block) -> {
      NeuronKernel kernel = requireNonNull(populationKernels.get(id));
      int[] steps = requireNonNull(longest.get(id));
      DelayRing[] rings = new DelayRing[steps.length];
      for (int r = 0; r < steps.length; r++) rings[r] = new DelayRing(block.size(), steps[r]);
      populations.add(new RunningPopulation(id, block, kernel, rings, workers));
    });
    return populations;
  }

  /// The one of these populations with this id.
  static RunningPopulation running(ElementId id, List<RunningPopulation> populations) {
    return populations.stream().filter(r -> r.element().equals(id)).findFirst().orElseThrow();
  }
}
