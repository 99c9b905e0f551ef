package org.neurarium.circuits.media;

import java.util.Arrays;

/// Events of an event camera, in the order of their file. The arrays belong to whoever asked for the table.
///
/// @param times when each was (ms), not necessarily ascending
/// @param x column of the sensor, from the left
/// @param y row of the sensor, from the top
/// @param on whether it became brighter
public record EventTable(double[] times, int[] x, int[] y, boolean[] on) {

  public int size() {
    return times.length;
  }

  /// A table that grows, without an object for every event.
  public static final class Growing {
    private double[] times = new double[1024];
    private int[] x = new int[1024];
    private int[] y = new int[1024];
    private boolean[] on = new boolean[1024];
    private int size;

    /// Adds an event.
    public void add(double time, int column, int row, boolean isOn) {
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        x = Arrays.copyOf(x, 2 * size);
        y = Arrays.copyOf(y, 2 * size);
        on = Arrays.copyOf(on, 2 * size);
      }
      times[size] = time;
      x[size] = column;
      y[size] = row;
      on[size++] = isOn;
    }

    public int size() {
      return size;
    }

    /// All events so far.
    public EventTable table() {
      return new EventTable(
          Arrays.copyOf(times, size),
          Arrays.copyOf(x, size),
          Arrays.copyOf(y, size),
          Arrays.copyOf(on, size));
    }
  }
}
