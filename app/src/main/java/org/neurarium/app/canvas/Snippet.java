package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;

/// A piece cut out of a circuit: nodes, the projections among them, and what is inside of groups.
///
/// @param elements with the ids they had where they come from
record Snippet(List<Element> elements) {

  Snippet {
    elements = List.copyOf(elements);
  }

  /// The piece that a selection means.
  static Snippet of(Circuit circuit, Collection<ElementId> selected) {
    Set<ElementId> ids = Folding.withMembers(circuit, selected);
    return new Snippet(
        circuit.elements().stream()
            .filter(e ->
                ids.contains(e.id())
                    || (e instanceof Projection p && ids.contains(p.from()) && ids.contains(p.to()))
                    || (e instanceof Link l && ids.contains(l.from()) && ids.contains(l.to())))
            .toList());
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
