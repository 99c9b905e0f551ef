package org.neurarium.circuits;

import java.util.List;

/// A recorder: the plot on the canvas and in the dock.
///
/// @param id lasting id
/// @param name what people call it
/// @param position centre on the canvas
/// @param targets what it looks at: populations and stimuli, or projections for weights
/// @param recording what it records of them
public record Probe(
    ElementId id, String name, Point position, List<ElementId> targets, Recording recording)
    implements Node {

  public Probe {
    targets = List.copyOf(targets);
  }

  @Override
  public String kind() {
    return "probe";
  }

  @Override
  public Probe withName(String newName) {
    return new Probe(id, newName, position, targets, recording);
  }

  @Override
  public Probe withId(ElementId newId) {
    return new Probe(newId, name, position, targets, recording);
  }

  @Override
  public Probe at(Point newPosition) {
    return new Probe(id, name, newPosition, targets, recording);
  }

  /// The same probe recording something else.
  public Probe recording(Recording other) {
    return new Probe(id, name, position, targets, other);
  }

  /// The same probe looking at other elements.
  public Probe aimedAt(List<ElementId> newTargets) {
    return new Probe(id, name, position, newTargets, recording);
  }
}
