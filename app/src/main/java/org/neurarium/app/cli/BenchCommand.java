package org.neurarium.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
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
@Command(
    name = "bench",
    description =
        "Measures how fast whole networks run on this machine: medians of 3 runs after a warm-up.",
    footerHeading = "%nBenchmarks:%n",
    footer = {
      "  cuba       4,000 neurons with synaptic currents (Vogels & Abbott); also called"
          + " first-light",
      "  coba       the same with conductances",
      "  brunel     12,500 neurons, 15.6 million synapses (Brunel)",
      "  dendrites  ns per compartment and step of 10,000 neurons with seven compartments",
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
      defaultValue = "1",
      description = "Biological seconds of each measured run (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(names = "--json", description = "Print a JSON list.")
  private boolean json;

  BenchCommand(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public Integer call() throws IOException {
    if (threads != null && threads < 1)
      throw Failure.misuse("--threads is at least 1, not " + threads + ".");
    if (!(seconds > 0 && seconds <= 3600))
      throw Failure.misuse("--seconds is above 0 and at most 3600, not " + seconds + ".");
    Threads workers = threads == null ? Threads.automatic() : Threads.exactly(threads);
    PrintWriter out = spec.commandLine().getOut();
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Interruption interruption = new Interruption()) {
      Progress progress = new Progress(spec.commandLine().getErr(), interruption);
      WindowBenchmark window = new WindowBenchmark(models, workers, interruption::isWished);
      if (name.equals(KERNELS))
        rows.addAll(KernelBenchmark.measure(models, KERNEL_SECONDS, interruption::isWished));
      else if (name.equals(DendriteBenchmark.NAME))
        rows.addAll(
            DendriteBenchmark.measure(
                models, threads == null ? Threads.exactly(1) : workers, progress));
      else
        for (String wanted : wanted())
          rows.add(
              switch (wanted) {
                case VIEW -> window.view(seconds);
                case CANVAS -> window.canvas(seconds);
                case START -> window.start();
                case WindowBenchmark.PROBE -> {
                  window.probe(() -> say(out, "ready"));
                  yield Map.of();
                }
                default ->
                    NetworkBenchmark.measure(
                        wanted,
                        BenchmarkCircuits.named(circuitOf(wanted)),
                        models,
                        workers,
                        seconds * 1e3,
                        progress);
              });
    }
    if (name.equals(WindowBenchmark.PROBE)) return 0;
    if (json) out.println(JsonText.of(rows));
    else print(rows, out);
    out.flush();
    return 0;
  }

  private static String circuitOf(String benchmark) {
    return benchmark.equals(FIRST_LIGHT) ? "cuba" : benchmark;
  }

  private List<String> wanted() {
    List<String> all = List.copyOf(BenchmarkCircuits.all().keySet());
    if (name.isEmpty()) return all;
    List<String> names = new ArrayList<>(all);
    names.addAll(List.of(FIRST_LIGHT, DendriteBenchmark.NAME, VIEW, CANVAS, KERNELS, START));
    if (names.contains(name) || name.equals(WindowBenchmark.PROBE)) return List.of(name);
    throw Failure.misuse(
        "There is no benchmark '" + name + "'. " + DidYouMean.hint(name, names, "There are"));
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
    if (name.equals(DendriteBenchmark.NAME)) {
      printDendrites(rows, out);
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
            "peak (bytes)",
            "update (s)",
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
          Numbers.of(row.get("peak_memory_bytes")),
          Numbers.of(phases.get("update")),
          Numbers.of(phases.get("deliver")),
          Numbers.of(phases.get("exchange")),
          Numbers.of(phases.get("record")));
    }
    table.print(out);
    out.println();
    out.println("Real-time factor: wall time over biological time; smaller is faster.");
  }

  private static void printDendrites(List<Map<String, Object>> rows, PrintWriter out) {
    TextTable table =
        new TextTable(
            "cells",
            "neurons",
            "threads",
            "build (s)",
            "ns per compartment and step",
            "real-time factor");
    for (Map<String, Object> row : rows)
      table.row(
          String.valueOf(row.get("name")),
          String.valueOf(row.get("neurons")),
          String.valueOf(row.get("threads")),
          Numbers.of(row.get("build_s")),
          Numbers.of(row.get("compartment_step_ns")),
          Numbers.of(row.get("real_time_factor")));
    table.print(out);
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
