package org.neurarium.app.documents;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// Keeps the details of what should not have happened, for whoever mends it. Any thread.
public final class IncidentLog {

  private static final long MOST_BYTES = 1 << 20;

  private final Path file;

  public IncidentLog(Path file) {
    this.file = file;
  }

  public Path file() {
    return file;
  }

  /// Appends an exception with the time and the thread; a log that has grown large begins anew.
  public synchronized void add(Thread thread, Throwable failure) {
    StringWriter text = new StringWriter();
    text.append(Instant.now().toString()).append(' ').append(thread.getName()).append('\n');
    failure.printStackTrace(new PrintWriter(text, true));
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) Files.createDirectories(folder);
      boolean large = Files.exists(file) && Files.size(file) > MOST_BYTES;
      Files.writeString(
          file,
          text.append('\n').toString(),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          large ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
    } catch (IOException e) {
      // A disk that takes no log takes no message about it either.
    }
  }
}
