package org.neurarium.circuits.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers with units, as people type them.
class QuantityTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsBackWhatItPrints(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Unit> units = new ArrayList<>(Unit.all().values());
    for (int i = 0; i < 5000; i++) {
      double value =
          switch (i % 3) {
            case 0 -> random.nextInt(-1000, 1000) / 10.0;
            case 1 -> random.nextDouble() * Math.pow(10, random.nextInt(-20, 20));
            default -> Double.longBitsToDouble(random.nextLong());
          };
      if (!Double.isFinite(value)) continue;
      Quantity quantity = new Quantity(value, units.get(random.nextInt(units.size())));
      assertEquals(Optional.of(quantity), Quantity.parse(quantity.toString()));
    }
  }

  @Test
  void everyUnitReadsBackAndIsADecimalPowerOfItsBase() {
    Unit.all()
        .forEach((symbol, unit) -> {
          assertEquals(Optional.of(unit), Unit.find(symbol));
          assertEquals(Optional.of(unit), Unit.find(unit.toString()));
          assertTrue(unit.scale() > 0);
        });
    assertEquals(1, Unit.of("mV").scale());
    assertEquals(1, Unit.of("pA").scale());
    assertEquals(1000, Unit.of("s").scale());
    assertEquals(0.001, Unit.of("Hz").scale());
  }

  @Test
  void productsOfEngineUnitsNeedNoFactors() {
    // nS · mV = pA, pF · mV / ms = pA, MOhm · pA = uV
    assertEquals(Dimension.CURRENT, Dimension.CONDUCTANCE.times(Dimension.VOLTAGE));
    assertEquals(Unit.of("pA").scale(), Unit.of("nS").scale() * Unit.of("mV").scale());
    assertEquals(
        Unit.of("pA").scale(),
        Unit.of("pF").scale() * Unit.of("mV").scale() / Unit.of("ms").scale());
    assertEquals(Unit.of("uV").scale(), Unit.of("MOhm").scale() * Unit.of("pA").scale());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "250 pF|250|pF",
        "250pF|250|pF",
        "-70,6 mV|-70.6|mV",
        "−70.6 mV|-70.6|mV",
        ".5 ms|0.5|ms",
        "5. ms|5|ms",
        "1e3 Hz|1000|Hz",
        "1E-3 s|0.001|s",
        "3|3|''",
        "10 µm|10|um",
        "10 μm|10|um",
        "2 MΩ|2|MOhm",
        "  7   nS  |7|nS",
        "+4 mV|4|mV",
        "-0 mV|0|mV"
      })
  void takesTheWaysInWhichPeopleWrite(String text, double value, String unit) {
    assertEquals(Optional.of(new Quantity(value, Unit.of(unit))), Quantity.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|A number with a unit is missing here|Write it like '250 pF' or '-70.6 mV'.",
        "five mV|'five mV' is not a number with a unit|Write it like '250 pF' or '-70.6 mV'.",
        "5 mv|There is no unit 'mv'|Did you mean 'mV'?",
        "5 furlongs|There is no unit 'furlongs'|Units are written like mV, ms, pA, nS, pF, Hz or um.",
        "1e999 mV|'1e999 mV' is too large for a number|''"
      })
  void saysWhyATextIsNone(String text, String why, String instead) {
    assertEquals(Optional.empty(), Quantity.parse(text));
    assertEquals(why, Quantity.whyNot(text));
    assertEquals(instead, Quantity.whatInstead(text));
  }

  @Test
  void convertsBetweenUnitsOfOneKindOnly() {
    assertEquals(Quantity.of(0.25, "nA"), Quantity.of(250, "pA").in(Unit.of("nA")));
    assertThrows(IllegalArgumentException.class, () -> Quantity.of(1, "mV").in(Unit.MILLISECOND));
    assertFalse(Quantity.parse("x".repeat(101)).isPresent());
  }
}
