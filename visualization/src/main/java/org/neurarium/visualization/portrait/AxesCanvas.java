package org.neurarium.visualization.portrait;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.paint.Ticks;

/// A canvas with two axes, painted anew when its size, its theme or what it shows changes. FX thread.
abstract class AxesCanvas extends Region {

  static final double TOP = 26;
  static final double RIGHT = 12;
  private static final double BOTTOM = 36;
  private static final double TEXT_SIZE = 11;

  private final Canvas canvas = new Canvas();
  private PlotTheme theme = PlotTheme.LIGHT;
  private double left = 44;
  private double xLow;
  private double xHigh = 1;
  private double yLow;
  private double yHigh = 1;

  AxesCanvas() {
    getChildren().add(canvas);
    canvas.setMouseTransparent(true);
    setMinSize(120, 100);
    setPrefSize(300, 240);
  }

  /// Sets the colours.
  public final void setTheme(PlotTheme newTheme) {
    theme = newTheme;
    setStyle("-fx-background-color: " + web(newTheme.ground()) + ";");
    repaint();
  }

  final PlotTheme theme() {
    return theme;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    repaint();
  }

  final void repaint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (canvas.getWidth() < 60 || canvas.getHeight() < 60) return;
    paint(g);
  }

  abstract void paint(GraphicsContext g);

  /// Paints the axes and sets the scales; what follows is clipped to the field until the caller restores `g`.
  final void axes(GraphicsContext g, double[] x, double[] y, String xLabel, String yLabel) {
    xLow = x[0];
    xHigh = x[1];
    yLow = y[0];
    yHigh = y[1];
    g.setFont(font(false));
    List<Double> yTicks = Ticks.between(yLow, yHigh, (int) Math.clamp(fieldHeight() / 40, 2, 8));
    double yStep = Ticks.step(yHigh - yLow, (int) Math.clamp(fieldHeight() / 40, 2, 8));
    double widest = 0;
    for (double t : yTicks) widest = Math.max(widest, width(Ticks.format(t, yStep)));
    left = Math.ceil(widest) + 16;
    List<Double> xTicks = Ticks.between(xLow, xHigh, (int) Math.clamp(fieldWidth() / 64, 2, 8));
    double xStep = Ticks.step(xHigh - xLow, (int) Math.clamp(fieldWidth() / 64, 2, 8));
    g.setLineWidth(1);
    g.setStroke(colour(theme.line()));
    g.setFill(colour(theme.muted()));
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    for (double t : yTicks) {
      double at = Math.round(y(t)) + 0.5;
      g.strokeLine(left, at, getWidth() - RIGHT, at);
      g.fillText(Ticks.format(t, yStep), left - 6, at);
    }
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.TOP);
    for (double t : xTicks) {
      double at = Math.round(x(t)) + 0.5;
      g.strokeLine(at, TOP, at, getHeight() - BOTTOM);
      g.fillText(Ticks.format(t, xStep), at, getHeight() - BOTTOM + 4);
    }
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(xLabel, getWidth() - RIGHT, getHeight() - BOTTOM + 18);
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(yLabel, 8, TOP / 2);
    g.save();
    g.beginPath();
    g.rect(left, TOP, fieldWidth(), fieldHeight());
    g.clip();
  }

  /// Says why there is nothing to see, in the middle.
  final void say(GraphicsContext g, String sentence) {
    g.setFont(font(false));
    g.setFill(colour(theme.muted()));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(sentence, getWidth() / 2, getHeight() / 2, getWidth() - 16);
  }

  final double x(double value) {
    return left + (value - xLow) / (xHigh - xLow) * fieldWidth();
  }

  final double y(double value) {
    return getHeight() - BOTTOM - (value - yLow) / (yHigh - yLow) * fieldHeight();
  }

  final double fieldLeft() {
    return left;
  }

  final double fieldWidth() {
    return getWidth() - left - RIGHT;
  }

  final double fieldHeight() {
    return getHeight() - TOP - BOTTOM;
  }

  final Font font(boolean strong) {
    return Font.font(
        theme.sans().getFirst(),
        strong ? javafx.scene.text.FontWeight.SEMI_BOLD : javafx.scene.text.FontWeight.NORMAL,
        TEXT_SIZE);
  }

  final double width(String text) {
    Text measure = new Text(text);
    measure.setFont(font(false));
    return measure.getLayoutBounds().getWidth();
  }

  static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0);
  }

  static String web(int argb) {
    return String.format(java.util.Locale.ROOT, "#%06x", argb & 0xFFFFFF);
  }
}
