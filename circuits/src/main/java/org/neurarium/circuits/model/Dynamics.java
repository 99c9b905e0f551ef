package org.neurarium.circuits.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Statement;

/// What a neuron does: the checked formulas of a model file. Every symbol in them is a parameter, a state, a definition, `I_ext`, `t`, `dt`,
/// `pi`, `weight` (in arrivals), `sum_NAME` or `total_NAME` of a coupling receptor, the id of a current receptor of a cell (`tuft.current`); units used as
/// quantities have become numbers.
///
/// @param definitions in the file's order, without circles
/// @param equations at most one for each state
/// @param scheme what `integrate` asks for; empty to let the analysis choose
/// @param published the update that takes the equations' place, in order; empty where there is none
/// @param eachStep done once a step after integration
/// @param arrivals by receptor id: what a spike there does
/// @param spike when the neuron fires; empty for a neuron that never does
/// @param withinStep whether the crossing is located inside the step
/// @param reset done at a spike, in order; where it is empty the neuron fires when the condition begins to hold
/// @param refractory how long it is held after a spike
/// @param held ids of the states that stay as the reset left them
public record Dynamics(
    List<Definition> definitions,
    List<Equation> equations,
    Optional<Scheme> scheme,
    List<Statement.Assign> published,
    List<Statement.Assign> eachStep,
    Map<String, List<Statement.Assign>> arrivals,
    Optional<Expression> spike,
    boolean withinStep,
    List<Statement.Assign> reset,
    Optional<Expression> refractory,
    List<String> held) {

  public Dynamics {
    definitions = List.copyOf(definitions);
    equations = List.copyOf(equations);
    published = List.copyOf(published);
    eachStep = List.copyOf(eachStep);
    arrivals = Map.copyOf(arrivals);
    reset = List.copyOf(reset);
    held = List.copyOf(held);
  }
}
