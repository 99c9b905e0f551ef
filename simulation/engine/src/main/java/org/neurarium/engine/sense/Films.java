package org.neurarium.engine.sense;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.media.Media;
import org.neurarium.circuits.media.Waveform;
import org.neurarium.circuits.sense.Order;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.engine.random.RandomKey;

/// Makes films of scenes: reads their files, once, and gives each thread a film of its own. Blocks while it reads.
public final class Films {

  private static final long MOST_BYTES = 1L << 30;

  private final ElementId element;
  private final Signal.Sense sense;
  private final float[] screen;
  private final DataFiles files;
  private final double dt;
  private final long seed;
  private final List<Problem> problems;

  /// @param element the stimulus
  /// @param screen on which a live scene appears, one value for each place
  /// @param dt length of a step (ms)
  /// @param problems receives what is wrong
  public Films(
      ElementId element,
      Signal.Sense sense,
      float[] screen,
      DataFiles files,
      double dt,
      long seed,
      List<Problem> problems) {
    this.element = element;
    this.sense = sense;
    this.screen = screen;
    this.files = files;
    this.dt = dt;
    this.seed = seed;
    this.problems = problems;
  }

  /// Films of what the sense is shown, and how much memory they share.
  ///
  /// @param films one for each thread that asks
  /// @param bytes of the pictures that were made ready
  public record Ready(Supplier<Film> films, long bytes) {}

  /// Makes the films; empty, with a problem, where a file does not serve.
  public Optional<Ready> make() {
    return make(sense.scene() instanceof Scene.EventCamera camera ? camera.scene() : sense.scene());
  }

  private Optional<Ready> make(Scene scene) {
    int columns = sense.columns();
    int rows = sense.rows();
    long key = RandomKey.of(seed, element, "scene");
    return switch (scene) {
      case Scene.Image(String file) -> pictures(List.of(file), new Beat(1, 0), Order.IN_TURN, key);
      case Scene.Folder folder ->
          pictures(
              list(folder.folder()),
              Beat.of(folder.each().engineValue(), 0, dt),
              folder.order(),
              key);
      case Scene.Drawing _ -> Optional.of(new Ready(() -> new LiveFilm(screen), 0));
      case Scene.Grating grating ->
          Optional.of(new Ready(() -> new GratingFilm(grating, columns, rows, dt), 0));
      case Scene.Glyphs glyphs ->
          Optional.of(new Ready(() -> new GlyphFilm(glyphs, columns, rows, dt, key), 0));
      case Scene.Odours odours -> {
        long receptors = RandomKey.of(seed, element, "receptors");
        yield Optional.of(new Ready(() -> new OdourFilm(odours, dt, key, receptors), 0));
      }
      case Scene.Sound sound ->
          sound.file().isEmpty()
              ? Optional.of(new Ready(() -> new LiveFilm(screen), 0))
              : sound(sound, sound.file().get());
      case Scene.EventCamera _, Scene.EventFile _ -> Optional.empty();
    };
  }

  private List<String> list(String folder) {
    try {
      return files.list(folder).stream()
          .filter(f -> f.toLowerCase(Locale.ROOT).endsWith(".png"))
          .toList();
    } catch (java.io.IOException e) {
      problem("folder", "The folder '" + folder + "' cannot be read", "Copy pictures there.");
      return List.of();
    }
  }

  private Optional<Ready> pictures(List<String> names, Beat beat, Order order, long key) {
    int places = sense.columns() * sense.rows();
    long bytes = 4L * places * names.size();
    if (bytes > MOST_BYTES) {
      problem(
          "folder",
          names.size() + " pictures of " + places + " places take too much memory",
          "Take fewer, or a smaller sheet.");
      return Optional.empty();
    }
    List<float[]> pictures = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (String name : names) {
      Media.Result<Raster> read = Media.picture(name, files);
      for (Problem p : read.problems()) problems.add(concerning(p, "file"));
      if (read.value().isEmpty()) return Optional.empty();
      float[] picture = new float[places];
      read.value().get().fit(sense.columns(), sense.rows(), picture);
      pictures.add(picture);
      labels.add(label(name));
    }
    if (pictures.isEmpty()) return Optional.empty();
    return Optional.of(new Ready(() -> new StillFilm(pictures, labels, beat, order, key), bytes));
  }

  /// A file's name without folder and ending.
  private static String label(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private Optional<Ready> sound(Scene.Sound sound, String file) {
    Media.Result<Waveform> read = Media.sound(file, files);
    for (Problem p : read.problems()) problems.add(concerning(p, "file"));
    if (read.value().isEmpty()) return Optional.empty();
    Waveform wave = read.value().get();
    double low = sound.low().engineValue() * 1000; // kHz to Hz
    double high = sound.high().engineValue() * 1000;
    if (high > wave.rate() / 2) {
      problem(
          "high",
          "The sound '" + file + "' has nothing above " + Math.round(wave.rate() / 2) + " Hz",
          "Listen up to at most that.");
      return Optional.empty();
    }
    Beat beat = Beat.of(sound.frame().engineValue(), 0, dt);
    double seconds = beat.steps() * dt / 1000;
    int places = sense.columns() * sense.rows();
    double count = Math.ceil(wave.samples().length / wave.rate() / seconds);
    if (count * places * 4 > MOST_BYTES) {
      problem(
          "frame", "The levels of '" + file + "' take too much memory", "Take them less often.");
      return Optional.empty();
    }
    Bands bands = new Bands(wave.rate(), places, low, high, sound.floor(), seconds);
    List<float[]> levels = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      float[] level = new float[places];
      bands.measure(wave.samples(), (int) Math.round((k + 1) * seconds * wave.rate()), level);
      levels.add(level);
    }
    return Optional.of(new Ready(() -> new SoundFilm(levels, beat), 4L * places * levels.size()));
  }

  private Problem concerning(Problem problem, String field) {
    return problem.at(problem.place().concerning(Place.in(element, field)));
  }

  private void problem(String field, String sentence, String hint) {
    problems.add(Problem.error(Place.in(element, field), sentence, hint));
  }
}
