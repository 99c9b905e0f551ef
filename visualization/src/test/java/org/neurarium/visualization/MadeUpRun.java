package org.neurarium.visualization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.SpikeRing;
import org.neurarium.engine.observe.TraceRing;
import org.neurarium.engine.observe.WeightView;

/// Stands in for the engine: neurons that fire at random with a common rhythm, written into rings step by step.
public final class MadeUpRun {

  public static final ElementId EXCITATORY = new ElementId("cortex-e");
  public static final ElementId INHIBITORY = new ElementId("cortex-i");
  public static final ElementId PROJECTION = new ElementId("e-to-i");

  private static final double DT = 0.1;

  private final int excitatory;
  private final int inhibitory;
  private final double rate;
  private final SplittableRandom random;
  private final SpikeRing spikes;
  private final List<TraceRing> traces = new ArrayList<>();
  private final double[] voltage = new double[3];
  private final int[] fired;
  private long step;

  /// @param rate mean of all neurons in Hz
  public MadeUpRun(int excitatory, int inhibitory, double rate, int ringBits, long seed) {
    this.excitatory = excitatory;
    this.inhibitory = inhibitory;
    this.rate = rate;
    random = new SplittableRandom(seed);
    spikes = new SpikeRing(ringBits);
    fired = new int[excitatory + inhibitory];
    for (int i = 0; i < voltage.length; i++) {
      boolean e = i < 2;
      traces.add(
          new TraceRing(e ? EXCITATORY : INHIBITORY, e ? i : 0, "V_m", Unit.MILLIVOLT, 0, 17));
      voltage[i] = -60 - 4 * i;
      traces.get(i).put(voltage[i]);
      traces.get(i).publish();
    }
  }

  /// The circuit that this pretends to run, with probes on everything.
  public Circuit circuit() {
    Point origin = new Point(0, 0);
    Population e =
        new Population(
            EXCITATORY,
            "Cortex E",
            origin,
            Population.Type.EXCITATORY,
            excitatory,
            "lif_exp_psc",
            Map.of(),
            Map.of(),
            Sheet.DEFAULT);
    Population i =
        new Population(
            INHIBITORY,
            "Cortex I",
            origin,
            Population.Type.INHIBITORY,
            inhibitory,
            "lif_exp_psc",
            Map.of(),
            Map.of(),
            Sheet.DEFAULT);
    Projection p =
        new Projection(
            PROJECTION,
            "Cortex E → Cortex I",
            EXCITATORY,
            INHIBITORY,
            "ex",
            new Wiring.AllToAll(),
            true,
            true,
            Value.of(1, "nS"),
            Value.of(1, "ms"),
            org.neurarium.circuits.Synapse.STATIC);
    List<Element> elements = new ArrayList<>(List.of(e, i, p));
    elements.add(
        probe(
            "raster", List.of(EXCITATORY, INHIBITORY), new Recording.Spikes(NeuronSelection.ALL)));
    elements.add(
        probe("v-e", List.of(EXCITATORY), new Recording.State("V_m", NeuronSelection.first(2))));
    elements.add(
        probe("v-i", List.of(INHIBITORY), new Recording.State("V_m", NeuronSelection.first(1))));
    elements.add(
        probe("rates", List.of(EXCITATORY, INHIBITORY), new Recording.Rate(Quantity.of(5, "ms"))));
    elements.add(probe("weights", List.of(PROJECTION), new Recording.Weights()));
    return new Circuit("Made up", "", RunSettings.DEFAULT, elements);
  }

  private static Probe probe(String id, List<ElementId> targets, Recording recording) {
    return new Probe(new ElementId(id), id, new Point(0, 0), targets, recording);
  }

  public Observation observation() {
    NeuronDirectory directory =
        new NeuronDirectory(
            List.of(
                new NeuronDirectory.Entry(EXCITATORY, 0, excitatory),
                new NeuronDirectory.Entry(INHIBITORY, excitatory, inhibitory)));
    return new Observation(
        1,
        DT,
        0,
        directory,
        spikes,
        traces,
        Map.of(PROJECTION, new MadeUpWeights(excitatory, inhibitory)),
        Map.of(),
        Map.of());
  }

  public long step() {
    return step;
  }

  /// Does this many steps.
  public void run(int steps) {
    for (int k = 0; k < steps; k++) {
      double time = ++step * DT;
      double swell =
          1 + 0.5 * Math.sin(time / 25) + 0.35 * Math.sin(time / 270) + (time % 430 < 22 ? 2.2 : 0);
      spikes.write(step, fired, fire(swell));
    }
    traces.forEach(TraceRing::publish);
  }

  private int fire(double swell) {
    double chance = Math.max(0, rate * swell * DT / 1000);
    int n = 0;
    // Gaps between firing neurons are geometric, so that a step costs as much as it has spikes.
    if (chance > 0) {
      double scale = 1 / Math.log1p(-Math.min(0.99, chance));
      double at = Math.log(random.nextDouble()) * scale;
      while (at < fired.length) {
        fired[n++] = (int) at;
        at += 1 + Math.log(random.nextDouble()) * scale;
      }
    }
    for (int i = 0; i < voltage.length; i++) {
      int neuron = i < 2 ? i : excitatory;
      boolean spiked = java.util.Arrays.binarySearch(fired, 0, n, neuron) >= 0;
      voltage[i] += DT / 14 * (-47 - 2 * i - voltage[i]) + 0.17 * (random.nextDouble() - 0.5);
      if (voltage[i] > -52) {
        voltage[i] = -68;
        if (!spiked) n = insert(n, neuron);
      } else if (spiked) {
        n = remove(n, neuron);
      }
      traces.get(i).put(voltage[i]);
    }
    return n;
  }

  private int insert(int n, int neuron) {
    if (n == fired.length) return n;
    int at = -java.util.Arrays.binarySearch(fired, 0, n, neuron) - 1;
    System.arraycopy(fired, at, fired, at + 1, n - at);
    fired[at] = neuron;
    return n + 1;
  }

  private int remove(int n, int neuron) {
    int at = java.util.Arrays.binarySearch(fired, 0, n, neuron);
    System.arraycopy(fired, at + 1, fired, at, n - at - 1);
    return n - 1;
  }

  /// Weights in four blocks with some noise, as after learning.
  public record MadeUpWeights(int sources, int targets) implements WeightView {

    @Override
    public long synapses() {
      return (long) sources * targets;
    }

    @Override
    public Unit unit() {
      return Unit.NANOSIEMENS;
    }

    private double weight(int source, int target) {
      boolean same = (source * 2 / sources) == (target * 2 / targets);
      return (same ? 1.45 : 0.55)
          + 0.5 * (new SplittableRandom(source * 7919L + target).nextDouble() - 0.5);
    }

    @Override
    public void fill(double[] cells, int[] counts, int rows, int columns) {
      for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
          int cell = row * columns + column;
          cells[cell] = weight(column * sources / columns, row * targets / rows);
          counts[cell] = first(column + 1, sources, columns) - first(column, sources, columns);
          counts[cell] *= first(row + 1, targets, rows) - first(row, targets, rows);
        }
    }

    private static int first(int group, int members, int groups) {
      return Math.ceilDiv(group * members, groups);
    }

    @Override
    public List<Synapse> between(
        int firstSource, int lastSource, int firstTarget, int lastTarget, int limit) {
      List<Synapse> found = new ArrayList<>();
      for (int s = firstSource; s <= lastSource; s++)
        for (int t = firstTarget; t <= lastTarget && found.size() < limit; t++)
          found.add(new Synapse(s, t, weight(s, t), 1.5));
      return found;
    }

    @Override
    public double[] sample(int limit) {
      int n = (int) Math.min(limit, synapses());
      return IntStream.range(0, n)
          .mapToDouble(i -> weight((int) (i * 31L % sources), (int) (i * 17L % targets)))
          .toArray();
    }
  }
}
