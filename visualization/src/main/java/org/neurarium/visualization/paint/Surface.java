package org.neurarium.visualization.paint;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/// Something to draw plots on. One thread at a time.
///
/// All places and lengths are logical pixels, all colours ARGB, not premultiplied.
public interface Surface {

  /// How a text is set.
  enum Face {
    /// Names.
    SANS,
    /// Titles.
    BOLD,
    /// Numbers, all digits equally wide.
    MONO
  }

  /// Which point of a text is at the given place; vertically it is the baseline, or the middle of the capitals.
  enum Anchor {
    LEFT,
    CENTRE,
    RIGHT
  }

  double width();

  double height();

  /// Device pixels in one logical pixel.
  double scale();

  /// Fills a rectangle.
  void fill(Area area, int argb);

  /// Fills a rectangle with round corners.
  void fillRound(Area area, double radius, int argb);

  /// Draws a straight line; `dash` is the length of strokes and gaps, 0 for none.
  void line(double x1, double y1, double x2, double y2, double width, double dash, int argb);

  /// Draws a line through points; a NaN in `y` breaks it. Nothing is drawn outside `clip`.
  void polyline(Area clip, double[] x, double[] y, int count, double width, int argb);

  /// Draws a disc with a rim.
  void disc(double x, double y, double radius, double rim, int fillArgb, int rimArgb);

  /// Writes text with its capitals centred on `y`.
  ///
  /// @param size of the letters, in logical pixels
  void text(String text, double x, double y, Anchor anchor, Face face, double size, int argb);

  /// How wide a text will be.
  double textWidth(String text, Face face, double size);

  /// Draws many small upright bars, such as spikes: each from `(x, y)` downwards. Where many fall on one pixel, a surface may
  /// shade it by their number.
  ///
  /// @param area in which all of them are; nothing is drawn outside
  /// @param x left edges
  /// @param y upper edges
  void bars(
      Area area, float[] x, float[] y, int count, double barWidth, double barHeight, int argb);

  /// Fills a grid of cells, row by row from the top left.
  ///
  /// @param gap between cells in logical pixels
  /// @param colours rows × columns ARGB values; fully transparent ones are left out
  void cells(Area area, int rows, int columns, double gap, int[] colours);

  /// Lets a library draw that knows only `Graphics2D`, in logical pixels.
  void drawWith(Consumer<Graphics2D> painter);
}
