package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.model.ModelCatalogue;

/// A piece cut out of a circuit: nodes, the projections among them, what is inside of groups, and the circuit's own models that these need.
///
/// @param elements with the ids they had where they come from
/// @param models with the names they had there
record Snippet(List<Element> elements, List<OwnModel> models) {

  Snippet {
    elements = List.copyOf(elements);
    models = List.copyOf(models);
  }

  /// The piece that a selection means.
  static Snippet of(Circuit circuit, Collection<ElementId> selected) {
    Set<ElementId> ids = new LinkedHashSet<>(Folding.withMembers(circuit, selected));
    // Lines among the parts come along, and with them the links that end at lines.
    for (Projection p : circuit.projections())
      if (ids.contains(p.from()) && ids.contains(p.to())) ids.add(p.id());
    List<Element> elements =
        circuit.elements().stream()
            .filter(e ->
                ids.contains(e.id())
                    || (e instanceof Link l && ids.contains(l.from()) && ids.contains(l.to())))
            .toList();
    return new Snippet(elements, needed(circuit, elements));
  }

  /// The circuit's own models that elements name, and those that these mention in turn, such as a cell its channels.
  private static List<OwnModel> needed(Circuit circuit, List<Element> elements) {
    Set<String> names = new LinkedHashSet<>();
    for (Element e : elements) modelOf(e).ifPresent(names::add);
    Set<OwnModel> found = new LinkedHashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (OwnModel m : circuit.models())
        if (names.contains(m.id()) && found.add(m)) {
          more = true;
          for (String word : m.text().split("\\W+", -1)) names.add(word);
        }
    }
    return circuit.models().stream().filter(found::contains).toList();
  }

  private static Optional<String> modelOf(Element element) {
    return switch (element) {
      case Population p -> Optional.of(p.model());
      case Projection p -> Optional.of(p.synapse().model());
      case ModulatorSource m -> Optional.of(m.model());
      default -> Optional.empty();
    };
  }

  /// The same piece with such names for its models that it can go into a circuit, and with those models only that have to come along. One that is there already, with the same text, stays away;
  /// one whose name is taken by another gets a name of its own.
  ///
  /// @param known the models in force there
  Snippet fitting(Circuit into, ModelCatalogue known) {
    Circuit piece = new Circuit("", "", into.run(), elements, models);
    Set<String> taken = new HashSet<>();
    known.entries().forEach(e -> taken.add(e.id()));
    into.models().forEach(m -> taken.add(m.id()));
    List<OwnModel> coming = new ArrayList<>();
    for (OwnModel m : models) {
      if (text(m.id(), into, known).filter(m.text()::equals).isPresent()) continue;
      String id = m.id();
      if (taken.stream().anyMatch(m.id()::equalsIgnoreCase)) {
        models.forEach(other -> taken.add(other.id()));
        id = OwnModel.freshId(m.id(), taken);
        piece = new Edit.RenameModel("", m.id(), id).apply(piece);
      }
      taken.add(id);
      coming.add(piece.model(id).orElseThrow());
    }
    return new Snippet(piece.elements(), coming);
  }

  private static Optional<String> text(String id, Circuit circuit, ModelCatalogue known) {
    return circuit
        .model(id)
        .map(OwnModel::text)
        .or(() ->
            known.entries().stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .map(e -> e.model().text()));
  }

  /// The same elements for another circuit: with ids and names that it does not have, referring to each other, and moved.
  /// What refers to an element that is neither here nor there is left out.
  List<Element> fresh(Circuit into, double dx, double dy) {
    Circuit grown = into;
    Map<ElementId, Element> renamed = new LinkedHashMap<>();
    Map<ElementId, ElementId> newIds = new HashMap<>();
    for (Element e : elements) {
      String name =
          e instanceof Projection || e instanceof Link
              ? e.name()
              : PartFactory.freshName(e.name(), grown);
      ElementId id = grown.freshId(e.id().text().replaceFirst("-\\d+$", ""));
      Element copy = e.withName(name).withId(id);
      newIds.put(e.id(), id);
      renamed.put(id, copy);
      List<Element> all = new ArrayList<>(grown.elements());
      all.add(copy);
      grown = grown.of(all);
    }
    List<Element> result = new ArrayList<>();
    for (Element e : renamed.values()) {
      Element moved = e instanceof Node n ? n.at(n.position().plus(dx, dy)) : e;
      switch (moved) {
        case Projection p -> {
          ElementId from = known(p.from(), newIds, into);
          ElementId to = known(p.to(), newIds, into);
          if (from != null && to != null) result.add(named(p.between(from, to), grown));
        }
        case Link l -> {
          ElementId from = known(l.from(), newIds, into);
          ElementId to = known(l.to(), newIds, into);
          if (from != null && to != null) result.add(l.between(from, to));
        }
        case Stimulus s when s.signal() instanceof Signal.Observation o -> {
          ElementId world = known(o.world(), newIds, into);
          if (world != null) result.add(s.withSignal(o.of(world)));
        }
        case Probe p -> result.add(p.aimedAt(known(p.targets(), newIds, into)));
        case Group g ->
            result.add(
                g.with(g.members().stream().map(newIds::get).filter(Objects::nonNull).toList()));
        default -> result.add(moved);
      }
    }
    return result;
  }

  /// A projection that is named after its ends goes on to be.
  private static Projection named(Projection p, Circuit circuit) {
    if (!p.name().contains(" → ")) return p;
    String from = circuit.find(p.from()).map(Element::name).orElse("");
    String to = circuit.find(p.to()).map(Element::name).orElse("");
    return p.withName(from + " → " + to);
  }

  private static @org.jspecify.annotations.Nullable ElementId known(
      ElementId id, Map<ElementId, ElementId> newIds, Circuit into) {
    ElementId renamed = newIds.get(id);
    return renamed != null ? renamed : into.contains(id) ? id : null;
  }

  private static List<ElementId> known(
      List<ElementId> ids, Map<ElementId, ElementId> newIds, Circuit into) {
    List<ElementId> kept = new ArrayList<>();
    for (ElementId id : ids) {
      ElementId found = known(id, newIds, into);
      if (found != null) kept.add(found);
    }
    return kept;
  }

  boolean isEmpty() {
    return elements.isEmpty();
  }
}
