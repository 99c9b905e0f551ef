package org.neurarium.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table for a terminal: columns as wide as they need to be, numbers to the right.
final class TextTable {

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... header) {
    this.header = List.of(header);
  }

  /// Adds a row with a cell for each column.
  void row(String... cells) {
    if (cells.length != header.size())
      throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " columns");
    rows.add(List.of(cells));
  }

  void print(PrintWriter to) {
    int columns = header.size();
    int[] width = new int[columns];
    boolean[] right = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      int column = c;
      width[c] =
          Math.max(
              header.get(c).length(),
              rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
      right[c] = !rows.isEmpty() && rows.stream().allMatch(row -> isNumber(row.get(column)));
    }
    line(to, header, width, right);
    for (List<String> row : rows) line(to, row, width, right);
  }

  private static boolean isNumber(String cell) {
    return cell.equals("-") || cell.matches("[-+]?[0-9][0-9.,]*(e[-+]?[0-9]+)?");
  }

  private static void line(PrintWriter to, List<String> cells, int[] width, boolean[] right) {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < width.length; c++) {
      String pad = " ".repeat(width[c] - cells.get(c).length());
      text.append(c == 0 ? "" : "  ").append(right[c] ? pad + cells.get(c) : cells.get(c) + pad);
    }
    to.println(text.toString().stripTrailing());
  }
}
