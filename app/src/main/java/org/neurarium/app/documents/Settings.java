package org.neurarium.app.documents;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import org.neurarium.circuits.file.SafeFiles;

/// What the window remembers from one day to the next. A file that cannot be read or written is forgotten: settings are not worth a message.
public final class Settings {

  private final Path file;
  private final Properties values = new Properties();

  /// Reads the settings. Blocks shortly.
  public Settings(Path file) {
    this.file = file;
    if (!Files.isRegularFile(file)) return;
    try (Reader in = Files.newBufferedReader(file)) {
      values.load(in);
    } catch (IOException | IllegalArgumentException e) {
      values.clear();
    }
  }

  public Optional<String> text(String key) {
    return Optional.ofNullable(values.getProperty(key));
  }

  public OptionalDouble number(String key) {
    try {
      double n = Double.parseDouble(values.getProperty(key, ""));
      return Double.isFinite(n) ? OptionalDouble.of(n) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  public void set(String key, String value) {
    values.setProperty(key, value);
  }

  public void set(String key, double value) {
    values.setProperty(key, Double.toString(value));
  }

  /// Writes the settings. Blocks shortly.
  public void save() {
    StringWriter text = new StringWriter();
    try {
      values.store(text, null);
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) Files.createDirectories(folder);
    } catch (IOException e) {
      return;
    }
    var _ = SafeFiles.write(file, text.toString());
  }
}
