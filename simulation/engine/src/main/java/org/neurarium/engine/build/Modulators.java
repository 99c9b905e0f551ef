package org.neurarium.engine.build;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.ThirdFactors;
import org.neurarium.engine.compile.Influences;
import org.neurarium.engine.network.Concentrations;
import org.neurarium.engine.network.Effect;
import org.neurarium.engine.network.Field;
import org.neurarium.engine.network.Prediction;
import org.neurarium.engine.network.Release;
import org.neurarium.engine.network.RunningModulator;

/// Makes a network's neuromodulators: the sources, what is released into them, and what they act on.
///
/// Every source of the circuit runs. A substance that a rule reads and that has no source runs, too: it is released by hand.
final class Modulators {

  private static final int[] EVERYWHERE = {};

  private final BuildContext context;
  private final CompiledSynapses codes;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  Modulators(BuildContext context, CompiledSynapses codes) {
    this.context = context;
    this.codes = codes;
    for (ModulatorSource m : context.circuit().modulatorSources())
      numbers.put(m.id().text(), numbers.size());
    Set<String> without = new TreeSet<>();
    for (Projection p : context.circuit().projections())
      thirdFactors(p)
          .forEach((symbol, sources) -> {
            if (sources.isEmpty()) without.add(symbol);
          });
    for (String symbol : without) numbers.put(symbol, numbers.size());
  }

  private Map<String, List<ModulatorSource>> thirdFactors(Projection p) {
    return ThirdFactors.of(context.circuit(), context.models(), p);
  }

  private int number(String key) {
    return requireNonNull(numbers.get(key));
  }

  // ---- what they act on

  /// The lines of sources that change parameters of an element, by parameter.
  private Map<String, List<Link>> changes(Element target) {
    Map<String, List<Link>> changes = new TreeMap<>();
    for (Link l : context.circuit().links())
      if (l.to().equals(target.id())
          && l.role() instanceof Link.Modulate m
          && !m.parameter().isEmpty())
        changes.computeIfAbsent(m.parameter(), _ -> new ArrayList<>()).add(l);
    return changes;
  }

  private static boolean isLocal(ModulatorSource source) {
    return source.spread() instanceof ModulatorSource.Spread.Field;
  }

  private ModulatorSource source(ElementId id) {
    return context.circuit().find(id, ModulatorSource.class).orElseThrow();
  }

  /// What the programs of an element's model have to expect.
  Influences influences(Element target) {
    Map<String, List<Link>> changes = changes(target);
    Set<String> local = new LinkedHashSet<>();
    changes.forEach((parameter, links) -> {
      if (links.stream().anyMatch(l -> isLocal(source(l.from())))) local.add(parameter);
    });
    if (target instanceof Projection p)
      thirdFactors(p)
          .forEach((symbol, sources) -> {
            if (sources.stream().anyMatch(Modulators::isLocal)) local.add(symbol);
          });
    return new Influences(changes.keySet(), local);
  }

  /// What acts on an element.
  ///
  /// @param places where the neurons lie that it acts on or through
  List<Effect> effects(Element target, Supplier<Positions> places) {
    List<Effect> effects = new ArrayList<>();
    changes(target)
        .forEach((parameter, links) -> {
          Effect effect = Effect.factor(parameter);
          for (Link l : links) {
            effect.add(l.id(), number(l.from().text()), cells(source(l.from()), places));
            if (l.role() instanceof Link.Modulate m)
              effect.set(l.id(), m.halfEffect().engineValue(), m.hill(), m.strength());
          }
          effects.add(effect);
        });
    if (target instanceof Projection p)
      thirdFactors(p)
          .forEach((symbol, sources) -> {
            Effect effect = Effect.concentration(symbol);
            if (sources.isEmpty()) effect.add(p.id(), number(symbol), EVERYWHERE);
            for (ModulatorSource s : sources)
              effect.add(s.id(), number(s.id().text()), cells(s, places));
            effects.add(effect);
          });
    return effects;
  }

  private static Field field(ModulatorSource source) {
    return source.spread() instanceof ModulatorSource.Spread.Field f
        ? new Field(f.width().engineValue(), f.cells(), f.diffusion().engineValue())
        : Field.EVERYWHERE;
  }

  private static int[] cells(ModulatorSource source, Supplier<Positions> places) {
    if (!isLocal(source)) return EVERYWHERE;
    Field field = field(source);
    Positions at = places.get();
    int[] cells = new int[at.x().length];
    for (int i = 0; i < cells.length; i++) cells[i] = field.cellAt(at.x()[i], at.y()[i]);
    return cells;
  }

  // ---- what runs

  /// The shortest delay of a release, in steps; a long time where nothing is released.
  int shortestDelay() {
    int shortest = Integer.MAX_VALUE;
    for (Link l : context.circuit().links())
      if (delay(l) > 0) shortest = Math.min(shortest, delay(l));
    return shortest;
  }

  /// In steps, at least 1; 0 for links that release nothing.
  private int delay(Link l) {
    return switch (l.role()) {
      case Link.Release r -> steps(r.delay().engineValue());
      case Link.Reward r -> steps(r.delay().engineValue());
      case Link.PredictionError e -> steps(e.delay().engineValue());
      case Link.Modulate _, Link.Act _ -> 0;
    };
  }

  private int steps(double time) {
    return (int) Math.clamp(Math.rint(time / context.dt()), 1, Character.MAX_VALUE);
  }

  /// A copy for each worker.
  ///
  /// @param segments of the sources of spikes in the directory
  /// @param places where the neurons of a population lie
  List<Concentrations> copies(
      int workers,
      ToIntFunction<ElementId> segments,
      Function<Population, Supplier<Positions>> places) {
    List<Concentrations> copies = new ArrayList<>();
    for (int w = 0; w < workers; w++) {
      List<RunningModulator> modulators = new ArrayList<>();
      for (String key : numbers.keySet()) running(key).ifPresent(modulators::add);
      if (modulators.size() < numbers.size()) return copies; // there are problems
      List<Prediction> predictions = new ArrayList<>();
      List<Release> releases = new ArrayList<>();
      for (Link l : context.circuit().links()) {
        Release release = release(l, segments, places, predictions);
        if (release != null) releases.add(release);
      }
      copies.add(new Concentrations(modulators, releases, predictions));
    }
    return copies;
  }

  private Optional<RunningModulator> running(String key) {
    for (ModulatorSource m : context.circuit().modulatorSources())
      if (m.id().text().equals(key))
        return codes.modulator(
            key,
            context.models().modulator(m.model()).orElseThrow(),
            m.parameters(),
            field(m),
            context.dt(),
            context.problems());
    return codes.modulator(key, context.dt(), context.problems());
  }

  private @Nullable Release release(
      Link l,
      ToIntFunction<ElementId> segments,
      Function<Population, Supplier<Positions>> places,
      List<Prediction> predictions) {
    return switch (l.role()) {
      case Link.Release r -> {
        NeuronSource from = context.circuit().find(l.from(), NeuronSource.class).orElseThrow();
        int[] cells =
            from instanceof Population p ? cells(source(l.to()), places.apply(p)) : EVERYWHERE;
        yield new Release.OfSpikes(
            l.id(),
            segments.applyAsInt(l.from()),
            number(l.to().text()),
            cells,
            r.amount().engineValue(),
            delay(l));
      }
      case Link.Reward r -> ofWorld(l, r.port(), r.amount().engineValue(), true);
      case Link.PredictionError e -> {
        Release.OfWorld release = ofWorld(l, "", e.amount().engineValue(), false);
        predictions.add(new Prediction(l.from(), release, e.learningRate(), e.discount()));
        yield release;
      }
      case Link.Modulate _, Link.Act _ -> null;
    };
  }

  private Release.OfWorld ofWorld(Link l, String port, double amount, boolean downToNothing) {
    return new Release.OfWorld(
        l.id(), l.from(), port, number(l.to().text()), amount, delay(l), downToNothing);
  }
}
