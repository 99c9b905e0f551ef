package org.neurarium.circuits;

/// Anything that stands on the canvas and in the file.
///
/// Exhaustive switches over the kinds fail to compile until they say what to do with a newcomer.
public sealed interface Element permits Node, Projection, Link {

  /// The lasting id, unique in its circuit.
  ElementId id();

  /// What people call it; not necessarily unique, not blank.
  String name();

  /// The same element under another name.
  Element withName(String newName);

  /// The same element under another id (for copies).
  Element withId(ElementId newId);

  /// The kind in one lower-case word or two, for messages: "population", "stimulus", ….
  String kind();
}
