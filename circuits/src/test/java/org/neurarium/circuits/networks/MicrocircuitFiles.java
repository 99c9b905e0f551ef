package org.neurarium.circuits.networks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.file.CircuitWriter;
import org.neurarium.circuits.networks.MicrocircuitDrawing.Drive;

/// Writes the files of the microcircuit, which have too many lines to be written by hand. Run it in the module's folder after a change of [Microcircuit] or
/// [MicrocircuitDrawing].
final class MicrocircuitFiles {

  private static final Path BENCHMARKS = Path.of("..", "simulation", "benchmarks");
  private static final Path SAMPLE = Path.of("..", "sample-projects", "27-a-square-millimetre");

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
            "The cortical microcircuit of Potjans & Diesmann with a tenth of its neurons and of"
                + " their inputs."));
    all.put(
        benchmark("potjans-diesmann-50"),
        circuit(
            0.5,
            Drive.POISSON,
            "Microcircuit, 50 %",
            "The cortical microcircuit of Potjans & Diesmann with half of its neurons and of their"
                + " inputs."));
    all.put(
        benchmark("potjans-diesmann-poisson"),
        circuit(
            1,
            Drive.POISSON,
            "Microcircuit, full scale",
            "The cortical microcircuit of Potjans & Diesmann: all neurons and synapses under a"
                + " square millimetre."));
    all.put(
        benchmark("potjans-diesmann"),
        circuit(
            1,
            Drive.DC,
            "Microcircuit, full scale, constant drive",
            "The cortical microcircuit of Potjans & Diesmann, with currents in place of the random"
                + " spikes from outside."));
    all.put(
        SAMPLE.resolve("circuit.json"),
        lesson(
            0.1,
            "A square millimetre",
            "The circuit under a square millimetre of cortex, layer by layer, with a tenth of its"
                + " neurons."));
    all.put(
        SAMPLE.resolve("full-scale.json"),
        lesson(
            1,
            "A square millimetre, full scale",
            "All 77,169 neurons and 299 million synapses under a square millimetre of cortex."));
    return all;
  }

  private static Circuit lesson(double scale, String title, String description) {
    Circuit circuit = circuit(scale, Drive.POISSON, title, description);
    List<Element> elements = new ArrayList<>(circuit.elements());
    elements.add(
        new Note(
            new ElementId("kick"),
            "Kick a layer",
            new Point(1560, 140),
            "Run it, click on the name of a layer and press K: a short current into its neurons."
                + " Who answers?",
            220));
    return circuit.of(elements);
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
