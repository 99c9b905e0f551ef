package org.neurarium.visualization.colour;

/// Turns a number between 0 and 1 into a colour, so that equal steps of the number look like equal steps.
public final class ColourMap {

  private static final int SIZE = 256;

  /// Sixteen evenly spaced control points of viridis (Smith and van der Walt 2015, matplotlib; the values are in the public domain, CC0).
  private static final int[] VIRIDIS_POINTS = {
    0x440154, 0x481A6C, 0x472F7D, 0x414487, 0x39568C, 0x31688E, 0x2A788E, 0x23888E,
    0x1F988B, 0x22A884, 0x35B779, 0x54C568, 0x7AD151, 0xA5DB36, 0xD2E21B, 0xFDE725
  };

  /// Dark violet through green to yellow: even in lightness, readable in grey and with any colour vision.
  public static final ColourMap VIRIDIS = between(VIRIDIS_POINTS);

  /// Vermillion for 0, blue for 1, and a near-white middle, for signed numbers on a light ground.
  public static final ColourMap DIVERGING =
      between(
          0x8F3A00, 0xC65D12, 0xE39A63, 0xF3D2B9, 0xF4F3F2, 0xBBDAED, 0x69AFD9, 0x1F7FBC, 0x004F86);

  /// The same with a dark middle, for a dark ground.
  public static final ColourMap DIVERGING_ON_DARK =
      between(
          0xFFB07A, 0xF58A47, 0xBB6228, 0x6F4027, 0x2A2C31, 0x264C68, 0x2E78AB, 0x56A8E0, 0xA3D4F5);

  private final int[] colours = new int[SIZE];

  /// Interpolates between evenly spaced points in OKLab (Ottosson 2020), where straight lines look straight.
  private static ColourMap between(int... points) {
    ColourMap map = new ColourMap();
    for (int i = 0; i < SIZE; i++) {
      double at = i / (SIZE - 1.0) * (points.length - 1);
      int left = Math.min((int) at, points.length - 2);
      map.colours[i] = mix(points[left], points[left + 1], at - left);
    }
    return map;
  }

  private ColourMap() {}

  /// The opaque colour of a number; below 0 as 0, above 1 as 1, NaN is fully transparent.
  public int at(double x) {
    if (Double.isNaN(x)) return 0;
    return colours[(int) Math.round(Math.clamp(x, 0, 1) * (SIZE - 1))];
  }

  /// Mixes two colours in OKLab: all `a` at 0, all `b` at 1; the result is opaque.
  public static int mix(int a, int b, double share) {
    double[] from = toOkLab(a);
    double[] to = toOkLab(b);
    for (int i = 0; i < 3; i++) from[i] += (to[i] - from[i]) * share;
    return fromOkLab(from);
  }

  /// Perceived lightness, 0 black to 1 white (the L of OKLab).
  public static double lightness(int argb) {
    return toOkLab(argb)[0];
  }

  private static double[] toOkLab(int argb) {
    double r = linear(argb >> 16 & 0xFF);
    double g = linear(argb >> 8 & 0xFF);
    double b = linear(argb & 0xFF);
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static int fromOkLab(double[] lab) {
    double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
    double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
    double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
    int r = encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    int g = encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    int b = encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    return 0xFF000000 | r << 16 | g << 8 | b;
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int encoded(double linear) {
    double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(Math.clamp(c, 0, 1) * 255);
  }
}
