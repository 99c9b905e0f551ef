package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.neurarium.app.theme.Palette;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.StateView;

/// Colours the branches of trees by the potential that they have now, from the population's colour at rest to amber where they are depolarised, and names a plateau that
/// lasts: an action potential that runs back into a dendrite is over in a few milliseconds, an NMDA or calcium spike is not.
final class TreeLights {

  /// Potential (mV) below which a branch has its population's colour, and above which it is amber.
  private static final double REST = -65;

  private static final double HOT = -15;

  /// Potential (mV) that a plateau stays above, and for how long (ms).
  private static final double PLATEAU = -40;

  private static final double LASTING = 8;

  /// For how long a plateau's name stays to be read.
  private static final long READING = 700_000_000;

  private static final double NAME_HEIGHT = 15;

  /// Where a branch's potentials stand among the states of its population.
  ///
  /// @param states by segment
  private record Wires(DendriticView.Limb limb, int[] states) {}

  /// What is known of one tree.
  private static final class Tree {
    private final StateView view;
    private final List<Wires> wires = new ArrayList<>();
    private final CellModel cell;
    private final Map<String, Double> since = new HashMap<>();
    private final Map<String, Long> named = new HashMap<>();

    Tree(DendriticView node, StateView view) {
      this.view = view;
      cell = node.cell();
      for (DendriticView.Limb limb : node.limbs()) {
        int[] states = new int[limb.segments()];
        for (int k = 0; k < states.length; k++)
          states[k] =
              view.find(
                      (states.length == 1
                              ? limb.compartment()
                              : limb.compartment() + "[" + (k + 1) + "]")
                          + ".v")
                  .orElse(-1);
        wires.add(new Wires(limb, states));
      }
    }
  }

  private final Map<ElementId, Tree> trees = new HashMap<>();

  /// Forgets what was seen.
  void forget() {
    trees.clear();
  }

  /// Paints one tree.
  ///
  /// @param time of the simulation (ms)
  /// @param now of the wall clock (ns)
  void paint(
      GraphicsContext g,
      DendriticView node,
      Observation observation,
      Viewport viewport,
      Palette palette,
      double time,
      long now) {
    StateView states = observation.states().get(node.elementId());
    if (states == null) return;
    Tree tree = trees.get(node.elementId());
    if (tree == null || tree.view != states || tree.cell != node.cell()) {
      tree = new Tree(node, states);
      trees.put(node.elementId(), tree);
    }
    Color cold = Minimap.colour(node.node(), palette);
    Color hot = palette.acetylcholine();
    g.setLineCap(StrokeLineCap.ROUND);
    double free = Double.NEGATIVE_INFINITY; // where names of plateaus may stand, from above
    for (Wires w : tree.wires) {
      DendriticView.Limb l = w.limb();
      double highest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < w.states().length; k++) {
        if (w.states()[k] < 0) continue;
        double v = states.value(w.states()[k], 0);
        highest = Math.max(highest, v);
        double heat = Math.clamp((v - REST) / (HOT - REST), 0, 1);
        g.setStroke(cold.interpolate(hot, heat));
        g.setFill(cold.interpolate(hot, heat));
        if (l.isBody()) {
          double r = 5 * viewport.scale();
          double x = viewport.toViewX(node.x() + l.x0());
          double y = viewport.toViewY(node.y() + l.y0() + 2);
          g.fillOval(x - r, y - r, 2 * r, 2 * r);
          continue;
        }
        g.setLineWidth(l.width() * viewport.scale());
        double a = (double) k / w.states().length;
        double b = (k + 1.0) / w.states().length;
        g.strokeLine(
            viewport.toViewX(node.x() + l.xAt(a)),
            viewport.toViewY(node.y() + l.yAt(a)),
            viewport.toViewX(node.x() + l.xAt(b)),
            viewport.toViewY(node.y() + l.yAt(b)));
      }
      if (!l.isBody()) free = name(g, node, tree, l, highest, viewport, palette, time, now, free);
    }
  }

  /// Names a plateau, below the names that are there.
  ///
  /// @return above which the next one must not stand
  private static double name(
      GraphicsContext g,
      DendriticView node,
      Tree tree,
      DendriticView.Limb l,
      double highest,
      Viewport viewport,
      Palette palette,
      double time,
      long now,
      double free) {
    Optional<String> kind = plateau(tree.cell, l.compartment());
    if (kind.isEmpty()) return free;
    if (highest < PLATEAU) tree.since.remove(l.compartment());
    else if (time - tree.since.computeIfAbsent(l.compartment(), _ -> time) >= LASTING)
      tree.named.put(l.compartment(), now);
    Long seen = tree.named.get(l.compartment());
    if (seen == null || now - seen > READING) return free;
    g.setGlobalAlpha(Math.clamp(2 - 2.0 * (now - seen) / READING, 0, 1));
    g.setFill(palette.text());
    g.setFont(Font.font("Inter Semi Bold", 12 * Math.clamp(viewport.scale(), 0.8, 1.4)));
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    double y = Math.max(free, viewport.toViewY(node.y() + l.yAt(0.6)));
    g.fillText(kind.get(), viewport.toViewX(node.x() + DendriticView.OUTLINE.halfWidth() + 10), y);
    g.setGlobalAlpha(1);
    return y + NAME_HEIGHT;
  }

  /// What a lasting depolarisation of a compartment is, by the channels in it.
  private static Optional<String> plateau(CellModel cell, String compartment) {
    boolean nmda = false;
    boolean calcium = false;
    for (CellModel.Insertion i : cell.insertions()) {
      if (!i.isIn(compartment)) continue;
      nmda |= i.channel().startsWith("nmda");
      calcium |= i.channel().startsWith("ca_") || i.channel().startsWith("dcaap");
    }
    // Where both are, the calcium channels make the larger one.
    return calcium
        ? Optional.of("Ca²⁺ spike")
        : nmda ? Optional.of("NMDA spike") : Optional.empty();
  }
}
