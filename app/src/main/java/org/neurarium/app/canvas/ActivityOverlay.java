package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.theme.Palette;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.ElementId;
import org.neurarium.engine.observe.Observation;

/// The running circuit on top of the drawn one: dots inside populations light up with the spikes of the neurons they stand for, dots
/// travel along projections, symbols glow with their rate. Painted in view pixels, at most every other frame while it runs.
///
/// Travelling dots are there to show direction and rhythm: they take far longer than a real delay, leave at most every so often, and stay away at high
/// speed and when there would be too many.
final class ActivityOverlay extends Canvas implements Activity.Tracking {

  private static final double FASTEST_WITH_TRAVELLERS = 4;
  private static final int MOST_TRAVELLERS = 350;
  private static final double TRAVEL_SPEED = 190; // canvas pixels per second
  private static final long TRAVEL_GAP = 230_000_000; // nanoseconds between dots on one line
  private static final double LIGHT_TAU = 0.08; // seconds
  private static final double GLOW_RATE = 25; // Hz at which the glow is at 1 - 1/e
  private static final long GLOW_INTERVAL = 160_000_000;
  private static final double SMALLEST_SCALE = 0.3;
  private static final double TRAVELLER_RADIUS = 3.6;

  /// A dot under way.
  private record Traveller(LinkView line, long start, long duration) {}

  private final Workspace workspace;
  private final CircuitLayer layer;
  private final Viewport viewport;
  private final GlowLayer glow;
  private final LabOverlay lab;
  private final Activity activity = new Activity();
  private final TreeLights trees = new TreeLights();
  private final List<Traveller> travellers = new ArrayList<>();
  private final Map<LinkView, Long> lastDeparture = new HashMap<>();

  /// Thirty pictures a second show motion well; each costs a part of the scene's rendering, and without a graphics card the engine pays for it.
  private static final long SHORTEST_FRAME = 25_000_000;

  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          frame(now);
        }
      };
  private Palette palette = Palette.LIGHT;
  private boolean running;
  private boolean blank = true;
  private long lastFrame;
  private long lastGlow;

  ActivityOverlay(Workspace workspace, CircuitLayer layer, Viewport viewport, GlowLayer glow) {
    this.workspace = workspace;
    this.layer = layer;
    this.viewport = viewport;
    this.glow = glow;
    lab = new LabOverlay(layer, viewport, workspace::models);
    setMouseTransparent(true);
    workspace.statusProperty().addListener((_, _, _) -> follow());
    workspace.observationProperty().addListener((_, _, _) -> follow());
    // A listener on a property of the workspace would keep the timer of a window that was closed.
    sceneProperty().addListener((_, _, _) -> follow());
  }

  void setPalette(Palette newPalette) {
    palette = newPalette;
    repaint();
  }

  private void follow() {
    boolean now = workspace.status().isRunning() && getScene() != null;
    boolean reset = workspace.status().step() == 0 && !now;
    if (now && !running) {
      lastFrame = 0;
      timer.start();
    } else if (!now && running) {
      timer.stop();
    }
    running = now;
    if (reset || workspace.observationProperty().get().isEmpty()) clear();
  }

  private void clear() {
    activity.forget();
    lab.clear();
    trees.forget();
    travellers.clear();
    lastDeparture.clear();
    glow.clear();
    repaint();
  }

  private void frame(long now) {
    @Nullable Observation observation = workspace.observationProperty().get().orElse(null);
    if (observation == null) return;
    if (now - lastFrame < SHORTEST_FRAME) return;
    double seconds = lastFrame == 0 ? 0.016 : Math.min(0.2, (now - lastFrame) * 1e-9);
    lastFrame = now;
    long step = workspace.status().step();
    activity.watch(observation, this, step);
    activity.look(this, step, Math.exp(-seconds / LIGHT_TAU));
    lab.look(observation, now, seconds);
    if (now - lastGlow > GLOW_INTERVAL) {
      lastGlow = now;
      showGlow();
    }
    depart(now);
    paint(now);
  }

  @Override
  public int count(ElementId element) {
    return layer.node(element).orElse(null) instanceof PopulationView p ? p.dots().count() : 0;
  }

  @Override
  public int index(ElementId element, int neuron) {
    return layer.node(element).orElse(null) instanceof PopulationView p ? p.dots().dot(neuron) : -1;
  }

  private void showGlow() {
    Map<NodeView, Double> strongest = new HashMap<>();
    for (Activity.Source s : activity.sources())
      layer
          .node(layer.folding().shownBy(s.element()))
          .ifPresent(n -> strongest.merge(n, 1 - Math.exp(-s.rate() / GLOW_RATE), Math::max));
    strongest.forEach((n, strength) -> glow.show(n, strength, Minimap.colour(n.node(), palette)));
  }

  private void depart(long now) {
    if (workspace.speedProperty().get() > FASTEST_WITH_TRAVELLERS) return;
    for (Activity.Source s : activity.sources()) {
      if (s.spikes() == 0) continue;
      for (LinkView line : layer.linksFrom(s.element())) {
        // Nothing travels through a gap junction: both sides feel each other all the time.
        if (line.lineStyle().end() == Routing.End.BARS) continue;
        if (travellers.size() >= MOST_TRAVELLERS) return;
        long since = now - lastDeparture.getOrDefault(line, 0L);
        if (since < TRAVEL_GAP) continue;
        lastDeparture.put(line, now);
        double length = Math.clamp(line.curve().length() / TRAVEL_SPEED, 0.45, 2.2);
        travellers.add(new Traveller(line, now, (long) (length * 1e9)));
      }
    }
  }

  /// Paints again what is there, after the view has moved while nothing runs.
  void repaint() {
    if (!running) paint(lastFrame);
  }

  private void paint(long now) {
    if (getWidth() != viewport.width() || getHeight() != viewport.height()) {
      setWidth(viewport.width());
      setHeight(viewport.height());
    }
    GraphicsContext g = getGraphicsContext2D();
    if (!blank) g.clearRect(0, 0, getWidth(), getHeight());
    blank = true;
    if (viewport.scale() < SMALLEST_SCALE) return;
    paintTrees(g, now);
    if (lab.paintGlows(g, palette)) blank = false;
    paintTravellers(g, now);
    paintLights(g);
    if (lab.paintLevels(g, palette)) blank = false;
    g.setGlobalAlpha(1);
  }

  private void paintTrees(GraphicsContext g, long now) {
    @Nullable Observation observation = workspace.observationProperty().get().orElse(null);
    if (observation == null || workspace.status().step() == 0) return;
    Bounds seen = viewport.visible();
    for (NodeView node : layer.nodes())
      if (node instanceof DendriticView tree && seen.intersects(tree.box())) {
        trees.paint(
            g,
            tree,
            observation,
            viewport,
            palette,
            workspace.status().step() * observation.dt(),
            now);
        blank = false;
      }
  }

  private void paintTravellers(GraphicsContext g, long now) {
    double r = TRAVELLER_RADIUS * Math.sqrt(viewport.scale());
    for (Iterator<Traveller> i = travellers.iterator(); i.hasNext(); ) {
      Traveller t = i.next();
      double way = (double) (now - t.start()) / t.duration();
      if (way >= 1 || t.line().getParent() == null) {
        i.remove();
        continue;
      }
      double x = viewport.toViewX(t.line().curve().xAt(way));
      double y = viewport.toViewY(t.line().curve().yAt(way));
      if (x < -r || y < -r || x > getWidth() + r || y > getHeight() + r) continue;
      g.setFill(palette.window());
      g.fillOval(x - r - 1.3, y - r - 1.3, 2 * r + 2.6, 2 * r + 2.6);
      g.setFill(colour(t.line().lineStyle().styleClass()));
      g.fillOval(x - r, y - r, 2 * r, 2 * r);
      blank = false;
    }
  }

  private void paintLights(GraphicsContext g) {
    double r = (Dots.RADIUS + 0.4) * viewport.scale();
    Bounds seen = viewport.visible();
    for (Activity.Source s : activity.sources()) {
      if (!(layer.node(s.element()).orElse(null) instanceof PopulationView p)
          || !seen.intersects(p.box())) continue;
      Dots dots = p.dots();
      float[] light = s.light();
      g.setFill(Minimap.colour(p.node(), palette));
      for (int dot = 0; dot < Math.min(light.length, dots.count()); dot++) {
        if (light[dot] < 0.06) continue;
        g.setGlobalAlpha(light[dot]);
        double x = viewport.toViewX(p.x() + dots.x(dot));
        double y = viewport.toViewY(p.y() + dots.y(dot));
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        blank = false;
      }
    }
  }

  private Color colour(String styleClass) {
    return switch (styleClass) {
      case "excitatory" -> palette.excitatory();
      case "inhibitory" -> palette.inhibitory();
      case "mixed" -> palette.dopamine();
      default -> palette.stimulus();
    };
  }

  /// The present rate of an element (Hz); NaN when nothing runs.
  double rate(ElementId element) {
    if (!running) return Double.NaN;
    for (Activity.Source s : activity.sources()) if (s.element().equals(element)) return s.rate();
    return Double.NaN;
  }
}
