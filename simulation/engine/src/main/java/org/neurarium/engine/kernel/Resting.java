package org.neurarium.engine.kernel;

import java.util.List;
import org.neurarium.engine.compile.KernelLayout;

/// The refractory neurons of a slice: who, for how long, and the states that stay as the reset left them.
///
/// Time is counted in parts of a step. A neuron is in the list as long as its counter is above 0, and at most once.
final class Resting {

  private static final double LONGEST = 1 << 30;

  private final Block block;
  private final int from;
  private final int parts;
  private final int durations;
  private final int[] states;
  private final double[][] kept;
  private final double[][] before;
  private final int[] list;
  private int count;

  /// @param parts how finely time is counted: parts of a step
  /// @param held indices of the states that stay
  /// @param stepsApart whether refractory neurons have a step of their own, for which all states have to be remembered
  Resting(Block block, int from, int to, int parts, List<Integer> held, boolean stepsApart) {
    this.block = block;
    this.from = from;
    this.parts = parts;
    durations = block.layout().column(new KernelLayout.Refractory());
    boolean any = durations >= 0;
    states = any ? held.stream().mapToInt(Integer::intValue).toArray() : new int[0];
    kept = new double[states.length][to - from];
    before = new double[stepsApart ? block.model().states().size() : 0][to - from];
    list = new int[any ? to - from : 0];
  }

  /// Makes the list agree with the block's counters and states, after these were set from outside.
  void collect(int to) {
    count = 0;
    if (durations < 0) return;
    for (int i = from; i < to; i++) {
      if (block.refractory()[i] <= 0) continue;
      keep(i);
      list[count++] = i;
    }
  }

  /// How long a neuron is still held, in parts of a step.
  int left(int neuron) {
    return block.refractory()[neuron];
  }

  int count() {
    return count;
  }

  int neuron(int k) {
    return list[k];
  }

  /// What the last reset of a neuron asks for, in parts of a step.
  int duration(int neuron) {
    if (durations < 0) return 0;
    double steps = Math.rint(block.columns()[durations][neuron] / block.dt() * parts);
    return (int) Math.clamp(steps, 0, LONGEST);
  }

  /// Lets a neuron rest for a time from now; 0 ends its rest.
  void set(int neuron, int time) {
    if (durations < 0) return;
    int[] left = block.refractory();
    boolean listed = left[neuron] > 0;
    left[neuron] = time;
    if (time > 0 && !listed) list[count++] = neuron;
    if (time > 0 || !listed) return;
    for (int k = 0; k < count; k++) if (list[k] == neuron) list[k--] = list[--count];
  }

  /// Remembers the states that a neuron now has as those that are held.
  void keep(int neuron) {
    for (int s = 0; s < states.length; s++) kept[s][neuron - from] = block.state(states[s])[neuron];
  }

  /// Puts a neuron's held states back.
  void hold(int neuron) {
    for (int s = 0; s < states.length; s++) block.state(states[s])[neuron] = kept[s][neuron - from];
  }

  /// Before a step: remembers where resting neurons start from.
  void save() {
    for (int s = 0; s < before.length; s++) {
      double[] state = block.state(s);
      for (int k = 0; k < count; k++) before[s][list[k] - from] = state[list[k]];
    }
  }

  /// Takes a neuron back to where its step began.
  void takeBack(int neuron) {
    for (int s = 0; s < before.length; s++) block.state(s)[neuron] = before[s][neuron - from];
  }

  /// At a grid point: holds all resting neurons and counts their time down by a step.
  ///
  /// A spike at grid point s with r steps of rest holds the points s + 1 … s + r; integration goes on from there, exactly r steps later.
  void holdAll() {
    int[] left = block.refractory();
    int stay = 0;
    for (int k = 0; k < count; k++) {
      int i = list[k];
      hold(i);
      left[i] = Math.max(0, left[i] - parts);
      if (left[i] > 0) list[stay++] = i;
    }
    count = stay;
  }
}
