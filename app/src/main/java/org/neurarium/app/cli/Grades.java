package org.neurarium.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.engine.check.CheckResult;

/// A gradebook: a row for each project that was handed in, a column for each check.
final class Grades {

  /// @param greens checks by name that are green on every seed, and those that are not
  private record Row(Map<String, Boolean> greens, String problem) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Set<String> checks = new LinkedHashSet<>();

  /// The folders in a folder that hold a circuit, by name.
  static List<Path> projectsIn(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(p -> Files.exists(p.resolve(ProjectFolder.CIRCUIT))).sorted().toList();
    }
  }

  /// Adds a project that could be measured.
  void add(String name, CheckedProject project) {
    Map<String, Boolean> greens = new LinkedHashMap<>();
    project
        .byCheck()
        .forEach((check, results) ->
            greens.put(check.name(), results.stream().allMatch(CheckResult::isGreen)));
    checks.addAll(greens.keySet());
    rows.put(name, new Row(greens, ""));
  }

  /// Adds a project that could not be measured.
  void add(String name, String problem) {
    rows.put(name, new Row(Map.of(), problem));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  int size() {
    return rows.size();
  }

  /// The table: `project,green,checks,percent`, then a column for each check with `green` or `red`, then `problem`.
  String csv() {
    StringBuilder text = new StringBuilder("project,green,checks,percent");
    for (String check : checks) text.append(',').append(cell(check));
    text.append(",problem\n");
    rows.forEach((name, row) -> {
      long green = row.greens().values().stream().filter(g -> g).count();
      int of = row.problem().isEmpty() ? row.greens().size() : checks.size();
      text.append(cell(name)).append(',').append(green).append(',').append(of).append(',');
      text.append(of == 0 ? 0 : Math.round(100.0 * green / of));
      for (String check : checks) {
        Boolean isGreen = row.greens().get(check);
        text.append(',').append(isGreen == null ? "" : isGreen ? "green" : "red");
      }
      text.append(',').append(cell(row.problem())).append('\n');
    });
    return text.toString();
  }

  private static String cell(String text) {
    // A spreadsheet takes a cell that begins like a formula for one; a leading quote keeps it a
    // text.
    String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("(?s).*[,\"\n\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
