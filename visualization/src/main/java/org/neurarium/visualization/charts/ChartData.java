package org.neurarium.visualization.charts;

import java.io.IOException;
import java.util.List;
import org.neurarium.visualization.colour.PlotTheme.Role;

/// What a chart shows: measured, immutable, with its definition. Lists of numbers are parallel.
public sealed interface ChartData {

  /// For people.
  String title();

  /// The definition of what is shown, in one or two sentences.
  String caption();

  /// Whether there is anything to show.
  boolean isEmpty();

  /// Writes the numbers, with units in the header.
  void write(Appendable csv) throws IOException;

  /// A line of a population.
  ///
  /// @param x values along the horizontal axis
  /// @param y values along the vertical axis
  /// @param note what is said of it beside its name, such as a CV; may be empty
  record Line(String name, Role role, double[] x, double[] y, String note) {}

  /// Population rates over time.
  ///
  /// @param bins in Hz over the middles of bins, in ms
  /// @param smooth the same, smoothed
  /// @param bin width in ms
  /// @param sigma of the Gaussian kernel in ms
  record Rates(List<Line> bins, List<Line> smooth, double bin, double sigma) implements ChartData {
    @Override
    public String title() {
      return "Population rate";
    }

    @Override
    public String caption() {
      return "Thin: spikes per neuron and second in bins of %s ms. Thick: the same, smoothed with a Gaussian of σ = %s ms."
          .formatted(text(bin), text(sigma));
    }

    @Override
    public boolean isEmpty() {
      return bins.isEmpty();
    }

    @Override
    public void write(Appendable csv) throws IOException {
      csv.append("bin_middle_ms,population,rate_Hz,smoothed_rate_Hz\n");
      for (int k = 0; k < bins.size(); k++) {
        Line line = bins.get(k);
        for (int i = 0; i < line.x.length; i++)
          row(csv, text(line.x[i]), quoted(line.name), text(line.y[i]), text(smooth.get(k).y[i]));
      }
    }
  }

  /// Intervals between spikes.
  ///
  /// @param lines probability density per ms over the middles of bins, in ms
  /// @param bin width in ms
  record Intervals(List<Line> lines, double bin) implements ChartData {
    /// Fewest intervals from which a neuron's CV is taken.
    static final int FEWEST = 10;

    @Override
    public String title() {
      return "Intervals between spikes";
    }

    @Override
    public String caption() {
      return ("Intervals of all neurons together, in bins of %s ms. CV: standard deviation (n − 1) over mean of each neuron's intervals,"
              + " averaged over neurons with at least %d of them: 0 for clockwork, 1 for Poisson trains.")
          .formatted(text(bin), FEWEST);
    }

    @Override
    public boolean isEmpty() {
      return lines.isEmpty();
    }

    @Override
    public void write(Appendable csv) throws IOException {
      csv.append("interval_middle_ms,population,density_per_ms\n");
      for (Line line : lines)
        for (int i = 0; i < line.x.length; i++)
          row(csv, text(line.x[i]), quoted(line.name), text(line.y[i]));
    }
  }

  /// Weights of a projection.
  ///
  /// @param projection its name
  /// @param unit symbol
  /// @param middles of the bins, in `unit`
  /// @param counts how many synapses of the sample are in each
  /// @param bin width in `unit`
  /// @param sampled how many synapses were looked at
  /// @param synapses how many there are
  record Weights(
      String projection,
      String unit,
      double[] middles,
      double[] counts,
      double bin,
      int sampled,
      long synapses)
      implements ChartData {
    @Override
    public String title() {
      return "Weights " + projection;
    }

    @Override
    public String caption() {
      String what =
          sampled == synapses
              ? "All %,d synapses".formatted(synapses)
              : "%,d evenly picked of %,d synapses".formatted(sampled, synapses);
      return what.replace(',', ' ')
          + ", counted by weight in bins of "
          + text(bin)
          + (unit.isEmpty() ? "" : " " + unit)
          + ".";
    }

    @Override
    public boolean isEmpty() {
      return sampled == 0;
    }

    @Override
    public void write(Appendable csv) throws IOException {
      csv.append("weight_middle").append(unit.isEmpty() ? "" : "_" + unit).append(",synapses\n");
      for (int i = 0; i < middles.length; i++) row(csv, text(middles[i]), text(counts[i]));
    }
  }

  private static void row(Appendable csv, String... fields) throws IOException {
    csv.append(String.join(",", fields)).append('\n');
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\n\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String text(double value) {
    return new java.math.BigDecimal(value)
        .round(new java.math.MathContext(6))
        .stripTrailingZeros()
        .toPlainString();
  }
}
