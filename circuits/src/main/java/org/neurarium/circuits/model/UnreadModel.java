package org.neurarium.circuits.model;

import java.util.function.Supplier;

/// A model file that a list can show before anyone has read all of it.
///
/// @param kind of file
/// @param id the model's name
/// @param head reads what a list shows
/// @param model reads all of it
public record UnreadModel(
    Model.Kind kind, String id, Supplier<Head> head, Supplier<? extends Model> model) {

  /// What stands at the beginning of a file for people.
  ///
  /// @param title as [Model#title]
  /// @param summary as [Model#summary]
  public record Head(String title, String summary) {}
}
