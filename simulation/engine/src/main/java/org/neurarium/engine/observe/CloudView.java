package org.neurarium.engine.observe;

import org.neurarium.circuits.units.Unit;

/// Looks at the concentrations of a modulator source while the engine may be changing them: the cloud on the canvas.
///
/// Reading takes no part in the engine's synchronisation: each number is whole, numbers read together may be from slightly different steps. That is enough for a picture.
public interface CloudView {

  /// Cells along each side; 1 where the concentration is the same everywhere.
  int side();

  /// Extent of the square field, which is centred like the sheets (um); means nothing where there is one cell.
  double width();

  /// Of the concentrations.
  Unit unit();

  /// Fills in the concentrations in [#unit()].
  ///
  /// @param cells side x side numbers, row by row
  void fill(double[] cells);
}
