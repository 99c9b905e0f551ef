package org.neurarium.circuits.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.CellModel.Insertion;
import org.neurarium.circuits.model.CellModel.Membrane;
import org.neurarium.circuits.model.ModelPrinter;
import org.neurarium.circuits.units.Quantity;

/// Makes a cell file of a drawing in SWC format.
public final class SwcImport {

  /// The most segments a cell can have.
  private static final int MOST_SEGMENTS = 2000;

  private final Membrane membrane;
  private final List<Section> sections;
  private final Cut cut;

  private SwcImport(List<Section> sections, Cut cut, Membrane membrane) {
    this.sections = sections;
    this.cut = cut;
    this.membrane = membrane;
  }

  /// How finely branches are cut into segments.
  public sealed interface Cut {

    /// Into segments no longer than a part of the length constant at a frequency; an odd number of them, so that one lies at the middle (Hines & Carnevale
    /// 2001, doi:10.1177/107385840100700207).
    ///
    /// @param part of the length constant, above 0
    /// @param frequency above 0
    record Lambda(double part, Quantity frequency) implements Cut {

      /// A tenth at 100 Hz.
      public static final Lambda STANDARD = new Lambda(0.1, Quantity.of(100, "Hz"));
    }

    /// Into so many segments altogether, spread so that they are of like electrotonic length; one for each unbranched stretch if that is more.
    record Total(int segments) implements Cut {}
  }

  /// What came of it.
  ///
  /// @param text of the cell file; empty if the drawing has errors
  /// @param problems with line and column
  public record Imported(Optional<String> text, List<Problem> problems) {
    public Imported {
      problems = List.copyOf(problems);
    }
  }

  /// Makes a cell file.
  ///
  /// @param id name of the cell
  /// @param file name of the drawing's file
  /// @param swc its text
  public static Imported of(String id, String file, String swc, Cut cut) {
    Swc.Reading read = Swc.read(file, swc);
    if (read.morphology().isEmpty()) return new Imported(Optional.empty(), read.problems());
    SwcImport made = new SwcImport(Section.of(read.morphology().get()), cut, Membrane.STANDARD);
    int[] pieces = made.pieces();
    int total = 0;
    for (int n : pieces) total += n;
    List<Problem> problems = new ArrayList<>(read.problems());
    if (total > MOST_SEGMENTS) {
      problems.add(
          Problem.error(
              Place.at(file, 1, 1, ""),
              "Cut like this the neuron has " + total + " segments, a cell has at most 2000",
              "Cut it more coarsely, or into a number of segments."));
      return new Imported(Optional.empty(), problems);
    }
    if (cut instanceof Cut.Total(int wanted) && total > wanted)
      problems.add(
          Problem.warning(
              Place.at(file, 1, 1, ""),
              "The neuron has "
                  + total
                  + " unbranched stretches, so it cannot have "
                  + wanted
                  + " segments",
              "It has one for each stretch now."));
    return new Imported(Optional.of(made.text(id, file, pieces)), problems);
  }

  private String text(String id, String file, int[] pieces) {
    List<String> names = BranchNames.of(sections);
    List<Compartment> compartments = new ArrayList<>();
    for (int k = 0; k < sections.size(); k++) {
      Section s = sections.get(k);
      compartments.add(
          new Compartment(
              names.get(k),
              s.parent() < 0 ? Optional.empty() : Optional.of(names.get(s.parent())),
              micrometres(s.length()),
              micrometres(s.diameter()),
              pieces[k],
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              names.get(k),
              Span.NONE));
    }
    CellModel cell =
        new CellModel(
            id,
            id,
            "Made of the drawing " + file.replace('"', '\'') + ".",
            List.of(),
            List.of(),
            membrane,
            compartments,
            channels(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            "");
    return ModelPrinter.print(cell) + "  spike when soma.v >= -20 mV\n";
  }

  /// So that it can be used at once: a soma that fires, a membrane that leaks, and synapses everywhere.
  private static List<Insertion> channels() {
    return List.of(
        insertion("leak", List.of(), "g", "0.05 mS/cm^2", "E", "-70 mV"),
        insertion("na_traub_miles", List.of("soma"), "g", "100 mS/cm^2"),
        insertion("k_traub_miles", List.of("soma"), "g", "30 mS/cm^2"),
        insertion("ampa", List.of()),
        insertion("nmda", List.of()),
        insertion("gaba_a", List.of()));
  }

  private static Insertion insertion(String channel, List<String> places, String... values) {
    Map<String, Expression> all = new LinkedHashMap<>();
    for (int k = 0; k < values.length; k += 2)
      all.put(
          values[k],
          new Expression.Literal(Quantity.parse(values[k + 1]).orElseThrow(), Span.NONE));
    return new Insertion(channel, places, all, Span.NONE);
  }

  /// With four digits that count: a drawing has no more.
  private static Quantity micrometres(double length) {
    return Quantity.of(Double.parseDouble(String.format(Locale.ROOT, "%.4g", length)), "um");
  }

  private int[] pieces() {
    int[] pieces = new int[sections.size()];
    pieces[0] = 1; // the soma has one potential
    switch (cut) {
      case Cut.Lambda rule -> {
        for (int k = 1; k < pieces.length; k++) {
          double parts =
              sections.get(k).length() / (rule.part() * lambda(sections.get(k), rule.frequency()));
          int enough = Math.max(1, (int) Math.ceil(Math.min(parts, 2 * MOST_SEGMENTS) - 1e-9));
          pieces[k] = enough | 1;
        }
      }
      case Cut.Total(int wanted) -> {
        // The finest cut with no more segments than wanted, found by halving.
        double coarse = 1e3;
        double fine = 1e-5;
        for (int k = 0; k < 60; k++) {
          double middle = Math.sqrt(coarse * fine);
          if (total(middle) > wanted) fine = middle;
          else coarse = middle;
        }
        for (int k = 1; k < pieces.length; k++) pieces[k] = pieces(k, coarse);
      }
    }
    return pieces;
  }

  private int pieces(int section, double part) {
    Section s = sections.get(section);
    double most = part * lambda(s, Quantity.of(100, "Hz"));
    return Math.max(1, (int) Math.min(Math.ceil(s.length() / most), 1e6));
  }

  private long total(double part) {
    long total = 1;
    for (int k = 1; k < sections.size(); k++) total += pieces(k, part);
    return total;
  }

  /// The length over which a sine falls to 1/e where the membrane's capacitance shunts it: √(d/(4 π f R_a C_m)) (um).
  private double lambda(Section s, Quantity frequency) {
    double both = membrane.resistance().engineValue() * membrane.capacitance().engineValue();
    return Math.sqrt(s.diameter() / (4 * Math.PI * frequency.engineValue() * both));
  }
}
