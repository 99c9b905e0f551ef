package org.neurarium.visualization.portrait;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Problem;
import org.neurarium.engine.portrait.FrequencyCurve;
import org.neurarium.visualization.paint.Ticks;

/// The rate at which a model fires, by injected current: its f–I curve. FX thread.
public final class FrequencyPlot extends AxesCanvas {

  private @Nullable FrequencyCurve curve;
  private String silence = "";
  private double current = Double.NaN;

  public FrequencyPlot() {
    setId("frequency-plot");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Firing rate by current");
  }

  /// Shows a curve.
  ///
  /// @param markedCurrent the current (pA) at which the rate is marked
  public void show(FrequencyCurve newCurve, double markedCurrent) {
    curve = newCurve;
    current = markedCurrent;
    if (newCurve.isEmpty()) {
      showNothing(newCurve.trouble().map(Problem::sentence).orElse("Nothing could be measured."));
      return;
    }
    setAccessibleText(
        "Firing rate by current: from %s to %s pA, at most %s spikes per second"
            .formatted(
                Ticks.format(newCurve.currents()[0], 3),
                Ticks.format(newCurve.currents()[newCurve.currents().length - 1], 3),
                Ticks.format(newCurve.highest(), 3)));
    repaint();
  }

  /// Shows nothing, and says why.
  public void showNothing(String why) {
    curve = null;
    silence = why;
    setAccessibleText(why);
    repaint();
  }

  @Override
  void paint(GraphicsContext g) {
    FrequencyCurve shown = curve;
    if (shown == null) {
      say(g, silence);
      return;
    }
    double[] currents = shown.currents();
    double[] rates = shown.rates();
    double top = Math.max(1, 1.08 * shown.highest());
    axes(
        g,
        new double[] {currents[0], currents[currents.length - 1]},
        new double[] {0, top},
        "current (pA)",
        "rate (spikes/s)");
    g.setStroke(colour(theme().series().getFirst()));
    g.setLineWidth(2);
    g.beginPath();
    boolean drawing = false;
    for (int k = 0; k < rates.length; k++) {
      boolean measured = Double.isFinite(rates[k]);
      if (measured && drawing) g.lineTo(x(currents[k]), y(rates[k]));
      else if (measured) g.moveTo(x(currents[k]), y(rates[k]));
      drawing = measured;
    }
    g.stroke();
    g.setFill(colour(theme().series().getFirst()));
    for (int k = 0; k < rates.length; k++)
      if (Double.isFinite(rates[k])) g.fillOval(x(currents[k]) - 2, y(rates[k]) - 2, 4, 4);
    if (current >= currents[0] && current <= currents[currents.length - 1]) {
      g.setStroke(colour(theme().accent()));
      g.setLineWidth(1);
      g.setLineDashes(3, 3);
      g.strokeLine(x(current), TOP, x(current), TOP + fieldHeight());
      g.setLineDashes();
    }
    g.restore();
  }
}
