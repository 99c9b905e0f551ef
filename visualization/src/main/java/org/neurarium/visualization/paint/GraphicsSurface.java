package org.neurarium.visualization.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.Consumer;

/// Draws on any `Graphics2D`: an SVG generator, a printer, an image.
public class GraphicsSurface implements Surface {

  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private final Graphics2D graphics;
  private final Typefaces typefaces;
  private final double width;
  private final double height;

  /// @param graphics in logical pixels
  /// @param width of the picture in logical pixels
  /// @param height of the picture in logical pixels
  public GraphicsSurface(Graphics2D graphics, Typefaces typefaces, double width, double height) {
    this.graphics = graphics;
    this.typefaces = typefaces;
    this.width = width;
    this.height = height;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    return height;
  }

  @Override
  public double scale() {
    return 1;
  }

  @Override
  public void fill(Area area, int argb) {
    graphics.setColor(colour(argb));
    graphics.fill(shape(area));
  }

  @Override
  public void fillRound(Area area, double radius, int argb) {
    graphics.setColor(colour(argb));
    graphics.fill(
        new RoundRectangle2D.Double(
            area.x(), area.y(), area.width(), area.height(), 2 * radius, 2 * radius));
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, double width, double dash, int argb) {
    graphics.setColor(colour(argb));
    graphics.setStroke(
        dash <= 0
            ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
            : new BasicStroke(
                (float) width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                new float[] {(float) dash},
                0));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void polyline(Area clip, double[] x, double[] y, int count, double width, int argb) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, Math.max(1, count));
    boolean down = false;
    for (int i = 0; i < count; i++) {
      boolean known = !Double.isNaN(y[i]);
      if (known && down) path.lineTo(x[i], y[i]);
      else if (known) path.moveTo(x[i], y[i]);
      down = known;
    }
    graphics.setColor(colour(argb));
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Shape before = graphics.getClip();
    graphics.clip(shape(clip));
    graphics.draw(path);
    graphics.setClip(before);
  }

  @Override
  public void disc(double x, double y, double radius, double rim, int fillArgb, int rimArgb) {
    Shape disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.setColor(colour(fillArgb));
    graphics.fill(disc);
    if (rim <= 0) return;
    graphics.setColor(colour(rimArgb));
    graphics.setStroke(new BasicStroke((float) rim));
    graphics.draw(disc);
  }

  @Override
  public void text(
      String text, double x, double y, Anchor anchor, Face face, double size, int argb) {
    if (text.isEmpty()) return;
    double shift =
        switch (anchor) {
          case LEFT -> 0;
          case CENTRE -> -textWidth(text, face, size) / 2;
          case RIGHT -> -textWidth(text, face, size);
        };
    graphics.setFont(typefaces.font(face, size));
    graphics.setColor(colour(argb));
    // Capitals and digits of the faces used are about 0.72 of the size high.
    graphics.drawString(text, (float) (x + shift), (float) (y + 0.36 * size));
  }

  @Override
  public double textWidth(String text, Face face, double size) {
    if (text.isEmpty()) return 0;
    Font font = typefaces.font(face, size);
    return font.getStringBounds(text, MEASURE).getWidth();
  }

  @Override
  public void bars(
      Area area, float[] x, float[] y, int count, double barWidth, double barHeight, int argb) {
    // One path for all: a file with a hundred thousand spikes stays one element.
    Path2D path = new Path2D.Float(Path2D.WIND_NON_ZERO, Math.max(1, 2 * count));
    for (int i = 0; i < count; i++) {
      float centre = x[i] + (float) barWidth / 2;
      path.moveTo(centre, y[i]);
      path.lineTo(centre, Math.min(y[i] + (float) barHeight, (float) area.bottom()));
    }
    graphics.setColor(colour(argb));
    graphics.setStroke(
        new BasicStroke((float) barWidth, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    graphics.draw(path);
  }

  @Override
  public void cells(Area area, int rows, int columns, double gap, int[] colours) {
    double cellWidth = area.width() / columns;
    double cellHeight = area.height() / rows;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int argb = colours[row * columns + column];
        if (argb >>> 24 == 0) continue;
        fill(
            new Area(
                area.x() + column * cellWidth + gap / 2,
                area.y() + row * cellHeight + gap / 2,
                cellWidth - gap,
                cellHeight - gap),
            argb);
      }
    }
  }

  @Override
  public void drawWith(Consumer<Graphics2D> painter) {
    painter.accept(graphics);
  }

  private static Shape shape(Area area) {
    return new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height());
  }

  private static Color colour(int argb) {
    return new Color(argb, true);
  }
}
