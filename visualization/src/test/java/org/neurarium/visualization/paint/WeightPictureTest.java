package org.neurarium.visualization.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.neurarium.visualization.MadeUpRun.MadeUpWeights;
import org.neurarium.visualization.colour.ColourMap;

class WeightPictureTest {

  /// Two sources onto one target.
  private static WeightPicture of(double low, double high) {
    return new WeightPicture(
        new double[] {low, high}, new int[] {1, 1}, 1, 2, 2, 1, 2, "nS", low, high);
  }

  @Test
  void strongIsBrightForEitherSign() {
    assertEquals(ColourMap.VIRIDIS.at(1), of(0, 2).colours(false)[1]);
    assertEquals(ColourMap.VIRIDIS.at(0), of(0, 2).colours(false)[0]);
    assertEquals(ColourMap.VIRIDIS.at(1), of(-2, 0).colours(false)[0]);
    assertEquals(ColourMap.VIRIDIS.at(0), of(-2, 0).colours(false)[1]);
  }

  @Test
  void bothSignsAreShownAroundANeutralZero() {
    WeightPicture both = of(-1, 3);
    assertEquals(-3, both.barLow());
    assertEquals(3, both.barHigh());
    assertEquals(ColourMap.DIVERGING.at(1 / 3.0), both.colours(false)[0]);
    assertEquals(ColourMap.DIVERGING_ON_DARK.at(1), both.colours(true)[1]);
  }

  @Test
  void equalWeightsGiveWayToHowDenselyCellsAreConnected() {
    // Fifteen sources onto four targets in three columns of five: 20 pairs each, with 5 synapses
    // and 10, and then none.
    double w = -0.3;
    WeightPicture picture =
        new WeightPicture(
            new double[] {w, w, Double.NaN}, new int[] {5, 10, 0}, 1, 3, 15, 4, 15, "nS", w, w);
    assertTrue(picture.isUniform());
    assertEquals(0.25, picture.shown(0, 0), 1e-12);
    assertEquals(0.5, picture.barHigh(), 1e-12);
    assertEquals("per pair", picture.barUnit());
    assertEquals(ColourMap.VIRIDIS.at(0.5), picture.colours(false)[0]);
    assertEquals(ColourMap.VIRIDIS.at(1), picture.colours(false)[1]);
    assertEquals(0, picture.colours(false)[2] >>> 24, "empty without a synapse");
  }

  @Test
  void theCellsDivideSourcesAndTargetsWithoutGapOrOverlap() {
    WeightPicture picture = WeightPicture.of(new MadeUpWeights(103, 37), 10, 20);
    int next = 0;
    for (int column = 0; column < picture.columns(); column++) {
      assertEquals(next, picture.firstSource(column));
      next = picture.lastSource(column) + 1;
    }
    assertEquals(103, next);
    assertEquals(36, picture.lastTarget(picture.rows() - 1));
  }
}
