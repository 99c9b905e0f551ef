package org.neurarium.visualization.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.SpikeRing;
import org.neurarium.visualization.MadeUpRun;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.colour.PlotTheme.Role;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.LiveScene.Band;

class LivePlotTest {

  private static final ElementId E = new ElementId("e");
  private static final ElementId I = new ElementId("i");
  private static final int WIDTH = 600;
  private static final int HEIGHT = 240;

  private final RunHistory run = new RunHistory(16, 14);
  private final SpikeRing ring = new SpikeRing(12);
  private final LivePlot plot = new LivePlot();
  private final int[] pixels = new int[WIDTH * HEIGHT];

  private static LiveScene raster(NeuronSelection ofE) {
    return new LiveScene(
        List.of(
            new Band(E, "E", Role.EXCITATORY, 10, ofE),
            new Band(I, "I", Role.INHIBITORY, 5, NeuronSelection.ALL)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true);
  }

  private LivePlot.Look look(LiveScene scene) {
    return new LivePlot.Look(scene, PlotTheme.LIGHT, new TimeWindow(0, 100), Double.NaN, 10, false);
  }

  private LiveLayout paint(LiveScene scene, double scale) {
    NeuronDirectory directory =
        new NeuronDirectory(
            List.of(new NeuronDirectory.Entry(E, 0, 10), new NeuronDirectory.Entry(I, 10, 5)));
    run.read(new Observation(1, 0.1, 0, directory, ring, List.of(), Map.of(), Map.of(), Map.of()));
    try (PixelSurface surface =
        PixelSurface.on(pixels, WIDTH, HEIGHT, scale, new Typefaces(PlotTheme.LIGHT))) {
      return plot.paint(surface, look(scene), run);
    }
  }

  private int count(int argb, Area area, double scale) {
    int n = 0;
    for (int y = (int) (area.y() * scale); y < area.bottom() * scale && y < HEIGHT; y++)
      for (int x = (int) (area.x() * scale); x < area.right() * scale && x < WIDTH; x++)
        if (near(pixels[y * WIDTH + x], argb)) n++;
    return n;
  }

  private static boolean near(int a, int b) {
    int distance = 0;
    for (int shift = 0; shift <= 16; shift += 8)
      distance += Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF));
    return distance < 30;
  }

  @Test
  void aSpikeIsABarInItsPopulationsColourAtItsTimeAndRow() {
    ring.write(500, new int[] {3}, 1); // ends at 50 ms, the middle
    LiveLayout layout = paint(raster(NeuronSelection.ALL), 1);
    Area band = layout.bands().getFirst();
    int x = (int) (band.x() + band.width() / 2);
    int y = (int) (band.y() + 3.2 * band.height() / 10);
    assertTrue(
        near(pixels[y * WIDTH + x], PlotTheme.LIGHT.excitatory()),
        Integer.toHexString(pixels[y * WIDTH + x]));
    int bar = (int) Math.round(LivePlot.barHeight(band.height() / 10, surfaceOfOne()));
    assertEquals(bar, count(PlotTheme.LIGHT.excitatory(), band, 1));
    assertEquals(0, count(PlotTheme.LIGHT.inhibitory(), layout.bands().get(1), 1));
  }

  private static Surface surfaceOfOne() {
    return PixelSurface.on(new int[1], 1, 1, 1, new Typefaces(PlotTheme.LIGHT));
  }

  @Test
  void eachPopulationHasItsBand() {
    ring.write(200, new int[] {0, 12}, 2);
    ring.write(700, new int[] {14}, 1);
    LiveLayout layout = paint(raster(NeuronSelection.ALL), 1);
    assertTrue(count(PlotTheme.LIGHT.excitatory(), layout.bands().get(0), 1) > 0);
    assertEquals(0, count(PlotTheme.LIGHT.inhibitory(), layout.bands().get(0), 1));
    assertTrue(count(PlotTheme.LIGHT.inhibitory(), layout.bands().get(1), 1) > 0);
    assertTrue(layout.bands().get(0).height() > layout.bands().get(1).height());
  }

  @Test
  void neuronsThatWereNotChosenAreLeftOut() {
    ring.write(200, new int[] {7}, 1);
    LiveLayout layout = paint(raster(NeuronSelection.first(5)), 1);
    assertEquals(0, count(PlotTheme.LIGHT.excitatory(), layout.bands().getFirst(), 1));
  }

  @Test
  void barsGrowWithTheScaleOfTheScreen() {
    ring.write(500, new int[] {3}, 1);
    LiveLayout layout = paint(raster(NeuronSelection.ALL), 2);
    Area band = layout.bands().getFirst();
    assertTrue(count(PlotTheme.LIGHT.excitatory(), band, 2) >= 4);
  }

  @Test
  void theReadOutNamesTimeNeuronAndSpike() {
    ring.write(500, new int[] {3}, 1);
    LiveScene scene = raster(NeuronSelection.ALL);
    LiveLayout layout = paint(scene, 1);
    Area band = layout.bands().getFirst();
    List<String> lines =
        LivePlot.readOut(
            layout,
            look(scene),
            run,
            band.x() + band.width() / 2 + 1,
            band.y() + 3.5 * band.height() / 10);
    assertEquals("E · neuron 3", lines.get(1));
    assertEquals("spike at 50.0 ms", lines.get(2));
  }

  @Test
  void noTwoLinesOfARowLookAlike() {
    List<LiveScene.Trace> row = new java.util.ArrayList<>();
    for (int n = 0; n < 3; n++) {
      row.add(new LiveScene.Trace(new RunHistory.TraceKey(E, n, "V_m"), "E", Role.EXCITATORY));
      row.add(new LiveScene.Trace(new RunHistory.TraceKey(I, n, "V_m"), "I", Role.INHIBITORY));
    }
    for (PlotTheme theme : List.of(PlotTheme.LIGHT, PlotTheme.DARK)) {
      assertEquals(theme.excitatory(), TracePainter.colour(theme, row, 0));
      assertEquals(theme.inhibitory(), TracePainter.colour(theme, row, 1));
      assertEquals(
          6,
          java.util.stream.IntStream.range(0, 6)
              .map(i -> TracePainter.colour(theme, row, i))
              .distinct()
              .count());
    }
  }

  @Test
  void readsWhatToShowFromTheProbesOfACircuit() {
    LiveScene scene = LiveScene.of(new MadeUpRun(8, 2, 10, 12, 1).circuit());
    assertEquals(List.of("Cortex E", "Cortex I"), scene.bands().stream().map(Band::name).toList());
    assertEquals(
        List.of("Cortex E 0", "Cortex E 1", "Cortex I 0"),
        scene.traces().stream().map(LiveScene.Trace::label).toList());
    assertEquals(2, scene.rates().size());
    assertEquals("Cortex I", scene.heatmaps().getFirst().to());
    assertEquals(1, scene.traceRows().size());
    assertEquals(3, scene.overlaid(false).traceRows().size());
    assertFalse(scene.isEmpty());
  }

  @Test
  void rasterShowsAllPopulationsWhileNoProbeAsksForSpikes() {
    var circuit = new MadeUpRun(8, 2, 10, 12, 1).circuit();
    var bare = circuit.of(circuit.populations());

    LiveScene scene = LiveScene.of(bare);

    assertEquals(
        bare.populations().stream().map(p -> p.id()).toList(),
        scene.bands().stream().map(LiveScene.Band::element).toList());
  }
}
