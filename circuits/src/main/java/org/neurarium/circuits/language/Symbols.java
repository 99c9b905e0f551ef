package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Unit;

/// The names that a model's formulas can use, and what each is.
final class Symbols {

  private static final int MOST = 500;

  /// @param unit as an editor shows it
  record Entry(KnownName.Kind kind, Type type, String label, String unit) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Findings findings;
  private final Model.Kind kind;

  Symbols(Model.Kind kind, Findings findings) {
    this.kind = kind;
    this.findings = findings;
    given("t", Types.TIME, "time since the start of the run", "ms");
    given("dt", Types.TIME, "length of a step", "ms");
    given("pi", Types.NUMBER, "3.14159…", "");
    switch (kind) {
      case NEURON -> given("I_ext", Types.CURRENT, "current from stimuli and injections", "pA");
      case SYNAPSE -> {
        given("w", Types.NUMBER, "weight, counted in the receptor's unit", "");
        given("V_post", Types.VOLTAGE, "membrane potential of the postsynaptic neuron", "mV");
      }
      case CHANNEL -> given("v", Types.VOLTAGE, "membrane potential of the compartment", "mV");
      case MODULATOR, CELL -> {}
    }
  }

  /// Adds a name that is known without declaring.
  void given(String id, Type type, String label, String unit) {
    entries.put(id, new Entry(KnownName.Kind.GIVEN, type, label, unit));
  }

  /// Adds a name that the model declares, if it can have it.
  ///
  /// @return whether it has been added
  boolean declare(String id, Entry entry, Span at) {
    Optional<Entry> before = Optional.ofNullable(entries.get(id));
    if (before.isPresent()) {
      findings.error(
          at,
          before.get().kind() == KnownName.Kind.GIVEN
              ? "'" + id + "' is known already: " + before.get().label()
              : "There is a second '" + id + "'",
          "Choose another name.");
      return false;
    }
    if (entries.size() >= MOST) {
      findings.error(at, "A model has at most " + MOST + " names", "Split it.");
      return false;
    }
    String reason = whyNoName(id, entry.kind());
    if (!reason.isEmpty()) findings.error(at, reason, "Choose another name.");
    entries.put(id, entry);
    return true;
  }

  private String whyNoName(String id, KnownName.Kind what) {
    boolean concentration =
        (kind == Model.Kind.MODULATOR || kind == Model.Kind.CHANNEL)
            && what == KnownName.Kind.STATE;
    String plain = concentration && id.startsWith("[") ? id.substring(1, id.length() - 1) : id;
    if (!plain.matches("[A-Za-z]\\w{0,63}"))
      return "'"
          + (id.length() > 40 ? id.substring(0, 40) + "…" : id)
          + "' is no name: up to 64 letters, digits and _, the first a letter";
    if (Words.RESERVED.contains(id)) return "'" + id + "' is a word of the language";
    if (Function.find(id).isPresent()) return "'" + id + "' is a function";
    if (id.equals("weight") || id.equals("amount"))
      return "'" + id + "' is what an arriving spike or a release brings";
    // Units of one letter are too good to lose as names: h and m are the gates of every textbook.
    if (id.length() > 1 && Unit.all().containsKey(id)) return "'" + id + "' is a unit";
    return "";
  }

  Optional<Entry> find(String id) {
    Optional<Entry> entry = Optional.ofNullable(entries.get(id));
    if (entry.isPresent()) return entry;
    if (kind == Model.Kind.CHANNEL && id.startsWith("["))
      return Optional.of(
          new Entry(
              KnownName.Kind.GIVEN,
              Types.CONCENTRATION,
              "concentration in the compartment, which a pool keeps",
              "uM"));
    if (kind != Model.Kind.SYNAPSE) return Optional.empty();
    if (id.startsWith("post."))
      return Optional.of(
          new Entry(KnownName.Kind.GIVEN, Types.ANY, "a state of the postsynaptic neuron", ""));
    if (id.startsWith("["))
      return Optional.of(
          new Entry(
              KnownName.Kind.GIVEN, Types.CONCENTRATION, "concentration at the synapse", "uM"));
    return Optional.empty();
  }

  boolean is(String id, KnownName.Kind what) {
    return find(id).filter(e -> e.kind() == what).isPresent();
  }

  /// What to do about an unknown name.
  String insteadOf(String id) {
    return switch (id) {
      case "I_ext" -> "Only a neuron knows it.";
      case "V_post", "w" -> "Only a synapse knows it.";
      case "weight" -> "It is known in 'on …' lines of a neuron or a channel only.";
      case "amount" -> "It is known in 'on release' of a modulator only.";
      default -> {
        if (id.startsWith("post.") || id.startsWith("["))
          yield "Only a synapse knows it, and a channel knows concentrations.";
        List<String> near = new ArrayList<>(entries.keySet());
        near.addAll(Unit.all().keySet());
        near.addAll(FormulaParser.functions());
        yield DidYouMean.nearest(id, near)
            .map(meant -> "Did you mean '" + meant + "'?")
            .orElse(
                "Declare it: 'parameter "
                    + shortened(id)
                    + " = …', 'state "
                    + shortened(id)
                    + " = …' or a definition.");
      }
    };
  }

  private static String shortened(String id) {
    return id.length() > 40 ? id.substring(0, 40) + "…" : id;
  }

  List<String> of(KnownName.Kind what) {
    return entries.entrySet().stream()
        .filter(e -> e.getValue().kind() == what)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// For an editor.
  List<KnownName> names() {
    List<KnownName> names = new ArrayList<>();
    entries.forEach((id, e) -> names.add(new KnownName(id, e.kind(), e.label(), e.unit())));
    return names;
  }

  static Entry definition(Definition definition) {
    return new Entry(
        KnownName.Kind.DEFINITION,
        new Type.Measure(definition.unit().dimension()),
        "",
        definition.unit().symbol());
  }
}
