package org.neurarium.app.inspector;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.Wiring.Profile;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// The rows for a wiring rule and its numbers.
final class WiringRows {

  private final Access<Wiring> access;

  WiringRows(Access<Wiring> access) {
    this.access = access;
  }

  void fill(Form form) {
    Optional<WiringKind> kind = access.get().map(WiringKind::of);
    Access<WiringKind> rule =
        access.part(
            w -> Optional.of(WiringKind.of(w)), (w, k) -> WiringKind.of(w) == k ? w : k.fresh());
    form.row(
        "rule",
        new ChoiceRow<>(
            "Rule",
            kind.map(WiringKind::help).orElse("Which pairs are connected"),
            Arrays.asList(WiringKind.values()),
            k -> NumberSpec.capital(k.title()),
            orAnything(rule),
            true));
    kind.ifPresent(k -> numbers(form, k));
  }

  /// Lets a rule be chosen where the inspected projections differ.
  private Access<WiringKind> orAnything(Access<WiringKind> rule) {
    return new Access<>() {
      @Override
      public Optional<WiringKind> get() {
        return rule.get();
      }

      @Override
      public void set(WiringKind kind) {
        if (access.get().isPresent()) rule.set(kind);
        else access.set(kind.fresh());
      }

      @Override
      public void drag(Object gesture, WiringKind kind) {
        set(kind);
      }
    };
  }

  private <W> Access<W> as(Class<W> kind, Function<W, Wiring> back) {
    return access.part(
        w -> kind.isInstance(w) ? Optional.of(kind.cast(w)) : Optional.empty(),
        (_, w) -> back.apply(w));
  }

  private void numbers(Form form, WiringKind kind) {
    switch (kind) {
      case ALL_TO_ALL, ONE_TO_ONE -> {}
      case BERNOULLI ->
          form.row(
              "probability",
              new NumberRow(
                  NumberSpec.of("Probability", Unit.NONE)
                      .slider(Scale.logarithmic(0.001, 1))
                      .atLeast(0)
                      .atMost(1),
                  as(Wiring.PairwiseBernoulli.class, w -> w)
                      .as(Wiring.PairwiseBernoulli::probability, Wiring.PairwiseBernoulli::new)));
      case IN_DEGREE ->
          form.row(
              "degree",
              count(
                  "Sources of each target",
                  as(Wiring.FixedInDegree.class, w -> w)
                      .as(
                          w -> (double) w.degree(),
                          d -> new Wiring.FixedInDegree((int) (double) d))));
      case OUT_DEGREE ->
          form.row(
              "degree",
              count(
                  "Targets of each source",
                  as(Wiring.FixedOutDegree.class, w -> w)
                      .as(
                          w -> (double) w.degree(),
                          d -> new Wiring.FixedOutDegree((int) (double) d))));
      case TOTAL ->
          form.row(
              "synapses",
              new NumberRow(
                  NumberSpec.of("Synapses", Unit.NONE)
                      .slider(Scale.count(1, 1_000_000))
                      .atLeast(0)
                      .atMost(2e9),
                  as(Wiring.FixedTotalNumber.class, w -> w)
                      .as(
                          w -> (double) w.synapses(),
                          d -> new Wiring.FixedTotalNumber((long) (double) d))));
      case DISTANCE -> distance(form);
      case LIST ->
          form.plain(
              new javafx.scene.control.Label(
                  access
                      .get()
                      .map(w -> w instanceof Wiring.FromList(String file) ? file : "")
                      .orElse("")));
    }
  }

  private static Row count(String name, Access<Double> access) {
    return new NumberRow(
        NumberSpec.of(name, Unit.NONE).slider(Scale.count(1, 1000)).atLeast(0).atMost(10_000_000),
        access);
  }

  private void distance(Form form) {
    Access<Profile> profile =
        access.part(
            w ->
                w instanceof Wiring.DistanceDependent(Profile p)
                    ? Optional.of(p)
                    : Optional.empty(),
            (_, p) -> new Wiring.DistanceDependent(p));
    Optional<String> name = profile.get().map(WiringKind::profileName);
    form.row(
        "profile",
        new ChoiceRow<>(
            "Profile",
            "How the probability falls with distance",
            WiringKind.profileNames(),
            NumberSpec::capital,
            profile.part(
                p -> Optional.of(WiringKind.profileName(p)),
                (p, n) -> WiringKind.profileName(p).equals(n) ? p : WiringKind.freshProfile(n))));
    switch (name.orElse("")) {
      case "Gaussian" -> {
        Access<Profile.Gaussian> g = of(profile, Profile.Gaussian.class);
        form.row(
                "peak",
                peak(
                    "Peak probability",
                    g,
                    Profile.Gaussian::peak,
                    (p, v) -> new Profile.Gaussian(v, p.sigma())))
            .row(
                "sigma",
                length(
                    "Sigma",
                    g,
                    Profile.Gaussian::sigma,
                    (p, q) -> new Profile.Gaussian(p.peak(), q)));
      }
      case "exponential" -> {
        Access<Profile.Exponential> e = of(profile, Profile.Exponential.class);
        form.row(
                "peak",
                peak(
                    "Peak probability",
                    e,
                    Profile.Exponential::peak,
                    (p, v) -> new Profile.Exponential(v, p.lambda())))
            .row(
                "lambda",
                length(
                    "Length constant",
                    e,
                    Profile.Exponential::lambda,
                    (p, q) -> new Profile.Exponential(p.peak(), q)));
      }
      case "difference of Gaussians" ->
          differenceOfGaussians(form, of(profile, Profile.DifferenceOfGaussians.class));
      case "Gabor" -> gabor(form, of(profile, Profile.Gabor.class));
      default -> {}
    }
  }

  private static void differenceOfGaussians(Form form, Access<Profile.DifferenceOfGaussians> d) {
    form.row(
            "peak",
            peak(
                "Centre, peak",
                d,
                Profile.DifferenceOfGaussians::peakCentre,
                (p, v) ->
                    new Profile.DifferenceOfGaussians(
                        v, p.sigmaCentre(), p.peakSurround(), p.sigmaSurround())))
        .row(
            "sigma",
            length(
                "Centre, sigma",
                d,
                Profile.DifferenceOfGaussians::sigmaCentre,
                (p, q) ->
                    new Profile.DifferenceOfGaussians(
                        p.peakCentre(), q, p.peakSurround(), p.sigmaSurround())))
        .row(
            "surround",
            peak(
                "Surround, peak",
                d,
                Profile.DifferenceOfGaussians::peakSurround,
                (p, v) ->
                    new Profile.DifferenceOfGaussians(
                        p.peakCentre(), p.sigmaCentre(), v, p.sigmaSurround())))
        .row(
            "sigma surround",
            length(
                "Surround, sigma",
                d,
                Profile.DifferenceOfGaussians::sigmaSurround,
                (p, q) ->
                    new Profile.DifferenceOfGaussians(
                        p.peakCentre(), p.sigmaCentre(), p.peakSurround(), q)));
  }

  private static void gabor(Form form, Access<Profile.Gabor> g) {
    form.row(
            "peak",
            peak(
                "Peak probability",
                g,
                Profile.Gabor::peak,
                (p, v) ->
                    new Profile.Gabor(
                        v, p.sigma(), p.wavelength(), p.angle(), p.phase(), p.aspect())))
        .row(
            "sigma",
            length(
                "Sigma",
                g,
                Profile.Gabor::sigma,
                (p, q) ->
                    new Profile.Gabor(
                        p.peak(), q, p.wavelength(), p.angle(), p.phase(), p.aspect())))
        .row(
            "wavelength",
            length(
                "Wavelength",
                g,
                Profile.Gabor::wavelength,
                (p, q) ->
                    new Profile.Gabor(p.peak(), p.sigma(), q, p.angle(), p.phase(), p.aspect())))
        .row(
            "angle",
            angle(
                "Angle (rad)",
                g,
                Profile.Gabor::angle,
                (p, v) ->
                    new Profile.Gabor(
                        p.peak(), p.sigma(), p.wavelength(), v, p.phase(), p.aspect())))
        .row(
            "phase",
            angle(
                "Phase (rad)",
                g,
                Profile.Gabor::phase,
                (p, v) ->
                    new Profile.Gabor(
                        p.peak(), p.sigma(), p.wavelength(), p.angle(), v, p.aspect())))
        .row(
            "aspect",
            new NumberRow(
                NumberSpec.of("Aspect ratio", Unit.NONE).slider(Scale.linear(0.1, 3)).above(0),
                g.part(
                    p -> Optional.of(p.aspect()),
                    (p, v) ->
                        new Profile.Gabor(
                            p.peak(), p.sigma(), p.wavelength(), p.angle(), p.phase(), v))));
  }

  private static <P extends Profile> Access<P> of(Access<Profile> profile, Class<P> kind) {
    return profile.part(
        p -> kind.isInstance(p) ? Optional.of(kind.cast(p)) : Optional.empty(), (_, p) -> p);
  }

  private static <P> Row peak(
      String name, Access<P> access, Function<P, Double> get, BiFunction<P, Double, P> with) {
    return new NumberRow(
        NumberSpec.of(name, Unit.NONE).slider(Scale.linear(0, 1)).atLeast(0),
        access.part(p -> Optional.of(get.apply(p)), with));
  }

  private static <P> Row angle(
      String name, Access<P> access, Function<P, Double> get, BiFunction<P, Double, P> with) {
    return new NumberRow(
        NumberSpec.of(name, Unit.NONE).slider(Scale.linear(-Math.PI, Math.PI)),
        access.part(p -> Optional.of(get.apply(p)), with));
  }

  private static <P> Row length(
      String name, Access<P> access, Function<P, Quantity> get, BiFunction<P, Quantity, P> with) {
    return Quantities.row(
        NumberSpec.of(name, Unit.MICROMETRE).slider(Scale.logarithmic(1, 10_000)).above(0),
        access.part(p -> Optional.of(get.apply(p)), with));
  }
}
