package org.neurarium.app.canvas;

import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import org.neurarium.app.senses.Drawings;
import org.neurarium.app.senses.RasterImages;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.sense.Raster;

/// A stimulus or a probe: its outline with a drawing of what it gives or records, or, for a drawing
/// pad, with what has been drawn.
final class PictogramView extends NodeView {

  /// The largest square in a stimulus's hexagon with room around it.
  private static final double PICTURE = 36;

  private final ImageView picture = new ImageView();
  private Pictogram shown;
  private SVGPath drawing;
  private Optional<Raster> drawn = Optional.empty();

  PictogramView(Node node) {
    super(node);
    Shape symbol = Shapes.of(outline());
    symbol.getStyleClass().add("symbol");
    shown = pictogram(node);
    drawing = shown.shape();
    picture.setSmooth(false);
    picture.setPreserveRatio(true);
    picture.setFitWidth(PICTURE);
    picture.setFitHeight(PICTURE);
    picture.setMouseTransparent(true);
    picture.setVisible(false);
    getChildren().addAll(symbol, drawing, picture, name, detail);
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
    drawPicture(
        newNode instanceof Stimulus s
            ? Drawings.of(s).filter(r -> !r.equals(Raster.black(r.columns(), r.rows())))
            : Optional.empty());
    Pictogram now = pictogram(newNode);
    if (now.equals(shown)) return;
    SVGPath next = now.shape();
    getChildren().set(getChildren().indexOf(drawing), next);
    drawing = next;
    shown = now;
    drawing.setVisible(drawn.isEmpty());
  }

  private void drawPicture(Optional<Raster> now) {
    if (now.equals(drawn)) return;
    drawn = now;
    now.ifPresent(r -> {
      picture.setImage(RasterImages.of(r));
      picture.setX(-picture.getBoundsInLocal().getWidth() / 2);
      picture.setY(-picture.getBoundsInLocal().getHeight() / 2);
    });
    picture.setVisible(now.isPresent());
    drawing.setVisible(now.isEmpty());
  }
}
