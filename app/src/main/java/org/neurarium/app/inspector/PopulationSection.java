package org.neurarium.app.inspector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.formula.Evaluator;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Printer;
import org.neurarium.circuits.model.Cell;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.State;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// One population, or what several share.
final class PopulationSection implements Section {

  private final Target<Population> target;
  private final Consumer<String> openLink;
  private final Consumer<String> openModel;

  PopulationSection(
      Target<Population> target, Consumer<String> openLink, Consumer<String> openModel) {
    this.target = target;
    this.openLink = openLink;
    this.openModel = openModel;
  }

  /// The models in force now: the circuit may change its own.
  private ModelCatalogue models() {
    return target.workspace().models();
  }

  @Override
  public Object shape() {
    return target.elements().stream()
        .map(p -> List.of(p.id(), p.model(), models().neuron(p.model())))
        .toList();
  }

  @Override
  public String title() {
    return target.isSingle()
        ? target.first().map(Population::name).orElse("")
        : target.elements().size() + " populations";
  }

  @Override
  public String subtitle() {
    List<Population> all = target.elements();
    String neurons =
        Section.count(all.stream().mapToLong(Population::size).sum(), "neuron", "neurons");
    List<String> titles =
        all.stream().map(Population::model).distinct().map(this::modelTitle).toList();
    return neurons + " · " + (titles.size() == 1 ? titles.getFirst() : titles.size() + " models");
  }

  private String modelTitle(String id) {
    return models().neuronEntry(id).map(ModelCatalogue.Entry::title).orElse(id);
  }

  @Override
  public void fill(Form form) {
    Optional<NeuronModel> model = target.first().flatMap(p -> models().neuron(p.model()));
    form.heading("Essentials");
    if (target.isSingle())
      form.row(
          "Name", TextRow.name(target.access("the name", Population::name, Population::withName)));
    form.row("Neurons", size());
    form.plain(Kicks.button(target));
    Optional<CellModel> tree =
        model.filter(_ -> isOneModel()).flatMap(NeuronModel::cell).map(Cell::model);
    model.ifPresent(m ->
        shared(m).stream()
            .filter(Parameter::essential)
            .filter(p -> tree.isEmpty() || compartment(p, tree.get()).isEmpty())
            .forEach(p -> parameter(form, p)));
    tree.filter(_ -> target.isSingle()).ifPresent(t -> compartments(form, t));
    form.heading("Kind").row("Type", type()).row("Model", model());
    model
        .filter(_ -> isOneModel())
        .filter(m -> !m.presets().isEmpty())
        .ifPresent(m -> form.row("preset", presets(m)));
    tree.ifPresent(t -> model.ifPresent(m -> byCompartment(form, m, t)));
    model.ifPresent(m -> rest(form, m, tree));
    sheet(form);
    model.filter(_ -> isOneModel()).ifPresent(m -> form.equations(m, openLink, openModel));
  }

  private boolean isOneModel() {
    return target.elements().stream().map(Population::model).distinct().count() == 1;
  }

  /// The preset whose values the populations have, to be exchanged for another's in one step.
  private Row presets(NeuronModel model) {
    return new ChoiceRow<>(
        "Preset",
        "Values that belong together: choosing one sets them all",
        Presets.names(model),
        name -> name,
        target.access(
            "the preset",
            (Population e) -> Presets.nameOf(e, model),
            (e, name) -> Presets.set(e, model, name)),
        true);
  }

  /// The compartment that a parameter of a cell belongs to.
  private static Optional<String> compartment(Parameter p, CellModel tree) {
    int dot = p.id().indexOf('.');
    return dot < 0
        ? Optional.empty()
        : tree.compartment(p.id().substring(0, dot)).map(CellModel.Compartment::id);
  }

  /// The tree's parts with their potentials, from the far ends down to the soma.
  private void compartments(Form form, CellModel tree) {
    form.heading("Compartments");
    ElementId id = target.first().map(Population::id).orElseThrow();
    for (CellModel.Compartment c : tree.tree().reversed())
      form.row(
          "compartment " + c.id(),
          new CompartmentRow(target.workspace(), id, c, () -> form.focus(c.id() + ".length")));
  }

  /// What each compartment is made of, folded away under its name.
  private void byCompartment(Form form, NeuronModel model, CellModel tree) {
    List<Parameter> all = shared(model);
    for (CellModel.Compartment c : tree.tree()) {
      form.folded(c.id());
      all.stream()
          .filter(p -> compartment(p, tree).filter(c.id()::equals).isPresent())
          .forEach(p -> parameter(form, p));
    }
  }

  private void rest(Form form, NeuronModel model, Optional<CellModel> tree) {
    List<Parameter> others =
        shared(model).stream()
            .filter(p -> !p.essential())
            .filter(p -> tree.isEmpty() || compartment(p, tree.get()).isEmpty())
            .toList();
    if (!others.isEmpty()) {
      form.folded("More parameters");
      others.forEach(p -> parameter(form, p));
    }
    form.folded("Start values");
    // Where every gate of every segment starts follows from the potentials.
    model.states().stream()
        .filter(s -> tree.isEmpty() || s.id().endsWith(".v"))
        .forEach(s -> startValue(form, model, s));
  }

  /// The parameters that the models of all inspected populations have.
  private List<Parameter> shared(NeuronModel model) {
    List<NeuronModel> others =
        target.elements().stream()
            .map(Population::model)
            .distinct()
            .flatMap(id -> models().neuron(id).stream())
            .toList();
    return model.parameters().stream()
        .filter(p ->
            others.stream()
                .allMatch(m ->
                    m.parameter(p.id())
                        .filter(o -> o.unit().dimension().equals(p.unit().dimension()))
                        .isPresent()))
        .toList();
  }

  private Row size() {
    Access<Double> access =
        target
            .<Integer>access("the size", Population::size, Population::withSize)
            .as(n -> (double) n, d -> (int) (double) d);
    return new NumberRow(
        NumberSpec.of("Neurons", Unit.NONE)
            .help("How many neurons there are.")
            .slider(Scale.count(1, 10_000))
            .atLeast(1)
            .atMost(10_000_000),
        access);
  }

  private void parameter(Form form, Parameter p) {
    Access<Value> access =
        target.access(
            p.id(),
            (Population e) -> e.parameters().getOrDefault(p.id(), standard(e, p)),
            (e, v) -> e.withParameter(p.id(), v));
    Runnable reset =
        () ->
            target
                .workspace()
                .apply(
                    new Edit.Replace(
                        "Reset " + p.id(),
                        target.elements().stream()
                            .<org.neurarium.circuits.Element>map(e -> e.withDefault(p.id()))
                            .toList()));
    form.row(p.id(), new ValueRow(NumberSpec.of(p), access, Optional.of(reset), true));
  }

  private Value standard(Population e, Parameter p) {
    return Value.of(
        models()
            .neuron(e.model())
            .flatMap(m -> m.parameter(p.id()))
            .map(Parameter::standard)
            .orElse(p.standard()));
  }

  private void startValue(Form form, NeuronModel model, State s) {
    NumberSpec spec =
        NumberSpec.of(NumberSpec.capital(s.label()), s.unit())
            .symbol(s.id())
            .help(
                "The value at the start of a run; unless it is set here, "
                    + Printer.print(s.start())
                    + ".");
    Access<Value> access =
        target.access(
            "the start value of " + s.id(),
            (Population e) -> e.initial().getOrDefault(s.id(), inherited(e, model, s)),
            (e, v) -> e.withInitial(with(e.initial(), s.id(), v)));
    Runnable reset =
        () ->
            target
                .workspace()
                .apply(
                    new Edit.Replace(
                        "Reset the start value of " + s.id(),
                        target.elements().stream()
                            .<org.neurarium.circuits.Element>map(
                                e -> e.withInitial(without(e.initial(), s.id())))
                            .toList()));
    form.row("start " + s.id(), new ValueRow(spec, access, Optional.of(reset), true));
  }

  /// What a state starts from when the population does not say: the parameter it names as it stands here, or what its formula gives for numbers that all neurons share
  /// (a parameter that differs among them counts with its default).
  private static Value inherited(Population e, NeuronModel model, State s) {
    if (s.start() instanceof Expression.Literal n) return Value.of(n.quantity());
    if (s.start() instanceof Expression.Symbol symbol && e.parameters().containsKey(symbol.name()))
      return e.parameters().get(symbol.name());
    double start = Evaluator.evaluate(s.start(), name -> number(e, model, name));
    return Value.of(new Quantity(NumberText.tidy(start / s.unit().scale()), s.unit()));
  }

  private static double number(Population e, NeuronModel model, String parameter) {
    if (e.parameters().get(parameter) instanceof Value.Constant c)
      return c.quantity().engineValue();
    return model.parameter(parameter).map(p -> p.standard().engineValue()).orElse(0.0);
  }

  private static Map<String, Value> with(Map<String, Value> values, String id, Value value) {
    Map<String, Value> changed = new TreeMap<>(values);
    changed.put(id, value);
    return changed;
  }

  private static Map<String, Value> without(Map<String, Value> values, String id) {
    Map<String, Value> changed = new HashMap<>(values);
    changed.remove(id);
    return changed;
  }

  private Row type() {
    return new ChoiceRow<>(
        "Type",
        "Which sign this population's synapses have (Dale's principle). A mixed population may have"
            + " both.",
        List.of(Population.Type.values()),
        t -> NumberSpec.capital(t.name().toLowerCase(java.util.Locale.ROOT)),
        target.access("the type", Population::type, PopulationSection::withType));
  }

  private static Population withType(Population p, Population.Type type) {
    return new Population(
        p.id(),
        p.name(),
        p.position(),
        type,
        p.size(),
        p.model(),
        p.parameters(),
        p.initial(),
        p.sheet());
  }

  private Row model() {
    return new ChoiceRow<>(
        "Model",
        target
            .first()
            .flatMap(p -> models().neuron(p.model()))
            .map(NeuronModel::summary)
            .orElse("How one neuron works"),
        models().neuronEntries().stream().map(ModelCatalogue.Entry::id).toList(),
        this::modelTitle,
        target.access("the model", Population::model, this::withModel),
        true);
  }

  /// Parameters and start values that the new model knows too are kept.
  private Population withModel(Population p, String id) {
    Map<String, Value> parameters = new TreeMap<>(p.parameters());
    Map<String, Value> initial = new TreeMap<>(p.initial());
    models()
        .neuron(id)
        .ifPresent(m -> {
          parameters.keySet().removeIf(k -> m.parameter(k).isEmpty());
          initial.keySet().removeIf(k -> m.state(k).isEmpty());
        });
    return new Population(
        p.id(), p.name(), p.position(), p.type(), p.size(), id, parameters, initial, p.sheet());
  }

  private void sheet(Form form) {
    Access<Sheet> sheet =
        target.access("the sheet", Population::sheet, PopulationSection::withSheet);
    form.folded("Sheet")
        .row(
            "width",
            length(
                "Width",
                sheet.part(
                    s -> Optional.of(s.width()),
                    (s, q) -> new Sheet(q, s.height(), s.arrangement(), s.periodic()))))
        .row(
            "height",
            length(
                "Height",
                sheet.part(
                    s -> Optional.of(s.height()),
                    (s, q) -> new Sheet(s.width(), q, s.arrangement(), s.periodic()))))
        .row(
            "arrangement",
            new ChoiceRow<>(
                "Arrangement",
                "Where the neurons lie on the sheet; distances count for wiring by distance.",
                List.of(Sheet.Arrangement.values()),
                a -> a == Sheet.Arrangement.GRID ? "in a grid" : "scattered",
                sheet.part(
                    s -> Optional.of(s.arrangement()),
                    (s, a) -> new Sheet(s.width(), s.height(), a, s.periodic()))))
        .row(
            "periodic",
            new ToggleRow(
                "Edges touch the opposite edges",
                "Distances are measured around the edge, as on a torus.",
                sheet.part(
                    s -> Optional.of(s.periodic()),
                    (s, b) -> new Sheet(s.width(), s.height(), s.arrangement(), b))));
  }

  private static Row length(String name, Access<Quantity> access) {
    return Quantities.row(NumberSpec.of(name, Unit.MICROMETRE).above(0).standard(1000), access);
  }

  private static Population withSheet(Population p, Sheet sheet) {
    return new Population(
        p.id(),
        p.name(),
        p.position(),
        p.type(),
        p.size(),
        p.model(),
        p.parameters(),
        p.initial(),
        sheet);
  }
}
