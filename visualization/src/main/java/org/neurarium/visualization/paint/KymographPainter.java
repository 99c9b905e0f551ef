package org.neurarium.visualization.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neurarium.visualization.colour.ColourMap;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.history.RunHistory.TraceKey;
import org.neurarium.visualization.history.TraceHistory;
import org.neurarium.visualization.paint.LiveScene.Kymograph;
import org.neurarium.visualization.paint.Surface.Anchor;
import org.neurarium.visualization.paint.Surface.Face;

/// Draws the potential along a tree over time: a row for each segment, the far ends of the apical dendrites above, time to the right, colour for the potential. One
/// thread; keeps the colours from picture to picture.
final class KymographPainter {

  /// Potentials (mV) between which colours change, so that one colour means the same in every picture.
  static final double LOWEST = -85;

  static final double HIGHEST = 20;

  private static final double LEAST_NAME = 11;

  private int[] colours = new int[0];

  void paint(
      Surface surface,
      PlotTheme theme,
      Area area,
      Kymograph kymograph,
      RunHistory run,
      TimeWindow window) {
    List<TraceKey> rows = rows(run, kymograph);
    names(surface, theme, area, kymograph, rows);
    if (rows.isEmpty()) return;
    int columns = (int) Math.max(1, Math.round(area.width() * surface.scale()));
    if (colours.length != rows.size() * columns) colours = new int[rows.size() * columns];
    Arrays.fill(colours, 0);
    for (int r = 0; r < rows.size(); r++) {
      Optional<TraceHistory> history = run.trace(rows.get(r));
      if (history.isPresent()) row(history.get(), run, window, r * columns, columns);
    }
    surface.cells(area, rows.size(), columns, 0, colours);
  }

  /// The highest potential of each column's stretch of time, so that no spike is lost between two columns.
  private void row(TraceHistory history, RunHistory run, TimeWindow window, int at, int columns) {
    double perColumn = window.length() / columns;
    for (int c = 0; c < columns; c++) {
      long from = run.stepAt(window.start() + c * perColumn);
      long to = Math.max(from + 1, run.stepAt(window.start() + (c + 1) * perColumn));
      double v = history.high(from, to);
      if (Double.isInfinite(v)) continue; // nothing is known there
      colours[at + c] = ColourMap.VIRIDIS.at((v - LOWEST) / (HIGHEST - LOWEST));
    }
  }

  /// The potentials of the neuron, in the order in which they stand.
  static List<TraceKey> rows(RunHistory run, Kymograph kymograph) {
    List<TraceKey> rows = new ArrayList<>();
    for (TraceKey key : run.traceKeys())
      if (key.element().equals(kymograph.element())
          && key.neuron() == kymograph.neuron()
          && key.variable().endsWith(".v")) rows.add(key);
    return rows;
  }

  /// The compartment of a potential: `tuft` of `tuft[2].v`.
  static String compartment(TraceKey key) {
    return key.variable().replaceFirst("(\\[\\d+])?\\.v$", "");
  }

  private static void names(
      Surface surface, PlotTheme theme, Area area, Kymograph kymograph, List<TraceKey> rows) {
    surface.text(
        LiveLayout.fitted(kymograph.name(), surface, Face.BOLD, LiveLayout.NAME),
        LiveLayout.LEFT,
        area.y() + 6,
        Anchor.LEFT,
        Face.BOLD,
        LiveLayout.NAME,
        theme.colour(kymograph.role()));
    double perRow = area.height() / Math.max(1, rows.size());
    double free = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < rows.size(); ) {
      int end = r;
      String name = compartment(rows.get(r));
      while (end < rows.size() && compartment(rows.get(end)).equals(name)) end++;
      double y = area.y() + (r + end) / 2.0 * perRow;
      if (y >= free + LEAST_NAME && y > area.y() + 14) {
        surface.text(
            name, area.x() - 7, y, Anchor.RIGHT, Face.SANS, LiveLayout.NUMBER, theme.muted());
        free = y;
      }
      r = end;
    }
  }
}
