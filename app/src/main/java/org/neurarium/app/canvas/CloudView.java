package org.neurarium.app.canvas;

import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.model.ModelCatalogue;

/// A modulator source: a cloud in two soft layers, and in its middle a drop with the symbol of the concentration. The drop is filled
/// by the [ActivityOverlay] as high as the concentration stands.
final class CloudView extends NodeView {

  /// Of the drop in the middle.
  static final double CORE = 18;

  /// Widths of the bumps around a cloud; unequal, or it would be a flower.
  private static final double[] BUMPS = {1.25, 0.85, 1.1, 0.9, 1.3, 0.8, 1.0, 1.15, 0.9};

  /// How much flatter than a circle.
  private static final double FLATNESS = 0.88;

  private final Supplier<ModelCatalogue> models;
  private final Text symbol = new Text();

  CloudView(ModulatorSource source, Supplier<ModelCatalogue> models) {
    super(source);
    this.models = models;
    Path mist = cloud(Symbols.CLOUD_RADIUS + 9);
    mist.getStyleClass().add("mist");
    Path cloud = cloud(Symbols.CLOUD_RADIUS - 1);
    cloud.getStyleClass().addAll("symbol", "cloud");
    Circle core = new Circle(CORE);
    core.getStyleClass().add("core");
    symbol.getStyleClass().add("substance");
    symbol.setTextOrigin(VPos.CENTER);
    symbol.setMouseTransparent(true);
    getChildren().addAll(mist, cloud, core, symbol, name, detail);
  }

  private static Path cloud(double radius) {
    double around = 0;
    for (double bump : BUMPS) around += bump;
    Path path = new Path();
    double angle = -Math.PI / 2 - 0.4;
    path.getElements().add(new MoveTo(x(radius, angle), y(radius, angle)));
    for (double bump : BUMPS) {
      double wide = 2 * Math.PI * bump / around;
      angle += wide;
      double r = radius * wide * 0.56;
      path.getElements()
          .add(new ArcTo(r, r * FLATNESS, 0, x(radius, angle), y(radius, angle), false, true));
    }
    path.getElements().add(new ClosePath());
    return path;
  }

  private static double x(double radius, double angle) {
    return 0.9 * radius * Math.cos(angle);
  }

  private static double y(double radius, double angle) {
    return 0.9 * radius * FLATNESS * Math.sin(angle);
  }

  @Override
  void draw(Node newNode) {
    String text = Substance.symbol(((ModulatorSource) newNode).model(), models.get());
    if (text.equals(symbol.getText()) && symbol.getX() != 0) return;
    symbol.setText(text);
    double room = 2 * CORE - 6;
    symbol.setScaleX(1);
    double width = Math.max(1, symbol.getLayoutBounds().getWidth());
    double scale = Math.min(1, room / width);
    symbol.setScaleX(scale);
    symbol.setScaleY(scale);
    symbol.setX(-width / 2);
  }
}
