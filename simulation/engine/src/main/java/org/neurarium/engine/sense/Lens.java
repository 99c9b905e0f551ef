package org.neurarium.engine.sense;

import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.engine.math.Elementary;

/// Receptive fields as kernels on a sheet. Immutable.
///
/// A kernel's weights sum to 0, and those above 0 to 1. So a uniform picture gives 0, and no picture gives more than 1.
public final class Lens {

  private static final double REACH = 3; // standard deviations
  private static final double DUST = 1e-6; // answers as small are rounding

  private final int columns;
  private final int rows;
  private final int radius;
  private final double[][] kernels;

  private Lens(int columns, int rows, int radius, double[][] kernels) {
    this.columns = columns;
    this.rows = rows;
    this.radius = radius;
    this.kernels = kernels;
  }

  /// The lens of a field on a sheet.
  public static Lens of(ReceptiveField field, int columns, int rows) {
    return switch (field) {
      case ReceptiveField.None _ -> plain(columns, rows, 1);
      case ReceptiveField.DifferenceOfGaussians dog -> differenceOfGaussians(dog, columns, rows);
      case ReceptiveField.Gabor gabor -> {
        int radius = radius(Math.max(gabor.sigma(), gabor.sigma() / gabor.aspect()));
        double[][] kernels = new double[gabor.orientations()][];
        for (int k = 0; k < kernels.length; k++)
          kernels[k] = gabor(gabor, gabor.orientation() + 180.0 * k / kernels.length, radius);
        yield new Lens(columns, rows, radius, kernels);
      }
    };
  }

  /// A lens through which each of some sources sees its place.
  public static Lens plain(int columns, int rows, int channels) {
    return new Lens(columns, rows, 0, new double[channels][]);
  }

  private static int radius(double sigma) {
    return (int) Math.ceil(REACH * sigma);
  }

  private static Lens differenceOfGaussians(
      ReceptiveField.DifferenceOfGaussians dog, int columns, int rows) {
    int radius = radius(dog.sigmaSurround());
    double[] on = gaussian(dog.sigmaCentre(), radius);
    double[] surround = gaussian(dog.sigmaSurround(), radius);
    double[] off = new double[on.length];
    for (int k = 0; k < on.length; k++) {
      on[k] -= surround[k];
      off[k] = -on[k];
    }
    normalize(on);
    normalize(off);
    return new Lens(
        columns,
        rows,
        radius,
        switch (dog.centre()) {
          case ON -> new double[][] {on};
          case OFF -> new double[][] {off};
          case BOTH -> new double[][] {on, off};
        });
  }

  private static double[] gaussian(double sigma, int radius) {
    int side = 2 * radius + 1;
    double[] kernel = new double[side * side];
    double sum = 0;
    for (int k = 0; k < kernel.length; k++) {
      double x = k % side - radius;
      double y = k / side - radius;
      kernel[k] = Elementary.exp(-(x * x + y * y) / (2 * sigma * sigma));
      sum += kernel[k];
    }
    for (int k = 0; k < kernel.length; k++) kernel[k] /= sum;
    return kernel;
  }

  private static double[] gabor(ReceptiveField.Gabor gabor, double orientation, int radius) {
    int side = 2 * radius + 1;
    double[] kernel = new double[side * side];
    double[] envelope = new double[side * side];
    double direction = Math.toRadians(orientation - 90);
    double cos = Elementary.cos(direction);
    double sin = Elementary.sin(direction);
    double phase = Math.toRadians(gabor.phase());
    double sum = 0;
    double all = 0;
    for (int k = 0; k < kernel.length; k++) {
      double x = k % side - radius;
      double y = radius - k / side; // upwards
      double across = x * cos + y * sin;
      double along = gabor.aspect() * (y * cos - x * sin);
      envelope[k] =
          Elementary.exp(-(across * across + along * along) / (2 * gabor.sigma() * gabor.sigma()));
      kernel[k] = envelope[k] * Elementary.cos(2 * Math.PI * across / gabor.wavelength() + phase);
      sum += kernel[k];
      all += envelope[k];
    }
    for (int k = 0; k < kernel.length; k++) kernel[k] -= sum / all * envelope[k];
    normalize(kernel);
    return kernel;
  }

  private static void normalize(double[] kernel) {
    double above = 0;
    for (double weight : kernel) above += Math.max(0, weight);
    if (above > 0) for (int k = 0; k < kernel.length; k++) kernel[k] /= above;
  }

  /// How many sources there are.
  public int sources() {
    return kernels.length * columns * rows;
  }

  int places() {
    return columns * rows;
  }

  /// The answers of the sources `from` to `to - 1`, between 0 and 1.
  ///
  /// @param picture of the whole sheet
  /// @param into receives source i's answer at `i - from`
  void look(float[] picture, int from, int to, double[] into) {
    int places = columns * rows;
    if (radius == 0) {
      for (int i = from; i < to; i++) into[i - from] = picture[i % places];
      return;
    }
    for (int i = from; i < to; i++) {
      int place = i % places;
      double answer = answer(kernels[i / places], picture, place % columns, place / columns);
      into[i - from] = answer < DUST ? 0 : Math.min(1, answer);
    }
  }

  private double answer(double[] kernel, float[] picture, int x, int y) {
    int side = 2 * radius + 1;
    boolean inside = x >= radius && x + radius < columns;
    double sum = 0;
    for (int j = 0; j < side; j++) {
      int line = Math.clamp(y + j - radius, 0, rows - 1) * columns;
      int row = j * side;
      if (inside) {
        int first = line + x - radius;
        for (int i = 0; i < side; i++) sum += kernel[row + i] * picture[first + i];
      } else {
        for (int i = 0; i < side; i++)
          sum += kernel[row + i] * picture[line + Math.clamp(x + i - radius, 0, columns - 1)];
      }
    }
    return sum;
  }
}
