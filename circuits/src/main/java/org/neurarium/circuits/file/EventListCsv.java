package org.neurarium.circuits.file;

import java.util.List;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.file.CsvHeader.Column;
import org.neurarium.circuits.media.EventTable;
import org.neurarium.circuits.units.Unit;

/// Reads the events of an event camera from a table: the columns `t_us` (or `t` in another unit; milliseconds where it says none), `x` and `y` (from 0, from the top left) and `p`
/// (above 0 for ON). Rows that cannot be read are passed over, each with its problem.
public final class EventListCsv {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("t", true, true, Unit.MILLISECOND, true),
          Column.index("x", true),
          Column.index("y", true),
          Column.index("p", true));

  private EventListCsv() {}

  /// What came of reading a table.
  ///
  /// @param events all good rows
  /// @param problems what is wrong with the others
  public record Result(EventTable events, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /// Reads one of a circuit's files. Blocks; never throws for what is, or is not, in the file.
  public static Result read(String name, DataFiles files) {
    EventTable.Growing events = new EventTable.Growing();
    Findings findings =
        CsvFile.read(
            name,
            files,
            COLUMNS,
            (row, columns) -> {
              double time = row.number(columns.cell(0), "a time") * columns.unit(0).scale();
              int x = row.index(columns.cell(1), "a column of the sensor");
              int y = row.index(columns.cell(2), "a row of the sensor");
              double polarity = row.number(columns.cell(3), "a polarity");
              if (Double.isFinite(time) && x >= 0 && y >= 0 && !Double.isNaN(polarity))
                events.add(time, x, y, polarity > 0);
            });
    return new Result(events.table(), findings.problems());
  }
}
