package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.neurarium.circuits.Signal.Coding;
import org.neurarium.circuits.Signal.Observation;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKind.Gives;
import org.neurarium.circuits.world.WorldKind.Shown;

/// What a stimulus shows of a world, and how that becomes the rates of its sources. FX thread only.
final class ObservationRows {

  private final Form form;
  private final Target<Stimulus> target;
  private final Access<Observation> observation;

  /// @param observation of the inspected stimuli
  ObservationRows(Form form, Target<Stimulus> target, Access<Observation> observation) {
    this.form = form;
    this.target = target;
    this.observation = observation;
  }

  /// What the rows depend on: with another of these other rows are shown.
  static Object shape(Stimulus s) {
    return s.signal() instanceof Observation o
        ? List.of(o.world(), o.port(), o.coding())
        : List.of();
  }

  void fill() {
    List<Shown> ports = ports();
    if (!ports.isEmpty())
      form.row(
          "port",
          new ChoiceRow<>(
              "Shows",
              "Which of the things that the world shows these sources tell of. Their coding follows"
                  + " it.",
              ports.stream().map(Shown::id).toList(),
              id -> port(id).map(ObservationRows::title).orElse(id),
              target.access("what it shows", s -> port(s), this::showing)));
    codings();
    observation
        .get()
        .ifPresent(o ->
            form.note(
                port(o.port()).map(p -> NumberSpec.capital(p.label()) + ". ").orElse("")
                    + meaning(o.coding())));
    form.row(
        "rate",
        Quantities.row(
            NumberSpec.of("Rate", Unit.HERTZ)
                .help("Spikes per second of a source that answers best.")
                .slider(Scale.logarithmic(1, 1000))
                .atLeast(0),
            part(
                Observation::rate,
                (o, q) ->
                    new Observation(o.world(), o.port(), o.coding(), q, o.baseline(), o.width()))));
    form.row(
        "baseline",
        Quantities.row(
            NumberSpec.of("Baseline", Unit.HERTZ)
                .help("Spikes per second of a source that does not answer.")
                .slider(Scale.linear(0, 50))
                .atLeast(0),
            part(
                Observation::baseline,
                (o, q) ->
                    new Observation(o.world(), o.port(), o.coding(), o.rate(), q, o.width()))));
    if (observation.get().filter(o -> o.coding() == Coding.PLACE).isPresent())
      form.row(
          "width",
          new NumberRow(
              NumberSpec.of("Tuning width", Unit.NONE)
                  .help(
                      "Standard deviation of a source's tuning, as a fraction of the whole range:"
                          + " how far from its own place a source still answers.")
                  .slider(Scale.logarithmic(0.01, 1))
                  .above(0),
              observation.part(
                  o -> Optional.of(o.width()),
                  (o, w) ->
                      new Observation(
                          o.world(), o.port(), o.coding(), o.rate(), o.baseline(), w))));
  }

  /// The codings that fit what is shown, and the present one where it does not: that is a problem, with a way out.
  private void codings() {
    Optional<Coding> now = observation.get().map(Observation::coding);
    Optional<Coding> fitting =
        observation.get().flatMap(o -> port(o.port())).map(p -> fitting(p.gives()));
    List<Coding> choices =
        java.util.stream.Stream.concat(fitting.stream(), now.stream()).distinct().toList();
    if (choices.isEmpty()) return;
    form.row(
        "coding",
        new ChoiceRow<>(
            "Coding",
            "How a value becomes rates. What the world shows leaves no other choice.",
            choices,
            ObservationRows::title,
            observation.part(
                o -> Optional.of(o.coding()),
                (o, c) ->
                    new Observation(o.world(), o.port(), c, o.rate(), o.baseline(), o.width()))));
  }

  /// The same sources telling of something else, coded as that has to be; of one of several there are enough to tell all apart.
  private Stimulus showing(Stimulus s, String portId) {
    Optional<Shown> port = port(portId);
    if (!(s.signal() instanceof Observation o) || port.isEmpty()) return s;
    Stimulus shown =
        s.withSignal(
            new Observation(
                o.world(), portId, fitting(port.get().gives()), o.rate(), o.baseline(), o.width()));
    int least =
        port.get().gives() instanceof Gives.Category(WorldKind.Count count)
            ? world().flatMap(w -> kind().map(k -> k.number(count, w))).orElse(1)
            : 1;
    return shown.size() < least ? shown.withSize(least) : shown;
  }

  private static String port(Stimulus s) {
    return s.signal() instanceof Observation o ? o.port() : "";
  }

  private Optional<World> world() {
    return target
        .first()
        .flatMap(s ->
            s.signal() instanceof Observation o
                ? target.workspace().circuit().find(o.world(), World.class)
                : Optional.empty());
  }

  private Optional<WorldKind> kind() {
    return world().flatMap(w -> target.workspace().worlds().find(w.world()));
  }

  /// The ports of the world, if all inspected stimuli look at the same one.
  private List<Shown> ports() {
    boolean one =
        target.elements().stream()
                .map(s -> s.signal() instanceof Observation o ? o.world() : s.id())
                .distinct()
                .count()
            == 1;
    return one ? kind().map(WorldKind::shown).orElse(List.of()) : List.of();
  }

  private Optional<Shown> port(String id) {
    return ports().stream().filter(p -> p.id().equals(id)).findFirst();
  }

  private static Coding fitting(Gives gives) {
    return switch (gives) {
      case Gives.Category _ -> Coding.ONE_HOT;
      case Gives.Place _ -> Coding.PLACE;
      case Gives.Amount _, Gives.Event _ -> Coding.AMOUNT;
    };
  }

  private static String title(Shown port) {
    return NumberSpec.capital(port.id().replace('_', ' '));
  }

  private static String title(Coding coding) {
    return switch (coding) {
      case ONE_HOT -> "One-hot";
      case PLACE -> "Place code";
      case AMOUNT -> "Amount";
    };
  }

  private static String meaning(Coding coding) {
    return switch (coding) {
      case ONE_HOT -> "Each value has sources of its own; those of the present value answer.";
      case PLACE -> "Each source has a place and answers the more, the nearer it is.";
      case AMOUNT -> "All sources answer in proportion.";
    };
  }

  private Access<Quantity> part(
      Function<Observation, Quantity> get, BiFunction<Observation, Quantity, Observation> with) {
    return observation.part(o -> Optional.of(get.apply(o)), with);
  }
}
