package org.neurarium.engine;

import java.util.ArrayList;
import java.util.List;
import org.neurarium.circuits.ElementId;
import org.neurarium.engine.observe.NeuronDirectory;

/// All spikes of a run, for tests.
final class Spikes implements SpikeSink {

  /// One spike.
  record Spike(long step, int neuron) {}

  private final List<Spike> all = new ArrayList<>();

  @Override
  public void spikes(long step, int[] neurons, int count) {
    for (int k = 0; k < count; k++) all.add(new Spike(step, neurons[k]));
  }

  List<Spike> all() {
    return List.copyOf(all);
  }

  /// Those of one element, numbered from its own 0.
  List<Spike> of(Simulation simulation, String element) {
    NeuronDirectory.Entry entry =
        simulation.observation().directory().entry(new ElementId(element)).orElseThrow();
    return all.stream()
        .filter(s -> s.neuron() >= entry.first() && s.neuron() < entry.first() + entry.size())
        .map(s -> new Spike(s.step(), s.neuron() - entry.first()))
        .toList();
  }

  /// The times of one neuron's spikes in ms.
  double[] times(Simulation simulation, String element, int neuron) {
    return of(simulation, element).stream()
        .filter(s -> s.neuron() == neuron)
        .mapToDouble(s -> s.step() * simulation.dt())
        .toArray();
  }

  /// Runs for a number of steps and gives all spikes from here on.
  static Spikes during(Simulation simulation, long steps) {
    Spikes spikes = new Spikes();
    simulation.sendSpikesTo(spikes);
    simulation
        .advance(steps)
        .ifPresent(p -> {
          throw new AssertionError(p.toString());
        });
    return spikes;
  }
}
