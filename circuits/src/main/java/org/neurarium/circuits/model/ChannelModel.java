package org.neurarium.circuits.model;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.units.Unit;

/// An ion channel in the membrane of a compartment. Its formulas know the membrane potential as `v`.
///
/// @param id its name in files
/// @param title its name for people
/// @param summary one or two sentences
/// @param references the papers it comes from, the first one first
/// @param parameters densities, reversal potentials, …
/// @param states gates and pools
/// @param presets named values of parameters
/// @param definitions in the file's order, without circles
/// @param equations at most one for each state
/// @param scheme what `integrate` asks for; empty to let the analysis choose
/// @param current what flows through it, outward positive
/// @param currentUnit unit of the current, an absolute one or one for each area
/// @param text the model file it was read from
public record ChannelModel(
    String id,
    String title,
    String summary,
    List<Reference> references,
    List<Parameter> parameters,
    List<NeuronModel.State> states,
    List<Preset> presets,
    List<Definition> definitions,
    List<Equation> equations,
    Optional<Scheme> scheme,
    Expression current,
    Unit currentUnit,
    String text)
    implements Model {

  public ChannelModel {
    references = List.copyOf(references);
    parameters = List.copyOf(parameters);
    states = List.copyOf(states);
    presets = List.copyOf(presets);
    definitions = List.copyOf(definitions);
    equations = List.copyOf(equations);
  }
}
