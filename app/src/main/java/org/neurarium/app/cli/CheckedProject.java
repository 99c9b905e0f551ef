package org.neurarium.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.check.Check;
import org.neurarium.circuits.check.Checks;
import org.neurarium.circuits.check.ChecksValidation;
import org.neurarium.circuits.check.Target;
import org.neurarium.circuits.file.ChecksReader;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.engine.check.CheckResult;
import org.neurarium.engine.check.CheckRunner;

/// A project and what its checks gave.
///
/// @param name of its folder
/// @param title of its circuit
/// @param results by check, seed and lesion
record CheckedProject(String name, String title, List<CheckResult> results) {

  /// Reads a project and runs its checks.
  ///
  /// @param path of the project
  /// @param checksFile other checks than its own
  /// @param seeds how many; as many as the checks say if empty
  /// @throws Failure if it cannot be read or run
  static CheckedProject of(
      Path path,
      Optional<Path> checksFile,
      Optional<Integer> seeds,
      boolean withLesions,
      CheckRunner runner,
      PrintWriter err,
      BooleanSupplier isCancelled) {
    Project project = Project.read(path, runner.models(), err);
    Path file =
        checksFile
            .or(() -> project.folder().checks())
            .orElseThrow(() ->
                Failure.of(
                    "'" + path + "' has no checks: it has no file " + ChecksReader.FILE + "."));
    ChecksReader.Result read = ChecksReader.read(file);
    if (!read.isSound()) throw Failure.of(read.problems());
    Checks checks = read.checks().orElseThrow();
    List<Problem> misfits = ChecksValidation.problems(checks, project.circuit(), ChecksReader.FILE);
    if (!misfits.isEmpty()) throw Failure.of(misfits);
    long first = project.circuit().run().seed();
    CheckRunner.Plan plan =
        new CheckRunner.Plan(
            project.circuit(),
            project.folder(),
            checks,
            LongStream.range(first, first + seeds.orElse(checks.seeds())).boxed().toList(),
            withLesions);
    CheckRunner.Report report = runner.run(plan, isCancelled);
    if (!report.problems().isEmpty()) throw Failure.of(report.problems());
    return new CheckedProject(
        nameOf(project.folder()), project.circuit().title(), report.results());
  }

  private static String nameOf(ProjectFolder folder) {
    Path name = folder.folder().getFileName();
    return name == null ? folder.folder().toString() : name.toString();
  }

  /// Whether everything came out as it should.
  boolean isInOrder() {
    return results.stream().allMatch(CheckResult::isAsExpected);
  }

  /// The results of each check without a lesion.
  Map<Check, List<CheckResult>> byCheck() {
    Map<Check, List<CheckResult>> byCheck = new LinkedHashMap<>();
    for (CheckResult r : results)
      if (r.lesion().isEmpty()) byCheck.computeIfAbsent(r.check(), _ -> new ArrayList<>()).add(r);
    return byCheck;
  }

  /// The results of a check under a lesion.
  List<CheckResult> under(String lesion, Check check) {
    return results.stream()
        .filter(r -> r.check().equals(check) && r.lesion().equals(lesion))
        .toList();
  }

  /// One object for each result: `project`, `seed`, `check`, `value`, `target`, `pass`; with lesions also `lesion` and `expected`.
  List<Map<String, Object>> json(boolean withLesions) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (CheckResult r : results) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("project", name);
      row.put("seed", r.seed());
      row.put("check", r.check().name());
      if (withLesions) {
        row.put("lesion", r.lesion());
        row.put("expected", r.expected() ? "green" : "red");
      }
      row.put("value", r.value());
      row.put("target", json(r.check().target()));
      row.put("pass", r.isAsExpected());
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Object> json(Target target) {
    Map<String, Object> bounds = new LinkedHashMap<>();
    if (Double.isFinite(target.atLeast())) bounds.put("at_least", target.atLeast());
    if (Double.isFinite(target.atMost())) bounds.put("at_most", target.atMost());
    return bounds;
  }
}
