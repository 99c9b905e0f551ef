package org.neurarium.circuits.language;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Preset;
import org.neurarium.circuits.model.Reference;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.units.Quantity;

/// The manual's page about models: for each its summary, equations, parameters, receptors, presets and references, as Markdown.
public final class ManualPage {

  private static final List<String> TOLD_ELSEWHERE =
      List.of(
          "neuron",
          "synapse",
          "channel",
          "modulator",
          "cell",
          "summary",
          "reference",
          "parameter",
          "preset",
          "receptor",
          "state",
          "pre state",
          "post state",
          "#");

  private final StringBuilder page = new StringBuilder();

  private ManualPage() {}

  /// The page, ending with a line break.
  ///
  /// @param models in the order in which the page should tell of them
  public static String of(List<? extends Model> models) {
    ManualPage manual = new ManualPage();
    manual.line("# The library of models");
    manual.line("");
    manual.line(
        "Made from the model files by `./neurarium models --manual`; change those, not this page."
            + " The language they are written in has [a page of its own](README.md).");
    for (Kind kind : Kind.values()) {
      List<? extends Model> these = models.stream().filter(m -> Kind.of(m) == kind).toList();
      if (!these.isEmpty()) manual.chapter(kind.title, these);
    }
    return manual.page.toString();
  }

  private enum Kind {
    NEURON("Neurons"),
    CELL("Cells with dendrites"),
    SYNAPSE("Synapses"),
    MODULATOR("Neuromodulators"),
    CHANNEL("Channels");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    static Kind of(Model model) {
      return switch (model) {
        case NeuronModel _ -> NEURON;
        case CellModel _ -> CELL;
        case SynapseModel _ -> SYNAPSE;
        case ModulatorModel _ -> MODULATOR;
        case ChannelModel _ -> CHANNEL;
      };
    }
  }

  private void chapter(String title, List<? extends Model> models) {
    line("");
    line("## " + title);
    line("");
    row("Model", "Title", "Summary");
    row("---", "---", "---");
    for (Model m : models)
      row("[`" + m.id() + "`](#" + m.id() + ")", cell(m.title()), cell(firstSentence(m.summary())));
    for (Model m : models) section(m);
  }

  private void section(Model m) {
    line("");
    line("### " + m.id());
    line("");
    line("**" + m.title() + ".** " + m.summary());
    line("");
    line("```");
    equations(m.text()).forEach(this::line);
    line("```");
    if (!m.parameters().isEmpty()) {
      line("");
      row("Parameter", "Standard", "Range", "Meaning");
      row("---", "---:", "---", "---");
      m.parameters().forEach(this::parameter);
    }
    states(m);
    if (m instanceof NeuronModel neuron) receptors(neuron.receptors());
    if (m instanceof ChannelModel channel) receptors(channel.receptors());
    if (!m.presets().isEmpty()) {
      line("");
      for (Preset preset : m.presets()) line("- *" + preset.name() + "*: " + values(preset));
    }
    line("");
    for (Reference r : m.references())
      line(
          "- [doi:"
              + r.doi()
              + "]("
              + r.address()
              + ")"
              + (r.note().isEmpty() ? "" : " " + r.note()));
  }

  /// The lines of a model file that say what the model does.
  private static List<String> equations(String text) {
    List<String> lines =
        text.lines()
            .map(String::strip)
            .filter(l -> TOLD_ELSEWHERE.stream().noneMatch(l::startsWith))
            .toList();
    return lines.stream().filter(l -> !l.isEmpty()).toList();
  }

  private void parameter(Parameter p) {
    row(
        "`" + p.id() + "`",
        p.standard().toString(),
        Quantity.format(p.min())
            + " to "
            + Quantity.format(p.max())
            + switch (p.limit()) {
              case ANY -> "";
              case POSITIVE -> ", above 0";
              case NOT_NEGATIVE -> ", not below 0";
            },
        cell(p.label()));
  }

  private void states(Model m) {
    List<String> states =
        switch (m) {
          case NeuronModel n -> n.states().stream().map(ManualPage::state).toList();
          case ChannelModel c -> c.states().stream().map(ManualPage::state).toList();
          case CellModel _ -> List.of();
          case ModulatorModel o -> o.states().stream().map(ManualPage::state).toList();
          case SynapseModel s ->
              s.states().stream()
                  .map(v ->
                      state(v.id(), v.unit().toString(), v.label())
                          + switch (v.scope()) {
                            case SYNAPSE -> "";
                            case PRE -> ", one for each presynaptic neuron";
                            case POST -> ", one for each postsynaptic neuron";
                          })
                  .toList();
        };
    if (states.isEmpty()) return;
    line("");
    line("States: " + String.join("; ", states) + ".");
  }

  private static String state(NeuronModel.State s) {
    return state(s.id(), s.unit().toString(), s.label());
  }

  private static String state(String id, String unit, String label) {
    return Stream.of("`" + id + "` (" + unit + ")", label)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private void receptors(List<NeuronModel.Receptor> receptors) {
    if (receptors.isEmpty()) return;
    line("");
    line(
        "Receptors: "
            + String.join("; ", receptors.stream().map(ManualPage::receptor).toList())
            + ".");
  }

  private static String receptor(NeuronModel.Receptor r) {
    String takes =
        switch (r.input()) {
          case SPIKES -> r.effect().name().toLowerCase(Locale.ROOT).replace('_', ' ');
          case CURRENT -> "takes currents";
          case COUPLING ->
              "couples " + (r.couples().equals("V") ? "the first state" : "`" + r.couples() + "`");
        };
    String label = r.label().isEmpty() ? "" : " " + lower(r.label()) + ",";
    return "`" + r.id() + "` (" + r.weightUnit() + ")" + label + " " + takes;
  }

  /// Without the capital of a sentence; a name in capitals such as AMPA stays.
  private static String lower(String label) {
    return label.length() > 1 && Character.isUpperCase(label.charAt(1))
        ? label
        : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }

  private static String values(Preset preset) {
    return preset.values().entrySet().stream()
        .map(e -> "`" + e.getKey() + "` = " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
