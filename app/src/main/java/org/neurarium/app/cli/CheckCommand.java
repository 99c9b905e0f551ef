package org.neurarium.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.check.Check;
import org.neurarium.circuits.file.ChecksReader;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.engine.check.CheckResult;
import org.neurarium.engine.check.CheckRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `check`: measures whether projects show what their lessons claim.
@Command(
    name = "check",
    description =
        "Runs the checks of projects, each on several seeds. Exit code 0 only when all are green.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./neurarium check sample-projects/00-first-light",
      "  ./neurarium check sample-projects/* --seeds 3 --json",
      "  ./neurarium check --lesions sample-projects/90-playback",
      "  ./neurarium check --grade hand-ins --checks lesson/checks.json --out grades.csv"
    })
final class CheckCommand implements Callable<Integer> {

  private static final int MOST_SEEDS = 1000;

  private final ModelCatalogue models;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PROJECT",
      description = "Folders with circuit.json and checks.json.")
  private @Nullable List<Path> projects;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "On how many seeds: the circuit's own and those after it. As the checks say if left out.")
  private @Nullable Integer seeds;

  @Option(
      names = "--lesions",
      description =
          "Also verify that each check turns red under its lesion and stays green under its sham lesion.")
  private boolean lesions;

  @Option(
      names = "--checks",
      paramLabel = "FILE",
      description = "Use these checks in place of the projects' own.")
  private @Nullable Path checks;

  @Option(
      names = "--grade",
      paramLabel = "FOLDER",
      description = "Grade every project in this folder: a CSV table with a row for each.")
  private @Nullable Path grade;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the grades go; printed if left out.")
  private @Nullable Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many runs side by side. As many as there are processors if left out.")
  private @Nullable Integer threads;

  @Option(
      names = "--json",
      description = "Print a JSON list with an object for each check and seed.")
  private boolean json;

  CheckCommand(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public Integer call() throws IOException {
    if (seeds != null && (seeds < 1 || seeds > MOST_SEEDS))
      throw Failure.misuse("--seeds is 1 to " + MOST_SEEDS + ", not " + seeds + ".");
    if (threads != null && threads < 1)
      throw Failure.misuse("--threads is at least 1, not " + threads + ".");
    List<Path> wanted = projects == null ? List.of() : projects;
    if (grade == null && wanted.isEmpty())
      throw Failure.misuse(
          "Name at least one project, such as sample-projects/00-first-light, or --grade a folder.");
    if (grade != null && !wanted.isEmpty())
      throw Failure.misuse("Either name projects or --grade a folder, not both.");
    if (out != null && grade == null) throw Failure.misuse("--out goes with --grade.");
    if (checks != null && !Files.exists(checks))
      throw Failure.misuse("There is no file '" + checks + "'.");
    int side = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    CheckRunner runner = new CheckRunner(models, side);
    try (Interruption interruption = new Interruption()) {
      return grade == null
          ? check(wanted, runner, interruption)
          : grade(grade, runner, interruption);
    }
  }

  private int check(List<Path> wanted, CheckRunner runner, Interruption interruption) {
    PrintWriter console = spec.commandLine().getOut();
    List<Map<String, Object>> rows = new ArrayList<>();
    boolean inOrder = true;
    for (Path path : wanted) {
      CheckedProject project = run(path, runner, interruption);
      if (interruption.isWished()) return Failure.FAILED;
      inOrder &= project.isInOrder();
      if (json) rows.addAll(project.json(lesions));
      else {
        print(project, console);
        console.flush();
      }
    }
    if (json) console.println(JsonText.of(rows));
    console.flush();
    return inOrder ? 0 : Failure.FAILED;
  }

  private CheckedProject run(Path path, CheckRunner runner, Interruption interruption) {
    return CheckedProject.of(
        path,
        Optional.ofNullable(checks)
            .map(file -> Files.isDirectory(file) ? file.resolve(ChecksReader.FILE) : file),
        Optional.ofNullable(seeds),
        lesions,
        runner,
        spec.commandLine().getErr(),
        interruption::isWished);
  }

  private void print(CheckedProject project, PrintWriter console) {
    console.println(project.title() + " (" + project.name() + ")");
    TextTable table = new TextTable("", "check", "measured", "target", "green on", "claim");
    project
        .byCheck()
        .forEach((check, results) -> {
          table.row(
              results.stream().allMatch(CheckResult::isGreen) ? "✓" : "✗",
              check.name(),
              Numbers.range(results.stream().mapToDouble(CheckResult::value).toArray())
                  + (check.measure().unit().isEmpty() ? "" : " " + check.measure().unit()),
              check.target().toString(),
              greens(results),
              check.sentence());
          if (lesions) {
            lesion(project, check, check.lesion(), "red", table);
            lesion(project, check, check.sham(), "green", table);
          }
        });
    table.print(console);
    console.println();
  }

  private static void lesion(
      CheckedProject project, Check check, String lesion, String expected, TextTable table) {
    List<CheckResult> results = project.under(lesion, check);
    table.row(
        results.stream().allMatch(CheckResult::isAsExpected) ? "✓" : "✗",
        "  under " + lesion,
        Numbers.range(results.stream().mapToDouble(CheckResult::value).toArray()),
        "",
        greens(results),
        "should be " + expected);
  }

  private static String greens(List<CheckResult> results) {
    return results.stream().filter(CheckResult::isGreen).count()
        + " of "
        + results.size()
        + " seeds";
  }

  private int grade(Path folder, CheckRunner runner, Interruption interruption) throws IOException {
    if (!Files.isDirectory(folder)) throw Failure.misuse("There is no folder '" + folder + "'.");
    Grades grades = new Grades();
    boolean inOrder = true;
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Path path : Grades.projectsIn(folder)) {
      if (interruption.isWished()) return Failure.FAILED;
      try {
        CheckedProject project = run(path, runner, interruption);
        grades.add(String.valueOf(path.getFileName()), project);
        rows.addAll(project.json(lesions));
        inOrder &= project.isInOrder();
      } catch (Failure failure) {
        grades.add(String.valueOf(path.getFileName()), failure.sentences().getFirst());
        inOrder = false;
      }
    }
    if (grades.isEmpty())
      throw Failure.misuse(
          "There is no project in '" + folder + "': no folder in it has a circuit.json.");
    PrintWriter console = spec.commandLine().getOut();
    if (out != null) Files.writeString(out, grades.csv());
    if (json) console.println(JsonText.of(rows));
    else if (out == null) console.print(grades.csv());
    else console.println("Grades of " + grades.size() + " projects are in " + out + ".");
    console.flush();
    return inOrder ? 0 : Failure.FAILED;
  }
}
