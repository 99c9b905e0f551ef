package org.neurarium.app.inspector;

import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Unit;

/// The fields of odours.
final class OdourRows {

  private final Form form;

  OdourRows(Form form) {
    this.form = form;
  }

  void fill(Access<Scene.Odours> odours) {
    form.row(
            "odours",
            SceneFields.number(
                NumberSpec.of("Odours", Unit.NONE)
                    .help("How many different ones there are.")
                    .slider(Scale.count(1, 100))
                    .atLeast(1)
                    .atMost(10_000),
                odours,
                o -> o.odours(),
                (o, v) ->
                    new Scene.Odours(
                        (int) (double) v,
                        o.fraction(),
                        o.concentration(),
                        o.noise(),
                        o.order(),
                        o.each(),
                        o.gap())))
        .row(
            "fraction",
            SceneFields.fraction(
                "Receptors found",
                "Which part of the receptors an odour finds.",
                odours,
                Scene.Odours::fraction,
                (o, v) ->
                    new Scene.Odours(
                        o.odours(), v, o.concentration(), o.noise(), o.order(), o.each(), o.gap())))
        .row(
            "concentration",
            SceneFields.number(
                NumberSpec.of("Concentration", Unit.NONE)
                    .help("At 1 a receptor of middling affinity is half bound.")
                    .slider(Scale.logarithmic(0.01, 100))
                    .atLeast(0),
                odours,
                Scene.Odours::concentration,
                (o, v) ->
                    new Scene.Odours(
                        o.odours(), o.fraction(), v, o.noise(), o.order(), o.each(), o.gap())))
        .row(
            "noise",
            SceneFields.number(
                NumberSpec.of("Noise", Unit.NONE)
                    .help(
                        "How much the concentration differs from time to time: the standard"
                            + " deviation of its logarithm.")
                    .slider(Scale.linear(0, 2))
                    .atLeast(0),
                odours,
                Scene.Odours::noise,
                (o, v) ->
                    new Scene.Odours(
                        o.odours(),
                        o.fraction(),
                        o.concentration(),
                        v,
                        o.order(),
                        o.each(),
                        o.gap())))
        .row(
            "order",
            SceneFields.order(
                SceneFields.part(
                    odours,
                    Scene.Odours::order,
                    (o, r) ->
                        new Scene.Odours(
                            o.odours(),
                            o.fraction(),
                            o.concentration(),
                            o.noise(),
                            r,
                            o.each(),
                            o.gap()))))
        .row(
            "each",
            SceneFields.time(
                "Each for",
                SceneFields.part(
                    odours,
                    Scene.Odours::each,
                    (o, q) ->
                        new Scene.Odours(
                            o.odours(),
                            o.fraction(),
                            o.concentration(),
                            o.noise(),
                            o.order(),
                            q,
                            o.gap()))))
        .row(
            "gap",
            SceneFields.gap(
                SceneFields.part(
                    odours,
                    Scene.Odours::gap,
                    (o, q) ->
                        new Scene.Odours(
                            o.odours(),
                            o.fraction(),
                            o.concentration(),
                            o.noise(),
                            o.order(),
                            o.each(),
                            q))));
  }
}
