package org.neurarium.visualization.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimeViewTest {

  @Test
  void liveFollowsTheNewestInstant() {
    TimeView view = TimeView.live(1000);
    assertEquals(0, view.window(400).start());
    assertEquals(1000, view.window(400).end());
    assertEquals(4000, view.window(5000).start());
  }

  @Test
  void heldStaysWhereItIsWhileTheRunGoesOn() {
    TimeView held = TimeView.live(1000).held(5000);
    assertFalse(held.isLive());
    assertEquals(5000, held.window(9000).end());
  }

  @Test
  void movingBackHoldsAndMovingToTheEndIsLiveAgain() {
    TimeView back = TimeView.live(1000).moved(-300, 5000);
    assertEquals(4700, back.window(5000).end());
    assertEquals(1000, back.moved(-1e9, 5000).window(5000).end());
    assertTrue(back.moved(300, 5000).isLive());
  }

  @Test
  void zoomingKeepsTheInstantUnderTheMouse() {
    TimeView held = new TimeView(1000, 5000);
    TimeView near = held.zoomed(2, 4250, 9000);
    double before = (4250 - held.window(9000).start()) / 1000;
    double after = (4250 - near.window(9000).start()) / 500;
    assertEquals(before, after, 1e-9);
    assertEquals(TimeView.SHORTEST, held.zoomed(1e12, 4250, 9000).length());
  }
}
