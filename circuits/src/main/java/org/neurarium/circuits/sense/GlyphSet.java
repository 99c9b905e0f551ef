package org.neurarium.circuits.sense;

import java.util.List;

/// Small sets of drawings, each a few strokes in the unit square: x to the right, y downwards.
public enum GlyphSet {
  /// The ten digits.
  DIGITS,
  /// Six shapes that differ in their corners and holes.
  SHAPES,
  /// Four bars through the middle, 45° apart.
  BARS;

  /// One drawing.
  ///
  /// @param label what it shows
  /// @param strokes each a line from point to point
  public record Glyph(String label, List<Stroke> strokes) {
    public Glyph {
      strokes = List.copyOf(strokes);
    }
  }

  /// A line from point to point.
  ///
  /// @param points x and y in turn
  public record Stroke(List<Double> points) {
    public Stroke {
      points = List.copyOf(points);
    }
  }

  /// The drawings, in order.
  public List<Glyph> glyphs() {
    return switch (this) {
      case DIGITS -> GlyphDrawings.DIGITS;
      case SHAPES -> GlyphDrawings.SHAPES;
      case BARS -> GlyphDrawings.BARS;
    };
  }
}
