package org.neurarium.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A table of the reference data.
final class Csv {

  private final List<String> columns;
  private final List<String[]> rows;

  private Csv(List<String> columns, List<String[]> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  static Csv read(String name) {
    List<String> lines = text(name).lines().filter(l -> !l.isBlank()).toList();
    return new Csv(
        Arrays.asList(lines.getFirst().split(",", -1)),
        lines.stream().skip(1).map(l -> l.split(",", -1)).toList());
  }

  static String text(String name) {
    InputStream in =
        Objects.requireNonNull(Csv.class.getResourceAsStream("/reference/" + name), name);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return String.join("\n", reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return rows.size();
  }

  String text(int row, String column) {
    return rows.get(row)[columns.indexOf(column)];
  }

  /// NaN where the cell is empty.
  double number(int row, String column) {
    String cell = text(row, column);
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  double[] numbers(String column) {
    double[] values = new double[size()];
    for (int i = 0; i < values.length; i++) values[i] = number(i, column);
    return values;
  }
}
