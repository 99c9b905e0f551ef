package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.units.Unit;

/// The fields about receptive fields.
final class FieldRows {

  private final Form form;
  private final Access<ReceptiveField> field;

  FieldRows(Form form, Access<Signal.Sense> sense) {
    this.form = form;
    field = sense.part(s -> Optional.of(s.field()), Signal.Sense::through);
  }

  /// The kinds, each with a beginning that does something visible.
  enum Kind {
    NONE("None"),
    CENTRE_SURROUND("Centre and surround"),
    GABOR("Gabor");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    private ReceptiveField fresh() {
      return switch (this) {
        case NONE -> new ReceptiveField.None();
        case CENTRE_SURROUND ->
            new ReceptiveField.DifferenceOfGaussians(ReceptiveField.Centre.BOTH, 1, 1.6);
        case GABOR -> new ReceptiveField.Gabor(0, 6, 0, 2, 0.7, 4);
      };
    }

    static Kind of(ReceptiveField field) {
      return switch (field) {
        case ReceptiveField.None _ -> NONE;
        case ReceptiveField.DifferenceOfGaussians _ -> CENTRE_SURROUND;
        case ReceptiveField.Gabor _ -> GABOR;
      };
    }
  }

  void fill(ReceptiveField now) {
    form.heading("Receptive fields")
        .row(
            "field",
            new ChoiceRow<>(
                "Kind",
                "How each source looks at the picture. Channels multiply the sources.",
                List.of(Kind.values()),
                k -> k.title,
                SceneFields.part(field, Kind::of, (f, k) -> Kind.of(f) == k ? f : k.fresh())));
    switch (now) {
      case ReceptiveField.None _ -> {}
      case ReceptiveField.DifferenceOfGaussians _ -> centreSurround();
      case ReceptiveField.Gabor _ -> gabor();
    }
  }

  private void centreSurround() {
    Access<ReceptiveField.DifferenceOfGaussians> dog =
        SceneFields.as(field, ReceptiveField.DifferenceOfGaussians.class);
    form.row(
            "centre",
            new ChoiceRow<>(
                "Centre",
                "ON answers to what is brighter than its surround, OFF to what is darker.",
                List.of(ReceptiveField.Centre.values()),
                c ->
                    switch (c) {
                      case ON -> "ON";
                      case OFF -> "OFF";
                      case BOTH -> "ON and OFF";
                    },
                SceneFields.part(
                    dog,
                    ReceptiveField.DifferenceOfGaussians::centre,
                    (d, c) ->
                        new ReceptiveField.DifferenceOfGaussians(
                            c, d.sigmaCentre(), d.sigmaSurround()))))
        .row(
            "sigma_centre",
            SceneFields.number(
                places("Centre size", "σ of the centre, in places of the sheet."),
                dog,
                ReceptiveField.DifferenceOfGaussians::sigmaCentre,
                (d, v) ->
                    new ReceptiveField.DifferenceOfGaussians(d.centre(), v, d.sigmaSurround())))
        .row(
            "sigma_surround",
            SceneFields.number(
                places("Surround size", "σ of the surround, larger than the centre's."),
                dog,
                ReceptiveField.DifferenceOfGaussians::sigmaSurround,
                (d, v) ->
                    new ReceptiveField.DifferenceOfGaussians(d.centre(), d.sigmaCentre(), v)));
  }

  private void gabor() {
    Access<ReceptiveField.Gabor> gabor = SceneFields.as(field, ReceptiveField.Gabor.class);
    form.row(
            "orientations",
            SceneFields.number(
                NumberSpec.of("Orientations", Unit.NONE)
                    .help("How many channels, their preferences spread over half a turn.")
                    .slider(Scale.count(1, 16))
                    .atLeast(1)
                    .atMost(180),
                gabor,
                g -> g.orientations(),
                (g, v) ->
                    new ReceptiveField.Gabor(
                        g.orientation(),
                        g.wavelength(),
                        g.phase(),
                        g.sigma(),
                        g.aspect(),
                        (int) (double) v)))
        .row(
            "orientation",
            SceneFields.number(
                NumberSpec.of("Orientation (°)", Unit.NONE)
                    .help("Of the bars that the first channel prefers; 90 stand.")
                    .slider(Scale.linear(0, 180)),
                gabor,
                ReceptiveField.Gabor::orientation,
                (g, v) ->
                    new ReceptiveField.Gabor(
                        v, g.wavelength(), g.phase(), g.sigma(), g.aspect(), g.orientations())))
        .row(
            "wavelength",
            SceneFields.number(
                places("Wavelength", "From bar to bar, in places of the sheet."),
                gabor,
                ReceptiveField.Gabor::wavelength,
                (g, v) ->
                    new ReceptiveField.Gabor(
                        g.orientation(), v, g.phase(), g.sigma(), g.aspect(), g.orientations())))
        .row(
            "sigma",
            SceneFields.number(
                places("Size", "σ across the bars, in places of the sheet."),
                gabor,
                ReceptiveField.Gabor::sigma,
                (g, v) ->
                    new ReceptiveField.Gabor(
                        g.orientation(),
                        g.wavelength(),
                        g.phase(),
                        v,
                        g.aspect(),
                        g.orientations())))
        .row(
            "aspect",
            SceneFields.number(
                NumberSpec.of("Aspect", Unit.NONE)
                    .help("Width across the bars over length along them.")
                    .slider(Scale.linear(0.2, 2))
                    .above(0),
                gabor,
                ReceptiveField.Gabor::aspect,
                (g, v) ->
                    new ReceptiveField.Gabor(
                        g.orientation(),
                        g.wavelength(),
                        g.phase(),
                        g.sigma(),
                        v,
                        g.orientations())))
        .row(
            "phase",
            SceneFields.number(
                NumberSpec.of("Phase (°)", Unit.NONE)
                    .help("0 for a bright bar in the middle, 180 for a dark one, 90 for an edge.")
                    .slider(Scale.linear(-180, 180)),
                gabor,
                ReceptiveField.Gabor::phase,
                (g, v) ->
                    new ReceptiveField.Gabor(
                        g.orientation(),
                        g.wavelength(),
                        v,
                        g.sigma(),
                        g.aspect(),
                        g.orientations())));
  }

  private static NumberSpec places(String name, String help) {
    return NumberSpec.of(name, Unit.NONE)
        .help(help)
        .slider(Scale.linear(0.5, 10))
        .above(0)
        .atMost(20);
  }
}
