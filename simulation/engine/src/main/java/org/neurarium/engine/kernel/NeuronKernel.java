package org.neurarium.engine.kernel;

/// The computing half of a neuron model. Stateless: everything it works on is in the [Block].
///
/// For one step the engine calls, for each slice of a population on the thread that owns the slice: [#advance], then
/// the clamp of refractory neurons, [#scan], [#reset]. That is the order of a grid point: propagate, add arrivals, test the
/// threshold; a spike carries the time of the end of the step.
public interface NeuronKernel {

  /// Computes what depends only on parameters and dt, into [Block#setDerived]. Called when the block is made and after each change of
  /// parameters, between steps.
  void prepare(Block block);

  /// Takes neurons `from` to `to - 1` from one grid point to the next and adds what arrives there. Refractory neurons are
  /// integrated like the others (that keeps the loop without branches) and clamped by the engine afterwards.
  ///
  /// @param arrivals by spike receptor of the model, then by neuron: sums of weights in engine units
  void advance(Block block, int from, int to, double[][] arrivals);

  /// Appends those of the neurons `from` to `to - 1` that have reached threshold, ascending, without those that are refractory. A neuron whose
  /// membrane potential is not a number is reported to [Slice#reportNonFinite] instead.
  ///
  /// @param fired has room for `to - from` more
  /// @param at where to write the first
  /// @return where the next would be written
  int scan(Block block, Slice slice, int[] fired, int at);

  /// Resets neurons that fired and begins their refractory time.
  ///
  /// @param fired their numbers are in `start … end - 1`
  void reset(Block block, Slice slice, int[] fired, int start, int end);

  /// Holds refractory neurons where the model wants them and counts their time down.
  void clamp(Block block, Slice slice);

  /// Brings a neuron to threshold and ends its refractory time, so that the next scan finds it.
  void force(Block block, Slice slice, int neuron);
}
