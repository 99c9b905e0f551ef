package org.neurarium.circuits.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.neurarium.circuits.Problem;

/// Reads model files. A function of the text alone, from any thread.
@FunctionalInterface
public interface ModelLanguage {

  /// Reads the text of a model file.
  ///
  /// @param file its name, for the places of problems
  Reading read(String file, String text);

  /// Makes a neuron model of a cell and its channels. A language that knows no cells has none.
  ///
  /// @param channels finds a channel by its id
  /// @param known ids of channels, for hints
  default Reading lower(
      CellModel cell, Function<String, Optional<ChannelModel>> channels, List<String> known) {
    return new Reading(Optional.empty(), List.of());
  }

  /// What came of reading a text.
  ///
  /// @param model the model; empty where the text has errors
  /// @param problems with file, line and column
  record Reading(Optional<Model> model, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }
}
