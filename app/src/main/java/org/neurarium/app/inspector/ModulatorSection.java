package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.ModulatorSource.Spread;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.ThirdFactors;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// One modulator source, or what several share: rows made from the modulator's model, and how it spreads.
final class ModulatorSection implements Section {

  /// Round numbers to begin with: a field as wide as the standard sheet.
  private static final Spread.Field FIELD =
      new Spread.Field(Quantity.of(300, "um^2/s"), Quantity.of(1, "mm"), 32);

  /// How a concentration differs from place to place, for a list.
  private enum Reach {
    EVERYWHERE("the same everywhere"),
    FIELD("a field over the sheet");

    private final String title;

    Reach(String title) {
      this.title = title;
    }
  }

  private final Target<ModulatorSource> target;
  private final Consumer<String> openModel;

  ModulatorSection(Target<ModulatorSource> target, Consumer<String> openModel) {
    this.target = target;
    this.openModel = openModel;
  }

  private ModelCatalogue models() {
    return target.workspace().models();
  }

  private Optional<ModulatorModel> model() {
    List<String> used = target.elements().stream().map(ModulatorSource::model).distinct().toList();
    return used.size() == 1 ? models().modulator(used.getFirst()) : Optional.empty();
  }

  @Override
  public Object shape() {
    return target.elements().stream()
        .map(m -> List.of(m.id(), models().modulator(m.model()), reach(m)))
        .toList();
  }

  private static Reach reach(ModulatorSource m) {
    return m.spread() instanceof Spread.Field ? Reach.FIELD : Reach.EVERYWHERE;
  }

  @Override
  public String title() {
    return target.isSingle()
        ? target.first().map(ModulatorSource::name).orElse("")
        : target.elements().size() + " modulator sources";
  }

  @Override
  public String subtitle() {
    return model()
        .map(m ->
            "source of "
                + m.title().toLowerCase(java.util.Locale.ROOT)
                + " "
                + m.states().getFirst().id())
        .orElse("sources of several substances");
  }

  @Override
  public void fill(Form form) {
    form.heading("Essentials");
    if (target.isSingle())
      form.row(
          "Name",
          TextRow.name(
              target.access("the name", ModulatorSource::name, ModulatorSource::withName)));
    model()
        .ifPresent(m ->
            m.parameters().stream().filter(Parameter::essential).forEach(p -> parameter(form, p)));
    form.heading("Substance").row("Substance", substance());
    model().filter(m -> !m.summary().isBlank()).ifPresent(m -> form.note(m.summary()));
    spread(form);
    model()
        .filter(m -> m.parameters().stream().anyMatch(p -> !p.essential()))
        .ifPresent(m -> {
          form.folded("More parameters");
          m.parameters().stream().filter(p -> !p.essential()).forEach(p -> parameter(form, p));
        });
    if (target.isSingle()) lines(form);
    model()
        .ifPresent(m ->
            form.plain(
                Buttons.small(
                    "Open equations",
                    "Show the model's text, to read or to change",
                    () -> openModel.accept(m.id()))));
  }

  private Row substance() {
    return new ChoiceRow<>(
        "Substance",
        "The model that says how the concentration rises and is cleared",
        models().ids(Model.Kind.MODULATOR),
        id -> models().entry(Model.Kind.MODULATOR, id).map(ModelCatalogue.Entry::title).orElse(id),
        target.access("the substance", ModulatorSource::model, ModulatorSource::ofModel),
        true);
  }

  private void parameter(Form form, Parameter p) {
    Access<Quantity> access =
        target.access(
            p.id(),
            m -> m.parameters().getOrDefault(p.id(), p.standard()),
            (m, v) -> v.equals(p.standard()) ? m.withDefault(p.id()) : m.withParameter(p.id(), v));
    form.row(p.id(), Quantities.row(NumberSpec.of(p), access));
  }

  private void spread(Form form) {
    form.heading("Spread")
        .row(
            "Concentration is",
            new ChoiceRow<>(
                "Concentration is",
                "The same for all neurons, or released where a neuron lies and diffusing from"
                    + " there",
                List.of(Reach.values()),
                r -> r.title,
                target.access(
                    "the spread",
                    ModulatorSection::reach,
                    (m, r) ->
                        reach(m) == r
                            ? m
                            : m.spreading(r == Reach.FIELD ? FIELD : ModulatorSource.EVERYWHERE)),
                true));
    if (!target.elements().stream().allMatch(m -> reach(m) == Reach.FIELD)) return;
    Access<Spread.Field> field =
        target
            .<Spread>access("the spread", ModulatorSource::spread, ModulatorSource::spreading)
            .part(
                s -> s instanceof Spread.Field f ? Optional.of(f) : Optional.empty(), (_, f) -> f);
    form.row(
            "diffusion",
            Quantities.row(
                NumberSpec.of("Diffusion", Unit.of("um^2/s"))
                    .help("Coefficient of diffusion.")
                    .slider(Scale.logarithmic(1, 10_000))
                    .atLeast(0)
                    .standard(FIELD.diffusion().value()),
                field.part(
                    f -> Optional.of(f.diffusion()),
                    (f, d) -> new Spread.Field(d, f.width(), f.cells()))))
        .row(
            "width",
            Quantities.row(
                NumberSpec.of("Width", Unit.of("mm"))
                    .help("Extent of the square field, which is centred as the sheets are.")
                    .slider(Scale.logarithmic(0.05, 20))
                    .above(0)
                    .standard(FIELD.width().value()),
                field.part(
                    f -> Optional.of(f.width()),
                    (f, w) -> new Spread.Field(f.diffusion(), w, f.cells()))))
        .row(
            "cells",
            new NumberRow(
                NumberSpec.of("Cells along a side", Unit.NONE)
                    .help("More cells show finer differences and cost more time.")
                    .slider(Scale.count(4, 64))
                    .atLeast(2)
                    .atMost(256)
                    .standard(FIELD.cells()),
                field.part(
                    f -> Optional.of((double) f.cells()),
                    (f, n) -> new Spread.Field(f.diffusion(), f.width(), (int) (double) n))));
  }

  private void lines(Form form) {
    form.heading("Lines");
    javafx.scene.control.Label label = new javafx.scene.control.Label();
    label.setWrapText(true);
    label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    label.getStyleClass().addAll("nr-muted", "nr-small");
    form.plain(label, () -> label.setText(target.first().map(this::lines).orElse("")));
  }

  private String lines(ModulatorSource m) {
    Circuit circuit = target.workspace().circuit();
    List<Link> in = circuit.links().stream().filter(l -> l.to().equals(m.id())).toList();
    List<Link> out = circuit.links().stream().filter(l -> l.from().equals(m.id())).toList();
    return (in.isEmpty()
            ? "Nothing releases it yet: draw a line from a population, a stimulus or a world to it."
            : "Released by " + names(circuit, in, true) + ".")
        + "\n"
        + acts(m, circuit, out);
  }

  /// What it acts on: by lines, and by its name in the rules of synapses that learn.
  private String acts(ModulatorSource m, Circuit circuit, List<Link> out) {
    String readers =
        circuit.projections().stream()
            .filter(p -> out.stream().noneMatch(l -> l.to().equals(p.id())))
            .filter(p ->
                ThirdFactors.of(circuit, target.workspace().models(), p).values().stream()
                    .anyMatch(sources -> sources.contains(m)))
            .map(Projection::name)
            .collect(Collectors.joining(", "));
    if (out.isEmpty() && readers.isEmpty())
      return "It acts on nothing yet: draw a line from it to a population or to a projection.";
    String lines = out.isEmpty() ? "" : "Acts on " + names(circuit, out, false) + ". ";
    return lines + (readers.isEmpty() ? "" : "Read without a line by the rule of " + readers + ".");
  }

  private static String names(Circuit circuit, List<Link> links, boolean from) {
    return links.stream()
        .map(l -> Section.nameOf(circuit, from ? l.from() : l.to()))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
