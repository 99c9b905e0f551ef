package org.neurarium.engine.command;

import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.sense.Raster;

/// A wish to the engine. Changes of parameters, weights and stimuli are not listed here: they follow from a new version of
/// the circuit ([org.neurarium.engine.live.LiveSession#update]).
public sealed interface EngineCommand {

  /// Go on until paused.
  record Run() implements EngineCommand {}

  /// Stop after the present step.
  record Pause() implements EngineCommand {}

  /// While paused: do this many steps, then pause again.
  record Step(long steps) implements EngineCommand {}

  /// Back to time 0: same start values, same noise. Goes on running if it ran.
  record Reset() implements EngineCommand {}

  /// How fast to run: biological time over wall time; infinite for as fast as it goes.
  record SetSpeed(double speed) implements EngineCommand {}

  /// Make a neuron fire at the next step.
  record Fire(ElementId population, int neuron) implements EngineCommand {}

  /// Inject a current into all neurons of a population.
  ///
  /// @param current (pA)
  /// @param duration (ms)
  record Inject(ElementId population, double current, double duration) implements EngineCommand {}

  /// Release a neuromodulator.
  ///
  /// @param symbol of the concentration, in brackets: `[DA]`
  /// @param amount in the unit of the model's `amount`
  record Release(String symbol, double amount) implements EngineCommand {}

  /// Release from a modulator source.
  ///
  /// @param amount in engine units; negative to take away
  record ReleaseFrom(ElementId source, double amount) implements EngineCommand {}

  /// Show a picture to a stimulus that takes what comes in live: a drawing pad, a microphone. It is logged with its step, and comes again there after a
  /// reset, until something newer is shown.
  ///
  /// @param stimulus that sees it; another one, or one that is not live, takes no notice
  record Show(ElementId stimulus, Raster picture) implements EngineCommand {}

  /// Give a reward in a world now, whatever it means to give.
  ///
  /// @param amount 1 for what a world gives itself
  record Reward(ElementId world, double amount) implements EngineCommand {}

  /// Leave out the next reward that a world means to give.
  record OmitReward(ElementId world) implements EngineCommand {}

  /// Take a world back to its start, with the same random numbers to come; the circuit goes on.
  record ResetWorld(ElementId world) implements EngineCommand {}
}
