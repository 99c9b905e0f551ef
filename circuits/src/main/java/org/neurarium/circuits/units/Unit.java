package org.neurarium.circuits.units;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.text.DidYouMean;

/// A unit of measurement: how it is written, what it measures, and its size in engine units.
///
/// @param symbol the way it is written, such as `mV` or `uA/cm^2`; empty for a pure number
/// @param dimension what it measures
/// @param scale how many coherent engine units (mV, ms, pA, um, uM and their products) one of it is
public record Unit(String symbol, Dimension dimension, double scale) {

  /// The unit of a pure number.
  public static final Unit NONE = new Unit("", Dimension.NONE, 1);

  private static final Map<String, Unit> KNOWN = known();

  public static final Unit MILLIVOLT = of("mV");
  public static final Unit MILLISECOND = of("ms");
  public static final Unit SECOND = of("s");
  public static final Unit PICOAMPERE = of("pA");
  public static final Unit NANOSIEMENS = of("nS");
  public static final Unit PICOFARAD = of("pF");
  public static final Unit HERTZ = of("Hz");
  public static final Unit MICROMETRE = of("um");

  /// Finds a unit by its symbol, or makes one of a product such as `uA/cm^2`, `nS*mV` or `1/ms`; `µ` and `μ` are read as `u`, `Ω` and `ohm` as `Ohm`,
  /// `1` and the empty text as a pure number.
  public static Optional<Unit> find(String symbol) {
    String plain =
        symbol
            .strip()
            .replace('µ', 'u')
            .replace('μ', 'u')
            .replace("Ω", "Ohm")
            .replace("ohm", "Ohm");
    Unit known = KNOWN.get(plain);
    return known != null ? Optional.of(known) : UnitProduct.read(plain);
  }

  /// The unit with this symbol, for code that names one itself.
  ///
  /// @throws IllegalArgumentException if there is no such unit
  public static Unit of(String symbol) {
    return find(symbol)
        .orElseThrow(() -> new IllegalArgumentException("no unit has the symbol '" + symbol + "'"));
  }

  /// What to write in place of an unknown symbol, as a hint.
  public static String whichInstead(String symbol) {
    return DidYouMean.nearest(UnitProduct.firstUnknown(symbol), KNOWN.keySet())
        .map(meant -> "Did you mean '" + meant + "'?")
        .orElse("Units are written like mV, ms, pA, nS, pF, Hz or um.");
  }

  /// Every unit that can be written, by symbol, in the order in which a list should show them.
  public static Map<String, Unit> all() {
    return KNOWN;
  }

  /// The unit with this symbol among those that are no products.
  static Optional<Unit> simple(String symbol) {
    return Optional.ofNullable(KNOWN.get(symbol));
  }

  private static Map<String, Unit> known() {
    Map<String, Unit> units = new LinkedHashMap<>();
    units.put("", NONE);
    units.put("1", NONE);
    // The base symbols, each with its size in engine units: 1 V = 1e3 mV, 1 s = 1e3 ms, 1 A = 1e12
    // pA, 1 m = 1e6 um.
    addPrefixed(units, "V", Dimension.VOLTAGE, 1e3);
    addPrefixed(units, "s", Dimension.TIME, 1e3);
    addPrefixed(units, "A", Dimension.CURRENT, 1e12);
    addPrefixed(units, "m", Dimension.LENGTH, 1e6);
    addPrefixed(units, "Hz", Dimension.RATE, 1e-3);
    addPrefixed(units, "S", Dimension.CONDUCTANCE, 1e9);
    addPrefixed(units, "F", Dimension.CAPACITANCE, 1e12);
    addPrefixed(units, "Ohm", Dimension.RESISTANCE, 1e-9);
    addPrefixed(units, "C", Dimension.CHARGE, 1e15);
    units.put("cm", new Unit("cm", Dimension.LENGTH, 1e4));
    for (Unit molar :
        List.of(
            new Unit("M", Dimension.CONCENTRATION, 1e6),
            new Unit("mM", Dimension.CONCENTRATION, 1e3),
            new Unit("uM", Dimension.CONCENTRATION, 1),
            new Unit("nM", Dimension.CONCENTRATION, 1e-3),
            new Unit("pM", Dimension.CONCENTRATION, 1e-6))) units.put(molar.symbol(), molar);
    // A temperature is only ever compared with another one, so its number is enough.
    units.put("degC", new Unit("degC", Dimension.NONE, 1));
    units.put("min", new Unit("min", Dimension.TIME, 6e4));
    units.put("h", new Unit("h", Dimension.TIME, 3.6e6));
    return java.util.Collections.unmodifiableMap(units);
  }

  private static void addPrefixed(
      Map<String, Unit> units, String base, Dimension dimension, double scale) {
    String[] prefixes = {"", "m", "u", "n", "p", "f", "k", "M", "G"};
    int[] exponents = {0, -3, -6, -9, -12, -15, 3, 6, 9};
    int scaleExponent = (int) Math.round(Math.log10(scale));
    for (int i = 0; i < prefixes.length; i++) {
      String symbol = prefixes[i] + base;
      // The exact decimal power keeps 1 mV at exactly 1 engine unit, with no rounding from a
      // product.
      units.put(
          symbol,
          new Unit(symbol, dimension, Double.parseDouble("1e" + (scaleExponent + exponents[i]))));
    }
  }

  // A record's own methods are linked when they are first used, which costs a start more than
  // reading a model does.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Unit u
        && symbol.equals(u.symbol)
        && dimension.equals(u.dimension)
        && Double.compare(scale, u.scale) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * symbol.hashCode() + dimension.hashCode()) + Double.hashCode(scale);
  }

  @Override
  public String toString() {
    return symbol.isEmpty() ? "1" : symbol;
  }
}
