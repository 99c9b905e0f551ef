package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.World;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;

/// A world: a panel in which it can be watched, with a handle for each thing that it takes on the left and each that it shows on the
/// right. Lines are drawn from and to the handles.
final class WorldPanel extends NodeView {

  private static final double RADIUS = 5;

  /// How near to a handle its line can be taken or dropped.
  private static final double NEAR = 9;

  private static final double WIDEST_STEP = 24;

  /// One handle.
  ///
  /// @param given whether it is something that the world shows
  private record Handle(String port, boolean given, double x, double y) {}

  private final WorldKinds worlds;
  private final Shape symbol;
  private final SVGPath drawing = Pictogram.WORLD.shape();
  private final javafx.scene.Group handles = new javafx.scene.Group();
  private final List<Handle> places = new ArrayList<>();
  private String kindShown = "";

  WorldPanel(World world, WorldKinds worlds) {
    super(world);
    this.worlds = worlds;
    symbol = Shapes.of(outline());
    symbol.getStyleClass().addAll("symbol", "panel");
    getChildren().addAll(symbol, drawing, handles, name, detail);
  }

  @Override
  void draw(Node newNode) {
    World world = (World) newNode;
    if (world.world().equals(kindShown)) return;
    kindShown = world.world();
    handles.getChildren().clear();
    places.clear();
    Optional<WorldKind> kind = worlds.find(kindShown);
    if (kind.isEmpty()) return;
    List<WorldKind.Taken> taken = kind.get().taken();
    for (int i = 0; i < taken.size(); i++)
      add(taken.get(i).id(), taken.get(i).label(), false, i, taken.size());
    List<WorldKind.Shown> shown = kind.get().shown();
    for (int i = 0; i < shown.size(); i++)
      add(shown.get(i).id(), shown.get(i).label(), true, i, shown.size());
  }

  private void add(String port, String help, boolean given, int index, int count) {
    double step = Math.min(WIDEST_STEP, 2 * Symbols.WORLD_HEIGHT / (count + 0.4));
    double x = given ? Symbols.WORLD_WIDTH : -Symbols.WORLD_WIDTH;
    double y = (index - (count - 1) / 2.0) * step;
    places.add(new Handle(port, given, x, y));
    Circle disc = new Circle(x, y, RADIUS);
    disc.getStyleClass().addAll("port", given ? "given" : "taken");
    disc.setId("port-" + elementId().text() + (given ? "-shows-" : "-takes-") + port);
    Text label = new Text(port.replace('_', ' '));
    label.getStyleClass().add("port-name");
    label.setTextOrigin(VPos.CENTER);
    label.setY(y - 8);
    Text halo = new Text(label.getText());
    halo.getStyleClass().add("port-halo");
    halo.setTextOrigin(VPos.CENTER);
    halo.setY(label.getY());
    halo.xProperty().bind(label.xProperty());
    label.layoutBoundsProperty().subscribe(b -> label.setX(given ? x + 9 : x - 9 - b.getWidth()));
    Tooltip tip = new Tooltip((given ? "Shows " : "Takes ") + port + ": " + help);
    Tooltip.install(disc, tip);
    handles.getChildren().addAll(halo, disc, label);
  }

  /// The names of ports, which stand outside of the panel.
  @Override
  List<Bounds> fixtures() {
    return handles.getChildren().stream()
        .filter(Text.class::isInstance)
        .map(javafx.scene.Node::getBoundsInParent)
        .<Bounds>map(
            b -> new BoundingBox(x() + b.getMinX(), y() + b.getMinY(), b.getWidth(), b.getHeight()))
        .toList();
  }

  /// The port whose handle is at a point of the canvas.
  ///
  /// @param given whether one of what the world shows is looked for, else of what it takes
  Optional<String> portAt(double canvasX, double canvasY, boolean given) {
    return places.stream()
        .filter(h -> h.given() == given)
        .filter(h -> Math.hypot(canvasX - x() - h.x(), canvasY - y() - h.y()) <= NEAR)
        .map(Handle::port)
        .findFirst();
  }

  /// The ports of one side, from above.
  List<String> ports(boolean given) {
    return places.stream().filter(h -> h.given() == given).map(Handle::port).toList();
  }

  /// Some worlds take and show something of the same name.
  @Override
  Routing.Port port(String port, boolean given) {
    for (Handle h : places)
      if (h.port().equals(port) && h.given() == given)
        return new Routing.Port(
            x() + h.x(), y() + h.y(), new Outline.Disc(RADIUS), given ? 0 : Math.PI);
    return port();
  }

  /// Where the world is watched, in canvas pixels.
  Bounds screen() {
    double inset = 5;
    return new BoundingBox(
        x() - Symbols.WORLD_WIDTH + inset,
        y() - Symbols.WORLD_HEIGHT + inset,
        2 * (Symbols.WORLD_WIDTH - inset),
        2 * (Symbols.WORLD_HEIGHT - inset));
  }

  /// Hides the drawing while the world itself is seen.
  void setWatched(boolean watched) {
    drawing.setVisible(!watched);
  }

  @Override
  boolean isHit(double canvasX, double canvasY) {
    return super.isHit(canvasX, canvasY)
        || portAt(canvasX, canvasY, true).isPresent()
        || portAt(canvasX, canvasY, false).isPresent();
  }
}
