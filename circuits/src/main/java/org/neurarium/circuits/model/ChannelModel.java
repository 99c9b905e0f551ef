package org.neurarium.circuits.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.units.Unit;

/// An ion channel in the membrane of a compartment, or a pool of ions below it. Its formulas know the membrane potential as `v`.
///
/// A channel whose state is called `[Ca]` is a pool: it keeps that concentration for its compartment, whose other channels read it as `[Ca]`, and
/// reads as `I_Ca` the current of that ion that they carry, per area, outward positive.
///
/// @param id its name in files
/// @param title its name for people
/// @param summary one or two sentences
/// @param references the papers it comes from, the first one first
/// @param parameters densities, reversal potentials, …
/// @param states gates and pools
/// @param receptors where spikes land, for a synaptic channel
/// @param presets named values of parameters
/// @param definitions in the file's order, without circles
/// @param equations at most one for each state
/// @param scheme what `integrate` asks for; empty to let the analysis choose
/// @param arrivals by receptor id: what a spike there does
/// @param current what flows through it, outward positive; 0 for a pool
/// @param currentUnit unit of the current, an absolute one or one for each area
/// @param carries the ion whose concentration the current changes, such as `Ca`; empty where no pool takes notice
/// @param text the model file it was read from
public record ChannelModel(
    String id,
    String title,
    String summary,
    List<Reference> references,
    List<Parameter> parameters,
    List<NeuronModel.State> states,
    List<NeuronModel.Receptor> receptors,
    List<Preset> presets,
    List<Definition> definitions,
    List<Equation> equations,
    Optional<Scheme> scheme,
    Map<String, List<Statement.Assign>> arrivals,
    Expression current,
    Unit currentUnit,
    Optional<String> carries,
    String text)
    implements Model {

  public ChannelModel {
    references = List.copyOf(references);
    parameters = List.copyOf(parameters);
    states = List.copyOf(states);
    presets = List.copyOf(presets);
    definitions = List.copyOf(definitions);
    equations = List.copyOf(equations);
    receptors = List.copyOf(receptors);
    arrivals = Map.copyOf(arrivals);
  }

  /// The ion whose concentration it keeps, for a pool: `Ca` where its state is `[Ca]`.
  public Optional<String> pool() {
    return states.stream()
        .map(NeuronModel.State::id)
        .filter(s -> s.startsWith("["))
        .map(s -> s.substring(1, s.length() - 1))
        .findFirst();
  }

  /// Whether the current is per area of membrane.
  public boolean isDensity() {
    return !currentUnit.dimension().equals(Unit.PICOAMPERE.dimension());
  }
}
