package org.neurarium.engine.build;

import java.util.Arrays;
import org.neurarium.engine.network.SortedRows;

/// Writes rows as [SortedRows] reads them, row by row: collects the synapses of a source, sorts them by delay without changing the order of those with the same, and packs them.
///
/// One for each builder. What it writes goes into chunks of its own.
final class RowWriter {

  private static final int FIRST_CHUNK = 1 << 16;
  private static final int CHUNK = (1 << 24) - 16; // with its header a whole number of pages

  private final SortedBundle into;
  private final Chunk[] chunks;
  private final int[][] groups;
  private final int[] least;
  private final int[] most;
  private int size;
  private int[] places = new int[1024];
  private char[] delays = new char[1024];
  private double[] weights = new double[1024];

  private static final class Chunk {
    byte[] bytes = {};
    int used;
    int number = -1;
  }

  RowWriter(SortedBundle into) {
    this.into = into;
    int slots = into.slots();
    chunks = new Chunk[slots];
    Arrays.setAll(chunks, _ -> new Chunk());
    groups = new int[slots][64];
    least = new int[slots];
    most = new int[slots];
    Arrays.fill(least, Integer.MAX_VALUE);
  }

  /// Adds a synapse to the present row.
  ///
  /// @param slot of the rows it goes to
  /// @param place counted from the first place of these rows
  /// @param delay (steps)
  void add(int slot, int place, int delay, double weight) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
      delays = Arrays.copyOf(delays, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    places[size] = slot << 16 | place;
    delays[size] = (char) delay;
    weights[size++] = weight;
    if (delay >= groups[slot].length) groups[slot] = Arrays.copyOf(groups[slot], 2 * delay);
    groups[slot][delay]++;
    least[slot] = Math.min(least[slot], delay);
    most[slot] = Math.max(most[slot], delay);
  }

  /// Ends the present row.
  ///
  /// @param source whose synapses they are
  void write(int source) {
    for (int slot = 0; slot < chunks.length; slot++)
      if (least[slot] <= most[slot]) open(slot, source);
    for (int k = 0; k < size; k++) {
      int slot = places[k] >>> 16;
      int at = groups[slot][delays[k]];
      SortedRows.write(chunks[slot].bytes, at, places[k], weights[k]);
      groups[slot][delays[k]] = at + SortedRows.SYNAPSE;
    }
    for (int slot = 0; slot < chunks.length; slot++) {
      if (least[slot] > most[slot]) continue;
      Arrays.fill(groups[slot], least[slot], most[slot] + 1, 0);
      least[slot] = Integer.MAX_VALUE;
      most[slot] = 0;
    }
    size = 0;
  }

  /// Makes room for a row, writes the heads of its groups, and turns their sizes into where their synapses go.
  private void open(int slot, int source) {
    int[] group = groups[slot];
    long bytes = SortedRows.TAIL;
    for (int d = least[slot]; d <= most[slot]; d++)
      if (group[d] > 0) bytes += SortedRows.HEAD + (long) SortedRows.SYNAPSE * group[d];
    Chunk chunk = room(slot, Math.toIntExact(bytes));
    int at = chunk.used;
    into.begin(slot, source, chunk.number, at);
    int last = 0;
    for (int d = least[slot]; d <= most[slot]; d++) {
      int n = group[d];
      if (n == 0) continue;
      at = SortedRows.writeHead(chunk.bytes, at, d - last, n);
      group[d] = at;
      at += SortedRows.SYNAPSE * n;
      last = d;
    }
    SortedRows.writeTail(chunk.bytes, at);
    chunk.used = at + SortedRows.TAIL;
  }

  private Chunk room(int slot, int bytes) {
    Chunk chunk = chunks[slot];
    if (chunk.bytes.length - chunk.used >= bytes) return chunk;
    int length = Math.clamp(2L * chunk.bytes.length, FIRST_CHUNK, CHUNK);
    close(slot);
    chunk.bytes = new byte[Math.max(length, bytes)];
    chunk.used = 0;
    chunk.number = into.claim(slot);
    return chunk;
  }

  private void close(int slot) {
    Chunk chunk = chunks[slot];
    if (chunk.number < 0) return;
    boolean full = chunk.bytes.length - chunk.used < chunk.bytes.length / 64;
    into.put(slot, chunk.number, full ? chunk.bytes : Arrays.copyOf(chunk.bytes, chunk.used));
    chunk.number = -1;
    chunk.bytes = new byte[0];
  }

  /// Hands over what is written.
  void close() {
    for (int slot = 0; slot < chunks.length; slot++) close(slot);
  }
}
