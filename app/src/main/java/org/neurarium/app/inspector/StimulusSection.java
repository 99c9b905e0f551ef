package org.neurarium.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// One stimulus, or what several share.
final class StimulusSection implements Section {

  private final Target<Stimulus> target;
  private final Imports imports;

  StimulusSection(Target<Stimulus> target, Imports imports) {
    this.target = target;
    this.imports = imports;
  }

  @Override
  public Object shape() {
    return target.elements().stream()
        .map(s ->
            List.of(
                s.id(),
                SignalKind.of(s.signal()),
                steps(s.signal()),
                SenseRows.shape(s.signal()),
                ObservationRows.shape(s)))
        .toList();
  }

  private static int steps(Signal signal) {
    return signal instanceof Signal.Steps(var steps) ? steps.size() : 0;
  }

  @Override
  public String title() {
    return target.isSingle()
        ? target.first().map(Stimulus::name).orElse("")
        : target.elements().size() + " stimuli";
  }

  @Override
  public String subtitle() {
    List<String> kinds =
        target.elements().stream().map(s -> SignalKind.of(s.signal()).title()).distinct().toList();
    String kind = kinds.size() == 1 ? kinds.getFirst() : kinds.size() + " kinds";
    return target.isSingle() && target.first().filter(s -> s.size() > 1).isPresent()
        ? Section.count(target.first().get().size(), "source", "sources") + " · " + kind
        : kind;
  }

  @Override
  public void fill(Form form) {
    form.heading("Essentials");
    if (target.isSingle())
      form.row("Name", TextRow.name(target.access("the name", Stimulus::name, Stimulus::withName)));
    List<SignalKind> kinds =
        target.elements().stream().map(s -> SignalKind.of(s.signal())).distinct().toList();
    if (kinds.size() == 1) signal(form, kinds.getFirst());
    form.heading("Kind")
        .row(
            "Signal",
            new ChoiceRow<>(
                "Signal",
                "What this stimulus gives. A current lands on a model's current input.",
                SignalKind.choices(),
                k -> NumberSpec.capital(k.title()),
                target.access("the signal", s -> SignalKind.of(s.signal()), (s, k) -> k.given(s)),
                true));
    window(form);
  }

  private void window(Form form) {
    form.heading("When")
        .row(
            "start",
            Quantities.row(
                NumberSpec.of("Start", Unit.MILLISECOND).atLeast(0).standard(0),
                target.access("the start", Stimulus::start, (s, q) -> between(s, q, s.stop()))))
        .row(
            "stop",
            Quantities.row(
                NumberSpec.of("Stop", Unit.MILLISECOND)
                    .help("The first instant without it; “never” for no end.")
                    .atLeast(0)
                    .atMost(Double.POSITIVE_INFINITY)
                    .standard(Double.POSITIVE_INFINITY),
                target.access("the stop", Stimulus::stop, (s, q) -> between(s, s.start(), q))));
  }

  private static Stimulus between(Stimulus s, Quantity start, Quantity stop) {
    return new Stimulus(s.id(), s.name(), s.position(), s.size(), s.signal(), start, stop);
  }

  private <S extends Signal> Access<S> signal(Class<S> kind) {
    return target
        .<Signal>access("the signal", Stimulus::signal, Stimulus::withSignal)
        .part(s -> kind.isInstance(s) ? Optional.of(kind.cast(s)) : Optional.empty(), (_, s) -> s);
  }

  private void signal(Form form, SignalKind kind) {
    switch (kind) {
      case POISSON -> {
        sources(form);
        NumberSpec rate =
            NumberSpec.of("Rate", Unit.HERTZ)
                .help("Spikes per second of each source.")
                .slider(Scale.logarithmic(0.1, 10_000))
                .atLeast(0);
        form.row(
            "rate",
            new ValueRow(
                rate,
                signal(Signal.Poisson.class).as(Signal.Poisson::rate, Signal.Poisson::new),
                Optional.empty(),
                false));
      }
      case BACKGROUND ->
          form.row(
              "rate",
              Quantities.row(
                  NumberSpec.of("Rate", Unit.HERTZ)
                      .help("Spikes per second that each target receives.")
                      .slider(Scale.logarithmic(1, 100_000))
                      .atLeast(0),
                  signal(Signal.PoissonBackground.class)
                      .as(Signal.PoissonBackground::rate, Signal.PoissonBackground::new)));
      case OBSERVATION -> {
        sources(form);
        new ObservationRows(form, target, signal(Signal.Observation.class)).fill();
      }
      case SPIKE_LIST -> spikeList(form);
      case IMAGE, FOLDER, DRAWING, GRATING, GLYPHS, ODOURS, EVENT_CAMERA, EVENT_FILE, SOUND ->
          new SenseRows(form, target, imports).fill();
      case DC ->
          form.row(
              "amplitude",
              current(
                  "Amplitude", signal(Signal.Dc.class).as(Signal.Dc::amplitude, Signal.Dc::new)));
      case STEPS -> steps(form);
      case RAMP -> {
        Access<Signal.Ramp> ramp = signal(Signal.Ramp.class);
        form.row(
                "from",
                current(
                    "From",
                    part(
                        ramp,
                        Signal.Ramp::from,
                        (r, q) -> new Signal.Ramp(q, r.to(), r.duration()))))
            .row(
                "to",
                current(
                    "To",
                    part(
                        ramp,
                        Signal.Ramp::to,
                        (r, q) -> new Signal.Ramp(r.from(), q, r.duration()))))
            .row(
                "duration",
                time(
                    "Duration",
                    10_000,
                    part(
                        ramp,
                        Signal.Ramp::duration,
                        (r, q) -> new Signal.Ramp(r.from(), r.to(), q))));
      }
      case SINE -> {
        Access<Signal.Sine> sine = signal(Signal.Sine.class);
        form.row(
                "amplitude",
                current(
                    "Amplitude",
                    part(
                        sine,
                        Signal.Sine::amplitude,
                        (s, q) -> new Signal.Sine(s.offset(), q, s.frequency(), s.phase()))))
            .row(
                "offset",
                current(
                    "Offset",
                    part(
                        sine,
                        Signal.Sine::offset,
                        (s, q) -> new Signal.Sine(q, s.amplitude(), s.frequency(), s.phase()))))
            .row(
                "frequency",
                Quantities.row(
                    NumberSpec.of("Frequency", Unit.HERTZ)
                        .slider(Scale.logarithmic(0.1, 1000))
                        .atLeast(0),
                    part(
                        sine,
                        Signal.Sine::frequency,
                        (s, q) -> new Signal.Sine(s.offset(), s.amplitude(), q, s.phase()))))
            .row(
                "phase",
                new NumberRow(
                    NumberSpec.of("Phase (rad)", Unit.NONE).slider(Scale.linear(-Math.PI, Math.PI)),
                    sine.part(
                        s -> Optional.of(s.phase()),
                        (s, v) -> new Signal.Sine(s.offset(), s.amplitude(), s.frequency(), v))));
      }
      case NOISE -> {
        Access<Signal.Noise> noise = signal(Signal.Noise.class);
        form.row(
                "mean",
                current(
                    "Mean",
                    part(
                        noise,
                        Signal.Noise::mean,
                        (n, q) -> new Signal.Noise(q, n.sd(), n.interval()))))
            .row(
                "sd",
                Quantities.row(
                    NumberSpec.of("Standard deviation", Unit.PICOAMPERE)
                        .slider(Scale.linear(0, 1000))
                        .atLeast(0),
                    part(
                        noise,
                        Signal.Noise::sd,
                        (n, q) -> new Signal.Noise(n.mean(), q, n.interval()))))
            .row(
                "interval",
                time(
                    "New value every",
                    100,
                    part(
                        noise,
                        Signal.Noise::interval,
                        (n, q) -> new Signal.Noise(n.mean(), n.sd(), q))));
      }
    }
  }

  private static <S> Access<Quantity> part(
      Access<S> access,
      Function<S, Quantity> get,
      java.util.function.BiFunction<S, Quantity, S> with) {
    return access.part(s -> Optional.of(get.apply(s)), with);
  }

  private static Row current(String name, Access<Quantity> access) {
    return Quantities.row(
        NumberSpec.of(name, Unit.PICOAMPERE).slider(Scale.linear(-1000, 1000)), access);
  }

  private static Row time(String name, double longest, Access<Quantity> access) {
    return Quantities.row(
        NumberSpec.of(name, Unit.MILLISECOND).slider(Scale.logarithmic(0.1, longest)).above(0),
        access);
  }

  private void sources(Form form) {
    form.row(
        "Sources",
        new NumberRow(
            NumberSpec.of("Sources", Unit.NONE)
                .help("How many independent trains there are.")
                .slider(Scale.count(1, 10_000))
                .atLeast(1)
                .atMost(10_000_000),
            target
                .<Integer>access("the number of sources", Stimulus::size, Stimulus::withSize)
                .as(n -> (double) n, d -> (int) (double) d)));
  }

  private void spikeList(Form form) {
    sources(form);
    form.row(
        "file",
        new FileRow(
            "Spike list",
            "A CSV file with the columns t_ms and source (counted from 0).",
            signal(Signal.SpikeList.class).as(Signal.SpikeList::file, Signal.SpikeList::new),
            () -> imports.spikes(target.elements())));
  }

  private void steps(Form form) {
    Access<Signal.Steps> signal = signal(Signal.Steps.class);
    int n = target.first().map(s -> steps(s.signal())).orElse(0);
    for (int i = 0; i < n; i++) {
      int at = i;
      form.row(
          "time " + i,
          Quantities.row(
              NumberSpec.of("From", Unit.MILLISECOND).atLeast(0),
              part(
                  signal,
                  s -> s.steps().get(at).time(),
                  (s, q) -> put(s, at, new Signal.Step(q, s.steps().get(at).amplitude())))));
      form.row(
          "amplitude " + i,
          current(
              "Amplitude",
              part(
                  signal,
                  s -> s.steps().get(at).amplitude(),
                  (s, q) -> put(s, at, new Signal.Step(s.steps().get(at).time(), q)))));
    }
    form.plain(
        Buttons.pair(
            "Add a step", () -> signal.get().ifPresent(s -> signal.set(more(s))),
            "Remove the last",
                () ->
                    signal
                        .get()
                        .filter(s -> s.steps().size() > 1)
                        .ifPresent(s ->
                            signal.set(
                                new Signal.Steps(s.steps().subList(0, s.steps().size() - 1))))));
  }

  private static Signal.Steps put(Signal.Steps s, int at, Signal.Step step) {
    List<Signal.Step> steps = new ArrayList<>(s.steps());
    steps.set(at, step);
    return new Signal.Steps(steps);
  }

  private static Signal.Steps more(Signal.Steps s) {
    List<Signal.Step> steps = new ArrayList<>(s.steps());
    double last = steps.isEmpty() ? 0 : steps.getLast().time().in(Unit.MILLISECOND).value();
    steps.add(new Signal.Step(new Quantity(last + 100, Unit.MILLISECOND), Quantity.of(0, "pA")));
    return new Signal.Steps(steps);
  }
}
