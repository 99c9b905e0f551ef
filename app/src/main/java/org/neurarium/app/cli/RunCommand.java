package org.neurarium.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.Simulation;
import org.neurarium.engine.SpikeSink;
import org.neurarium.engine.Threads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `run`: runs a project without a window and says what it did.
@Command(
    name = "run",
    description = "Runs a project without a window and prints rates, irregularity and synchrony.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./neurarium run sample-projects/00-first-light --for 1s",
      "  ./neurarium run sample-projects/04-excitation-meets-inhibition --for 500ms --seed 7 --json",
      "  ./neurarium run my-circuit --for 2s --record results"
    })
final class RunCommand implements Callable<Integer> {

  private static final int MOST_THREADS = 256;
  private static final int STEPS_AT_ONCE = 200;

  private final ModelCatalogue models;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PROJECT", description = "A folder with a circuit.json, or such a file.")
  private Path project;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "How long to run, in biological time: 1s, 500ms. As the circuit says if left out.")
  private @Nullable Quantity duration;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all randomness. The circuit's own if left out.")
  private @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Worker threads. As many as are worth it if left out. The spikes are the same for every number.")
  private @Nullable Integer threads;

  @Option(
      names = "--record",
      paramLabel = "DIR",
      description =
          "Writes spikes, the probes' traces and the weights to CSV files in this folder.")
  private @Nullable Path record;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  RunCommand(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Threads workers = threads();
    Project opened = Project.read(project, models, err);
    Circuit circuit = opened.circuit().running(settings(opened.circuit().run()));
    try (Interruption interruption = new Interruption()) {
      Progress progress = new Progress(err, interruption);
      long start = System.nanoTime();
      Simulation.Build build =
          Simulation.build(circuit, opened.folder(), models, workers, progress);
      double buildSeconds = (System.nanoTime() - start) * 1e-9;
      if (build.simulation().isEmpty()) {
        if (build.cancelled()) throw Failure.of("Stopped while building.");
        throw Failure.of(build.problems());
      }
      build.problems().forEach(err::println);
      try (Simulation simulation = build.simulation().get()) {
        return run(simulation, circuit, buildSeconds, progress, interruption);
      }
    }
  }

  private Threads threads() {
    if (threads == null) return Threads.automatic();
    if (threads < 1 || threads > MOST_THREADS)
      throw Failure.misuse("--threads is 1 to " + MOST_THREADS + ", not " + threads + ".");
    return Threads.exactly(threads);
  }

  private RunSettings settings(RunSettings own) {
    return new RunSettings(
        own.dt(), seed == null ? own.seed() : seed, duration == null ? own.duration() : duration);
  }

  private int run(
      Simulation simulation,
      Circuit circuit,
      double buildSeconds,
      Progress progress,
      Interruption interruption)
      throws IOException {
    long steps = Math.round(circuit.run().duration().engineValue() / simulation.dt());
    RunStatistics statistics =
        new RunStatistics(simulation.observation().directory(), simulation.dt());
    List<SpikeSink> sinks = new ArrayList<>(List.of(statistics));
    double runSeconds;
    try (RecordedFiles files = record == null ? null : new RecordedFiles(record, simulation)) {
      if (files != null) sinks.add(files);
      simulation.sendSpikesTo(
          (step, neurons, count) -> sinks.forEach(s -> s.spikes(step, neurons, count)));
      long start = System.nanoTime();
      while (simulation.step() < steps && !interruption.isWished()) {
        Optional<Problem> stopped =
            simulation.advance(Math.min(STEPS_AT_ONCE, steps - simulation.step()));
        if (files != null) files.takeTraces();
        if (stopped.isPresent()) throw Failure.of(List.of(stopped.get()));
        progress.running(simulation.step(), steps);
      }
      runSeconds = (System.nanoTime() - start) * 1e-9;
      if (files != null) files.writeWeights();
    }
    if (interruption.isWished()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          String.format(Locale.ROOT, "Stopped at %.1f ms.", simulation.time())
              + (record == null ? "" : " What was recorded up to there is in " + record + "."));
      err.flush();
      return Failure.FAILED;
    }
    RunReport report =
        RunReport.of(circuit, simulation, statistics, buildSeconds, runSeconds, PeakMemory.bytes());
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(JsonText.of(report.json()));
    else report.print(out);
    out.flush();
    return 0;
  }
}
