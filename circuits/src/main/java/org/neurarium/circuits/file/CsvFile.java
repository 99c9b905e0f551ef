package org.neurarium.circuits.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.file.CsvHeader.Column;
import org.neurarium.circuits.file.Json.Spot;

/// Opens a table, finds its columns and goes through its rows.
final class CsvFile {

  private static final int MOST_PROBLEMS = 20;

  /// Takes one row that has as many cells as it should.
  @FunctionalInterface
  interface Taker {
    void take(CsvRows row, CsvHeader columns);
  }

  private CsvFile() {}

  /// Reads all rows of a file that can be read, and says what is wrong with it.
  static Findings read(String name, DataFiles files, List<Column> columns, Taker taker) {
    Findings findings = new Findings(name, MOST_PROBLEMS);
    if (!DataFiles.isInside(name)) {
      findings.error(
          Spot.NONE,
          "",
          Formats.quoted(name) + " is no file inside the project's folder",
          "Copy the file there and name it without '..' and drive letters.");
      return findings;
    }
    try (Reader in = files.open(name)) {
      read(new CsvRows(in, findings), columns, taker, findings);
    } catch (NoSuchFileException e) {
      findings.error(
          Spot.NONE,
          "",
          "There is no file " + Formats.quoted(name) + " in the project's folder",
          "Copy it there, or name another.");
    } catch (IOException e) {
      findings.error(
          Spot.NONE,
          "",
          "The file " + Formats.quoted(name) + " cannot be read",
          "See whether you may read it.");
    }
    return findings;
  }

  private static void read(CsvRows rows, List<Column> columns, Taker taker, Findings findings)
      throws IOException {
    boolean more = rows.next();
    if (!more) {
      findings.error(Spot.NONE, "", "The file has no rows", "");
      return;
    }
    Optional<CsvHeader> header =
        rows.isHeader() ? CsvHeader.read(rows, columns) : CsvHeader.assumed(rows, columns);
    if (header.isEmpty()) return;
    if (rows.isHeader()) more = rows.next();
    for (; more; more = rows.next())
      if (rows.cells() == header.get().cells()) taker.take(rows, header.get());
      else rows.reportCells(header.get().cells());
  }
}
