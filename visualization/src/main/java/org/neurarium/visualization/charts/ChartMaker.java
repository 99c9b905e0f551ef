package org.neurarium.visualization.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.neurarium.visualization.charts.ChartData.Intervals;
import org.neurarium.visualization.charts.ChartData.Line;
import org.neurarium.visualization.charts.ChartData.Rates;
import org.neurarium.visualization.charts.ChartData.Weights;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.paint.Surface.Face;
import org.neurarium.visualization.paint.Typefaces;

/// Makes JFreeCharts that look like the rest of the window: no frames, quiet axes, the populations' own colours.
final class ChartMaker {

  private final PlotTheme theme;
  private final Typefaces faces;

  ChartMaker(PlotTheme theme, Typefaces faces) {
    this.theme = theme;
    this.faces = faces;
  }

  JFreeChart chart(ChartData data) {
    return switch (data) {
      case Rates rates -> rates(rates);
      case Intervals intervals -> intervals(intervals);
      case Weights weights -> weights(weights);
    };
  }

  private JFreeChart rates(Rates rates) {
    XYPlot plot = plot("time (ms)", "rate (Hz)");
    boolean seconds = rates.bins().stream().anyMatch(l -> l.x()[l.x().length - 1] >= 2000);
    double scale = seconds ? 1e-3 : 1;
    plot.getDomainAxis().setLabel(seconds ? "time (s)" : "time (ms)");
    plot.setDataset(0, dataset(rates.smooth(), scale));
    plot.setDataset(1, dataset(rates.bins(), scale));
    XYLineAndShapeRenderer thick = new XYLineAndShapeRenderer(true, false);
    XYLineAndShapeRenderer thin = new XYLineAndShapeRenderer(true, false);
    dress(thick, rates.smooth(), 2f, 255);
    dress(thin, rates.bins(), 1f, 80);
    for (int i = 0; i < rates.bins().size(); i++) thin.setSeriesVisibleInLegend(i, false);
    plot.setRenderer(0, thick);
    plot.setRenderer(1, thin);
    if (!rates.bins().isEmpty()) {
      double[] x = rates.bins().getFirst().x();
      plot.getDomainAxis()
          .setRange((x[0] - rates.bin() / 2) * scale, (x[x.length - 1] + rates.bin() / 2) * scale);
    }
    return finished(rates, plot, rates.smooth().size() > 1);
  }

  private JFreeChart intervals(Intervals intervals) {
    XYPlot plot = plot("interval (ms)", "density (1/ms)");
    // A step is drawn from its left edge on.
    List<Line> steps =
        intervals.lines().stream()
            .map(l ->
                new Line(
                    l.note().isEmpty() ? l.name() : l.name() + "   " + l.note(),
                    l.role(),
                    shifted(l.x(), -intervals.bin() / 2),
                    l.y(),
                    ""))
            .toList();
    plot.setDataset(dataset(steps, 1));
    XYStepRenderer renderer = new XYStepRenderer();
    renderer.setDefaultShapesVisible(false);
    dress(renderer, steps, 1.8f, 255);
    plot.setRenderer(renderer);
    ((NumberAxis) plot.getDomainAxis()).setAutoRangeIncludesZero(true);
    plot.getDomainAxis().setLowerMargin(0);
    return finished(intervals, plot, true);
  }

  private static double[] shifted(double[] x, double by) {
    return java.util.Arrays.stream(x).map(v -> v + by).toArray();
  }

  private JFreeChart weights(Weights weights) {
    XYPlot plot =
        plot("weight" + (weights.unit().isEmpty() ? "" : " (" + weights.unit() + ")"), "synapses");
    XYSeries series = new XYSeries(weights.projection());
    for (int i = 0; i < weights.middles().length; i++)
      series.add(weights.middles()[i], weights.counts()[i]);
    plot.setDataset(new XYBarDataset(new XYSeriesCollection(series), weights.bin()));
    XYBarRenderer renderer = new XYBarRenderer(0.08);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setSeriesPaint(0, colour(theme.accent(), 255));
    plot.setRenderer(renderer);
    ((NumberAxis) plot.getDomainAxis()).setAutoRangeIncludesZero(false);
    return finished(weights, plot, false);
  }

  private static XYDataset dataset(List<Line> lines, double scale) {
    XYSeriesCollection collection = new XYSeriesCollection();
    for (int k = 0; k < lines.size(); k++) {
      Line line = lines.get(k);
      // Keys are unique, names need not be.
      XYSeries series = new XYSeries(new SeriesKey(k, line.name()), false, true);
      for (int i = 0; i < line.x().length; i++) series.add(line.x()[i] * scale, line.y()[i]);
      collection.addSeries(series);
    }
    return collection;
  }

  private record SeriesKey(int place, String name) implements Comparable<SeriesKey> {
    @Override
    public int compareTo(SeriesKey other) {
      return Integer.compare(place, other.place);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private void dress(XYLineAndShapeRenderer renderer, List<Line> lines, float width, int alpha) {
    for (int i = 0; i < lines.size(); i++) {
      int same = 0;
      for (int k = 0; k < i; k++) if (lines.get(k).role() == lines.get(i).role()) same++;
      renderer.setSeriesPaint(i, colour(theme.series(lines.get(i).role(), same), alpha));
      // Lines are told apart by their strokes too, not by colour alone.
      float[] dash = i % 3 == 0 ? null : i % 3 == 1 ? new float[] {7, 3} : new float[] {2, 3};
      renderer.setSeriesStroke(
          i,
          new BasicStroke(
              width,
              BasicStroke.CAP_BUTT,
              BasicStroke.JOIN_ROUND,
              10,
              alpha < 255 ? null : dash,
              0));
    }
    renderer.setLegendLine(new java.awt.geom.Line2D.Double(-11, 0, 11, 0));
  }

  private XYPlot plot(String horizontal, String vertical) {
    XYPlot plot = new XYPlot(null, axis(horizontal), axis(vertical), null);
    plot.setOrientation(PlotOrientation.VERTICAL);
    plot.setBackgroundPaint(colour(theme.ground(), 255));
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(colour(theme.line(), 255));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setAxisOffset(new RectangleInsets(2, 2, 2, 2));
    return plot;
  }

  private NumberAxis axis(String label) {
    NumberAxis axis = new NumberAxis(label);
    axis.setLabelFont(font(Face.SANS, 11));
    axis.setLabelPaint(colour(theme.muted(), 255));
    axis.setTickLabelFont(font(Face.MONO, 10));
    axis.setTickLabelPaint(colour(theme.muted(), 255));
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setAutoRangeIncludesZero(true);
    return axis;
  }

  private JFreeChart finished(ChartData data, XYPlot plot, boolean legend) {
    JFreeChart chart = new JFreeChart(null, font(Face.BOLD, 13), plot, false);
    chart.setBackgroundPaint(colour(theme.ground(), 255));
    chart.setPadding(new RectangleInsets(10, 12, 8, 18));
    chart.setTextAntiAlias(true);
    TextTitle title = new TextTitle(data.title(), font(Face.BOLD, 13));
    title.setPaint(colour(theme.text(), 255));
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setPadding(0, 4, 4, 0);
    chart.setTitle(title);
    if (legend) {
      LegendTitle names = new LegendTitle(plot);
      names.setItemFont(font(Face.SANS, 11));
      names.setItemPaint(colour(theme.text(), 255));
      names.setBackgroundPaint(colour(theme.ground(), 255));
      names.setPosition(RectangleEdge.TOP);
      names.setHorizontalAlignment(HorizontalAlignment.LEFT);
      names.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
      chart.addSubtitle(names);
    }
    TextTitle caption = new TextTitle(data.caption(), font(Face.SANS, 10.5));
    caption.setPaint(colour(theme.muted(), 255));
    caption.setPosition(RectangleEdge.BOTTOM);
    caption.setHorizontalAlignment(HorizontalAlignment.LEFT);
    caption.setTextAlignment(HorizontalAlignment.LEFT);
    caption.setPadding(6, 4, 0, 0);
    chart.addSubtitle(caption);
    return chart;
  }

  private Font font(Face face, double size) {
    return faces.font(face, size);
  }

  private static Color colour(int argb, int alpha) {
    return new Color(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, alpha);
  }
}
