package org.neurarium.engine.compile;

import java.util.List;
import org.neurarium.circuits.formula.Function;

/// What stands in the columns and uniforms of a neuron model's programs.
///
/// Column numbers and uniform numbers mean the same in all programs of a model. The states come first, in the model's order. A
/// parameter is a column where it varies over the population, else a uniform.
///
/// @param columns by column number; arrays with one number for each neuron
/// @param uniforms by uniform number
public record KernelLayout(List<Column> columns, List<Uniform> uniforms) {

  public KernelLayout {
    columns = List.copyOf(columns);
    uniforms = List.copyOf(uniforms);
  }

  /// What stands in a column.
  public sealed interface Column {}

  /// A state variable.
  ///
  /// @param index in the model's list
  public record State(int index) implements Column {}

  /// A parameter, in engine units.
  ///
  /// @param index in the model's list
  public record Parameter(int index) implements Column, Uniform {}

  /// A number that follows from parameters, dt and the integration step; set by [Derivation#run].
  public record Derived() implements Column, Uniform {}

  /// The sum of the weights that arrive at a receptor at the end of the step.
  ///
  /// @param receptor index in the model's list
  public record Arrivals(int receptor) implements Column {}

  /// `sum_NAME` of a coupling receptor: the sum over sources of weight times state.
  ///
  /// @param receptor index in the model's list
  public record Sum(int receptor) implements Column {}

  /// `total_NAME` of a coupling receptor: the sum of weights.
  ///
  /// @param receptor index in the model's list
  public record Total(int receptor) implements Column {}

  /// The current through a receptor for currents during the step (pA): `I_ext` of a neuron that is a point.
  ///
  /// @param number of the receptor among those of the model that take currents
  public record Current(int number) implements Column {}

  /// What a channel knows of the membrane that it lies in; `columns` then belong to a channel in a segment, not to a neuron.
  ///
  /// @param symbol a name of [ChannelPrograms]
  public record Membrane(String symbol) implements Column {}

  /// A fresh random number for each neuron and step, to be there before the program that reads it runs.
  ///
  /// @param number of the draw, different for all draws of a model
  /// @param function what is drawn
  /// @param moment which program reads it
  public record Draw(int number, Function function, Moment moment) implements Column {}

  /// How long the neuron is held (ms), written by the reset.
  public record Refractory() implements Column {}

  /// The factor by which neuromodulators change a parameter, or all that comes in, during the step: a column where it differs from neuron to neuron.
  ///
  /// @param parameter its id
  public record Factor(String parameter) implements Column, Uniform {}

  /// What stands in a uniform.
  public sealed interface Uniform {}

  /// The time at which the step begins (ms).
  public record Time() implements Uniform {}

  /// `dt`, length of a step of the grid (ms); set by [Derivation#run].
  public record StepLength() implements Uniform {}

  /// Length of what [NeuronPrograms#integrate] integrates (ms): dt, or a part of it; set by [Derivation#run].
  public record IntegrationLength() implements Uniform {}

  /// Which program reads a random number.
  public enum Moment {
    /// [NeuronPrograms#step] and [NeuronPrograms#finish].
    EACH_STEP,
    CONDITION,
    RESET
  }

  /// The number of a column.
  ///
  /// @return -1 where there is none
  public int column(Column column) {
    return columns.indexOf(column);
  }

  /// The number of a uniform.
  ///
  /// @return -1 where there is none
  public int uniform(Uniform uniform) {
    return uniforms.indexOf(uniform);
  }
}
