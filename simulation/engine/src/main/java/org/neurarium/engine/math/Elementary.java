package org.neurarium.engine.math;

/// Elementary functions that give the same bits everywhere. Errors are in units of the last place of the exact result.
///
/// They need a processor with a fused multiply-add (all since about 2013); without one they are right but slow.
public final class Elementary {

  /// 1.5·2^52: added to a number below 2^51 it rounds that to an integer, which then stands in the lowest bits.
  static final double SHIFT = 0x1.8p52;

  static final double LOG2_E = 0x1.71547652b82fep0;

  /// ln 2 in two parts, the first so short that its product with an exponent is exact.
  static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

  static final double LN2_LOW = 0x1.ef35793c76730p-45;

  // (exp(r) - 1 - r)/r² on |r| <= 0.34665; the fit's error is 2e-17 of expm1(r)
  static final double E0 = 0x1.0000000000004p-1;
  static final double E1 = 0x1.555555555555cp-3;
  static final double E2 = 0x1.55555555523f2p-5;
  static final double E3 = 0x1.111111110e83fp-7;
  static final double E4 = 0x1.6c16c17ea1dcap-10;
  static final double E5 = 0x1.a01a01b5674a1p-13;
  static final double E6 = 0x1.a019a7f5f73bep-16;
  static final double E7 = 0x1.71ddeaef744a6p-19;
  static final double E8 = 0x1.28a173420ec1cp-22;
  static final double E9 = 0x1.af7551d3d3008p-26;

  /// Beyond these exp is infinite or 0.
  static final double EXP_HIGH = 710;

  static final double EXP_LOW = -708.5;

  /// Below this expm1 is -1.
  static final double EXPM1_LOW = -50;

  /// Below this size expm1(x) is x.
  static final double EXPM1_SMALL = 0x1p-54;

  /// [#SHIFT] that leaves n + 1022, the bits of the exponent of 2^(n - 1); 0 for the least n.
  static final double POWER_SHIFT = SHIFT + 1022;

  // (2·atanh(s) - 2s)/s³ in powers of s² on |s| <= 0.1716
  static final double L0 = 0x1.5555555555558p-1;
  static final double L1 = 0x1.99999999951fep-2;
  static final double L2 = 0x1.2492492e07fc3p-2;
  static final double L3 = 0x1.c71c62cb05f96p-3;
  static final double L4 = 0x1.7462bba3dd0aap-3;
  static final double L5 = 0x1.39fd8805a9652p-3;
  static final double L6 = 0x1.2b621ee2f84e7p-3;

  /// The bits of sqrt(1/2), less 1024 in the exponent: subtracted from those of x they leave its exponent plus 1024.
  static final long LOG_OFFSET = 0x3fe6a09e667f3bcdL - (1024L << 52);

  /// The bits of 2^52; a small integer in the lowest bits is added by an "or".
  static final long TWO_52_BITS = 0x4330000000000000L;

  static final double LOG_BIAS = 0x1p52 + 1024;

  /// What subnormal numbers are multiplied with before their exponent is read.
  static final double TWO_54 = 0x1p54;

  static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;

  // π/2 in three parts
  static final double HALF_PI_1 = 0x1.921fb54442d18p0;
  static final double HALF_PI_2 = 0x1.1a62633145c07p-54;
  static final double HALF_PI_3 = -0x1.f1976b7ed8fbcp-110;

  /// From here on sine and cosine come from [StrictMath].
  static final double ANGLE_LIMIT = 0x1p30;

  // (sin(r) - r)/r³ in powers of r², |r| <= 0.7858
  static final double S0 = -0x1.555555555554bp-3;
  static final double S1 = 0x1.111111110fb74p-7;
  static final double S2 = -0x1.a01a019c5f44ap-13;
  static final double S3 = 0x1.71de35b103702p-19;
  static final double S4 = -0x1.ae5e8d73f4d72p-26;
  static final double S5 = 0x1.5d9d233638f21p-33;

  // (cos(r) - 1 + r²/2)/r⁴ in powers of r²
  static final double C0 = 0x1.5555555555554p-5;
  static final double C1 = -0x1.6c16c16c16217p-10;
  static final double C2 = 0x1.a01a019e3414ep-16;
  static final double C3 = -0x1.27e4f90f4cb3cp-22;
  static final double C4 = 0x1.1eea932534866p-29;
  static final double C5 = -0x1.90008201bf79ep-37;

  private Elementary() {}

  /// What [#exp] and [#exprel] are made of, for whoever writes them out.
  ///
  /// @param expm1 coefficients of (exp(r) - 1 - r)/r²
  public record Constants(
      double log2E,
      double ln2High,
      double ln2Low,
      double high,
      double expLow,
      double expm1Low,
      double powerShift,
      double... expm1) {}

  /// The constants of [#exp] and [#exprel].
  public static Constants constants() {
    return new Constants(
        LOG2_E,
        LN2_HIGH,
        LN2_LOW,
        EXP_HIGH,
        EXP_LOW,
        EXPM1_LOW,
        POWER_SHIFT,
        E0,
        E1,
        E2,
        E3,
        E4,
        E5,
        E6,
        E7,
        E8,
        E9);
  }

  /// 2^(n - 1), where n has been added to the constant that [#exp] and [#expm1] round with.
  public static double power(double shifted) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) << 52);
  }

  /// e^x, within 1.1 units in the last place from x = -707 on; 0 from where the result would be a subnormal number on (x < -708.05).
  ///
  /// x = n·ln 2 + r; e^x = 2·2^(n-1)·e^r.
  public static double exp(double x) {
    double shifted = Math.fma(x, LOG2_E, POWER_SHIFT);
    double n = shifted - POWER_SHIFT;
    double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    double p = expm1Reduced(r) + 1.0;
    double result = p * power(shifted) * 2.0;
    result = x > EXP_HIGH ? Double.POSITIVE_INFINITY : result;
    return x < EXP_LOW ? 0.0 : result;
  }

  /// e^r - 1 for |r| up to ln(2)/2, in an order that waits little for earlier results.
  private static double expm1Reduced(double r) {
    double r2 = r * r;
    double r4 = r2 * r2;
    double low = Math.fma(Math.fma(E3, r, E2), r2, Math.fma(E1, r, E0));
    double middle = Math.fma(Math.fma(E7, r, E6), r2, Math.fma(E5, r, E4));
    double high = Math.fma(Math.fma(E9, r, E8), r4, middle);
    return Math.fma(Math.fma(high, r4, low), r2, r);
  }

  /// e^x - 1, within 2 units in the last place, for small x too.
  ///
  /// With x = n·ln 2 + r it is 2·(2^(n-1)·(e^r - 1) + (2^(n-1) - 1/2)).
  public static double expm1(double x) {
    double shifted = Math.fma(x, LOG2_E, POWER_SHIFT);
    double n = shifted - POWER_SHIFT;
    double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    double p = expm1Reduced(r);
    double scale = power(shifted);
    double result = Math.fma(scale, p, scale - 0.5) * 2.0;
    result = x > EXP_HIGH ? Double.POSITIVE_INFINITY : result;
    result = x < EXPM1_LOW ? -1.0 : result;
    return Math.abs(x) < EXPM1_SMALL ? x : result;
  }

  /// (e^x - 1)/x, and 1 at 0; within 2.5 units in the last place. Infinite where e^x is.
  public static double exprel(double x) {
    double result = expm1(x) / x;
    result = x > EXP_HIGH ? Double.POSITIVE_INFINITY : result;
    return x == 0 ? 1.0 : result;
  }

  /// The natural logarithm, within 1 unit in the last place. That of 0 is -∞, of negative numbers NaN.
  ///
  /// x = 2^k·(1 + f) with 1 + f between sqrt(1/2) and sqrt(2); log(1 + f) = 2·atanh(s) with s = f/(2 + f).
  public static double log(double x) {
    boolean small = x < Double.MIN_NORMAL;
    long bits = Double.doubleToRawLongBits(small ? x * TWO_54 : x);
    long exponent = (bits - LOG_OFFSET) >>> 52;
    double k = Double.longBitsToDouble(exponent | TWO_52_BITS) - (small ? LOG_BIAS + 54 : LOG_BIAS);
    double f = Double.longBitsToDouble(bits - ((exponent - 1024) << 52)) - 1.0;
    double s = f / (f + 2.0);
    double z = s * s;
    double w = z * z;
    double even = Math.fma(Math.fma(Math.fma(L6, w, L4), w, L2), w, L0);
    double odd = Math.fma(Math.fma(L5, w, L3), w, L1);
    double tail = Math.fma(odd, z, even) * z;
    double square = f * 0.5 * f;
    double correction = Math.fma(square + tail, s, k * LN2_LOW);
    double result = Math.fma(k, LN2_HIGH, f - (square - correction));
    result = x < Double.POSITIVE_INFINITY ? result : x;
    result = x == 0 ? Double.NEGATIVE_INFINITY : result;
    return x < 0 ? Double.NaN : result;
  }

  /// The hyperbolic tangent, within 3 units in the last place: with t = expm1(-2|x|) its size is -t/(t + 2).
  public static double tanh(double x) {
    double t = expm1(Math.abs(x) * -2.0);
    return Math.copySign(t / (t + 2.0), x);
  }

  /// The sine of an angle in radians, within 1 unit in the last place.
  public static double sin(double x) {
    if (!(Math.abs(x) < ANGLE_LIMIT)) return StrictMath.sin(x);
    return turned(x, 0);
  }

  /// The cosine of an angle in radians, within 1 unit in the last place.
  public static double cos(double x) {
    if (!(Math.abs(x) < ANGLE_LIMIT)) return StrictMath.cos(x);
    return turned(x, 1);
  }

  /// sin(x + quarter·π/2). x = n·π/2 + r + tail; by n it is the sine or cosine of r, or the negative of one.
  private static double turned(double x, long quarter) {
    double shifted = Math.fma(x, TWO_OVER_PI, SHIFT);
    double n = shifted - SHIFT;
    long quadrant = Double.doubleToRawLongBits(shifted) + quarter;
    double exact = Math.fma(n, -HALF_PI_1, x);
    double part = n * HALF_PI_2;
    double r = exact - part;
    double shift = r - exact;
    double lost = (exact - (r - shift)) - (part + shift);
    double tail = Math.fma(n, -HALF_PI_3, lost - Math.fma(n, HALF_PI_2, -part));
    double z = r * r;
    double s = Math.fma(Math.fma(Math.fma(Math.fma(S5, z, S4), z, S3), z, S2), z, S1);
    double sine = r + Math.fma(Math.fma(s, z, S0), r * z, tail);
    sine = z == 0 ? r : sine; // keeps the sign of zero
    double c = Math.fma(Math.fma(Math.fma(Math.fma(C5, z, C4), z, C3), z, C2), z, C1);
    double half = z * 0.5;
    double near = 1.0 - half;
    double rest = Math.fma(Math.fma(c, z, C0), z * z, -(r * tail));
    double cosine = near + (((1.0 - near) - half) + rest);
    double value = (quadrant & 1) == 0 ? sine : cosine;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ ((quadrant & 2) << 62));
  }
}
