package org.neurarium.app.canvas;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.neurarium.app.theme.Palette;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Projection;
import org.neurarium.engine.observe.Observation;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.live.CloudPicture;
import org.neurarium.visualization.live.PlotStage;

/// The concentrations of modulators as clouds behind the circuit: around each source, and over the sheet of each population on which it acts, itself or by
/// its synapses. They lie in view pixels and are painted on the plot thread.
final class CloudPictures extends Pane {

  /// Half the width of a cloud around its source.
  private static final double AT_SOURCE = 105;

  /// How much larger than a population's symbol the cloud over its sheet is.
  private static final double OVER_SHEET = 1.9;

  /// A cloud of a source at a node, which may be the source itself.
  private record Key(ElementId source, ElementId node) {}

  private final Workspace workspace;
  private final CircuitLayer layer;
  private final Viewport viewport;
  private final PlotStage plots;
  private final Map<Key, CloudPicture> pictures = new HashMap<>();
  private Palette palette = Palette.LIGHT;

  CloudPictures(Workspace workspace, CircuitLayer layer, Viewport viewport, PlotStage plots) {
    this.workspace = workspace;
    this.layer = layer;
    this.viewport = viewport;
    this.plots = plots;
    setMouseTransparent(true);
    setManaged(false);
    workspace.observationProperty().subscribe(_ -> follow());
  }

  void setPalette(Palette newPalette) {
    palette = newPalette;
    follow();
  }

  /// Follows sources, lines and symbols that came, moved or went, and the view.
  void follow() {
    Set<Key> wanted = wanted();
    pictures
        .entrySet()
        .removeIf(e -> {
          boolean gone = !wanted.contains(e.getKey());
          if (gone) getChildren().remove(e.getValue());
          return gone;
        });
    for (Key key : wanted) {
      CloudPicture picture = pictures.get(key);
      if (picture == null) {
        picture = new CloudPicture(plots);
        picture.setManaged(false);
        pictures.put(key, picture);
        getChildren().add(picture);
      }
      watch(key, picture);
      place(key, picture);
    }
  }

  private Set<Key> wanted() {
    Set<Key> wanted = new LinkedHashSet<>();
    Circuit circuit = layer.circuit();
    Optional<Observation> observation = workspace.observationProperty().get();
    for (ModulatorSource source : circuit.modulatorSources()) {
      if (observation.filter(o -> o.clouds().containsKey(source.id())).isEmpty()) continue;
      wanted.add(new Key(source.id(), layer.folding().shownBy(source.id())));
      for (Link l : circuit.links()) {
        if (!l.from().equals(source.id())) continue;
        ElementId target =
            circuit.find(l.to(), Projection.class).map(Projection::to).orElse(l.to());
        wanted.add(new Key(source.id(), layer.folding().shownBy(target)));
      }
    }
    wanted.removeIf(k -> layer.node(k.node()).isEmpty());
    return wanted;
  }

  private void watch(Key key, CloudPicture picture) {
    Optional<org.neurarium.engine.observe.CloudView> view =
        workspace.observationProperty().get().map(o -> o.clouds().get(key.source()));
    Color colour =
        layer
            .circuit()
            .find(key.source(), ModulatorSource.class)
            .map(m -> Substance.of(m.model()).colour(palette))
            .orElse(palette.muted());
    int rgb =
        (int) Math.round(255 * colour.getRed()) << 16
            | (int) Math.round(255 * colour.getGreen()) << 8
            | (int) Math.round(255 * colour.getBlue());
    picture.watch(view, rgb, palette.dark() ? PlotTheme.DARK : PlotTheme.LIGHT);
  }

  private void place(Key key, CloudPicture picture) {
    layer
        .node(key.node())
        .ifPresent(node -> {
          double half =
              key.source().equals(key.node())
                  ? AT_SOURCE
                  : OVER_SHEET * Math.max(node.outline().halfWidth(), node.outline().halfHeight());
          double size = Math.rint(2 * half * viewport.scale());
          picture.resizeRelocate(
              Math.rint(viewport.toViewX(node.x() - half)),
              Math.rint(viewport.toViewY(node.y() - half)),
              size,
              size);
        });
  }
}
