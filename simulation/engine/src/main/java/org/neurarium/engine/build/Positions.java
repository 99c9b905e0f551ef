package org.neurarium.engine.build;

import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Sheet;
import org.neurarium.engine.random.RandomKey;
import org.neurarium.engine.random.RandomStream;

/// Where neurons lie on their sheet, counted from its centre (um).
///
/// @param x by neuron
/// @param y by neuron
/// @param width extent of the sheet along x
/// @param height extent along y
/// @param periodic whether opposite edges touch
record Positions(double[] x, double[] y, double width, double height, boolean periodic) {

  static Positions of(Population population, long seed) {
    return of(population.id(), population.size(), population.sheet(), seed);
  }

  static Positions of(ElementId element, int n, Sheet sheet, long seed) {
    double width = sheet.width().engineValue();
    double height = sheet.height().engineValue();
    double[] x = new double[n];
    double[] y = new double[n];
    switch (sheet.arrangement()) {
      case GRID -> {
        int columns = Math.clamp((long) Math.ceil(Math.sqrt(n * width / height)), 1, n);
        int rows = (n + columns - 1) / columns;
        for (int i = 0; i < n; i++) {
          x[i] = ((i % columns + 0.5) / columns - 0.5) * width;
          int row = i / columns;
          y[i] = ((row + 0.5) / rows - 0.5) * height;
        }
      }
      case RANDOM -> {
        RandomStream stream = new RandomStream(RandomKey.of(seed, element, "position"));
        for (int i = 0; i < n; i++) {
          stream.at(i, 0);
          x[i] = (stream.nextUniform() - 0.5) * width;
          y[i] = (stream.nextUniform() - 0.5) * height;
        }
      }
    }
    return new Positions(x, y, width, height, sheet.periodic());
  }

  /// An offset on a sheet whose edges touch is at most half the sheet.
  static double wrap(double offset, double extent) {
    return offset - extent * Math.rint(offset / extent);
  }
}
