package org.neurarium.visualization.export;

import java.io.IOException;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.paint.HeatmapPainter;
import org.neurarium.visualization.paint.LiveScene.Heatmap;
import org.neurarium.visualization.paint.Surface;
import org.neurarium.visualization.paint.WeightPicture;

/// A heatmap of weights as it stands. Any thread.
public record HeatmapSource(
    Heatmap heatmap, WeightPicture weights, PlotTheme theme, double width, double height)
    implements PlotSource {

  @Override
  public String name() {
    return "weights-" + heatmap.projection();
  }

  @Override
  public void draw(Surface surface) {
    HeatmapPainter.paint(surface, theme, heatmap, weights, null);
  }

  @Override
  public void write(Appendable csv) throws IOException {
    String unit = weights.unit().isEmpty() ? "" : "_" + weights.unit();
    csv.append("from_first,from_last,to_first,to_last,mean_weight")
        .append(unit)
        .append(",synapses\n");
    for (int row = 0; row < weights.rows(); row++) {
      for (int column = 0; column < weights.columns(); column++) {
        double weight = weights.cells()[row * weights.columns() + column];
        if (Double.isNaN(weight)) continue;
        csv.append(Integer.toString(weights.firstSource(column))).append(',');
        csv.append(Integer.toString(weights.lastSource(column))).append(',');
        csv.append(Integer.toString(weights.firstTarget(row))).append(',');
        csv.append(Integer.toString(weights.lastTarget(row))).append(',');
        csv.append(Double.toString(weight)).append(',');
        csv.append(Integer.toString(weights.counts()[row * weights.columns() + column]));
        csv.append('\n');
      }
    }
  }
}
