package org.neurarium.engine.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorElementaryTest {

  private record Pair(
      String name, DoubleUnaryOperator scalar, UnaryOperator<DoubleVector> vector) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("exp", Elementary::exp, VectorElementary::exp),
          new Pair("log", Elementary::log, VectorElementary::log),
          new Pair("tanh", Elementary::tanh, VectorElementary::tanh),
          new Pair("expm1", Elementary::expm1, VectorElementary::expm1),
          new Pair("exprel", Elementary::exprel, VectorElementary::exprel),
          new Pair("sin", Elementary::sin, VectorElementary::sin),
          new Pair("cos", Elementary::cos, VectorElementary::cos),
          new Pair("floor", Math::floor, VectorElementary::floor));

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    710,
    709.7,
    -708,
    -708.1,
    -708.5,
    -709,
    -50,
    0x1p-54,
    0x1p30,
    -0x1p30,
    0x1p52,
    -0x1p51,
    0.5,
    -0.5,
    1,
    -1
  };

  static Stream<VectorSpecies<Double>> widths() {
    return Stream.of(
        DoubleVector.SPECIES_64,
        DoubleVector.SPECIES_128,
        DoubleVector.SPECIES_256,
        DoubleVector.SPECIES_512);
  }

  @ParameterizedTest
  @MethodSource("widths")
  void lanesHaveTheBitsOfTheScalarFunctions(VectorSpecies<Double> species) {
    SplittableRandom random = new SplittableRandom(species.length());
    double[] arguments = new double[4096];
    for (int k = 0; k < arguments.length; k++)
      arguments[k] =
          switch (k % 3) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextDouble(-1000, 1000);
            default -> random.nextDouble(-3, 3);
          };
    System.arraycopy(SPECIAL, 0, arguments, 0, SPECIAL.length);
    double[] lanes = new double[species.length()];
    for (Pair pair : PAIRS)
      for (int k = 0; k < arguments.length; k += lanes.length) {
        pair.vector().apply(DoubleVector.fromArray(species, arguments, k)).intoArray(lanes, 0);
        for (int lane = 0; lane < lanes.length; lane++) {
          double x = arguments[k + lane];
          assertEquals(
              Double.doubleToLongBits(pair.scalar().applyAsDouble(x)),
              Double.doubleToLongBits(lanes[lane]),
              () -> pair.name() + "(" + x + ")");
        }
      }
  }
}
