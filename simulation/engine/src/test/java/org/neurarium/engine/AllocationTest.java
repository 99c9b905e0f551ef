package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.units.Quantity;

/// A step allocates nothing, whatever neurons and synapses take it: garbage would have to be collected while the network runs.
class AllocationTest {

  private static final ModelCatalogue LIBRARY = Library.builtIn();
  private static final Wiring ALL = new Wiring.AllToAll();
  private static final Value DELAY = Sketch.value("1 ms");

  /// What the measurement itself may allocate.
  private static final long FEW = 4096;

  private static final int WARM = 4000;
  private static final int STEPS = 4000;

  static Stream<String> neurons() {
    return LIBRARY.neurons().stream().map(NeuronModel::id);
  }

  static Stream<String> synapses() {
    return LIBRARY.synapses().stream().map(SynapseModel::id);
  }

  /// Neurons of a model with something at every receptor.
  private static Sketch every(String id) {
    NeuronModel model = LIBRARY.neuron(id).orElseThrow();
    Sketch sketch =
        new Sketch()
            .population("cells", 40, id)
            .stimulus("noise", 1, new Signal.PoissonBackground(Quantity.of(1000, "Hz")));
    for (NeuronModel.Receptor r : model.receptors()) {
      Value weight = new Value.Constant(r.standardWeight());
      switch (r.input()) {
        case SPIKES -> {
          sketch.connect("noise", "cells", r.id(), ALL, weight, DELAY);
          if (model.dynamics().spike().isPresent())
            sketch.connect("cells", "cells", r.id(), ALL, weight, DELAY);
        }
        case COUPLING -> {
          Quantity shared = r.standardWeight().withValue(r.standardWeight().value() / 100);
          sketch.connect("cells", "cells", r.id(), ALL, new Value.Constant(shared), DELAY);
        }
        case CURRENT -> {
          Signal noise =
              new Signal.Noise(
                  Quantity.of(400, "pA"), Quantity.of(100, "pA"), Quantity.of(1, "ms"));
          sketch.stimulus("current", 1, noise);
          sketch.connect("current", "cells", r.id(), ALL, weight, DELAY);
        }
      }
    }
    return sketch;
  }

  private static void allocatesNothing(Sketch sketch) {
    ThreadMXBean beans = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Simulation simulation = sketch.build()) {
      advance(simulation, WARM);
      long before = beans.getCurrentThreadAllocatedBytes();
      advance(simulation, STEPS);
      long bytes = beans.getCurrentThreadAllocatedBytes() - before;
      assertTrue(bytes < FEW, bytes + " bytes in " + STEPS + " steps");
    }
  }

  private static void advance(Simulation simulation, int steps) {
    simulation
        .advance(steps)
        .ifPresent(problem -> {
          throw new AssertionError(problem.toString());
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("neurons")
  void aStepOfNeuronsAllocatesNothing(String model) {
    allocatesNothing(every(model));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("synapses")
  void aStepOfSynapsesAllocatesNothing(String model) {
    Sketch sketch =
        new Sketch()
            .population("cells", 37, model.equals("delta_rule") ? "lif_teacher" : "lif_exp_psc")
            .stimulus("inputs", 50, new Signal.Poisson(Value.of(30, "Hz")))
            .stimulus("noise", 1, new Signal.PoissonBackground(Quantity.of(3000, "Hz")))
            .connect("noise", "cells", "ex", ALL, Sketch.value("60 pA"), DELAY)
            .learn(
                "inputs",
                "cells",
                "ex",
                new Wiring.PairwiseBernoulli(0.4),
                new Value.Uniform(Quantity.of(0.3, "pA"), Quantity.of(0.9, "pA")),
                new Value.Uniform(Quantity.of(0.1, "ms"), Quantity.of(3, "ms")),
                model);
    allocatesNothing(sketch);
  }
}
