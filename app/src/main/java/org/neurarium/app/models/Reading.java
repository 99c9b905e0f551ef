package org.neurarium.app.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.app.models.Mark.Look;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.language.KnownName;
import org.neurarium.circuits.language.ModelReader;
import org.neurarium.circuits.language.Token;
import org.neurarium.circuits.model.Model;

/// What the language makes of a model's text, arranged by lines for showing it. Immutable.
///
/// @param model if the text has no errors
/// @param problems in the text's order
/// @param names that the text may use
/// @param kind of model that the text begins with: `neuron`, `synapse`, …; empty before it says so
/// @param marks by line, in each from left to right without overlaps
public record Reading(
    Optional<Model> model,
    List<Problem> problems,
    List<KnownName> names,
    String kind,
    List<List<Mark>> marks) {

  static final Reading EMPTY = new Reading(Optional.empty(), List.of(), List.of(), "", List.of());

  /// Reads a text. Any thread.
  ///
  /// @param file name for the places of problems
  static Reading of(String file, String text) {
    var result = ModelReader.read(file, text);
    return new Reading(
        result.model(),
        result.problems(),
        result.names(),
        kind(text),
        marks(result.tokens(), result.names(), text));
  }

  /// The same reading with a problem more, which makes the model unusable.
  Reading with(Problem problem) {
    List<Problem> all = new ArrayList<>(problems);
    all.addFirst(problem);
    return new Reading(Optional.empty(), List.copyOf(all), names, kind, marks);
  }

  private static String kind(String text) {
    for (String line : text.split("\n", -1)) {
      String first = line.strip().split("\\s", 2)[0];
      if (first.isEmpty() || first.startsWith("#")) continue;
      return List.of("neuron", "cell", "synapse", "channel", "modulator").contains(first)
          ? first
          : "";
    }
    return "";
  }

  private static List<List<Mark>> marks(List<Token> tokens, List<KnownName> names, String text) {
    Map<String, Look> looks = new HashMap<>();
    for (KnownName n : names) looks.put(n.id(), look(n.kind()));
    String[] lines = text.split("\n", -1);
    List<List<Mark>> marks = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) marks.add(new ArrayList<>());
    for (Token token : tokens) {
      int line = token.at().line() - 1;
      if (line < 0 || line >= lines.length) continue;
      int start = token.at().column() - 1;
      int end = Math.min(lines[line].length(), start + token.at().length());
      if (start >= end) continue;
      String word = lines[line].substring(start, end);
      boolean derivative = word.startsWith("d") && lines[line].startsWith("/dt", end);
      if (derivative && looks.get(word.substring(1)) == Look.STATE) {
        marks.get(line).add(new Mark(start, start + 1, Look.SIGN));
        marks.get(line).add(new Mark(start + 1, end, Look.STATE));
      } else marks.get(line).add(new Mark(start, end, look(token, word, looks)));
    }
    return marks.stream().map(List::copyOf).toList();
  }

  private static Look look(Token token, String word, Map<String, Look> looks) {
    return switch (token.kind()) {
      case KEYWORD -> Look.KEYWORD;
      case FUNCTION -> Look.FUNCTION;
      case UNIT -> Look.UNIT;
      case NUMBER -> Look.NUMBER;
      case TEXT -> Look.TEXT;
      case SIGN -> Look.SIGN;
      case COMMENT -> Look.COMMENT;
      case MISTAKE -> Look.PLAIN;
      case NAME -> looks.getOrDefault(word, Look.PLAIN);
    };
  }

  static Look look(KnownName.Kind kind) {
    return switch (kind) {
      case PARAMETER -> Look.PARAMETER;
      case STATE -> Look.STATE;
      case DEFINITION, RECEPTOR -> Look.PART;
      case GIVEN -> Look.KNOWN;
      case FUNCTION -> Look.FUNCTION;
      case UNIT -> Look.UNIT;
      case KEYWORD -> Look.KEYWORD;
    };
  }

  /// The marks of a line.
  ///
  /// @param index from 0
  List<Mark> marks(int index) {
    return index < marks.size() ? marks.get(index) : List.of();
  }

  /// The problems in a line.
  ///
  /// @param index from 0
  List<Problem> problemsOf(int index) {
    return problems.stream().filter(p -> p.place().line() == index + 1).toList();
  }

  /// What a problem is about: the word at its place, or the last one of its line.
  Mark where(Problem problem) {
    List<Mark> line = marks(problem.place().line() - 1);
    int column = Math.max(0, problem.place().column() - 1);
    for (Mark m : line) if (m.start() <= column && column < m.end()) return m;
    if (!line.isEmpty() && line.getLast().end() <= column) return line.getLast();
    return new Mark(column, column + 1, Look.PLAIN);
  }

  /// What a name of the model means: label and unit.
  Optional<KnownName> name(String id) {
    return names.stream().filter(n -> n.id().equals(id)).findFirst();
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
