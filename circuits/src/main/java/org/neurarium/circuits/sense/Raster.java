package org.neurarium.circuits.sense;

import java.util.Arrays;

/// A picture in grey: 8 bits for each place, row by row from the top left, 0 black, 255 white. Immutable.
public final class Raster {

  /// Most places of a picture.
  public static final int MOST = 1 << 24;

  private final int columns;
  private final int rows;
  private final byte[] values;

  /// @param values `columns · rows` of them, copied
  public Raster(int columns, int rows, byte[] values) {
    if (columns < 1 || rows < 1 || (long) columns * rows != values.length || values.length > MOST)
      throw new IllegalArgumentException(
          "a picture of " + columns + " x " + rows + " has not " + values.length + " values");
    this.columns = columns;
    this.rows = rows;
    this.values = values.clone();
  }

  /// All black.
  public static Raster black(int columns, int rows) {
    return new Raster(columns, rows, new byte[Math.multiplyExact(columns, rows)]);
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /// The grey of a place, 0…255.
  public int grey(int column, int row) {
    return values[row * columns + column] & 0xff;
  }

  /// A copy of all values, row by row.
  public byte[] values() {
    return values.clone();
  }

  /// The picture in another size, undistorted, as large as it fits, in the middle of black. Each new place has the mean over what it covers.
  ///
  /// @param into receives 0…1 for each place, row by row
  public void fit(int newColumns, int newRows, float[] into) {
    double pitch = Math.max((double) columns / newColumns, (double) rows / newRows);
    double left = (columns - newColumns * pitch) / 2;
    double top = (rows - newRows * pitch) / 2;
    for (int y = 0; y < newRows; y++)
      for (int x = 0; x < newColumns; x++)
        into[y * newColumns + x] =
            (float)
                (sum(
                        left + x * pitch,
                        top + y * pitch,
                        left + (x + 1) * pitch,
                        top + (y + 1) * pitch)
                    / (255 * pitch * pitch));
  }

  /// The integral of the grey over a rectangle, which may reach beyond the picture.
  private double sum(double left, double top, double right, double bottom) {
    double sum = 0;
    for (int y = Math.max(0, (int) Math.floor(top)); y < Math.min(rows, bottom); y++) {
      double height = Math.min(bottom, y + 1) - Math.max(top, y);
      for (int x = Math.max(0, (int) Math.floor(left)); x < Math.min(columns, right); x++)
        sum += grey(x, y) * height * (Math.min(right, x + 1) - Math.max(left, x));
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Raster r && columns == r.columns && Arrays.equals(values, r.values);
  }

  @Override
  public int hashCode() {
    return 31 * columns + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Raster[" + columns + " x " + rows + "]";
  }
}
