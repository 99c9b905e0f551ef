package org.neurarium.circuits.file;

import java.util.List;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.file.CsvHeader.Column;
import org.neurarium.circuits.units.Unit;

/// Reads recorded spikes: the columns `t_ms` (or `t` in another unit, such as `t_s`) and `source`, which may be missing when
/// there is one source. Rows that cannot be read are passed over, each with its problem.
public final class SpikeListCsv {

  private static final List<Column> COLUMNS =
      List.of(new Column("t", true, true, Unit.MILLISECOND, true), Column.index("source", false));

  private static final int TIME = 0;
  private static final int SOURCE = 1;

  private SpikeListCsv() {}

  /// What came of reading a list.
  ///
  /// @param spikes all good rows
  /// @param problems what is wrong with the others
  public record Result(SpikeTable spikes, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /// Reads one of a circuit's files. Blocks; never throws for what is, or is not, in the file.
  public static Result read(String name, DataFiles files) {
    Growing.Doubles times = new Growing.Doubles();
    Growing.Ints sources = new Growing.Ints();
    Findings findings =
        CsvFile.read(
            name,
            files,
            COLUMNS,
            (row, columns) -> {
              double time = row.number(columns.cell(TIME), "a time") * columns.unit(TIME).scale();
              int source = columns.has(SOURCE) ? row.index(columns.cell(SOURCE), "a source") : 0;
              if (time < 0)
                row.errorIn(
                    columns.cell(TIME),
                    "A spike cannot come before the start",
                    "Times count from 0.");
              if (time >= 0 && source >= 0) {
                times.add(time);
                sources.add(source);
              }
            });
    return new Result(new SpikeTable(times.toArray(), sources.toArray()), findings.problems());
  }
}
