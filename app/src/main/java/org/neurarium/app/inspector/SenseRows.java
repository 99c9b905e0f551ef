package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.neurarium.app.senses.SceneKind;
import org.neurarium.app.senses.SenseView;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.sense.GlyphSet;
import org.neurarium.circuits.sense.Order;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// The fields of a sense: what there is, how it is looked at, and how that becomes spikes.
final class SenseRows {

  private static final List<SceneKind> PICTURES =
      List.of(
          SceneKind.IMAGE,
          SceneKind.FOLDER,
          SceneKind.DRAWING,
          SceneKind.GRATING,
          SceneKind.GLYPHS);

  private final Form form;
  private final Target<Stimulus> target;
  private final Imports imports;
  private final Access<Signal.Sense> sense;

  SenseRows(Form form, Target<Stimulus> target, Imports imports) {
    this.form = form;
    this.target = target;
    this.imports = imports;
    sense =
        target
            .<Signal>access("the sense", Stimulus::signal, SenseRows::with)
            .part(
                s -> s instanceof Signal.Sense one ? Optional.of(one) : Optional.empty(),
                (_, s) -> s);
  }

  private static Stimulus with(Stimulus s, Signal signal) {
    return signal instanceof Signal.Sense sense
        ? s.withSignal(sense).withSize(Math.max(1, sense.sources()))
        : s.withSignal(signal);
  }

  /// What decides which rows there are.
  static Object shape(Signal signal) {
    if (!(signal instanceof Signal.Sense sense)) return "";
    Object inside =
        sense.scene() instanceof Scene.EventCamera camera ? SceneKind.of(camera.scene()) : "";
    return List.of(inside, FieldRows.Kind.of(sense.field()), CodeRows.Kind.of(sense.code()));
  }

  void fill() {
    Access<Scene> scene = sense.part(s -> Optional.of(s.scene()), Signal.Sense::of);
    if (target.isSingle() && !isPadAlone()) {
      SenseView view =
          new SenseView(
              target::first,
              () -> target.workspace().circuit().run(),
              () -> target.workspace().status().time(),
              imports::film);
      form.plain(view, view::refresh);
    }
    scene.get().ifPresent(now -> scene(scene, now));
    form.heading("Sheet")
        .row("columns", count("Columns", "Places from left to right.", columns()))
        .row("rows", count("Rows", "Places from top to bottom.", rows()));
    sense
        .get()
        .ifPresent(now -> {
          if (now.scene().isPicture()) new FieldRows(form, sense).fill(now.field());
          if (!now.scene().givesEvents()) new CodeRows(form, sense).fill(now.code());
        });
  }

  /// Whether a drawing pad shows already all that there is to see.
  private boolean isPadAlone() {
    return sense
        .get()
        .filter(s -> s.scene() instanceof Scene.Drawing)
        .filter(s -> s.field() instanceof ReceptiveField.None)
        .isPresent();
  }

  private Access<Double> columns() {
    return sense.part(s -> Optional.of((double) s.columns()), (s, n) -> on(s, n, s.rows()));
  }

  private Access<Double> rows() {
    return sense.part(s -> Optional.of((double) s.rows()), (s, n) -> on(s, s.columns(), n));
  }

  /// On another sheet; a drawing is scaled to it.
  private static Signal.Sense on(Signal.Sense sense, double columns, double rows) {
    Signal.Sense next = sense.on((int) columns, (int) rows);
    return next.scene() instanceof Scene.Drawing(Raster old)
        ? next.of(new Scene.Drawing(scaled(old, next.columns(), next.rows())))
        : next;
  }

  private static Raster scaled(Raster old, int columns, int rows) {
    float[] values = new float[columns * rows];
    old.fit(columns, rows, values);
    byte[] greys = new byte[values.length];
    for (int k = 0; k < greys.length; k++) greys[k] = (byte) Math.round(255 * values[k]);
    return new Raster(columns, rows, greys);
  }

  private static Row count(String name, String help, Access<Double> access) {
    return new NumberRow(
        NumberSpec.of(name, Unit.NONE)
            .help(help)
            .slider(Scale.count(1, 64))
            .atLeast(1)
            .atMost(1024),
        access);
  }

  private void scene(Access<Scene> scene, Scene now) {
    switch (now) {
      case Scene.Image _ ->
          file(
              SceneKind.IMAGE,
              "Picture",
              "A PNG file.",
              Scene.Image.class,
              scene,
              Scene.Image::file);
      case Scene.Folder _ -> folder(scene);
      case Scene.Drawing _ ->
          form.row(
              "drawing",
              new PadRow(
                  target,
                  part(
                      as(scene, Scene.Drawing.class),
                      Scene.Drawing::pixels,
                      (_, r) -> new Scene.Drawing(r))));
      case Scene.Grating _ -> grating(as(scene, Scene.Grating.class));
      case Scene.Glyphs _ -> glyphs(as(scene, Scene.Glyphs.class));
      case Scene.Odours _ -> odours(as(scene, Scene.Odours.class));
      case Scene.EventCamera camera -> camera(as(scene, Scene.EventCamera.class), camera);
      case Scene.EventFile _ -> {
        file(
            SceneKind.EVENT_FILE,
            "Recording",
            "An AEDAT file (2 or 3.1), or a CSV file with the columns t_us, x, y, p.",
            Scene.EventFile.class,
            scene,
            Scene.EventFile::file);
        Access<Scene.EventFile> file = as(scene, Scene.EventFile.class);
        form.row(
                "width",
                sensor(
                    "Sensor width",
                    part(
                        file,
                        f -> (double) f.width(),
                        (f, n) -> new Scene.EventFile(f.file(), (int) (double) n, f.height()))))
            .row(
                "height",
                sensor(
                    "Sensor height",
                    part(
                        file,
                        f -> (double) f.height(),
                        (f, n) -> new Scene.EventFile(f.file(), f.width(), (int) (double) n))));
      }
      case Scene.Sound _ -> sound(scene);
    }
  }

  private static Row sensor(String name, Access<Double> access) {
    return new NumberRow(
        NumberSpec.of(name, Unit.NONE)
            .help("In pixels.")
            .slider(Scale.count(1, 1280))
            .atLeast(1)
            .atMost(10_000),
        access);
  }

  private <S extends Scene> void file(
      SceneKind kind,
      String name,
      String help,
      Class<S> type,
      Access<Scene> scene,
      Function<S, String> get) {
    form.row(
        "file",
        new FileRow(
            name,
            help,
            part(as(scene, type), get, (s, _) -> s),
            () -> imports.scene(target.elements(), kind)));
  }

  private void folder(Access<Scene> scene) {
    Access<Scene.Folder> folder = as(scene, Scene.Folder.class);
    form.row(
            "folder",
            new FileRow(
                "Folder",
                "A folder with PNG files.",
                part(folder, Scene.Folder::folder, (f, _) -> f),
                () -> imports.scene(target.elements(), SceneKind.FOLDER)))
        .row(
            "order",
            order(
                part(
                    folder,
                    Scene.Folder::order,
                    (f, o) -> new Scene.Folder(f.folder(), o, f.each()))))
        .row(
            "each",
            time(
                "Each for",
                part(
                    folder,
                    Scene.Folder::each,
                    (f, q) -> new Scene.Folder(f.folder(), f.order(), q))));
  }

  private void grating(Access<Scene.Grating> grating) {
    form.row(
            "orientation",
            number(
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
            number(
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
                part(
                    grating,
                    Scene.Grating::speed,
                    (g, q) ->
                        new Scene.Grating(
                            g.orientation(), g.cycles(), g.phase(), q, g.contrast(), g.frame()))))
        .row(
            "contrast",
            fraction(
                "Contrast",
                "From an even grey to black and white.",
                grating,
                Scene.Grating::contrast,
                (g, v) ->
                    new Scene.Grating(
                        g.orientation(), g.cycles(), g.phase(), g.speed(), v, g.frame())))
        .row(
            "phase",
            number(
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
            time(
                "New picture every",
                part(
                    grating,
                    Scene.Grating::frame,
                    (g, q) ->
                        new Scene.Grating(
                            g.orientation(), g.cycles(), g.phase(), g.speed(), g.contrast(), q))));
  }

  private void glyphs(Access<Scene.Glyphs> glyphs) {
    form.row(
            "set",
            new ChoiceRow<>(
                "Set",
                "Which drawings are shown.",
                List.of(GlyphSet.values()),
                s -> NumberSpec.capital(s.name().toLowerCase(java.util.Locale.ROOT)),
                part(
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
            number(
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
            number(
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
            number(
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
            number(
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
            order(
                part(
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
            time(
                "Each for",
                part(
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
            gap(
                part(
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

  private void odours(Access<Scene.Odours> odours) {
    form.row(
            "odours",
            number(
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
            fraction(
                "Receptors found",
                "Which part of the receptors an odour finds.",
                odours,
                Scene.Odours::fraction,
                (o, v) ->
                    new Scene.Odours(
                        o.odours(), v, o.concentration(), o.noise(), o.order(), o.each(), o.gap())))
        .row(
            "concentration",
            number(
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
            number(
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
            order(
                part(
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
            time(
                "Each for",
                part(
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
            gap(
                part(
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

  private void camera(Access<Scene.EventCamera> camera, Scene.EventCamera now) {
    Access<Scene> seen =
        part(camera, Scene.EventCamera::scene, (c, s) -> new Scene.EventCamera(s, c.threshold()));
    form.row(
            "threshold",
            number(
                NumberSpec.of("Threshold", Unit.NONE)
                    .help("How far the natural logarithm of the brightness changes for an event.")
                    .slider(Scale.linear(0.05, 1))
                    .above(0),
                camera,
                Scene.EventCamera::threshold,
                (c, v) -> new Scene.EventCamera(c.scene(), v)))
        .row(
            "scene",
            new ChoiceRow<>(
                "Looks at",
                "What is in front of the camera.",
                PICTURES,
                k -> NumberSpec.capital(k.title()),
                part(seen, SceneKind::of, (s, k) -> SceneKind.of(s) == k ? s : k.fresh().scene())));
    scene(seen, now.scene());
  }

  private void sound(Access<Scene> scene) {
    Access<Scene.Sound> sound = as(scene, Scene.Sound.class);
    form.row(
            "file",
            new FileRow(
                "Sound",
                "A WAV file.",
                part(sound, s -> s.file().orElse("microphone"), (s, _) -> s),
                () -> imports.scene(target.elements(), SceneKind.SOUND)))
        .row(
            "low",
            frequency(
                "From",
                part(
                    sound,
                    Scene.Sound::low,
                    (s, q) -> new Scene.Sound(s.file(), q, s.high(), s.floor(), s.frame()))))
        .row(
            "high",
            frequency(
                "To",
                part(
                    sound,
                    Scene.Sound::high,
                    (s, q) -> new Scene.Sound(s.file(), s.low(), q, s.floor(), s.frame()))))
        .row(
            "floor",
            number(
                NumberSpec.of("Silence below (dB)", Unit.NONE)
                    .help("How far below full scale counts as silence.")
                    .slider(Scale.linear(20, 100))
                    .above(0),
                sound,
                Scene.Sound::floor,
                (s, v) -> new Scene.Sound(s.file(), s.low(), s.high(), v, s.frame())))
        .row(
            "frame",
            time(
                "New level every",
                part(
                    sound,
                    Scene.Sound::frame,
                    (s, q) -> new Scene.Sound(s.file(), s.low(), s.high(), s.floor(), q))));
  }

  private static Row frequency(String name, Access<Quantity> access) {
    return Quantities.row(
        NumberSpec.of(name, Unit.HERTZ).slider(Scale.logarithmic(20, 20_000)).above(0), access);
  }

  private static Row order(Access<Order> access) {
    return new ChoiceRow<>(
        "Order",
        "In which order they come.",
        List.of(Order.values()),
        o ->
            switch (o) {
              case IN_TURN -> "In turn";
              case SHUFFLED -> "Shuffled";
              case RANDOM -> "Random";
            },
        access);
  }

  static Row time(String name, Access<Quantity> access) {
    return Quantities.row(
        NumberSpec.of(name, Unit.MILLISECOND).slider(Scale.logarithmic(1, 10_000)).above(0),
        access);
  }

  private static Row gap(Access<Quantity> access) {
    return Quantities.row(
        NumberSpec.of("Gap", Unit.MILLISECOND)
            .help("How long there is nothing after each.")
            .slider(Scale.linear(0, 1000))
            .atLeast(0),
        access);
  }

  private static <S> Row fraction(
      String name,
      String help,
      Access<S> access,
      ToDoubleFunction<S> get,
      BiFunction<S, Double, S> with) {
    return number(
        NumberSpec.of(name, Unit.NONE).help(help).slider(Scale.linear(0, 1)).atLeast(0).atMost(1),
        access,
        get,
        with);
  }

  static <S> Row number(
      NumberSpec spec, Access<S> access, ToDoubleFunction<S> get, BiFunction<S, Double, S> with) {
    return new NumberRow(
        spec, access.part(s -> Optional.of(NumberText.tidy(get.applyAsDouble(s))), with));
  }

  static <S, V> Access<V> part(Access<S> access, Function<S, V> get, BiFunction<S, V, S> with) {
    return access.part(s -> Optional.of(get.apply(s)), with);
  }

  static <T, S extends T> Access<S> as(Access<T> access, Class<S> type) {
    return access.part(
        t -> type.isInstance(t) ? Optional.of(type.cast(t)) : Optional.empty(), (_, s) -> s);
  }
}
