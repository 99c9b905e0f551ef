package org.neurarium.circuits.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Printer;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.NeuronModel.Effect;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.NeuronModel.Receptor;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Writes a model as text that reads back to the same model, without its comments and its layout.
public final class ModelPrinter {

  private ModelPrinter() {}

  /// The whole file.
  public static String print(Model model) {
    List<String> lines = new ArrayList<>();
    switch (model) {
      case NeuronModel m -> {
        head(lines, "neuron", m);
        m.states().forEach(s -> lines.add(state("state", s.id(), s.start(), s.label())));
        m.receptors().stream()
            .filter(r -> r.input() != Input.CURRENT)
            .forEach(r -> lines.add(receptor(r)));
      }
      case SynapseModel m -> {
        head(lines, "synapse", m);
        m.states()
            .forEach(s ->
                lines.add(
                    state(
                        switch (s.scope()) {
                          case SYNAPSE -> "state";
                          case PRE -> "pre state";
                          case POST -> "post state";
                        },
                        s.id(),
                        s.start(),
                        s.label())));
      }
      case ChannelModel m -> {
        head(lines, "channel", m);
        m.states().forEach(s -> lines.add(state("state", s.id(), s.start(), s.label())));
        m.receptors().forEach(r -> lines.add(receptor(r)));
      }
      case ModulatorModel m -> {
        head(lines, "modulator", m);
        m.states().forEach(s -> lines.add(state("state", s.id(), s.start(), s.label())));
      }
      case CellModel m -> head(lines, "cell", m);
    }
    lines.addAll(equations(model));
    model.presets().forEach(p -> lines.add(preset(p)));
    return lines.getFirst()
        + "\n"
        + String.join("", lines.stream().skip(1).map(line -> "  " + line + "\n").toList());
  }

  /// What it does, a line each: definitions, equations, events.
  public static List<String> equations(Model model) {
    List<String> lines = new ArrayList<>();
    switch (model) {
      case NeuronModel m -> neuron(lines, m);
      case SynapseModel m -> {
        formulas(lines, m.definitions(), m.equations(), m.scheme());
        statements(lines, "on pre", m.onPre());
        statements(lines, "on post", m.onPost());
      }
      case ChannelModel m -> {
        formulas(lines, m.definitions(), m.equations(), m.scheme());
        for (Receptor receptor : m.receptors())
          statements(
              lines, "on " + receptor.id(), m.arrivals().getOrDefault(receptor.id(), List.of()));
        if (m.pool().isEmpty())
          lines.add(
              "current "
                  + Printer.print(m.current())
                  + " : "
                  + m.currentUnit()
                  + m.carries().map(ion -> " carries " + ion).orElse(""));
      }
      case ModulatorModel m -> {
        formulas(lines, m.definitions(), m.equations(), m.scheme());
        statements(lines, "on release", m.onRelease());
      }
      case CellModel m -> lines.addAll(CellPrinter.lines(m));
    }
    return lines;
  }

  private static void neuron(List<String> lines, NeuronModel m) {
    Dynamics d = m.dynamics();
    formulas(lines, d.definitions(), d.equations(), d.scheme());
    if (!d.published().isEmpty()) {
      List<String> inside = d.published().stream().map(Printer::print).toList();
      lines.add("as published { " + String.join(" ; ", inside) + " }");
    }
    statements(lines, "each step", d.eachStep());
    for (Receptor receptor : m.receptors())
      statements(lines, "on " + receptor.id(), d.arrivals().getOrDefault(receptor.id(), List.of()));
    d.spike()
        .ifPresent(s ->
            lines.add(
                "spike when " + Printer.print(s) + (d.withinStep() ? " within the step" : "")));
    statements(lines, "reset", d.reset());
    d.refractory()
        .ifPresent(r -> {
          boolean first =
              d.held().size() == 1 && d.held().getFirst().equals(m.states().getFirst().id());
          lines.add(
              "refractory "
                  + Printer.print(r)
                  + (first
                      ? ""
                      : " holding "
                          + (d.held().isEmpty() ? "nothing" : String.join(", ", d.held()))));
        });
  }

  private static void formulas(
      List<String> lines,
      List<Definition> definitions,
      List<Equation> equations,
      Optional<Scheme> scheme) {
    definitions.forEach(
        d -> lines.add(d.name() + " = " + Printer.print(d.value()) + " : " + d.unit()));
    equations.forEach(
        e -> lines.add("d" + e.state() + "/dt = " + Printer.print(e.rate()) + " : " + e.unit()));
    scheme.ifPresent(s -> lines.add("integrate " + s.id()));
  }

  private static void statements(
      List<String> lines, String event, List<? extends Statement> statements) {
    if (statements.isEmpty()) return;
    lines.add(event + " " + String.join(" ; ", statements.stream().map(Printer::print).toList()));
  }

  private static void head(List<String> lines, String kind, Model model) {
    lines.add(kind + " " + model.id() + label(model.title(), model.id()));
    if (!model.summary().isEmpty()) lines.add("summary \"" + model.summary() + "\"");
    model.references().forEach(r -> lines.add("reference doi:" + r.doi() + label(r.note(), "")));
    model.parameters().forEach(p -> lines.add(parameter(p)));
  }

  private static String parameter(Parameter p) {
    return "parameter "
        + p.id()
        + " = "
        + p.standard()
        + " in "
        + Quantity.format(p.min())
        + " .. "
        + Quantity.format(p.max())
        + switch (p.limit()) {
          case ANY -> "";
          case POSITIVE -> " positive";
          case NOT_NEGATIVE -> " not negative";
        }
        + (p.essential() ? "" : " advanced")
        + label(p.label(), p.id());
  }

  private static String state(String word, String id, Expression start, String label) {
    return word + " " + id + " = " + Printer.print(start) + label(label, id);
  }

  private static String receptor(Receptor r) {
    String effect =
        r.input() == Input.COUPLING
            ? " couples " + r.couples()
            : r.effect() == Effect.BY_SIGN ? "" : " " + r.effect().name().toLowerCase(Locale.ROOT);
    return "receptor "
        + r.id()
        + " : "
        + (r.weightUnit().equals(Unit.NONE) ? "1" : r.weightUnit().toString())
        + effect
        + " typical "
        + r.standardWeight()
        + label(r.label(), r.id());
  }

  private static String preset(Preset preset) {
    return "preset \""
        + preset.name()
        + "\" "
        + String.join(
            ", ",
            preset.values().entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .toList());
  }

  /// A label, unless it is what its absence means.
  private static String label(String label, String absent) {
    return label.equals(absent) ? "" : " \"" + label + "\"";
  }
}
