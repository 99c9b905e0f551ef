package org.neurarium.app.inspector;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.State;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// One probe, or what several share.
final class ProbeSection implements Section {

  private static final List<String> KINDS =
      List.of("spikes", "state", "rate", "kymograph", "weights", "concentration");

  private final Target<Probe> target;
  private final Workspace workspace;

  ProbeSection(Target<Probe> target) {
    this.target = target;
    this.workspace = target.workspace();
  }

  @Override
  public Object shape() {
    return List.of(
        target.elements().stream().map(p -> List.of(p.id(), kind(p.recording()))).toList(),
        choices().stream().map(e -> List.of(e.id(), e.name())).toList(),
        states());
  }

  private static String kind(Recording recording) {
    return switch (recording) {
      case Recording.Spikes _ -> "spikes";
      case Recording.State _ -> "state";
      case Recording.Kymograph _ -> "kymograph";
      case Recording.Weights _ -> "weights";
      case Recording.Concentration _ -> "concentration";
      case Recording.Rate _ -> "rate";
    };
  }

  private static String titleOf(String kind) {
    return switch (kind) {
      case "state" -> "A state variable, as traces";
      case "kymograph" -> "The potential along dendrites";
      case "weights" -> "Weights, as a heatmap";
      case "concentration" -> "A concentration, as a trace";
      case "rate" -> "The population rate";
      default -> "Spikes, as a raster";
    };
  }

  @Override
  public String title() {
    return target.isSingle()
        ? target.first().map(Probe::name).orElse("")
        : target.elements().size() + " probes";
  }

  @Override
  public String subtitle() {
    return target
        .first()
        .filter(_ -> target.isSingle())
        .map(p -> titleOf(kind(p.recording())))
        .orElse("");
  }

  @Override
  public void fill(Form form) {
    form.heading("Essentials");
    if (target.isSingle())
      form.row("Name", TextRow.name(target.access("the name", Probe::name, Probe::withName)));
    form.row(
        "records",
        new ChoiceRow<>(
            "Records",
            "What this probe shows",
            KINDS,
            ProbeSection::titleOf,
            target.access("what is recorded", p -> kind(p.recording()), this::recording),
            true));
    target.first().filter(_ -> sameKind()).ifPresent(p -> details(form, p));
    if (target.isSingle()) {
      form.heading("Of");
      List<Element> choices = choices();
      for (Element e : choices)
        form.row(
            "of " + e.id(),
            new ToggleRow(e.name(), "Whether this probe looks at " + e.name(), looksAt(e.id())));
      if (choices.isEmpty()) form.note("There is nothing yet that this probe could record.");
    }
  }

  private boolean sameKind() {
    return target.elements().stream().map(p -> kind(p.recording())).distinct().count() == 1;
  }

  private Access<Recording> recording() {
    return target.access("what is recorded", Probe::recording, ProbeSection::with);
  }

  private void details(Form form, Probe p) {
    switch (p.recording()) {
      case Recording.Spikes _ ->
          form.row(
              "neurons",
              neurons(
                  Recording.Spikes.class,
                  Recording.Spikes::neurons,
                  (_, n) -> new Recording.Spikes(n)));
      case Recording.State _ -> {
        form.row(
            "variable",
            new ChoiceRow<>(
                "Variable",
                "Which state variable is traced",
                states(),
                id -> id,
                recording()
                    .part(
                        r ->
                            r instanceof Recording.State s
                                ? Optional.of(s.variable())
                                : Optional.empty(),
                        (r, v) ->
                            r instanceof Recording.State s
                                ? new Recording.State(v, s.neurons())
                                : r)));
        form.row(
            "neurons",
            neurons(
                Recording.State.class,
                Recording.State::neurons,
                (s, n) -> new Recording.State(s.variable(), n)));
      }
      case Recording.Kymograph _ ->
          form.row(
              "neuron",
              new NumberRow(
                  NumberSpec.of("Neuron", Unit.NONE)
                      .help("Which neuron's tree is shown; they count from 0.")
                      .slider(Scale.count(0, 100))
                      .atLeast(0),
                  recording()
                      .part(
                          r ->
                              r instanceof Recording.Kymograph(int n)
                                  ? Optional.of((double) n)
                                  : Optional.empty(),
                          (_, n) -> new Recording.Kymograph((int) (double) n))));
      case Recording.Weights _, Recording.Concentration _ -> {}
      case Recording.Rate _ ->
          form.row(
              "bin",
              Quantities.row(
                  NumberSpec.of("Bin width", Unit.MILLISECOND)
                      .slider(Scale.logarithmic(0.1, 1000))
                      .above(0),
                  recording()
                      .part(
                          r ->
                              r instanceof Recording.Rate(Quantity bin)
                                  ? Optional.of(bin)
                                  : Optional.empty(),
                          (_, q) -> new Recording.Rate(q))));
    }
  }

  private <R extends Recording> Row neurons(
      Class<R> kind,
      java.util.function.Function<R, NeuronSelection> get,
      BiFunction<R, NeuronSelection, Recording> with) {
    Access<String> text =
        recording()
            .part(
                r ->
                    kind.isInstance(r)
                        ? Optional.of(get.apply(kind.cast(r)).toString())
                        : Optional.empty(),
                (r, t) ->
                    NeuronSelection.parse(t)
                        .filter(_ -> kind.isInstance(r))
                        .map(n -> with.apply(kind.cast(r), n))
                        .orElse(r));
    return new TextRow(
        "Neurons",
        "Which neurons: all, or numbers and ranges such as 0-9, 15",
        false,
        text,
        t ->
            NeuronSelection.parse(t).isPresent()
                ? Optional.empty()
                : Optional.of(
                    "“"
                        + t
                        + "” is not a choice of neurons. Write “all”, or numbers and ranges such as 0-9, 15."));
  }

  /// What can be probed: projections for weights, modulator sources for concentrations, else populations and, for spikes and rates, stimuli.
  private List<Element> choices() {
    String kind = target.first().map(p -> kind(p.recording())).orElse("spikes");
    List<Element> found = new ArrayList<>();
    for (Element e : workspace.circuit().elements()) {
      boolean fits =
          switch (e) {
            case Projection _ -> kind.equals("weights");
            case ModulatorSource _ -> kind.equals("concentration");
            case Population p when kind.equals("kymograph") ->
                workspace.models().neuron(p.model()).flatMap(NeuronModel::cell).isPresent();
            case Population _ -> !kind.equals("weights") && !kind.equals("concentration");
            case NeuronSource _ -> kind.equals("spikes") || kind.equals("rate");
            default -> false;
          };
      if (fits) found.add(e);
    }
    return found;
  }

  private List<String> states() {
    Set<String> ids = new LinkedHashSet<>();
    target.elements().stream()
        .flatMap(p -> p.targets().stream())
        .flatMap(id -> workspace.circuit().find(id, Population.class).stream())
        .flatMap(p -> workspace.models().neuron(p.model()).stream())
        .forEach(m -> m.states().stream().map(State::id).forEach(ids::add));
    if (ids.isEmpty()) ids.add("V_m");
    return List.copyOf(ids);
  }

  private Access<Boolean> looksAt(ElementId id) {
    return target.access(
        "the targets",
        (Probe p) -> p.targets().contains(id),
        (p, on) -> {
          Set<ElementId> targets = new LinkedHashSet<>(p.targets());
          if (on) targets.add(id);
          else targets.remove(id);
          return p.aimedAt(List.copyOf(targets));
        });
  }

  /// Changes what is recorded and forgets targets that cannot give it.
  private Probe recording(Probe p, String kind) {
    Recording recording =
        switch (kind) {
          case "state" -> new Recording.State(states().getFirst(), NeuronSelection.first(3));
          case "kymograph" -> new Recording.Kymograph(0);
          case "weights" -> new Recording.Weights();
          case "concentration" -> new Recording.Concentration();
          case "rate" -> new Recording.Rate(Quantity.of(5, "ms"));
          default -> new Recording.Spikes(NeuronSelection.ALL);
        };
    Class<?> seen =
        switch (kind) {
          case "weights" -> Projection.class;
          case "concentration" -> ModulatorSource.class;
          default -> NeuronSource.class;
        };
    List<ElementId> targets =
        p.targets().stream()
            .filter(id -> workspace.circuit().find(id).filter(seen::isInstance).isPresent())
            .toList();
    return with(p.aimedAt(targets), recording);
  }

  private static Probe with(Probe p, Recording recording) {
    return new Probe(p.id(), p.name(), p.position(), p.targets(), recording);
  }
}
