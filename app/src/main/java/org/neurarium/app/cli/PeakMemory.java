package org.neurarium.app.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most memory that this process has had.
final class PeakMemory {

  private static final String RESIDENT = "VmHWM:";

  private PeakMemory() {}

  /// Bytes: the resident set's peak where the system tells it (Linux), else the sum of the peaks of the JVM's pools.
  static long bytes() {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      var peak = lines.filter(line -> line.startsWith(RESIDENT)).findFirst();
      if (peak.isPresent()) return Long.parseLong(peak.get().replaceAll("[^0-9]", "")) * 1024;
    } catch (IOException | NumberFormatException e) {
      // Not Linux, or not readable: the JVM's own figures will do.
    }
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .map(MemoryPoolMXBean::getPeakUsage)
        .filter(usage -> usage != null)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
