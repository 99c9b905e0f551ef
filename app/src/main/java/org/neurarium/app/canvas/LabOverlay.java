package org.neurarium.app.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.theme.Palette;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ThirdFactors;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.observe.Observation;

/// What neuromodulators are doing, painted over the circuit: how high each concentration stands, and along each projection that learns by one a quiet glow that
/// follows how much its synapses have marked. When the modulator comes and what was marked is cashed, the glow is bright for a moment.
final class LabOverlay {

  /// Looks at eligibility this often (nanoseconds); it changes within tenths of a second.
  private static final long LOOK = 100_000_000;

  private static final int SAMPLE = 256;
  private static final double QUIET = 0.34;
  private static final double WIDTH = 9;

  /// Time constant of the moment of brightness (s).
  private static final double CASH_TAU = 0.45;

  /// Share of the highest concentration by which it has to rise between two looks to count as arriving.
  private static final double ARRIVES = 0.08;

  /// Strength below which a glow is not seen.
  private static final double FAINT = 0.04;

  /// What is known of one projection.
  private static final class Marks {
    private double most;
    private double level;
    private double cashed;
  }

  /// What is known of one source.
  private static final class Level {
    private double[] cells = {};
    private double most;
    private double now;
    private double before;

    /// Takes the mean over places.
    private void read(org.neurarium.engine.observe.CloudView cloud) {
      int count = cloud.side() * cloud.side();
      if (cells.length != count) cells = new double[count];
      cloud.fill(cells);
      double sum = 0;
      for (double c : cells) sum += c;
      now = sum / count;
    }
  }

  private final CircuitLayer layer;
  private final Viewport viewport;
  private final java.util.function.Supplier<ModelCatalogue> models;
  private final Map<ElementId, Marks> marks = new HashMap<>();
  private final Map<ElementId, Level> levels = new HashMap<>();
  private @Nullable Observation watched;
  private long lastLook;

  LabOverlay(
      CircuitLayer layer, Viewport viewport, java.util.function.Supplier<ModelCatalogue> models) {
    this.layer = layer;
    this.viewport = viewport;
    this.models = models;
  }

  void clear() {
    marks.clear();
    levels.clear();
    watched = null;
  }

  /// Looks at the network.
  ///
  /// @param now nanoseconds
  /// @param seconds since the last frame
  void look(Observation observation, long now, double seconds) {
    if (watched == null || watched.generation() != observation.generation()) clear();
    watched = observation;
    observation
        .clouds()
        .forEach((source, cloud) -> {
          Level level = levels.computeIfAbsent(source, _ -> new Level());
          level.read(cloud);
          level.most = Math.max(level.most, level.now);
        });
    marks.values().forEach(m -> m.cashed *= Math.exp(-seconds / CASH_TAU));
    if (now - lastLook < LOOK) return;
    lastLook = now;
    for (Projection p : layer.circuit().projections()) lookAt(p, observation);
    levels.values().forEach(l -> l.before = l.now);
  }

  private void lookAt(Projection p, Observation observation) {
    OptionalDouble eligible =
        observation
            .weightsOf(p.id())
            .map(w -> w.eligibility(SAMPLE))
            .orElse(OptionalDouble.empty());
    if (eligible.isEmpty()) return;
    Marks m = marks.computeIfAbsent(p.id(), _ -> new Marks());
    m.most = Math.max(m.most, eligible.getAsDouble());
    m.level = m.most > 0 ? eligible.getAsDouble() / m.most : 0;
    for (Level l : sources(p).stream().map(s -> levels.get(s.id())).toList())
      if (l != null && l.now - l.before > ARRIVES * l.most) m.cashed = Math.max(m.cashed, m.level);
  }

  private List<ModulatorSource> sources(Projection p) {
    return ThirdFactors.of(layer.circuit(), models.get(), p).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  /// How high a source's concentration stands, 0…1 of the highest so far.
  double level(ElementId source) {
    Level l = levels.get(source);
    return l == null || !(l.most > 0) ? 0 : l.now / l.most;
  }

  /// Paints glows, below what travels along lines.
  ///
  /// @return whether anything was painted
  boolean paintGlows(GraphicsContext g, Palette palette) {
    boolean painted = false;
    for (LinkView line : layer.links()) {
      Marks m = marks.get(line.element());
      if (m == null || (m.level < FAINT && m.cashed < FAINT)) continue;
      Optional<Projection> p = layer.circuit().find(line.element(), Projection.class);
      if (p.isEmpty()) continue;
      Color colour =
          sources(p.get()).stream()
              .findFirst()
              .map(s -> Substance.of(s.model()).colour(palette))
              .orElse(palette.acetylcholine());
      double scale = viewport.scale();
      stroke(g, line.curve(), colour, QUIET * m.level, WIDTH * scale);
      if (m.cashed >= FAINT) {
        stroke(g, line.curve(), colour, 0.55 * m.cashed, (WIDTH + 9 * m.cashed) * scale);
        stroke(
            g,
            line.curve(),
            palette.dark() ? Color.WHITE : colour.deriveColor(0, 0.6, 1.5, 1),
            0.7 * m.cashed,
            3 * scale);
      }
      painted = true;
    }
    g.setGlobalAlpha(1);
    return painted;
  }

  private void stroke(GraphicsContext g, Curve c, Color colour, double alpha, double width) {
    g.setGlobalAlpha(Math.min(1, alpha));
    g.setStroke(colour);
    g.setLineWidth(width);
    g.setLineCap(javafx.scene.shape.StrokeLineCap.ROUND);
    g.beginPath();
    g.moveTo(viewport.toViewX(c.x0()), viewport.toViewY(c.y0()));
    g.bezierCurveTo(
        viewport.toViewX(c.x1()),
        viewport.toViewY(c.y1()),
        viewport.toViewX(c.x2()),
        viewport.toViewY(c.y2()),
        viewport.toViewX(c.x3()),
        viewport.toViewY(c.y3()));
    g.stroke();
  }

  /// Paints how high concentrations stand: as a filling of the drop in each cloud's middle, and as a number beside it.
  ///
  /// @return whether anything was painted
  boolean paintLevels(GraphicsContext g, Palette palette) {
    boolean painted = false;
    for (NodeView node : layer.nodes()) {
      if (!(node instanceof CloudView cloud)) continue;
      Level level = levels.get(cloud.elementId());
      if (level == null) continue;
      ModulatorSource source = (ModulatorSource) cloud.node();
      Color colour = Substance.of(source.model()).colour(palette);
      double scale = viewport.scale();
      double x = viewport.toViewX(cloud.x());
      double y = viewport.toViewY(cloud.y());
      fill(g, x, y, (CloudView.CORE - 1.4) * scale, level(cloud.elementId()), colour);
      g.setGlobalAlpha(1);
      g.setFill(palette.muted());
      g.setFont(Font.font("JetBrains Mono", 10.5 * Math.min(1.2, Math.max(0.8, scale))));
      String words = words(level.now, Substance.unit(source.model(), models.get()));
      double left = x + (Symbols.CLOUD_RADIUS + 8) * scale;
      double baseline = y - 0.45 * Symbols.CLOUD_RADIUS * scale;
      // A line may pass behind the number.
      g.setStroke(palette.canvas());
      g.setLineWidth(3);
      g.strokeText(words, left, baseline);
      g.fillText(words, left, baseline);
      painted = true;
    }
    g.setGlobalAlpha(1);
    return painted;
  }

  /// The part of a disc below a level.
  private static void fill(
      GraphicsContext g, double x, double y, double r, double level, Color colour) {
    if (level <= 0.01) return;
    double angle = Math.toDegrees(Math.acos(Math.clamp(1 - 2 * level, -1, 1)));
    g.setGlobalAlpha(0.45);
    g.setFill(colour);
    g.fillArc(x - r, y - r, 2 * r, 2 * r, 270 - angle, 2 * angle, ArcType.CHORD);
  }

  private static String words(double value, Unit unit) {
    String number =
        value == 0
            ? "0"
            : String.format(Locale.ROOT, Math.abs(value) >= 0.095 ? "%.2f" : "%.2g", value);
    return (number + " " + unit.symbol().replace("uM", "µM")).strip();
  }
}
