package org.neurarium.engine;

/// How many threads run a network. The spikes are the same for every number.
///
/// @param most at least 1
/// @param exactly whether to use that many even where fewer would be faster
public record Threads(int most, boolean exactly) {

  public Threads {
    if (most < 1) throw new IllegalArgumentException("at least one thread runs a network: " + most);
  }

  /// As many as are worth their waking, at most this many.
  public static Threads upTo(int most) {
    return new Threads(most, false);
  }

  /// Just this many.
  public static Threads exactly(int number) {
    return new Threads(number, true);
  }

  /// As many as are worth their waking, at most one for each processor.
  public static Threads automatic() {
    return upTo(Runtime.getRuntime().availableProcessors());
  }
}
