package org.neurarium.visualization.portrait;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.portrait.Orbit;
import org.neurarium.engine.portrait.PhasePortrait;
import org.neurarium.engine.portrait.PhasePortrait.FixedPoint;
import org.neurarium.visualization.paint.Ticks;

/// The plane of a model's two states: nullclines, flow, fixed points (a full dot attracts, a ring does not, a crossed ring is a saddle), and the state on its way. FX thread.
public final class PhasePlane extends AxesCanvas {

  private static final double BIOLOGICAL_MS_PER_SECOND = 60;
  private static final double POINT = 5;

  private final Circle state = new Circle(4.5);
  private final AnimationTimer pulse =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          move(now);
        }
      };

  private @Nullable PhasePortrait portrait;
  private @Nullable Orbit orbit;
  private NeuronModel.@Nullable State xState;
  private NeuronModel.@Nullable State yState;
  private String silence = "";
  private long began;

  public PhasePlane() {
    setId("phase-plane");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Phase plane");
    state.setManaged(false);
    state.setVisible(false);
    state.setMouseTransparent(true);
    state.setStrokeWidth(1.5);
    getChildren().add(state);
    sceneProperty()
        .flatMap(javafx.scene.Scene::windowProperty)
        .flatMap(javafx.stage.Window::showingProperty)
        .orElse(false)
        .subscribe(showing -> {
          if (showing) pulse.start();
          else pulse.stop();
        });
  }

  /// Shows a portrait with the orbit on which the state moves.
  public void show(
      PhasePortrait newPortrait, Orbit newOrbit, NeuronModel.State newX, NeuronModel.State newY) {
    portrait = newPortrait;
    orbit = newOrbit;
    xState = newX;
    yState = newY;
    if (began == 0) began = System.nanoTime();
    setAccessibleText(describe(newPortrait, newX, newY));
    repaint();
  }

  /// Shows nothing, and says why.
  public void showNothing(String why) {
    portrait = null;
    orbit = null;
    silence = why;
    began = 0;
    state.setVisible(false);
    setAccessibleText(why);
    repaint();
  }

  private static String describe(PhasePortrait p, NeuronModel.State x, NeuronModel.State y) {
    StringBuilder text = new StringBuilder("Phase plane of " + x.id() + " and " + y.id() + ": ");
    if (p.points().isEmpty()) text.append("no fixed point in sight");
    for (int k = 0; k < p.points().size(); k++) {
      FixedPoint at = p.points().get(k);
      text.append(k == 0 ? "" : ", ")
          .append(at.kind().title())
          .append(" at ")
          .append(place(at, x, y));
    }
    return text.toString();
  }

  private static String place(FixedPoint at, NeuronModel.State x, NeuronModel.State y) {
    return x.id()
        + " "
        + Ticks.format(at.x() / x.unit().scale(), 3)
        + ", "
        + y.id()
        + " "
        + Ticks.format(at.y() / y.unit().scale(), 3);
  }

  @Override
  void paint(GraphicsContext g) {
    PhasePortrait shown = portrait;
    Orbit path = orbit;
    NeuronModel.State first = xState;
    NeuronModel.State second = yState;
    if (shown == null || path == null || first == null || second == null) {
      say(g, silence);
      return;
    }
    double xUnit = first.unit().scale();
    double yUnit = second.unit().scale();
    PhasePortrait.Box box = shown.box();
    axes(
        g,
        new double[] {box.left() / xUnit, box.right() / xUnit},
        new double[] {box.bottom() / yUnit, box.top() / yUnit},
        label(first),
        label(second));
    arrows(g, shown, xUnit, yUnit);
    Color xColour = colour(theme().series().getFirst());
    Color yColour = colour(theme().series().get(1));
    lines(g, shown.xNullcline(), xUnit, yUnit, xColour);
    g.setLineDashes(6, 4);
    lines(g, shown.yNullcline(), xUnit, yUnit, yColour);
    g.setLineDashes();
    path(g, path, xUnit, yUnit);
    for (FixedPoint point : shown.points())
      point(g, point.kind(), x(point.x() / xUnit), y(point.y() / yUnit));
    g.restore();
    legend(g, first, second, xColour, yColour);
  }

  private static String label(NeuronModel.State s) {
    return s.unit().symbol().isEmpty() ? s.id() : s.id() + " (" + s.unit() + ")";
  }

  private void arrows(GraphicsContext g, PhasePortrait shown, double xUnit, double yUnit) {
    Color faint = colour(theme().muted());
    g.setStroke(Color.color(faint.getRed(), faint.getGreen(), faint.getBlue(), 0.45));
    g.setFill(g.getStroke());
    g.setLineWidth(1);
    double[] a = shown.arrows();
    for (int k = 0; k < a.length; k += 4) {
      double x = x(a[k] / xUnit);
      double y = y(a[k + 1] / yUnit);
      // The direction on the screen: parts of the box are parts of the field.
      double u = a[k + 2] * fieldWidth();
      double v = -a[k + 3] * fieldHeight();
      double size = Math.hypot(u, v);
      u *= 5 / size;
      v *= 5 / size;
      g.strokeLine(x - u, y - v, x + u, y + v);
      g.fillPolygon(
          new double[] {x + u * 1.4, x + u * 0.6 - v * 0.4, x + u * 0.6 + v * 0.4},
          new double[] {y + v * 1.4, y + v * 0.6 + u * 0.4, y + v * 0.6 - u * 0.4},
          3);
    }
  }

  private void lines(
      GraphicsContext g, List<double[]> lines, double xUnit, double yUnit, Color colour) {
    g.setStroke(colour);
    g.setLineWidth(2);
    for (double[] line : lines) {
      g.beginPath();
      for (int k = 0; k < line.length; k += 2)
        if (k == 0) g.moveTo(x(line[0] / xUnit), y(line[1] / yUnit));
        else g.lineTo(x(line[k] / xUnit), y(line[k + 1] / yUnit));
      g.stroke();
    }
  }

  private void path(GraphicsContext g, Orbit path, double xUnit, double yUnit) {
    g.setStroke(colour(theme().text()));
    g.setLineWidth(1);
    g.beginPath();
    for (int k = 0; k < path.x().length; k++) {
      double x = x(path.x()[k] / xUnit);
      double y = y(path.y()[k] / yUnit);
      if (k == 0 || path.isJump(k)) g.moveTo(x, y);
      else g.lineTo(x, y);
    }
    g.stroke();
  }

  private void point(GraphicsContext g, PhasePortrait.Kind kind, double x, double y) {
    g.setLineWidth(2);
    g.setStroke(colour(theme().text()));
    g.setFill(colour(kind.isStable() ? theme().text() : theme().ground()));
    g.fillOval(x - POINT, y - POINT, 2 * POINT, 2 * POINT);
    g.strokeOval(x - POINT, y - POINT, 2 * POINT, 2 * POINT);
    if (kind == PhasePortrait.Kind.SADDLE) {
      g.strokeLine(x - POINT, y, x + POINT, y);
      g.strokeLine(x, y - POINT, x, y + POINT);
    }
  }

  private void legend(
      GraphicsContext g,
      NeuronModel.State first,
      NeuronModel.State second,
      Color xColour,
      Color yColour) {
    double at = getWidth() - RIGHT;
    at = entry(g, "d" + second.id() + "/dt = 0", yColour, at, true);
    entry(g, "d" + first.id() + "/dt = 0", xColour, at - 14, false);
  }

  private double entry(GraphicsContext g, String text, Color colour, double right, boolean dashed) {
    g.setFont(font(false));
    g.setFill(colour(theme().muted()));
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(text, right, TOP / 2);
    double end = right - width(text) - 6;
    g.setStroke(colour);
    g.setLineWidth(2);
    if (dashed) g.setLineDashes(6, 4);
    g.strokeLine(end - 16, TOP / 2, end, TOP / 2);
    g.setLineDashes();
    return end - 16;
  }

  private void move(long now) {
    Orbit path = orbit;
    PhasePortrait shown = portrait;
    NeuronModel.State first = xState;
    NeuronModel.State second = yState;
    if (path == null || shown == null || first == null || second == null || !seen()) {
      state.setVisible(false);
      return;
    }
    double milliseconds = (now - began) / 1e9 * BIOLOGICAL_MS_PER_SECOND;
    int place = (int) (milliseconds / path.dt()) % path.x().length;
    double x = x(path.x()[Math.max(0, place)] / first.unit().scale());
    double y = y(path.y()[Math.max(0, place)] / second.unit().scale());
    boolean inside =
        x >= fieldLeft() && x <= fieldLeft() + fieldWidth() && y >= TOP && y <= TOP + fieldHeight();
    state.setVisible(inside);
    if (!inside) return;
    state.setCenterX(x);
    state.setCenterY(y);
    state.setFill(colour(theme().accent()));
    state.setStroke(colour(theme().ground()));
  }

  private boolean seen() {
    for (Node n = this; n != null; n = n.getParent()) if (!n.isVisible()) return false;
    return true;
  }
}
