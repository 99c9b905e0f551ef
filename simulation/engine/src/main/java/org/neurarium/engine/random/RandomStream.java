package org.neurarium.engine.random;

/// The draws that belong to one place (a neuron, a row of a wiring, a synapse), in order. Belongs to one thread.
///
/// A stream is moved to a place with [#at]; what it then gives depends on the key and the place alone.
public final class RandomStream {

  private final Philox philox;
  private int place0;
  private int place1;
  private int drawn;

  /// @param key from [RandomKey]
  public RandomStream(long key) {
    philox = new Philox(key);
  }

  /// Goes to the first draw of a place.
  public RandomStream at(int line, int position) {
    place0 = line;
    place1 = position;
    drawn = 0;
    return this;
  }

  /// The next 64 bits.
  public long nextBits() {
    if ((drawn & 1) == 0) philox.generate(drawn >>> 1, 0x5EED, place0, place1);
    return (drawn++ & 1) == 0 ? philox.firstBits() : philox.secondBits();
  }

  /// Evenly distributed in [0, 1).
  public double nextUniform() {
    return Philox.toUnit(nextBits());
  }

  /// Normally distributed with mean 0 and standard deviation 1.
  public double nextNormal() {
    return Normal.quantile(Philox.toOpenUnit(nextBits()));
  }

  /// Exponentially distributed with mean 1.
  public double nextExponential() {
    return -StrictMath.log(Philox.toOpenUnit(nextBits()));
  }

  /// A whole number in `0 … bound - 1`; the bias is below bound / 2^64.
  public long nextBelow(long bound) {
    return Math.unsignedMultiplyHigh(nextBits(), bound);
  }
}
