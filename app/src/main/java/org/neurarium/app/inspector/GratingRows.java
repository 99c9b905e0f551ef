package org.neurarium.app.inspector;

import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Unit;

/// The fields of a grating.
final class GratingRows {

  private final Form form;

  GratingRows(Form form) {
    this.form = form;
  }

  void fill(Access<Scene.Grating> grating) {
    form.row(
            "orientation",
            SceneFields.number(
                NumberSpec.of("Orientation (°)", Unit.NONE)
                    .help("Of the bars: 0 lie, 90 stand and drift to the right.")
                    .slider(Scale.linear(0, 360)),
                grating,
                Scene.Grating::orientation,
                (g, v) ->
                    new Scene.Grating(
                        v, g.cycles(), g.phase(), g.speed(), g.contrast(), g.frame())))
        .row(
            "cycles",
            SceneFields.number(
                NumberSpec.of("Bars in a width", Unit.NONE)
                    .help("Spatial frequency, in cycles for each width of the sheet.")
                    .slider(Scale.linear(0, 10))
                    .atLeast(0),
                grating,
                Scene.Grating::cycles,
                (g, v) ->
                    new Scene.Grating(
                        g.orientation(), v, g.phase(), g.speed(), g.contrast(), g.frame())))
        .row(
            "speed",
            Quantities.row(
                NumberSpec.of("Speed", Unit.HERTZ)
                    .help("How many bars pass in a second; below 0 the other way.")
                    .slider(Scale.linear(-10, 10)),
                SceneFields.part(
                    grating,
                    Scene.Grating::speed,
                    (g, q) ->
                        new Scene.Grating(
                            g.orientation(), g.cycles(), g.phase(), q, g.contrast(), g.frame()))))
        .row(
            "contrast",
            SceneFields.fraction(
                "Contrast",
                "From an even grey to black and white.",
                grating,
                Scene.Grating::contrast,
                (g, v) ->
                    new Scene.Grating(
                        g.orientation(), g.cycles(), g.phase(), g.speed(), v, g.frame())))
        .row(
            "phase",
            SceneFields.number(
                NumberSpec.of("Phase (°)", Unit.NONE)
                    .help("At the start, in the middle of the sheet.")
                    .slider(Scale.linear(-180, 180)),
                grating,
                Scene.Grating::phase,
                (g, v) ->
                    new Scene.Grating(
                        g.orientation(), g.cycles(), v, g.speed(), g.contrast(), g.frame())))
        .row(
            "frame",
            SceneFields.time(
                "New picture every",
                SceneFields.part(
                    grating,
                    Scene.Grating::frame,
                    (g, q) ->
                        new Scene.Grating(
                            g.orientation(), g.cycles(), g.phase(), g.speed(), g.contrast(), q))));
  }
}
