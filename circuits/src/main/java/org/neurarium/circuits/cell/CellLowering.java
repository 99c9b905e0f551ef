package org.neurarium.circuits.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.NeuronModel;

/// Makes a neuron model of a cell and its channels: states, parameters and receptors of every compartment, the equations in full, and the tree.
///
/// A compartment's parameters are `tuft.length`, `tuft.diameter`, `tuft.C_m`, `tuft.R_a` and, of each channel in it, `tuft.na_hh.g`; where the file gives a
/// formula of the cell's own parameters, that takes the parameter's place. A gate (a pure number whose equation is linear in it) starts where the
/// potential at the start holds it, every other state as its channel says. A spike at a receptor of a compartment with several segments, and a current, goes
/// into the one at its middle unless whoever asks knows better.
public final class CellLowering {

  private CellLowering() {}

  /// What came of it.
  ///
  /// @param model empty if there are problems
  /// @param problems with file, line and column
  public record Lowered(Optional<NeuronModel> model, List<Problem> problems) {
    public Lowered {
      problems = List.copyOf(problems);
    }
  }

  /// Lowers a cell.
  ///
  /// @param channels finds a channel by its id
  /// @param known ids of channels, for hints
  public static Lowered lower(
      CellModel cell, Function<String, Optional<ChannelModel>> channels, List<String> known) {
    CellRules rules = new CellRules(cell, channels, known);
    List<Problem> problems = new ArrayList<>(rules.problems());
    if (!problems.isEmpty()) return new Lowered(Optional.empty(), problems);
    CellTree tree = new CellTree(cell, id -> channels.apply(id).orElseThrow());
    NeuronModel model =
        new NeuronModel(
            cell.id(),
            cell.title(),
            cell.summary(),
            cell.references(),
            tree.parameters(),
            CellStates.of(tree.cell()),
            tree.receptors(),
            cell.presets(),
            new CellEquations(tree.cell()).dynamics(),
            Optional.of(tree.cell()),
            cell.text());
    problems.addAll(rules.presets(model));
    return new Lowered(problems.isEmpty() ? Optional.of(model) : Optional.empty(), problems);
  }
}
