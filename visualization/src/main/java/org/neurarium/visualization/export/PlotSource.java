package org.neurarium.visualization.export;

import java.io.IOException;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.paint.Surface;

/// A plot that can be drawn and written, by one thread at a time; those of a run by the plot thread only.
public interface PlotSource {

  /// A short name for a file, such as `raster`.
  String name();

  PlotTheme theme();

  /// Size to draw it in, in logical pixels.
  double width();

  /// Size to draw it in, in logical pixels.
  double height();

  /// Draws it.
  void draw(Surface surface);

  /// Writes its numbers as CSV: a header with units, then rows.
  void write(Appendable csv) throws IOException;
}
