package org.neurarium.app.inspector;

import java.util.List;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.units.Quantity;

/// Receptors whose values belong together.
///
/// Dopamine: half of the D1 receptors are taken at 1 µM, half of the D2 receptors at 10 nM, one receptor for each molecule: Dreyer, Herrik, Berg & Hounsgaard
/// (2010), doi:10.1523/JNEUROSCI.1894-10.2010. D1 strengthens, D2 weakens. How much is a round number to begin with.
enum ReceptorKind {
  D1("D1: strengthens, at high concentrations", 1, 1),
  D2("D2: weakens, at low concentrations", 0.01, -0.5),
  OTHER("other values", 1, 1);

  private final String title;

  /// (uM)
  private final double halfEffect;

  private final double strength;

  ReceptorKind(String title, double halfEffect, double strength) {
    this.title = title;
    this.halfEffect = halfEffect;
    this.strength = strength;
  }

  String title() {
    return title;
  }

  /// The kind that a modulation's values are of.
  static ReceptorKind of(Link.Modulate m) {
    for (ReceptorKind k : List.of(D1, D2)) if (k.given(m).equals(m)) return k;
    return OTHER;
  }

  /// A modulation with the values of this kind; `OTHER` leaves them.
  Link.Modulate given(Link.Modulate m) {
    if (this == OTHER) return m;
    Quantity half = Quantity.of(halfEffect, "uM");
    boolean same =
        m.halfEffect().unit().dimension().equals(half.unit().dimension())
            && Math.abs(m.halfEffect().engineValue() - half.engineValue())
                < 1e-9 * half.engineValue();
    return new Link.Modulate(m.parameter(), same ? m.halfEffect() : half, 1, strength);
  }
}
