package org.neurarium.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.observe.WeightView;

/// A projection's synapses as others see them, whatever they do.
public abstract sealed class SynapseTable implements WeightView
    permits RunningProjection, PlasticProjection {

  private final ElementId element;
  private final int segment;
  private final int sources;
  private final int targets;
  private final Unit unit;
  private final double dt;
  private final SynapseRows[] rows;
  private final long synapses;

  /// @param segment of the source in the directory; -1 for a coupling, along which no spikes travel
  /// @param rows by worker
  SynapseTable(
      ElementId element,
      int segment,
      int sources,
      int targets,
      Unit unit,
      double dt,
      SynapseRows[] rows) {
    this.element = element;
    this.segment = segment;
    this.sources = sources;
    this.targets = targets;
    this.unit = unit;
    this.dt = dt;
    this.rows = rows;
    long count = 0;
    for (SynapseRows part : rows) count += part.synapses();
    synapses = count;
  }

  public ElementId element() {
    return element;
  }

  /// Where its spikes come from: a number in the directory's entries, or -1 for a coupling.
  public int segment() {
    return segment;
  }

  /// How many bytes the rows take, without those that it shares with others.
  public abstract long bytes();

  @Override
  public long synapses() {
    return synapses;
  }

  @Override
  public int sources() {
    return sources;
  }

  @Override
  public int targets() {
    return targets;
  }

  @Override
  public Unit unit() {
    return unit;
  }

  @Override
  public void fill(double[] cells, int[] counts, int rowCount, int columnCount) {
    int size = rowCount * columnCount;
    Arrays.fill(cells, 0, size, 0);
    Arrays.fill(counts, 0, size, 0);
    for (SynapseRows part : rows)
      for (int s = 0; s < sources; s++) {
        int column = (int) ((long) s * columnCount / sources);
        part.each(
            s,
            (target, weight, _) -> {
              int cell = (int) ((long) target * rowCount / targets) * columnCount + column;
              cells[cell] += weight;
              counts[cell]++;
              return true;
            });
      }
    for (int c = 0; c < size; c++)
      cells[c] = counts[c] == 0 ? Double.NaN : cells[c] / counts[c] / unit.scale();
  }

  @Override
  public List<Synapse> between(
      int firstSource, int lastSource, int firstTarget, int lastTarget, int limit) {
    List<Synapse> found = new ArrayList<>();
    for (int s = Math.max(0, firstSource); s <= Math.min(lastSource, sources - 1); s++)
      for (SynapseRows part : rows) {
        int source = s;
        boolean all =
            part.each(
                s,
                (target, weight, delay) -> {
                  if (target < firstTarget || target > lastTarget) return true;
                  if (found.size() == limit) return false;
                  return found.add(new Synapse(source, target, weight / unit.scale(), delay * dt));
                });
        if (!all) return found;
      }
    return found;
  }

  @Override
  public double[] sample(int limit) {
    int wanted = (int) Math.min(limit, synapses);
    double[] sample = new double[wanted];
    if (wanted == 0) return sample;
    // The j-th pick is synapse number j · synapses / wanted in the order of workers and sources.
    Picker picker = new Picker(sample);
    for (SynapseRows part : rows)
      for (int s = 0; s < sources; s++) if (!part.each(s, picker)) return sample;
    return sample;
  }

  private final class Picker implements SynapseRows.Visitor {
    private final double[] sample;
    private long passed;
    private int picked;
    private long next;

    Picker(double[] sample) {
      this.sample = sample;
    }

    @Override
    public boolean synapse(int target, double weight, int delay) {
      if (passed++ < next) return true;
      sample[picked++] = weight / unit.scale();
      next = picked * synapses / sample.length;
      return picked < sample.length;
    }
  }
}
