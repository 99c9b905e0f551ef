package org.neurarium.circuits.check;

import java.util.List;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Place;

/// A change to a circuit, said in the words of its file.
public sealed interface Change {

  /// Where it was written.
  Place place();

  /// Sets a field of an element.
  ///
  /// @param element whose field
  /// @param path the way to the field, as in the circuit's file: `weight`, or `parameters`, `V_th`
  /// @param json the new value, as the circuit's file would have it
  record Set(ElementId element, List<String> path, String json, Place place) implements Change {
    public Set {
      path = List.copyOf(path);
    }
  }

  /// Removes an element, with what makes no sense without it.
  record Remove(ElementId element, Place place) implements Change {}
}
