package org.neurarium.engine.network;

import org.neurarium.circuits.ElementId;

/// What a link releases into a modulator: entered when its cause is known, done at the grid point that is one delay later. One copy for each worker.
///
/// Causes are entered after the exchange of spikes, in the order in which all workers see them; as no epoch is longer than the delay, nothing is ever due before it is entered.
public abstract sealed class Release permits Release.OfSpikes, Release.OfWorld {

  private final ElementId link;
  final int modulator;
  final int delay;
  double amount;

  /// @param modulator number of what is released into
  /// @param amount of concentration for one spike, or for an output of 1, in engine units
  /// @param delay from the cause to the release (steps)
  Release(ElementId link, int modulator, double amount, int delay) {
    this.link = link;
    this.modulator = modulator;
    this.amount = amount;
    this.delay = delay;
  }

  public ElementId link() {
    return link;
  }

  /// Between steps: sets another amount; it holds for what is under way, too.
  public void setAmount(double newAmount) {
    amount = newAmount;
  }

  /// Releases what is due at a grid point.
  abstract void apply(long step, RunningModulator into);

  /// Forgets what is under way.
  abstract void clear();

  /// Goes on with what is under way in the release that this one replaces.
  ///
  /// @param done steps done by the old network
  /// @param from step from which this one goes on
  /// @param ratio of the old time step to the new one
  abstract void takeOver(Release old, long done, long from, double ratio);

  static int ahead(long due, long done, double ratio, int most) {
    return (int) Math.clamp(Math.rint((due - done) * ratio), 1, most);
  }

  /// By the spikes of a population or stimulus.
  public static final class OfSpikes extends Release {
    private static final int EVERYWHERE = -1;
    private final int segment;
    private final int[] cells;
    private final Arrivals due;

    /// @param segment of the source of the spikes
    /// @param cells in which each neuron lies; empty where they release everywhere
    public OfSpikes(
        ElementId link, int segment, int modulator, int[] cells, double amount, int delay) {
      super(link, modulator, amount, delay);
      this.segment = segment;
      this.cells = cells;
      due = new Arrivals(delay);
    }

    int segment() {
      return segment;
    }

    /// Enters a spike of a grid point.
    public void spike(long step, int neuron) {
      due.add(step + delay, neuron);
    }

    @Override
    void apply(long step, RunningModulator into) {
      int count = due.count(step);
      if (count == 0) return;
      int[] neurons = due.due(step);
      for (int k = 0; k < count; k++)
        into.release(cells.length == 0 ? EVERYWHERE : cells[neurons[k]], amount, true);
      due.clear(step);
    }

    @Override
    void clear() {
      due.clear();
    }

    @Override
    void takeOver(Release before, long done, long from, double ratio) {
      if (!(before instanceof OfSpikes old)) return;
      for (long at = done + 1; at < done + old.due.steps(); at++)
        for (int k = 0; k < old.due.count(at); k++) {
          int neuron = old.due.due(at)[k];
          // A neuron that is gone leaves nothing behind.
          if (cells.length == 0 || neuron < cells.length)
            due.add(from + ahead(at, done, ratio, due.steps() - 1), neuron);
        }
    }
  }

  /// By what comes out of a world: what a port gives, or the error of a prediction.
  public static final class OfWorld extends Release {
    private final ElementId world;
    private final String port;
    private final boolean downToNothing;
    private final double[] due;

    /// @param port which of its outputs; empty for the error of a prediction
    /// @param downToNothing whether a negative output takes away no more than there is
    public OfWorld(
        ElementId link,
        ElementId world,
        String port,
        int modulator,
        double amount,
        int delay,
        boolean downToNothing) {
      super(link, modulator, amount, delay);
      this.world = world;
      this.port = port;
      this.downToNothing = downToNothing;
      due = new double[2 * delay + 1];
    }

    boolean takes(ElementId fromWorld, String fromPort) {
      return world.equals(fromWorld) && port.equals(fromPort);
    }

    void give(long step, double value) {
      due[day(step + delay)] += value;
    }

    private int day(long step) {
      return (int) (step % due.length);
    }

    @Override
    void apply(long step, RunningModulator into) {
      double value = due[day(step)];
      if (value == 0) return;
      into.release(-1, amount * value, downToNothing);
      due[day(step)] = 0;
    }

    @Override
    void clear() {
      java.util.Arrays.fill(due, 0);
    }

    @Override
    void takeOver(Release before, long done, long from, double ratio) {
      if (!(before instanceof OfWorld old)) return;
      for (long at = done + 1; at < done + old.due.length; at++)
        due[day(from + ahead(at, done, ratio, due.length - 1))] += old.due[old.day(at)];
    }
  }
}
