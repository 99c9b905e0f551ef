package org.neurarium.circuits;

import java.util.List;

/// A sub-circuit that can be folded into one symbol. Groups may hold groups, without cycles; an element is in at most one.
///
/// @param id lasting id
/// @param name what people call it
/// @param position centre of the folded symbol on the canvas
/// @param members ids of the nodes inside
/// @param folded whether it is shown as one symbol
public record Group(
    ElementId id, String name, Point position, List<ElementId> members, boolean folded)
    implements Node {

  public Group {
    members = List.copyOf(members);
  }

  @Override
  public String kind() {
    return "group";
  }

  @Override
  public Group withName(String newName) {
    return new Group(id, newName, position, members, folded);
  }

  @Override
  public Group withId(ElementId newId) {
    return new Group(newId, name, position, members, folded);
  }

  @Override
  public Group at(Point newPosition) {
    return new Group(id, name, newPosition, members, folded);
  }

  /// The same group with other members.
  public Group with(List<ElementId> newMembers) {
    return new Group(id, name, position, newMembers, folded);
  }

  /// The same group folded or open.
  public Group folded(boolean nowFolded) {
    return new Group(id, name, position, members, nowFolded);
  }
}
