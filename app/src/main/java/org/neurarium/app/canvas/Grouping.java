package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.edit.Edit;

/// The edits that make, dissolve and fold groups.
final class Grouping {

  private Grouping() {}

  /// What grouping makes: the edit and the group.
  record Made(Edit edit, Group group) {}

  /// Puts nodes into a new open group. Inside a common group the new one takes their place; out of different ones they are taken.
  static Optional<Made> group(Circuit circuit, Collection<ElementId> ids) {
    Folding folding = new Folding(circuit);
    Set<ElementId> members = new LinkedHashSet<>();
    for (ElementId id : ids) if (circuit.find(id).orElse(null) instanceof Node) members.add(id);
    // A member whose group is grouped as well comes along inside it.
    members.removeIf(id -> folding.ancestors(id).stream().anyMatch(g -> ids.contains(g.id())));
    if (members.isEmpty()) return Optional.empty();
    Set<Optional<Group>> parents = new HashSet<>();
    for (ElementId id : members) parents.add(folding.parent(id));
    String name = PartFactory.freshName("Group", circuit);
    Group made =
        new Group(
            circuit.freshId(name), name, centre(circuit, members), List.copyOf(members), false);
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.Add("Group", List.of(made)));
    for (Optional<Group> parent : parents)
      parent.ifPresent(g -> {
        List<ElementId> left = new ArrayList<>(g.members());
        left.removeAll(members);
        if (parents.size() == 1) left.add(made.id());
        edits.add(new Edit.Replace("Group", List.of(g.with(left))));
      });
    return Optional.of(
        new Made(new Edit.Together("Group " + members.size() + " parts", edits), made));
  }

  /// Dissolves groups; their members go to the group around, if there is one.
  static Edit ungroup(Circuit circuit, Collection<Group> groups) {
    Folding folding = new Folding(circuit);
    List<Edit> edits = new ArrayList<>();
    for (Group g : groups)
      folding
          .parent(g.id())
          .filter(p -> groups.stream().noneMatch(other -> other.id().equals(p.id())))
          .ifPresent(p -> {
            List<ElementId> members = new ArrayList<>(p.members());
            members.addAll(g.members());
            edits.add(new Edit.Replace("Ungroup", List.of(p.with(members))));
          });
    edits.add(new Edit.Remove("Ungroup", Set.copyOf(groups.stream().map(Group::id).toList())));
    String label = groups.size() == 1 ? "Ungroup " + groups.iterator().next().name() : "Ungroup";
    return new Edit.Together(label, edits);
  }

  /// Folds an open group, in the middle of its members, or opens a folded one.
  static Edit fold(Circuit circuit, Group group) {
    Group changed =
        group.folded()
            ? group.folded(false)
            : group.folded(true).at(centre(circuit, group.members()));
    return new Edit.Replace(
        (group.folded() ? "Unfold " : "Fold ") + group.name(), List.of(changed));
  }

  private static Point centre(Circuit circuit, Collection<ElementId> ids) {
    List<Point> places =
        ids.stream()
            .map(id -> circuit.find(id, Node.class))
            .flatMap(Optional::stream)
            .map(Node::position)
            .toList();
    double left = places.stream().mapToDouble(Point::x).min().orElse(0);
    double right = places.stream().mapToDouble(Point::x).max().orElse(0);
    double top = places.stream().mapToDouble(Point::y).min().orElse(0);
    double bottom = places.stream().mapToDouble(Point::y).max().orElse(0);
    return Grid.snap(new Point((left + right) / 2, (top + bottom) / 2));
  }
}
