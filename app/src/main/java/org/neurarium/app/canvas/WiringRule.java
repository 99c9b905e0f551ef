package org.neurarium.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.Wiring.Profile;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;

/// The wiring rules as a list to choose from, each with the texts of its parameters.
enum WiringRule {
  ALL_TO_ALL("All to all"),
  ONE_TO_ONE("One to one"),
  PAIRWISE_BERNOULLI("Pairwise Bernoulli", new Field("Probability", "0.2")),
  FIXED_IN_DEGREE("Fixed in-degree", new Field("Inputs of each", "10")),
  FIXED_OUT_DEGREE("Fixed out-degree", new Field("Outputs of each", "10")),
  FIXED_TOTAL_NUMBER("Fixed total number", new Field("Synapses", "1000")),
  GAUSSIAN("Gaussian by distance", new Field("Peak", "0.5"), new Field("Width σ", "200 um")),
  EXPONENTIAL("Exponential by distance", new Field("Peak", "0.5"), new Field("Length λ", "200 um")),
  DIFFERENCE_OF_GAUSSIANS(
      "Difference of Gaussians",
      new Field("Centre peak", "0.8"),
      new Field("Centre σ", "100 um"),
      new Field("Surround peak", "0.3"),
      new Field("Surround σ", "300 um")),
  GABOR(
      "Gabor",
      new Field("Peak", "0.8"),
      new Field("Width σ", "200 um"),
      new Field("Wavelength λ", "400 um"),
      new Field("Angle (rad)", "0"),
      new Field("Phase (rad)", "0"),
      new Field("Aspect γ", "1")),
  FROM_LIST("From a list (CSV)", new Field("File", "connections.csv"));

  /// A parameter: what it is called, and what it is at first.
  record Field(String label, String standard) {}

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Field> fields;

  WiringRule(String title, Field... fields) {
    this.title = title;
    this.fields = List.of(fields);
  }

  String title() {
    return title;
  }

  List<Field> fields() {
    return fields;
  }

  @Override
  public String toString() {
    return title;
  }

  static WiringRule of(Wiring wiring) {
    return switch (wiring) {
      case Wiring.AllToAll _ -> ALL_TO_ALL;
      case Wiring.OneToOne _ -> ONE_TO_ONE;
      case Wiring.PairwiseBernoulli _ -> PAIRWISE_BERNOULLI;
      case Wiring.FixedInDegree _ -> FIXED_IN_DEGREE;
      case Wiring.FixedOutDegree _ -> FIXED_OUT_DEGREE;
      case Wiring.FixedTotalNumber _ -> FIXED_TOTAL_NUMBER;
      case Wiring.DistanceDependent(Profile.Gaussian _) -> GAUSSIAN;
      case Wiring.DistanceDependent(Profile.Exponential _) -> EXPONENTIAL;
      case Wiring.DistanceDependent(Profile.DifferenceOfGaussians _) -> DIFFERENCE_OF_GAUSSIANS;
      case Wiring.DistanceDependent(Profile.Gabor _) -> GABOR;
      case Wiring.FromList _ -> FROM_LIST;
    };
  }

  /// The parameters of a wiring as texts that [#make] reads back.
  static List<String> texts(Wiring wiring) {
    return switch (wiring) {
      case Wiring.AllToAll _, Wiring.OneToOne _ -> List.of();
      case Wiring.PairwiseBernoulli b -> List.of(Quantity.format(b.probability()));
      case Wiring.FixedInDegree f -> List.of(Integer.toString(f.degree()));
      case Wiring.FixedOutDegree f -> List.of(Integer.toString(f.degree()));
      case Wiring.FixedTotalNumber f -> List.of(Long.toString(f.synapses()));
      case Wiring.DistanceDependent(Profile.Gaussian g) ->
          List.of(Quantity.format(g.peak()), g.sigma().toString());
      case Wiring.DistanceDependent(Profile.Exponential e) ->
          List.of(Quantity.format(e.peak()), e.lambda().toString());
      case Wiring.DistanceDependent(Profile.DifferenceOfGaussians d) ->
          List.of(
              Quantity.format(d.peakCentre()),
              d.sigmaCentre().toString(),
              Quantity.format(d.peakSurround()),
              d.sigmaSurround().toString());
      case Wiring.DistanceDependent(Profile.Gabor g) ->
          List.of(
              Quantity.format(g.peak()),
              g.sigma().toString(),
              g.wavelength().toString(),
              Quantity.format(g.angle()),
              Quantity.format(g.phase()),
              Quantity.format(g.aspect()));
      case Wiring.FromList f -> List.of(f.file());
    };
  }

  /// Makes a wiring of what was typed; empty where that makes no sense.
  Optional<Wiring> make(List<String> texts) {
    Reader r = new Reader(texts);
    Wiring made =
        switch (this) {
          case ALL_TO_ALL -> new Wiring.AllToAll();
          case ONE_TO_ONE -> new Wiring.OneToOne();
          case PAIRWISE_BERNOULLI -> new Wiring.PairwiseBernoulli(r.share(0));
          case FIXED_IN_DEGREE -> new Wiring.FixedInDegree((int) r.count(0, Integer.MAX_VALUE));
          case FIXED_OUT_DEGREE -> new Wiring.FixedOutDegree((int) r.count(0, Integer.MAX_VALUE));
          case FIXED_TOTAL_NUMBER -> new Wiring.FixedTotalNumber(r.count(0, 1L << 53));
          case GAUSSIAN ->
              new Wiring.DistanceDependent(new Profile.Gaussian(r.number(0), r.length(1)));
          case EXPONENTIAL ->
              new Wiring.DistanceDependent(new Profile.Exponential(r.number(0), r.length(1)));
          case DIFFERENCE_OF_GAUSSIANS ->
              new Wiring.DistanceDependent(
                  new Profile.DifferenceOfGaussians(
                      r.number(0), r.length(1), r.number(2), r.length(3)));
          case GABOR ->
              new Wiring.DistanceDependent(
                  new Profile.Gabor(
                      r.number(0),
                      r.length(1),
                      r.length(2),
                      r.number(3),
                      r.number(4),
                      r.number(5)));
          case FROM_LIST -> new Wiring.FromList(r.text(0));
        };
    return r.failed ? Optional.empty() : Optional.of(made);
  }

  /// Reads texts one by one and remembers whether any of them was wrong.
  private static final class Reader {
    private final List<String> texts;
    private boolean failed;

    Reader(List<String> texts) {
      this.texts = texts;
    }

    private OptionalDouble parse(int i) {
      return Quantity.parse(text(i))
          .filter(q -> q.unit().dimension().equals(Dimension.NONE))
          .map(q -> OptionalDouble.of(q.value()))
          .orElse(OptionalDouble.empty());
    }

    double number(int i) {
      OptionalDouble value = parse(i);
      if (value.isEmpty()) failed = true;
      return value.orElse(0);
    }

    double share(int i) {
      double value = number(i);
      if (value < 0 || value > 1) failed = true;
      return value;
    }

    long count(int i, long most) {
      double value = number(i);
      if (value < 0 || value > most || value != Math.rint(value)) failed = true;
      return (long) value;
    }

    Quantity length(int i) {
      Optional<Quantity> q = Quantity.parse(text(i));
      // A bare number means the unit that fields suggest.
      Quantity length =
          q.filter(l -> l.unit().symbol().isEmpty())
              .map(l -> Quantity.of(l.value(), "um"))
              .or(() -> q.filter(l -> l.unit().dimension().equals(Dimension.LENGTH)))
              .orElse(Quantity.of(0, "um"));
      if (length.value() <= 0) failed = true;
      return length;
    }

    String text(int i) {
      String text = texts.get(i).strip();
      if (text.isEmpty()) failed = true;
      return text;
    }
  }
}
