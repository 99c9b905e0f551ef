package org.neurarium.engine.cable;

import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.formula.Evaluator;
import org.neurarium.circuits.model.Cell;
import org.neurarium.engine.compile.ChannelPrograms;
import org.neurarium.engine.compile.Interpreter;
import org.neurarium.engine.compile.KernelLayout;

/// What follows from the parameters of a population with compartments: sizes, conductances, and what its channels' programs need. Shared by the workers; changes
/// between steps only.
///
/// The scheme is that of Crank and Nicolson, second order. Where the fastest exchange between neighbours is so fast that its errors would swing for long, a step is
/// made by the backward Euler rule, first order, which damps them.
public final class CableColumns {

  /// Most neurons that go through the compartments together.
  static final int ROOM = 256;

  /// How often the quickest segment may exchange its charge with its neighbours within a step. At this number an error changes sign in every step and loses 4 %.
  private static final double QUICKEST = 50;

  /// How far a conductance that grows with depolarisation, which has a negative slope, may cancel the capacitance: beyond that the implicit rule has a pole.
  static final double STEEPEST = 0.5;

  private static final double[] NOTHING = {};

  private final CableKernel kernel;
  private final int size;
  private final Coefficient[] axial;
  private final Coefficient[] diagonal;
  private final Coefficient[] offset;
  private final Coefficient[] leak;
  private final Coefficient[] least;
  private final Coefficient[] perArea;
  private final double[][][] columns;
  private final double[][] uniforms;
  private final Values values;
  private Sizes sizes;
  private double extrapolation = 2;

  /// @param size number of neurons
  public CableColumns(CableKernel kernel, int size) {
    this.kernel = kernel;
    this.size = size;
    int n = kernel.cell().segments().size();
    axial = new Coefficient[n];
    diagonal = new Coefficient[n];
    offset = new Coefficient[n];
    leak = new Coefficient[n];
    least = new Coefficient[n];
    perArea = new Coefficient[n];
    columns = new double[kernel.channels().size()][][];
    uniforms = new double[kernel.channels().size()][];
    values = new Values(kernel);
    sizes = new Sizes(new int[0], new double[0][], new double[0][], new double[0][]);
  }

  /// Columns for the same neurons, to be prepared.
  CableColumns another() {
    return new CableColumns(kernel, size);
  }

  CableKernel kernel() {
    return kernel;
  }

  /// Conductance of a segment to its parent (nS).
  Coefficient[] axial() {
    return axial;
  }

  /// What stands in the diagonal before channels that change are added (nS).
  Coefficient diagonal(int segment) {
    return diagonal[segment];
  }

  /// Conductance of what is always open (nS).
  Coefficient leak(int segment) {
    return leak[segment];
  }

  /// Current through what is always open, at 0 mV (pA).
  Coefficient offset(int segment) {
    return offset[segment];
  }

  /// The least conductance that may be added to the diagonal (nS); below 0.
  Coefficient least(int segment) {
    return least[segment];
  }

  /// 1/area (1/um²).
  Coefficient perArea(int segment) {
    return perArea[segment];
  }

  /// Parameters and derived numbers of a channel, as its layout wants them.
  double[][] columns(int channel) {
    return columns[channel];
  }

  double[] uniforms(int channel) {
    return uniforms[channel];
  }

  /// How many of the solved increments make a step: 2 where the middle of the step is solved for, 1 where its end is.
  double extrapolation() {
    return extrapolation;
  }

  /// Computes everything anew.
  ///
  /// @param neuronColumns the population's, with parameters that vary
  /// @param neuronUniforms with the others
  /// @param dt length of a step (ms)
  public void prepare(double[][] neuronColumns, double[] neuronUniforms, double dt) {
    values.take(neuronColumns, neuronUniforms);
    sizes = sizes();
    for (int c = 0; c < columns.length; c++) prepareChannel(c, dt);
    combine(dt);
  }

  /// Computes anew what follows from parameters that neuromodulators change.
  ///
  /// @param neuronColumns with their factors
  /// @param neuronUniforms with the others
  /// @param dt length of a step (ms)
  void follow(double[][] neuronColumns, double[] neuronUniforms, double dt) {
    values.take(neuronColumns, neuronUniforms);
    boolean together = kernel.areSizesModulated();
    if (together) sizes = sizes();
    for (int c = 0; c < columns.length; c++)
      if (kernel.channels().get(c).modulated()) {
        prepareChannel(c, dt);
        together |= kernel.channels().get(c).isConstant();
      }
    if (together) combine(dt);
  }

  /// Puts together what does not change during a step.
  private void combine(double dt) {
    int rows = sizes.rows();
    double[][] conductance = new double[axial.length][rows];
    double[][] current = new double[axial.length][rows];
    for (int c = 0; c < columns.length; c++)
      if (kernel.channels().get(c).isConstant()) addConstant(c, rows, conductance, current);
    extrapolation = sizes.quickest() * dt > QUICKEST ? 1 : 2;
    double perStep = extrapolation / dt;
    for (int k = 0; k < axial.length; k++) {
      axial[k] = coefficient(sizes.axial()[k]);
      leak[k] = coefficient(conductance[k]);
      offset[k] = coefficient(current[k]);
      double[] charge = new double[rows];
      double[] floor = new double[rows];
      double[] inverse = new double[rows];
      for (int i = 0; i < rows; i++) {
        double capacitive = sizes.capacitance()[k][i] * perStep;
        charge[i] = capacitive + sizes.neighbours(k, i) + conductance[k][i];
        floor[i] = -STEEPEST * capacitive;
        inverse[i] = 1 / sizes.area()[k][i];
      }
      diagonal[k] = coefficient(charge);
      least[k] = coefficient(floor);
      perArea[k] = coefficient(inverse);
    }
  }

  private static Coefficient coefficient(double[] values) {
    return Coefficient.of(values, ROOM);
  }

  /// Whether sizes or constant conductances differ from neuron to neuron.
  private boolean isEach() {
    if (size == 1) return false;
    for (CableKernel.Channel c : kernel.channels())
      if (c.isConstant() && !c.varied().isEmpty()) return true;
    return kernel.cell().segments().stream()
        .anyMatch(s -> values.isAnyVaried(s.compartment(), ".length", ".diameter", ".C_m", ".R_a"));
  }

  private Sizes sizes() {
    int rows = isEach() ? size : 1;
    List<Cell.Segment> segments = kernel.cell().segments();
    int n = segments.size();
    int[] parents = segments.stream().mapToInt(Cell.Segment::parent).toArray();
    Sizes made = new Sizes(parents, new double[n][rows], new double[n][rows], new double[n][rows]);
    for (int i = 0; i < rows; i++) {
      Cell.Geometry one = kernel.cell().geometry(values.of(i));
      for (int k = 0; k < n; k++) {
        made.area[k][i] = one.area()[k];
        made.capacitance[k][i] = one.capacitance()[k];
        made.axial[k][i] = one.axial()[k];
      }
    }
    return made;
  }

  /// Sizes of the segments, by segment and neuron.
  private record Sizes(int[] parents, double[][] area, double[][] capacitance, double[][] axial) {

    /// 1 where all neurons are alike, else how many there are.
    int rows() {
      return area[0].length;
    }

    /// Sum of the conductances to all neighbours.
    double neighbours(int segment, int neuron) {
      double sum = segment == 0 ? 0 : axial[segment][neuron];
      for (int k = 1; k < parents.length; k++) if (parents[k] == segment) sum += axial[k][neuron];
      return sum;
    }

    /// The largest rate of exchange with neighbours (1/ms).
    double quickest() {
      double most = 0;
      for (int k = 0; k < parents.length; k++)
        for (int i = 0; i < axial[k].length; i++)
          if (capacitance[k][i] > 0) most = Math.max(most, neighbours(k, i) / capacitance[k][i]);
      return most;
    }
  }

  private void prepareChannel(int c, double dt) {
    CableKernel.Channel channel = kernel.channels().get(c);
    if (columns[c] == null) {
      columns[c] = new double[channel.programs().layout().columns().size()][];
      Arrays.fill(columns[c], NOTHING);
      uniforms[c] = new double[channel.programs().layout().uniforms().size()];
    }
    fill(channel, columns[c], uniforms[c]);
    derive(channel, columns[c], uniforms[c], dt, channel.programs().lengthInSteps());
  }

  private void derive(
      CableKernel.Channel channel, double[][] into, double[] numbers, double dt, double steps) {
    channel.programs().derivation().run(into, numbers, dt, steps * dt, size);
  }

  private void fill(CableKernel.Channel channel, double[][] into, double[] numbers) {
    KernelLayout layout = channel.programs().layout();
    int parameters = channel.programs().model().parameters().size();
    for (int k = 0; k < into.length; k++)
      if (layout.columns().get(k) instanceof KernelLayout.Derived) into[k] = room(into[k]);
    for (int p = 0; p <= parameters; p++) {
      KernelLayout.Parameter place = new KernelLayout.Parameter(p);
      int column = layout.column(place);
      int uniform = layout.uniform(place);
      if (column >= 0) {
        into[column] = room(into[column]);
        for (int i = 0; i < size; i++) into[column][i] = value(channel, p, i);
      }
      if (uniform >= 0) numbers[uniform] = value(channel, p, 0);
    }
  }

  private double[] room(double[] before) {
    return before.length == size ? before : new double[size];
  }

  /// The value of a channel's parameter, the last of which is the area of a segment.
  private double value(CableKernel.Channel channel, int parameter, int neuron) {
    Cell.Mechanism m = channel.mechanism();
    if (parameter == channel.programs().model().parameters().size()) {
      double[] area = sizes.area()[m.segments().getFirst()];
      return area[area.length == 1 ? 0 : neuron];
    }
    String id = channel.programs().model().parameters().get(parameter).id();
    return Evaluator.evaluate(
        java.util.Objects.requireNonNull(m.values().get(id)), values.of(neuron));
  }

  private void addConstant(int c, int rows, double[][] conductance, double[][] current) {
    CableKernel.Channel channel = kernel.channels().get(c);
    KernelLayout layout = channel.programs().layout();
    double[][] own = columns[c].clone();
    int g = layout.column(new KernelLayout.Membrane(ChannelPrograms.CONDUCTANCE));
    int i0 = layout.column(new KernelLayout.Membrane(ChannelPrograms.CURRENT));
    own[g] = new double[rows];
    own[i0] = new double[rows];
    new Interpreter(channel.programs().constant().orElseThrow())
        .run(own, uniforms[c], new int[0], 0, rows);
    for (int segment : channel.mechanism().segments())
      for (int i = 0; i < rows; i++) {
        conductance[segment][i] += own[g][i];
        current[segment][i] += own[i0][i];
      }
  }

  /// Takes the states of channels from the beginning of a step, where start values are given, to its middle, where they are kept.
  ///
  /// @param neuronColumns the population's, at its start
  /// @param dt length of a step (ms)
  public void begin(double[][] neuronColumns, double dt) {
    for (int c = 0; c < columns.length; c++) {
      CableKernel.Channel channel = kernel.channels().get(c);
      if (channel.isPool() || channel.once().isEmpty()) continue;
      double[][] own = columns[c].clone();
      double[] numbers = uniforms[c].clone();
      for (int k = 0; k < own.length; k++) own[k] = own[k].clone();
      derive(channel, own, numbers, dt, 0.5);
      Binding binding = new Binding(kernel, channel);
      for (int segment : channel.mechanism().segments()) {
        binding.bindStates(segment, neuronColumns, own);
        channel.once().get().run(own, numbers, new int[0], 0, size);
      }
    }
  }

  /// How many bytes it takes.
  public long bytes() {
    long numbers = 0;
    for (double[][] channel : columns)
      if (channel != null) for (double[] column : channel) numbers += column.length;
    for (Coefficient[] all : List.of(axial, diagonal, offset, leak, least, perArea))
      for (Coefficient one : all) if (one != null) numbers += one.values().length;
    return 8 * numbers;
  }
}
