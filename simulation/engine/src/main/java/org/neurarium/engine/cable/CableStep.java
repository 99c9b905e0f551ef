package org.neurarium.engine.cable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.model.Cell;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.ChannelPrograms;
import org.neurarium.engine.compile.Program;

/// Takes one worker's neurons with compartments from grid point to grid point, a chunk of neurons after the other, so that what lies in between stays in the nearest
/// cache.
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
  private final int[] refractory;
  private final int[] held;
  private final TreeSolver solver;
  private final boolean[] junction;
  private final int[][] neighbours;
  private final double[][] potentials;
  private final int[] firsts;
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
      Arriving[] arriving) {}

  /// What arrives at a channel in a segment.
  ///
  /// @param from column of the population
  /// @param place number of the segment in its compartment
  /// @param to column of the channel
  /// @param copy the segment's part, where the population's column is that of several segments; empty otherwise
  private record Arriving(int from, int place, int to, double[] copy) {}

  /// @param refractory how long each neuron of the population is still held
  /// @param held indices of the states that stay meanwhile
  /// @param to one past the last neuron that it is asked to take further
  public CableStep(CableColumns shared, int[] refractory, List<Integer> held, int to) {
    this.shared = shared;
    this.refractory = refractory;
    kernel = shared.kernel();
    List<Cell.Segment> segments = kernel.cell().segments();
    int n = segments.size();
    int[] parents = segments.stream().mapToInt(Cell.Segment::parent).toArray();
    solver = new TreeSolver(parents, CableColumns.ROOM);
    junction = new boolean[n];
    neighbours = new int[n][];
    potentials = new double[n][];
    firsts = new int[n];
    for (int k = 0; k < n; k++) {
      junction[k] = segments.get(k).isJunction();
      if (junction[k]) potentials[k] = new double[CableColumns.ROOM];
      neighbours[k] = neighbours(parents, k);
    }
    this.held =
        java.util.stream.IntStream.range(0, n)
            .filter(k -> !junction[k] && held.contains(kernel.column(segments.get(k).potential())))
            .toArray();
    sum = new double[CableColumns.ROOM];
    weight = new double[CableColumns.ROOM];
    check = new double[CableColumns.ROOM];
    current = new double[to];
    slope = new double[to];
    nothing = new double[to];
    all = runs(to);
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

  private Run[] runs(int to) {
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
          carried[segment] = new double[to];
          carriedSlope[segment] = new double[to];
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
                arriving(channel, segment, to)));
      }
    }
    return made.toArray(Run[]::new);
  }

  private Arriving[] arriving(CableKernel.Channel channel, int segment, int to) {
    List<Integer> places = channel.mechanism().segments();
    Binding binding = new Binding(kernel, channel);
    List<Arriving> found = new ArrayList<>();
    for (NeuronModel.Receptor r : channel.programs().model().receptors()) {
      int column = binding.membrane(ChannelPrograms.arrivals(r.id()));
      if (column < 0) continue;
      found.add(
          new Arriving(
              binding.arrivals(r),
              places.indexOf(segment),
              column,
              new double[places.size() > 1 ? to : 0]));
    }
    return found.toArray(Arriving[]::new);
  }

  /// Between steps: takes notice of parameters that were set and of arrays that were put in the place of others.
  ///
  /// @param neurons columns of the population
  public void bind(double[][] neurons) {
    for (int k = 0; k < potentials.length; k++)
      if (!junction[k])
        potentials[k] = neurons[kernel.column(kernel.cell().segments().get(k).potential())];
    for (Run r : all) {
      CableKernel.Channel channel = kernel.channels().get(r.channel);
      double[][] prepared = shared.columns(r.channel);
      System.arraycopy(prepared, 0, r.columns, 0, prepared.length);
      Binding binding = new Binding(kernel, channel);
      binding.bindStates(r.segment, neurons, r.columns);
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
    for (int first = from; first < to; first += CableColumns.ROOM)
      finite &= advance(neurons, first, Math.min(CableColumns.ROOM, to - first));
    return finite;
  }

  private boolean advance(double[][] neurons, int first, int count) {
    boolean finite = true;
    for (int k = 0; k < firsts.length; k++) firsts[k] = junction[k] ? 0 : first;
    for (int k = 0; k < firsts.length; k++) if (junction[k]) balance(k, first, count);
    for (int k = 0; k < firsts.length; k++) finite &= collect(neurons, k, first, count);
    for (int k : held) holdStill(k, first, count);
    solver.addAxialCurrents(potentials, firsts, shared.axial(), first, count);
    solver.solve(shared.axial(), first, count);
    for (Run r : pools) {
      meanOverStep(r, first, count);
      finite &= r.advance.run(r.columns, shared.uniforms(r.channel), NOWHERE, first, first + count);
    }
    finite &= move(first, count);
    for (Run r : gates) {
      arrive(r, neurons, first, count);
      finite &= r.advance.run(r.columns, shared.uniforms(r.channel), NOWHERE, first, first + count);
    }
    return finite;
  }

  /// Sets the potential where branches meet so that what flows in flows out.
  private void balance(int k, int first, int count) {
    Coefficient[] axial = shared.axial();
    Arrays.fill(sum, 0, count, 0);
    Arrays.fill(weight, 0, count, 0);
    int parent = kernel.cell().segments().get(k).parent();
    weigh(axial[k], potentials[parent], firsts[parent], first, count);
    for (int child : neighbours[k])
      weigh(axial[child], potentials[child], firsts[child], first, count);
    double[] v = potentials[k];
    for (int t = 0; t < count; t++) v[t] = sum[t] / weight[t];
  }

  private void weigh(Coefficient g, double[] v, int at, int first, int count) {
    weigh(g.values(), g.at(first), v, at, sum, weight, count);
  }

  private static void weigh(
      double[] g, int gAt, double[] v, int vAt, double[] sum, double[] weight, int count) {
    for (int t = 0; t < count; t++) {
      sum[t] += g[gAt + t] * v[vAt + t];
      weight[t] += g[gAt + t];
    }
  }

  /// Puts a segment's capacitance, conductances and currents into the linear system.
  private boolean collect(double[][] neurons, int k, int first, int count) {
    double[] right = solver.right(k);
    double[] diagonal = solver.diagonal(k);
    Coefficient fixed = shared.diagonal(k);
    System.arraycopy(fixed.values(), fixed.at(first), diagonal, 0, count);
    if (junction[k]) {
      Arrays.fill(right, 0, count, 0);
      return true;
    }
    Coefficient g = shared.leak(k);
    Coefficient i0 = shared.offset(k);
    ohmic(g.values(), g.at(first), i0.values(), i0.at(first), potentials[k], first, right, count);
    boolean finite = true;
    if (currents[k].length > 0) {
      Arrays.fill(current, first, first + count, 0);
      Arrays.fill(slope, first, first + count, 0);
      for (Run r : currents[k]) {
        if (r.carried == nothing) continue;
        Arrays.fill(r.carried, first, first + count, 0);
        Arrays.fill(r.carriedSlope, first, first + count, 0);
      }
      for (Run r : currents[k])
        finite &=
            r.current.run(r.columns, shared.uniforms(r.channel), NOWHERE, first, first + count);
      Coefficient least = shared.least(k);
      subtract(current, slope, first, least.values(), least.at(first), right, diagonal, count);
      limit(
          slope,
          first,
          least.values(),
          least.at(first),
          shared.extrapolation(),
          extrapolations[k],
          count);
    }
    for (int column : injections[k])
      if (neurons[column].length > 0) add(neurons[column], first, right, count);
    return finite;
  }

  private static void ohmic(
      double[] g, int gAt, double[] i0, int iAt, double[] v, int first, double[] right, int count) {
    for (int t = 0; t < count; t++) right[t] = -(i0[iAt + t] + g[gAt + t] * v[first + t]);
  }

  private static void subtract(
      double[] current,
      double[] slope,
      int first,
      double[] least,
      int at,
      double[] right,
      double[] diagonal,
      int count) {
    for (int t = 0; t < count; t++) right[t] -= current[first + t];
    for (int t = 0; t < count; t++) diagonal[t] += Math.max(slope[first + t], least[at + t]);
  }

  /// How far past the middle of a step the potential goes on: to its end, but where channels conduct so much that this would lead beyond what they pull it to, no further than
  /// there. So an upstroke does not swing about the reversal potential from step to step.
  private static void limit(
      double[] slope,
      int first,
      double[] least,
      int at,
      double most,
      double[] extrapolation,
      int count) {
    for (int t = 0; t < count; t++) {
      double capacitive = least[at + t] / -CableColumns.STEEPEST;
      extrapolation[t] = Math.min(most, 1 + capacitive / Math.max(slope[first + t], 1e-30));
    }
  }

  private static void add(double[] values, int first, double[] right, int count) {
    for (int t = 0; t < count; t++) right[t] += values[first + t];
  }

  private void holdStill(int k, int first, int count) {
    double[] diagonal = solver.diagonal(k);
    for (int t = 0; t < count; t++) if (refractory[first + t] > 0) diagonal[t] = STANDSTILL;
  }

  /// The current of an ion as it went into the potentials, per area.
  private void meanOverStep(Run r, int first, int count) {
    Coefficient perArea = shared.perArea(r.segment);
    double[] increments = solver.right(r.segment);
    double[] carried = r.carried;
    double[] carriedSlope = r.carriedSlope;
    double[] factor = perArea.values();
    int at = perArea.at(first);
    for (int t = 0; t < count; t++)
      carried[first + t] =
          (carried[first + t] + carriedSlope[first + t] * increments[t]) * factor[at + t];
  }

  private boolean move(int first, int count) {
    Arrays.fill(check, 0, count, 0);
    for (int k = 0; k < firsts.length; k++)
      if (extrapolations[k].length > 0)
        move(potentials[k], first, solver.right(k), extrapolations[k], check, count);
      else if (!junction[k])
        move(potentials[k], first, solver.right(k), shared.extrapolation(), check, count);
    boolean finite = true;
    for (int t = 0; t < count; t++) finite &= check[t] == 0;
    return finite;
  }

  /// A number that is not finite makes its check something else than 0.
  private static void move(
      double[] v, int first, double[] increments, double extrapolation, double[] check, int count) {
    for (int t = 0; t < count; t++) {
      double next = v[first + t] + extrapolation * increments[t];
      v[first + t] = next;
      check[t] += next * 0;
    }
  }

  private static void move(
      double[] v,
      int first,
      double[] increments,
      double[] extrapolation,
      double[] check,
      int count) {
    for (int t = 0; t < count; t++) {
      double next = v[first + t] + extrapolation[t] * increments[t];
      v[first + t] = next;
      check[t] += next * 0;
    }
  }

  private void arrive(Run r, double[][] neurons, int first, int count) {
    for (Arriving a : r.arriving) {
      double[] sums = neurons[a.from];
      if (sums.length == 0) {
        r.columns[a.to] = nothing;
      } else if (a.copy.length == 0) {
        r.columns[a.to] = sums;
      } else {
        int size = refractory.length;
        System.arraycopy(sums, a.place * size + first, a.copy, first, count);
        r.columns[a.to] = a.copy;
      }
    }
  }
}
