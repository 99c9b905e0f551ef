package org.neurarium.circuits.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neurarium.circuits.formula.Printer;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.CellModel.Insertion;
import org.neurarium.circuits.model.CellModel.Membrane;

/// Writes the lines of a cell file that say what the cell is.
final class CellPrinter {

  private CellPrinter() {}

  /// Membrane, compartments, channels and spikes, a line each.
  static List<String> lines(CellModel cell) {
    List<String> lines = new ArrayList<>();
    Membrane m = cell.membrane();
    lines.add(
        "membrane C_m = " + m.capacitance() + ", R_a = " + m.resistance() + ", v = " + m.start());
    cell.compartments().forEach(c -> lines.add(compartment(c)));
    cell.insertions().forEach(i -> lines.add(insertion(i)));
    cell.spike().ifPresent(s -> lines.add("spike when " + Printer.print(s)));
    if (!cell.reset().isEmpty())
      lines.add(
          "reset " + cell.reset().stream().map(Printer::print).collect(Collectors.joining(" ; ")));
    cell.refractory()
        .ifPresent(r ->
            lines.add(
                "refractory "
                    + Printer.print(r)
                    + (cell.held().isEmpty() ? "" : " holding " + String.join(", ", cell.held()))));
    return lines;
  }

  private static String compartment(Compartment c) {
    return "compartment "
        + c.id()
        + c.parent().map(p -> " on " + p).orElse("")
        + " length "
        + c.length()
        + " diameter "
        + c.diameter()
        + (c.segments() == 1 ? "" : " segments " + c.segments())
        + c.capacitance().map(q -> " C_m = " + q).orElse("")
        + c.resistance().map(q -> " R_a = " + q).orElse("")
        + c.start().map(q -> " v = " + q).orElse("")
        + (c.label().equals(c.id()) ? "" : " \"" + c.label() + "\"");
  }

  private static String insertion(Insertion i) {
    return "insert "
        + i.channel()
        + " in "
        + (i.compartments().isEmpty() ? "all" : String.join(", ", i.compartments()))
        + i.values().entrySet().stream()
            .map((Map.Entry<String, org.neurarium.circuits.formula.Expression> v) ->
                v.getKey() + " = " + Printer.print(v.getValue()))
            .collect(Collectors.joining(", ", i.values().isEmpty() ? "" : " ", ""));
  }
}
