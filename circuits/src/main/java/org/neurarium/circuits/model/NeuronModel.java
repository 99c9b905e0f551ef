package org.neurarium.circuits.model;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// A neuron model's description of itself.
///
/// @param id its name in files, such as `lif_exp_psc`
/// @param title its name for people
/// @param summary one or two sentences
/// @param reference DOI of the paper it comes from, without `https://doi.org/`
/// @param parameters in the order in which an inspector shows them
/// @param states in the order in which the engine keeps them; the first is the membrane potential
/// @param receptors where projections land, spikes and currents
/// @param equations as a reader should see them, one per line
/// @param scheme how they are integrated, and why
public record NeuronModel(
    String id,
    String title,
    String summary,
    String reference,
    List<Parameter> parameters,
    List<State> states,
    List<Receptor> receptors,
    List<String> equations,
    String scheme) {

  public NeuronModel {
    parameters = List.copyOf(parameters);
    states = List.copyOf(states);
    receptors = List.copyOf(receptors);
    equations = List.copyOf(equations);
  }

  /// A constant of the model that each population, or each neuron, can set.
  ///
  /// @param id symbol, such as `tau_m`
  /// @param label for people: "membrane time constant"
  /// @param standard default value; its unit is the one an inspector shows
  /// @param min smallest sensible value, in the default's unit (the slider's left end)
  /// @param max largest sensible value (the slider's right end)
  /// @param limit values that make no sense at all
  /// @param essential whether a short form shows it
  public record Parameter(
      String id,
      String label,
      Quantity standard,
      double min,
      double max,
      Limit limit,
      boolean essential) {
    public Unit unit() {
      return standard.unit();
    }
  }

  /// Which values a parameter can never have.
  public enum Limit {
    ANY,
    /// Above 0.
    POSITIVE,
    /// 0 or above.
    NOT_NEGATIVE;

    public boolean allows(double value) {
      return switch (this) {
        case ANY -> true;
        case POSITIVE -> value > 0;
        case NOT_NEGATIVE -> value >= 0;
      };
    }
  }

  /// A state variable.
  ///
  /// @param id symbol, such as `V_m`
  /// @param label for people
  /// @param unit in which it is shown
  /// @param start what it starts from unless a population says otherwise: a parameter's id, or a quantity as text
  public record State(String id, String label, Unit unit, String start) {}

  /// Where a projection lands.
  ///
  /// @param id name in files: `ex`, `in`, `delta`, `current`
  /// @param label for people
  /// @param weightUnit unit of the weights
  /// @param input spikes or current
  /// @param weightSign +1 where weights must not be negative, −1 where they must not be positive, 0 where both are meaningful
  /// @param effect what a spike there does
  /// @param standardWeight a weight that does something visible, for a projection just drawn
  public record Receptor(
      String id,
      String label,
      Unit weightUnit,
      Input input,
      int weightSign,
      Effect effect,
      Quantity standardWeight) {}

  /// What a receptor takes.
  public enum Input {
    SPIKES,
    CURRENT
  }

  /// What an arriving spike does to the neuron.
  public enum Effect {
    EXCITES,
    INHIBITS,
    /// Excites for weights above 0, inhibits below.
    BY_SIGN
  }

  public Optional<Parameter> parameter(String parameterId) {
    return parameters.stream().filter(p -> p.id().equals(parameterId)).findFirst();
  }

  public Optional<State> state(String stateId) {
    return states.stream().filter(s -> s.id().equals(stateId)).findFirst();
  }

  public Optional<Receptor> receptor(String receptorId) {
    return receptors.stream().filter(r -> r.id().equals(receptorId)).findFirst();
  }
}
