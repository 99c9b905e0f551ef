package org.neurarium.app.canvas;

/// What a palette offers: a kind of part, or a population of a model.
public sealed interface Placeable permits Part, ModelPart {

  /// Its name for people.
  String title();

  /// What it is, in a few words.
  String summary();
}
