package org.neurarium.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;

/// A circuit of many parts, for measuring how smoothly a full canvas moves.
final class CrowdedCanvas {

  /// How many parts it has.
  static final int PARTS = 300;

  private CrowdedCanvas() {}

  /// [#PARTS] small populations in rows and columns, each connected to the next.
  static Circuit circuit() {
    List<Element> elements = new ArrayList<>();
    for (int n = 0; n < PARTS; n++) {
      elements.add(population(n));
      if (n > 0) elements.add(projection(n - 1, n));
    }
    return new Circuit("crowd", "", RunSettings.DEFAULT, elements);
  }

  private static ElementId id(int n) {
    return new ElementId("p" + n);
  }

  private static boolean excites(int n) {
    return n % 4 != 3;
  }

  private static Population population(int n) {
    return new Population(
        id(n),
        id(n).text(),
        new Point(n % 20 * 180, n / 20 * 180),
        excites(n) ? Population.Type.EXCITATORY : Population.Type.INHIBITORY,
        10,
        "lif_exp_psc",
        Map.of(),
        Map.of(),
        Sheet.DEFAULT);
  }

  private static Projection projection(int from, int to) {
    ElementId id = new ElementId(id(from) + "-" + id(to));
    return new Projection(
        id,
        id.text(),
        id(from),
        id(to),
        excites(from) ? "ex" : "in",
        new Wiring.OneToOne(),
        true,
        true,
        Value.of(excites(from) ? 10 : -10, "pA"),
        Value.of(1, "ms"),
        Synapse.STATIC);
  }
}
