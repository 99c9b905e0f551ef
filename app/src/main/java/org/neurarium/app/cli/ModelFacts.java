package org.neurarium.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Printer;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModelPrinter;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Preset;
import org.neurarium.circuits.model.Reference;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.compile.Choice;

/// Everything about a model as maps and lists, for JSON.
final class ModelFacts {

  private ModelFacts() {}

  /// What a list says of a model.
  static Map<String, Object> listed(ModelCatalogue.Entry entry) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", entry.kind().word());
    facts.put("name", entry.id());
    facts.put("title", entry.title());
    facts.put("summary", entry.summary());
    facts.put("origin", entry.origin().name().toLowerCase(Locale.ROOT));
    return facts;
  }

  /// All of it.
  ///
  /// @param whole of a cell: with all that its channels bring
  static Map<String, Object> all(
      ModelCatalogue.Entry entry, Optional<NeuronModel> whole, GeneratedCode code) {
    Model model = entry.model();
    Map<String, Object> facts = listed(entry);
    facts.put("references", model.references().stream().map(ModelFacts::reference).toList());
    facts.put("equations", ModelPrinter.equations(model));
    List<Parameter> parameters = whole.map(NeuronModel::parameters).orElse(model.parameters());
    facts.put("parameters", parameters.stream().map(ModelFacts::parameter).toList());
    switch (model) {
      case NeuronModel m -> {
        facts.put("states", m.states().stream().map(ModelFacts::state).toList());
        facts.put("receptors", m.receptors().stream().map(ModelFacts::receptor).toList());
      }
      case SynapseModel m ->
          facts.put("states", m.states().stream().map(ModelFacts::synapseState).toList());
      case ChannelModel m -> {
        facts.put("states", m.states().stream().map(ModelFacts::state).toList());
        facts.put("receptors", m.receptors().stream().map(ModelFacts::receptor).toList());
        facts.put("current", Printer.print(m.current()));
        facts.put("current_unit", m.currentUnit().symbol());
      }
      case ModulatorModel m ->
          facts.put("states", m.states().stream().map(ModelFacts::state).toList());
      case CellModel _ ->
          whole.ifPresent(m -> {
            facts.put("states", m.states().stream().map(ModelFacts::state).toList());
            facts.put("receptors", m.receptors().stream().map(ModelFacts::receptor).toList());
          });
    }
    facts.put("presets", model.presets().stream().map(ModelFacts::preset).toList());
    facts.put("scheme", code.schemes().stream().map(ModelFacts::scheme).toList());
    code.target().ifPresent(t -> facts.put("compiled_for", t));
    facts.put("code", code.parts().stream().map(ModelFacts::part).toList());
    facts.put("text", model.text());
    return facts;
  }

  private static Map<String, Object> reference(Reference r) {
    return facts("doi", r.doi(), "address", r.address(), "note", r.note());
  }

  private static Map<String, Object> parameter(Parameter p) {
    return facts(
        "name",
        p.id(),
        "label",
        p.label(),
        "default",
        p.standard().value(),
        "unit",
        p.unit().symbol(),
        "min",
        p.min(),
        "max",
        p.max(),
        "limit",
        p.limit().name().toLowerCase(Locale.ROOT),
        "advanced",
        !p.essential());
  }

  private static Map<String, Object> state(NeuronModel.State s) {
    return state(s.id(), s.label(), s.unit(), s.start());
  }

  private static Map<String, Object> synapseState(SynapseModel.State s) {
    Map<String, Object> facts = state(s.id(), s.label(), s.unit(), s.start());
    facts.put("of_each", ModelSheet.scope(s));
    return facts;
  }

  private static Map<String, Object> state(String id, String label, Unit unit, Expression start) {
    return facts("name", id, "label", label, "unit", unit.symbol(), "start", Printer.print(start));
  }

  private static Map<String, Object> receptor(NeuronModel.Receptor r) {
    return facts(
        "name",
        r.id(),
        "label",
        r.label(),
        "input",
        r.input().name().toLowerCase(Locale.ROOT),
        "couples",
        r.couples(),
        "weight_unit",
        r.weightUnit().symbol(),
        "weight_sign",
        r.weightSign(),
        "effect",
        r.effect().name().toLowerCase(Locale.ROOT),
        "typical_weight",
        r.standardWeight().toString());
  }

  private static Map<String, Object> preset(Preset p) {
    Map<String, Object> values = new LinkedHashMap<>();
    p.values().forEach((name, value) -> values.put(name, value.toString()));
    return facts("name", p.name(), "values", values);
  }

  private static Map<String, Object> scheme(Choice c) {
    return facts("state", c.state(), "scheme", c.scheme(), "reason", c.reason());
  }

  private static Map<String, Object> part(GeneratedCode.Part p) {
    return facts(
        "part", p.name(), "instructions", p.instructions(), "lines", List.copyOf(p.lines()));
  }

  /// Names and values in turns.
  private static Map<String, Object> facts(Object... namesAndValues) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (int k = 0; k < namesAndValues.length; k += 2)
      facts.put(namesAndValues[k].toString(), namesAndValues[k + 1]);
    return facts;
  }
}
