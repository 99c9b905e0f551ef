package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.neurarium.app.senses.SceneKind;
import org.neurarium.app.senses.SenseView;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.sense.Scene;
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
    boolean live = sense.scene() instanceof Scene.Sound sound && sound.file().isEmpty();
    return List.of(inside, live, FieldRows.Kind.of(sense.field()), CodeRows.Kind.of(sense.code()));
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
                  SceneFields.part(
                      SceneFields.as(scene, Scene.Drawing.class),
                      Scene.Drawing::pixels,
                      (_, r) -> new Scene.Drawing(r))));
      case Scene.Grating _ ->
          new GratingRows(form).fill(SceneFields.as(scene, Scene.Grating.class));
      case Scene.Glyphs _ -> new GlyphRows(form).fill(SceneFields.as(scene, Scene.Glyphs.class));
      case Scene.Odours _ -> new OdourRows(form).fill(SceneFields.as(scene, Scene.Odours.class));
      case Scene.EventCamera camera ->
          camera(SceneFields.as(scene, Scene.EventCamera.class), camera);
      case Scene.EventFile _ -> {
        file(
            SceneKind.EVENT_FILE,
            "Recording",
            "An AEDAT file (2 or 3.1), or a CSV file with the columns t_us, x, y, p.",
            Scene.EventFile.class,
            scene,
            Scene.EventFile::file);
        Access<Scene.EventFile> file = SceneFields.as(scene, Scene.EventFile.class);
        form.row(
                "width",
                sensor(
                    "Sensor width",
                    SceneFields.part(
                        file,
                        f -> (double) f.width(),
                        (f, n) -> new Scene.EventFile(f.file(), (int) (double) n, f.height()))))
            .row(
                "height",
                sensor(
                    "Sensor height",
                    SceneFields.part(
                        file,
                        f -> (double) f.height(),
                        (f, n) -> new Scene.EventFile(f.file(), f.width(), (int) (double) n))));
      }
      case Scene.Sound _ ->
          new SoundRows(form, () -> imports.scene(target.elements(), SceneKind.SOUND))
              .fill(SceneFields.as(scene, Scene.Sound.class));
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
            SceneFields.part(SceneFields.as(scene, type), get, (s, _) -> s),
            () -> imports.scene(target.elements(), kind)));
  }

  private void folder(Access<Scene> scene) {
    Access<Scene.Folder> folder = SceneFields.as(scene, Scene.Folder.class);
    form.row(
            "folder",
            new FileRow(
                "Folder",
                "A folder with PNG files.",
                SceneFields.part(folder, Scene.Folder::folder, (f, _) -> f),
                () -> imports.scene(target.elements(), SceneKind.FOLDER)))
        .row(
            "order",
            SceneFields.order(
                SceneFields.part(
                    folder,
                    Scene.Folder::order,
                    (f, o) -> new Scene.Folder(f.folder(), o, f.each()))))
        .row(
            "each",
            SceneFields.time(
                "Each for",
                SceneFields.part(
                    folder,
                    Scene.Folder::each,
                    (f, q) -> new Scene.Folder(f.folder(), f.order(), q))));
  }

  private void camera(Access<Scene.EventCamera> camera, Scene.EventCamera now) {
    Access<Scene> seen =
        SceneFields.part(
            camera, Scene.EventCamera::scene, (c, s) -> new Scene.EventCamera(s, c.threshold()));
    form.row(
            "threshold",
            SceneFields.number(
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
                SceneFields.part(
                    seen, SceneKind::of, (s, k) -> SceneKind.of(s) == k ? s : k.fresh().scene())));
    scene(seen, now.scene());
  }
}
