package org.neurarium.engine.math;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.neurarium.engine.math.Elementary.ANGLE_LIMIT;
import static org.neurarium.engine.math.Elementary.C0;
import static org.neurarium.engine.math.Elementary.C1;
import static org.neurarium.engine.math.Elementary.C2;
import static org.neurarium.engine.math.Elementary.C3;
import static org.neurarium.engine.math.Elementary.C4;
import static org.neurarium.engine.math.Elementary.C5;
import static org.neurarium.engine.math.Elementary.E0;
import static org.neurarium.engine.math.Elementary.E1;
import static org.neurarium.engine.math.Elementary.E2;
import static org.neurarium.engine.math.Elementary.E3;
import static org.neurarium.engine.math.Elementary.E4;
import static org.neurarium.engine.math.Elementary.E5;
import static org.neurarium.engine.math.Elementary.E6;
import static org.neurarium.engine.math.Elementary.E7;
import static org.neurarium.engine.math.Elementary.E8;
import static org.neurarium.engine.math.Elementary.E9;
import static org.neurarium.engine.math.Elementary.EXPM1_LOW;
import static org.neurarium.engine.math.Elementary.EXPM1_SMALL;
import static org.neurarium.engine.math.Elementary.EXP_HIGH;
import static org.neurarium.engine.math.Elementary.EXP_LOW;
import static org.neurarium.engine.math.Elementary.HALF_PI_1;
import static org.neurarium.engine.math.Elementary.HALF_PI_2;
import static org.neurarium.engine.math.Elementary.HALF_PI_3;
import static org.neurarium.engine.math.Elementary.L0;
import static org.neurarium.engine.math.Elementary.L1;
import static org.neurarium.engine.math.Elementary.L2;
import static org.neurarium.engine.math.Elementary.L3;
import static org.neurarium.engine.math.Elementary.L4;
import static org.neurarium.engine.math.Elementary.L5;
import static org.neurarium.engine.math.Elementary.L6;
import static org.neurarium.engine.math.Elementary.LN2_HIGH;
import static org.neurarium.engine.math.Elementary.LN2_LOW;
import static org.neurarium.engine.math.Elementary.LOG2_E;
import static org.neurarium.engine.math.Elementary.LOG_BIAS;
import static org.neurarium.engine.math.Elementary.LOG_OFFSET;
import static org.neurarium.engine.math.Elementary.POWER_SHIFT;
import static org.neurarium.engine.math.Elementary.S0;
import static org.neurarium.engine.math.Elementary.S1;
import static org.neurarium.engine.math.Elementary.S2;
import static org.neurarium.engine.math.Elementary.S3;
import static org.neurarium.engine.math.Elementary.S4;
import static org.neurarium.engine.math.Elementary.S5;
import static org.neurarium.engine.math.Elementary.SHIFT;
import static org.neurarium.engine.math.Elementary.TWO_52_BITS;
import static org.neurarium.engine.math.Elementary.TWO_54;
import static org.neurarium.engine.math.Elementary.TWO_OVER_PI;

import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// [Elementary] for all lanes of a vector: in each lane the bits of the scalar function, whatever the vector's width. Line by line the same operations.
///
/// The methods are small enough for the optimising compiler to inline; until it has done so they are slow and allocate. The rest of the engine works without this
/// class, as the module `jdk.incubator.vector` need not be there.
@SuppressWarnings("exports") // callers have the module of DoubleVector, or they do not call
public final class VectorElementary {

  private static final long SIGN = Long.MIN_VALUE;

  private static final double TWO_52 = 0x1p52;

  private VectorElementary() {}

  /// As [Elementary#exp].
  public static DoubleVector exp(DoubleVector x) {
    DoubleVector shifted = x.fma(x.broadcast(LOG2_E), x.broadcast(POWER_SHIFT));
    DoubleVector n = shifted.sub(POWER_SHIFT);
    DoubleVector p = expm1Reduced(reduced(x, n)).add(1.0);
    DoubleVector scale = shifted.reinterpretAsLongs().lanewise(LSHL, 52).reinterpretAsDoubles();
    DoubleVector result = p.mul(scale).mul(2.0);
    result = result.blend(Double.POSITIVE_INFINITY, x.compare(GT, EXP_HIGH));
    return result.blend(0.0, x.compare(LT, EXP_LOW));
  }

  /// x - n·ln 2.
  private static DoubleVector reduced(DoubleVector x, DoubleVector n) {
    return n.fma(n.broadcast(-LN2_LOW), n.fma(n.broadcast(-LN2_HIGH), x));
  }

  private static DoubleVector expm1Reduced(DoubleVector r) {
    DoubleVector r2 = r.mul(r);
    DoubleVector r4 = r2.mul(r2);
    DoubleVector low =
        r.fma(r.broadcast(E3), r.broadcast(E2)).fma(r2, r.fma(r.broadcast(E1), r.broadcast(E0)));
    DoubleVector middle =
        r.fma(r.broadcast(E7), r.broadcast(E6)).fma(r2, r.fma(r.broadcast(E5), r.broadcast(E4)));
    DoubleVector high = r.fma(r.broadcast(E9), r.broadcast(E8)).fma(r4, middle);
    return high.fma(r4, low).fma(r2, r);
  }

  /// As [Elementary#expm1].
  public static DoubleVector expm1(DoubleVector x) {
    DoubleVector shifted = x.fma(x.broadcast(LOG2_E), x.broadcast(POWER_SHIFT));
    DoubleVector n = shifted.sub(POWER_SHIFT);
    DoubleVector p = expm1Reduced(reduced(x, n));
    DoubleVector scale = shifted.reinterpretAsLongs().lanewise(LSHL, 52).reinterpretAsDoubles();
    DoubleVector result = scale.fma(p, scale.sub(0.5)).mul(2.0);
    result = result.blend(Double.POSITIVE_INFINITY, x.compare(GT, EXP_HIGH));
    result = result.blend(-1.0, x.compare(LT, EXPM1_LOW));
    return result.blend(x, x.lanewise(ABS).compare(LT, EXPM1_SMALL));
  }

  /// As [Elementary#exprel].
  public static DoubleVector exprel(DoubleVector x) {
    DoubleVector result = expm1(x).div(x);
    result = result.blend(Double.POSITIVE_INFINITY, x.compare(GT, EXP_HIGH));
    return result.blend(1.0, x.compare(EQ, 0.0));
  }

  /// As [Elementary#log].
  public static DoubleVector log(DoubleVector x) {
    VectorMask<Double> small = x.compare(LT, Double.MIN_NORMAL);
    LongVector bits = x.blend(x.mul(TWO_54), small).reinterpretAsLongs();
    LongVector exponent = bits.sub(LOG_OFFSET).lanewise(LSHR, 52);
    DoubleVector bias = x.broadcast(LOG_BIAS).blend(LOG_BIAS + 54, small);
    DoubleVector k = exponent.or(TWO_52_BITS).reinterpretAsDoubles().sub(bias);
    DoubleVector f =
        bits.sub(exponent.sub(1024).lanewise(LSHL, 52)).reinterpretAsDoubles().sub(1.0);
    DoubleVector result = log(k, f);
    result = x.blend(result, x.compare(LT, Double.POSITIVE_INFINITY));
    result = result.blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0.0));
    return result.blend(Double.NaN, x.compare(LT, 0.0));
  }

  /// The logarithm of 2^k·(1 + f). Apart, as the compiler inlines no large methods.
  private static DoubleVector log(DoubleVector k, DoubleVector f) {
    DoubleVector s = f.div(f.add(2.0));
    DoubleVector z = s.mul(s);
    DoubleVector w = z.mul(z);
    DoubleVector even =
        w.fma(w.broadcast(L6), w.broadcast(L4)).fma(w, w.broadcast(L2)).fma(w, w.broadcast(L0));
    DoubleVector odd = w.fma(w.broadcast(L5), w.broadcast(L3)).fma(w, w.broadcast(L1));
    DoubleVector tail = odd.fma(z, even).mul(z);
    DoubleVector square = f.mul(0.5).mul(f);
    DoubleVector correction = square.add(tail).fma(s, k.mul(LN2_LOW));
    return k.fma(k.broadcast(LN2_HIGH), f.sub(square.sub(correction)));
  }

  /// As [Elementary#tanh].
  public static DoubleVector tanh(DoubleVector x) {
    DoubleVector t = expm1(x.lanewise(ABS).mul(-2.0));
    LongVector sign = x.reinterpretAsLongs().and(SIGN);
    LongVector size = t.div(t.add(2.0)).reinterpretAsLongs().and(~SIGN);
    return size.or(sign).reinterpretAsDoubles();
  }

  /// As [Elementary#sin]. Allocates when an angle is 2^30 or more.
  public static DoubleVector sin(DoubleVector x) {
    DoubleVector near = turned(x, 0);
    VectorMask<Double> far = x.lanewise(ABS).compare(LT, ANGLE_LIMIT).not();
    return far.anyTrue() ? farSin(near, x, far) : near;
  }

  /// As [Elementary#cos]. Allocates when an angle is 2^30 or more.
  public static DoubleVector cos(DoubleVector x) {
    DoubleVector near = turned(x, 1);
    VectorMask<Double> far = x.lanewise(ABS).compare(LT, ANGLE_LIMIT).not();
    return far.anyTrue() ? farCos(near, x, far) : near;
  }

  /// Takes the sine of far angles from [StrictMath].
  public static DoubleVector farSin(DoubleVector near, DoubleVector x, VectorMask<Double> far) {
    return near.blend(each(x, StrictMath::sin), far);
  }

  /// Takes the cosine of far angles from [StrictMath].
  public static DoubleVector farCos(DoubleVector near, DoubleVector x, VectorMask<Double> far) {
    return near.blend(each(x, StrictMath::cos), far);
  }

  private static DoubleVector each(DoubleVector x, DoubleUnaryOperator function) {
    double[] lanes = x.toArray();
    for (int k = 0; k < lanes.length; k++) lanes[k] = function.applyAsDouble(lanes[k]);
    return DoubleVector.fromArray(x.species(), lanes, 0);
  }

  /// As [Math#floor(double)]. Adding and subtracting 2^52 rounds the size; what came out above x is one too much.
  public static DoubleVector floor(DoubleVector x) {
    DoubleVector size = x.lanewise(ABS);
    LongVector sign = x.reinterpretAsLongs().and(SIGN);
    DoubleVector rounded =
        size.add(TWO_52).sub(TWO_52).reinterpretAsLongs().or(sign).reinterpretAsDoubles();
    rounded = rounded.blend(rounded.sub(1.0), rounded.compare(GT, x));
    return x.blend(rounded, size.compare(LT, TWO_52));
  }

  private static DoubleVector turned(DoubleVector x, long quarter) {
    DoubleVector shifted = x.fma(x.broadcast(TWO_OVER_PI), x.broadcast(SHIFT));
    DoubleVector n = shifted.sub(SHIFT);
    LongVector quadrant = shifted.reinterpretAsLongs().add(quarter);
    DoubleVector exact = n.fma(n.broadcast(-HALF_PI_1), x);
    DoubleVector part = n.mul(HALF_PI_2);
    DoubleVector r = exact.sub(part);
    DoubleVector shift = r.sub(exact);
    DoubleVector lost = exact.sub(r.sub(shift)).sub(part.add(shift));
    DoubleVector tail =
        n.fma(n.broadcast(-HALF_PI_3), lost.sub(n.fma(n.broadcast(HALF_PI_2), part.neg())));
    DoubleVector z = r.mul(r);
    DoubleVector sine = sine(r, z, tail);
    DoubleVector cosine = cosine(r, z, tail);
    VectorMask<Long> odd = quadrant.and(1).compare(NE, 0);
    LongVector value = sine.reinterpretAsLongs().blend(cosine.reinterpretAsLongs(), odd);
    return value.lanewise(XOR, quadrant.and(2).lanewise(LSHL, 62)).reinterpretAsDoubles();
  }

  private static DoubleVector sine(DoubleVector r, DoubleVector z, DoubleVector tail) {
    DoubleVector s =
        z.fma(z.broadcast(S5), z.broadcast(S4))
            .fma(z, z.broadcast(S3))
            .fma(z, z.broadcast(S2))
            .fma(z, z.broadcast(S1));
    DoubleVector sine = r.add(s.fma(z, z.broadcast(S0)).fma(r.mul(z), tail));
    return sine.blend(r, z.compare(EQ, 0.0));
  }

  private static DoubleVector cosine(DoubleVector r, DoubleVector z, DoubleVector tail) {
    DoubleVector c =
        z.fma(z.broadcast(C5), z.broadcast(C4))
            .fma(z, z.broadcast(C3))
            .fma(z, z.broadcast(C2))
            .fma(z, z.broadcast(C1));
    DoubleVector half = z.mul(0.5);
    DoubleVector near = z.broadcast(1.0).sub(half);
    DoubleVector rest = c.fma(z, z.broadcast(C0)).fma(z.mul(z), r.mul(tail).neg());
    return near.add(z.broadcast(1.0).sub(near).sub(half).add(rest));
  }
}
