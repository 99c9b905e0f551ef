package org.neurarium.circuits.language;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.model.Model;

/// What reading a model's text gave.
///
/// @param model the model; empty if there is an error among the problems
/// @param problems in the text's order
/// @param tokens the words and signs in the text's order, for colours
/// @param names what could be written in this model's formulas, for completion; known as far as the text could be read
public record Reading(
    Optional<Model> model, List<Problem> problems, List<Token> tokens, List<KnownName> names) {

  public Reading {
    problems = List.copyOf(problems);
    tokens = List.copyOf(tokens);
    names = List.copyOf(names);
  }
}
