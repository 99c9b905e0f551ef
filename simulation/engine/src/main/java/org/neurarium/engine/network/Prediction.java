package org.neurarium.engine.network;

import java.util.Arrays;
import org.neurarium.circuits.ElementId;

/// Learns what a world will give from what it shows, and computes by how much it was wrong: the error of temporal-difference learning (Sutton 1988, doi:10.1007/BF00115009), in the form
/// that was compared with dopamine cells (Schultz, Dayan & Montague 1997, doi:10.1126/science.275.5306.1593).
///
/// The expectation is a weighted sum of what is shown. When a world ticks, the error is `reward + discount·expected now - expected before`, and the weights of
/// what was shown before follow it. One copy for each worker.
public final class Prediction {

  private static final double[] NOTHING = {};

  private final ElementId world;
  private final Release.OfWorld release;
  private double learningRate;
  private double discount;
  private double[] weights = NOTHING;
  private double[] shown = NOTHING;

  /// @param release where the error goes
  public Prediction(
      ElementId world, Release.OfWorld release, double learningRate, double discount) {
    this.world = world;
    this.release = release;
    this.learningRate = learningRate;
    this.discount = discount;
  }

  ElementId world() {
    return world;
  }

  public ElementId link() {
    return release.link();
  }

  /// Between steps: learns otherwise from now on.
  public void set(double newLearningRate, double newDiscount) {
    learningRate = newLearningRate;
    discount = newDiscount;
  }

  /// Takes in what a world gives and shows at a grid point.
  ///
  /// @param shows numbers of about 1 or less; always as many
  void tick(long step, double reward, double[] shows) {
    if (weights.length != shows.length) {
      weights = Arrays.copyOf(weights, shows.length);
      shown = Arrays.copyOf(shown, shows.length);
    }
    double error = reward + discount * expected(shows) - expected(shown);
    for (int k = 0; k < weights.length; k++) weights[k] += learningRate * error * shown[k];
    System.arraycopy(shows, 0, shown, 0, shown.length);
    release.give(step, error);
  }

  private double expected(double[] seen) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) sum += weights[k] * seen[k];
    return sum;
  }

  void clear() {
    Arrays.fill(weights, 0);
    Arrays.fill(shown, 0);
  }

  void takeOver(Prediction old) {
    weights = old.weights.clone();
    shown = old.shown.clone();
  }
}
