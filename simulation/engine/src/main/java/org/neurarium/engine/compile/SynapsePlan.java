package org.neurarium.engine.compile;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.model.SynapseModel;

/// What a synapse model becomes for targets of one neuron model: programs, and what stands in their columns and uniforms.
///
/// Column numbers and uniform numbers mean the same in all programs of a plan; how a column is addressed depends on what a row is:
///
/// | program | a row is | by row | through the target | uniform |
/// |---|---|---|---|---|
/// | [#onPre], [#advance], [#catchUp] | a synapse of one source with one delay | weight, synapse states, last, draws | post states, neuron states, delivered | pre states |
/// | [#onPost] | a synapse onto one target | weight, synapse states, last, draws, pre states | | post states, neuron states |
/// | [#preAdvance], [#onPreSource] | a source with one delay | pre states | | |
/// | [#flow] | a target, or all | flows; influences that differ by target | | other influences |
/// | [#postAdvance], [#onPostTarget] | a target | post states, neuron states | | |
///
/// A *pre state* exists once for each source and delay, a *post state* once for each target. In each step the engine sets the uniforms, then runs
///
/// 1. `flow`; `preAdvance` and `postAdvance` for all rows, then `advance` for all synapses: from one grid point to the next, with neuron states as they were at the beginning of the
///    step and concentrations at its middle; `advance` sees pre and post states at its middle, too (the mean of both ends, which makes it second order);
/// 2. at the arrivals of the new grid point: `onPre`, then `onPreSource` (each as if the statements up to then had run, from the same values);
/// 3. the neurons' own step;
/// 4. for every target that fired: `onPost`, then `onPostTarget`.
///
/// Variables that are not in `advance` but have equations are event-driven: `onPre` and `onPost` first bring them from the step in the column [Last] to the step in the
/// uniform [Step] and then set [Last]. `catchUp` does only that. Where solutions are shared ([Flow]), what stands in the columns of the states they hold for is what the synapse *keeps*, and
/// `catchUp` turns it into the present values; then the flows begin anew.
///
/// @param model where it comes from
/// @param columns by column number
/// @param uniforms by uniform number
/// @param preAdvance empty where no pre state has an equation
/// @param postAdvance empty where no post state has an equation
/// @param advance states that are integrated in every step; empty where there are none
/// @param onPre always there: it adds to [Delivered]
/// @param onPreSource empty where no pre state is assigned
/// @param onPost empty where there is nothing to do for the synapses
/// @param onPostTarget empty where no post state is assigned
/// @param catchUp empty where nothing is event-driven
/// @param flow one step of the solutions that synapses share; empty where there are none
/// @param flowsByTarget whether each target has its own; otherwise one row is all
/// @param eligibility column of the state that a concentration turns into weight; below 0 where there is none
/// @param values numbers that follow from parameters
/// @param reasons for people: how each variable is kept current and why
public record SynapsePlan(
    SynapseModel model,
    List<Column> columns,
    List<Uniform> uniforms,
    Optional<Program> preAdvance,
    Optional<Program> postAdvance,
    Optional<Program> advance,
    Program onPre,
    Optional<Program> onPreSource,
    Optional<Program> onPost,
    Optional<Program> onPostTarget,
    Optional<Program> catchUp,
    Optional<Program> flow,
    boolean flowsByTarget,
    int eligibility,
    Values values,
    List<String> reasons) {

  public SynapsePlan {
    columns = List.copyOf(columns);
    uniforms = List.copyOf(uniforms);
    reasons = List.copyOf(reasons);
  }

  /// What stands in a column.
  public sealed interface Column {}

  /// The weight `w`, in the receptor's unit.
  public record Weight() implements Column {}

  /// A state of the model.
  ///
  /// @param index in the model's list
  public record State(int index) implements Column, Uniform {}

  /// The step up to which a synapse's event-driven variables are current.
  public record Last() implements Column {}

  /// A state of the postsynaptic neuron.
  ///
  /// @param index in its model's list
  public record Neuron(int index) implements Column, Uniform {}

  /// A fresh random number for each synapse and event.
  ///
  /// @param number of the draw, different for all draws of a plan
  /// @param function what is drawn
  public record Draw(int number, Function function) implements Column {}

  /// The sums of what arrives at the receptor at the present grid point, by target. Added to, never read.
  public record Delivered() implements Column {}

  /// What stands in a uniform.
  public sealed interface Uniform {}

  /// A parameter of the projection, in engine units; set by [Values#set].
  ///
  /// @param index in the model's list
  public record Parameter(int index) implements Uniform {}

  /// A number that follows from parameters and dt; set by [Values#set].
  public record Derived() implements Uniform {}

  /// The present grid point's number.
  public record Step() implements Uniform {}

  /// The present grid point's time (ms).
  public record Time() implements Uniform {}

  /// A concentration, by its symbol in brackets, or the factor by which modulators change a parameter, by `factor.` and its id. A column by target where it differs from
  /// target to target; a uniform otherwise.
  ///
  /// @param moment of the step; [Moment#PRESENT] is the mean over the step in [#advance], and the value at the grid point elsewhere
  public record Influence(String symbol, Moment moment) implements Column, Uniform {

    /// The parameter that is changed; empty for a concentration.
    public String parameter() {
      return Influences.parameter(symbol);
    }
  }

  /// A moment of a step.
  public enum Moment {
    BEGIN,
    HALF,
    END,
    PRESENT
  }

  /// A number of the solutions that synapses share: [#flow] writes it, by target or once for all, the other programs read it.
  ///
  /// @param of the column of the state whose solution it belongs to
  /// @param driver the column of the state whose kept value it multiplies; below 0 for what is added
  public record Flow(int of, int driver) implements Column, Uniform {

    /// What it is when solutions begin.
    public double start() {
      return of == driver ? 1 : 0;
    }
  }

  /// Numbers that follow from a projection's parameters. Stateless.
  public interface Values {

    /// Sets all uniforms that are a [Parameter] or [Derived].
    ///
    /// @param parameters in the model's order, in engine units
    /// @param dt length of a step (ms)
    void set(double[] parameters, double dt, double[] uniforms);

    /// Where a state starts, in engine units.
    ///
    /// @param state index in the model's list
    double start(int state, double[] parameters);
  }
}
