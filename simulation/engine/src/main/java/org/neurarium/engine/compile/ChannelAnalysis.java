package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;

/// Chooses how the gates and pools of a channel are integrated while the membrane potential is held.
public final class ChannelAnalysis {

  private ChannelAnalysis() {}

  /// The scheme of each state, in the model's order.
  public static Compiled<List<Choice>> of(ChannelModel model) {
    Set<String> fixed = new HashSet<>();
    for (Parameter p : model.parameters()) fixed.add(p.id());
    fixed.add(NeuronCompiler.STEP_LENGTH);
    fixed.add(Integration.LENGTH);
    Terms terms = new Terms(fixed, false);
    Names names = new Names(terms, model.definitions(), call -> call.function().id(), Map.of());
    Integration integration =
        new Integration(
            terms,
            names,
            model.states().stream().map(NeuronModel.State::id).toList(),
            model.equations(),
            Set.of("v"),
            Map.of(),
            fixed);
    Optional<Integration.Obstacle> obstacle = model.scheme().flatMap(integration::obstacle);
    if (obstacle.isPresent()) {
      Span at = obstacle.get().equation().at();
      return Compiled.failed(
          List.of(
              Problem.error(
                  Place.at(model.id() + ".model", at.line(), at.column(), ""),
                  "The scheme that the channel asks for cannot be used: "
                      + obstacle.get().sentence(),
                  "Leave the line with 'integrate' out, and the scheme is chosen for you.")));
    }
    integration.advance(model.scheme());
    return Compiled.of(new ArrayList<>(integration.choices()));
  }
}
