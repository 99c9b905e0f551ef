package org.neurarium.engine.compile;

import java.util.List;

/// Straight-line arithmetic, done for every row of some columns (a row is a neuron or a synapse).
///
/// For each row all inputs are read first, then the instructions run in order, then all outputs are written. Instruction numbers are places in `code`; an operand
/// is the number of an earlier instruction, so the list is in static single assignment form. No value passes from one row to the next.
///
/// @param inputs what a [Op#LOAD] instruction reads, by number
/// @param code the instructions
/// @param outputs what is written
public record Program(List<Input> inputs, List<Instruction> code, List<Output> outputs) {

  public Program {
    inputs = List.copyOf(inputs);
    code = List.copyOf(code);
    outputs = List.copyOf(outputs);
  }

  /// The program as lines that a person can read.
  public String listing() {
    return Listing.of(this);
  }

  /// Where an input or output lies.
  public enum Address {
    /// `columns[column][row]`.
    ROW,
    /// `columns[column][through[row]]`: what belongs to the synapse's target, for instance.
    THROUGH,
    /// `uniforms[column]`: the same for all rows. Not an output's.
    UNIFORM
  }

  /// Something read.
  ///
  /// @param name for listings: `v`, `tau_m`
  public record Input(String name, Address address, int column) {}

  /// Something written.
  ///
  /// @param name for listings
  /// @param adds whether the value is added to what is there: a sum over rows, made in the order of rows
  /// @param value number of the instruction that computes it
  public record Output(String name, Address address, int column, boolean adds, int value) {}

  /// One operation.
  ///
  /// @param a number of the first operand, or of the input that [Op#LOAD] reads
  /// @param constant of [Op#CONSTANT]
  public record Instruction(Op op, int a, int b, int c, double constant) {}

  /// What a program becomes: an interpretation, or generated code. Stateless.
  @FunctionalInterface
  public interface Step {

    /// Runs rows `from` to `to - 1`. Allocates nothing.
    ///
    /// @param columns arrays by column
    /// @param uniforms numbers that are the same for all rows
    /// @param through where [Address#THROUGH] goes, by row
    /// @return whether every number written was finite
    boolean run(double[][] columns, double[] uniforms, int[] through, int from, int to);
  }

  /// What a program whose last instruction is a condition becomes, when it is asked for the rows that meet it.
  @FunctionalInterface
  public interface Search {

    /// Writes the numbers of the rows among `from … to - 1` that meet the condition, ascending.
    ///
    /// @param found has room for `to - from` more
    /// @param at where to write the first
    /// @return where the next would be written
    int find(double[][] columns, double[] uniforms, int from, int to, int[] found, int at);
  }
}
