package org.neurarium.circuits.file;

import org.jspecify.annotations.Nullable;

/// The way from a file's root to the value being read. The path is spelled out only when a problem is reported.
///
/// @param findings to which problems go
/// @param parent the way to what contains this; null at the root
/// @param step the last step, such as `.weight` or `[3]`
record Where(Findings findings, @Nullable Where parent, String step) {

  static Where root(Findings findings) {
    return new Where(findings, null, "$");
  }

  Where field(String name) {
    String plain = name.length() > 40 ? name.substring(0, 40) + "…" : name;
    return new Where(findings, this, plain.matches("\\w+") ? "." + plain : "['" + plain + "']");
  }

  Where item(int index) {
    return new Where(findings, this, "[" + index + "]");
  }

  String path() {
    return parent == null ? step : parent.path() + step;
  }

  void error(Json.Spot at, String sentence, String hint) {
    findings.error(at, parent == null ? "" : path(), sentence, hint);
  }

  /// Reports a value of another type than the one expected.
  ///
  /// @param expected such as "a number"
  void expected(String expected, Json found, String hint) {
    error(found.at(), "This should be " + expected + ", but it is " + found.describe(), hint);
  }
}
