package org.neurarium.app.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;

/// What the groups of a circuit show and hide: who is inside whom, and by which symbol an element is seen.
final class Folding {

  private final Map<ElementId, Group> parents = new HashMap<>();

  Folding(Circuit circuit) {
    for (Group g : circuit.all(Group.class))
      for (ElementId member : g.members()) parents.putIfAbsent(member, g);
  }

  /// The group that holds an element directly.
  Optional<Group> parent(ElementId id) {
    return Optional.ofNullable(parents.get(id));
  }

  /// The element by which this one is seen: itself, or the outermost folded group around it.
  ElementId shownBy(ElementId id) {
    ElementId shown = id;
    for (Group g : ancestors(id)) if (g.folded()) shown = g.id();
    return shown;
  }

  boolean isHidden(ElementId id) {
    return !shownBy(id).equals(id);
  }

  /// The groups around an element, innermost first. A cycle, which a broken file may have, ends the list.
  List<Group> ancestors(ElementId id) {
    List<Group> found = new java.util.ArrayList<>();
    Set<ElementId> seen = new HashSet<>(List.of(id));
    for (Group g = parents.get(id); g != null && seen.add(g.id()); g = parents.get(g.id()))
      found.add(g);
    return found;
  }

  /// These elements and everything inside them that are groups.
  static Set<ElementId> withMembers(Circuit circuit, Iterable<ElementId> ids) {
    Set<ElementId> all = new java.util.LinkedHashSet<>();
    java.util.ArrayDeque<ElementId> open = new java.util.ArrayDeque<>();
    for (ElementId id : ids) open.add(id);
    while (!open.isEmpty()) {
      ElementId id = open.remove();
      if (all.add(id)) circuit.find(id, Group.class).ifPresent(g -> open.addAll(g.members()));
    }
    return all;
  }
}
