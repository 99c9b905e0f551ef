package org.neurarium.circuits.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.file.Json.Spot;

/// Reads circuits from files and text. Never throws for what a file says: whatever is wrong with it becomes a [Problem] with a place.
public final class CircuitReader {

  /// Larger files are refused: long lists belong into CSV files beside the circuit.
  public static final int MOST_BYTES = 64 << 20;

  private static final int MOST_PROBLEMS = 100;
  private static final ObjectFormat<Circuit> CIRCUIT = CircuitFormat.circuit();

  private CircuitReader() {}

  /// What came of reading a file.
  ///
  /// @param circuit as much of it as could be read; empty when the file is no circuit of a known version
  /// @param problems what is wrong with the file, in its order; whether the circuit makes sense is for validation to say
  /// @param complete whether the circuit holds everything that the file holds. If not, saving over the file would lose
  ///     something, so it has to be saved elsewhere
  /// @param elements where each element is written
  public record Result(
      Optional<Circuit> circuit,
      List<Problem> problems,
      boolean complete,
      Map<ElementId, Place> elements) {
    public Result {
      problems = List.copyOf(problems);
      elements = Map.copyOf(elements);
    }

    /// A problem of an element, with the place where the file has that element; any other problem as it is.
    public Problem placed(Problem problem) {
      Optional<Place> written = problem.place().element().map(elements::get);
      return problem.place().line() > 0 || written.isEmpty()
          ? problem
          : problem.at(written.get().concerning(problem.place()));
    }
  }

  /// Reads a file. Blocks; call it off the threads that must not.
  public static Result read(Path file) {
    String name = String.valueOf(file.getFileName());
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, in.readNBytes(MOST_BYTES + 1));
    } catch (NoSuchFileException e) {
      return unreadable(
          name, "There is no file " + Formats.quoted(name), "It was perhaps moved or renamed.");
    } catch (IOException e) {
      return unreadable(
          name,
          "The file " + Formats.quoted(name) + " cannot be read",
          "See whether it is a file and whether you may read it.");
    }
  }

  private static Result unreadable(String name, String sentence, String hint) {
    Where where = Where.root(new Findings(name, MOST_PROBLEMS));
    where.error(Spot.NONE, sentence, hint);
    return result(Optional.empty(), where);
  }

  static Result read(String name, byte[] bytes) {
    if (bytes.length > MOST_BYTES)
      return unreadable(
          name,
          "The file is larger than " + (MOST_BYTES >> 20) + " MB",
          "Put long lists into CSV files beside the circuit.");
    Where where = Where.root(new Findings(name, MOST_PROBLEMS));
    return read(decode(bytes, where), where, Migrations.NEWEST);
  }

  /// Reads a text, for example from the clipboard.
  ///
  /// @param name what the places of problems call it; may be empty
  public static Result read(String name, String text) {
    return read(name, text, Migrations.NEWEST);
  }

  static Result read(String name, String text, Migrations migrations) {
    return read(text, Where.root(new Findings(name, MOST_PROBLEMS)), migrations);
  }

  private static Result read(String text, Where where, Migrations migrations) {
    Optional<Circuit> circuit =
        JsonSource.parse(text, where)
            .flatMap(json -> {
              if (json instanceof Json.Obj root) return Optional.of(root);
              where.expected("a circuit, an object in braces", json, "");
              return Optional.empty();
            })
            .flatMap(root -> migrations.lift(root, where))
            .map(root -> DuplicateIds.resolve(root, where))
            .flatMap(root -> CIRCUIT.read(root, where));
    return result(circuit, where);
  }

  private static Result result(Optional<Circuit> circuit, Where where) {
    return new Result(
        circuit,
        where.findings().problems(),
        where.findings().isComplete(),
        where.findings().elements());
  }

  /// Bytes that are no UTF-8 are reported once and read as `\uFFFD`.
  private static String decode(byte[] bytes, Where where) {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return text.toString();
    } catch (CharacterCodingException e) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      where.error(
          spotOf(text, text.indexOf('\uFFFD')),
          "Some characters of the file are not UTF-8 text",
          "Save it as UTF-8 in a text editor; they are shown as \uFFFD.");
      return text;
    }
  }

  private static Spot spotOf(String text, int index) {
    String before = text.substring(0, Math.max(0, index));
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Spot(line, before.length() - before.lastIndexOf('\n'));
  }
}
