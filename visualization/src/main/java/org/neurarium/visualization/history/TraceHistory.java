package org.neurarium.visualization.history;

import java.util.Arrays;
import org.neurarium.circuits.units.Unit;

/// The newest values of one variable of one neuron, one for each step, NaN where none is known.
///
/// A circular array that doubles until it reaches its bound, with the extremes of each block of [#BLOCK] steps beside it, so that a
/// window of a hundred seconds is drawn without touching each of its million values. One thread.
public final class TraceHistory {

  /// Steps whose extremes are kept together.
  static final int BLOCK = 64;

  private static final int FIRST_CAPACITY = 1 << 12;

  private final Unit unit;
  private final int limit;
  private double[] values = new double[FIRST_CAPACITY];
  private double[] lows = new double[FIRST_CAPACITY / BLOCK];
  private double[] highs = new double[FIRST_CAPACITY / BLOCK];
  private long first; // oldest step remembered
  private long end; // step after the newest

  /// @param unit of the values
  /// @param limitBits keeps at most 2^limitBits values, 8 bytes each
  public TraceHistory(Unit unit, int limitBits) {
    if (limitBits < 12 || limitBits > 28)
      throw new IllegalArgumentException("limitBits is in 12..28: " + limitBits);
    this.unit = unit;
    limit = 1 << limitBits;
  }

  public Unit unit() {
    return unit;
  }

  /// The oldest step remembered.
  public long firstStep() {
    return first;
  }

  /// The step after the newest.
  public long endStep() {
    return end;
  }

  /// Appends values that belong to the ends of `step`, `step + 1`, …. A gap to what is known is NaN, an overlap is overwritten.
  public void put(long step, double[] source, int count) {
    if (count == 0) return;
    if (end == first || step - end >= limit || step < first) {
      first = step;
      end = step;
    } else if (step < end) {
      forgetFrom(step);
    }
    while (end < step) append(Double.NaN);
    for (int i = 0; i < count; i++) append(source[i]);
  }

  private void append(double value) {
    if (end - first == values.length) makeRoom();
    int mask = values.length - 1;
    int slot = (int) end & mask;
    values[slot] = value;
    int block = slot / BLOCK;
    if (end % BLOCK == 0 || end == first) {
      lows[block] = Double.POSITIVE_INFINITY;
      highs[block] = Double.NEGATIVE_INFINITY;
    }
    if (value < lows[block]) lows[block] = value;
    if (value > highs[block]) highs[block] = value;
    end++;
  }

  private void makeRoom() {
    if (values.length < limit) {
      double[] old = values;
      values = new double[2 * old.length];
      for (long s = first; s < end; s++)
        values[(int) s & (values.length - 1)] = old[(int) s & (old.length - 1)];
      lows = new double[values.length / BLOCK];
      highs = new double[values.length / BLOCK];
      for (long s = Math.floorDiv(first, BLOCK) * BLOCK; s < end; s += BLOCK) refreshBlock(s);
    } else {
      // Whole blocks go, so that a block's extremes never speak of values that are gone.
      first = (Math.floorDiv(first, BLOCK) + Math.max(1, limit / 16 / BLOCK)) * BLOCK;
    }
  }

  private void refreshBlock(long blockStart) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (long s = Math.max(first, blockStart); s < Math.min(end, blockStart + BLOCK); s++) {
      double v = values[(int) s & (values.length - 1)];
      if (v < low) low = v;
      if (v > high) high = v;
    }
    int block = ((int) blockStart & (values.length - 1)) / BLOCK;
    lows[block] = low;
    highs[block] = high;
  }

  /// Forgets the values at this step and later.
  public void forgetFrom(long step) {
    if (step >= end) return;
    end = Math.max(first, step);
    if (end > first) refreshBlock(Math.floorDiv(end - 1, BLOCK) * BLOCK);
  }

  /// The value at the end of a step, NaN when it is not known.
  public double at(long step) {
    return step < first || step >= end ? Double.NaN : values[(int) step & (values.length - 1)];
  }

  /// The smallest value with `from <= step < to`; infinite when there is none.
  public double low(long from, long to) {
    return extreme(from, to, lows, true);
  }

  /// The largest value with `from <= step < to`; minus infinity when there is none.
  public double high(long from, long to) {
    return extreme(from, to, highs, false);
  }

  private double extreme(long from, long to, double[] blocks, boolean lowest) {
    long s = Math.max(from, first);
    long stop = Math.min(to, end);
    double found = lowest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    int mask = values.length - 1;
    while (s < stop) {
      double v;
      if (s % BLOCK == 0 && s + BLOCK <= stop) {
        v = blocks[((int) s & mask) / BLOCK];
        s += BLOCK;
      } else {
        v = values[(int) s++ & mask];
      }
      if (lowest ? v < found : v > found) found = v;
    }
    return found;
  }

  /// A copy of the values with `from <= step < to`, NaN where unknown.
  public double[] copy(long from, long to) {
    double[] copied = new double[(int) Math.max(0, to - from)];
    Arrays.setAll(copied, i -> at(from + i));
    return copied;
  }
}
