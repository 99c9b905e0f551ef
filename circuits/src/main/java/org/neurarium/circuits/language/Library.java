package org.neurarium.circuits.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModelLanguage;

/// The models that come with Neurarium: files beside this class, in the order of `library.txt`.
public final class Library {

  private Library() {}

  /// Reads them all.
  ///
  /// @throws IllegalStateException if one of them has a problem, which the tests rule out
  public static ModelCatalogue builtIn() {
    return new ModelCatalogue(ids().parallelStream().map(Library::model).toList(), Library::read);
  }

  private static ModelLanguage.Reading read(String file, String text) {
    Reading reading = ModelReader.read(file, text);
    return new ModelLanguage.Reading(reading.model(), reading.problems());
  }

  /// Their names, in the order in which a list should show them.
  static List<String> ids() {
    return text("library.txt")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /// The text of one.
  static String text(String id) {
    String name = id.contains(".") ? id : id + ".model";
    try (InputStream in = Library.class.getResourceAsStream("library/" + name)) {
      if (in == null) throw new IllegalStateException("the library lists " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Model model(String id) {
    Reading reading = ModelReader.read(id + ".model", text(id));
    return reading
        .model()
        .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
  }
}
