package org.neurarium.app.documents;

import java.util.Locale;
import java.util.Optional;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.engine.BuildForecast;

/// What is said before a circuit is opened that is built in more than a few seconds.
final class LargeCircuit {

  private static final double LARGE_SECONDS = 10;

  private LargeCircuit() {}

  /// What its build will take; empty for circuits of usual size.
  static Optional<String> warning(Circuit circuit, ModelCatalogue models) {
    return BuildForecast.of(circuit, models.including(circuit))
        .filter(f -> f.seconds() > LARGE_SECONDS)
        .map(LargeCircuit::text);
  }

  private static String text(BuildForecast f) {
    return String.format(
        Locale.ROOT,
        "It has %,d neurons and %,.0f synapses. Building it takes about %s and %.1f GB of memory,"
            + " of which %.1f GB are free. The build can be cancelled.",
        f.neurons(),
        f.synapses(),
        time(f.seconds()),
        f.bytes() * 1e-9,
        BuildForecast.free() * 1e-9);
  }

  private static String time(double seconds) {
    return seconds < 90
        ? String.format(Locale.ROOT, "%.0f s", Math.ceil(seconds / 10) * 10)
        : String.format(Locale.ROOT, "%.0f min", Math.ceil(seconds / 60));
  }
}
