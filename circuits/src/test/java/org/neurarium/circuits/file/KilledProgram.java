package org.neurarium.circuits.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.neurarium.circuits.RandomCircuits;

/// A program that keeps a document and then hangs, to be killed by a test.
final class KilledProgram {

  private KilledProgram() {}

  /// Keeps a circuit and hangs.
  ///
  /// @param arguments the store's directory and the seed of the circuit
  public static void main(String[] arguments) throws InterruptedException {
    var background = Executors.newSingleThreadScheduledExecutor();
    var store = new RecoveryStore(Path.of(arguments[0]), Duration.ofMillis(1), background, _ -> {});
    store.keep(Optional.empty()).changed(RandomCircuits.circuit(Long.parseLong(arguments[1])));
    Thread.sleep(Duration.ofMinutes(2));
  }
}
