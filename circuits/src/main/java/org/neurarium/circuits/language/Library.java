package org.neurarium.circuits.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.neurarium.circuits.cell.CellLowering;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModelLanguage;
import org.neurarium.circuits.model.UnreadModel;

/// The models that come with Neurarium: files beside this class, in the order of `library.txt`.
///
/// The index says of what kind each is, so that one can be found without reading any. A file is read when its model is first asked for: reading all of them costs
/// a start more than anything else would.
public final class Library {

  private Library() {}

  /// The catalogue of them all. Asking it for a model throws an [IllegalStateException] if the model's file has a problem, which the tests rule out.
  public static ModelCatalogue builtIn() {
    return ModelCatalogue.ofFiles(index(), new Language());
  }

  private record Language() implements ModelLanguage {

    @Override
    public ModelLanguage.Reading read(String file, String text) {
      org.neurarium.circuits.language.Reading reading = ModelReader.read(file, text);
      return new ModelLanguage.Reading(reading.model(), reading.problems());
    }

    @Override
    public ModelLanguage.Reading lower(
        CellModel cell, Function<String, Optional<ChannelModel>> channels, List<String> known) {
      CellLowering.Lowered lowered = CellLowering.lower(cell, channels, known);
      return new ModelLanguage.Reading(lowered.model().map(m -> m), lowered.problems());
    }
  }

  private static List<UnreadModel> index() {
    List<UnreadModel> index = new ArrayList<>();
    for (String line : resource("library.txt").split("\n", -1)) {
      if (line.isBlank() || line.startsWith("#")) continue;
      int blank = line.indexOf(' ');
      String id = line.substring(blank + 1).strip();
      index.add(
          new UnreadModel(
              kind(line.substring(0, blank)), id, () -> head(text(id)), () -> model(id)));
    }
    return index;
  }

  private static Model.Kind kind(String word) {
    for (Model.Kind kind : Model.Kind.values()) if (kind.word().equals(word)) return kind;
    throw new IllegalStateException("the library's index knows of no kind '" + word + "'");
  }

  /// Their names, in the order in which a list should show them.
  static List<String> ids() {
    return index().stream().map(UnreadModel::id).toList();
  }

  /// The text of one.
  static String text(String id) {
    return resource(id + ".model");
  }

  private static String resource(String name) {
    try (InputStream in = Library.class.getResourceAsStream("library/" + name)) {
      if (in == null) throw new IllegalStateException("the library lists " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Title and summary of a file of the library: what stands in quotes in its first line, and after `summary`.
  private static UnreadModel.Head head(String text) {
    String title = "";
    String summary = "";
    int start = 0;
    while (start < text.length() && (title.isEmpty() || summary.isEmpty())) {
      int end = text.indexOf('\n', start);
      if (end < 0) end = text.length();
      String line = text.substring(start, end).strip();
      start = end + 1;
      int quote = line.indexOf('"');
      if (quote < 0 || line.startsWith("#")) continue;
      String quoted = line.substring(quote + 1, line.indexOf('"', quote + 1));
      if (title.isEmpty()) title = quoted;
      else if (line.startsWith("summary")) summary = quoted;
    }
    return new UnreadModel.Head(title, summary);
  }

  private static Model model(String id) {
    Reading reading = ModelReader.read(id + ".model", text(id));
    return reading
        .model()
        .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
  }
}
