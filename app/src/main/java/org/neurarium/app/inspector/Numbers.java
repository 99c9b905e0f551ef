package org.neurarium.app.inspector;

/// Numbers as people read them.
final class Numbers {

  private Numbers() {}

  /// Thousands parted by a thin space: `38 400`.
  static String grouped(long n) {
    return String.format(java.util.Locale.ROOT, "%,d", n).replace(',', '\u2009');
  }
}
