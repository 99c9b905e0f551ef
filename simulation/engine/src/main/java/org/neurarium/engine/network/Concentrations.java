package org.neurarium.engine.network;

import java.util.List;

/// One worker's copy of the neuromodulators' concentrations. Every worker computes the same numbers.
public final class Concentrations {

  private final List<RunningModulator> modulators;
  private final double[] before;
  private final double[] now;
  private final double[] middle;

  /// @param modulators this worker's own
  public Concentrations(List<RunningModulator> modulators) {
    this.modulators = List.copyOf(modulators);
    before = new double[modulators.size()];
    now = new double[modulators.size()];
    middle = new double[modulators.size()];
    start();
  }

  /// The number of a concentration.
  ///
  /// @param symbol in brackets: `[DA]`
  /// @return -1 where nothing is known of it
  public int find(String symbol) {
    for (int k = 0; k < modulators.size(); k++)
      if (modulators.get(k).symbol().equals(symbol)) return k;
    return -1;
  }

  /// At the present grid point.
  public double now(int concentration) {
    return now[concentration];
  }

  /// In the middle of the present step, to second order.
  double middle(int concentration) {
    return middle[concentration];
  }

  /// Goes one step on.
  public void advance(long step) {
    for (int k = 0; k < now.length; k++) {
      before[k] = now[k];
      modulators.get(k).advance(step);
      now[k] = modulators.get(k).value();
      middle[k] = 0.5 * (before[k] + now[k]);
    }
  }

  /// Between steps: releases an amount.
  public void release(int concentration, double amount) {
    modulators.get(concentration).release(amount);
    now[concentration] = modulators.get(concentration).value();
  }

  /// Goes back to the start values.
  public void start() {
    for (int k = 0; k < now.length; k++) {
      modulators.get(k).start();
      now[k] = modulators.get(k).value();
    }
  }

  /// Goes on from where others of the same names are.
  public void takeOver(Concentrations old) {
    for (int k = 0; k < now.length; k++) {
      int there = old.find(modulators.get(k).symbol());
      if (there >= 0) modulators.get(k).takeOver(old.modulators.get(there));
      now[k] = modulators.get(k).value();
    }
  }

  public List<RunningModulator> modulators() {
    return modulators;
  }
}
