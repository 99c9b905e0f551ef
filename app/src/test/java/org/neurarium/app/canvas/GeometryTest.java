package org.neurarium.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Point;

final class GeometryTest {

  private static final List<Outline> OUTLINES =
      List.of(
          Symbols.triangle(100),
          Symbols.hexagon(36, 31),
          Symbols.parallelogram(38, 23, 9),
          new Outline.Disc(30),
          new Outline.Box(48, 36));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void reachLeadsFromTheCentreToTheEdgeInEveryDirection(int which) {
    Outline outline = OUTLINES.get(which);
    for (int degrees = 0; degrees < 360; degrees += 7) {
      double dx = Math.cos(Math.toRadians(degrees));
      double dy = Math.sin(Math.toRadians(degrees));
      double reach = outline.reach(dx, dy);
      assertTrue(
          outline.contains(dx * reach * 0.99, dy * reach * 0.99), outline + " at " + degrees);
      assertFalse(
          outline.contains(dx * reach * 1.01, dy * reach * 1.01), outline + " at " + degrees);
    }
  }

  @Test
  void lineStartsAndEndsJustOutsideOfItsSymbols() {
    for (Outline from : OUTLINES)
      for (Outline to : OUTLINES) {
        Curve line =
            Routing.between(
                new Routing.Port(0, 0, from),
                new Routing.Port(300, 120, to),
                0,
                true,
                Routing.End.ARROW);
        assertFalse(from.contains(line.x0(), line.y0()));
        double angle = line.endAngle();
        double tipX = line.x3() + Math.cos(angle) * Routing.End.ARROW.length - 300;
        double tipY = line.y3() + Math.sin(angle) * Routing.End.ARROW.length - 120;
        assertFalse(to.contains(tipX, tipY));
        // A few pixels further it touches: no arrow ends in mid-air.
        assertTrue(
            to.contains(tipX + Math.cos(angle) * 8, tipY + Math.sin(angle) * 8), to.toString());
      }
  }

  @Test
  void linesBetweenTheSamePairBulgeApart() {
    Routing.Port a = new Routing.Port(0, 0, new Outline.Disc(30));
    Routing.Port b = new Routing.Port(0, 300, new Outline.Disc(30));
    Curve there = Routing.between(a, b, Routing.lane(0, 2), true, Routing.End.ARROW);
    Curve back = Routing.between(b, a, Routing.lane(1, 2), false, Routing.End.DOT);

    assertTrue(Math.abs(there.xAt(0.5) - back.xAt(0.5)) > 25);
    assertEquals(0, there.xAt(0.5) + back.xAt(0.5), 3);
  }

  @Test
  void loopsOfOneSymbolLieInsideEachOther() {
    Routing.Port at = new Routing.Port(0, 0, Symbols.triangle(90));
    Curve inner = Routing.loop(at, 0, Routing.UP, Routing.End.DOT);
    Curve outer = Routing.loop(at, 1, Routing.UP, Routing.End.DOT);

    assertTrue(outer.yAt(0.5) < inner.yAt(0.5) - 10);
    assertTrue(inner.yAt(0.5) < -at.outline().halfHeight());
  }

  @Test
  void distanceToALineIsMeasuredToItsNearestPoint() {
    Curve straight = new Curve(0, 0, 100, 0, 200, 0, 300, 0);

    assertEquals(0, straight.distance(150, 0), 1e-9);
    assertEquals(12, straight.distance(150, 12), 1e-9);
    assertEquals(5, straight.distance(304, 3), 1e-9);
    assertEquals(300, straight.length(), 1e-9);
  }

  @Test
  void zoomKeepsThePointUnderTheMouse() {
    Viewport viewport = new Viewport();
    viewport.resize(800, 600);
    viewport.pan(37, -12);
    Point before = viewport.toCanvas(200, 150);

    viewport.zoom(1.5, 200, 150);

    Point after = viewport.toCanvas(200, 150);
    assertEquals(before.x(), after.x(), 0.5);
    assertEquals(before.y(), after.y(), 0.5);
  }

  @Test
  void zoomStepsInAndOutComeBackToActualSize() {
    Viewport viewport = new Viewport();
    viewport.resize(800, 600);
    for (int i = 0; i < 5; i++) viewport.zoom(1.15, 400, 300);
    for (int i = 0; i < 5; i++) viewport.zoom(1 / 1.15, 400, 300);

    assertEquals(1, viewport.scale());
  }

  @Test
  void fitShowsAllOfABoxInTheMiddle() {
    Viewport viewport = new Viewport();
    viewport.resize(800, 600);
    Bounds box = new BoundingBox(-500, 200, 2000, 700);

    viewport.fit(box, 40, 1.25);

    Bounds seen = viewport.visible();
    assertTrue(seen.contains(box));
    assertEquals(box.getCenterX(), seen.getCenterX(), 2);
    assertEquals(box.getCenterY(), seen.getCenterY(), 2);
  }

  @Test
  void fitDoesNotBlowUpAFewSymbols() {
    Viewport viewport = new Viewport();
    viewport.resize(800, 600);
    viewport.fit(new BoundingBox(0, 0, 50, 50), 40, 1.25);

    assertEquals(1.25, viewport.scale());
  }

  @Test
  void revealPansNoMoreThanNeeded() {
    Viewport viewport = new Viewport();
    viewport.resize(800, 600);

    viewport.reveal(new BoundingBox(100, 100, 50, 50), 10);
    assertEquals(0, viewport.x());
    viewport.reveal(new BoundingBox(850, 100, 50, 50), 10);
    assertEquals(-110, viewport.x());
    assertEquals(0, viewport.y());
  }

  @Test
  void snappingGoesToTheNearestGridPoint() {
    assertEquals(new Point(40, -20), Grid.snap(new Point(49, -11)));
    assertEquals(new Point(17, 8), Grid.snapOffset(new Point(3, 12), 20, 1));
  }

  @ParameterizedTest
  @EnumSource(LabelSide.class)
  void labelStandsOutsideOfItsSymbol(LabelSide side) {
    for (Outline outline : OUTLINES) {
      Bounds box = side.box(0, 0, outline, 12, 70, 30);
      double[] xs = {box.getMinX(), box.getCenterX(), box.getMaxX()};
      double[] ys = {box.getMinY(), box.getCenterY(), box.getMaxY()};
      for (double x : xs)
        for (double y : ys) assertFalse(outline.contains(x, y), outline + " " + side);
    }
  }

  @Test
  void labelAvoidsLinesAndSymbols() {
    Outline disc = new Outline.Disc(30);
    Curve down = new Curve(0, 35, 0, 80, 0, 120, 0, 160);
    Bounds right = new BoundingBox(40, -20, 60, 40);

    assertEquals(LabelSide.BELOW, choose(disc, List.of(), List.of()));
    assertEquals(LabelSide.RIGHT, choose(disc, List.of(), List.of(down)));
    assertEquals(LabelSide.LEFT, choose(disc, List.of(right), List.of(down)));
  }

  private static LabelSide choose(Outline outline, List<Bounds> obstacles, List<Curve> lines) {
    return LabelSide.choose(side -> side.box(0, 0, outline, 12, 70, 30), obstacles, lines);
  }

  @Test
  void everyDotLiesInsideAndStandsForANeuronOfItsOwn() {
    for (int neurons : new int[] {1, 2, 7, 80, 1000, 100_000}) {
      for (Outline outline :
          List.of(
              Symbols.triangle(52),
              Symbols.triangle(120),
              new Outline.Disc(23),
              new Outline.Disc(54))) {
        Dots dots = Dots.in(outline, neurons);
        assertTrue(dots.count() >= 1 && dots.count() <= neurons);
        for (int dot = 0; dot < dots.count(); dot++) {
          assertTrue(outline.contains(dots.x(dot), dots.y(dot)), outline + " " + neurons);
          assertEquals(dot, dots.dot(dots.neuron(dot)));
        }
      }
    }
  }
}
