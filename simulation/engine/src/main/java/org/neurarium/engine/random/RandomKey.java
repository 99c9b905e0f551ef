package org.neurarium.engine.random;

import java.nio.charset.StandardCharsets;
import org.neurarium.circuits.ElementId;

/// Makes the key under which an element draws for one purpose.
///
/// The key is a stable hash of the seed, the element's lasting id and the purpose. It depends on nothing else in the
/// circuit, so an element keeps its numbers when others come and go.
public final class RandomKey {

  private RandomKey() {}

  /// The key for a purpose such as `wiring` or `parameter:tau_m`.
  public static long of(long seed, ElementId element, String purpose) {
    long hash = mix(seed + 0x9E3779B97F4A7C15L);
    hash = absorb(hash, element.text());
    return absorb(hash, purpose);
  }

  /// FNV-1a over the text, then the SplitMix64 finalizer (doi:10.1145/2660193.2660195), which spreads every bit over the whole key.
  private static long absorb(long start, String text) {
    long hash = start;
    for (byte b : text.getBytes(StandardCharsets.UTF_8))
      hash = (hash ^ (b & 0xff)) * 0x100000001B3L;
    return mix(hash ^ 0xff);
  }

  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return y ^ (y >>> 31);
  }
}
