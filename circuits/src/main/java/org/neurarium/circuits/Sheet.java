package org.neurarium.circuits;

import org.neurarium.circuits.units.Quantity;

/// Where a population's neurons lie: on a flat sheet, in a grid or scattered.
///
/// A grid of n neurons has ceil(sqrt(n · width/height)) columns, filled row by row; positions are cell centres.
///
/// @param width extent along x, a length above 0
/// @param height extent along y, a length above 0
/// @param arrangement grid or random (uniform, keyed by the population's id and the seed)
/// @param periodic whether opposite edges touch when distances are measured
public record Sheet(Quantity width, Quantity height, Arrangement arrangement, boolean periodic) {

  /// How the neurons are placed.
  public enum Arrangement {
    GRID,
    RANDOM
  }

  /// One square millimetre, in a grid, with edges.
  public static final Sheet DEFAULT =
      new Sheet(Quantity.of(1000, "um"), Quantity.of(1000, "um"), Arrangement.GRID, false);
}
