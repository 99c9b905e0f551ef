package org.neurarium.engine.compile;

import java.util.Set;

/// What neuromodulators do to a model, as far as its programs depend on it.
///
/// @param parameters ids of the parameters that are multiplied by a factor that changes in time
/// @param local of these, and of symbols such as `[DA]`, those that differ from target to target
public record Influences(Set<String> parameters, Set<String> local) {

  /// Nothing but concentrations that are the same everywhere.
  public static final Influences NONE = new Influences(Set.of(), Set.of());

  /// Multiplies all that a neuron is given, in a model without a parameter of that name.
  public static final String GAIN = "gain";

  public Influences {
    parameters = Set.copyOf(parameters);
    local = Set.copyOf(local);
  }

  private static final String FACTOR = "factor.";

  /// The symbol of the factor that changes a parameter; no name of a model looks like it.
  static String factor(String parameter) {
    return FACTOR + parameter;
  }

  /// The parameter that a factor changes; empty for other symbols.
  static String parameter(String symbol) {
    return symbol.startsWith(FACTOR) ? symbol.substring(FACTOR.length()) : "";
  }
}
