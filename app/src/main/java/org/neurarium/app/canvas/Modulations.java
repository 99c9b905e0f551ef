package org.neurarium.app.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.SynapseModel;

/// What a modulation can act on, for those who draw one and those who change one.
public final class Modulations {

  /// How the third factor of a plasticity rule is called in a list.
  public static final String THIRD_FACTOR = "third factor of the rule";

  private Modulations() {}

  /// Whether a link is the third factor of a rule, about which there is nothing more to say.
  static boolean isThirdFactor(Link l) {
    return l.role() instanceof Link.Modulate m && m.parameter().isEmpty();
  }

  /// The model of a population's neurons or of a projection's synapses.
  static Optional<Model> model(ElementId target, Circuit circuit, ModelCatalogue models) {
    return switch (circuit.find(target).orElse(null)) {
      case Population p -> models.neuron(p.model()).map(m -> m);
      case Projection p -> models.synapse(p.synapse().model()).map(m -> m);
      case null, default -> Optional.empty();
    };
  }

  /// What can be changed of a model: its parameters, and gain and noise of neurons.
  static List<String> parameters(Model model) {
    Set<String> found = new LinkedHashSet<>();
    if (model instanceof NeuronModel) found.add(Link.Modulate.GAIN);
    model.parameters().stream().map(Parameter::id).forEach(found::add);
    if (model instanceof NeuronModel) found.add(Link.Modulate.NOISE);
    return List.copyOf(found);
  }

  /// What a link can change of its target.
  public static List<String> parameters(Link link, Workspace workspace) {
    return model(link.to(), workspace.circuit(), workspace.models())
        .map(Modulations::parameters)
        .orElse(List.of());
  }

  /// Whether the synapses that a link ends at learn by a concentration.
  public static boolean readsConcentration(Link link, Workspace workspace) {
    return model(link.to(), workspace.circuit(), workspace.models())
        .filter(m -> m instanceof SynapseModel s && !s.concentrations().isEmpty())
        .isPresent();
  }
}
