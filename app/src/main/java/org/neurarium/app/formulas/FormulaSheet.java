package org.neurarium.app.formulas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Formulas below each other, their signs of equality in one line. A sum too long for the width goes on in the next line, before a plus or minus; a
/// single term too long is made smaller. FX thread only.
public final class FormulaSheet extends Region {

  private static final double LINE_GAP = 9;
  private static final double WRAP_GAP = 4;
  private static final double RELATION_GAP = 5;
  private static final double LEAST_SCALE = 0.6;

  /// Smaller than this is too small where there is another way.
  private static final double SMALL = 0.9;

  /// One formula.
  ///
  /// @param left what stands before the sign; at the left edge where `caption`, else before the sign's column
  /// @param caption whether the left part is words
  /// @param relation the sign, or nothing ([Box#space])
  /// @param terms of the right side, each with its plus or minus
  /// @param narrow other terms of the same meaning that need less width; may be empty
  /// @param spoken the formula as text
  record Line(
      Box left, boolean caption, Box relation, List<Box> terms, List<Box> narrow, String spoken) {}

  private final List<LineView> views = new ArrayList<>();
  private final double leftWidth;

  FormulaSheet(List<Line> lines) {
    getStyleClass().add("nr-formula-sheet");
    for (Line line : lines) views.add(new LineView(line));
    leftWidth = lines.stream().mapToDouble(l -> l.left().width()).max().orElse(0);
    getChildren().addAll(views);
    setMinHeight(USE_PREF_SIZE);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 60;
  }

  @Override
  protected double computePrefWidth(double height) {
    return leftWidth + 300;
  }

  @Override
  protected double computePrefHeight(double width) {
    return snapSizeY(
        snappedTopInset() + snappedBottomInset() + arrange(width < 0 ? prefWidth(-1) : width));
  }

  @Override
  protected void layoutChildren() {
    arrange(getWidth());
  }

  private double arrange(double width) {
    double room = width - snappedLeftInset() - snappedRightInset();
    double y = snappedTopInset();
    for (LineView view : views) {
      double height = view.arrange(Math.min(leftWidth, room * 0.5), room);
      view.resizeRelocate(snappedLeftInset(), y, room, height);
      y += height + LINE_GAP;
    }
    return Math.max(0, y - LINE_GAP - snappedTopInset());
  }

  /// One formula, wrapped.
  private static final class LineView extends Pane {

    private final Line line;
    private final Group right = new Group();
    private final Scale scale = new Scale(1, 1);

    LineView(Line line) {
      this.line = line;
      right.setAutoSizeChildren(false);
      right.getTransforms().add(scale);
      for (Box term : line.terms()) right.getChildren().add(term.node());
      for (Box term : line.narrow()) right.getChildren().add(term.node());
      getChildren().addAll(line.left().node(), line.relation().node(), right);
      setAccessibleRole(AccessibleRole.TEXT);
      setAccessibleText(line.spoken());
      setFocusTraversable(false);
      setManaged(false);
    }

    @Override
    protected void layoutChildren() {
      // The sheet has placed everything.
    }

    /// Places everything and returns the height.
    double arrange(double leftWidth, double width) {
      double start = leftWidth + RELATION_GAP + line.relation().width() + RELATION_GAP;
      double room = Math.max(40, width - start);
      List<Box> terms = line.terms();
      if (!line.narrow().isEmpty() && room < SMALL * widest(terms)) terms = line.narrow();
      for (Box term : line.terms()) term.node().setVisible(terms == line.terms());
      for (Box term : line.narrow()) term.node().setVisible(terms == line.narrow());
      double factor = Math.clamp(room / Math.max(1, widest(terms)), LEAST_SCALE, 1);
      List<List<Box>> rows = rows(terms, room / factor);
      double ascent =
          Math.max(
              Math.max(line.left().ascent(), line.relation().ascent()),
              factor * ascent(rows.getFirst()));
      double descent = Math.max(line.left().descent(), factor * descent(rows.getFirst()));
      line.left().node().setLayoutX(line.caption() ? 0 : leftWidth - line.left().width());
      line.left().node().setLayoutY(ascent);
      line.relation().node().setLayoutX(leftWidth + RELATION_GAP);
      line.relation().node().setLayoutY(ascent);
      right.setLayoutX(start);
      right.setLayoutY(ascent);
      scale.setX(factor);
      scale.setY(factor);
      double y = 0;
      double height = ascent + descent;
      for (int i = 0; i < rows.size(); i++) {
        if (i > 0) {
          y += (descent(rows.get(i - 1)) + WRAP_GAP + ascent(rows.get(i)));
          height = ascent + factor * (y + descent(rows.get(i)));
        }
        place(rows.get(i), y);
      }
      return Math.ceil(height);
    }

    private static void place(List<Box> row, double y) {
      double x = 0;
      for (Box term : row) {
        term.node().setLayoutX(x);
        term.node().setLayoutY(y);
        x += term.width();
      }
    }

    private static double widest(List<Box> terms) {
      return terms.stream().mapToDouble(Box::width).max().orElse(0);
    }

    private static List<List<Box>> rows(List<Box> terms, double room) {
      List<List<Box>> rows = new ArrayList<>();
      double x = Double.POSITIVE_INFINITY;
      for (Box term : terms) {
        if (x + term.width() > room) {
          rows.add(new ArrayList<>());
          x = 0;
        }
        rows.getLast().add(term);
        x += term.width();
      }
      if (rows.isEmpty()) rows.add(List.of());
      return rows;
    }

    private static double ascent(List<Box> row) {
      return row.stream().mapToDouble(Box::ascent).max().orElse(0);
    }

    private static double descent(List<Box> row) {
      return row.stream().mapToDouble(Box::descent).max().orElse(0);
    }
  }
}
