package org.neurarium.circuits;

import java.util.Optional;
import org.neurarium.circuits.edit.Edit;

/// A person's mistake, told kindly: what is wrong, where, and a way out.
///
/// @param severity how bad
/// @param place where
/// @param sentence what is wrong, one plain sentence without a final full stop's worth of jargon; names the element as people call it
/// @param hint what to do about it; may be empty
/// @param fix an edit that mends it, where one is certain
public record Problem(
    Severity severity, Place place, String sentence, String hint, Optional<Edit> fix) {

  /// How bad a problem is.
  public enum Severity {
    /// The circuit cannot run (or the file cannot be read) until it is mended.
    ERROR,
    /// It runs, but probably not as meant.
    WARNING,
    /// Worth knowing.
    NOTE
  }

  /// An error with a hint.
  public static Problem error(Place place, String sentence, String hint) {
    return new Problem(Severity.ERROR, place, sentence, hint, Optional.empty());
  }

  /// A warning with a hint.
  public static Problem warning(Place place, String sentence, String hint) {
    return new Problem(Severity.WARNING, place, sentence, hint, Optional.empty());
  }

  /// The same problem with an edit that mends it.
  public Problem fixedBy(Edit edit) {
    return new Problem(severity, place, sentence, hint, Optional.of(edit));
  }

  /// The same problem, elsewhere.
  public Problem at(Place newPlace) {
    return new Problem(severity, newPlace, sentence, hint, fix);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// Place, sentence and hint on one line, for a terminal.
  @Override
  public String toString() {
    String where = place.toString();
    return (where.isEmpty() ? "" : where + ": ") + sentence + (hint.isEmpty() ? "" : ". " + hint);
  }
}
