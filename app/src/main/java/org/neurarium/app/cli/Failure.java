package org.neurarium.app.cli;

import java.util.List;
import org.neurarium.circuits.Problem;

/// Ends a command with sentences for the person who gave it.
final class Failure extends RuntimeException {

  /// What went wrong, or what was wrong with the command line.
  static final int FAILED = 1;

  /// The command line makes no sense.
  static final int MISUSED = 2;

  private final transient List<String> sentences;
  private final int exitCode;

  private Failure(List<String> sentences, int exitCode) {
    super(String.join("\n", sentences), null, false, false);
    this.sentences = List.copyOf(sentences);
    this.exitCode = exitCode;
  }

  /// Something went wrong.
  static Failure of(String sentence) {
    return new Failure(List.of(sentence), FAILED);
  }

  /// Something typed makes no sense.
  static Failure misuse(String sentence) {
    return new Failure(List.of(sentence), MISUSED);
  }

  /// The circuit or a file of the project is not in order.
  static Failure of(List<Problem> problems) {
    return new Failure(
        problems.stream().filter(Problem::isError).map(Problem::toString).toList(), FAILED);
  }

  List<String> sentences() {
    return sentences;
  }

  int exitCode() {
    return exitCode;
  }
}
