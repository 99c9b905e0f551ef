package org.neurarium.app.canvas;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;

/// What was copied last.
final class PartsClipboard {

  private @Nullable Snippet held;
  private int pasted;

  /// Takes a piece of a circuit.
  void write(Circuit circuit, Snippet snippet) {
    held = snippet;
    pasted = 0;
  }

  /// What there is to paste.
  Optional<Snippet> read() {
    return Optional.ofNullable(held);
  }

  /// How many steps aside the next paste goes, so that pastes do not hide each other.
  int nextShift() {
    return ++pasted;
  }
}
