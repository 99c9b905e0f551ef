package org.neurarium.app.canvas;

import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Stimulus;

/// A stimulus or a probe: its outline with a drawing of what it gives or records.
final class PictogramView extends NodeView {

  private Pictogram shown;
  private SVGPath drawing;

  PictogramView(Node node) {
    super(node);
    Shape symbol = Shapes.of(outline());
    symbol.getStyleClass().add("symbol");
    shown = pictogram(node);
    drawing = shown.shape();
    getChildren().addAll(symbol, drawing, name, detail);
  }

  private static Pictogram pictogram(Node node) {
    return switch (node) {
      case Stimulus s -> Pictogram.of(s.signal());
      case Probe p -> Pictogram.of(p.recording());
      default -> throw new IllegalArgumentException("has no pictogram: " + node.kind());
    };
  }

  @Override
  void draw(Node newNode) {
    Pictogram now = pictogram(newNode);
    if (now.equals(shown)) return;
    SVGPath next = now.shape();
    getChildren().set(getChildren().indexOf(drawing), next);
    drawing = next;
    shown = now;
  }
}
