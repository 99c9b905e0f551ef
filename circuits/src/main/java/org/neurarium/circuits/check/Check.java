package org.neurarium.circuits.check;

import org.neurarium.circuits.Place;

/// One claim of a lesson.
///
/// @param name short, unique in its project: `rate-e`
/// @param sentence what it claims, for the student
/// @param variant name of the variant that is run; empty for the circuit as it stands
/// @param measure what is measured
/// @param target between which bounds it must lie
/// @param lesion name of the lesion under which it must fail
/// @param sham name of the lesion under which it must still pass
/// @param place where it is written
public record Check(
    String name,
    String sentence,
    String variant,
    Measure measure,
    Target target,
    String lesion,
    String sham,
    Place place) {

  /// The same check, written elsewhere.
  public Check at(Place newPlace) {
    return new Check(name, sentence, variant, measure, target, lesion, sham, newPlace);
  }
}
