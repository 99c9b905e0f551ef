package org.neurarium.app.inspector;

import java.util.List;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.units.Quantity;

/// The wiring rules, each with a beginning that does something visible.
enum WiringKind {
  ALL_TO_ALL("all to all", "Every source connects to every target."),
  ONE_TO_ONE("one to one", "Source i connects to target i."),
  BERNOULLI("pairwise Bernoulli", "Each pair is connected with the same probability."),
  IN_DEGREE("fixed in-degree", "Each target draws the same number of sources."),
  OUT_DEGREE("fixed out-degree", "Each source draws the same number of targets."),
  TOTAL("fixed total number", "This many synapses, with source and target drawn at random."),
  DISTANCE(
      "by distance",
      "Each pair is connected with a probability that depends on its distance on the sheets."),
  LIST("from a list", "The connections of a CSV file.");

  private final String title;
  private final String help;

  WiringKind(String title, String help) {
    this.title = title;
    this.help = help;
  }

  String title() {
    return title;
  }

  String help() {
    return help;
  }

  static WiringKind of(Wiring wiring) {
    return switch (wiring) {
      case Wiring.AllToAll _ -> ALL_TO_ALL;
      case Wiring.OneToOne _ -> ONE_TO_ONE;
      case Wiring.PairwiseBernoulli _ -> BERNOULLI;
      case Wiring.FixedInDegree _ -> IN_DEGREE;
      case Wiring.FixedOutDegree _ -> OUT_DEGREE;
      case Wiring.FixedTotalNumber _ -> TOTAL;
      case Wiring.DistanceDependent _ -> DISTANCE;
      case Wiring.FromList _ -> LIST;
    };
  }

  /// The shape of the distance dependence as a word; empty for the other rules.
  static String profile(Wiring wiring) {
    return wiring instanceof Wiring.DistanceDependent(var profile) ? profileName(profile) : "";
  }

  static String profileName(Wiring.Profile profile) {
    return switch (profile) {
      case Wiring.Profile.Gaussian _ -> "Gaussian";
      case Wiring.Profile.Exponential _ -> "exponential";
      case Wiring.Profile.DifferenceOfGaussians _ -> "difference of Gaussians";
      case Wiring.Profile.Gabor _ -> "Gabor";
    };
  }

  static List<String> profileNames() {
    return List.of("Gaussian", "exponential", "difference of Gaussians", "Gabor");
  }

  static Wiring.Profile freshProfile(String name) {
    Quantity near = Quantity.of(100, "um");
    Quantity far = Quantity.of(200, "um");
    return switch (name) {
      case "exponential" -> new Wiring.Profile.Exponential(0.5, near);
      case "difference of Gaussians" ->
          new Wiring.Profile.DifferenceOfGaussians(0.8, near, 0.4, far);
      case "Gabor" -> new Wiring.Profile.Gabor(0.8, near, far, 0, 0, 1);
      default -> new Wiring.Profile.Gaussian(0.5, near);
    };
  }

  Wiring fresh() {
    return switch (this) {
      case ALL_TO_ALL -> new Wiring.AllToAll();
      case ONE_TO_ONE -> new Wiring.OneToOne();
      case BERNOULLI -> new Wiring.PairwiseBernoulli(0.1);
      case IN_DEGREE -> new Wiring.FixedInDegree(10);
      case OUT_DEGREE -> new Wiring.FixedOutDegree(10);
      case TOTAL -> new Wiring.FixedTotalNumber(1000);
      case DISTANCE -> new Wiring.DistanceDependent(freshProfile("Gaussian"));
      case LIST -> new Wiring.FromList("connections.csv");
    };
  }
}
