package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.edit.Edit;

/// Groups hold things that exist, each thing in one group, and no group itself.
final class GroupRules {

  static final List<Rule<Group>> ALL =
      List.of(
          GroupRules::membersExist,
          GroupRules::membersAreNodes,
          GroupRules::membersAreNowhereElse,
          GroupRules::isNotInItself);

  private GroupRules() {}

  private static void membersExist(Group g, Examination in) {
    for (ElementId member : g.members())
      if (!in.circuit().contains(member))
        in.error(
            g,
            "members",
            the(g) + " holds '" + member + "', which does not exist",
            "Take it out.",
            without(g, member));
  }

  private static void membersAreNodes(Group g, Examination in) {
    for (ElementId member : g.members()) {
      Optional<Element> found = in.circuit().find(member);
      if (found.isPresent() && found.get() instanceof Projection)
        in.error(
            g,
            "members",
            the(g)
                + " holds the projection "
                + quoted(found.get())
                + ", which belongs to its two ends",
            "Take it out; projections inside a group need no membership.",
            without(g, member));
    }
  }

  private static void membersAreNowhereElse(Group g, Examination in) {
    Set<ElementId> seen = new HashSet<>();
    for (ElementId member : g.members()) {
      Optional<Group> other = in.groupOf(member).filter(o -> !o.id().equals(g.id()));
      String name =
          in.circuit().find(member).map(Examination::quoted).orElse(quoted(member.text()));
      if (other.isPresent())
        in.error(
            g,
            "members",
            the(g)
                + " holds "
                + name
                + ", which is in the group "
                + quoted(other.get())
                + " already",
            "An element is in one group at most.",
            without(g, member));
      else if (!seen.add(member))
        in.error(
            g,
            "members",
            the(g) + " holds " + name + " twice",
            "Once is enough.",
            replace("Tidy " + quoted(g), g.with(g.members().stream().distinct().toList())));
    }
  }

  /// Follows the groups around this one outwards; coming back to it means going in a circle.
  private static void isNotInItself(Group g, Examination in) {
    Set<ElementId> passed = new HashSet<>();
    Optional<Group> around = in.groupOf(g.id());
    while (around.isPresent() && passed.add(around.get().id())) {
      if (around.get().id().equals(g.id())) {
        in.error(
            g,
            "members",
            the(g)
                + (passed.size() == 1 ? " holds itself" : " holds a group that holds it in turn"),
            "Take one of them out of the other.");
        return;
      }
      around = in.groupOf(around.get().id());
    }
  }

  private static Edit without(Group g, ElementId member) {
    return replace(
        "Take " + member + " out of " + quoted(g),
        g.with(g.members().stream().filter(id -> !id.equals(member)).toList()));
  }
}
