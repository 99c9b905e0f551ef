package org.neurarium.circuits.file;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.neurarium.circuits.file.Json.Obj;

/// The steps that lift a file from an older version of the format to the newest.
///
/// Version 1 is the first. The step at index i lifts version i + 1 to i + 2; it works on the tree, keeps the spots of what it moves, and is
/// never changed once files of its version are about.
///
/// @param steps in order
record Migrations(List<UnaryOperator<Obj>> steps) {

  /// The steps of this release: none yet.
  static final Migrations NEWEST = new Migrations(List.of());

  Migrations {
    steps = List.copyOf(steps);
  }

  /// The version that circuits are written in.
  int version() {
    return steps.size() + 1;
  }

  /// Lifts a file's tree to the newest version. Empty, with the reason reported, when the version is missing or unknown.
  Optional<Obj> lift(Obj root, Where where) {
    Optional<Json> json = root.get(CircuitFormat.VERSION);
    if (json.isEmpty()) {
      where.error(
          root.at(),
          "This is not a Neurarium circuit: it does not say which version of the format it has",
          "If it is one, add \"neurarium\": " + version() + " at its beginning.");
      return Optional.empty();
    }
    Where there = where.field(CircuitFormat.VERSION);
    return Formats.INTEGER
        .read(json.get(), there)
        .flatMap(from -> lift(root, from, json.get().at(), there));
  }

  private Optional<Obj> lift(Obj root, int from, Json.Spot at, Where where) {
    if (from > version()) {
      where.error(
          at,
          "This circuit was written by a newer Neurarium (format " + from + ")",
          "This one reads formats up to " + version() + "; a newer release opens it.");
      return Optional.empty();
    }
    if (from < 1) {
      where.error(at, "There is no format version " + from, "The first one is 1.");
      return Optional.empty();
    }
    Obj lifted = root;
    for (UnaryOperator<Obj> step : steps.subList(from - 1, steps.size()))
      lifted = step.apply(lifted);
    return Optional.of(lifted);
  }
}
