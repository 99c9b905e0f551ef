package org.neurarium.app.canvas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.neurarium.app.senses.SceneKind;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;

/// The words beside symbols and lines, written and spoken.
final class Captions {

  private final Supplier<ModelCatalogue> models;
  private final WorldKinds worlds;

  /// @param models those in force for the circuit shown
  /// @param worlds the kinds of world that there are
  Captions(Supplier<ModelCatalogue> models, WorldKinds worlds) {
    this.models = models;
    this.worlds = worlds;
  }

  /// The second, quieter line under a node's name.
  String detail(Node node) {
    return switch (node) {
      case Population p ->
          count(p.size())
              + " "
              + models.get().neuron(p.model()).map(this::shortTitle).orElse(p.model());
      case Stimulus s -> signal(s);
      case World w -> kind(w);
      case ModulatorSource m -> modulator(m);
      case Probe p -> recording(p);
      case Group g -> g.folded() ? parts(g.members().size()) : "";
      case Note _ -> "";
    };
  }

  private String modulator(ModulatorSource m) {
    String title =
        models
            .get()
            .modulator(m.model())
            .map(ModulatorModel::title)
            .orElse(m.model())
            .toLowerCase(Locale.ROOT);
    return switch (m.spread()) {
      case ModulatorSource.Spread.Everywhere _ -> title;
      case ModulatorSource.Spread.Field f -> title + " · spreads over " + f.width();
    };
  }

  /// What kind of world it is; its name mostly says so.
  private String kind(World w) {
    return worlds
        .find(w.world())
        .map(WorldKind::title)
        .map(title -> w.name().startsWith(title) ? settings(w) : title)
        .orElse(w.world());
  }

  /// The first settings, as a picture needs them: "arms 2 · p best 0.8".
  private String settings(World w) {
    return worlds.find(w.world()).stream()
        .flatMap(k ->
            k.settings().stream()
                .limit(2)
                .map(s -> s.id().replace('_', ' ') + " " + k.value(w, s.id())))
        .collect(Collectors.joining(" · "));
  }

  private String ports(World w) {
    return worlds
        .find(w.world())
        .map(k ->
            ", takes "
                + k.taken().stream().map(WorldKind.Taken::id).collect(Collectors.joining(", "))
                + ", shows "
                + k.shown().stream().map(WorldKind.Shown::id).collect(Collectors.joining(", ")))
        .orElse("");
  }

  private static String acts(ModulatorSource m, Circuit circuit) {
    long in = circuit.links().stream().filter(l -> l.to().equals(m.id())).count();
    long out = circuit.links().stream().filter(l -> l.from().equals(m.id())).count();
    return ", released by " + lines(in) + ", acts by " + lines(out);
  }

  private static String lines(long n) {
    return n == 0 ? "nothing" : n == 1 ? "one line" : n + " lines";
  }

  private String shortTitle(NeuronModel model) {
    return model.title().replaceFirst(",.*", "");
  }

  private static String signal(Stimulus s) {
    return switch (s.signal()) {
      case Signal.Poisson p -> count(s.size()) + " Poisson · " + value(p.rate());
      case Signal.PoissonBackground b -> "background · " + b.rate();
      case Signal.Observation o -> count(s.size()) + " showing " + o.port();
      case Signal.SpikeList l -> l.file();
      case Signal.Sense sense ->
          sense.columns()
              + (sense.rows() == 1 ? " · " : " × " + sense.rows() + " · ")
              + SceneKind.of(sense.scene()).title();
      case Signal.Dc dc -> "constant · " + dc.amplitude();
      case Signal.Steps steps ->
          steps.steps().size() == 1 ? "1 step" : steps.steps().size() + " steps";
      case Signal.Ramp ramp -> ramp.from() + " to " + ramp.to();
      case Signal.Sine sine -> "sine · " + sine.frequency();
      case Signal.Noise noise -> "noise · " + noise.mean() + " ± " + noise.sd();
    };
  }

  private static String recording(Probe p) {
    String what =
        switch (p.recording()) {
          case Recording.Spikes _ -> "spikes";
          case Recording.State state -> state.variable() + " of " + state.neurons();
          case Recording.Kymograph k -> "potential along neuron " + k.neuron();
          case Recording.Weights _ -> "weights";
          case Recording.Concentration _ -> "concentration";
          case Recording.Rate rate -> "rate in " + rate.bin();
        };
    return p.targets().isEmpty() ? what + " · of nothing yet" : what;
  }

  /// What a line is, for the label that appears under the pointer.
  String detail(Projection p) {
    StringBuilder text =
        new StringBuilder(wiring(p.wiring())).append(" · ").append(value(p.weight()));
    if (!p.receptor().equals("current")) text.append(" · ").append(value(p.delay()));
    return text.toString();
  }

  /// What a line is, whatever it is.
  String ofLine(Element line) {
    return switch (line) {
      case Projection p -> detail(p);
      case Link l -> detail(l);
      default -> line.kind();
    };
  }

  /// What a link does, in a few words.
  static String detail(Link l) {
    return switch (l.role()) {
      case Link.Release r -> r.amount() + " with each spike · " + r.delay();
      case Link.Reward r -> r.amount() + " with each " + r.port() + " · " + r.delay();
      case Link.PredictionError e ->
          "computed prediction error · " + e.amount() + " for a difference of 1";
      case Link.Modulate m ->
          m.parameter().isEmpty()
              ? "third factor of the plasticity rule"
              : m.parameter()
                  + (m.strength() < 0 ? " × (1 − " : " × (1 + ")
                  + Quantity.format(Math.abs(m.strength()))
                  + " · occupancy) · half at "
                  + m.halfEffect();
      case Link.Act a ->
          a.port()
              + (a.readout() == Link.Readout.SPIKE_COUNT ? " · option " + (a.option() + 1) : "")
              + " · "
              + readout(a.readout());
    };
  }

  /// How spikes are read out, in a few words.
  static String readout(Link.Readout readout) {
    return switch (readout) {
      case SPIKE_COUNT -> "spike count";
      case WINNER -> "the winner among its parts";
      case POPULATION_VECTOR -> "population vector";
    };
  }

  /// A wiring rule in a few words.
  static String wiring(Wiring wiring) {
    return switch (wiring) {
      case Wiring.AllToAll _ -> "all to all";
      case Wiring.OneToOne _ -> "one to one";
      case Wiring.PairwiseBernoulli b -> "p = " + Quantity.format(b.probability());
      case Wiring.FixedInDegree f -> count(f.degree()) + " inputs each";
      case Wiring.FixedOutDegree f -> count(f.degree()) + " outputs each";
      case Wiring.FixedTotalNumber f -> count(f.synapses()) + " synapses";
      case Wiring.DistanceDependent _ -> "by distance";
      case Wiring.FromList f -> f.file();
    };
  }

  /// A value in a few words.
  static String value(Value value) {
    return switch (value) {
      case Value.Constant c -> c.quantity().toString();
      case Value.Uniform u -> number(u.low()) + " to " + u.high();
      case Value.Normal n -> number(n.mean()) + " ± " + n.sd();
      case Value.LogNormal l -> "log-normal, median " + l.median();
      case Value.Exponential e -> "exponential, mean " + e.mean();
      case Value.Gradient g -> number(g.start()) + " to " + g.end();
      case Value.Listed l -> l.values().size() + " values";
    };
  }

  private static String number(Quantity q) {
    return Quantity.format(q.value());
  }

  /// A whole number with thin spaces between thousands.
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n).replace(",", n < 10_000 ? "" : "\u202f");
  }

  private static String parts(int n) {
    return n == 1 ? "1 part" : n + " parts";
  }

  /// What a screen reader says of a node.
  ///
  /// @param rate its present rate (Hz); NaN when it is not running
  String spoken(Node node, Circuit circuit, double rate) {
    StringBuilder text = new StringBuilder(node.name()).append(", ");
    switch (node) {
      case Population p -> {
        text.append(p.size()).append(' ');
        text.append(
            switch (p.type()) {
              case EXCITATORY -> "excitatory ";
              case INHIBITORY -> "inhibitory ";
              case MIXED -> "";
            });
        text.append(p.size() == 1 ? "neuron" : "neurons");
      }
      case Stimulus s -> text.append("stimulus, ").append(signal(s));
      case World w -> text.append("world, ").append(kind(w)).append(ports(w));
      case ModulatorSource m ->
          text.append("source of ").append(modulator(m)).append(acts(m, circuit));
      case Probe p -> text.append("probe, ").append(recording(p)).append(looksAt(p, circuit));
      case Group g ->
          text.append(g.folded() ? "folded group, " : "group, ").append(parts(g.members().size()));
      case Note n -> text.append("note: ").append(n.text());
    }
    if (!Double.isNaN(rate)) text.append(", ").append(Math.round(rate)).append(" hertz");
    if (node instanceof Population) {
      List<Projection> projections = circuit.projections();
      long in = projections.stream().filter(p -> p.to().equals(node.id())).count();
      text.append(", ").append(in == 0 ? "no input" : in == 1 ? "one input" : in + " inputs");
    }
    return text.toString();
  }

  private static String looksAt(Probe p, Circuit circuit) {
    List<String> names =
        p.targets().stream()
            .map(circuit::find)
            .flatMap(Optional::stream)
            .map(Element::name)
            .toList();
    return names.isEmpty() ? "" : " of " + String.join(", ", names);
  }
}
