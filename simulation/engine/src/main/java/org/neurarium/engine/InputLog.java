package org.neurarium.engine;

import java.util.ArrayList;
import java.util.List;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.engine.command.LiveInput;

/// What came in live, by step, and what of it is still to come after a reset.
final class InputLog {

  private final List<LiveInput> inputs = new ArrayList<>();
  private int next;

  /// Everything, in order.
  List<LiveInput> all() {
    return List.copyOf(inputs);
  }

  /// Goes to the beginning: everything is to come again.
  void rewind() {
    next = 0;
  }

  /// Takes what another run had, all of it to come.
  void repeat(List<LiveInput> others) {
    inputs.clear();
    inputs.addAll(others);
    next = 0;
  }

  /// Goes on where another run is.
  ///
  /// @param ratio of its time step to this one's
  void takeOver(InputLog old, double ratio) {
    repeat(
        old.inputs.stream()
            .map(i -> new LiveInput(Math.round(i.step() * ratio), i.stimulus(), i.picture()))
            .toList());
    next = old.next;
  }

  /// Adds what came now. What this stimulus had still to come is forgotten: somebody does it otherwise now.
  void add(long step, ElementId stimulus, Raster picture) {
    for (int k = inputs.size() - 1; k >= next; k--)
      if (inputs.get(k).stimulus().equals(stimulus)) inputs.remove(k);
    inputs.add(next++, new LiveInput(step, stimulus, picture));
  }

  /// The step of the next one to come; the largest number where there is none.
  long due() {
    return next < inputs.size() ? inputs.get(next).step() : Long.MAX_VALUE;
  }

  /// The next one to come, which then has come.
  LiveInput pass() {
    return inputs.get(next++);
  }
}
