package org.neurarium.circuits.sense;

/// In which order a scene shows what it has.
public enum Order {
  /// One after the other, then from the first again.
  IN_TURN,
  /// All of them once in an order drawn by lot, then all of them in another one.
  SHUFFLED,
  /// Each drawn by lot from all.
  RANDOM
}
