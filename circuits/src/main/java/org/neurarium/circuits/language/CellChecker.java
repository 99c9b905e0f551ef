package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.language.FormulaChecker.Checked;
import org.neurarium.circuits.language.Type.Measure;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.CellModel.Insertion;
import org.neurarium.circuits.model.CellModel.Membrane;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Checks a cell file as far as it can be without its channels, and makes the model.
final class CellChecker {

  /// More segments than anybody has measured potentials in.
  private static final int MOST_SEGMENTS = 2000;

  private static final Dimension CAPACITANCE_PER_AREA =
      Dimension.CAPACITANCE.over(Dimension.LENGTH.power(2));
  private static final Dimension RESISTIVITY = Dimension.RESISTANCE.times(Dimension.LENGTH);

  private final ModelChecker common;
  private final Draft draft;
  private final Findings findings;
  private final Map<String, Draft.Piece> pieces = new LinkedHashMap<>();
  private final Set<String> potentials = new LinkedHashSet<>();

  CellChecker(ModelChecker common) {
    this.common = common;
    this.draft = common.draft;
    this.findings = common.findings;
  }

  CellModel check(String text) {
    List<Compartment> compartments = new ArrayList<>();
    common.checkNames(() -> {
      draft.compartments.forEach(p -> compartment(p).ifPresent(compartments::add));
      tree();
      compartments.forEach(this::declare);
    });
    if (compartments.stream().mapToInt(Compartment::segments).sum() > MOST_SEGMENTS)
      findings.error(
          draft.at, "This cell has more than " + MOST_SEGMENTS + " segments", "Take fewer.");
    Membrane membrane = membrane();
    List<Insertion> insertions = draft.insertions.stream().map(this::insertion).toList();
    Optional<Expression> spike = spike();
    List<Statement.Assign> reset = reset();
    CellModel model =
        new CellModel(
            draft.id,
            draft.title,
            draft.summary,
            draft.references,
            common.parameters,
            membrane,
            compartments,
            insertions,
            spike,
            reset,
            refractory(),
            held(),
            common.presets(false),
            text);
    common.tellUnused();
    return model;
  }

  private Optional<Compartment> compartment(Draft.Piece p) {
    if (!p.id().matches("[A-Za-z]\\w{0,63}") || p.id().equals(CellParser.ALL)) {
      findings.error(p.at(), "'" + p.id() + "' is no name for a compartment", "");
      return Optional.empty();
    }
    if (pieces.putIfAbsent(p.id(), p) != null) {
      findings.error(p.at(), "There is a second compartment '" + p.id() + "'", "");
      return Optional.empty();
    }
    Quantity length = size(p, p.length(), "length");
    Quantity diameter = size(p, p.diameter(), "diameter");
    Map<String, Quantity> own = own(p.values());
    return Optional.of(
        new Compartment(
            p.id(),
            p.parent().map(Draft.Named::id),
            length,
            diameter,
            p.segments().map(this::segments).orElse(1),
            Optional.ofNullable(own.get("C_m")),
            Optional.ofNullable(own.get("R_a")),
            Optional.ofNullable(own.get("v")),
            p.label().isEmpty() ? p.id() : p.label(),
            p.at()));
  }

  private Quantity size(Draft.Piece p, Optional<Draft.Value> value, String what) {
    if (value.isEmpty()) {
      findings.error(
          p.at(), "'" + p.id() + "' has no " + what, "Write '" + what + " 20 um' behind it.");
      return Quantity.of(1, "um");
    }
    positive(value.get(), Dimension.LENGTH, "The " + what + " of '" + p.id() + "'", "20 um");
    return value.get().quantity();
  }

  private void positive(Draft.Value value, Dimension wanted, String what, String example) {
    Quantity q = value.quantity();
    if (!q.unit().dimension().equals(wanted))
      findings.error(
          value.valueAt(),
          what
              + " is "
              + new Measure(wanted).shown()
              + ", this is "
              + new Measure(q.unit().dimension()).shown(),
          "Write it like '" + example + "'.");
    else if (!(q.engineValue() > 0) || !Double.isFinite(q.engineValue()))
      findings.error(
          value.valueAt(), what + " has to be above 0", "Write it like '" + example + "'.");
  }

  private int segments(Draft.Value value) {
    double n = value.quantity().value();
    boolean whole =
        value.quantity().unit().equals(Unit.NONE)
            && n == Math.rint(n)
            && n >= 1
            && n <= MOST_SEGMENTS;
    if (!whole)
      findings.error(
          value.valueAt(),
          "A compartment is cut into a whole number of segments, 1 to " + MOST_SEGMENTS,
          "Write 'segments 5'.");
    return whole ? (int) n : 1;
  }

  /// What a membrane or a compartment says of itself: C_m, R_a and v.
  private Map<String, Quantity> own(List<Draft.Value> values) {
    Map<String, Quantity> own = new LinkedHashMap<>();
    for (Draft.Value value : values) {
      if (own.put(value.id(), value.quantity()) != null)
        findings.error(value.at(), "'" + value.id() + "' is set twice", "Keep one.");
      switch (value.id()) {
        case "C_m" ->
            positive(value, CAPACITANCE_PER_AREA, "The membrane's capacitance", "1 uF/cm^2");
        case "R_a" -> positive(value, RESISTIVITY, "The axial resistivity", "150 Ohm*cm");
        case "v" -> {
          if (!value.quantity().unit().dimension().equals(Dimension.VOLTAGE))
            findings.error(
                value.valueAt(),
                "The potential at the start is a voltage (mV), this is "
                    + new Measure(value.quantity().unit().dimension()).shown(),
                "Write it like '-70 mV'.");
        }
        default ->
            findings.error(
                value.at(),
                "'" + value.id() + "' is nothing that a membrane has of itself",
                DidYouMean.hint(value.id(), List.of("C_m", "R_a", "v"), "It has")
                    + " Conductances come with channels: 'insert leak in all g = …'.");
      }
    }
    return own;
  }

  private Membrane membrane() {
    Map<String, Quantity> own = own(draft.membrane);
    Membrane standard = Membrane.STANDARD;
    return new Membrane(
        own.getOrDefault("C_m", standard.capacitance()),
        own.getOrDefault("R_a", standard.resistance()),
        own.getOrDefault("v", standard.start()));
  }

  private void tree() {
    Optional<Draft.Piece> root = Optional.empty();
    for (Draft.Piece p : pieces.values()) {
      if (p.parent().isEmpty()) {
        if (root.isPresent())
          findings.error(
              p.at(),
              "'"
                  + p.id()
                  + "' hangs on nothing, and so does '"
                  + root.get().id()
                  + "': a cell has one root",
              "Write 'compartment " + p.id() + " on " + root.get().id() + " …'.");
        else root = Optional.of(p);
      } else if (!pieces.containsKey(p.parent().get().id())) {
        findings.error(
            p.parent().get().at(),
            "There is no compartment '" + p.parent().get().id() + "' to hang on",
            DidYouMean.hint(p.parent().get().id(), pieces.keySet(), "The compartments are"));
      }
    }
    Set<String> rooted = new HashSet<>();
    for (Draft.Piece p : pieces.values()) circle(p, rooted);
    if (pieces.isEmpty() && !findings.hasErrors())
      findings.error(
          draft.at,
          "A cell needs a compartment",
          "Write 'compartment soma length 20 um diameter 20 um'.");
  }

  /// Follows parents to a root; tells a way that comes back to itself.
  private void circle(Draft.Piece start, Set<String> rooted) {
    List<String> way = new ArrayList<>();
    Optional<Draft.Piece> here = Optional.of(start);
    while (here.isPresent() && !rooted.contains(here.get().id())) {
      int before = way.indexOf(here.get().id());
      way.add(here.get().id());
      if (before >= 0) {
        findings.error(
            here.get().parent().map(Draft.Named::at).orElse(here.get().at()),
            "'"
                + here.get().id()
                + "' hangs on itself: "
                + String.join(" -> ", way.subList(before, way.size())),
            "One compartment of a cell, its root, has no 'on'.");
        break;
      }
      here = here.get().parent().map(Draft.Named::id).map(pieces::get);
    }
    rooted.addAll(way);
  }

  private void declare(Compartment c) {
    for (int k = 1; k <= Math.min(c.segments(), MOST_SEGMENTS); k++) {
      String id = c.segment(k) + ".v";
      potentials.add(id);
      common.symbols.given(id, Types.VOLTAGE, "membrane potential", "mV");
    }
  }

  private Insertion insertion(Draft.Inserted line) {
    Set<String> places = new LinkedHashSet<>();
    boolean all = line.places().isEmpty();
    for (Draft.Named place : line.places()) {
      if (place.id().equals(CellParser.ALL)) all = true;
      else if (!pieces.containsKey(place.id()))
        findings.error(
            place.at(),
            "There is no compartment '" + place.id() + "'",
            DidYouMean.hint(place.id(), pieces.keySet(), "The compartments are"));
      else if (!places.add(place.id()))
        findings.error(place.at(), "'" + place.id() + "' is named twice", "Keep one.");
    }
    Map<String, Expression> values = new LinkedHashMap<>();
    FormulaChecker checker = new FormulaChecker(common.symbols, findings, Map.of(), false);
    for (Draft.Formula value : line.values()) {
      Checked checked = checker.check(value.value());
      common.note(checked.formula());
      common.onlyParameters(
          checked.formula(),
          Set.of("pi"),
          "The value of a channel is made of numbers and parameters");
      if (values.put(value.id(), checked.formula()) != null)
        findings.error(value.at(), "'" + value.id() + "' is set twice", "Keep one.");
    }
    return new Insertion(line.channel(), all ? List.of() : List.copyOf(places), values, line.at());
  }

  private Optional<Expression> spike() {
    if (draft.spike.isEmpty()) {
      nothingWithoutSpike(draft.resetAt, !draft.reset.isEmpty(), "a reset");
      nothingWithoutSpike(draft.refractoryAt, draft.refractory.isPresent(), "a refractory period");
      return Optional.empty();
    }
    Checked condition =
        new FormulaChecker(common.symbols, findings, Map.of(), false).check(draft.spike.get());
    common.note(condition.formula());
    if (!condition.type().fits(Types.TRUTH))
      findings.error(
          draft.spikeAt,
          "A cell spikes on a condition, this is " + condition.type().shown(),
          "Write 'spike when soma.v >= -20 mV'.");
    if (draft.withinStep)
      findings.error(
          draft.spikeAt,
          "In a tree no crossing is located inside a step",
          "Leave 'within the step' out.");
    return Optional.of(condition.formula());
  }

  private void nothingWithoutSpike(Span at, boolean there, String what) {
    if (there)
      findings.error(
          at, "There is " + what + " but no spike", "Write 'spike when soma.v >= -20 mV'.");
  }

  private List<Statement.Assign> reset() {
    List<Statement.Assign> checked = new ArrayList<>();
    for (Statement statement : draft.reset) {
      if (!(statement instanceof Statement.Assign a) || !potentials.contains(a.target())) {
        findings.error(
            statement.at(),
            "A reset changes potentials of the cell",
            potentials.isEmpty()
                ? ""
                : "Write 'reset " + potentials.iterator().next() + " = -65 mV'.");
        continue;
      }
      Type wanted = a.how() == Statement.How.MULTIPLY ? Types.NUMBER : Types.VOLTAGE;
      Checked value = common.formula(a.value(), wanted, a.at(), "'" + a.target() + "'");
      checked.add(new Statement.Assign(a.target(), a.how(), value.formula(), a.at()));
    }
    return checked;
  }

  private Optional<Expression> refractory() {
    return draft.refractory.map(period -> {
      Checked checked =
          common.formula(period, Types.TIME, draft.refractoryAt, "A refractory period");
      common.onlyParameters(
          checked.formula(), Set.of("pi"), "It is made of numbers and parameters");
      return checked.formula();
    });
  }

  private List<String> held() {
    if (draft.refractory.isEmpty()) return List.of();
    List<String> held = new ArrayList<>();
    for (Draft.Named name : draft.held)
      if (potentials.contains(name.id())) held.add(name.id());
      else
        findings.error(
            name.at(),
            "There is no potential '" + name.id() + "' to hold",
            DidYouMean.hint(name.id(), potentials, "There are"));
    return held;
  }
}
