package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.formula.Span;

/// The problems of one text, no more than a person can use.
final class Findings {

  private static final int MOST = 50;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  void error(Span at, String sentence, String hint) {
    add(Problem.error(place(at), sentence, hint));
  }

  void warning(Span at, String sentence, String hint) {
    add(Problem.warning(place(at), sentence, hint));
  }

  /// Whether more would be of no use, so that the reader may stop looking.
  boolean full() {
    return problems.size() >= MOST;
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /// In the text's order.
  List<Problem> all() {
    return problems.stream()
        .sorted(
            Comparator.<Problem>comparingInt(p -> p.place().line())
                .thenComparingInt(p -> p.place().column()))
        .toList();
  }

  private void add(Problem problem) {
    // A second problem at the same place is nearly always an echo of the first.
    if (full() || problems.stream().anyMatch(p -> p.place().equals(problem.place()))) return;
    problems.add(problem);
  }

  private Place place(Span at) {
    return Place.at(file, at.line(), at.column(), "");
  }
}
