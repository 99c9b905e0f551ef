package org.neurarium.circuits.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.NeuronModel.Effect;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Models with just enough in them, and a language of two words: what a catalogue does with texts does not depend on what they say.
public final class Sketches {

  private static final Span HERE = new Span(1, 1, 1);

  private static final Dynamics NOTHING =
      new Dynamics(
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          Map.of(),
          Optional.empty(),
          false,
          List.of(),
          Optional.empty(),
          List.of());

  private Sketches() {}

  /// Understands `neuron NAME` and `synapse NAME`; a text with `oops` in it has an error at line 2, column 3. Counts what it reads.
  public static ModelLanguage language(AtomicInteger readings) {
    return (file, text) -> {
      readings.incrementAndGet();
      if (text.contains("oops"))
        return new ModelLanguage.Reading(
            Optional.empty(),
            List.of(Problem.error(Place.at(file, 2, 3, ""), "There is no 'oops'", "")));
      String[] words = text.split("\\s+", 3);
      Model model = words[0].equals("synapse") ? synapse(words[1], text) : neuron(words[1], text);
      return new ModelLanguage.Reading(Optional.of(model), List.of());
    };
  }

  /// The built-in models, a synapse model `stdp` and a neuron `gappy` that couples, with this language for more.
  public static ModelCatalogue catalogue(AtomicInteger readings) {
    List<Model> models = new ArrayList<>(Library.builtIn().neurons());
    models.addAll(Library.builtIn().synapses());
    models.add(synapse("stdp", "synapse stdp"));
    models.add(neuron("gappy", "neuron gappy"));
    return new ModelCatalogue(models, language(readings));
  }

  /// A neuron with a potential `v`, a receptor `ex`, and a receptor `gap` that couples to `V` and one, `trace`, to a state `x`.
  public static NeuronModel neuron(String id, String text) {
    return new NeuronModel(
        id,
        "A sketch",
        "",
        List.of(),
        List.of(),
        List.of(
            new NeuronModel.State(
                "v", "", unit("mV"), new Expression.Literal(Quantity.of(-70, "mV"), HERE))),
        List.of(
            receptor("ex", Input.SPIKES, ""),
            receptor("gap", Input.COUPLING, "V"),
            receptor("trace", Input.COUPLING, "x")),
        List.of(),
        NOTHING,
        text);
  }

  private static NeuronModel.Receptor receptor(String id, Input input, String couples) {
    return new NeuronModel.Receptor(
        id, "", unit("nS"), input, couples, 1, Effect.EXCITES, Quantity.of(1, "nS"));
  }

  /// A synapse with `tau_plus` (above 0), which reads `V_m` of its target.
  public static SynapseModel synapse(String id, String text) {
    return new SynapseModel(
        id,
        "A sketch",
        "",
        List.of(),
        List.of(
            new Parameter(
                "tau_plus",
                "time constant",
                Quantity.of(20, "ms"),
                1,
                100,
                Parameter.Limit.POSITIVE,
                true)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(new Statement.Deliver(new Expression.Symbol("post.V_m", HERE), HERE)),
        List.of(),
        text);
  }

  private static Unit unit(String symbol) {
    return Unit.find(symbol).orElseThrow();
  }

  /// Files by name.
  public static List<OwnModel> files(Map<String, String> texts) {
    return texts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> new OwnModel(e.getKey(), e.getValue()))
        .toList();
  }
}
