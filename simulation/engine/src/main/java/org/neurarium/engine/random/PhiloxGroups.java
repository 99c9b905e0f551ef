package org.neurarium.engine.random;

/// Draws 16 bits for each of many neurons at a step, as [Philox] does, many counters side by side, so that the compiler makes vector code of it.
///
/// A block of 128 bits serves eight neurons. Neurons are taken in groups of [#GROUP]: those of a group whose numbers have the same remainder by [#BLOCKS] share a
/// block, so that neighbours find their bits in neighbouring blocks. Belongs to one thread.
public final class PhiloxGroups {

  private static final int BLOCK_BITS = 6;
  private static final int BLOCKS = 1 << BLOCK_BITS;
  private static final int GROUP = 8 * BLOCKS;
  private static final int BATCH = 8; // groups
  private static final int PURPOSE = 2;
  private static final int MORE = 3;
  private static final long WORD = 0xFFFFFFFFL;
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final long WEYL_0 = 0x9E3779B9L;
  private static final long WEYL_1 = 0xBB67AE85L;

  private final long key0;
  private final long key1;
  private final Philox single;
  private final long[] word0 = new long[BATCH * BLOCKS];
  private final long[] word1 = new long[BATCH * BLOCKS];
  private final long[] word2 = new long[BATCH * BLOCKS];
  private final long[] word3 = new long[BATCH * BLOCKS];

  public PhiloxGroups(long key) {
    key0 = key & WORD;
    key1 = key >>> 32;
    single = new Philox(key);
  }

  /// Draws 16 bits for each of the neurons `from` to `to - 1` at a step. The bits of a neuron do not depend on where the range begins.
  ///
  /// @param into receives neuron i's bits at `i - from`
  public void halves(long step, int from, int to, char[] into) {
    int end = (to + GROUP - 1) / GROUP;
    for (int group = from / GROUP; group < end; group += BATCH) {
      int groups = Math.min(BATCH, end - group);
      generate(step, (long) group * BLOCKS, groups * BLOCKS);
      for (int g = 0; g < groups; g++) {
        int first = (group + g) * GROUP;
        copy(word0, g * BLOCKS, first, from, to, into);
        copy(word1, g * BLOCKS, first + 2 * BLOCKS, from, to, into);
        copy(word2, g * BLOCKS, first + 4 * BLOCKS, from, to, into);
        copy(word3, g * BLOCKS, first + 6 * BLOCKS, from, to, into);
      }
    }
  }

  /// The lower halves of a group's words go to as many neurons, the upper halves to as many more.
  private static void copy(long[] words, int at, int neuron, int from, int to, char[] into) {
    if (neuron >= from && neuron + 2 * BLOCKS <= to) {
      int low = neuron - from;
      for (int b = 0; b < BLOCKS; b++) into[low + b] = (char) words[at + b];
      int high = low + BLOCKS;
      for (int b = 0; b < BLOCKS; b++) into[high + b] = (char) (words[at + b] >>> 16);
      return;
    }
    int end = Math.min(neuron + 2 * BLOCKS, to);
    for (int i = Math.max(neuron, from); i < end; i++) {
      int b = i - neuron;
      into[i - from] = (char) (words[at + (b & (BLOCKS - 1))] >>> (b >> BLOCK_BITS << 4));
    }
  }

  private void generate(long step, long first, int count) {
    long low = step & WORD;
    long high = step >>> 32;
    for (int k = 0; k < count; k++) {
      word0[k] = low;
      word1[k] = high;
      word2[k] = first + k;
      word3[k] = PURPOSE;
    }
    long k0 = key0;
    long k1 = key1;
    for (int round = 0; round < 10; round++) {
      round(word0, word1, word2, word3, count, k0, k1);
      k0 = (k0 + WEYL_0) & WORD;
      k1 = (k1 + WEYL_1) & WORD;
    }
  }

  private static void round(
      long[] w0, long[] w1, long[] w2, long[] w3, int count, long k0, long k1) {
    for (int k = 0; k < count; k++) {
      long product0 = MULTIPLIER_0 * (w0[k] & WORD);
      long product1 = MULTIPLIER_1 * (w2[k] & WORD);
      long c0 = (product1 >>> 32) ^ w1[k] ^ k0;
      long c2 = (product0 >>> 32) ^ w3[k] ^ k1;
      w0[k] = c0;
      w1[k] = product1 & WORD;
      w2[k] = c2;
      w3[k] = product0 & WORD;
    }
  }

  /// A neuron's number at a step, evenly distributed in [0, 1) with 53 bits, that begins with the 16 bits it got from [#halves].
  public double refined(long step, int neuron, int half) {
    single.generate((int) step, (int) (step >>> 32), neuron, MORE);
    return Philox.toUnit((long) half << 48 | single.firstBits() >>> 16);
  }
}
