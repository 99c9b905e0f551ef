package org.neurarium.engine.compile;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.model.ChannelModel;

/// What a channel model becomes: programs over the neurons of a population, for the channel in one segment at a time.
///
/// States lie half a step ahead of the potential, at the middle of the step that is to come, where the current through them is needed: that keeps
/// the step second order with one pass over gates and one solution of the cable equation (Hines 1984; NEURON's `secondorder = 2`). Pools lie at the grid points, as
/// the potential does. Spikes arrive at grid points, so a channel with receptors goes half a step, takes them, and goes the other half.
///
/// A step of the grid is: `current` for each segment; the cable equation; pools, with [#CARRIED] divided by area; the others' `advance`.
///
/// @param model where it comes from
/// @param choices for people: the scheme of each state, with its reason
/// @param layout what stands in columns and uniforms; inputs from the membrane are [KernelLayout.Membrane]
/// @param derivation computes the derived ones, for the length of a step, or half of it where there are receptors
/// @param current adds to [#CURRENT] and [#CONDUCTANCE], and to [#CARRIED] and [#CARRIED_SLOPE] if an ion counts
/// @param advance takes the states one step further; empty where there are none
/// @param once takes the states further by the length of the derivation, without arrivals; empty where there are none
/// @param constant writes the part of the current at 0 mV and the conductance; there for a channel that is an ohmic leak, whose `current` is not needed
public record ChannelPrograms(
    ChannelModel model,
    List<Choice> choices,
    KernelLayout layout,
    Derivation derivation,
    Program current,
    Optional<Program> advance,
    Optional<Program> once,
    Optional<Program> constant) {

  /// The membrane potential (mV).
  public static final String POTENTIAL = "v";

  /// Area of the segment (um²): like a parameter, one for all neurons or one for each.
  public static final String AREA = "membrane.area";

  /// Sum of the currents through all channels of the segment (pA), outward positive.
  public static final String CURRENT = "membrane.current";

  /// Its derivative by the potential (nS).
  public static final String CONDUCTANCE = "membrane.conductance";

  /// The part of the current that its ion carries (pA).
  public static final String CARRIED = "membrane.carried";

  /// Its derivative by the potential (nS).
  public static final String CARRIED_SLOPE = "membrane.carried.slope";

  public ChannelPrograms {
    choices = List.copyOf(choices);
  }

  /// What a pool reads: the current of its ion per area (pA/um²), outward positive.
  public static String ionCurrent(String ion) {
    return "I_" + ion;
  }

  /// Column of what arrives at a receptor of the channel.
  public static String arrivals(String receptor) {
    return "arrivals." + receptor;
  }

  /// How long the derivation's length is, in steps.
  public double lengthInSteps() {
    return model.receptors().isEmpty() ? 1 : 0.5;
  }

  /// Whether it keeps a concentration, at grid points.
  public boolean isPool() {
    return model.pool().isPresent();
  }
}
