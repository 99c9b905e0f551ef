package org.neurarium.circuits.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Unit;

/// Which column of a table holds what, and in which unit: from its first row, or by convention where that row has numbers already.
final class CsvHeader {

  /// A column that a table can have.
  ///
  /// @param name such as `weight`; the header says `weight` or, with a unit, `weight_pA`
  /// @param required whether every table has it
  /// @param takesUnit whether a unit may follow the name
  /// @param standard unit where the header names none
  /// @param sameDimension whether the unit has to be of the standard's dimension
  record Column(
      String name, boolean required, boolean takesUnit, Unit standard, boolean sameDimension) {
    static Column index(String name, boolean required) {
      return new Column(name, required, false, Unit.NONE, true);
    }
  }

  private final int[] cells;
  private final Unit[] units;
  private final int count;

  private CsvHeader(int[] cells, Unit[] units, int count) {
    this.cells = cells;
    this.units = units;
    this.count = count;
  }

  /// The columns in their standard order, for a table whose first row has numbers already; empty when it has too few.
  static Optional<CsvHeader> assumed(CsvRows rows, List<Column> columns) {
    CsvHeader header = empty(columns);
    int most = Math.min(rows.cells(), columns.size());
    for (int i = 0; i < most; i++) header.cells[i] = i;
    return header.isWhole(rows, columns) ? Optional.of(header.over(most)) : Optional.empty();
  }

  /// Reads the header on which `rows` stands; empty, with the reason reported, when its columns are not these.
  static Optional<CsvHeader> read(CsvRows rows, List<Column> columns) {
    CsvHeader header = empty(columns);
    List<String> names = rows.texts();
    boolean good = true;
    for (int cell = 0; cell < names.size(); cell++)
      good &= header.take(rows, columns, names.get(cell), cell);
    return good && header.isWhole(rows, columns)
        ? Optional.of(header.over(names.size()))
        : Optional.empty();
  }

  private static CsvHeader empty(List<Column> columns) {
    int[] cells = new int[columns.size()];
    Arrays.fill(cells, -1);
    return new CsvHeader(cells, columns.stream().map(Column::standard).toArray(Unit[]::new), 0);
  }

  private CsvHeader over(int cellsOfRow) {
    return new CsvHeader(cells, units, cellsOfRow);
  }

  private boolean isWhole(CsvRows rows, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++)
      if (columns.get(i).required() && cells[i] < 0) {
        rows.errorIn(0, "The column '" + columns.get(i).name() + "' is missing", expected(columns));
        return false;
      }
    return true;
  }

  private boolean take(CsvRows rows, List<Column> columns, String text, int cell) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String lower = text.toLowerCase(Locale.ROOT);
      boolean withUnit = column.takesUnit() && lower.startsWith(column.name() + "_");
      if (!withUnit && !lower.equals(column.name())) continue;
      if (cells[i] >= 0) {
        rows.errorIn(
            cell, "The column '" + column.name() + "' is there twice", "Keep one of the two.");
        return false;
      }
      cells[i] = cell;
      if (withUnit) {
        String symbol = text.substring(column.name().length() + 1);
        Optional<Unit> unit = Unit.find(symbol);
        if (unit.isEmpty()) {
          rows.errorIn(
              cell, "There is no unit " + Formats.quoted(symbol), Unit.whichInstead(symbol));
          return false;
        }
        Dimension wanted = column.standard().dimension();
        if (column.sameDimension() && !unit.get().dimension().equals(wanted)) {
          rows.errorIn(
              cell,
              "The unit of '"
                  + column.name()
                  + "' is "
                  + unit.get()
                  + ", and "
                  + wanted.describe()
                  + " is expected",
              "For example " + column.name() + "_" + column.standard() + ".");
          return false;
        }
        units[i] = unit.get();
      }
      return true;
    }
    List<String> known = new ArrayList<>();
    for (Column column : columns) known.add(shown(column));
    rows.errorIn(
        cell,
        text.isEmpty() ? "A column has no name" : "There is no column " + Formats.quoted(text),
        DidYouMean.nearest(text, known)
            .map(meant -> "Did you mean '" + meant + "'?")
            .orElse(expected(columns)));
    return false;
  }

  private static String shown(Column column) {
    return column.takesUnit() && !column.standard().equals(Unit.NONE)
        ? column.name() + "_" + column.standard()
        : column.name();
  }

  private static String expected(List<Column> columns) {
    return "The columns are "
        + String.join(", ", columns.stream().map(CsvHeader::shown).toList())
        + ".";
  }

  /// How many cells each row has.
  int cells() {
    return count;
  }

  /// In which cell a column is; −1 where the table has none.
  int cell(int column) {
    return cells[column];
  }

  boolean has(int column) {
    return cells[column] >= 0;
  }

  Unit unit(int column) {
    return units[column];
  }
}
