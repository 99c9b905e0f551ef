package org.neurarium.circuits.file;

/// Reads decimal numbers straight from characters, correctly rounded, as fast as lists with millions of rows need.
final class Decimals {

  /// Powers of ten that a double holds exactly.
  private static final double[] POWERS = new double[23];

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++, power *= 10) POWERS[i] = power;
  }

  private Decimals() {}

  /// The number in `text[from, to)`; NaN when it is none, infinite when it is too large.
  ///
  /// @param comma whether a comma is a decimal mark too
  static double parse(char[] text, int from, int to, boolean comma) {
    int i = from;
    boolean negative = i < to && (text[i] == '-' || text[i] == '−');
    if (negative || (i < to && text[i] == '+')) i++;
    long digits = 0;
    int count = 0; // significant digits, of which 19 fit
    int scale = 0;
    boolean mark = false;
    boolean any = false;
    for (; i < to; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        any = true;
        if (count < 19) digits = digits * 10 + (c - '0');
        if (digits != 0) count++;
        if (mark) scale--;
      } else if (!mark && (c == '.' || (comma && c == ','))) mark = true;
      else break;
    }
    if (!any) return Double.NaN;
    if (i < to && (text[i] == 'e' || text[i] == 'E')) {
      int exponent = 0;
      i++;
      boolean down = i < to && text[i] == '-';
      if (down || (i < to && text[i] == '+')) i++;
      if (i == to) return Double.NaN;
      for (; i < to && text[i] >= '0' && text[i] <= '9'; i++)
        exponent = Math.min(exponent * 10 + text[i] - '0', 99_999);
      scale += down ? -exponent : exponent;
    }
    if (i < to) return Double.NaN;
    if (count < 19 && digits <= 1L << 53 && Math.abs(scale) < POWERS.length) {
      // Both operands are exact, so the one operation rounds correctly (Clinger 1990).
      double value = scale < 0 ? digits / POWERS[-scale] : digits * POWERS[scale];
      return negative ? -value : value;
    }
    return Double.parseDouble(
        new String(text, from, to - from).replace(',', '.').replace('−', '-'));
  }
}
