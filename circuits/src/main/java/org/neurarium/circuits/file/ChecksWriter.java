package org.neurarium.circuits.file;

import org.neurarium.circuits.check.Checks;

/// Writes checks as text, in the same canonical form as circuits.
public final class ChecksWriter {

  private static final ObjectFormat<Checks> CHECKS = ChecksFormat.checks(ChecksReader.FILE);

  private ChecksWriter() {}

  /// The text of a `checks.json`, ending with a line break.
  public static String write(Checks checks) {
    return JsonPrinter.print(CHECKS.write(checks));
  }
}
