package org.neurarium.circuits;

import java.util.regex.Pattern;

/// The lasting name of an element inside its circuit.
///
/// Randomness is keyed by it, so an element keeps its noise, wiring and start values when others come and go, and
/// when it is renamed for the reader (that changes [Element#name()], never the id).
///
/// @param text a letter, then letters, digits, `_` or `-`; at most 64 characters
public record ElementId(String text) implements Comparable<ElementId> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  public ElementId {
    if (!isValid(text))
      throw new IllegalArgumentException(
          "an element id is a letter, then letters, digits, _ or -: '" + text + "'");
  }

  /// Whether a text can be an id.
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(ElementId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
