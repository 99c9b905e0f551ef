package org.neurarium.circuits.formula;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The functions that a model may call, and no others.
public enum Function {
  EXP(1, "e to the x"),
  LOG(1, "natural logarithm"),
  TANH(1, "hyperbolic tangent"),
  SIN(1, "sine of an angle in radians"),
  COS(1, "cosine of an angle in radians"),
  SQRT(1, "square root"),
  ABS(1, "size without sign"),
  FLOOR(1, "largest whole number not above x"),
  EXPM1(1, "exp(x) - 1, exact for small x"),
  EXPREL(1, "(exp(x) - 1)/x, and 1 at 0"),
  LOGISTIC(1, "1/(1 + exp(-x))"),
  POSITIVE(1, "x where it is above 0, else 0"),
  MIN(2, "the smaller one"),
  MAX(2, "the larger one"),
  CLIP(3, "x, but not below the second nor above the third"),
  IF(3, "the second where the first is true, else the third"),
  UNIFORM(0, "a fresh random number, even between 0 and 1"),
  NORMAL(0, "a fresh normally distributed random number, mean 0, variance 1");

  private final int arity;
  private final String summary;

  Function(int arity, String summary) {
    this.arity = arity;
    this.summary = summary;
  }

  /// How many arguments it takes.
  public int arity() {
    return arity;
  }

  /// What it gives, for a list of completions.
  public String summary() {
    return summary;
  }

  /// As it is written.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it gives something else each time.
  public boolean isRandom() {
    return this == UNIFORM || this == NORMAL;
  }

  /// The function with this name.
  public static Optional<Function> find(String name) {
    return Arrays.stream(values()).filter(f -> f.id().equals(name)).findFirst();
  }
}
