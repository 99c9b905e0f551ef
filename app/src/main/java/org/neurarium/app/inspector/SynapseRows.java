package org.neurarium.app.inspector;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.units.Quantity;

/// The part of a projection's form that its synapse model writes: which model, what it is and where it comes from, and its parameters.
final class SynapseRows {

  private final Target<Projection> target;
  private final Consumer<String> openLink;

  SynapseRows(Target<Projection> target, Consumer<String> openLink) {
    this.target = target;
    this.openLink = openLink;
  }

  private ModelCatalogue models() {
    return target.workspace().models();
  }

  private Optional<SynapseModel> model() {
    List<String> used =
        target.elements().stream().map(p -> p.synapse().model()).distinct().toList();
    return used.size() == 1 ? models().synapse(used.getFirst()) : Optional.empty();
  }

  /// What the rows depend on; when it changes they are made anew.
  Object shape() {
    return List.of(model(), isChoice());
  }

  /// Whether spikes arrive one by one, which is what a synapse model works on.
  private boolean isChoice() {
    return target.elements().stream().allMatch(this::hasSpikes);
  }

  private boolean hasSpikes(Projection p) {
    boolean couples =
        target
            .workspace()
            .circuit()
            .find(p.to(), Population.class)
            .flatMap(to -> models().neuron(to.model()))
            .flatMap(m -> m.receptor(p.receptor()))
            .filter(r -> r.input() == Input.COUPLING)
            .isPresent();
    return !couples && target.workspace().circuit().hasSynapses(p);
  }

  void fill(Form form) {
    boolean isPlain = target.elements().stream().allMatch(p -> p.synapse().equals(Synapse.STATIC));
    if (!isChoice() && isPlain) return;
    form.heading("Synapses").row("synapse", choice());
    model().ifPresent(m -> about(form, m));
  }

  private Row choice() {
    return new ChoiceRow<>(
        "Synapse model",
        "What the synapses do with the spikes that pass",
        grouped(models().synapses()),
        id -> models().synapse(id).map(SynapseRows::title).orElse(id),
        target.access("the synapse model", p -> p.synapse().model(), this::withModel),
        true);
  }

  /// Static first, then those whose weight stays, then those that learn; inside a group in the catalogue's order.
  private static List<String> grouped(List<SynapseModel> models) {
    return models.stream()
        .sorted(Comparator.comparing(SynapseKind::of))
        .map(SynapseModel::id)
        .toList();
  }

  private static String title(SynapseModel model) {
    SynapseKind kind = SynapseKind.of(model);
    return kind == SynapseKind.STATIC ? model.title() : kind.title() + ": " + model.title();
  }

  /// Values that the new model knows too are kept.
  private Projection withModel(Projection p, String id) {
    Map<String, Quantity> values = new TreeMap<>(p.synapse().parameters());
    models()
        .synapse(id)
        .ifPresent(m -> values.entrySet().removeIf(v -> !takes(m, v.getKey(), v.getValue())));
    return p.withSynapse(new Synapse(id, values));
  }

  private static boolean takes(SynapseModel model, String parameter, Quantity value) {
    return model
        .parameter(parameter)
        .filter(p -> p.unit().dimension().equals(value.unit().dimension()))
        .isPresent();
  }

  private void about(Form form, SynapseModel model) {
    if (!model.summary().isBlank()) form.note(model.summary());
    model.references().stream()
        .findFirst()
        .ifPresent(reference -> {
          Hyperlink link = new Hyperlink("doi:" + reference.doi());
          link.getStyleClass().add("nr-link");
          link.setTooltip(Row.tip("Open the paper in the browser"));
          link.setOnAction(_ -> openLink.accept(reference.address()));
          form.plain(link);
        });
    model.parameters().stream().filter(Parameter::essential).forEach(p -> parameter(form, p));
    if (model.parameters().stream().allMatch(Parameter::essential)) return;
    form.folded("More of the synapse");
    model.parameters().stream().filter(p -> !p.essential()).forEach(p -> parameter(form, p));
  }

  private void parameter(Form form, Parameter p) {
    Access<Quantity> access =
        target.access(
            p.id(),
            e -> e.synapse().parameters().getOrDefault(p.id(), p.standard()),
            (e, v) -> e.withSynapse(with(e.synapse(), p, v)));
    form.row(p.id(), Quantities.row(NumberSpec.of(p), access));
  }

  /// The model's own value is not written down.
  private static Synapse with(Synapse synapse, Parameter p, Quantity value) {
    return value.equals(p.standard())
        ? synapse.withDefault(p.id())
        : synapse.withParameter(p.id(), value);
  }
}
