package org.neurarium.circuits.check;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.units.Quantity;

/// All checks of a project, and the protocol under which they are measured.
///
/// @param duration how long each run takes
/// @param windowStart measures look at spikes after this time …
/// @param windowEnd … and up to this one, inclusive
/// @param seeds on how many seeds each check is measured unless somebody says otherwise: the circuit's own and the ones after it
/// @param variants the circuit under other parameters, for checks that are not about the circuit as it stands
/// @param lesions what checks must fail or survive
/// @param checks in the order of the lesson
public record Checks(
    Quantity duration,
    Quantity windowStart,
    Quantity windowEnd,
    int seeds,
    List<Variation> variants,
    List<Variation> lesions,
    List<Check> checks) {

  public Checks {
    variants = List.copyOf(variants);
    lesions = List.copyOf(lesions);
    checks = List.copyOf(checks);
  }

  /// The variant with this name.
  public Optional<Variation> variant(String name) {
    return variants.stream().filter(v -> v.name().equals(name)).findFirst();
  }

  /// The lesion with this name.
  public Optional<Variation> lesion(String name) {
    return lesions.stream().filter(v -> v.name().equals(name)).findFirst();
  }
}
