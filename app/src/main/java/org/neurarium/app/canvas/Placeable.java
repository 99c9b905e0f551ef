package org.neurarium.app.canvas;

/// What a palette offers: a kind of part, or something of a model.
public sealed interface Placeable permits Part, ModelPart, WorldPart {

  /// Its name for people.
  String title();

  /// What it is, in a few words.
  String summary();
}
