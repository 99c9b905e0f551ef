package org.neurarium.circuits.file;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.file.Json.Arr;
import org.neurarium.circuits.file.Json.Spot;
import org.neurarium.circuits.file.Json.Text;
import org.neurarium.circuits.sense.Raster;

/// A small picture as a list of texts, one for each row, with two hexadecimal digits for each place: `00` black, `ff` white.
final class RasterFormat implements Format<Raster> {

  private static final int MOST_COLUMNS = 1024;

  @Override
  public Optional<Raster> read(Json json, Where where) {
    if (!(json instanceof Arr(List<Json> items, _)) || items.isEmpty()) {
      where.expected("a list of rows", json, "For example [\"00ff\", \"ff00\"].");
      return Optional.empty();
    }
    byte[] values = new byte[0];
    int columns = 0;
    for (int row = 0; row < items.size(); row++) {
      Optional<byte[]> read = row(items.get(row), where.item(row), columns);
      if (read.isEmpty()) return Optional.empty();
      if (row == 0) {
        columns = read.get().length;
        values = new byte[Math.min(items.size(), MOST_COLUMNS) * columns];
      }
      if (row == MOST_COLUMNS) {
        where.error(
            json.at(),
            "This picture has " + items.size() + " rows, and at most " + MOST_COLUMNS + " fit here",
            "Take a smaller one.");
        return Optional.empty();
      }
      System.arraycopy(read.get(), 0, values, row * columns, columns);
    }
    return Optional.of(new Raster(columns, items.size(), values));
  }

  /// @param columns how many places it has to have; 0 for any number
  private static Optional<byte[]> row(Json json, Where where, int columns) {
    if (json instanceof Text(String text, _)
        && text.length() % 2 == 0
        && !text.isEmpty()
        && text.length() <= 2 * MOST_COLUMNS
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
      if (columns == 0 || text.length() == 2 * columns)
        return Optional.of(HexFormat.of().parseHex(text));
      where.error(
          json.at(),
          "This row has " + text.length() / 2 + " places, and the first one has " + columns,
          "All rows of a picture are as long.");
      return Optional.empty();
    }
    where.error(
        json.at(),
        "A row of a picture is a text with two hexadecimal digits for each place",
        "For example \"00ff80\", with at most " + MOST_COLUMNS + " places.");
    return Optional.empty();
  }

  @Override
  public Json write(Raster value) {
    byte[] all = value.values();
    HexFormat hex = HexFormat.of();
    return new Arr(
        java.util.stream.IntStream.range(0, value.rows())
            .<Json>mapToObj(row ->
                new Text(
                    hex.formatHex(all, row * value.columns(), (row + 1) * value.columns()),
                    Spot.NONE))
            .toList(),
        Spot.NONE);
  }
}
