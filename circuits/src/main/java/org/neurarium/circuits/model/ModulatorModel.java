package org.neurarium.circuits.model;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Statement;

/// A substance that is released and cleared, and that synapses can read as a third factor.
///
/// @param id its name in files, such as `dopamine`
/// @param title its name for people
/// @param summary one or two sentences
/// @param references the papers it comes from, the first one first
/// @param parameters time constants, amounts, …
/// @param states the first is the concentration, whose id is its symbol in brackets: `[DA]`
/// @param presets named values of parameters
/// @param definitions in the file's order, without circles
/// @param equations at most one for each state
/// @param scheme what `integrate` asks for; empty to let the analysis choose
/// @param onRelease what a release of `amount` does
/// @param text the model file it was read from
public record ModulatorModel(
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
    List<Statement.Assign> onRelease,
    String text)
    implements Model {

  public ModulatorModel {
    references = List.copyOf(references);
    parameters = List.copyOf(parameters);
    states = List.copyOf(states);
    presets = List.copyOf(presets);
    definitions = List.copyOf(definitions);
    equations = List.copyOf(equations);
    onRelease = List.copyOf(onRelease);
  }

  /// Its concentration's name, in brackets.
  public String symbol() {
    return states.getFirst().id();
  }
}
