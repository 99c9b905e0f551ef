package org.neurarium.app.canvas;

import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.NeuronModel.Receptor;

/// How what a line does shows in it.
///
/// @param end what the line ends with
/// @param width of the stroke in canvas pixels
/// @param styleClass names the colour: that of the source
/// @param stroke how it is stroked
record LineStyle(Routing.End end, double width, String styleClass, Stroke stroke) {

  /// How a line is stroked, and the word that stands at it.
  enum Stroke {
    /// Synapses, releases, actions.
    PLAIN(""),
    /// Acts on what others do.
    MODULATING(""),
    /// Done by the program in place of cells.
    COMPUTED("computed"),
    /// What a world shows, which is a stimulus.
    SHOWING("");

    private final String word;

    Stroke(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    String styleClass() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A line of synapses.
  LineStyle(Routing.End end, double width, String styleClass) {
    this(end, width, styleClass, Stroke.PLAIN);
  }

  private static final double THINNEST = 1.8;
  private static final double THICKEST = 5;

  /// Works out the look of a projection; a receptor nobody knows is drawn as exciting.
  static LineStyle of(Projection p, Circuit circuit, ModelCatalogue models) {
    Element source = circuit.find(p.from()).orElse(null);
    double mean = mean(p.weight());
    NeuronModel target =
        circuit
            .find(p.to(), Population.class)
            .flatMap(population -> models.neuron(population.model()))
            .orElse(null);
    Receptor receptor = target == null ? null : target.receptor(p.receptor()).orElse(null);
    String styleClass = source == null ? "stimulus" : styleClass(source);
    if (receptor == null) return new LineStyle(Routing.End.ARROW, THINNEST, styleClass);
    if (receptor.input() == Input.CURRENT)
      return new LineStyle(Routing.End.CHEVRON, THINNEST, styleClass);
    if (target != null && isGapJunction(target, receptor))
      return new LineStyle(Routing.End.BARS, THINNEST, styleClass);
    boolean inhibits =
        switch (receptor.effect()) {
          case EXCITES -> false;
          case INHIBITS -> true;
          case BY_SIGN -> mean < 0;
        };
    double strength = Math.abs(mean / receptor.standardWeight().value()) * inDegree(p, circuit);
    double width = Math.clamp(THINNEST + 0.62 * Math.log10(1 + strength), THINNEST, THICKEST);
    return new LineStyle(inhibits ? Routing.End.DOT : Routing.End.ARROW, width, styleClass);
  }

  /// Whether a receptor pulls two neurons' states together, as gap junctions do: such a sum of differences needs the total of the couplings, which rates that are added up do not.
  static boolean isGapJunction(NeuronModel target, Receptor receptor) {
    return receptor.input() == Input.COUPLING && target.text().contains("total_" + receptor.id());
  }

  /// The look of a link: that of its source.
  static LineStyle of(Link l, Circuit circuit) {
    String styleClass = circuit.find(l.from()).map(LineStyle::styleClass).orElse("stimulus");
    return switch (l.role()) {
      case Link.Modulate _ ->
          new LineStyle(Routing.End.DIAMOND, THINNEST, styleClass, Stroke.MODULATING);
      case Link.PredictionError _ ->
          new LineStyle(Routing.End.CHEVRON, THINNEST, styleClass, Stroke.COMPUTED);
      case Link.Release _, Link.Reward _, Link.Act _ ->
          new LineStyle(Routing.End.CHEVRON, THINNEST + 0.2, styleClass);
    };
  }

  /// The style class that gives an element its colour.
  static String styleClass(Element element) {
    return switch (element) {
      case Population p ->
          switch (p.type()) {
            case EXCITATORY -> "excitatory";
            case INHIBITORY -> "inhibitory";
            case MIXED -> "mixed";
          };
      case ModulatorSource m -> Substance.of(m.model()).styleClass();
      default -> element.kind();
    };
  }

  /// The synapses that a target neuron gets, about.
  private static double inDegree(Projection p, Circuit circuit) {
    double sources = circuit.find(p.from(), NeuronSource.class).map(NeuronSource::size).orElse(1);
    double targets = circuit.find(p.to(), NeuronSource.class).map(NeuronSource::size).orElse(1);
    return switch (p.wiring()) {
      case Wiring.AllToAll _ -> sources;
      case Wiring.OneToOne _ -> 1;
      case Wiring.PairwiseBernoulli b -> sources * b.probability();
      case Wiring.FixedInDegree f -> f.degree();
      case Wiring.FixedOutDegree f -> sources * f.degree() / targets;
      case Wiring.FixedTotalNumber f -> f.synapses() / targets;
      case Wiring.DistanceDependent _, Wiring.FromList _ -> Math.sqrt(sources);
    };
  }

  /// The middle of what a value can be, in its unit.
  private static double mean(Value value) {
    return switch (value) {
      case Value.Constant c -> c.quantity().value();
      case Value.Uniform u -> (u.low().value() + u.high().in(u.unit()).value()) / 2;
      case Value.Normal n -> n.mean().value();
      case Value.LogNormal l -> l.median().value();
      case Value.Exponential e -> e.mean().value();
      case Value.Gradient g -> (g.start().value() + g.end().in(g.unit()).value()) / 2;
      case Value.Listed l -> l.values().stream().mapToDouble(v -> v).average().orElse(0);
    };
  }
}
