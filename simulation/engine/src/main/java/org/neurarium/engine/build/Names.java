package org.neurarium.engine.build;

import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Projection;

/// How elements are called in sentences.
final class Names {

  private Names() {}

  static String of(Circuit circuit, ElementId id) {
    return circuit.find(id).map(Element::name).filter(n -> !n.isBlank()).orElse(id.text());
  }

  static String of(Circuit circuit, Projection projection) {
    return of(circuit, projection.from()) + " → " + of(circuit, projection.to());
  }
}
