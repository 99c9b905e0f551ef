package org.neurarium.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.neurarium.app.canvas.Modulations;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.World;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;
import org.neurarium.circuits.world.WorldKind;

/// One link, or several that do the same: how much, how late, what it acts on.
final class LinkSection implements Section {

  private final Target<Link> target;

  LinkSection(Target<Link> target) {
    this.target = target;
  }

  @Override
  public Object shape() {
    return target.elements().stream().map(l -> List.of(l.id(), l.from(), l.to(), form(l))).toList();
  }

  /// What of a link decides which rows there are.
  private static Object form(Link l) {
    return l.role() instanceof Link.Modulate m
        ? List.of(m.parameter().isEmpty(), m.halfEffect().unit())
        : l.role() instanceof Link.Act a ? List.of(a.port(), a.readout()) : l.role().getClass();
  }

  @Override
  public String title() {
    return target.isSingle()
        ? target.first().map(Link::name).orElse("")
        : target.elements().size() + " links";
  }

  @Override
  public String subtitle() {
    List<String> kinds = target.elements().stream().map(l -> kind(l.role())).distinct().toList();
    return kinds.size() == 1 ? kinds.getFirst() : kinds.size() + " kinds of link";
  }

  private static String kind(Link.Role role) {
    return switch (role) {
      case Link.Release _ -> "Release: each spike releases";
      case Link.Reward _ -> "Release: an event of a world releases";
      case Link.PredictionError _ -> "Computed prediction error";
      case Link.Modulate m ->
          m.parameter().isEmpty() ? "Third factor of a plasticity rule" : "Modulation";
      case Link.Act _ -> "Action: spikes are what the circuit does";
    };
  }

  @Override
  public void fill(Form form) {
    form.heading("Essentials");
    if (target.isSingle())
      form.row("Name", TextRow.name(target.access("the name", Link::name, Link::withName)));
    List<Class<?>> roles =
        target.elements().stream().<Class<?>>map(l -> l.role().getClass()).distinct().toList();
    if (roles.size() != 1 || target.first().isEmpty()) return;
    switch (target.first().get().role()) {
      case Link.Release r -> release(form, r);
      case Link.Reward r -> reward(form, r);
      case Link.PredictionError e -> prediction(form, e);
      case Link.Modulate m -> modulate(form, m);
      case Link.Act a -> act(form, a);
    }
  }

  private <R extends Link.Role> Access<R> role(Class<R> kind) {
    return target
        .<Link.Role>access("what it does", Link::role, Link::doing)
        .part(r -> kind.isInstance(r) ? Optional.of(kind.cast(r)) : Optional.empty(), (_, r) -> r);
  }

  /// Whatever becomes of a role, also one of another kind.
  private Access<Link.Role> anyRole() {
    return target.access("what it does", Link::role, Link::doing);
  }

  private static <R> Access<Quantity> quantity(
      Access<R> role, Function<R, Quantity> get, BiFunction<R, Quantity, R> with) {
    return role.part(r -> Optional.of(get.apply(r)), with);
  }

  private static Row amount(String name, String help, Unit unit, Access<Quantity> access) {
    return Quantities.row(
        NumberSpec.of(name, unit).help(help).slider(Scale.logarithmic(0.0001, 10)), access);
  }

  private static Row delay(Access<Quantity> access) {
    return Quantities.row(
        NumberSpec.of("Delay", Unit.MILLISECOND)
            .help("From the event to the release, at least one time step.")
            .slider(Scale.logarithmic(0.1, 2000))
            .above(0),
        access);
  }

  private void release(Form form, Link.Release first) {
    Access<Link.Release> r = role(Link.Release.class);
    form.row(
            "amount",
            amount(
                "Amount",
                "Concentration that one spike adds.",
                first.amount().unit(),
                quantity(r, Link.Release::amount, (x, q) -> new Link.Release(q, x.delay()))))
        .row(
            "delay",
            delay(quantity(r, Link.Release::delay, (x, q) -> new Link.Release(x.amount(), q))));
  }

  private void reward(Form form, Link.Reward first) {
    Access<Link.Reward> r = role(Link.Reward.class);
    form.row("event", events())
        .row(
            "amount",
            amount(
                "Amount",
                "Concentration for an event of size 1; a negative one takes away.",
                first.amount().unit(),
                quantity(
                    r, Link.Reward::amount, (x, q) -> new Link.Reward(x.port(), q, x.delay()))))
        .row(
            "delay",
            delay(
                quantity(
                    r, Link.Reward::delay, (x, q) -> new Link.Reward(x.port(), x.amount(), q))));
  }

  /// How the computed prediction error is called among the events of a world.
  private static final String COMPUTED = "prediction error (computed)";

  private Row events() {
    List<String> events = new ArrayList<>();
    kind(true)
        .ifPresent(k ->
            k.shown().stream()
                .filter(s -> s.gives() instanceof WorldKind.Gives.Event)
                .forEach(s -> events.add(s.id())));
    events.add(COMPUTED);
    return new ChoiceRow<>(
        "Released by",
        "An event of the world, or the difference between what came and what was expected, computed"
            + " by the program in place of cells",
        events,
        e -> e.replace('_', ' '),
        anyRole()
            .part(
                r ->
                    switch (r) {
                      case Link.Reward w -> Optional.of(w.port());
                      case Link.PredictionError _ -> Optional.of(COMPUTED);
                      default -> Optional.empty();
                    },
                LinkSection::by),
        true);
  }

  private static Link.Role by(Link.Role before, String event) {
    Quantity amount =
        before instanceof Link.Reward r ? r.amount() : ((Link.PredictionError) before).amount();
    Quantity delay =
        before instanceof Link.Reward r ? r.delay() : ((Link.PredictionError) before).delay();
    return event.equals(COMPUTED)
        ? new Link.PredictionError(amount, delay, 0.1, 0.9)
        : new Link.Reward(event, amount, delay);
  }

  private void prediction(Form form, Link.PredictionError first) {
    Access<Link.PredictionError> r = role(Link.PredictionError.class);
    form.row("event", events())
        .row(
            "amount",
            amount(
                "Amount",
                "Concentration for a difference of 1, around the model's baseline.",
                first.amount().unit(),
                quantity(
                    r,
                    Link.PredictionError::amount,
                    (x, q) ->
                        new Link.PredictionError(q, x.delay(), x.learningRate(), x.discount()))))
        .row(
            "delay",
            delay(
                quantity(
                    r,
                    Link.PredictionError::delay,
                    (x, q) ->
                        new Link.PredictionError(x.amount(), q, x.learningRate(), x.discount()))))
        .row(
            "learning rate",
            new NumberRow(
                NumberSpec.of("Learning rate", Unit.NONE)
                    .help("How fast the expectation follows what comes.")
                    .slider(Scale.linear(0, 1))
                    .atLeast(0)
                    .atMost(1),
                r.part(
                    x -> Optional.of(x.learningRate()),
                    (x, v) -> new Link.PredictionError(x.amount(), x.delay(), v, x.discount()))))
        .row(
            "discount",
            new NumberRow(
                NumberSpec.of("Discount", Unit.NONE)
                    .help("How much of what comes one turn later counts now.")
                    .slider(Scale.linear(0, 1))
                    .atLeast(0)
                    .atMost(1),
                r.part(
                    x -> Optional.of(x.discount()),
                    (x, v) ->
                        new Link.PredictionError(x.amount(), x.delay(), x.learningRate(), v))))
        .note(
            "A convenience: the program computes what cells would. The line is dashed and says"
                + " “computed”.");
  }

  private void modulate(Form form, Link.Modulate first) {
    Access<Link.Modulate> r = role(Link.Modulate.class);
    form.row("acts on", parameter(r));
    if (first.parameter().isEmpty()) {
      form.note(
          "The synapses learn by this concentration: what they have marked becomes weight when it"
              + " comes.");
      return;
    }
    form.heading("Receptors")
        .row(
            "receptor",
            new ChoiceRow<>(
                "Receptor",
                "Values that belong together",
                List.of(ReceptorKind.values()),
                ReceptorKind::title,
                r.part(m -> Optional.of(ReceptorKind.of(m)), (m, k) -> k.given(m)),
                true))
        .row(
            "half effect",
            amount(
                "Half effect",
                "Concentration at which half of the receptors are taken.",
                first.halfEffect().unit(),
                quantity(
                    r,
                    Link.Modulate::halfEffect,
                    (m, q) -> new Link.Modulate(m.parameter(), q, m.hill(), m.strength()))))
        .row(
            "hill",
            new NumberRow(
                NumberSpec.of("Steepness", Unit.NONE)
                    .symbol("n")
                    .help("Hill coefficient: 1 for one molecule at each receptor.")
                    .slider(Scale.linear(0.5, 6))
                    .above(0)
                    .standard(1),
                r.part(
                    m -> Optional.of(m.hill()),
                    (m, v) -> new Link.Modulate(m.parameter(), m.halfEffect(), v, m.strength()))))
        .row(
            "strength",
            new NumberRow(
                NumberSpec.of("Greatest change", Unit.NONE)
                    .help("1 doubles the value when all receptors are taken, -0.5 halves it.")
                    .slider(Scale.linear(-1, 3)),
                r.part(
                    m -> Optional.of(m.strength()),
                    (m, v) -> new Link.Modulate(m.parameter(), m.halfEffect(), m.hill(), v))));
    EffectCurve curve = new EffectCurve();
    form.plain(curve, () -> r.get().ifPresent(curve::show));
    form.note("Factor over concentration, four decades.");
  }

  private Row parameter(Access<Link.Modulate> r) {
    List<String> all = new ArrayList<>();
    target
        .first()
        .ifPresent(l -> {
          if (Modulations.readsConcentration(l, target.workspace()))
            all.add(Modulations.THIRD_FACTOR);
          all.addAll(Modulations.parameters(l, target.workspace()));
        });
    return new ChoiceRow<>(
        "Acts on",
        "The third factor of the plasticity rule, or a parameter that is multiplied",
        all,
        p -> p,
        r.part(
            m -> Optional.of(m.parameter().isEmpty() ? Modulations.THIRD_FACTOR : m.parameter()),
            (m, p) ->
                new Link.Modulate(
                    p.equals(Modulations.THIRD_FACTOR) ? "" : p,
                    m.halfEffect(),
                    m.hill(),
                    m.strength())),
        true);
  }

  private Optional<WorldKind> kind(boolean from) {
    return target
        .first()
        .flatMap(l -> target.workspace().circuit().find(from ? l.from() : l.to(), World.class))
        .flatMap(w -> target.workspace().worlds().find(w.world()));
  }

  private void act(Form form, Link.Act first) {
    Access<Link.Act> a = role(Link.Act.class);
    List<String> ports =
        kind(false)
            .map(k -> k.taken().stream().map(WorldKind.Taken::id).toList())
            .orElse(List.of(first.port()));
    form.row(
            "port",
            new ChoiceRow<>(
                "Does",
                "Which of the world's inputs",
                ports,
                p -> p.replace('_', ' '),
                a.part(
                    x -> Optional.of(x.port()),
                    (x, p) -> new Link.Act(p, x.readout(), x.option()))))
        .row(
            "readout",
            new ChoiceRow<>(
                "Read out as",
                "How spikes become a number, a choice or a direction",
                List.of(Link.Readout.values()),
                LinkSection::title,
                a.part(
                    x -> Optional.of(x.readout()), (x, r) -> new Link.Act(x.port(), r, x.option())),
                true));
    boolean options =
        kind(false)
            .flatMap(k -> k.taken(first.port()))
            .filter(t -> t.wants() instanceof WorldKind.Wants.Options)
            .isPresent();
    if (!options || first.readout() != Link.Readout.SPIKE_COUNT) return;
    form.row(
        "option",
        new NumberRow(
            NumberSpec.of("Option", Unit.NONE)
                .help("Which of the options this population stands for, from 1.")
                .slider(Scale.count(1, 10))
                .atLeast(1),
            a.part(
                x -> Optional.of(x.option() + 1.0),
                (x, n) -> new Link.Act(x.port(), x.readout(), (int) (n - 1)))));
  }

  private static String title(Link.Readout readout) {
    return switch (readout) {
      case SPIKE_COUNT -> "spike count of the population";
      case WINNER -> "winner among its parts";
      case POPULATION_VECTOR -> "population vector";
    };
  }
}
