package org.neurarium.engine.observe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.units.Unit;

/// The last values of one state variable of one neuron, one for each step, written by the worker that owns the neuron.
///
/// The value with number k belongs to the time `(firstStep + k) · dt`, after jumps and reset at that instant: step s ends at time `s · dt`, and the value at step 0 is
/// the start value. The writer stores values
/// freely and releases the count at the end of an epoch; an epoch is never longer than [#MARGIN] steps.
public final class TraceRing {

  /// Longest stretch that a writer stores before it counts, in steps.
  public static final int MARGIN = 4096;

  private static final VarHandle WRITTEN;

  static {
    try {
      WRITTEN = MethodHandles.lookup().findVarHandle(TraceRing.class, "written", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final ElementId population;
  private final int neuron;
  private final String variable;
  private final Unit unit;
  private final long firstStep;
  private final double[] values;
  private final int mask;
  private long stored;

  @SuppressWarnings("UnusedVariable") // read and written through WRITTEN
  private long written;

  /// @param firstStep the step to whose end the first value will belong
  /// @param bits the ring keeps the last 2^bits − [#MARGIN] values
  public TraceRing(
      ElementId population, int neuron, String variable, Unit unit, long firstStep, int bits) {
    if (1 << bits <= MARGIN) throw new IllegalArgumentException("too few bits: " + bits);
    this.population = population;
    this.neuron = neuron;
    this.variable = variable;
    this.unit = unit;
    this.firstStep = firstStep;
    values = new double[1 << bits];
    mask = values.length - 1;
  }

  public ElementId population() {
    return population;
  }

  public int neuron() {
    return neuron;
  }

  public String variable() {
    return variable;
  }

  /// The unit in which [#read] gives values: the state variable's own.
  public Unit unit() {
    return unit;
  }

  public long firstStep() {
    return firstStep;
  }

  public int capacity() {
    return values.length - MARGIN;
  }

  /// Writer only: stores the next value, in [#unit()].
  public void put(double value) {
    values[(int) stored++ & mask] = value;
  }

  /// Writer only: makes everything put so far visible.
  public void publish() {
    WRITTEN.setRelease(this, stored);
    VarHandle.storeStoreFence(); // later values must not be seen before this count
  }

  /// Writer only: makes everything put so far visible up to the end of a step, and forgets what came later.
  public void publish(long lastStep) {
    stored = Math.min(stored, lastStep - firstStep + 1);
    publish();
  }

  /// How many values can be read or were, from the first on.
  public long written() {
    return (long) WRITTEN.getAcquire(this);
  }

  /// Copies values from number `from` on into `into` and returns how many; values already overwritten are given as NaN.
  public int read(long from, double[] into) {
    long end = written();
    int n = Math.clamp(end - from, 0, into.length);
    for (int i = 0; i < n; i++) into[i] = values[(int) (from + i) & mask];
    VarHandle.loadLoadFence();
    int torn = Math.clamp(written() - capacity() - from, 0, n);
    java.util.Arrays.fill(into, 0, torn, Double.NaN);
    return n;
  }
}
