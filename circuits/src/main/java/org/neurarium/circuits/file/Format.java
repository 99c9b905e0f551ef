package org.neurarium.circuits.file;

import java.util.Optional;

/// How values of one type stand in a file. Reading what was written gives an equal value.
interface Format<T> {

  /// Reads a value; when there is none, has said why.
  Optional<T> read(Json json, Where where);

  /// Writes a value.
  Json write(T value);
}
