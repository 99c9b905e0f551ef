package org.neurarium.app.canvas;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.neurarium.app.theme.Palette;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;

/// The whole circuit in the corner: a dot for each node and a frame for what is seen, which can be dragged.
final class Minimap extends StackPane {

  private static final double WIDTH = 136;
  private static final double HEIGHT = 82;
  private static final double INSET = 7;

  private final CircuitLayer layer;
  private final Viewport viewport;
  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
  private Palette palette = Palette.LIGHT;
  private double scale = 1;
  private double left;
  private double top;

  Minimap(CircuitLayer layer, Viewport viewport) {
    this.layer = layer;
    this.viewport = viewport;
    getStyleClass().add("minimap");
    setId("minimap");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Overview of the circuit");
    getChildren().add(canvas);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setOnMousePressed(e -> {
      goTo(e.getX(), e.getY());
      e.consume();
    });
    setOnMouseDragged(e -> {
      goTo(e.getX(), e.getY());
      e.consume();
    });
  }

  private void goTo(double x, double y) {
    double inset = canvas.getLayoutX();
    viewport.centre(left + (x - inset) / scale, top + (y - inset) / scale);
  }

  void setPalette(Palette newPalette) {
    palette = newPalette;
    paint();
  }

  void paint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    Optional<Bounds> extent = layer.geometry().extent();
    setVisible(extent.isPresent());
    if (extent.isEmpty()) return;
    Bounds seen = viewport.visible();
    Bounds all = union(extent.get(), seen);
    scale = Math.min((WIDTH - 2 * INSET) / all.getWidth(), (HEIGHT - 2 * INSET) / all.getHeight());
    left = all.getCenterX() - WIDTH / 2 / scale;
    top = all.getCenterY() - HEIGHT / 2 / scale;
    for (NodeView view : layer.nodes()) {
      if (view instanceof GroupView group && !group.isFolded()) continue;
      g.setFill(colour(view.node(), palette));
      double x = (view.x() - left) * scale;
      double y = (view.y() - top) * scale;
      g.fillOval(x - 2.5, y - 2.5, 5, 5);
    }
    g.setStroke(palette.accent());
    g.setLineWidth(1.2);
    g.strokeRoundRect(
        Math.rint((seen.getMinX() - left) * scale) + 0.5,
        Math.rint((seen.getMinY() - top) * scale) + 0.5,
        Math.rint(seen.getWidth() * scale),
        Math.rint(seen.getHeight() * scale),
        4,
        4);
  }

  private static Bounds union(Bounds a, Bounds b) {
    double x = Math.min(a.getMinX(), b.getMinX());
    double y = Math.min(a.getMinY(), b.getMinY());
    return new BoundingBox(
        x, y, Math.max(a.getMaxX(), b.getMaxX()) - x, Math.max(a.getMaxY(), b.getMaxY()) - y);
  }

  /// The colour in which a node is painted where a style sheet does not reach.
  static Color colour(Node node, Palette palette) {
    return switch (node) {
      case Population p ->
          switch (p.type()) {
            case EXCITATORY -> palette.excitatory();
            case INHIBITORY -> palette.inhibitory();
            case MIXED -> palette.dopamine();
          };
      case Stimulus _ -> palette.stimulus();
      case World _ -> palette.text();
      case ModulatorSource m -> Substance.of(m.model()).colour(palette);
      case Probe _ -> palette.probe();
      case Group _ -> palette.text();
      case Note _ -> palette.muted();
    };
  }
}
