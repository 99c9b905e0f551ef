package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Receptor;
import org.neurarium.circuits.units.Unit;

/// One projection, or what several share.
final class ProjectionSection implements Section {

  private final Target<Projection> target;
  private final Workspace workspace;
  private final Imports imports;
  private final WiringRows wiring;
  private final SynapseRows synapse;

  ProjectionSection(Target<Projection> target, Imports imports, Consumer<String> openLink) {
    this.target = target;
    this.workspace = target.workspace();
    this.imports = imports;
    this.synapse = new SynapseRows(target, openLink);
    this.wiring =
        new WiringRows(target.access("the wiring", Projection::wiring, Projection::wired));
  }

  @Override
  public Object shape() {
    return List.of(synapse.shape(), ends());
  }

  private Object ends() {
    return target.elements().stream()
        .map(p ->
            List.of(
                p.id(),
                p.to(),
                p.from(),
                WiringKind.of(p.wiring()),
                WiringKind.profile(p.wiring()),
                weightUnit(p),
                model(p).map(NeuronModel::id)))
        .toList();
  }

  @Override
  public String title() {
    return target.isSingle()
        ? target.first().map(Projection::name).orElse("")
        : target.elements().size() + " projections";
  }

  @Override
  public String subtitle() {
    if (!target.isSingle())
      return target.elements().stream().map(p -> ends(p)).distinct().count() + " pairs of ends";
    return target
        .first()
        .map(p -> ends(p).equals(p.name()) ? "projection" : ends(p))
        .map(NumberSpec::capital)
        .orElse("");
  }

  private String ends(Projection p) {
    return Section.nameOf(workspace.circuit(), p.from())
        + " → "
        + Section.nameOf(workspace.circuit(), p.to());
  }

  private Optional<NeuronModel> model(Projection p) {
    return workspace
        .circuit()
        .find(p.to(), Population.class)
        .flatMap(q -> workspace.models().neuron(q.model()));
  }

  private Optional<Receptor> receptor(Projection p) {
    return model(p).flatMap(m -> m.receptor(p.receptor()));
  }

  private Unit weightUnit(Projection p) {
    return receptor(p).map(Receptor::weightUnit).orElse(p.weight().unit());
  }

  @Override
  public void fill(Form form) {
    form.heading("Essentials");
    if (target.isSingle())
      form.row(
          "Name", TextRow.name(target.access("the name", Projection::name, Projection::withName)));
    List<Unit> units = target.elements().stream().map(this::weightUnit).distinct().toList();
    if (units.size() == 1) form.row("weight", weight(units.getFirst()));
    form.row("delay", delay());
    target
        .first()
        .flatMap(this::model)
        .filter(_ -> sameModels())
        .ifPresent(m -> form.row("receptor", receptorRow(m)));
    synapse.fill(form);
    form.heading("Wiring");
    wiring.fill(form);
    if (target.isSingle())
      form.plain(
          Buttons.small(
              "Import connections…",
              "Take the connections from a CSV file with the columns source, target and, if you like, weight and delay",
              () -> target.first().ifPresent(imports::connections)));
    form.row(
            "autapses",
            new ToggleRow(
                "Neurons may connect to themselves",
                "Autapses; they matter when a population projects to itself.",
                target.access("autapses", Projection::autapses, ProjectionSection::withAutapses)))
        .row(
            "multapses",
            new ToggleRow(
                "Pairs may be connected more than once",
                "Multapses; they matter for the rules that draw sources or targets.",
                target.access(
                    "multapses", Projection::multapses, ProjectionSection::withMultapses)));
    if (target.isSingle()) built(form);
  }

  private boolean sameModels() {
    return target.elements().stream().map(p -> model(p).map(NeuronModel::id)).distinct().count()
        == 1;
  }

  /// The receptor's sign says which weights can be written.
  private Row weight(Unit unit) {
    int sign = target.first().flatMap(this::receptor).map(Receptor::weightSign).orElse(0);
    double usual =
        target
            .first()
            .flatMap(this::receptor)
            .map(r -> Math.abs(r.standardWeight().in(unit).value()))
            .orElse(1.0);
    double reach = Math.max(5 * usual, 2 * strongest(unit));
    NumberSpec spec =
        NumberSpec.of("Weight", unit)
            .help("The effect of one spike at one synapse.")
            .slider(Scale.linear(sign > 0 ? 0 : -reach, sign < 0 ? 0 : reach));
    if (sign > 0) spec = spec.atLeast(0);
    if (sign < 0) spec = spec.atMost(0);
    return new ValueRow(
        spec,
        target.access("the weight", Projection::weight, Projection::withWeight),
        Optional.empty(),
        false);
  }

  /// The largest weight now, so that the slider leaves room on both sides of it.
  private double strongest(Unit unit) {
    return target.elements().stream()
        .map(Projection::weight)
        .filter(w -> w.unit().dimension().equals(unit.dimension()))
        .mapToDouble(w -> Math.abs(ValueKind.middle(w)) * w.unit().scale() / unit.scale())
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  private Row delay() {
    NumberSpec spec =
        NumberSpec.of("Delay", Unit.MILLISECOND)
            .help("The time from a spike to its arrival, at least one time step.")
            .slider(Scale.logarithmic(0.1, 50))
            .above(0);
    return new ValueRow(
        spec,
        target.access("the delay", Projection::delay, Projection::withDelay),
        Optional.empty(),
        false);
  }

  private Row receptorRow(NeuronModel model) {
    return new ChoiceRow<>(
        "Receptor",
        "Where on the target neurons the synapses land",
        model.receptors().stream().map(Receptor::id).toList(),
        id -> model.receptor(id).map(Receptor::label).orElse(id),
        target.access("the receptor", Projection::receptor, (p, id) -> onto(p, model, id)));
  }

  /// A receptor with another sign or unit gets a weight that makes sense there.
  private static Projection onto(Projection p, NeuronModel model, String id) {
    Projection moved = p.onto(id);
    return model
        .receptor(id)
        .filter(r -> !fits(p.weight(), r))
        .map(r -> moved.withWeight(Value.of(r.standardWeight())))
        .orElse(moved);
  }

  private static boolean fits(Value weight, Receptor receptor) {
    return weight.unit().dimension().equals(receptor.weightUnit().dimension())
        && ValueKind.middle(weight) * receptor.weightSign() >= 0;
  }

  private static Projection withAutapses(Projection p, boolean b) {
    return new Projection(
        p.id(),
        p.name(),
        p.from(),
        p.to(),
        p.receptor(),
        p.wiring(),
        b,
        p.multapses(),
        p.weight(),
        p.delay(),
        p.synapse());
  }

  private static Projection withMultapses(Projection p, boolean b) {
    return new Projection(
        p.id(),
        p.name(),
        p.from(),
        p.to(),
        p.receptor(),
        p.wiring(),
        p.autapses(),
        b,
        p.weight(),
        p.delay(),
        p.synapse());
  }

  private void built(Form form) {
    Label label = new Label();
    label.getStyleClass().addAll("nr-muted", "nr-small");
    form.plain(label, () -> label.setText(synapses()));
  }

  private String synapses() {
    return target
        .first()
        .flatMap(p -> workspace.observationProperty().get().flatMap(o -> o.weightsOf(p.id())))
        .map(w -> Section.count(w.synapses(), "synapse", "synapses") + " in the running network")
        .orElse("");
  }
}
