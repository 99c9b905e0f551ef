package org.neurarium.circuits.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.check.Checks;

/// Reads a project's `checks.json`. Like a circuit's file, it never makes the reader throw: what is wrong with it becomes problems.
public final class ChecksReader {

  /// The name of the file in a project's folder.
  public static final String FILE = "checks.json";

  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_PROBLEMS = 50;

  private ChecksReader() {}

  /// What came of reading a file.
  ///
  /// @param checks if they could be read; where there is an error, some of them may be missing
  /// @param problems in the order of the file
  public record Result(Optional<Checks> checks, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }

    /// Whether the checks are what the file says.
    public boolean isSound() {
      return checks.isPresent() && problems.stream().noneMatch(Problem::isError);
    }
  }

  /// Reads a file. Blocks.
  public static Result read(Path file) {
    String name = String.valueOf(file.getFileName());
    Where where = Where.root(new Findings(name, MOST_PROBLEMS));
    try {
      if (Files.size(file) > MOST_BYTES) {
        where.error(Json.Spot.NONE, "The file is larger than " + (MOST_BYTES >> 20) + " MB", "");
        return new Result(Optional.empty(), where.findings().problems());
      }
      return read(name, Files.readString(file));
    } catch (NoSuchFileException e) {
      where.error(Json.Spot.NONE, "There is no file " + Formats.quoted(name), "");
    } catch (IOException e) {
      where.error(
          Json.Spot.NONE,
          "The file " + Formats.quoted(name) + " cannot be read",
          "See whether it is a UTF-8 text file and whether you may read it.");
    }
    return new Result(Optional.empty(), where.findings().problems());
  }

  /// Reads a text.
  ///
  /// @param name what the places of problems call it
  public static Result read(String name, String text) {
    Where where = Where.root(new Findings(name, MOST_PROBLEMS));
    Optional<Checks> checks =
        JsonSource.parse(text, where).flatMap(json -> ChecksFormat.checks(name).read(json, where));
    return new Result(checks, where.findings().problems());
  }
}
