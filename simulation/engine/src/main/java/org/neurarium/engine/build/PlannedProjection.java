package org.neurarium.engine.build;

import java.util.Optional;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.NeuronModel;

/// A projection with synapses and what is known of it before its rings are there.
///
/// @param receptor which it lands on, counted among those of the target's model that take the same
/// @param rows how its rows come about
record PlannedProjection(
    Projection projection,
    NeuronSource from,
    Population to,
    NeuronModel.Receptor lands,
    int receptor,
    Rows rows) {

  /// How a projection's rows come about.
  sealed interface Rows {}

  /// It has rows of its own, which are counted and still to be filled.
  record Packed(ProjectionPlan plan) implements Rows {}

  /// It shares rows with others, which are there.
  record Sorted(SortedProjection made) implements Rows {}

  boolean couples() {
    return lands.input() == NeuronModel.Input.COUPLING;
  }

  Optional<ProjectionPlan> packed() {
    return rows instanceof Packed p ? Optional.of(p.plan()) : Optional.empty();
  }

  long synapses() {
    return switch (rows) {
      case Packed p -> p.plan().synapses();
      case Sorted s -> s.made().synapses();
    };
  }

  /// How many bytes the rows take.
  long bytes() {
    return switch (rows) {
      case Packed p -> p.plan().bytes();
      case Sorted s -> s.made().bytes();
    };
  }

  /// The shortest delay (steps).
  int shortest() {
    return switch (rows) {
      case Packed p -> p.plan().shortest();
      case Sorted s -> s.made().shortest();
    };
  }

  /// How many steps ahead sums have to be kept for it.
  int reach() {
    return switch (rows) {
      case Packed p -> p.plan().longest();
      case Sorted _ -> 1;
    };
  }
}
