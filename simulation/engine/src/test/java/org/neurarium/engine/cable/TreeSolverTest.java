package org.neurarium.engine.cable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeSolverTest {

  private static final int ROOM = 40;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void solvesWhatGaussianEliminationSolves(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(30);
    int[] parents = new int[n];
    parents[0] = -1;
    for (int k = 1; k < n; k++) parents[k] = random.nextInt(k);
    double[][] axial = new double[n][];
    for (int k = 0; k < n; k++) axial[k] = random.doubles(ROOM, 1, 50).toArray();
    TreeSolver solver = new TreeSolver(parents, ROOM);
    double[][][] matrix = new double[ROOM][n][n];
    double[][] wanted = new double[ROOM][n];
    for (int t = 0; t < ROOM; t++) {
      for (int k = 0; k < n; k++) {
        matrix[t][k][k] += random.nextDouble(0.1, 3);
        wanted[t][k] = random.nextDouble(-10, 10);
        if (k == 0) continue;
        double g = axial[k][t];
        matrix[t][k][k] += g;
        matrix[t][parents[k]][parents[k]] += g;
        matrix[t][k][parents[k]] -= g;
        matrix[t][parents[k]][k] -= g;
      }
      for (int k = 0; k < n; k++) {
        solver.diagonal(k)[t] = matrix[t][k][k];
        for (int j = 0; j < n; j++) solver.right(k)[t] += matrix[t][k][j] * wanted[t][j];
      }
    }
    solver.solve(axial, ROOM);
    for (int t = 0; t < ROOM; t++)
      for (int k = 0; k < n; k++) assertEquals(wanted[t][k], solver.right(k)[t], 1e-9);
  }

  @Test
  void theSameTreeGivesTheSameBitsWhoeverStandsBesideIt() {
    double[][] alone = chain(1);
    double[][] many = chain(ROOM);
    for (int k = 0; k < alone.length; k++) {
      double[] all = new double[ROOM];
      Arrays.fill(all, alone[k][0]);
      assertArrayEquals(all, many[k]);
    }
  }

  private static double[][] chain(int count) {
    int[] parents = {-1, 0, 1, 1, 3};
    TreeSolver solver = new TreeSolver(parents, ROOM);
    double[][] axial = new double[parents.length][ROOM];
    double[][] result = new double[parents.length][];
    for (int k = 0; k < parents.length; k++) {
      Arrays.fill(axial[k], 3.7 / (k + 1));
      Arrays.fill(solver.diagonal(k), 0, count, 12.3 + k);
      Arrays.fill(solver.right(k), 0, count, 0.7 * k - 1);
    }
    solver.solve(axial, count);
    for (int k = 0; k < parents.length; k++) result[k] = Arrays.copyOf(solver.right(k), count);
    return result;
  }

  @Test
  void whatLeavesASegmentArrivesAtItsNeighbour() {
    int[] parents = {-1, 0, 0, 2};
    TreeSolver solver = new TreeSolver(parents, 8);
    double[][] v = {{-70}, {-10.3}, {-55.7}, {20.1}};
    double[][] axial = new double[4][8];
    for (double[] g : axial) Arrays.fill(g, 4);
    solver.addAxialCurrents(v, axial, 1);
    double sum = 0;
    for (int k = 0; k < 4; k++) sum += solver.right(k)[0];
    assertEquals(0, sum, 1e-12);
    assertEquals(4 * (59.7 + 14.3), solver.right(0)[0], 1e-12);
  }
}
