package org.neurarium.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.neurarium.circuits.language.ModelReader;
import org.neurarium.circuits.model.NeuronModel;

/// The texts of the library's models.
final class Library {

  private static final String FOLDER = "/org/neurarium/circuits/language/library/";

  private Library() {}

  static String text(String model) {
    try (InputStream file = NeuronModel.class.getResourceAsStream(FOLDER + model + ".model")) {
      if (file == null) throw new IllegalArgumentException("no model " + model);
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static NeuronModel model(String model) {
    return (NeuronModel) ModelReader.read(model + ".model", text(model)).model().orElseThrow();
  }
}
