package org.neurarium.app.inspector;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.units.Quantity;

/// What a modulation does at each concentration: the factor by which a parameter changes, over four decades around the half effect.
final class EffectCurve extends Region {

  private static final double HEIGHT = 96;
  private static final double LEFT = 34;
  private static final double BOTTOM = 18;
  private static final double TOP = 8;
  private static final int POINTS = 81;

  private final Polyline curve = new Polyline();
  private final Line one = new Line();
  private final Line half = new Line();
  private final Text high = text("nr-curve-number");
  private final Text low = text("nr-curve-number");
  private final Text middle = text("nr-curve-number");
  private Link.Modulate shown = new Link.Modulate("", Quantity.of(1, "uM"), 1, 1);

  EffectCurve() {
    getStyleClass().add("nr-curve");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    curve.getStyleClass().add("nr-curve-line");
    one.getStyleClass().add("nr-curve-rule");
    half.getStyleClass().add("nr-curve-rule");
    getChildren().addAll(one, half, curve, high, low, middle);
    // Placed here: with each move a managed child would ask for the layout that is being done.
    for (Node n : getChildren()) n.setManaged(false);
  }

  private static Text text(String style) {
    Text text = new Text();
    text.getStyleClass().add(style);
    text.setTextOrigin(VPos.CENTER);
    return text;
  }

  void show(Link.Modulate m) {
    shown = m;
    setAccessibleText(
        "Effect: at "
            + m.halfEffect()
            + " the value is multiplied by "
            + factor(1 + m.strength() / 2)
            + ", at most by "
            + factor(1 + m.strength()));
    requestLayout();
  }

  private static String factor(double f) {
    return "× "
        + (f == Math.rint(f) ? String.valueOf((long) f) : String.format(Locale.ROOT, "%.2g", f));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - LEFT - 8;
    double height = HEIGHT - TOP - BOTTOM;
    double end = 1 + shown.strength();
    double from = Math.min(1, end);
    double to = Math.max(1, end);
    double range = Math.max(1e-9, to - from);
    curve.getPoints().clear();
    for (int i = 0; i < POINTS; i++) {
      double ratio = Math.pow(10, -2 + 4.0 * i / (POINTS - 1));
      double power = Math.pow(ratio, shown.hill());
      double occupancy = Double.isInfinite(power) ? 1 : power / (1 + power);
      double value = 1 + shown.strength() * occupancy;
      curve
          .getPoints()
          .addAll(LEFT + width * i / (POINTS - 1.0), TOP + height * (to - value) / range);
    }
    rule(one, LEFT, TOP + height * (to - 1) / range, LEFT + width, TOP + height * (to - 1) / range);
    rule(half, LEFT + width / 2, TOP, LEFT + width / 2, TOP + height);
    put(high, factor(to), LEFT - 4, TOP + 3, true);
    put(low, factor(from), LEFT - 4, TOP + height - 2, true);
    put(middle, shown.halfEffect().toString(), LEFT + width / 2, HEIGHT - BOTTOM / 2, false);
  }

  private static void rule(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }

  private static void put(Text text, String words, double x, double y, boolean right) {
    text.setText(words);
    double width = text.getLayoutBounds().getWidth();
    text.setX(right ? x - width : x - width / 2);
    text.setY(y);
  }
}
