package org.neurarium.circuits.sense;

import java.util.List;
import org.neurarium.circuits.sense.GlyphSet.Glyph;
import org.neurarium.circuits.sense.GlyphSet.Stroke;

/// The strokes of all glyphs.
final class GlyphDrawings {

  static final List<Glyph> DIGITS =
      List.of(
          glyph("0", arc(0.5, 0.5, 0.24, 0.36, 0, 360)),
          glyph("1", line(0.36, 0.28, 0.54, 0.14, 0.54, 0.86)),
          glyph(
              "2", arc(0.5, 0.34, 0.22, 0.20, 170, -30), line(0.69, 0.44, 0.28, 0.86, 0.74, 0.86)),
          glyph("3", arc(0.48, 0.32, 0.21, 0.18, 150, -90), arc(0.48, 0.68, 0.24, 0.18, 90, -150)),
          glyph("4", line(0.62, 0.86, 0.62, 0.14, 0.26, 0.62, 0.76, 0.62)),
          glyph(
              "5",
              line(0.70, 0.14, 0.34, 0.14, 0.32, 0.45),
              arc(0.48, 0.63, 0.24, 0.23, 130, -140)),
          glyph("6", arc(0.5, 0.66, 0.22, 0.20, 0, 360), line(0.29, 0.62, 0.40, 0.32, 0.60, 0.14)),
          glyph("7", line(0.28, 0.14, 0.74, 0.14, 0.44, 0.86)),
          glyph("8", arc(0.5, 0.31, 0.19, 0.17, 0, 360), arc(0.5, 0.67, 0.23, 0.19, 0, 360)),
          glyph("9", arc(0.5, 0.34, 0.22, 0.20, 0, 360), line(0.71, 0.38, 0.60, 0.68, 0.40, 0.86)));

  static final List<Glyph> SHAPES =
      List.of(
          glyph("circle", arc(0.5, 0.5, 0.32, 0.32, 0, 360)),
          glyph("square", line(0.22, 0.22, 0.78, 0.22, 0.78, 0.78, 0.22, 0.78, 0.22, 0.22)),
          glyph("triangle", line(0.5, 0.18, 0.82, 0.78, 0.18, 0.78, 0.5, 0.18)),
          glyph("cross", line(0.2, 0.2, 0.8, 0.8), line(0.2, 0.8, 0.8, 0.2)),
          glyph("plus", line(0.5, 0.16, 0.5, 0.84), line(0.16, 0.5, 0.84, 0.5)),
          glyph("wave", line(0.14, 0.62, 0.32, 0.34, 0.5, 0.62, 0.68, 0.34, 0.86, 0.62)));

  static final List<Glyph> BARS =
      List.of(
          glyph("0", line(0.14, 0.5, 0.86, 0.5)),
          glyph("45", line(0.25, 0.75, 0.75, 0.25)),
          glyph("90", line(0.5, 0.14, 0.5, 0.86)),
          glyph("135", line(0.25, 0.25, 0.75, 0.75)));

  private GlyphDrawings() {}

  private static Glyph glyph(String label, Stroke... strokes) {
    return new Glyph(label, List.of(strokes));
  }

  private static Stroke line(Double... points) {
    return new Stroke(List.of(points));
  }

  /// A part of an ellipse as a line with a corner every 15°; angles in degrees, counter-clockwise from the right.
  private static Stroke arc(double x, double y, double rx, double ry, double from, double to) {
    int parts = (int) Math.ceil(Math.abs(to - from) / 15);
    Double[] points = new Double[2 * (parts + 1)];
    for (int k = 0; k <= parts; k++) {
      double angle = StrictMath.toRadians(from + (to - from) * k / parts);
      points[2 * k] = x + rx * StrictMath.cos(angle);
      points[2 * k + 1] = y - ry * StrictMath.sin(angle);
    }
    return new Stroke(List.of(points));
  }
}
