package org.neurarium.engine.random;

/// The counter-based generator Philox4x32-10 of Salmon, Moraes, Dror and Shaw (2011), doi:10.1145/2063384.2063405.
///
/// A counter of four words is scrambled in ten rounds under a key of two words; neighbouring counters give independent words.
/// One object holds the last result so that nothing is allocated; it belongs to one thread. What is drawn depends
/// on key and counter alone, never on what was drawn before.
public final class Philox {

  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final long WORD = 0xFFFFFFFFL;
  private static final double TO_UNIT = 0x1p-53;

  private final int key0;
  private final int key1;
  private int word0;
  private int word1;
  private int word2;
  private int word3;

  public Philox(long key) {
    key0 = (int) key;
    key1 = (int) (key >>> 32);
  }

  /// Computes the four words that belong to a counter.
  public void generate(int counter0, int counter1, int counter2, int counter3) {
    int c0 = counter0;
    int c1 = counter1;
    int c2 = counter2;
    int c3 = counter3;
    int k0 = key0;
    int k1 = key1;
    for (int round = 0; round < 10; round++) {
      long product0 = MULTIPLIER_0 * (c0 & WORD);
      long product1 = MULTIPLIER_1 * (c2 & WORD);
      c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
      c1 = (int) product1;
      c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
      c3 = (int) product0;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    word0 = c0;
    word1 = c1;
    word2 = c2;
    word3 = c3;
  }

  /// Word 0 to 3 of the last result.
  public int word(int index) {
    return switch (index) {
      case 0 -> word0;
      case 1 -> word1;
      case 2 -> word2;
      case 3 -> word3;
      default -> throw new IllegalArgumentException("a word is one of 0..3: " + index);
    };
  }

  /// The first two words as one.
  public long firstBits() {
    return ((long) word1 << 32) | (word0 & WORD);
  }

  /// The last two words as one.
  public long secondBits() {
    return ((long) word3 << 32) | (word2 & WORD);
  }

  /// Draws a number for each of the neurons `from` to `to - 1` at a step, evenly distributed in [0, 1) with 53 bits.
  ///
  /// The number of a neuron does not depend on where the range begins: neurons 2j and 2j + 1 share the counter
  /// (step, j).
  ///
  /// @param into receives neuron i's number at `i - from`
  public void uniforms(long step, int from, int to, double[] into) {
    int low = (int) step;
    int high = (int) (step >>> 32);
    int at = 0;
    int i = from;
    if ((i & 1) == 1 && i < to) {
      generate(low, high, i >> 1, 0);
      into[at++] = toUnit(secondBits());
      i++;
    }
    for (; i + 1 < to; i += 2) {
      generate(low, high, i >> 1, 0);
      into[at] = toUnit(firstBits());
      into[at + 1] = toUnit(secondBits());
      at += 2;
    }
    if (i < to) {
      generate(low, high, i >> 1, 0);
      into[at] = toUnit(firstBits());
    }
  }

  /// Draws 32 bits for each of the neurons `from` to `to - 1` at a step: enough for most decisions, at a quarter of a block each. Where they are not,
  /// [#refined] gives more.
  ///
  /// The bits of a neuron do not depend on where the range begins: neurons 4j to 4j + 3 share the counter (step, j).
  ///
  /// @param into receives neuron i's bits at `i - from`
  public void words(long step, int from, int to, int[] into) {
    int low = (int) step;
    int high = (int) (step >>> 32);
    int n = to - from;
    for (int at = (from & ~3) - from; at < n; at += 4) {
      generate(low, high, (from + at) >> 2, 0);
      if (at >= 0 && at + 4 <= n) {
        into[at] = word0;
        into[at + 1] = word1;
        into[at + 2] = word2;
        into[at + 3] = word3;
      } else {
        for (int k = 0; k < 4; k++) if (at + k >= 0 && at + k < n) into[at + k] = word(k);
      }
    }
  }

  /// A neuron's number at a step, evenly distributed in [0, 1) with 53 bits, that begins with the 32 bits it got from [#words].
  public double refined(long step, int neuron, int word) {
    generate((int) step, (int) (step >>> 32), neuron >> 2, 1);
    return toUnit(((long) word << 32) | (word(neuron & 3) & WORD));
  }

  /// The top 53 bits as a number in [0, 1).
  public static double toUnit(long bits) {
    return (bits >>> 11) * TO_UNIT;
  }

  /// The top 52 bits as a number in (0, 1), never 0 and never 1.
  public static double toOpenUnit(long bits) {
    return ((bits >>> 12) + 0.5) * 0x1p-52;
  }
}
