package org.neurarium.engine.network;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The synapses of one source (population or stimulus) with weights or delays of their own onto places of one worker's [Inbox], whichever projections they belong to.
///
/// A row is the synapses of one neuron of the source, in groups of equal delay, shortest first. A spike is kept until the longest delay is over; in each step every
/// kept spike delivers the group that is due. So all that arrives in a step is summed in one small array, while memory is read in order.
///
/// ```
/// row    group … end of row (2 bytes)
/// group  steps after the group before (2 bytes), how many synapses (4), synapse …
/// synapse  place, counted from the first one of these rows (2), weight as a float (4)
/// ```
///
/// A place receives in the order of delay, source and row, which is the same however places are shared out among workers. Used by its worker only, except between steps.
public final class SortedRows {

  /// Bytes of a synapse.
  public static final int SYNAPSE = 6;

  /// Bytes before the synapses of a group.
  public static final int HEAD = 6;

  /// Bytes at the end of a row.
  public static final int TAIL = 2;

  /// How many places a number of two bytes tells apart.
  public static final int PLACES = 1 << 16;

  /// The start of a row without synapses.
  public static final long NOTHING = -1;

  private static final char END = 0; // groups are at least one step apart
  private static final int OVER = Integer.MAX_VALUE;
  private static final VarHandle CHAR =
      MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private final int segment;
  private final double[] sums;
  private final int base;
  private final int least;
  private final int most;
  private final long[] starts;
  private final byte[][] chunks;

  // Kept spikes, by grid point: where the next group of each lies, and after how many steps it is due.
  private final long[][] cursors;
  private final int[][] due;
  private final int[] counts;
  private final int mask;
  private long delivered;

  /// Keeps what [#touch] reads from being dropped as useless.
  private int touched;

  /// Is shown synapses.
  @FunctionalInterface
  interface Visitor {
    /// @return whether to go on
    boolean synapse(int place, float weight, int delay);
  }

  /// Is shown what is under way.
  @FunctionalInterface
  interface UnderWay {
    void arrives(int stepsAhead, int place, float weight);
  }

  /// @param segment of the source in the directory
  /// @param inbox of the worker
  /// @param base the first place
  /// @param least shortest delay (steps)
  /// @param most longest delay (steps)
  /// @param epoch most steps between two exchanges of spikes
  /// @param starts by neuron of the source: number of the chunk in the upper half, place in it in the lower; or [#NOTHING]
  /// @param chunks rows as described above
  public SortedRows(
      int segment,
      Inbox inbox,
      int base,
      int least,
      int most,
      int epoch,
      long[] starts,
      byte[][] chunks) {
    this.segment = segment;
    sums = inbox.sums();
    this.base = base;
    this.least = least;
    this.most = most;
    this.starts = starts;
    this.chunks = chunks;
    int days = Integer.highestOneBit(most + epoch) << 1;
    cursors = new long[days][0];
    due = new int[days][0];
    counts = new int[days];
    mask = days - 1;
  }

  // ---- writing rows, while building

  /// Begins a group.
  ///
  /// @param after steps after the group before, or after the spike
  /// @return where its first synapse is to be written
  public static int writeHead(byte[] chunk, int at, int after, int synapses) {
    CHAR.set(chunk, at, (char) after);
    INT.set(chunk, at + 2, synapses);
    return at + HEAD;
  }

  /// Writes a synapse of a group.
  public static void write(byte[] chunk, int at, int place, double weight) {
    CHAR.set(chunk, at, (char) place);
    FLOAT.set(chunk, at + 2, (float) weight);
  }

  /// Ends a row.
  public static void writeTail(byte[] chunk, int at) {
    CHAR.set(chunk, at, END);
  }

  // ---- in a step

  /// At the end of an epoch: keeps a spike of a neuron at a grid point. Spikes come in the order of grid point and neuron.
  public void enter(long step, int neuron) {
    long start = starts[neuron];
    if (start == NOTHING) return;
    int day = (int) step & mask;
    int count = counts[day];
    if (count == cursors[day].length) {
      int room = Math.max(8, 2 * count);
      cursors[day] = Arrays.copyOf(cursors[day], room);
      due[day] = Arrays.copyOf(due[day], room);
    }
    cursors[day][count] = start + 2;
    due[day][count] = after(chunks[(int) (start >>> 32)], (int) start);
    counts[day] = count + 1;
  }

  private static int after(byte[] chunk, int at) {
    return (char) CHAR.get(chunk, at);
  }

  /// Before the neurons' step that ends at a grid point: adds what arrives there. A grid point that was delivered before is left alone.
  public void deliver(long step) {
    if (step <= delivered) return;
    delivered = step;
    for (int d = least; d <= most; d++) {
      int day = (int) (step - d) & mask;
      if (d < most) touch((day - 1) & mask, d + 1);
      int count = counts[day];
      if (count == 0) continue;
      long[] list = cursors[day];
      int[] next = due[day];
      for (int k = 0; k < count; k++) {
        if (next[k] != d) continue;
        long cursor = list[k];
        byte[] chunk = chunks[(int) (cursor >>> 32)];
        int end = deliver(chunk, (int) cursor, sums, base);
        int after = after(chunk, end);
        next[k] = after == END ? OVER : d + after;
        list[k] = cursor + (end + 2 - (int) cursor);
      }
      if (d == most) counts[day] = 0;
    }
  }

  private static int deliver(byte[] chunk, int at, double[] sums, int base) {
    int first = at + 4;
    int end = first + SYNAPSE * (int) INT.get(chunk, at);
    for (int k = first; k < end; k += SYNAPSE)
      sums[base + (char) CHAR.get(chunk, k)] += (float) FLOAT.get(chunk, k + 2);
    return end;
  }

  /// Reads from the groups of the grid point that comes next, so that the processor has begun to fetch them when they are needed.
  private void touch(int day, int d) {
    int count = counts[day];
    long[] list = cursors[day];
    int[] next = due[day];
    int sum = 0;
    for (int k = 0; k < count; k++)
      if (next[k] == d) sum += chunks[(int) (list[k] >>> 32)][(int) list[k]];
    touched = sum;
  }

  // ---- between steps

  /// Where its spikes come from: a number in the directory's entries.
  public int segment() {
    return segment;
  }

  /// Forgets what is under way and goes on from a step.
  public void begin(long step) {
    Arrays.fill(counts, 0);
    delivered = step;
  }

  /// Shows the synapses of a neuron of the source that lie in a range of places.
  ///
  /// @return whether it came to the end
  boolean each(int neuron, int firstPlace, int endPlace, Visitor visitor) {
    long start = starts[neuron];
    if (start == NOTHING) return true;
    byte[] chunk = chunks[(int) (start >>> 32)];
    int at = (int) start;
    int delay = 0;
    for (int after = after(chunk, at); after != END; after = after(chunk, at)) {
      delay += after;
      int end = at + HEAD + SYNAPSE * (int) INT.get(chunk, at + 2);
      for (at += HEAD; at < end; at += SYNAPSE) {
        int place = base + (char) CHAR.get(chunk, at);
        if (place >= firstPlace
            && place < endPlace
            && !visitor.synapse(place, (float) FLOAT.get(chunk, at + 2), delay)) return false;
      }
    }
    return true;
  }

  /// Sets the weights of all synapses that lie in a range of places.
  void setWeights(int firstPlace, int endPlace, double weight) {
    for (long start : starts) {
      if (start == NOTHING) continue;
      byte[] chunk = chunks[(int) (start >>> 32)];
      int at = (int) start;
      while (after(chunk, at) != END) {
        int end = at + HEAD + SYNAPSE * (int) INT.get(chunk, at + 2);
        for (at += HEAD; at < end; at += SYNAPSE) {
          int place = base + (char) CHAR.get(chunk, at);
          if (place >= firstPlace && place < endPlace) FLOAT.set(chunk, at + 2, (float) weight);
        }
      }
    }
  }

  /// Shows what kept spikes will still deliver.
  void underWay(UnderWay visitor) {
    for (int d = 1; d <= most; d++) {
      int day = (int) (delivered + 1 - d) & mask;
      for (int k = 0; k < counts[day]; k++) {
        byte[] chunk = chunks[(int) (cursors[day][k] >>> 32)];
        int at = (int) cursors[day][k];
        int delay = due[day][k];
        while (delay != OVER) {
          int end = at + 4 + SYNAPSE * (int) INT.get(chunk, at);
          for (int s = at + 4; s < end; s += SYNAPSE)
            visitor.arrives(
                delay - d + 1,
                base + (char) CHAR.get(chunk, s),
                (float) FLOAT.get(chunk, s + 2));
          int after = after(chunk, end);
          delay = after == END ? OVER : delay + after;
          at = end + 2;
        }
      }
    }
  }

  int longestDelay() {
    return most;
  }

  /// How many bytes they take.
  public long bytes() {
    long sum = 8L * starts.length + 28L * counts.length;
    for (byte[] chunk : chunks) sum += chunk.length;
    for (long[] day : cursors) sum += 12L * day.length;
    return sum;
  }
}
