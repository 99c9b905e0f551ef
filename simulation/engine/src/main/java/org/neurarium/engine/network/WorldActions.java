package org.neurarium.engine.network;

import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.Link;

/// What the circuit has done to a world since its last turn, counted in whole spikes, so that it does not matter how neurons are shared out.
public final class WorldActions {

  /// A population that acts.
  ///
  /// @param segment of the population
  /// @param size neurons of it
  /// @param port what it acts on
  /// @param options how many there are, where it is a choice; else 1
  public record Actor(
      int segment, int size, String port, Link.Readout readout, int option, int options) {}

  private final Actor[] actors;
  private final long[][] counts;
  private final double[][] cosines;
  private final double[][] sines;
  private final double[] x;
  private final double[] y;

  public WorldActions(List<Actor> actors) {
    this.actors = actors.toArray(Actor[]::new);
    int n = actors.size();
    counts = new long[n][];
    cosines = new double[n][];
    sines = new double[n][];
    x = new double[n];
    y = new double[n];
    for (int a = 0; a < n; a++) {
      Actor actor = this.actors[a];
      boolean vector = actor.readout() == Link.Readout.POPULATION_VECTOR;
      counts[a] = new long[actor.readout() == Link.Readout.WINNER ? actor.options() : 1];
      cosines[a] = new double[vector ? actor.size() : 0];
      sines[a] = new double[vector ? actor.size() : 0];
      for (int i = 0; i < cosines[a].length; i++) {
        double preferred = 2 * Math.PI * i / actor.size();
        cosines[a][i] = StrictMath.cos(preferred);
        sines[a][i] = StrictMath.sin(preferred);
      }
    }
  }

  void count(SpikeBuffer from, int stepInEpoch) {
    for (int a = 0; a < actors.length; a++) {
      Actor actor = actors[a];
      int start = from.start(stepInEpoch, actor.segment());
      int end = from.end(stepInEpoch, actor.segment());
      if (start == end) continue;
      int[] numbers = from.numbers();
      switch (actor.readout()) {
        case SPIKE_COUNT -> counts[a][0] += end - start;
        case WINNER -> {
          for (int k = start; k < end; k++)
            counts[a][(int) ((long) numbers[k] * actor.options() / actor.size())]++;
        }
        case POPULATION_VECTOR -> {
          for (int k = start; k < end; k++) {
            x[a] += cosines[a][numbers[k]];
            y[a] += sines[a][numbers[k]];
          }
        }
      }
    }
  }

  void clear() {
    for (long[] c : counts) Arrays.fill(c, 0);
    Arrays.fill(x, 0);
    Arrays.fill(y, 0);
  }

  /// Spikes of each neuron for an option; 0 where nobody stands for it.
  double value(String port, int option) {
    double value = 0;
    for (int a = 0; a < actors.length; a++) {
      Actor actor = actors[a];
      if (!actor.port().equals(port)) continue;
      if (actor.readout() == Link.Readout.WINNER)
        value += (double) counts[a][option] * actor.options() / actor.size();
      else if (actor.options() == 1 || actor.option() == option)
        value += (double) counts[a][0] / actor.size();
    }
    return value;
  }

  /// The mean vector of each neuron's spikes.
  double x(String port) {
    for (int a = 0; a < actors.length; a++)
      if (actors[a].port().equals(port)) return x[a] / actors[a].size();
    return 0;
  }

  double y(String port) {
    for (int a = 0; a < actors.length; a++)
      if (actors[a].port().equals(port)) return y[a] / actors[a].size();
    return 0;
  }

  /// Goes on counting where the same actors are; begins with nothing otherwise.
  void takeOver(WorldActions old) {
    clear();
    if (!Arrays.equals(actors, old.actors)) return;
    for (int a = 0; a < actors.length; a++) {
      System.arraycopy(old.counts[a], 0, counts[a], 0, counts[a].length);
      x[a] = old.x[a];
      y[a] = old.y[a];
    }
  }
}
