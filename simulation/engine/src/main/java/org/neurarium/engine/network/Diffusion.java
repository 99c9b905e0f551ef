package org.neurarium.engine.network;

import java.util.Arrays;

/// Diffusion over a square grid whose edges nothing passes.
///
/// Along each side the grid's own equation `dc_i/dt = D·(c_(i-1) - 2·c_i + c_(i+1))/h²`, with the outer neighbours left out at the edges, is solved exactly: its matrix exponential follows
/// from the cosine transform that diagonalises it (Strang 1999, doi:10.1137/S0036144598336745, the transform DCT-2). The two directions act independently, so rows, then columns, is exact, too. All weights are
/// positive and those of each cell sum to 1: nothing is lost, nothing falls below zero, and no step is too long. Weights too small to matter are left out, so a step that spreads over few
/// cells costs few operations.
///
/// Unchanging after it was made, but for its room; belongs to one thread.
final class Diffusion {

  /// Longest time between two exchanges of neighbouring cells (ms).
  private static final double LONGEST = 1;

  /// Largest part of a cell that may move to a neighbour at once.
  private static final double LARGEST = 0.1;

  private static final double NEGLIGIBLE = 1e-15;

  private final int side;
  private final int every;
  private final int reach;
  private final double[] weights;
  private final double[] line;
  private final double[] moved;

  /// @param side cells along each side
  /// @param width of the field (um)
  /// @param coefficient of diffusion (um²/ms)
  /// @param dt length of a step (ms)
  Diffusion(int side, double width, double coefficient, double dt) {
    this.side = side;
    double cell = width / side;
    double perStep = coefficient * dt / (cell * cell);
    double atOnce = Math.min(LONGEST / dt, LARGEST / perStep);
    every = (int) Math.clamp(Math.floor(atOnce * (1 + 1e-9)), 1, 1_000_000);
    double[][] matrix = propagator(side, perStep * every);
    int farthest = 0;
    for (int i = 0; i < side; i++)
      for (int j = 0; j < side; j++)
        if (matrix[i][j] != 0) farthest = Math.max(farthest, Math.abs(i - j));
    reach = farthest;
    weights = new double[side * (2 * reach + 1)];
    for (int i = 0; i < side; i++)
      for (int j = Math.max(0, i - reach); j <= Math.min(side - 1, i + reach); j++)
        weights[i * (2 * reach + 1) + j - i + reach] = matrix[i][j];
    line = new double[side + 2 * reach];
    moved = new double[side];
  }

  private static double[][] propagator(int n, double exchanged) {
    double[] decay = new double[n];
    for (int k = 0; k < n; k++)
      decay[k] = StrictMath.exp(-exchanged * (2 - 2 * StrictMath.cos(Math.PI * k / n)));
    double[][] cosines = new double[n][n];
    for (int k = 0; k < n; k++)
      for (int i = 0; i < n; i++) cosines[k][i] = StrictMath.cos(Math.PI * k * (i + 0.5) / n);
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++)
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++)
          sum += (k == 0 ? 1.0 : 2.0) * decay[k] * cosines[k][i] * cosines[k][j];
        double weight = sum / n;
        matrix[i][j] = weight < NEGLIGIBLE ? 0 : weight;
        matrix[j][i] = matrix[i][j];
      }
    for (int i = 0; i < n; i++) matrix[i][i] = 1 - Arrays.stream(matrix[i]).sum();
    return matrix;
  }

  /// Whether cells exchange at a grid point.
  boolean isDue(long step) {
    return step % every == 0;
  }

  /// Exchanges what the time since the last exchange asks for.
  ///
  /// @param cells row by row
  void exchange(double[] cells) {
    for (int row = 0; row < side; row++) spread(cells, row * side, 1);
    for (int column = 0; column < side; column++) spread(cells, column, side);
  }

  private void spread(double[] cells, int first, int stride) {
    for (int i = 0; i < side; i++) line[reach + i] = cells[first + i * stride];
    int width = 2 * reach + 1;
    for (int i = 0; i < side; i++) {
      double sum = 0;
      for (int k = 0; k < width; k++) sum += weights[i * width + k] * line[i + k];
      moved[i] = sum;
    }
    for (int i = 0; i < side; i++) cells[first + i * stride] = moved[i];
  }
}
