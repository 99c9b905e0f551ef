package org.neurarium.app.canvas;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;

/// A line between two nodes: a projection, a link, or a probe's look at what it records.
final class LinkView extends javafx.scene.Group {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass HOVER = PseudoClass.getPseudoClass("touched");

  private final ElementId element;
  private final CubicCurve line = new CubicCurve();
  private LineStyle style;
  private Curve curve = new Curve(0, 0, 0, 0, 0, 0, 0, 0);
  private @Nullable Shape end;
  private @Nullable Shape begin;
  private @Nullable CubicCurve mark;
  private @Nullable Label word;
  private boolean marked;

  /// @param element the projection, or the probe that looks
  LinkView(ElementId element, LineStyle style) {
    this.element = element;
    this.style = style;
    getStyleClass().addAll("link-view", style.styleClass(), style.stroke().styleClass());
    line.getStyleClass().add("line");
    getChildren().add(line);
    setMouseTransparent(true);
    setId("link-" + element.text());
    drawEnd();
  }

  ElementId element() {
    return element;
  }

  LineStyle lineStyle() {
    return style;
  }

  Curve curve() {
    return curve;
  }

  void setLineStyle(LineStyle newStyle) {
    if (newStyle.equals(style)) return;
    getStyleClass().removeAll(style.styleClass(), style.stroke().styleClass());
    getStyleClass().addAll(newStyle.styleClass(), newStyle.stroke().styleClass());
    style = newStyle;
    drawEnd();
    layoutEnd();
  }

  private void drawEnd() {
    if (end != null) getChildren().remove(end);
    if (begin != null) getChildren().remove(begin);
    begin = style.end() == Routing.End.BARS ? bars() : null;
    if (begin != null) getChildren().add(begin);
    double w = style.width();
    end =
        switch (style.end()) {
          case ARROW ->
              new Polygon(0, -4.2 - 0.75 * w, Routing.End.ARROW.length, 0, 0, 4.2 + 0.75 * w);
          case DOT -> new Circle(Routing.End.DOT.length / 2, 0, Routing.End.DOT.length / 2);
          case DIAMOND -> new Polygon(0, 0, 7, -5.5, 14, 0, 7, 5.5);
          case CHEVRON -> new Polyline(-6, -5.5, 0, 0, -6, 5.5);
          case BARS -> bars();
          case NONE -> null;
        };
    if (end != null) {
      end.getStyleClass()
          .add(
              switch (style.end()) {
                case CHEVRON, BARS -> "open-end";
                case ARROW, DOT, DIAMOND, NONE -> "end";
              });
      getChildren().add(end);
    }
    line.setStrokeWidth(w);
    if (word != null) getChildren().remove(word);
    word = null;
    if (style.stroke().word().isEmpty()) return;
    Label made = new Label(style.stroke().word());
    made.getStyleClass().add("line-word");
    made.layoutBoundsProperty().subscribe(_ -> layoutWord());
    word = made;
    getChildren().add(made);
  }

  /// Two membranes side by side, across the line's end, which is between them and the symbol.
  private static Shape bars() {
    Path bars =
        new Path(new MoveTo(0.5, -6), new LineTo(0.5, 6), new MoveTo(5, -6), new LineTo(5, 6));
    bars.getStyleClass().add("open-end");
    return bars;
  }

  private void layoutWord() {
    if (word == null) return;
    word.autosize();
    word.relocate(curve.xAt(0.5) - word.getWidth() / 2, curve.yAt(0.5) - word.getHeight() / 2);
  }

  /// Lays the line along a curve.
  void follow(Curve newCurve) {
    if (newCurve.equals(curve)) return;
    curve = newCurve;
    lay(line);
    if (mark != null) lay(mark);
    layoutEnd();
  }

  private void lay(CubicCurve c) {
    c.setStartX(curve.x0());
    c.setStartY(curve.y0());
    c.setControlX1(curve.x1());
    c.setControlY1(curve.y1());
    c.setControlX2(curve.x2());
    c.setControlY2(curve.y2());
    c.setEndX(curve.x3());
    c.setEndY(curve.y3());
  }

  private void layoutEnd() {
    layoutWord();
    if (end != null) put(end, curve.x3(), curve.y3(), curve.endAngle());
    if (begin != null) put(begin, curve.x0(), curve.y0(), curve.startAngle());
  }

  private static void put(Shape shape, double x, double y, double angle) {
    shape.getTransforms().setAll(new Translate(x, y), new Rotate(Math.toDegrees(angle)));
  }

  void setSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
    mark(selected);
  }

  void setTouched(boolean touched) {
    pseudoClassStateChanged(HOVER, touched);
  }

  private void mark(boolean on) {
    marked = on;
    if (marked && mark == null) {
      mark = new CubicCurve();
      mark.getStyleClass().add("line-mark");
      mark.setStrokeWidth(style.width() + 8);
      lay(mark);
      getChildren().addFirst(mark);
    } else if (!marked && mark != null) {
      getChildren().remove(mark);
      mark = null;
    }
  }
}
