package org.neurarium.circuits.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.units.Unit;

/// What a synapse is and does. Every symbol in its formulas is a parameter, a state, a definition, `w`, `V_post`, `post.NAME`, a modulator's
/// concentration such as `[DA]`, `t`, `dt` or `pi`.
///
/// @param id its name in files, such as `stdp_pair`
/// @param title its name for people
/// @param summary one or two sentences
/// @param references the papers it comes from, the first one first
/// @param parameters one value each for a whole projection
/// @param states without the weight `w`
/// @param presets named values of parameters
/// @param definitions in the file's order, without circles
/// @param equations at most one for each state and for `w`
/// @param scheme what `integrate` asks for; empty to let the analysis choose
/// @param onPre done at an arriving spike, in order; empty to hand over `w`
/// @param onPost done at a spike of the target, in order
/// @param text the model file it was read from
public record SynapseModel(
    String id,
    String title,
    String summary,
    List<Reference> references,
    List<Parameter> parameters,
    List<State> states,
    List<Preset> presets,
    List<Definition> definitions,
    List<Equation> equations,
    Optional<Scheme> scheme,
    List<Statement> onPre,
    List<Statement> onPost,
    String text)
    implements Model {

  /// Id of the model that hands over a weight that never changes.
  public static final String STATIC = "static";

  public SynapseModel {
    references = List.copyOf(references);
    parameters = List.copyOf(parameters);
    states = List.copyOf(states);
    presets = List.copyOf(presets);
    definitions = List.copyOf(definitions);
    equations = List.copyOf(equations);
    onPre = List.copyOf(onPre);
    onPost = List.copyOf(onPost);
  }

  /// Whether anything in it ever changes: if not, rows of weights are all it needs.
  public boolean isStatic() {
    return states.isEmpty() && equations.isEmpty() && onPre.isEmpty() && onPost.isEmpty();
  }

  /// All names in its formulas.
  public Set<String> symbols() {
    Set<String> found = new LinkedHashSet<>();
    Stream.of(
            definitions.stream().map(Definition::value),
            equations.stream().map(Equation::rate),
            onPre.stream().map(Statement::value),
            onPost.stream().map(Statement::value))
        .flatMap(s -> s)
        .forEach(e -> found.addAll(e.symbols()));
    return found;
  }

  /// The concentrations that it reads, such as `[DA]`.
  public Set<String> concentrations() {
    Set<String> found = symbols();
    found.removeIf(s -> !s.startsWith("["));
    for (State state : states) found.remove(state.id());
    return found;
  }

  /// A variable.
  ///
  /// @param id symbol
  /// @param label for people
  /// @param unit in which it is shown
  /// @param scope what has one
  /// @param start what it starts from: numbers and parameters
  public record State(String id, String label, Unit unit, Scope scope, Expression start) {}

  /// What has a variable of its own.
  public enum Scope {
    SYNAPSE,
    /// Each presynaptic neuron, as this projection's synapses see it.
    PRE,
    /// Each postsynaptic neuron, for this projection.
    POST
  }
}
