package org.neurarium.circuits.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.neurarium.circuits.units.Quantity;

/// Values that belong together and have a name: "bursting".
///
/// @param name for people
/// @param values by the id of a parameter or of a state (then its start), in the file's order
public record Preset(String name, Map<String, Quantity> values) {
  public Preset {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
