package org.neurarium.circuits.file;

import static org.neurarium.circuits.file.Field.optional;
import static org.neurarium.circuits.file.Field.required;
import static org.neurarium.circuits.file.Formats.DECIMAL;
import static org.neurarium.circuits.file.Formats.INTEGER;
import static org.neurarium.circuits.file.Formats.LONG;
import static org.neurarium.circuits.file.Formats.NAME;
import static org.neurarium.circuits.file.Formats.QUANTITY;

import java.util.List;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.Wiring.Profile;
import org.neurarium.circuits.units.Quantity;

/// Wiring rules under their NEST and PyNN names.
final class WiringFormat {

  private static final VariantFormat<Profile> PROFILE =
      new VariantFormat<Profile>("a distance profile")
          .with("gaussian", Profile.Gaussian.class, gaussian())
          .with("exponential", Profile.Exponential.class, exponential())
          .with(
              "difference_of_gaussians",
              Profile.DifferenceOfGaussians.class,
              differenceOfGaussians())
          .with("gabor", Profile.Gabor.class, gabor());

  static final Format<Wiring> WIRING =
      new VariantFormat<Wiring>("a wiring rule")
          .with(
              "all_to_all",
              Wiring.AllToAll.class,
              ObjectFormat.empty("all-to-all wiring", new Wiring.AllToAll()))
          .with(
              "one_to_one",
              Wiring.OneToOne.class,
              ObjectFormat.empty("one-to-one wiring", new Wiring.OneToOne()))
          .with(
              "pairwise_bernoulli",
              Wiring.PairwiseBernoulli.class,
              ObjectFormat.of(
                  "pairwise Bernoulli wiring",
                  required("probability", DECIMAL, Wiring.PairwiseBernoulli::probability),
                  Wiring.PairwiseBernoulli::new))
          .with(
              "fixed_in_degree",
              Wiring.FixedInDegree.class,
              ObjectFormat.of(
                  "fixed in-degree wiring",
                  required("degree", INTEGER, Wiring.FixedInDegree::degree),
                  Wiring.FixedInDegree::new))
          .with(
              "fixed_out_degree",
              Wiring.FixedOutDegree.class,
              ObjectFormat.of(
                  "fixed out-degree wiring",
                  required("degree", INTEGER, Wiring.FixedOutDegree::degree),
                  Wiring.FixedOutDegree::new))
          .with(
              "fixed_total_number",
              Wiring.FixedTotalNumber.class,
              ObjectFormat.of(
                  "fixed total number wiring",
                  required("synapses", LONG, Wiring.FixedTotalNumber::synapses),
                  Wiring.FixedTotalNumber::new))
          .with(
              "distance_dependent",
              Wiring.DistanceDependent.class,
              Formats.map(
                  PROFILE, Wiring.DistanceDependent::new, Wiring.DistanceDependent::profile))
          .with(
              "from_list",
              Wiring.FromList.class,
              ObjectFormat.of(
                  "wiring from a list",
                  required("file", NAME, Wiring.FromList::file),
                  Wiring.FromList::new));

  private WiringFormat() {}

  private static ObjectFormat<Profile.Gaussian> gaussian() {
    Field<Profile.Gaussian, Double> peak = required("peak", DECIMAL, Profile.Gaussian::peak);
    Field<Profile.Gaussian, Quantity> sigma = required("sigma", QUANTITY, Profile.Gaussian::sigma);
    return new ObjectFormat<>(
        "a Gaussian profile",
        List.of(peak, sigma),
        in -> new Profile.Gaussian(in.get(peak), in.get(sigma)));
  }

  private static ObjectFormat<Profile.Exponential> exponential() {
    Field<Profile.Exponential, Double> peak = required("peak", DECIMAL, Profile.Exponential::peak);
    Field<Profile.Exponential, Quantity> lambda =
        required("lambda", QUANTITY, Profile.Exponential::lambda);
    return new ObjectFormat<>(
        "an exponential profile",
        List.of(peak, lambda),
        in -> new Profile.Exponential(in.get(peak), in.get(lambda)));
  }

  private static ObjectFormat<Profile.DifferenceOfGaussians> differenceOfGaussians() {
    Field<Profile.DifferenceOfGaussians, Double> peakCentre =
        required("peak_centre", DECIMAL, Profile.DifferenceOfGaussians::peakCentre);
    Field<Profile.DifferenceOfGaussians, Quantity> sigmaCentre =
        required("sigma_centre", QUANTITY, Profile.DifferenceOfGaussians::sigmaCentre);
    Field<Profile.DifferenceOfGaussians, Double> peakSurround =
        required("peak_surround", DECIMAL, Profile.DifferenceOfGaussians::peakSurround);
    Field<Profile.DifferenceOfGaussians, Quantity> sigmaSurround =
        required("sigma_surround", QUANTITY, Profile.DifferenceOfGaussians::sigmaSurround);
    return new ObjectFormat<>(
        "a difference of Gaussians",
        List.of(peakCentre, sigmaCentre, peakSurround, sigmaSurround),
        in ->
            new Profile.DifferenceOfGaussians(
                in.get(peakCentre),
                in.get(sigmaCentre),
                in.get(peakSurround),
                in.get(sigmaSurround)));
  }

  private static ObjectFormat<Profile.Gabor> gabor() {
    Field<Profile.Gabor, Double> peak = required("peak", DECIMAL, Profile.Gabor::peak);
    Field<Profile.Gabor, Quantity> sigma = required("sigma", QUANTITY, Profile.Gabor::sigma);
    Field<Profile.Gabor, Quantity> wavelength =
        required("wavelength", QUANTITY, Profile.Gabor::wavelength);
    Field<Profile.Gabor, Double> angle = optional("angle", DECIMAL, Profile.Gabor::angle, 0.0);
    Field<Profile.Gabor, Double> phase = optional("phase", DECIMAL, Profile.Gabor::phase, 0.0);
    Field<Profile.Gabor, Double> aspect = optional("aspect", DECIMAL, Profile.Gabor::aspect, 1.0);
    return new ObjectFormat<>(
        "a Gabor profile",
        List.of(peak, sigma, wavelength, angle, phase, aspect),
        in ->
            new Profile.Gabor(
                in.get(peak),
                in.get(sigma),
                in.get(wavelength),
                in.get(angle),
                in.get(phase),
                in.get(aspect)));
  }
}
