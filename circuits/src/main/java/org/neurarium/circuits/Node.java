package org.neurarium.circuits;

/// An element with a place of its own on the canvas; a [Projection] or [Link] is the line between two of them.
public sealed interface Node extends Element
    permits NeuronSource, ModulatorSource, World, Probe, Group, Note {

  /// The centre of its symbol on the canvas.
  Point position();

  /// The same element elsewhere.
  Node at(Point newPosition);

  @Override
  Node withName(String newName);

  @Override
  Node withId(ElementId newId);
}
