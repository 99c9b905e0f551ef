package org.neurarium.visualization.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.neurarium.visualization.MadeUpRun.MadeUpWeights;
import org.neurarium.visualization.colour.ColourMap;

class WeightPictureTest {

  private static WeightPicture of(double low, double high) {
    return new WeightPicture(new double[] {low, high}, 1, 2, 2, 1, 2, "nS", low, high);
  }

  @Test
  void strongIsBrightForEitherSign() {
    assertEquals(ColourMap.VIRIDIS.at(1), of(0.5, 2).colour(2, false));
    assertEquals(ColourMap.VIRIDIS.at(0), of(0.5, 2).colour(0, false));
    assertEquals(ColourMap.VIRIDIS.at(1), of(-2, -0.5).colour(-2, false));
    assertEquals(ColourMap.VIRIDIS.at(0), of(-2, -0.5).colour(0, false));
  }

  @Test
  void bothSignsAreShownAroundANeutralZero() {
    WeightPicture both = of(-1, 3);
    assertEquals(-3, both.barLow());
    assertEquals(3, both.barHigh());
    assertEquals(ColourMap.DIVERGING.at(0.5), both.colour(0, false));
    assertEquals(ColourMap.DIVERGING_ON_DARK.at(1), both.colour(3, true));
  }

  @Test
  void equalWeightsGetTheMiddleOfTheColours() {
    assertEquals(ColourMap.VIRIDIS.at(0.5), of(2, 2).colour(2, false));
    assertEquals(ColourMap.VIRIDIS.at(0.5), of(-2, -2).colour(-2, false));
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
