package org.neurarium.app.inspector;

import java.util.List;
import java.util.Locale;
import org.neurarium.circuits.sense.GlyphSet;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Unit;

/// The fields of glyphs.
final class GlyphRows {

  private final Form form;

  GlyphRows(Form form) {
    this.form = form;
  }

  void fill(Access<Scene.Glyphs> glyphs) {
    form.row(
            "set",
            new ChoiceRow<>(
                "Set",
                "Which drawings are shown.",
                List.of(GlyphSet.values()),
                s -> NumberSpec.capital(s.name().toLowerCase(Locale.ROOT)),
                SceneFields.part(
                    glyphs,
                    Scene.Glyphs::set,
                    (g, s) ->
                        new Scene.Glyphs(
                            s,
                            g.shift(),
                            g.rotation(),
                            g.scale(),
                            g.thickness(),
                            g.order(),
                            g.each(),
                            g.gap()))))
        .row(
            "shift",
            SceneFields.number(
                NumberSpec.of("Shift up to", Unit.NONE)
                    .help("How far out of place, in sheet widths.")
                    .slider(Scale.linear(0, 0.3))
                    .atLeast(0),
                glyphs,
                Scene.Glyphs::shift,
                (g, v) ->
                    new Scene.Glyphs(
                        g.set(),
                        v,
                        g.rotation(),
                        g.scale(),
                        g.thickness(),
                        g.order(),
                        g.each(),
                        g.gap())))
        .row(
            "rotation",
            SceneFields.number(
                NumberSpec.of("Turn up to (°)", Unit.NONE)
                    .help("How far turned to either side.")
                    .slider(Scale.linear(0, 90))
                    .atLeast(0),
                glyphs,
                Scene.Glyphs::rotation,
                (g, v) ->
                    new Scene.Glyphs(
                        g.set(),
                        g.shift(),
                        v,
                        g.scale(),
                        g.thickness(),
                        g.order(),
                        g.each(),
                        g.gap())))
        .row(
            "scale",
            SceneFields.number(
                NumberSpec.of("Scale up to ±", Unit.NONE)
                    .help("How much larger or smaller, as a fraction.")
                    .slider(Scale.linear(0, 0.5))
                    .atLeast(0)
                    .atMost(0.99),
                glyphs,
                Scene.Glyphs::scale,
                (g, v) ->
                    new Scene.Glyphs(
                        g.set(),
                        g.shift(),
                        g.rotation(),
                        v,
                        g.thickness(),
                        g.order(),
                        g.each(),
                        g.gap())))
        .row(
            "thickness",
            SceneFields.number(
                NumberSpec.of("Thickness", Unit.NONE)
                    .help("Of the strokes, in sheet widths.")
                    .slider(Scale.linear(0.02, 0.3))
                    .above(0),
                glyphs,
                Scene.Glyphs::thickness,
                (g, v) ->
                    new Scene.Glyphs(
                        g.set(),
                        g.shift(),
                        g.rotation(),
                        g.scale(),
                        v,
                        g.order(),
                        g.each(),
                        g.gap())))
        .row(
            "order",
            SceneFields.order(
                SceneFields.part(
                    glyphs,
                    Scene.Glyphs::order,
                    (g, o) ->
                        new Scene.Glyphs(
                            g.set(),
                            g.shift(),
                            g.rotation(),
                            g.scale(),
                            g.thickness(),
                            o,
                            g.each(),
                            g.gap()))))
        .row(
            "each",
            SceneFields.time(
                "Each for",
                SceneFields.part(
                    glyphs,
                    Scene.Glyphs::each,
                    (g, q) ->
                        new Scene.Glyphs(
                            g.set(),
                            g.shift(),
                            g.rotation(),
                            g.scale(),
                            g.thickness(),
                            g.order(),
                            q,
                            g.gap()))))
        .row(
            "gap",
            SceneFields.gap(
                SceneFields.part(
                    glyphs,
                    Scene.Glyphs::gap,
                    (g, q) ->
                        new Scene.Glyphs(
                            g.set(),
                            g.shift(),
                            g.rotation(),
                            g.scale(),
                            g.thickness(),
                            g.order(),
                            g.each(),
                            q))));
  }
}
