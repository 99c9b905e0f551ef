package org.neurarium.engine.network;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The synapses of one source (population or stimulus) with weights or delays of their own onto places of one worker's [Inbox], whichever projections they belong to.
///
/// A row is the synapses of one neuron of the source, in groups of equal delay, shortest first. A spike is kept until its last group is delivered; in each step every
/// kept spike delivers the group that is due. So all that arrives in a step is summed in one small array, while memory is read in order.
///
/// ```
/// row    group … end of row (2 bytes)
/// group  steps after the group before (2 bytes), how many synapses (4), synapse …
/// synapse  place, counted from the first one of these rows (2), weight as a float (4)
/// ```
///
/// A place receives in the order of spikes, by time and neuron, then of the row, which is the same however places are shared out among workers. Used by its worker only, except between steps.
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
  private static final int AHEAD = 8; // kept spikes; so long it takes to fetch from memory
  private static final VarHandle CHAR =
      MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private final int segment;
  private final double[] sums;
  private final int base;
  private final int longest;
  private final long[] starts;
  private final byte[][] chunks;

  // Kept spikes, by time and neuron: where the next group of each lies, and the grid point at which
  // it is due.
  private long[] cursors = new long[64];
  private long[] due = new long[64];
  private int kept;
  private long delivered;

  /// Keeps a read from being dropped as useless.
  @SuppressWarnings("unused")
  private int touched;

  /// Is shown synapses.
  @FunctionalInterface
  interface Visitor {
    /// Takes a look.
    ///
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
  /// @param longest the longest delay (steps)
  /// @param starts by neuron of the source: number of the chunk in the upper half, place in it in the lower; or [#NOTHING]
  /// @param chunks rows as described above
  public SortedRows(
      int segment, Inbox inbox, int base, int longest, long[] starts, byte[][] chunks) {
    this.segment = segment;
    sums = inbox.sums();
    this.base = base;
    this.longest = longest;
    this.starts = starts;
    this.chunks = chunks;
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
    if (kept == cursors.length) {
      cursors = Arrays.copyOf(cursors, 2 * kept);
      due = Arrays.copyOf(due, 2 * kept);
    }
    cursors[kept] = start + 2;
    due[kept++] = step + after(chunks[(int) (start >>> 32)], (int) start);
  }

  private static int after(byte[] chunk, int at) {
    return (char) CHAR.get(chunk, at);
  }

  /// Before the neurons' step that ends at a grid point: adds what arrives there. A grid point that was delivered before is left alone.
  public void deliver(long step) {
    if (step <= delivered) return;
    delivered = step;
    long[] at = cursors;
    long[] when = due;
    int count = kept;
    int stay = 0;
    int sum = 0;
    for (int k = 0; k < count; k++) {
      // Reads from a group that comes soon, so that the processor has fetched it when it is needed.
      int soon = k + AHEAD;
      if (soon < count && when[soon] == step)
        sum += chunks[(int) (at[soon] >>> 32)][(int) at[soon] + 4];
      long cursor = at[k];
      long next = when[k];
      if (next <= step) {
        byte[] chunk = chunks[(int) (cursor >>> 32)];
        int end = deliver(chunk, (int) cursor, sums, base);
        int after = after(chunk, end);
        if (after == END) continue;
        next += after;
        cursor += end + 2 - (int) cursor;
      }
      at[stay] = cursor;
      when[stay++] = next;
    }
    kept = stay;
    touched = sum;
  }

  private static int deliver(byte[] chunk, int at, double[] sums, int base) {
    int first = at + 4;
    int end = first + SYNAPSE * (int) INT.get(chunk, at);
    for (int k = first; k < end; k += SYNAPSE)
      sums[base + (char) CHAR.get(chunk, k)] += (float) FLOAT.get(chunk, k + 2);
    return end;
  }

  // ---- between steps

  /// Where its spikes come from: a number in the directory's entries.
  public int segment() {
    return segment;
  }

  /// Forgets what is under way and goes on from a step.
  public void begin(long step) {
    kept = 0;
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
    for (int k = 0; k < kept; k++) {
      byte[] chunk = chunks[(int) (cursors[k] >>> 32)];
      int at = (int) cursors[k];
      int ahead = (int) (due[k] - delivered);
      for (int after = -1; after != END; ) {
        int end = at + 4 + SYNAPSE * (int) INT.get(chunk, at);
        for (int s = at + 4; s < end; s += SYNAPSE)
          visitor.arrives(ahead, base + (char) CHAR.get(chunk, s), (float) FLOAT.get(chunk, s + 2));
        after = after(chunk, end);
        ahead += after;
        at = end + 2;
      }
    }
  }

  int longestDelay() {
    return longest;
  }

  /// How many bytes they take.
  public long bytes() {
    long sum = 8L * starts.length + 16L * cursors.length;
    for (byte[] chunk : chunks) sum += chunk.length;
    return sum;
  }
}
