package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.engine.compile.ProgramCompiler;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.kernel.Translation;

/// Networks of every neuron model in the library, in machine code of either form, give the bits of the interpreter.
class CompiledNetworksTest {

  private static final int STEPS = 400;

  static Stream<Arguments> modelsAndSeeds() {
    return Library.builtIn().neurons().stream()
        .flatMap(m -> Stream.of(1L, 2L).map(seed -> Arguments.of(m.id(), seed)));
  }

  /// A population with odd numbers of everything: noise, background, recurrence and couplings where the model has receptors for them; every other seed with parameters that vary.
  private static Sketch network(NeuronModel model, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Value> parameters = new LinkedHashMap<>();
    if (seed % 2 == 0)
      for (Parameter p : model.parameters()) {
        double value = p.standard().value();
        if (value == 0 || random.nextInt(3) == 0) continue;
        double low = Math.min(value, value * 1.03);
        parameters.put(
            p.id(),
            new Value.Uniform(
                p.standard().withValue(low), p.standard().withValue(low + 0.03 * Math.abs(value))));
      }
    Sketch sketch =
        new Sketch().dt(0.05).seed(seed).population("p", 37, model.id(), parameters, Map.of());
    for (NeuronModel.Receptor r : model.receptors()) {
      Value weight = Value.of(r.standardWeight());
      switch (r.input()) {
        case SPIKES -> {
          sketch.stimulus(
              "drive-" + r.id(), 1, new Signal.PoissonBackground(Sketch.quantity("1 kHz")));
          sketch.connect("drive-" + r.id(), "p", r.id(), new Wiring.AllToAll(), weight, ms(1));
          sketch.connect("p", "p", r.id(), new Wiring.PairwiseBernoulli(0.2), weight, ms(1.5));
        }
        case COUPLING ->
            sketch.connect(
                "p",
                "p",
                r.id(),
                new Wiring.PairwiseBernoulli(0.1),
                Value.of(r.standardWeight().withValue(0.01)),
                ms(0.35));
        case CURRENT -> {
          sketch.stimulus(
              "noise",
              1,
              new Signal.Noise(
                  Sketch.quantity("300 pA"), Sketch.quantity("300 pA"), Sketch.quantity("1 ms")));
          sketch.connect("noise", "p", r.id(), new Wiring.AllToAll(), "1", "1 ms");
        }
      }
    }
    return sketch;
  }

  private static Value ms(double milliseconds) {
    return Sketch.value(milliseconds + " ms");
  }

  private record Run(List<Spikes.Spike> spikes, List<double[]> states) {

    static Run of(Sketch sketch, NeuronModel model, Translation translation) {
      List<double[]> states = new ArrayList<>();
      try (Simulation simulation = sketch.build(1, new Kernels(translation))) {
        List<Spikes.Spike> spikes = Spikes.during(simulation, STEPS).all();
        for (NeuronModel.State s : model.states())
          states.add(simulation.state(Sketch.id("p"), s.id()).orElseThrow());
        return new Run(spikes, states);
      }
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("modelsAndSeeds")
  void machineCodeGivesTheBitsOfTheInterpreter(String id, long seed) {
    NeuronModel model = Library.builtIn().neuron(id).orElseThrow();
    Sketch sketch = network(model, seed);
    Run expected = Run.of(sketch, model, Translation.interpreted());
    List<ProgramCompiler.Form> forms =
        ProgramCompiler.vectorsAreThere()
            ? List.of(ProgramCompiler.Form.PLAIN, ProgramCompiler.Form.VECTOR)
            : List.of(ProgramCompiler.Form.PLAIN);
    for (ProgramCompiler.Form form : forms) {
      Run found = Run.of(sketch, model, Translation.compiled(form));
      assertEquals(expected.spikes, found.spikes, form.toString());
      for (int s = 0; s < expected.states.size(); s++)
        assertArrayEquals(
            expected.states.get(s), found.states.get(s), form + " " + model.states().get(s).id());
    }
  }
}
