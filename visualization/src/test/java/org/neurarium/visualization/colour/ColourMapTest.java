package org.neurarium.visualization.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ColourMapTest {

  @Test
  void viridisGoesFromDarkVioletOverGreenToYellow() {
    assertEquals(0xFF440154, ColourMap.VIRIDIS.at(0));
    assertEquals(0xFFFDE725, ColourMap.VIRIDIS.at(1));
    assertNear(0x3B528B, ColourMap.VIRIDIS.at(0.25));
    assertNear(0x21918C, ColourMap.VIRIDIS.at(0.5));
    assertNear(0x5EC962, ColourMap.VIRIDIS.at(0.75));
  }

  private static void assertNear(int expected, int actual) {
    for (int shift = 0; shift <= 16; shift += 8)
      assertEquals(
          expected >> shift & 0xFF, actual >> shift & 0xFF, 3, Integer.toHexString(actual));
  }

  @Test
  void viridisGetsLighterWithEveryStep() {
    for (int i = 1; i < 256; i++)
      assertTrue(
          lightness(ColourMap.VIRIDIS, i / 255.0)
              > lightness(ColourMap.VIRIDIS, (i - 1) / 255.0) - 0.001,
          "at " + i);
  }

  @Test
  void divergingMapsAreEquallyStrongOnBothSides() {
    for (double d = 0; d <= 0.5; d += 0.05) {
      assertEquals(
          lightness(ColourMap.DIVERGING, 0.5 - d),
          lightness(ColourMap.DIVERGING, 0.5 + d),
          0.06,
          "at " + d);
      assertEquals(
          lightness(ColourMap.DIVERGING_ON_DARK, 0.5 - d),
          lightness(ColourMap.DIVERGING_ON_DARK, 0.5 + d),
          0.06,
          "at " + d);
    }
  }

  @Test
  void clampsBeyondItsEndsAndLeavesTheUnknownTransparent() {
    assertEquals(ColourMap.VIRIDIS.at(0), ColourMap.VIRIDIS.at(-3));
    assertEquals(ColourMap.VIRIDIS.at(1), ColourMap.VIRIDIS.at(7));
    assertEquals(0, ColourMap.VIRIDIS.at(Double.NaN));
  }

  private static double lightness(ColourMap map, double x) {
    return ColourMap.lightness(map.at(x));
  }
}
