package org.neurarium.circuits;

/// Synapses from one population or stimulus to a population.
///
/// @param id lasting id
/// @param name what people call it
/// @param from a population or stimulus
/// @param to a population
/// @param receptor id of the receptor (or current input) of the target's model on which it lands
/// @param wiring which pairs are connected
/// @param autapses whether a neuron may connect to itself (matters when `from` is `to`)
/// @param multapses whether a pair may be connected more than once (for the rules that draw)
/// @param weight in the receptor's unit
/// @param delay from spike to arrival, at least one step; ignored by currents, which arrive at once
/// @param placement where along a dendrite they lie
/// @param synapse what its synapses do with the spikes that pass; currents have none, and `static` stands there
public record Projection(
    ElementId id,
    String name,
    ElementId from,
    ElementId to,
    String receptor,
    Wiring wiring,
    boolean autapses,
    boolean multapses,
    Value weight,
    Value delay,
    Placement placement,
    Synapse synapse)
    implements Element {

  /// Longest delay that is kept, in time steps.
  public static final int LONGEST_DELAY = 65_535;

  /// Synapses scattered over the whole compartment, where there is more than one place.
  public Projection(
      ElementId id,
      String name,
      ElementId from,
      ElementId to,
      String receptor,
      Wiring wiring,
      boolean autapses,
      boolean multapses,
      Value weight,
      Value delay,
      Synapse synapse) {
    this(
        id,
        name,
        from,
        to,
        receptor,
        wiring,
        autapses,
        multapses,
        weight,
        delay,
        Placement.SCATTERED,
        synapse);
  }

  @Override
  public String kind() {
    return "projection";
  }

  @Override
  public Projection withName(String newName) {
    return new Projection(
        id, newName, from, to, receptor, wiring, autapses, multapses, weight, delay, placement,
        synapse);
  }

  @Override
  public Projection withId(ElementId newId) {
    return new Projection(
        newId, name, from, to, receptor, wiring, autapses, multapses, weight, delay, placement,
        synapse);
  }

  /// The same synapses between other ends.
  public Projection between(ElementId newFrom, ElementId newTo) {
    return new Projection(
        id, name, newFrom, newTo, receptor, wiring, autapses, multapses, weight, delay, placement,
        synapse);
  }

  /// The same projection on another receptor.
  public Projection onto(String newReceptor) {
    return new Projection(
        id,
        name,
        from,
        to,
        newReceptor,
        wiring,
        autapses,
        multapses,
        weight,
        delay,
        placement,
        synapse);
  }

  /// The same ends, wired by another rule.
  public Projection wired(Wiring newWiring) {
    return new Projection(
        id, name, from, to, receptor, newWiring, autapses, multapses, weight, delay, placement,
        synapse);
  }

  /// The same synapses with another weight.
  public Projection withWeight(Value newWeight) {
    return new Projection(
        id, name, from, to, receptor, wiring, autapses, multapses, newWeight, delay, placement,
        synapse);
  }

  /// The same synapses with another delay.
  public Projection withDelay(Value newDelay) {
    return new Projection(
        id, name, from, to, receptor, wiring, autapses, multapses, weight, newDelay, placement,
        synapse);
  }

  /// The same synapses elsewhere along the dendrite.
  public Projection placed(Placement newPlacement) {
    return new Projection(
        id,
        name,
        from,
        to,
        receptor,
        wiring,
        autapses,
        multapses,
        weight,
        delay,
        newPlacement,
        synapse);
  }

  /// The same ends and weights with other synapses.
  public Projection withSynapse(Synapse newSynapse) {
    return new Projection(
        id,
        name,
        from,
        to,
        receptor,
        wiring,
        autapses,
        multapses,
        weight,
        delay,
        placement,
        newSynapse);
  }
}
