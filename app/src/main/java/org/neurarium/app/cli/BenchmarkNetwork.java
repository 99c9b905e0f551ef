package org.neurarium.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.file.CircuitReader;

/// A network that simulators are compared by: one of the projects in `simulation/benchmarks`, which the build packs into the program, so that it is there wherever the
/// program is started.
///
/// @param name of the project's folder
/// @param about what it is, for the command's help
/// @param seconds biological time of a measured stretch, where nobody says otherwise
/// @param usual whether it is run when no network is named; the others take minutes
record BenchmarkNetwork(String name, String about, double seconds, boolean usual) {

  private static final String PACKED = "benchmarks/";

  /// All of them, in the order in which they are run.
  static final List<BenchmarkNetwork> ALL =
      List.of(
          usual("cuba", "4,000 neurons with synaptic currents; also called first-light"),
          usual("coba", "the same with conductances"),
          usual("cobahh", "the same with Hodgkin–Huxley cells"),
          usual("brunel", "12,500 neurons, 15.6 million synapses that make potentials jump"),
          usual("brunel-exp", "the same with exponential currents"),
          usual("brunel-alpha", "the same with alpha currents"),
          usual("stdp", "a million plastic synapses"),
          usual("stdp-static", "the same, static"),
          usual("stdp-dopamine", "the same with dopamine as third factor"),
          usual("potjans-diesmann-10", "the cortical microcircuit with a tenth of its neurons"),
          new BenchmarkNetwork("dendrites", "10,000 passive cells of 7 compartments", 0.1, true),
          new BenchmarkNetwork(
              "dendrites-active", "the same with NMDA receptors and calcium", 0.1, true),
          large("potjans-diesmann-50", "the microcircuit with half of its neurons"),
          large("potjans-diesmann", "the microcircuit at full scale, driven by currents"),
          large("potjans-diesmann-poisson", "the same, driven by random spikes"));

  private static BenchmarkNetwork usual(String name, String about) {
    return new BenchmarkNetwork(name, about, 1, true);
  }

  private static BenchmarkNetwork large(String name, String about) {
    return new BenchmarkNetwork(name, about, 1, false);
  }

  /// The one with this name.
  static Optional<BenchmarkNetwork> named(String name) {
    return ALL.stream().filter(network -> network.name.equals(name)).findFirst();
  }

  /// Reads its project.
  Circuit circuit() {
    CircuitReader.Result read =
        CircuitReader.read(
            name + "/circuit.json",
            text("circuit.json")
                .orElseThrow(() -> new IllegalStateException(name + " was not packed")));
    Circuit circuit = read.circuit().orElseThrow(() -> Failure.of(read.problems()));
    Set<String> models = new TreeSet<>();
    for (Population p : circuit.populations()) models.add(p.model());
    List<OwnModel> own = new ArrayList<>();
    for (String model : models)
      text("models/" + model + ".model").ifPresent(text -> own.add(new OwnModel(model, text)));
    return circuit.withModels(own);
  }

  private Optional<String> text(String file) {
    try (InputStream in = BenchmarkNetwork.class.getResourceAsStream(PACKED + name + "/" + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
