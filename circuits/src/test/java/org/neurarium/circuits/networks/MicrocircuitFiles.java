package org.neurarium.circuits.networks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.file.CircuitWriter;
import org.neurarium.circuits.networks.MicrocircuitDrawing.Drive;

/// Writes the files of the microcircuit, which have too many lines to be written by hand. Run it in the module's folder after a change of [Microcircuit] or
/// [MicrocircuitDrawing].
final class MicrocircuitFiles {

  private static final Path BENCHMARKS = Path.of("..", "simulation", "benchmarks");

  private MicrocircuitFiles() {}

  /// By file, what stands in it.
  static Map<Path, Circuit> all() {
    Map<Path, Circuit> all = new LinkedHashMap<>();
    all.put(
        benchmark("potjans-diesmann-10"),
        circuit(
            0.1,
            Drive.POISSON,
            "Microcircuit, 10 %",
            "The cortical microcircuit of Potjans & Diesmann with a tenth of its neurons and of their inputs."));
    all.put(
        benchmark("potjans-diesmann-50"),
        circuit(
            0.5,
            Drive.POISSON,
            "Microcircuit, 50 %",
            "The cortical microcircuit of Potjans & Diesmann with half of its neurons and of their inputs."));
    all.put(
        benchmark("potjans-diesmann-poisson"),
        circuit(
            1,
            Drive.POISSON,
            "Microcircuit, full scale",
            "The cortical microcircuit of Potjans & Diesmann: all neurons and synapses under a square millimetre."));
    all.put(
        benchmark("potjans-diesmann"),
        circuit(
            1,
            Drive.DC,
            "Microcircuit, full scale, constant drive",
            "The cortical microcircuit of Potjans & Diesmann, with currents in place of the random spikes from outside."));
    return all;
  }

  private static Path benchmark(String name) {
    return BENCHMARKS.resolve(name).resolve("circuit.json");
  }

  private static Circuit circuit(double scale, Drive drive, String title, String description) {
    return new MicrocircuitDrawing(new Microcircuit(scale), drive).circuit(title, description);
  }

  /// Writes them.
  public static void main(String[] args) throws IOException {
    for (Map.Entry<Path, Circuit> file : all().entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), CircuitWriter.write(file.getValue()));
    }
  }
}
