package org.neurarium.circuits.check;

import java.util.List;

/// A circuit with something changed, under a name: a variant or a lesion.
///
/// @param name unique among the variants or the lesions of its project
/// @param sentence what is changed, for the student
/// @param changes applied in order
public record Variation(String name, String sentence, List<Change> changes) {

  /// Changes nothing.
  public static final Variation NONE = new Variation("", "", List.of());

  public Variation {
    changes = List.copyOf(changes);
  }
}
