package org.neurarium.engine.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.check.Check;
import org.neurarium.circuits.check.Checks;
import org.neurarium.circuits.check.Variation;
import org.neurarium.circuits.file.CircuitChanges;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.engine.kernel.Kernels;

/// Runs a project's checks. Checks that need the same run (same variant, lesion and seed) share it.
public final class CheckRunner {

  private final ModelCatalogue models;
  private final int threads;

  /// @param models that circuits may name
  /// @param threads how many runs are done side by side
  public CheckRunner(ModelCatalogue models, int threads) {
    this.models = models;
    this.threads = threads;
  }

  /// The models that circuits may name.
  public ModelCatalogue models() {
    return models;
  }

  /// What is measured.
  ///
  /// @param circuit without problems
  /// @param files beside it
  /// @param checks without problems
  /// @param seeds on each of them
  /// @param withLesions whether each check is also measured under its lesion and its sham lesion
  public record Plan(
      Circuit circuit, DataFiles files, Checks checks, List<Long> seeds, boolean withLesions) {
    public Plan {
      seeds = List.copyOf(seeds);
    }
  }

  /// What came of it.
  ///
  /// @param results by check, seed and lesion; none if there are problems or it was cancelled
  /// @param problems why it could not be done
  public record Report(List<CheckResult> results, List<Problem> problems) {
    public Report {
      results = List.copyOf(results);
      problems = List.copyOf(problems);
    }
  }

  /// What distinguishes one run from another.
  private record RunKey(String variant, String lesion, long seed) {}

  /// One value to be measured.
  private record Item(Check check, long seed, String lesion, boolean expected) {
    RunKey run() {
      return new RunKey(check.variant(), lesion, seed);
    }
  }

  /// Measures every check on every seed. Blocks until all is done.
  ///
  /// @param isCancelled asked often, from several threads
  public Report run(Plan plan, BooleanSupplier isCancelled) {
    List<Item> items = items(plan);
    Map<RunKey, List<Integer>> runs = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++)
      runs.computeIfAbsent(items.get(i).run(), _ -> new ArrayList<>()).add(i);
    double[] values = new double[items.size()];
    Set<Problem> problems = new LinkedHashSet<>();
    try (Kernels kernels = Kernels.compiled();
        ExecutorService pool =
            Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("neurarium-check-", 1).factory())) {
      List<Future<List<Problem>>> running = new ArrayList<>();
      runs.forEach((key, wanted) ->
          running.add(
              pool.submit(() -> {
                OneRun run = OneRun.of(varied(plan, key), plan, models, kernels, isCancelled);
                for (int i : wanted)
                  run.measurement()
                      .ifPresent(m -> values[i] = m.take(items.get(i).check().measure()));
                return run.problems();
              })));
      for (Future<List<Problem>> run : running) problems.addAll(result(run));
    }
    if (!problems.isEmpty() || isCancelled.getAsBoolean())
      return new Report(List.of(), List.copyOf(problems));
    List<CheckResult> results = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Item item = items.get(i);
      results.add(
          new CheckResult(item.check(), item.seed(), item.lesion(), item.expected(), values[i]));
    }
    return new Report(results, List.of());
  }

  private static List<Problem> result(Future<List<Problem>> run) {
    try {
      return run.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run of a check failed", e.getCause());
    }
  }

  private static List<Item> items(Plan plan) {
    List<Item> items = new ArrayList<>();
    for (Check check : plan.checks().checks())
      for (long seed : plan.seeds()) {
        items.add(new Item(check, seed, "", true));
        if (plan.withLesions()) {
          items.add(new Item(check, seed, check.lesion(), false));
          items.add(new Item(check, seed, check.sham(), true));
        }
      }
    return items;
  }

  /// The circuit of one run, with everything that could not be changed.
  private static CircuitChanges.Result varied(Plan plan, RunKey key) {
    RunSettings run = plan.circuit().run();
    Circuit seeded =
        plan.circuit().running(new RunSettings(run.dt(), key.seed(), plan.checks().duration()));
    CircuitChanges.Result variant =
        CircuitChanges.apply(
            seeded, plan.checks().variant(key.variant()).orElse(Variation.NONE).changes());
    CircuitChanges.Result lesioned =
        CircuitChanges.apply(
            variant.circuit(), plan.checks().lesion(key.lesion()).orElse(Variation.NONE).changes());
    List<Problem> problems = new ArrayList<>(variant.problems());
    problems.addAll(lesioned.problems());
    return new CircuitChanges.Result(lesioned.circuit(), problems);
  }
}
