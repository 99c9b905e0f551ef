package org.neurarium.visualization.live;

import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.PixelSurface;

/// Paints pictures on the plot thread.
///
/// @param <L> how a picture is to look; an immutable value with a useful `equals`
/// @param <D> what the FX thread should know about a picture when it shows it
interface Artist<L extends Artist.Look, D> {

  /// What every look has.
  interface Look {
    PlotTheme theme();
  }

  /// A number that changes when the same look would give another picture.
  long version(L look, RunHistory history);

  D paint(PixelSurface surface, L look, RunHistory history);
}
