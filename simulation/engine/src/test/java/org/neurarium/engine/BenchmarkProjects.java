package org.neurarium.engine;

import java.nio.file.Path;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.circuits.language.Library;
import org.neurarium.engine.compile.ProgramCompiler;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.kernel.Translation;

/// The networks in `simulation/benchmarks`, as they are measured.
final class BenchmarkProjects {

  private BenchmarkProjects() {}

  /// A network with another seed.
  static Circuit circuit(String name, long seed) {
    Circuit circuit = folder(name).read().circuit().orElseThrow();
    return circuit.running(new RunSettings(circuit.run().dt(), seed, circuit.run().duration()));
  }

  static Simulation build(String name, long seed) {
    Simulation.Build built =
        Simulation.build(
            circuit(name, seed),
            folder(name),
            Library.builtIn(),
            new Kernels(Translation.compiled(ProgramCompiler.Form.PLAIN)),
            Threads.exactly(1),
            BuildMonitor.NONE);
    return built.simulation().orElseThrow(() -> new AssertionError(built.problems().toString()));
  }

  private static ProjectFolder folder(String name) {
    return ProjectFolder.of(Path.of("..", "benchmarks", name));
  }
}
