package org.neurarium.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.neurarium.circuits.formula.Printer;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelPrinter;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Preset;
import org.neurarium.circuits.model.Reference;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.compile.Choice;

/// Prints everything about a model for a terminal.
final class ModelSheet {

  private final PrintWriter out;

  ModelSheet(PrintWriter out) {
    this.out = out;
  }

  /// @param whole of a cell: with all that its channels bring
  void print(Model model, Optional<NeuronModel> whole, GeneratedCode code) {
    out.println(model.id() + ": " + model.title() + " (" + model.kind().word() + ")");
    if (!model.summary().isEmpty()) out.println(model.summary());
    for (Reference r : model.references())
      out.println(r.address() + (r.note().isEmpty() ? "" : "  " + r.note()));
    section("Equations");
    ModelPrinter.equations(model).forEach(line -> out.println("  " + line));
    parameters(whole.map(NeuronModel::parameters).orElse(model.parameters()));
    switch (model) {
      case NeuronModel m -> {
        states(m.states());
        receptors(m.receptors());
      }
      case SynapseModel m -> synapseStates(m.states());
      case ChannelModel m -> {
        states(m.states());
        receptors(m.receptors());
      }
      case ModulatorModel m -> states(m.states());
      case CellModel _ ->
          whole.ifPresent(m -> {
            states(m.states());
            receptors(m.receptors());
          });
    }
    presets(model.presets());
    schemes(code);
    parts(code);
  }

  private void section(String title) {
    out.println();
    out.println(title);
  }

  private void table(TextTable table) {
    out.println();
    table.print(out);
  }

  static String unit(Unit unit) {
    return unit.symbol().isEmpty() ? "1" : unit.symbol();
  }

  private void parameters(List<Parameter> parameters) {
    if (parameters.isEmpty()) return;
    TextTable table = new TextTable("parameter", "default", "range", "unit", "meaning");
    for (Parameter p : parameters)
      table.row(
          p.id(),
          Quantity.format(p.standard().value()),
          Quantity.format(p.min()) + " … " + Quantity.format(p.max()),
          unit(p.unit()),
          p.label());
    table(table);
  }

  private void states(List<NeuronModel.State> states) {
    if (states.isEmpty()) return;
    TextTable table = new TextTable("state", "starts at", "unit", "meaning");
    for (NeuronModel.State s : states)
      table.row(s.id(), Printer.print(s.start()), unit(s.unit()), s.label());
    table(table);
  }

  private void synapseStates(List<SynapseModel.State> states) {
    if (states.isEmpty()) return;
    TextTable table = new TextTable("state", "of each", "starts at", "unit", "meaning");
    for (SynapseModel.State s : states)
      table.row(s.id(), scope(s), Printer.print(s.start()), unit(s.unit()), s.label());
    table(table);
  }

  static String scope(SynapseModel.State state) {
    return switch (state.scope()) {
      case SYNAPSE -> "synapse";
      case PRE -> "source";
      case POST -> "target";
    };
  }

  private void receptors(List<NeuronModel.Receptor> receptors) {
    if (receptors.isEmpty()) return;
    TextTable table = new TextTable("receptor", "takes", "weight in", "sign", "meaning");
    for (NeuronModel.Receptor r : receptors)
      table.row(
          r.id(),
          r.input().name().toLowerCase(Locale.ROOT),
          unit(r.weightUnit()),
          List.of("−", "±", "+").get(r.weightSign() + 1),
          r.label());
    table(table);
  }

  private void presets(List<Preset> presets) {
    if (presets.isEmpty()) return;
    section("Presets");
    for (Preset p : presets)
      out.println(
          "  "
              + p.name()
              + ": "
              + p.values().entrySet().stream()
                  .map((Map.Entry<String, Quantity> v) -> v.getKey() + " = " + v.getValue())
                  .collect(Collectors.joining(", ")));
  }

  private void schemes(GeneratedCode code) {
    code.problems().forEach(p -> out.println("\n" + p));
    if (code.schemes().isEmpty()) return;
    TextTable table = new TextTable("state", "integrated by", "why");
    for (Choice c : code.schemes()) table.row(c.state(), c.scheme(), c.reason());
    table(table);
  }

  private void parts(GeneratedCode code) {
    if (code.parts().isEmpty()) return;
    section(
        "Generated code"
            + code.target().map(t -> ", for synapses onto " + t).orElse("")
            + " ("
            + instructions(code.parts().stream().mapToInt(GeneratedCode.Part::instructions).sum())
            + ")");
    for (GeneratedCode.Part part : code.parts()) {
      out.println(
          "  "
              + part.name()
              + (part.instructions() == 0 ? "" : ", " + instructions(part.instructions())));
      part.lines().forEach(line -> out.println("    " + line));
    }
  }

  private static String instructions(int count) {
    return count + (count == 1 ? " instruction" : " instructions");
  }
}
