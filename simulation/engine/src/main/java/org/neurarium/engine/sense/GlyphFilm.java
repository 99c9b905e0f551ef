package org.neurarium.engine.sense;

import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.sense.GlyphSet;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.engine.math.Elementary;
import org.neurarium.engine.random.RandomStream;

/// Drawings made of strokes, each time shifted, turned and scaled by lot.
final class GlyphFilm implements Film {

  private static final int CHANGE = 2; // the playlist has the draws before

  private final Scene.Glyphs glyphs;
  private final int columns;
  private final int rows;
  private final Beat beat;
  private final Playlist playlist;
  private final RandomStream draws;
  private final double[][] segments;

  GlyphFilm(Scene.Glyphs glyphs, int columns, int rows, double dt, long key) {
    this.glyphs = glyphs;
    this.columns = columns;
    this.rows = rows;
    beat = Beat.of(glyphs.each().engineValue(), glyphs.gap().engineValue(), dt);
    List<GlyphSet.Glyph> set = glyphs.set().glyphs();
    playlist = new Playlist(glyphs.order(), set.size(), key);
    draws = new RandomStream(key);
    segments = set.stream().map(GlyphFilm::segments).toArray(double[][]::new);
  }

  /// The pieces of all strokes: from x, y to x, y, about the middle.
  private static double[] segments(GlyphSet.Glyph glyph) {
    return glyph.strokes().stream()
        .flatMapToDouble(stroke -> {
          List<Double> p = stroke.points();
          double[] pieces = new double[2 * p.size() - 4];
          for (int k = 0; k + 3 < p.size(); k += 2)
            for (int c = 0; c < 4; c++) pieces[2 * k + c] = p.get(k + c) - 0.5;
          return Arrays.stream(pieces);
        })
        .toArray();
  }

  @Override
  public long frame(long since) {
    return beat.frame(since);
  }

  @Override
  public String label(long frame) {
    return Beat.isGap(frame)
        ? ""
        : glyphs.set().glyphs().get(playlist.item(Beat.number(frame))).label();
  }

  @Override
  public void paint(long frame, float[] into) {
    if (Beat.isGap(frame)) {
      Arrays.fill(into, 0);
      return;
    }
    long number = Beat.number(frame);
    double[] strokes = segments[playlist.item(number)];
    draws.at((int) number, CHANGE);
    double right = glyphs.shift() * either();
    double down = glyphs.shift() * either();
    double angle = Math.toRadians(glyphs.rotation() * either());
    double size = 1 + glyphs.scale() * either();
    double cos = Elementary.cos(angle) / size;
    double sin = Elementary.sin(angle) / size;
    double half = glyphs.thickness() / 2 / size;
    double unit = Math.min(columns, rows);
    double pixel = 1 / unit / size;
    for (int y = 0; y < rows; y++)
      for (int x = 0; x < columns; x++) {
        // Back from the sheet to where the strokes were drawn.
        double px = (x + 0.5 - columns / 2.0) / unit - right;
        double py = (y + 0.5 - rows / 2.0) / unit - down;
        double distance = distance(strokes, px * cos - py * sin, px * sin + py * cos);
        into[y * columns + x] = (float) Math.clamp((half - distance) / pixel + 0.5, 0, 1);
      }
  }

  /// Between −1 and 1.
  private double either() {
    return 2 * draws.nextUniform() - 1;
  }

  private static double distance(double[] segments, double x, double y) {
    double least = Double.MAX_VALUE;
    for (int s = 0; s < segments.length; s += 4) {
      double ax = segments[s];
      double ay = segments[s + 1];
      double dx = segments[s + 2] - ax;
      double dy = segments[s + 3] - ay;
      double along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
      double part = Math.clamp(along, 0, 1);
      double ex = ax + part * dx - x;
      double ey = ay + part * dy - y;
      least = Math.min(least, ex * ex + ey * ey);
    }
    return Math.sqrt(least);
  }
}
