package org.neurarium.circuits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Circuits of every kind of part, from a seed. They need not make sense; files and edits have to carry them all the same.
public final class RandomCircuits {

  private final SplittableRandom random;
  private final List<ElementId> ids = new ArrayList<>();

  private RandomCircuits(long seed) {
    random = new SplittableRandom(seed);
  }

  /// The circuit of this seed.
  public static Circuit circuit(long seed) {
    return new RandomCircuits(seed).circuit();
  }

  private Circuit circuit() {
    List<Element> elements = new ArrayList<>();
    int count = random.nextInt(1, 13);
    for (int i = 0; i < count; i++) elements.add(element(i));
    return new Circuit(text(), random.nextBoolean() ? "" : text(), run(), elements, models());
  }

  private RunSettings run() {
    return random.nextInt(3) == 0
        ? RunSettings.DEFAULT
        : new RunSettings(quantity("ms"), random.nextLong(), quantity("s"));
  }

  /// An element of any kind with an id of its own.
  private Element element(int i) {
    ElementId id = new ElementId(pick("e", "Cortex", "in-put", "x_y") + i);
    String name = random.nextInt(3) == 0 ? id.text() : text();
    Point at = random.nextInt(4) == 0 ? new Point(0, 0) : new Point(number(), number());
    Element element =
        switch (random.nextInt(9)) {
          case 0 -> population(id, name, at);
          case 1 ->
              new Stimulus(id, name, at, random.nextInt(-1, 5), signal(), quantity("ms"), stop());
          case 2 -> projection(id, name);
          case 3 -> new Probe(id, name, at, someIds(), recording());
          case 4 -> new Group(id, name, at, someIds(), random.nextBoolean());
          case 5 -> new World(id, name, at, pick("bandit", "?"), constants(), text());
          case 6 -> new ModulatorSource(id, name, at, pick("dopamine", "?"), constants(), spread());
          case 7 -> new Link(id, name, anyId(), anyId(), role());
          default -> new Note(id, name, at, text(), random.nextBoolean() ? 240 : number());
        };
    ids.add(id);
    return element;
  }

  private Quantity stop() {
    return random.nextBoolean() ? Stimulus.NEVER : quantity("ms");
  }

  private Population population(ElementId id, String name, Point at) {
    return new Population(
        id,
        name,
        at,
        pick(Population.Type.values()),
        random.nextInt(-2, 5000),
        pick("lif_exp_psc", "lif_delta", "no such model"),
        values(),
        values(),
        random.nextBoolean() ? Sheet.DEFAULT : sheet());
  }

  private Sheet sheet() {
    return new Sheet(
        quantity("um"), quantity("mm"), pick(Sheet.Arrangement.values()), random.nextBoolean());
  }

  private Projection projection(ElementId id, String name) {
    return new Projection(
        id,
        name,
        anyId(),
        anyId(),
        pick("ex", "in", "delta", "current", "?"),
        wiring(),
        random.nextBoolean(),
        random.nextBoolean(),
        value("pA"),
        random.nextBoolean() ? Value.of(1, "ms") : value("ms"),
        random.nextBoolean() ? Placement.SCATTERED : new Placement.Clustered(number()),
        pick(Synapse.STATIC, Synapse.of("stdp"), new Synapse("stdp", constants())));
  }

  private ModulatorSource.Spread spread() {
    return random.nextBoolean()
        ? ModulatorSource.EVERYWHERE
        : new ModulatorSource.Spread.Field(
            quantity("um"), quantity("mm"), random.nextBoolean() ? 32 : random.nextInt());
  }

  private Link.Role role() {
    return switch (random.nextInt(6)) {
      case 0 -> new Link.Release(quantity("uM"), quantity("ms"));
      case 1 -> new Link.Reward("reward", quantity("uM"), Quantity.of(1, "ms"));
      case 2 -> new Link.PredictionError(quantity("uM"), quantity("ms"), number(), number());
      case 3 -> new Link.Modulate("", Quantity.of(1, "uM"), 1, 1);
      case 4 -> new Link.Modulate(pick("tau_m", ""), quantity("uM"), number(), number());
      default -> new Link.Act("choice", pick(Link.Readout.values()), random.nextBoolean() ? 0 : 7);
    };
  }

  private ElementId anyId() {
    return ids.isEmpty() || random.nextInt(5) == 0
        ? new ElementId("nowhere")
        : ids.get(random.nextInt(ids.size()));
  }

  private List<ElementId> someIds() {
    List<ElementId> some = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) some.add(anyId());
    return some;
  }

  private Map<String, Quantity> constants() {
    Map<String, Quantity> values = new TreeMap<>();
    for (int n = random.nextInt(3); n > 0; n--)
      values.put(pick("tau_plus", "A", "no such thing"), quantity("ms"));
    return values;
  }

  private List<OwnModel> models() {
    List<OwnModel> models = new ArrayList<>();
    if (random.nextInt(3) == 0) models.add(new OwnModel("mine", modelText()));
    if (random.nextInt(3) == 0)
      models.add(new OwnModel("lif_delta", "neuron lif_delta\r\n" + modelText()));
    return models;
  }

  /// Without half characters: a model is a file of its own, which has no form for them.
  private String modelText() {
    return pick(
        "", "neuron mine\n  state v = 0 mV", "synapse mine \"Größe\"\n\t\u2028\n", "\u0000?");
  }

  private Map<String, Value> values() {
    Map<String, Value> values = new TreeMap<>();
    for (int n = random.nextInt(4); n > 0; n--)
      values.put(
          pick("V_m", "tau_m", "E_L", "I_e", "ä \"odd\" name"), value(pick("mV", "ms", "pA", "")));
    return values;
  }

  private Value value(String unit) {
    return switch (random.nextInt(9)) {
      case 0 -> new Value.Uniform(quantity(unit), quantity(unit));
      case 1 -> new Value.Normal(quantity(unit), quantity(unit));
      case 2 -> new Value.Normal(quantity(unit), quantity(unit), quantity(unit), quantity(unit));
      case 3 -> new Value.LogNormal(quantity(unit), number());
      case 4 -> new Value.Exponential(quantity(unit), quantity(unit));
      case 5 -> new Value.Gradient(pick(Value.Axis.values()), quantity(unit), quantity(unit));
      case 6 -> new Value.Listed(numbers(), Unit.of(unit));
      default -> Value.of(quantity(unit));
    };
  }

  private List<Double> numbers() {
    List<Double> numbers = new ArrayList<>();
    for (int n = random.nextInt(30); n > 0; n--) numbers.add(number());
    return numbers;
  }

  private Wiring wiring() {
    return switch (random.nextInt(11)) {
      case 0 -> new Wiring.AllToAll();
      case 1 -> new Wiring.OneToOne();
      case 2 -> new Wiring.PairwiseBernoulli(number());
      case 3 -> new Wiring.FixedInDegree(random.nextInt());
      case 4 -> new Wiring.FixedOutDegree(random.nextInt(100));
      case 5 -> new Wiring.FixedTotalNumber(random.nextLong());
      case 6 -> new Wiring.FromList(pick("a.csv", "data/b c.csv"));
      case 7 -> new Wiring.DistanceDependent(new Wiring.Profile.Gaussian(number(), quantity("um")));
      case 8 ->
          new Wiring.DistanceDependent(new Wiring.Profile.Exponential(number(), quantity("um")));
      case 9 ->
          new Wiring.DistanceDependent(
              new Wiring.Profile.DifferenceOfGaussians(
                  number(), quantity("um"), number(), quantity("mm")));
      default ->
          new Wiring.DistanceDependent(
              new Wiring.Profile.Gabor(
                  number(),
                  quantity("um"),
                  quantity("um"),
                  number(),
                  random.nextBoolean() ? 0 : number(),
                  1));
    };
  }

  private Signal signal() {
    return switch (random.nextInt(10)) {
      case 0 -> new Signal.Poisson(value("Hz"));
      case 1 -> new Signal.PoissonBackground(quantity("Hz"));
      case 2 -> new Signal.SpikeList(pick("spikes.csv", "../secret.csv"));
      case 3 -> new Signal.Dc(quantity("pA"));
      case 4 -> {
        List<Signal.Step> steps = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--)
          steps.add(new Signal.Step(quantity("ms"), quantity("pA")));
        yield new Signal.Steps(steps);
      }
      case 5 -> new Signal.Ramp(quantity("pA"), quantity("nA"), quantity("ms"));
      case 6 ->
          new Signal.Sine(
              random.nextBoolean() ? Quantity.of(0, "pA") : quantity("pA"),
              quantity("pA"),
              quantity("Hz"),
              number());
      case 7 ->
          new Signal.Observation(
              anyId(),
              pick("cue", "place"),
              pick(Signal.Coding.values()),
              quantity("Hz"),
              random.nextBoolean() ? Quantity.of(0, "Hz") : quantity("Hz"),
              random.nextBoolean() ? 0.1 : number());
      case 8 -> new RandomSenses(random, this::number, this::quantity).sense();
      default -> new Signal.Noise(quantity("pA"), quantity("pA"), quantity("ms"));
    };
  }

  private Recording recording() {
    return switch (random.nextInt(6)) {
      case 4 -> new Recording.Concentration();
      case 3 -> new Recording.Kymograph(random.nextInt(3));
      case 0 -> new Recording.Spikes(neurons());
      case 1 -> new Recording.State("V_m", neurons());
      case 2 -> new Recording.Weights();
      default -> new Recording.Rate(quantity("ms"));
    };
  }

  private NeuronSelection neurons() {
    List<NeuronSelection.Range> ranges = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      int first = random.nextInt(1000);
      ranges.add(new NeuronSelection.Range(first, first + random.nextInt(3)));
    }
    return new NeuronSelection(ranges);
  }

  private Quantity quantity(String unit) {
    return Quantity.of(number(), random.nextInt(10) == 0 ? pick("mV", "s", "") : unit);
  }

  /// Round numbers mostly, and the odd ones that break printers.
  private double number() {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> random.nextInt(-100, 100);
      case 2 -> random.nextInt(-10_000, 10_000) / 10.0;
      case 3 -> random.nextDouble();
      case 4 -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-300, 300));
      default -> pick(-0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e15, 1e-5, 0.1 + 0.2);
    };
  }

  private String text() {
    return pick(
        "Cortex E",
        "a",
        "",
        "Zwölf Boxkämpfer\njagen \"Viktor\" \\ quer\tüber den großen Sylter Deich",
        "spike \uD83D\uDCA5",
        "half \uD83D",
        "\u0000\u0007\u007F\u2028",
        "</script>{\"neurarium\": 1}");
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
