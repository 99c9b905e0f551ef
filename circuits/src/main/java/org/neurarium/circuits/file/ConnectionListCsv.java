package org.neurarium.circuits.file;

import java.util.List;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.file.CsvHeader.Column;
import org.neurarium.circuits.units.Unit;

/// Reads connections: the columns `source`, `target` and, where present, `weight` and `delay` with their unit in the header
/// (`weight_pA`, `delay_ms`). Rows that cannot be read are passed over, each with its problem.
public final class ConnectionListCsv {

  private static final int SOURCE = 0;
  private static final int TARGET = 1;
  private static final int WEIGHT = 2;
  private static final int DELAY = 3;

  private static final List<Column> COLUMNS =
      List.of(
          Column.index("source", true),
          Column.index("target", true),
          new Column("weight", false, true, Unit.NONE, false),
          new Column("delay", false, true, Unit.MILLISECOND, true));

  private ConnectionListCsv() {}

  /// What came of reading a list.
  ///
  /// @param connections all good rows
  /// @param problems what is wrong with the others
  public record Result(ConnectionTable connections, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /// Reads one of a circuit's files. Blocks; never throws for what is, or is not, in the file.
  public static Result read(String name, DataFiles files) {
    Rows rows = new Rows();
    Findings findings = CsvFile.read(name, files, COLUMNS, rows);
    return new Result(rows.table(), findings.problems());
  }

  /// Collects the good rows.
  private static final class Rows implements CsvFile.Taker {
    private final Growing.Ints sources = new Growing.Ints();
    private final Growing.Ints targets = new Growing.Ints();
    private final Growing.Doubles weights = new Growing.Doubles();
    private final Growing.Doubles delays = new Growing.Doubles();
    private boolean hasWeights;
    private boolean hasDelays;
    private Unit weightUnit = Unit.NONE;
    private Unit delayUnit = Unit.MILLISECOND;

    @Override
    public void take(CsvRows row, CsvHeader columns) {
      hasWeights = columns.has(WEIGHT);
      hasDelays = columns.has(DELAY);
      weightUnit = columns.unit(WEIGHT);
      delayUnit = columns.unit(DELAY);
      int source = row.index(columns.cell(SOURCE), "a source");
      int target = row.index(columns.cell(TARGET), "a target");
      double weight = hasWeights ? row.number(columns.cell(WEIGHT), "a weight") : 0;
      double delay = hasDelays ? row.number(columns.cell(DELAY), "a delay") : 0;
      if (hasDelays && delay <= 0)
        row.errorIn(columns.cell(DELAY), "A delay is above 0", "The row was passed over.");
      if (source < 0 || target < 0 || Double.isNaN(weight) || (hasDelays && !(delay > 0))) return;
      sources.add(source);
      targets.add(target);
      if (hasWeights) weights.add(weight);
      if (hasDelays) delays.add(delay);
    }

    ConnectionTable table() {
      return new ConnectionTable(
          sources.toArray(),
          targets.toArray(),
          hasWeights ? weights.toArray() : null,
          weightUnit,
          hasDelays ? delays.toArray() : null,
          delayUnit);
    }
  }
}
