package org.neurarium.engine.network;

import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKind.Gives;
import org.neurarium.engine.world.WorldSetup;

/// What a world shows as a list of numbers of at most about 1, for predictions: one for each value of a category, one for each bin of a place, the amount itself. Events are no
/// part of it: they are what is predicted.
final class Features {

  private static final int LINE = 20;
  private static final int PLANE = 10; // along each side

  private final List<WorldKind.Shown> ports;
  private final int[] sizes;
  private final double[] features;

  Features(WorldSetup setup) {
    ports = setup.kind().shown();
    sizes =
        ports.stream()
            .mapToInt(port ->
                switch (port.gives()) {
                  case Gives.Category(var count) -> setup.kind().number(count, setup.world());
                  case Gives.Place(int dimensions) -> dimensions == 1 ? LINE : PLANE * PLANE;
                  case Gives.Amount _ -> 1;
                  case Gives.Event _ -> 0;
                })
            .toArray();
    features = new double[Arrays.stream(sizes).sum()];
  }

  /// What is shown, as features.
  ///
  /// @param shown by output: x and y, NaN for nothing
  /// @return always the same array
  double[] of(double[] shown) {
    Arrays.fill(features, 0);
    int first = 0;
    for (int k = 0; k < sizes.length; k++) {
      double x = shown[2 * k];
      if (sizes[k] > 0 && !Double.isNaN(x))
        switch (ports.get(k).gives()) {
          case Gives.Category _ -> features[first + (int) x] = 1;
          case Gives.Place(int dimensions) -> {
            int line = dimensions == 1 ? LINE : PLANE;
            int bin = bin(x, line) + (dimensions == 1 ? 0 : line * bin(shown[2 * k + 1], line));
            features[first + bin] = 1;
          }
          case Gives.Amount _ -> features[first] = x;
          case Gives.Event _ -> {}
        }
      first += sizes[k];
    }
    return features;
  }

  private static int bin(double part, int bins) {
    return (int) Math.clamp(part * bins, 0, bins - 1.0);
  }
}
