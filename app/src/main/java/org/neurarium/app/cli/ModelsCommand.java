package org.neurarium.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neurarium.circuits.formula.Printer;
import org.neurarium.circuits.language.ManualPage;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModelCatalogue.Entry;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `models`: what neuron models there are, and everything about one.
@Command(
    name = "models",
    description = "Lists the neuron models, or prints one with its equations, units and scheme.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./neurarium models",
      "  ./neurarium models lif_exp_psc",
      "  ./neurarium models lif_cond_exp --json",
      "  ./neurarium models --manual > src/site/models/library.md"
    })
final class ModelsCommand implements Callable<Integer> {

  private final ModelCatalogue models;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The model to print.")
  private String name;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--manual", description = "Print the manual's page about all models.")
  private boolean manual;

  ModelsCommand(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (manual) out.print(ManualPage.of(models.entries().stream().map(Entry::model).toList()));
    else if (name.isEmpty()) list(out);
    else one(find(), out);
    out.flush();
    return 0;
  }

  private NeuronModel find() {
    return models
        .neuron(name)
        .orElseThrow(() ->
            Failure.misuse(
                "There is no model '"
                    + name
                    + "'. "
                    + DidYouMean.hint(
                        name,
                        models.neurons().stream().map(NeuronModel::id).toList(),
                        "The models are")));
  }

  private void list(PrintWriter out) {
    if (json) {
      out.println(
          JsonText.of(
              models.neurons().stream()
                  .map(m -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    head(m, line);
                    return line;
                  })
                  .toList()));
      return;
    }
    TextTable table = new TextTable("model", "title", "summary");
    for (NeuronModel m : models.neurons()) table.row(m.id(), m.title(), firstSentence(m.summary()));
    table.print(out);
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static void head(NeuronModel m, Map<String, Object> into) {
    into.put("name", m.id());
    into.put("title", m.title());
    into.put("summary", m.summary());
    into.put("reference", m.references().isEmpty() ? "" : m.references().getFirst().address());
  }

  private void one(NeuronModel m, PrintWriter out) {
    if (json) out.println(JsonText.of(full(m)));
    else print(m, out);
  }

  private static Map<String, Object> full(NeuronModel m) {
    Map<String, Object> all = new LinkedHashMap<>();
    head(m, all);
    all.put("equations", m.equations());
    all.put(
        "parameters",
        m.parameters().stream()
            .map(p -> {
              Map<String, Object> line = new LinkedHashMap<>();
              line.put("name", p.id());
              line.put("label", p.label());
              line.put("default", p.standard().value());
              line.put("unit", p.unit().symbol());
              line.put("min", p.min());
              line.put("max", p.max());
              line.put("limit", p.limit().name().toLowerCase(Locale.ROOT));
              return line;
            })
            .toList());
    all.put(
        "states",
        m.states().stream()
            .map(s -> {
              Map<String, Object> line = new LinkedHashMap<>();
              line.put("name", s.id());
              line.put("label", s.label());
              line.put("unit", s.unit().symbol());
              line.put("start", Printer.print(s.start()));
              return line;
            })
            .toList());
    all.put(
        "receptors",
        m.receptors().stream()
            .map(r -> {
              Map<String, Object> line = new LinkedHashMap<>();
              line.put("name", r.id());
              line.put("label", r.label());
              line.put("input", r.input().name().toLowerCase(Locale.ROOT));
              line.put("weight_unit", r.weightUnit().symbol());
              line.put("weight_sign", r.weightSign());
              line.put("effect", r.effect().name().toLowerCase(Locale.ROOT));
              return line;
            })
            .toList());
    return all;
  }

  private static void print(NeuronModel m, PrintWriter out) {
    out.println(m.id() + ": " + m.title());
    out.println(m.summary());
    m.references().forEach(r -> out.println(r.address()));
    out.println();
    out.println("Equations");
    for (String equation : m.equations()) out.println("  " + equation);
    out.println();
    TextTable parameters = new TextTable("parameter", "default", "range", "meaning");
    for (Parameter p : m.parameters())
      parameters.row(
          p.id(),
          p.standard().toString(),
          Quantity.format(p.min()) + " … " + Quantity.format(p.max()),
          p.label());
    parameters.print(out);
    out.println();
    TextTable states = new TextTable("state", "unit", "starts at", "meaning");
    for (NeuronModel.State s : m.states())
      states.row(s.id(), s.unit().symbol(), Printer.print(s.start()), s.label());
    states.print(out);
    out.println();
    TextTable receptors = new TextTable("receptor", "takes", "weight in", "sign", "meaning");
    for (NeuronModel.Receptor r : m.receptors())
      receptors.row(
          r.id(),
          r.input().name().toLowerCase(Locale.ROOT),
          r.weightUnit().symbol().isEmpty() ? "a number" : r.weightUnit().symbol(),
          List.of("−", "±", "+").get(r.weightSign() + 1),
          r.label());
    receptors.print(out);
  }
}
