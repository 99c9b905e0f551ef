package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.List;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.Wiring.Profile;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;

/// A wiring rule can be carried out between these two ends.
final class WiringRules {

  static final List<Rule<Projection>> ALL =
      List.of(
          WiringRules::probabilityIsAProbability,
          WiringRules::degreeCanBeReached,
          WiringRules::sidesMatchOneToOne,
          WiringRules::profileHasExtent,
          WiringRules::backgroundReachesAll,
          WiringRules::fileIsThere);

  private static final long MOST_SYNAPSES = Integer.MAX_VALUE - 8;

  private WiringRules() {}

  private static void probabilityIsAProbability(Projection p, Examination in) {
    if (!(p.wiring() instanceof Wiring.PairwiseBernoulli(double probability))) return;
    if (!(probability >= 0 && probability <= 1))
      in.error(
          p,
          "wiring",
          the(p) + " connects with the probability " + Quantity.format(probability),
          probability > 1 && probability <= 100
              ? "A probability lies between 0 and 1; "
                  + Quantity.format(probability)
                  + " % is "
                  + Quantity.format(probability / 100)
                  + "."
              : "A probability lies between 0 and 1.");
  }

  private static void degreeCanBeReached(Projection p, Examination in) {
    Ends ends = Ends.of(p, in);
    switch (p.wiring()) {
      case Wiring.FixedInDegree(int degree) -> degree(p, degree, "source", ends.sourcesOfOne(), in);
      case Wiring.FixedOutDegree(int degree) ->
          degree(p, degree, "target", ends.targetsOfOne(), in);
      case Wiring.FixedTotalNumber(long synapses) -> {
        if (synapses < 0 || synapses > MOST_SYNAPSES)
          in.error(
              p,
              "wiring",
              the(p) + " asks for " + synapses + " synapses",
              "Ask for 0 to 2 billion.");
        else if (ends.areKnown()
            && synapses > 0
            && (p.multapses() ? ends.pairs() == 0 : synapses > ends.pairs()))
          in.error(
              p,
              "wiring",
              the(p)
                  + " asks for "
                  + synapses
                  + " synapses, and there are only "
                  + ends.pairs()
                  + " pairs",
              "Ask for fewer, or allow several synapses for a pair.");
      }
      case Wiring.AllToAll _,
          Wiring.OneToOne _,
          Wiring.PairwiseBernoulli _,
          Wiring.DistanceDependent _,
          Wiring.FromList _ -> {}
    }
  }

  private static void degree(
      Projection p, int degree, String partner, long candidates, Examination in) {
    String asks =
        the(p) + " asks for " + degree + " " + partner + (degree == 1 ? "" : "s") + " each";
    if (degree < 0) in.error(p, "wiring", asks, "Ask for 0 or more.");
    else if (candidates >= 0
        && degree > 0
        && (p.multapses() ? candidates == 0 : degree > candidates))
      in.error(
          p,
          "wiring",
          asks + ", and there are only " + candidates,
          "Ask for fewer, or allow several synapses for a pair.");
  }

  private static void sidesMatchOneToOne(Projection p, Examination in) {
    Ends ends = Ends.of(p, in);
    if (p.wiring() instanceof Wiring.OneToOne
        && ends.areKnown()
        && ends.sources() != ends.targets())
      in.error(
          p,
          "wiring",
          the(p)
              + " connects one to one, from "
              + ends.sources()
              + " to "
              + ends.targets()
              + " neurons",
          "Make both sides the same size, or choose another rule.");
  }

  private static void profileHasExtent(Projection p, Examination in) {
    if (!(p.wiring() instanceof Wiring.DistanceDependent(Profile profile))) return;
    switch (profile) {
      case Profile.Gaussian(double peak, Quantity sigma) -> {
        peak(p, peak, in);
        length(p, "sigma", sigma, in);
      }
      case Profile.Exponential(double peak, Quantity lambda) -> {
        peak(p, peak, in);
        length(p, "lambda", lambda, in);
      }
      case Profile.DifferenceOfGaussians d -> {
        peak(p, d.peakCentre(), in);
        peak(p, d.peakSurround(), in);
        length(p, "sigma of the centre", d.sigmaCentre(), in);
        length(p, "sigma of the surround", d.sigmaSurround(), in);
      }
      case Profile.Gabor g -> {
        peak(p, g.peak(), in);
        length(p, "sigma", g.sigma(), in);
        length(p, "wavelength", g.wavelength(), in);
        if (!(g.aspect() > 0))
          in.error(
              p,
              "wiring",
              the(p) + ": the aspect of its Gabor profile is not above 0",
              "1 makes it round.");
      }
    }
  }

  private static void peak(Projection p, double peak, Examination in) {
    if (!(peak >= 0))
      in.error(
          p,
          "wiring",
          the(p) + " connects with a peak probability below 0",
          "It lies between 0 and 1.");
    else if (peak > 1)
      in.note(
          p,
          "wiring",
          the(p) + " has a peak probability of " + Quantity.format(peak) + ", above 1",
          "Pairs that come out above 1 are always connected.");
  }

  private static void length(Projection p, String what, Quantity length, Examination in) {
    ValueRules.check(
        in,
        p,
        "wiring",
        length,
        new ValueRules.Expected(
            "the " + what + " of its profile", Dimension.LENGTH, Limit.POSITIVE, 1));
  }

  private static void backgroundReachesAll(Projection p, Examination in) {
    boolean background =
        in.circuit()
            .find(p.from(), Stimulus.class)
            .filter(s -> s.signal() instanceof Signal.PoissonBackground)
            .isPresent();
    if (background && !(p.wiring() instanceof Wiring.AllToAll))
      in.error(
          p,
          "wiring",
          the(p) + " brings a background, which every target gets, but is not all to all",
          "Use all-to-all, or a Poisson stimulus with sources of its own.",
          replace("Wire " + quoted(p) + " all to all", p.wired(new Wiring.AllToAll())));
  }

  private static void fileIsThere(Projection p, Examination in) {
    if (p.wiring() instanceof Wiring.FromList(String file))
      StimulusRules.checkFile(p, "wiring", file, in);
  }

  /// How many neurons are at the two ends; −1 where an end is missing.
  ///
  /// @param alone whether a neuron is not its own partner
  private record Ends(long sources, long targets, boolean alone) {

    static Ends of(Projection p, Examination in) {
      long sources =
          in.circuit().find(p.from(), NeuronSource.class).map(NeuronSource::size).orElse(-1);
      long targets = in.circuit().find(p.to(), Population.class).map(Population::size).orElse(-1);
      return new Ends(sources, targets, p.from().equals(p.to()) && !p.autapses());
    }

    boolean areKnown() {
      return sources >= 0 && targets >= 0;
    }

    long sourcesOfOne() {
      return alone ? Math.max(0, sources - 1) : sources;
    }

    long targetsOfOne() {
      return alone ? Math.max(0, targets - 1) : targets;
    }

    long pairs() {
      return sources * targetsOfOne();
    }
  }
}
