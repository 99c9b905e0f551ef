package org.neurarium.app.cli;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Runs each benchmark in a process of its own, one after the other. A process leaves what it has measured in a file.
final class BenchmarkProcess {

  private static final long LOOK_AFTER_MS = 200;

  private BenchmarkProcess() {}

  /// The rows of all usual networks.
  ///
  /// @param threads workers, or null for as many as are worth it
  /// @param seconds biological time of a stretch, or null for each network's own
  /// @param stop asked again and again
  static List<Map<String, Object>> all(
      @Nullable Integer threads, @Nullable Double seconds, BooleanSupplier stop)
      throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (BenchmarkNetwork network : BenchmarkNetwork.ALL)
      if (network.usual()) rows.addAll(of(network.name(), threads, seconds, stop));
    return rows;
  }

  private static List<Map<String, Object>> of(
      String name, @Nullable Integer threads, @Nullable Double seconds, BooleanSupplier stop)
      throws IOException {
    Path file = Files.createTempFile("neurarium-bench", ".rows");
    try {
      List<String> arguments = new ArrayList<>(List.of("bench", name, "--rows", file.toString()));
      if (threads != null) arguments.addAll(List.of("--threads", threads.toString()));
      if (seconds != null) arguments.addAll(List.of("--seconds", seconds.toString()));
      Process process =
          new ProcessBuilder(OwnProcess.command(arguments))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try {
        while (!process.waitFor(LOOK_AFTER_MS, TimeUnit.MILLISECONDS))
          if (stop.getAsBoolean()) throw Failure.of("Stopped.");
      } finally {
        process.destroy();
      }
      if (process.exitValue() != 0) throw Failure.of("The benchmark " + name + " has failed.");
      return taken(file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of("Stopped.");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /// Leaves rows of texts, numbers and maps of them for the process that asked.
  static void leave(List<Map<String, Object>> rows, Path file) throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
      out.writeObject(new ArrayList<>(rows));
    }
  }

  /// What [#leave] left: this program's own file, just written.
  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> taken(Path file) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
      return (List<Map<String, Object>>) in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
