package org.neurarium.circuits.file;

import org.neurarium.circuits.Circuit;

/// Writes circuits as text. Equal circuits give the same text, and reading it gives an equal circuit.
public final class CircuitWriter {

  private static final ObjectFormat<Circuit> CIRCUIT = CircuitFormat.circuit();

  private CircuitWriter() {}

  /// The circuit in the newest version of the format, ending with a line break.
  public static String write(Circuit circuit) {
    return JsonPrinter.print(CIRCUIT.write(circuit));
  }
}
