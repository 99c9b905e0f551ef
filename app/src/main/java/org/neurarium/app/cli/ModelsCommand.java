package org.neurarium.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.cell.SwcImport;
import org.neurarium.circuits.file.CircuitReader;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.circuits.language.ManualPage;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModelCatalogue.Entry;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `models`: what models there are, and everything about one.
@Command(
    name = "models",
    description =
        "Lists the models of neurons, cells, synapses, channels and neuromodulators, or prints one"
            + " with its equations, units, schemes and the code made of them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./neurarium models",
      "  ./neurarium models lif_exp_psc",
      "  ./neurarium models stdp_pair --json",
      "  ./neurarium models mine --project my-project",
      "  ./neurarium models --swc drawing.swc > my-project/models/drawing.model",
      "  ./neurarium models --manual > src/site/models/library.md"
    })
final class ModelsCommand implements Callable<Integer> {

  private final ModelCatalogue known;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The model to print.")
  private String name;

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = "Take the models of this project, too.")
  private @Nullable Path project;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--manual", description = "Print the manual's page about all models.")
  private boolean manual;

  @Option(
      names = "--swc",
      paramLabel = "FILE",
      description = "Print a cell file made of a neuron's drawing in SWC format.")
  private @Nullable Path swc;

  @Option(
      names = "--lambda",
      paramLabel = "PART",
      defaultValue = "0.1",
      description = "With --swc: the longest segment in length constants (default: 0.1).")
  private double lambda;

  @Option(
      names = "--frequency",
      paramLabel = "HZ",
      defaultValue = "100",
      description = "With --swc: at which the length constant is meant (default: 100).")
  private double frequency;

  @Option(
      names = "--segments",
      paramLabel = "COUNT",
      defaultValue = "0",
      description = "With --swc: into so many segments altogether instead.")
  private int segments;

  /// @param known the models that every circuit knows
  ModelsCommand(ModelCatalogue known) {
    this.known = known;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ModelCatalogue models = project == null ? known : including(project);
    if (swc != null) out.print(cell(swc));
    else if (manual) out.print(ManualPage.of(models.entries().stream().map(Entry::model).toList()));
    else if (name.isEmpty()) list(models, out);
    else one(find(models), models, out);
    out.flush();
    return 0;
  }

  /// The text of a cell file, named after the drawing's.
  private String cell(Path file) {
    if (!(lambda > 0) || !(frequency > 0) || segments < 0)
      throw Failure.misuse("--lambda, --frequency and --segments are above 0.");
    String drawing;
    try {
      drawing = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw Failure.misuse("'" + file + "' cannot be read.");
    }
    String name = String.valueOf(file.getFileName());
    String id = name.replaceFirst("\\.[^.]*$", "").replaceAll("\\W", "_");
    SwcImport.Cut cut =
        segments > 0
            ? new SwcImport.Cut.Total(segments)
            : new SwcImport.Cut.Lambda(lambda, Quantity.of(frequency, "Hz"));
    SwcImport.Imported made =
        SwcImport.of(Character.isLetter(id.charAt(0)) ? id : "cell_" + id, name, drawing, cut);
    if (made.text().isEmpty()) throw Failure.of(made.problems());
    made.problems().forEach(spec.commandLine().getErr()::println);
    return made.text().get();
  }

  private ModelCatalogue including(Path path) {
    ProjectFolder folder = ProjectFolder.of(path);
    if (!Files.exists(folder.circuitFile()))
      throw Failure.misuse(
          "'" + path + "' is not a project: it has no file " + ProjectFolder.CIRCUIT + ".");
    CircuitReader.Result read = folder.read();
    ModelCatalogue models =
        known.including(read.circuit().orElseThrow(() -> Failure.of(read.problems())));
    models.problems().forEach(spec.commandLine().getErr()::println);
    return models;
  }

  /// Names are different in each kind only; the first kind that knows the name is meant.
  private Entry find(ModelCatalogue models) {
    List<Problem> reasons =
        models.notes().stream()
            .filter(n -> n.place().toString().startsWith("models/" + name + ".model"))
            .toList();
    return models.entries().stream()
        .filter(e -> e.id().equals(name))
        .findFirst()
        .orElseThrow(() ->
            models.isBroken(name)
                ? Failure.of(models.problems())
                : reasons.isEmpty()
                    ? Failure.misuse(
                        "There is no model '"
                            + name
                            + "'. "
                            + DidYouMean.hint(
                                name,
                                models.entries().stream().map(Entry::id).toList(),
                                "The models are"))
                    : Failure.of(reasons.getFirst().toString()));
  }

  private void list(ModelCatalogue models, PrintWriter out) {
    if (json) {
      out.println(JsonText.of(models.entries().stream().map(ModelFacts::listed).toList()));
      return;
    }
    String gap = "";
    for (Model.Kind kind : Model.Kind.values()) {
      List<Entry> entries = models.entries(kind);
      if (entries.isEmpty()) continue;
      TextTable table = new TextTable(kind.word(), "title", "summary");
      for (Entry e : entries) table.row(e.id(), e.title(), firstSentence(e.summary()));
      out.print(gap);
      table.print(out);
      gap = System.lineSeparator();
    }
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private void one(Entry entry, ModelCatalogue models, PrintWriter out) {
    GeneratedCode code = GeneratedCode.of(entry.model(), models);
    Optional<NeuronModel> whole =
        entry.kind() == Model.Kind.CELL ? models.neuron(entry.id()) : Optional.empty();
    models.problemsOf(entry.id()).forEach(spec.commandLine().getErr()::println);
    if (json) out.println(JsonText.of(ModelFacts.all(entry, whole, code)));
    else new ModelSheet(out).print(entry.model(), whole, code);
  }
}
