package org.neurarium.circuits.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.neurarium.circuits.file.Json.Spot;

/// Walks through the rows of a table of numbers, one row in memory at a time.
///
/// Cells are separated by tabs, semicolons or commas, whichever the first row has. With tabs and semicolons a comma is a decimal mark. Blank
/// lines and lines that begin with `#` are passed over, spaces and double quotes around a cell too.
final class CsvRows {

  /// Beyond this the rest of the file is not read.
  static final int MOST_ROWS = 50_000_000;

  private static final int MOST_CHARACTERS = 1000;
  private static final int MOST_CELLS = 64;

  private final Reader in;
  private final Findings findings;
  private final char[] buffer = new char[1 << 16];
  private int filled;
  private int next;
  private boolean afterReturn;

  private final char[] row = new char[MOST_CHARACTERS];
  private int length;
  private boolean tooLong;
  private int line;
  private int rows;
  private char separator;
  private final int[] starts = new int[MOST_CELLS];
  private final int[] ends = new int[MOST_CELLS];
  private int cells;

  CsvRows(Reader in, Findings findings) {
    this.in = in;
    this.findings = findings;
  }

  /// Goes to the next row; false at the end.
  boolean next() throws IOException {
    while (readLine()) {
      if (line == 1 && length > 0 && row[0] == '\uFEFF') System.arraycopy(row, 1, row, 0, --length);
      int first = 0;
      while (first < length && row[first] <= ' ') first++;
      if (first == length || row[first] == '#') continue;
      if (tooLong) {
        error(
            0, "This line has more than " + MOST_CHARACTERS + " characters", "It was passed over.");
        continue;
      }
      if (separator == 0) separator = separatorOfRow();
      if (++rows > MOST_ROWS) {
        error(0, "The file has more than " + MOST_ROWS + " rows", "The rest was not read.");
        return false;
      }
      split();
      return true;
    }
    return false;
  }

  /// Reads up to the next line break, of whatever kind.
  private boolean readLine() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (true) {
      if (next == filled) {
        filled = in.read(buffer);
        next = 0;
        if (filled <= 0) {
          filled = 0;
          if (any) line++;
          return any;
        }
      }
      char c = buffer[next++];
      if (c == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = c == '\r';
      any = true;
      if (c == '\n' || c == '\r') {
        line++;
        return true;
      }
      if (length < row.length) row[length++] = c;
      else tooLong = true;
    }
  }

  private char separatorOfRow() {
    String text = new String(row, 0, length);
    return text.indexOf('\t') >= 0 ? '\t' : text.indexOf(';') >= 0 ? ';' : ',';
  }

  private void split() {
    cells = 0;
    int start = 0;
    for (int i = 0; i <= length && cells < MOST_CELLS; i++)
      if (i == length || row[i] == separator) {
        int from = start;
        int to = i;
        while (from < to && (row[from] <= ' ' || row[from] == '"')) from++;
        while (to > from && (row[to - 1] <= ' ' || row[to - 1] == '"')) to--;
        starts[cells] = from;
        ends[cells++] = to;
        start = i + 1;
      }
    while (cells > 1 && starts[cells - 1] == ends[cells - 1])
      cells--; // separators at the end of a line
  }

  int cells() {
    return cells;
  }

  String text(int cell) {
    return new String(row, starts[cell], ends[cell] - starts[cell]);
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < cells; i++) texts.add(text(i));
    return texts;
  }

  /// Whether a row is a header: its first cell is no number.
  boolean isHeader() {
    return Double.isNaN(Decimals.parse(row, starts[0], ends[0], separator != ','));
  }

  /// The number in a cell; NaN when it has none, which is reported.
  ///
  /// @param what it should be: "a time"
  double number(int cell, String what) {
    double value = Decimals.parse(row, starts[cell], ends[cell], separator != ',');
    if (Double.isFinite(value)) return value;
    reportBad(cell, what, separator == ',' ? "Decimals have a point where commas separate." : "");
    return Double.NaN;
  }

  /// The whole number from 0 in a cell; −1 when it has none, which is reported.
  int index(int cell, String what) {
    double value = Decimals.parse(row, starts[cell], ends[cell], false);
    if (value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value)) return (int) value;
    reportBad(cell, what, "It is a whole number and counts from 0.");
    return -1;
  }

  private void reportBad(int cell, String what, String hint) {
    String found = starts[cell] == ends[cell] ? "An empty cell" : Formats.quoted(text(cell));
    error(starts[cell], found + " is not " + what, hint);
  }

  /// Reports that a row has the wrong number of cells.
  void reportCells(int expected) {
    error(
        0,
        "This row has "
            + cells
            + (cells == 1 ? " cell" : " cells")
            + ", and "
            + expected
            + " are expected",
        "It was passed over.");
  }

  /// Reports something about a cell of this row.
  void errorIn(int cell, String sentence, String hint) {
    error(starts[cell], sentence, hint);
  }

  private void error(int column, String sentence, String hint) {
    findings.error(new Spot(line, column + 1), "", sentence, hint);
  }
}
