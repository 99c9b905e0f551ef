package org.neurarium.visualization.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.ElementId;

/// The newest spikes of a run in order of step, up to a bound, then the oldest are dropped.
///
/// A circular array that doubles until it reaches its bound. Elements are numbered in the order in which they first appeared and
/// keep their number when the network is rebuilt. One thread.
public final class SpikeHistory {

  private static final int FIRST_CAPACITY = 1 << 12;

  private final int limit;
  private final List<ElementId> elements = new ArrayList<>();
  private final Map<ElementId, Integer> numbers = new HashMap<>();
  private long[] steps = new long[FIRST_CAPACITY];
  private int[] neurons = new int[FIRST_CAPACITY];
  private short[] sources = new short[FIRST_CAPACITY];
  private int head; // slot of the oldest
  private int size;
  private long dropped;

  /// @param limitBits keeps at most 2^limitBits spikes, 14 bytes each
  public SpikeHistory(int limitBits) {
    if (limitBits < 12 || limitBits > 28)
      throw new IllegalArgumentException("limitBits is in 12..28: " + limitBits);
    limit = 1 << limitBits;
  }

  /// Receives the spikes of a query, oldest first.
  @FunctionalInterface
  public interface Visitor {
    /// Receives one spike.
    ///
    /// @param step at whose end it happened
    /// @param source the element's number ([SpikeHistory#number])
    /// @param neuron index inside its element
    void spike(long step, int source, int neuron);
  }

  /// The number of an element, given out now if it has none.
  public int number(ElementId element) {
    Integer known = numbers.get(element);
    if (known != null) return known;
    if (elements.size() > Short.MAX_VALUE)
      throw new IllegalStateException("more than 32,768 elements");
    elements.add(element);
    numbers.put(element, elements.size() - 1);
    return elements.size() - 1;
  }

  /// The element with this number.
  public ElementId element(int number) {
    return elements.get(number);
  }

  /// How many elements have a number.
  public int elementCount() {
    return elements.size();
  }

  /// Appends a spike; steps never decrease.
  public void add(long step, int source, int neuron) {
    if (size == steps.length) makeRoom();
    int slot = (head + size) & (steps.length - 1);
    steps[slot] = step;
    sources[slot] = (short) source;
    neurons[slot] = neuron;
    size++;
  }

  private void makeRoom() {
    int length = steps.length;
    if (length < limit) {
      long[] moreSteps = new long[2 * length];
      int[] moreNeurons = new int[2 * length];
      short[] moreSources = new short[2 * length];
      int toEnd = length - head;
      System.arraycopy(steps, head, moreSteps, 0, toEnd);
      System.arraycopy(steps, 0, moreSteps, toEnd, head);
      System.arraycopy(neurons, head, moreNeurons, 0, toEnd);
      System.arraycopy(neurons, 0, moreNeurons, toEnd, head);
      System.arraycopy(sources, head, moreSources, 0, toEnd);
      System.arraycopy(sources, 0, moreSources, toEnd, head);
      steps = moreSteps;
      neurons = moreNeurons;
      sources = moreSources;
      head = 0;
    } else {
      // A sixteenth at once, so that the edge of what is remembered does not move with every spike.
      int gone = limit / 16;
      head = (head + gone) & (length - 1);
      size -= gone;
      dropped += gone;
    }
  }

  /// Forgets the spikes at this step and later.
  public void forgetFrom(long step) {
    size = indexOf(step);
  }

  public void clear() {
    head = 0;
    size = 0;
    dropped = 0;
  }

  public int size() {
    return size;
  }

  /// How many spikes were forgotten for want of room.
  public long dropped() {
    return dropped;
  }

  /// The step of the oldest spike remembered, or -1.
  public long firstStep() {
    return size == 0 ? -1 : steps[head];
  }

  /// The step of the newest spike, or -1.
  public long lastStep() {
    return size == 0 ? -1 : steps[(head + size - 1) & (steps.length - 1)];
  }

  /// Visits the spikes with `from <= step < to`.
  public void forEach(long from, long to, Visitor visitor) {
    int mask = steps.length - 1;
    int end = indexOf(to);
    for (int i = indexOf(from); i < end; i++) {
      int slot = (head + i) & mask;
      visitor.spike(steps[slot], sources[slot], neurons[slot]);
    }
  }

  /// How many spikes have `from <= step < to`.
  public int count(long from, long to) {
    return Math.max(0, indexOf(to) - indexOf(from));
  }

  /// How many spikes are before this step.
  private int indexOf(long step) {
    int mask = steps.length - 1;
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps[(head + middle) & mask] < step) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /// The spikes of one element with `from <= step < to`, as parallel arrays.
  public Spikes of(ElementId element, long from, long to) {
    Integer wanted = numbers.get(element);
    if (wanted == null) return new Spikes(new long[0], new int[0]);
    int number = wanted;
    int most = count(from, to);
    long[] foundSteps = new long[most];
    int[] foundNeurons = new int[most];
    int[] n = {0};
    forEach(
        from,
        to,
        (step, source, neuron) -> {
          if (source != number) return;
          foundSteps[n[0]] = step;
          foundNeurons[n[0]++] = neuron;
        });
    return new Spikes(Arrays.copyOf(foundSteps, n[0]), Arrays.copyOf(foundNeurons, n[0]));
  }

  /// A copy of some spikes of one element, in order of step.
  ///
  /// @param steps at whose ends they happened
  /// @param neurons whose they are; as long as `steps`
  public record Spikes(long[] steps, int[] neurons) {
    public int size() {
      return steps.length;
    }
  }
}
