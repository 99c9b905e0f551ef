package org.neurarium.engine.network;

/// A square of cells over the sheets of the populations, all of which are centred.
///
/// @param width of the square (um)
/// @param side cells along each side; 1 for the same concentration everywhere
/// @param diffusion coefficient (um²/ms)
public record Field(double width, int side, double diffusion) {

  /// The same concentration everywhere.
  public static final Field EVERYWHERE = new Field(1, 1, 0);

  /// How many cells there are.
  public int cells() {
    return side * side;
  }

  /// The cell at a place, or the nearest one to a place beyond the edges; cells are counted row by row.
  ///
  /// @param x from the centre (um)
  /// @param y from the centre (um)
  public int cellAt(double x, double y) {
    return row(y) * side + row(x);
  }

  private int row(double offset) {
    return (int) Math.clamp(Math.floor((offset / width + 0.5) * side), 0, side - 1);
  }
}
