package org.neurarium.circuits;

import org.neurarium.circuits.units.Quantity;

/// Something from outside that drives the circuit.
///
/// @param id lasting id
/// @param name what people call it
/// @param position centre on the canvas
/// @param size number of sources; 1 for background and currents
/// @param signal what it gives
/// @param start when it begins, counted from the start of the run
/// @param stop when it ends (the first instant without it); infinite for never
public record Stimulus(
    ElementId id,
    String name,
    Point position,
    int size,
    Signal signal,
    Quantity start,
    Quantity stop)
    implements NeuronSource {

  /// Never stops.
  public static final Quantity NEVER = Quantity.of(Double.POSITIVE_INFINITY, "ms");

  /// From the first step on.
  public static final Quantity AT_ONCE = Quantity.of(0, "ms");

  public Stimulus {
    if (stop.value() == Double.POSITIVE_INFINITY) stop = NEVER; // in whatever unit of time
  }

  @Override
  public String kind() {
    return "stimulus";
  }

  @Override
  public Stimulus withName(String newName) {
    return new Stimulus(id, newName, position, size, signal, start, stop);
  }

  @Override
  public Stimulus withId(ElementId newId) {
    return new Stimulus(newId, name, position, size, signal, start, stop);
  }

  @Override
  public Stimulus at(Point newPosition) {
    return new Stimulus(id, name, newPosition, size, signal, start, stop);
  }

  /// The same stimulus with another number of sources.
  public Stimulus withSize(int newSize) {
    return new Stimulus(id, name, position, newSize, signal, start, stop);
  }

  /// The same stimulus with another signal.
  public Stimulus withSignal(Signal newSignal) {
    return new Stimulus(id, name, position, size, newSignal, start, stop);
  }
}
