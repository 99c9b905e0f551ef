package org.neurarium.engine.network;

/// What one worker does of one population or spiking stimulus.
public interface Share {

  /// Goes to the grid point `step` and appends the numbers of those that fire there.
  void advance(long step, SpikeBuffer into);

  /// Appends what is emitted at grid point 0, at which no step ends.
  default void begin(SpikeBuffer into) {}

  /// The grid point at which a value stopped being a finite number, or -1.
  long broken();

  /// At the end of an epoch: makes visible what was recorded, up to a grid point, which is earlier than where it went if the run ends there.
  default void publish(long lastStep) {}
}
