package org.neurarium.visualization;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.SpikeRing;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.colour.PlotTheme.Role;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.LivePlot;
import org.neurarium.visualization.paint.LiveScene;
import org.neurarium.visualization.paint.LiveScene.Band;
import org.neurarium.visualization.paint.PixelSurface;
import org.neurarium.visualization.paint.TimeWindow;
import org.neurarium.visualization.paint.Typefaces;

/// Measures reading and painting a busy network: 80,000 neurons, 300,000 spikes a second, two seconds across 1000 × 240 pixels. Prints
/// medians of processor time in milliseconds.
public final class PaintBenchmark {

  private static final int NEURONS = 80_000;
  private static final int SPIKES_PER_STEP = 30; // of 0.1 ms
  private static final int STEPS = 20_000;
  private static final int ROUNDS = 200;

  private PaintBenchmark() {}

  public static void main(String[] args) {
    ElementId e = new ElementId("e");
    ElementId i = new ElementId("i");
    NeuronDirectory directory =
        new NeuronDirectory(
            List.of(
                new NeuronDirectory.Entry(e, 0, NEURONS * 4 / 5),
                new NeuronDirectory.Entry(i, NEURONS * 4 / 5, NEURONS / 5)));
    SpikeRing ring = new SpikeRing(21);
    RunHistory run = new RunHistory();
    Observation observation =
        new Observation(1, 0.1, 0, directory, ring, List.of(), Map.of(), Map.of(), Map.of());
    SplittableRandom random = new SplittableRandom(1);
    double[] reading = new double[STEPS / 330];
    long step = 0;
    for (int frame = 0; frame < reading.length; frame++) {
      for (int k = 0; k < 330; k++) ring.write(++step, fired(random), SPIKES_PER_STEP);
      long start = cpuTime();
      run.read(observation);
      reading[frame] = (cpuTime() - start) / 1e6;
    }
    LiveScene scene =
        new LiveScene(
            List.of(
                new Band(e, "Excitatory", Role.EXCITATORY, NEURONS * 4 / 5, NeuronSelection.ALL),
                new Band(i, "Inhibitory", Role.INHIBITORY, NEURONS / 5, NeuronSelection.ALL)),
            List.of(),
            List.of(),
            List.of(new LiveScene.Rate(e, "Excitatory", Role.EXCITATORY, NEURONS * 4 / 5, 5)),
            List.of(),
            true);
    for (int scale = 1; scale <= 2; scale++) {
      int[] pixels = new int[1000 * 240 * scale * scale];
      LivePlot plot = new LivePlot();
      Typefaces faces = new Typefaces(PlotTheme.DARK);
      double[] painting = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        TimeWindow window =
            new TimeWindow(run.now() - 2000 + 0.01 * round, run.now() + 0.01 * round);
        long start = cpuTime();
        try (PixelSurface surface =
            PixelSurface.on(pixels, 1000 * scale, 240 * scale, scale, faces)) {
          plot.paint(
              surface, new LivePlot.Look(scene, PlotTheme.DARK, window, Double.NaN, 10, true), run);
        }
        painting[round] = (cpuTime() - start) / 1e6;
      }
      System.out.printf(
          "paint %d spikes of %d neurons at 1000x240, scale %d: median %.2f ms, first %.1f ms%n",
          run.spikes().size(), NEURONS, scale, median(painting), painting[0]);
    }
    System.out.printf(
        "read 33 ms of biological time (9,900 spikes): median %.3f ms%n", median(reading));
  }

  private static int[] fired(SplittableRandom random) {
    return random.ints(SPIKES_PER_STEP, 0, NEURONS).sorted().toArray();
  }

  /// Processor time of this thread, which does not depend on what else the machine is doing.
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
