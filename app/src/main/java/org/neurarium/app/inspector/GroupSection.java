package org.neurarium.app.inspector;

import org.neurarium.circuits.Group;

/// One group, or what several share.
final class GroupSection implements Section {

  private final Target<Group> target;

  GroupSection(Target<Group> target) {
    this.target = target;
  }

  @Override
  public Object shape() {
    return target.elements().stream().map(Group::id).toList();
  }

  @Override
  public String title() {
    return target.isSingle()
        ? target.first().map(Group::name).orElse("")
        : target.elements().size() + " groups";
  }

  @Override
  public String subtitle() {
    return Section.count(
            target.elements().stream().mapToLong(g -> g.members().size()).sum(), "part", "parts")
        + " inside";
  }

  @Override
  public void fill(Form form) {
    form.heading("Essentials");
    if (target.isSingle())
      form.row("Name", TextRow.name(target.access("the name", Group::name, Group::withName)));
    form.row(
        "folded",
        new ToggleRow(
            "Folded to one symbol",
            "Show the group as one symbol on the canvas",
            target.access("folding", Group::folded, Group::folded)));
    form.plain(Kicks.button(target));
    String members =
        String.join(
            ", ",
            target.elements().stream()
                .flatMap(g -> g.members().stream())
                .map(id -> Section.nameOf(target.workspace().circuit(), id))
                .toList());
    if (!members.isEmpty()) form.heading("Inside").note(members);
  }
}
