package org.neurarium.app.formulas;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.Text;
import org.neurarium.app.theme.Fonts;

/// A piece of a formula: its picture, whose baseline lies at y = 0 and whose left edge at x = 0, and its size.
///
/// @param node belongs to this box alone
/// @param width in pixels
/// @param ascent above the baseline
/// @param descent below the baseline
record Box(Node node, double width, double ascent, double descent) {

  private static final double ASCENT = 0.68;
  private static final double DESCENT = 0.2;
  private static final double AXIS = 0.25;
  private static final double THIN = 0.055;

  double height() {
    return ascent + descent;
  }

  /// Characters of one look.
  ///
  /// @param size of the type, in pixels
  static Box text(String characters, boolean italic, double size) {
    Text text = new Text(characters);
    text.setFont(Font.font(Fonts.FORMULA, italic ? FontPosture.ITALIC : FontPosture.REGULAR, size));
    text.getStyleClass().add("nr-formula");
    double width = text.getLayoutBounds().getWidth();
    return new Box(group(text), width, ASCENT * size, DESCENT * size);
  }

  /// Nothing, so wide.
  static Box space(double width) {
    return new Box(new Group(), width, 0, 0);
  }

  /// Boxes beside each other on one baseline.
  static Box row(List<Box> boxes) {
    Group group = group();
    double x = 0;
    double ascent = 0;
    double descent = 0;
    for (Box b : boxes) {
      b.put(group, x, 0);
      x += b.width;
      ascent = Math.max(ascent, b.ascent);
      descent = Math.max(descent, b.descent);
    }
    return new Box(group, x, ascent, descent);
  }

  static Box row(Box... boxes) {
    return row(List.of(boxes));
  }

  /// One box over another with a line between.
  static Box fraction(Box over, Box under, double size) {
    double axis = AXIS * size;
    double gap = 0.17 * size;
    double edge = 0.1 * size;
    double width = Math.max(over.width, under.width) + 2 * edge;
    Group group = group();
    Line line = new Line(0.04 * size, -axis, width - 0.04 * size, -axis);
    stroke(line, size);
    group.getChildren().add(line);
    over.put(group, (width - over.width) / 2, -axis - gap - over.descent * 0.9);
    under.put(group, (width - under.width) / 2, -axis + gap + under.ascent);
    return new Box(
        group, width, axis + gap + over.height(), Math.max(0, -axis + gap + under.height()));
  }

  /// A box with others at its upper and lower right, either of which may be empty ([#space]).
  static Box scripts(Box base, Box above, Box below, double size) {
    Group group = group();
    base.put(group, 0, 0);
    double rise = Math.max(0.36 * size, base.ascent - 0.32 * size);
    double fall = Math.max(0.16 * size, base.descent - 0.05 * size);
    above.put(group, base.width + 0.05 * size, -rise - Math.max(0, above.descent - 0.15 * size));
    below.put(group, base.width + 0.01 * size, fall);
    double top = above.width == 0 ? 0 : rise + Math.max(0, above.descent - 0.15 * size);
    return new Box(
        group,
        base.width + Math.max(above.width + 0.05 * size, below.width) + 0.02 * size,
        Math.max(base.ascent, above.width == 0 ? 0 : top + above.ascent),
        Math.max(base.descent, below.width == 0 ? 0 : fall + below.descent));
  }

  /// What a bracket looks like.
  enum Fence {
    ROUND,
    BAR,
    FLOOR,
    SQUARE,
    /// A brace before cases, and nothing after them.
    BRACE
  }

  /// A box between brackets as high as it is.
  static Box fenced(Box inside, Fence fence, double size) {
    double top = Math.max(inside.ascent, 0.7 * size) + 0.06 * size;
    double bottom = Math.max(inside.descent, 0.18 * size) + 0.06 * size;
    double thick = fence == Fence.BAR ? 0.2 * size : 0.26 * size + 0.03 * (top + bottom);
    Group group = group();
    group.getChildren().add(bracket(fence, thick, top, bottom, size, false));
    inside.put(group, thick, 0);
    double width = thick + inside.width;
    if (fence != Fence.BRACE) {
      Path right = bracket(fence, thick, top, bottom, size, true);
      right.setLayoutX(width);
      group.getChildren().add(right);
      width += thick;
    }
    return new Box(group, width, top, bottom);
  }

  private static Path bracket(
      Fence fence, double thick, double top, double bottom, double size, boolean right) {
    double outer = right ? thick * 0.3 : thick * 0.7; // the straight or bulging side's ends
    double bulge = right ? thick * 0.85 : thick * 0.15;
    double middle = (bottom - top) / 2;
    double straight = thick / 2;
    double hook = right ? straight - 0.14 * size : straight + 0.14 * size;
    List<PathElement> path =
        switch (fence) {
          case ROUND ->
              List.of(
                  new MoveTo(outer, -top),
                  new CubicCurveTo(
                      bulge,
                      -top + 0.28 * (top + bottom),
                      bulge,
                      bottom - 0.28 * (top + bottom),
                      outer,
                      bottom));
          case BAR -> List.of(new MoveTo(straight, -top), new LineTo(straight, bottom));
          case FLOOR ->
              List.of(new MoveTo(straight, -top), new LineTo(straight, bottom), new HLineTo(hook));
          case SQUARE ->
              List.of(
                  new MoveTo(hook, -top),
                  new HLineTo(straight),
                  new LineTo(straight, bottom),
                  new HLineTo(hook));
          case BRACE ->
              List.of(
                  new MoveTo(outer + 0.06 * size, -top),
                  new QuadCurveTo(straight, -top, straight, -top + 0.2 * size),
                  new LineTo(straight, middle - 0.16 * size),
                  new QuadCurveTo(straight, middle, bulge, middle),
                  new QuadCurveTo(straight, middle, straight, middle + 0.16 * size),
                  new LineTo(straight, bottom - 0.2 * size),
                  new QuadCurveTo(straight, bottom, outer + 0.06 * size, bottom));
        };
    Path shape = new Path(path);
    shape.setStrokeWidth(Math.max(1, THIN * size));
    shape.setStrokeLineCap(StrokeLineCap.ROUND);
    shape.getStyleClass().add("nr-formula-line");
    return shape;
  }

  /// A box under a root sign.
  static Box root(Box inside, double size) {
    double top = inside.ascent + 0.14 * size;
    double bottom = inside.descent;
    double hook = 0.52 * size;
    Path sign =
        new Path(
            new MoveTo(0.06 * size, -0.28 * size),
            new LineTo(0.16 * size, -0.34 * size),
            new LineTo(0.3 * size, bottom),
            new LineTo(hook - 0.04 * size, -top),
            new LineTo(hook + inside.width + 0.08 * size, -top));
    sign.setStrokeWidth(Math.max(1, THIN * size));
    sign.getStyleClass().add("nr-formula-line");
    Group group = group(sign);
    inside.put(group, hook, 0);
    return new Box(group, hook + inside.width + 0.12 * size, top + 0.05 * size, bottom);
  }

  /// Boxes below each other in two columns, centred on the height of a minus sign.
  static Box cases(List<List<Box>> rows, double size) {
    double first = rows.stream().mapToDouble(r -> r.getFirst().width).max().orElse(0);
    double total =
        rows.stream().mapToDouble(r -> r.stream().mapToDouble(Box::height).max().orElse(0)).sum();
    double gap = 0.28 * size;
    total += gap * (rows.size() - 1);
    Group group = group();
    double y = -AXIS * size - total / 2;
    double width = 0;
    for (List<Box> row : rows) {
      double ascent = row.stream().mapToDouble(Box::ascent).max().orElse(0);
      double descent = row.stream().mapToDouble(Box::descent).max().orElse(0);
      double x = 0;
      for (Box b : row) {
        b.put(group, x, y + ascent);
        width = Math.max(width, x + b.width);
        x = first + 0.9 * size;
      }
      y += ascent + descent + gap;
    }
    return new Box(group, width, AXIS * size + total / 2, total / 2 - AXIS * size);
  }

  private static void stroke(Line line, double size) {
    line.setStrokeWidth(Math.max(1, THIN * size));
    line.getStyleClass().add("nr-formula-line");
  }

  /// Puts this box into a group, its baseline's left end at a point.
  private void put(Group group, double x, double y) {
    node.setLayoutX(x);
    node.setLayoutY(y);
    group.getChildren().add(node);
  }

  private static Group group(Node... nodes) {
    Group group = new Group(nodes);
    group.setAutoSizeChildren(false);
    return group;
  }
}
