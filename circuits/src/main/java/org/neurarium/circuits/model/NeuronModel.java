package org.neurarium.circuits.model;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// A neuron model's description of itself.
///
/// @param id its name in files, such as `lif_exp_psc`
/// @param title its name for people
/// @param summary one or two sentences
/// @param references the papers it comes from, the first one first
/// @param parameters in the order in which an inspector shows them
/// @param states in the order in which the engine keeps them; the first is the membrane potential
/// @param receptors where projections land, spikes and currents
/// @param presets named values of parameters
/// @param dynamics what it does
/// @param cell the tree of its compartments; empty for a neuron that is a point
/// @param text the model file it was read from
public record NeuronModel(
    String id,
    String title,
    String summary,
    List<Reference> references,
    List<Parameter> parameters,
    List<State> states,
    List<Receptor> receptors,
    List<Preset> presets,
    Dynamics dynamics,
    Optional<Cell> cell,
    String text)
    implements Model {

  /// A neuron that is a point.
  public NeuronModel(
      String id,
      String title,
      String summary,
      List<Reference> references,
      List<Parameter> parameters,
      List<State> states,
      List<Receptor> receptors,
      List<Preset> presets,
      Dynamics dynamics,
      String text) {
    this(
        id,
        title,
        summary,
        references,
        parameters,
        states,
        receptors,
        presets,
        dynamics,
        Optional.empty(),
        text);
  }

  public NeuronModel {
    parameters = List.copyOf(parameters);
    states = List.copyOf(states);
    receptors = List.copyOf(receptors);
    references = List.copyOf(references);
    presets = List.copyOf(presets);
  }

  /// A state variable.
  ///
  /// @param id symbol, such as `V_m`
  /// @param label for people
  /// @param unit in which it is shown
  /// @param start what it starts from unless a population says otherwise: numbers and parameters
  public record State(String id, String label, Unit unit, Expression start) {}

  /// Where a projection lands.
  ///
  /// @param id name in files: `ex`, `in`, `delta`, `current`
  /// @param label for people
  /// @param weightUnit unit of the weights
  /// @param input spikes, current or continuous coupling
  /// @param couples id of the source's state that is taken over; `V` for the first state of any model; empty unless it couples
  /// @param weightSign +1 where weights must not be negative, −1 where they must not be positive, 0 where both are meaningful
  /// @param effect what a spike there does
  /// @param standardWeight a weight that does something visible, for a projection just drawn
  public record Receptor(
      String id,
      String label,
      Unit weightUnit,
      Input input,
      String couples,
      int weightSign,
      Effect effect,
      Quantity standardWeight) {}

  /// What a receptor takes.
  public enum Input {
    SPIKES,
    CURRENT,
    /// A state of the source, in every step.
    COUPLING
  }

  /// What an arriving spike does to the neuron.
  public enum Effect {
    EXCITES,
    INHIBITS,
    /// Excites for weights above 0, inhibits below.
    BY_SIGN
  }

  /// What a reader should see of it, one line each.
  public List<String> equations() {
    return ModelPrinter.equations(this);
  }

  /// The state variable with this id.
  public Optional<State> state(String stateId) {
    return states.stream().filter(s -> s.id().equals(stateId)).findFirst();
  }

  /// The state that a coupling receptor of any model takes over from neurons of this model.
  public Optional<State> coupledState(Receptor receptor) {
    return receptor.couples().equals("V") ? states.stream().findFirst() : state(receptor.couples());
  }

  /// The receptor with this id.
  public Optional<Receptor> receptor(String receptorId) {
    return receptors.stream().filter(r -> r.id().equals(receptorId)).findFirst();
  }
}
