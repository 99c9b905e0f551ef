package org.neurarium.engine.cable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.model.Cell;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.ChannelPrograms;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.compile.Program;

/// Takes one worker's neurons with compartments from grid point to grid point, a chunk of neurons after the other, so that what lies in between stays in the nearest
/// cache. Everything works on copies of a chunk that begin at 0: HotSpot makes no vector code of loops over places that are counted differently.
///
/// With v at the grid point and gates at the step's middle, the currents and their slopes there make a linear system for the potentials at the middle
/// of the step; twice the way to them is the whole step (Crank and Nicolson). Pools follow with the currents of the middle, then gates go from this step's middle
/// to the next one's. Used by its worker only. Allocates nothing once it is made.
public final class CableStep implements Program.Step {

  private static final int[] NOWHERE = {};

  /// So large a capacitance that a potential stays as it is.
  private static final double STANDSTILL = 1e300;

  private final CableColumns shared;
  private final CableKernel kernel;
  private final double dt;
  private final int[] refractory;
  private final int[] held;
  private final TreeSolver solver;
  private final boolean[] junction;
  private final int[][] neighbours;
  private final int states;
  private final double[][] here;
  private final double[][] potentials;
  private final double[][] axial;
  private final double[][] axialRooms;
  private final double[][] rooms;
  private final double[][] extrapolations;
  private final double[] sum;
  private final double[] weight;
  private final double[] check;
  private final double[] current;
  private final double[] slope;
  private final double[] nothing;
  private final Run[][] currents;
  private final Run[] pools;
  private final Run[] gates;
  private final Run[] all;
  private final int[][] injections;
  private final Modulation modulation;

  /// A channel in a segment.
  ///
  /// @param carried what its ion carries, if it is a pool or carries: columns shared by the channels of the segment
  private record Run(
      int channel,
      int segment,
      Program.Step current,
      Program.Step advance,
      double[][] columns,
      double[] carried,
      double[] carriedSlope,
      Varying[] varying,
      Arriving[] arriving) {}

  /// A parameter that differs from neuron to neuron, or a number that follows from such.
  ///
  /// @param column of the channel
  private record Varying(int column, double[] copy) {}

  /// What arrives at a channel in a segment.
  ///
  /// @param from column of the population
  /// @param place number of the segment in its compartment
  /// @param to column of the channel
  private record Arriving(int from, int place, int to, double[] copy) {}

  /// @param refractory how long each neuron of the population is still held
  /// @param held indices of the states that stay meanwhile
  /// @param dt length of a step (ms)
  public CableStep(CableColumns shared, int[] refractory, List<Integer> held, double dt) {
    kernel = shared.kernel();
    // What changes in every step is this worker's own.
    this.shared = kernel.isModulated() ? shared.another() : shared;
    this.refractory = refractory;
    this.dt = dt;
    modulation = new Modulation(kernel, CableColumns.ROOM);
    List<Cell.Segment> segments = kernel.cell().segments();
    int n = segments.size();
    int[] parents = segments.stream().mapToInt(Cell.Segment::parent).toArray();
    solver = new TreeSolver(parents, CableColumns.ROOM);
    junction = new boolean[n];
    neighbours = new int[n][];
    states = kernel.model().states().size();
    here = new double[states][CableColumns.ROOM];
    potentials = new double[n][];
    axial = new double[n][];
    axialRooms = new double[n][CableColumns.ROOM];
    rooms = new double[2][CableColumns.ROOM];
    for (int k = 0; k < n; k++) {
      junction[k] = segments.get(k).isJunction();
      potentials[k] =
          junction[k]
              ? new double[CableColumns.ROOM]
              : here[kernel.column(segments.get(k).potential())];
      neighbours[k] = neighbours(parents, k);
    }
    this.held =
        java.util.stream.IntStream.range(0, n)
            .filter(k -> !junction[k] && held.contains(kernel.column(segments.get(k).potential())))
            .toArray();
    sum = new double[CableColumns.ROOM];
    weight = new double[CableColumns.ROOM];
    check = new double[CableColumns.ROOM];
    current = new double[CableColumns.ROOM];
    slope = new double[CableColumns.ROOM];
    nothing = new double[CableColumns.ROOM];
    all = runs();
    currents = new Run[n][];
    extrapolations = new double[n][];
    for (int k = 0; k < n; k++) {
      int segment = k;
      currents[k] =
          Arrays.stream(all)
              .filter(r -> r.segment == segment && kernel.channels().get(r.channel).conducts())
              .toArray(Run[]::new);
      extrapolations[k] = new double[currents[k].length > 0 ? CableColumns.ROOM : 0];
    }
    pools = moving(true);
    gates = moving(false);
    injections =
        kernel.injections().stream()
            .map(columns -> columns.stream().mapToInt(c -> c).toArray())
            .toArray(int[][]::new);
  }

  private static int[] neighbours(int[] parents, int segment) {
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < parents.length; k++) if (parents[k] == segment) found.add(k);
    return found.stream().mapToInt(k -> k).toArray();
  }

  private Run[] moving(boolean pool) {
    return Arrays.stream(all)
        .filter(r -> kernel.channels().get(r.channel).advance().isPresent())
        .filter(r -> kernel.channels().get(r.channel).isPool() == pool)
        .toArray(Run[]::new);
  }

  private Run[] runs() {
    int n = kernel.cell().segments().size();
    List<Run> made = new ArrayList<>();
    double[][] carried = new double[n][];
    double[][] carriedSlope = new double[n][];
    for (int c = 0; c < kernel.channels().size(); c++) {
      CableKernel.Channel channel = kernel.channels().get(c);
      if (channel.isConstant()) continue;
      boolean ion = channel.isPool() || channel.programs().model().carries().isPresent();
      for (int segment : channel.mechanism().segments()) {
        if (ion && carried[segment] == null) {
          carried[segment] = new double[CableColumns.ROOM];
          carriedSlope[segment] = new double[CableColumns.ROOM];
        }
        made.add(
            new Run(
                c,
                segment,
                channel.current(),
                channel.advance().orElse(channel.current()),
                new double[channel.programs().layout().columns().size()][],
                ion ? carried[segment] : nothing,
                ion ? carriedSlope[segment] : nothing,
                varying(channel),
                arriving(channel, segment)));
      }
    }
    return made.toArray(Run[]::new);
  }

  /// Which columns of a channel are one number for each neuron that lasts.
  private static Varying[] varying(CableKernel.Channel channel) {
    List<KernelLayout.Column> columns = channel.programs().layout().columns();
    return java.util.stream.IntStream.range(0, columns.size())
        .filter(c ->
            columns.get(c) instanceof KernelLayout.Parameter
                || columns.get(c) instanceof KernelLayout.Derived)
        .mapToObj(c -> new Varying(c, new double[CableColumns.ROOM]))
        .toArray(Varying[]::new);
  }

  private Arriving[] arriving(CableKernel.Channel channel, int segment) {
    List<Integer> places = channel.mechanism().segments();
    Binding binding = new Binding(kernel, channel);
    List<Arriving> found = new ArrayList<>();
    for (NeuronModel.Receptor r : channel.programs().model().receptors()) {
      int column = binding.membrane(ChannelPrograms.arrivals(r.id()));
      if (column < 0) continue;
      found.add(
          new Arriving(
              binding.arrivals(r), places.indexOf(segment), column, new double[CableColumns.ROOM]));
    }
    return found.toArray(Arriving[]::new);
  }

  /// Between steps: takes notice of parameters that were set.
  ///
  /// @param neurons columns of the population
  /// @param numbers its uniforms
  public void bind(double[][] neurons, double[] numbers) {
    if (kernel.isModulated()) {
      shared.prepare(neurons, numbers, dt);
      modulation.forget();
    }
    for (Run r : all) {
      CableKernel.Channel channel = kernel.channels().get(r.channel);
      double[][] prepared = shared.columns(r.channel);
      System.arraycopy(prepared, 0, r.columns, 0, prepared.length);
      for (Varying x : r.varying) r.columns[x.column] = x.copy;
      Binding binding = new Binding(kernel, channel);
      binding.bindStates(r.segment, here, r.columns);
      binding.bind(ChannelPrograms.CURRENT, current, r.columns);
      binding.bind(ChannelPrograms.CONDUCTANCE, slope, r.columns);
      binding.bind(ChannelPrograms.CARRIED, r.carried, r.columns);
      binding.bind(ChannelPrograms.CARRIED_SLOPE, r.carriedSlope, r.columns);
      channel
          .programs()
          .model()
          .pool()
          .ifPresent(ion -> binding.bind(ChannelPrograms.ionCurrent(ion), r.carried, r.columns));
    }
  }

  @Override
  public boolean run(double[][] neurons, double[] numbers, int[] through, int from, int to) {
    boolean finite = true;
    if (modulation.hasChanged(neurons, numbers, from, to)) shared.follow(neurons, numbers, dt);
    for (int first = from; first < to; first += CableColumns.ROOM)
      finite &= advance(neurons, numbers, first, Math.min(CableColumns.ROOM, to - first));
    return finite;
  }

  private boolean advance(double[][] neurons, double[] numbers, int first, int count) {
    boolean finite = true;
    read(neurons, first, count);
    modulation.read(neurons, numbers, first, count);
    for (int k = 0; k < junction.length; k++) if (junction[k]) balance(k, count);
    for (int k = 0; k < junction.length; k++) finite &= collect(neurons, k, first, count);
    for (int k : held) holdStill(k, first, count);
    solver.addAxialCurrents(potentials, axial, count);
    solver.solve(axial, count);
    for (Run r : pools) {
      meanOverStep(r, first, count);
      finite &= run(r, r.advance, count);
    }
    finite &= move(count);
    for (Run r : gates) {
      arrive(r, neurons, first, count);
      finite &= run(r, r.advance, count);
    }
    for (int k = 0; k < states; k++) System.arraycopy(here[k], 0, neurons[k], first, count);
    return finite;
  }

  private boolean run(Run r, Program.Step step, int count) {
    return step.run(r.columns, shared.uniforms(r.channel), NOWHERE, 0, count);
  }

  /// Copies what a chunk needs of the population.
  private void read(double[][] neurons, int first, int count) {
    for (int k = 0; k < states; k++) System.arraycopy(neurons[k], first, here[k], 0, count);
    for (int k = 1; k < axial.length; k++)
      axial[k] = shared.axial()[k].part(first, count, axialRooms[k]);
    for (Run r : all)
      for (Varying x : r.varying)
        System.arraycopy(shared.columns(r.channel)[x.column], first, x.copy, 0, count);
  }

  /// Sets the potential where branches meet so that what flows in flows out.
  private void balance(int k, int count) {
    Arrays.fill(sum, 0, count, 0);
    Arrays.fill(weight, 0, count, 0);
    int parent = kernel.cell().segments().get(k).parent();
    weigh(axial[k], potentials[parent], sum, weight, count);
    for (int child : neighbours[k]) weigh(axial[child], potentials[child], sum, weight, count);
    double[] v = potentials[k];
    for (int t = 0; t < count; t++) v[t] = sum[t] / weight[t];
  }

  private static void weigh(double[] g, double[] v, double[] sum, double[] weight, int count) {
    for (int t = 0; t < count; t++) sum[t] += g[t] * v[t];
    for (int t = 0; t < count; t++) weight[t] += g[t];
  }

  /// Puts a segment's capacitance, conductances and currents into the linear system.
  private boolean collect(double[][] neurons, int k, int first, int count) {
    double[] right = solver.right(k);
    double[] diagonal = solver.diagonal(k);
    System.arraycopy(shared.diagonal(k).part(first, count, rooms[0]), 0, diagonal, 0, count);
    if (junction[k]) {
      Arrays.fill(right, 0, count, 0);
      return true;
    }
    double[] g = shared.leak(k).part(first, count, rooms[0]);
    ohmic(g, shared.offset(k).part(first, count, rooms[1]), potentials[k], right, count);
    boolean finite = true;
    if (currents[k].length > 0) {
      Arrays.fill(current, 0, count, 0);
      Arrays.fill(slope, 0, count, 0);
      for (Run r : currents[k]) {
        if (r.carried == nothing) continue;
        Arrays.fill(r.carried, 0, count, 0);
        Arrays.fill(r.carriedSlope, 0, count, 0);
      }
      for (Run r : currents[k]) finite &= run(r, r.current, count);
      double[] least = shared.least(k).part(first, count, rooms[0]);
      subtract(current, slope, least, right, diagonal, count);
      limit(slope, least, shared.extrapolation(), extrapolations[k], count);
    }
    for (int column : injections[k])
      if (neurons[column].length > 0) {
        System.arraycopy(neurons[column], first, rooms[0], 0, count);
        modulation.amplify(rooms[0], count);
        add(rooms[0], right, count);
      }
    return finite;
  }

  private static void ohmic(double[] g, double[] i0, double[] v, double[] right, int count) {
    for (int t = 0; t < count; t++) right[t] = -(i0[t] + g[t] * v[t]);
  }

  private static void subtract(
      double[] current,
      double[] slope,
      double[] least,
      double[] right,
      double[] diagonal,
      int count) {
    for (int t = 0; t < count; t++) right[t] -= current[t];
    for (int t = 0; t < count; t++) diagonal[t] += Math.max(slope[t], least[t]);
  }

  /// How far past the middle of a step the potential goes on: to its end, but where channels conduct so much that this would lead beyond what they pull it to, no further than
  /// there. So an upstroke does not swing about the reversal potential from step to step.
  private static void limit(
      double[] slope, double[] least, double most, double[] extrapolation, int count) {
    for (int t = 0; t < count; t++) {
      double capacitive = least[t] * (-1 / CableColumns.STEEPEST);
      extrapolation[t] = Math.min(most, 1 + capacitive / Math.max(slope[t], 1e-30));
    }
  }

  private static void add(double[] values, double[] right, int count) {
    for (int t = 0; t < count; t++) right[t] += values[t];
  }

  private void holdStill(int k, int first, int count) {
    double[] diagonal = solver.diagonal(k);
    for (int t = 0; t < count; t++) if (refractory[first + t] > 0) diagonal[t] = STANDSTILL;
  }

  /// The current of an ion as it went into the potentials, per area.
  private void meanOverStep(Run r, int first, int count) {
    double[] perArea = shared.perArea(r.segment).part(first, count, rooms[0]);
    mean(r.carried, r.carriedSlope, solver.right(r.segment), perArea, count);
  }

  private static void mean(
      double[] carried, double[] slope, double[] increments, double[] perArea, int count) {
    for (int t = 0; t < count; t++)
      carried[t] = (carried[t] + slope[t] * increments[t]) * perArea[t];
  }

  private boolean move(int count) {
    Arrays.fill(check, 0, count, 0);
    for (int k = 0; k < junction.length; k++)
      if (extrapolations[k].length > 0)
        move(potentials[k], solver.right(k), extrapolations[k], count);
      else if (!junction[k]) move(potentials[k], solver.right(k), shared.extrapolation(), count);
    for (int k = 0; k < junction.length; k++) if (!junction[k]) check(potentials[k], check, count);
    boolean finite = true;
    for (int t = 0; t < count; t++) finite &= check[t] == 0;
    return finite;
  }

  private static void move(double[] v, double[] increments, double extrapolation, int count) {
    for (int t = 0; t < count; t++) v[t] += extrapolation * increments[t];
  }

  private static void move(double[] v, double[] increments, double[] extrapolation, int count) {
    for (int t = 0; t < count; t++) v[t] += extrapolation[t] * increments[t];
  }

  /// A number that is not finite makes its check something else than 0.
  private static void check(double[] v, double[] check, int count) {
    for (int t = 0; t < count; t++) check[t] += v[t] * 0;
  }

  private void arrive(Run r, double[][] neurons, int first, int count) {
    for (Arriving a : r.arriving) {
      double[] sums = neurons[a.from];
      if (sums.length == 0) {
        r.columns[a.to] = nothing;
      } else {
        System.arraycopy(sums, a.place * refractory.length + first, a.copy, 0, count);
        modulation.amplify(a.copy, count);
        r.columns[a.to] = a.copy;
      }
    }
  }
}
