package org.neurarium.visualization.paint;

import org.jspecify.annotations.Nullable;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.paint.LiveScene.Heatmap;
import org.neurarium.visualization.paint.Surface.Anchor;
import org.neurarium.visualization.paint.Surface.Face;

/// Draws the weights of a projection as a grid of cells with a colour bar.
public final class HeatmapPainter {

  /// Space above the grid, for the title.
  public static final double TOP = 30;

  private static final double LEFT = 12;
  private static final double BOTTOM = 22;
  private static final double LINE = 13;
  private static final double BAR = 8;
  private static final double BAR_GAP = 10;
  private static final double BAR_LABELS = 66; // room for "0 per pair"
  private static final double SMALLEST_CELL = 8;
  private static final double LARGEST_CELL = 34;

  private HeatmapPainter() {}

  /// A cell of the grid.
  public record Cell(int row, int column) {}

  /// How many cells are worth asking for on a surface of this size.
  public static int mostRows(double height) {
    return (int) Math.max(1, (height - TOP - BOTTOM) / SMALLEST_CELL);
  }

  /// How many cells are worth asking for on a surface of this size.
  public static int mostColumns(double width) {
    return (int) Math.max(1, (width - LEFT - BAR_GAP - BAR - BAR_LABELS) / SMALLEST_CELL);
  }

  /// Draws all of it.
  ///
  /// @param picture nothing but the frame is drawn without one
  /// @param marked a cell to mark, if any
  /// @return where the grid is
  public static Area paint(
      Surface surface,
      PlotTheme theme,
      Heatmap heatmap,
      @Nullable WeightPicture picture,
      @Nullable Cell marked) {
    surface.fill(new Area(0, 0, surface.width(), surface.height()), theme.ground());
    double room = Math.max(20, surface.width() - LEFT - BAR_GAP - BAR - BAR_LABELS);
    String between = heatmap.from() + " → " + heatmap.to();
    String whole = (picture != null && picture.isUniform() ? "Synapses " : "Weights ") + between;
    double titleRoom = surface.width() - LEFT - 70;
    // Between whom says more than that these are weights.
    String title =
        fitted(whole, surface, titleRoom).equals(whole)
            ? whole
            : fitted(between, surface, titleRoom);
    surface.text(title, LEFT, 15, Anchor.LEFT, Face.BOLD, LiveLayout.NAME, theme.muted());
    boolean uniform = picture != null && picture.isUniform();
    double height = Math.max(20, surface.height() - TOP - BOTTOM - (uniform ? LINE : 0));
    if (picture == null) return new Area(LEFT, TOP, room, height);
    double cellWidth = Math.min(LARGEST_CELL, room / picture.columns());
    double cellHeight = Math.min(LARGEST_CELL, height / picture.rows());
    // Cells are squares where the numbers of rows and columns allow it without wasting half of the
    // space.
    double square = Math.min(cellWidth, cellHeight);
    if (Math.max(cellWidth, cellHeight) < 1.6 * square) {
      cellWidth = square;
      cellHeight = square;
    }
    // Whole pixels, or neighbouring cells would differ in size.
    cellWidth = cellWidth >= 3 ? Math.floor(cellWidth) : cellWidth;
    cellHeight = cellHeight >= 3 ? Math.floor(cellHeight) : cellHeight;
    Area grid = new Area(LEFT, TOP, cellWidth * picture.columns(), cellHeight * picture.rows());
    surface.fill(grid, theme.field());
    surface.cells(
        grid,
        picture.rows(),
        picture.columns(),
        Math.min(cellWidth, cellHeight) >= 4.5 ? 1 : 0,
        picture.colours(theme.dark()));
    if (marked != null && marked.row() < picture.rows() && marked.column() < picture.columns())
      mark(surface, theme, grid, cellWidth, cellHeight, marked);
    bar(
        surface,
        theme,
        picture,
        new Area(grid.right() + BAR_GAP, TOP, BAR, Math.max(40, grid.height())));
    String counts = count(picture.sources()) + " from → " + count(picture.targets()) + " to ↓";
    surface.text(
        counts, LEFT, grid.bottom() + 12, Anchor.LEFT, Face.SANS, LiveLayout.NUMBER, theme.muted());
    if (uniform)
      surface.text(
          "every weight " + (Ticks.format(picture.high(), 4) + " " + picture.unit()).strip(),
          LEFT,
          grid.bottom() + 12 + LINE,
          Anchor.LEFT,
          Face.SANS,
          LiveLayout.NUMBER,
          theme.muted());
    return grid;
  }

  private static void mark(
      Surface surface, PlotTheme theme, Area grid, double width, double height, Cell cell) {
    double x = grid.x() + cell.column() * width - 0.5;
    double y = grid.y() + cell.row() * height - 0.5;
    int colour = theme.text();
    surface.line(x, y, x + width, y, 1.5, 0, colour);
    surface.line(x, y + height, x + width, y + height, 1.5, 0, colour);
    surface.line(x, y, x, y + height, 1.5, 0, colour);
    surface.line(x + width, y, x + width, y + height, 1.5, 0, colour);
  }

  private static void bar(Surface surface, PlotTheme theme, WeightPicture picture, Area bar) {
    int steps = 64;
    int[] upwards = picture.barColours(steps, theme.dark());
    int[] colours = new int[steps];
    for (int i = 0; i < steps; i++) colours[i] = upwards[steps - 1 - i];
    surface.cells(bar, steps, 1, 0, colours);
    double x = bar.right() + 6;
    String high = Ticks.format(picture.barHigh(), 3);
    String low = Ticks.format(picture.barLow(), 3) + " " + picture.barUnit();
    surface.text(high, x, bar.y() + 4, Anchor.LEFT, Face.MONO, LiveLayout.NUMBER, theme.muted());
    surface.text(
        low, x, bar.bottom() - 4, Anchor.LEFT, Face.MONO, LiveLayout.NUMBER, theme.muted());
    if (picture.isSigned() && bar.height() > 50)
      surface.text(
          "0",
          x,
          (bar.y() + bar.bottom()) / 2,
          Anchor.LEFT,
          Face.MONO,
          LiveLayout.NUMBER,
          theme.muted());
  }

  private static String count(int n) {
    return String.format(java.util.Locale.ROOT, "%,d", n).replace(',', ' ');
  }

  private static String fitted(String text, Surface surface, double width) {
    if (surface.textWidth(text, Face.BOLD, LiveLayout.NAME) <= width) return text;
    int n = text.length();
    while (n > 1
        && surface.textWidth(text.substring(0, n) + "…", Face.BOLD, LiveLayout.NAME) > width) n--;
    return text.substring(0, n).strip() + "…";
  }

  /// Which cell lies at a place of the grid that [#paint] returned.
  public static @Nullable Cell cellAt(Area grid, WeightPicture picture, double x, double y) {
    if (!grid.contains(x, y)) return null;
    int row = (int) ((y - grid.y()) / grid.height() * picture.rows());
    int column = (int) ((x - grid.x()) / grid.width() * picture.columns());
    return new Cell(row, column);
  }
}
