package org.neurarium.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.engine.Threads;
import org.neurarium.engine.compile.ProgramCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench`: how fast whole networks run here.
///
/// Where no network is named, each has a process of its own, as it has when it is named: else one would pay for what the compiler learnt from another, and its memory
/// could not be told from that of the largest before it.
@Command(
    name = "bench",
    description =
        "Measures how fast whole networks run on this machine: medians of 3 stretches after a warm-up of 5 s. The networks are the projects in simulation/benchmarks.",
    footerHeading = "%nBenchmarks:%n",
    footer = {
      "  cuba                      4,000 neurons with synaptic currents; also called first-light",
      "  coba                      the same with conductances",
      "  cobahh                    the same with Hodgkin–Huxley cells",
      "  brunel                    12,500 neurons, 15.6 million synapses that make potentials jump",
      "  brunel-exp                the same with exponential currents",
      "  brunel-alpha              the same with alpha currents",
      "  stdp                      a million plastic synapses",
      "  stdp-static               the same, static",
      "  stdp-dopamine             the same with dopamine as third factor",
      "  potjans-diesmann-10       the cortical microcircuit with a tenth of its neurons",
      "  dendrites                 10,000 passive cells of 7 compartments",
      "  dendrites-active          the same with NMDA receptors and calcium",
      "",
      "Only when named, as they take minutes and gigabytes:",
      "  potjans-diesmann-50       the microcircuit with half of its neurons",
      "  potjans-diesmann          the microcircuit at full scale, driven by currents",
      "  potjans-diesmann-poisson  the same, driven by random spikes",
      "",
      "Not networks:",
      "  view       frames per second of the live plots of cuba, and what they cost the engine",
      "  canvas     frames per second while a canvas of 300 parts is panned and one of them"
          + " dragged",
      "  kernels    ns per neuron and step of compiled models, in plain and in vector form",
      "  start      time from starting the program to a usable window",
      "",
      "Examples:",
      "  ./neurarium bench",
      "  ./neurarium bench brunel --threads 2 --seconds 2 --json"
    })
final class BenchCommand implements Callable<Integer> {

  private static final String FIRST_LIGHT = "first-light";
  private static final String VIEW = "view";
  private static final String CANVAS = "canvas";
  private static final String KERNELS = "kernels";
  private static final String START = "start";

  private static final double MOST_SECONDS = 3600;

  /// How long a form of a model runs: the optimising compiler needs seconds for the largest.
  private static final double KERNEL_SECONDS = 10;

  private final ModelCatalogue models;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Which one; all networks if left out.")
  private String name;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads. As many as are worth it if left out.")
  private @Nullable Integer threads;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Biological seconds of each measured stretch (default: 1; 0.1 for dendrites).")
  private @Nullable Double seconds;

  @Option(names = "--json", description = "Print a JSON list.")
  private boolean json;

  /// Where a process started by this command leaves its rows.
  @Option(names = "--rows", paramLabel = "FILE", hidden = true)
  private @Nullable Path rowsFile;

  BenchCommand(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public Integer call() throws IOException {
    if (threads != null && threads < 1)
      throw Failure.misuse("--threads is at least 1, not " + threads + ".");
    if (seconds != null && !(seconds > 0 && seconds <= MOST_SECONDS))
      throw Failure.misuse("--seconds is above 0 and at most 3600, not " + seconds + ".");
    PrintWriter out = spec.commandLine().getOut();
    List<Map<String, Object>> rows;
    try (Interruption interruption = new Interruption()) {
      rows =
          name.isEmpty()
              ? BenchmarkProcess.all(threads, seconds, interruption::isWished)
              : rows(out, interruption);
    }
    if (name.equals(WindowBenchmark.PROBE)) return 0;
    if (rowsFile != null) BenchmarkProcess.leave(rows, rowsFile);
    else if (json) out.println(JsonText.of(rows));
    else print(rows, out);
    out.flush();
    return 0;
  }

  private List<Map<String, Object>> rows(PrintWriter out, Interruption interruption)
      throws IOException {
    Threads workers = threads == null ? Threads.automatic() : Threads.exactly(threads);
    WindowBenchmark window = new WindowBenchmark(models, workers, interruption::isWished);
    double wall = seconds == null ? 1 : seconds;
    return switch (name) {
      case VIEW -> List.of(window.view(wall));
      case CANVAS -> List.of(window.canvas(wall));
      case START -> List.of(window.start());
      case KERNELS -> KernelBenchmark.measure(models, KERNEL_SECONDS, interruption::isWished);
      case WindowBenchmark.PROBE -> {
        window.probe(() -> say(out, "ready"));
        yield List.of();
      }
      default -> {
        BenchmarkNetwork network = network();
        yield List.of(
            NetworkBenchmark.measure(
                name,
                network.circuit(),
                models,
                workers,
                1e3 * (seconds == null ? network.seconds() : seconds),
                new Progress(spec.commandLine().getErr(), interruption)));
      }
    };
  }

  private BenchmarkNetwork network() {
    return BenchmarkNetwork.named(name.equals(FIRST_LIGHT) ? "cuba" : name)
        .orElseThrow(() -> {
          List<String> names = new ArrayList<>();
          BenchmarkNetwork.ALL.forEach(network -> names.add(network.name()));
          names.addAll(List.of(FIRST_LIGHT, VIEW, CANVAS, KERNELS, START));
          return Failure.misuse(
              "There is no benchmark '" + name + "'. " + DidYouMean.hint(name, names, "There are"));
        });
  }

  private static void say(PrintWriter out, String word) {
    out.println(word);
    out.flush();
  }

  private void print(List<Map<String, Object>> rows, PrintWriter out) {
    if (name.equals(KERNELS)) {
      printKernels(rows, out);
      return;
    }
    if (!rows.getFirst().containsKey("build_s")) {
      TextTable table = new TextTable("measure", "value");
      rows.getFirst()
          .forEach((key, value) ->
              table.row(key, value instanceof Number ? Numbers.of(value) : value.toString()));
      table.print(out);
      return;
    }
    TextTable table =
        new TextTable(
            "network",
            "neurons",
            "synapses",
            "threads",
            "build (s)",
            "real-time factor",
            "events/s",
            "peak (MB)",
            "update (s)",
            "plasticity (s)",
            "deliver (s)",
            "exchange (s)",
            "record (s)");
    for (Map<String, Object> row : rows) {
      Map<?, ?> phases = (Map<?, ?>) row.getOrDefault("seconds", Map.of());
      table.row(
          String.valueOf(row.get("name")),
          String.valueOf(row.get("neurons")),
          String.valueOf(row.get("synapses")),
          String.valueOf(row.get("threads")),
          Numbers.of(row.get("build_s")),
          Numbers.of(row.get("real_time_factor")),
          Numbers.of(row.get("synaptic_events_per_s")),
          Numbers.of(
              row.get("peak_memory_bytes") instanceof Number bytes
                  ? bytes.doubleValue() * 1e-6
                  : Double.NaN),
          Numbers.of(phases.get("update")),
          Numbers.of(phases.get("plasticity")),
          Numbers.of(phases.get("deliver")),
          Numbers.of(phases.get("exchange")),
          Numbers.of(phases.get("record")));
    }
    table.print(out);
    out.println();
    out.println(
        "Real-time factor: wall time over biological time; smaller is faster. Times are of one stretch.");
  }

  private static void printKernels(List<Map<String, Object>> rows, PrintWriter out) {
    TextTable table =
        new TextTable("model", "neurons", "text to code (ms)", "plain (ns)", "vector (ns)");
    for (Map<String, Object> row : rows)
      table.row(
          String.valueOf(row.get("name")),
          String.valueOf(row.get("neurons")),
          Numbers.of(row.get("compile_ms")),
          Numbers.of(row.get("plain_ns")),
          Numbers.of(row.get("vector_ns")));
    table.print(out);
    out.println();
    out.println("Nanoseconds per neuron and step on one core, spike condition included.");
    if (!ProgramCompiler.vectorsAreThere())
      out.println("No vector form: Java runs without the module jdk.incubator.vector.");
  }
}
