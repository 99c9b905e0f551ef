package org.neurarium.engine.network;

import java.util.Arrays;
import java.util.function.Supplier;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.engine.math.Elementary;
import org.neurarium.engine.random.Philox;
import org.neurarium.engine.sense.Coding;
import org.neurarium.engine.sense.Film;
import org.neurarium.engine.sense.Lens;
import org.neurarium.engine.sense.Viewer;

/// The sources of a sense. Each worker looks for itself at what its sources see. Settings and live pictures change between steps only.
///
/// A rate code draws Poisson counts by inversion. A latency or phase code sorts the sources of a cycle by their steps, once at its beginning. Events keep, for each source, the
/// brightness of the last one; the two sources of a place keep the same.
public final class RunningSense {

  private static final double DARK = 1 / 256.0; // of white: keeps logarithms finite
  private static final double SILENT = 1 / 512.0; // half a grey level
  private static final double WORDS = 0x1p32;
  private static final long WORD = 0xFFFFFFFFL;

  private final ElementId element;
  private final int size;
  private final long key;
  private final float[] screen;
  private final double[] references;
  private Settings settings;
  private long era;

  /// What can change without a new network.
  ///
  /// @param sense as in the circuit
  /// @param films one for each worker
  /// @param bytes that the films share
  public record Settings(
      Signal.Sense sense,
      Supplier<Film> films,
      long bytes,
      Lens lens,
      Coding coding,
      Window window) {

    /// Whether the films serve another sense too: the same scene on the same sheet.
    public boolean shows(Signal.Sense other) {
      return sense.scene().equals(other.scene())
          && sense.columns() == other.columns()
          && sense.rows() == other.rows();
    }
  }

  /// @param key key of this stimulus's draws
  /// @param screen on which live pictures appear, one value for each place
  public RunningSense(ElementId element, long key, float[] screen, Settings settings) {
    this.element = element;
    this.size = settings.sense.sources();
    this.key = key;
    this.screen = screen;
    this.settings = settings;
    references = new double[settings.coding instanceof Coding.Events ? size : 0];
    start();
  }

  public ElementId element() {
    return element;
  }

  public Settings settings() {
    return settings;
  }

  /// On which live pictures appear; written between steps.
  public float[] screen() {
    return screen;
  }

  /// Bytes taken, by so many workers together.
  public long bytes(int workers) {
    return settings.bytes
        + 4L * screen.length * (workers + 1)
        + 8L * references.length
        + 28L * size;
  }

  /// Back to the start of a run.
  public void start() {
    Arrays.fill(references, Double.NaN);
    showStart(settings.sense.scene());
    era++;
  }

  private void showStart(Scene scene) {
    switch (scene) {
      case Scene.Drawing drawing -> fit(drawing.pixels());
      case Scene.EventCamera camera -> showStart(camera.scene());
      case Scene.Image _,
          Scene.Folder _,
          Scene.Grating _,
          Scene.Glyphs _,
          Scene.Odours _,
          Scene.EventFile _,
          Scene.Sound _ ->
          Arrays.fill(screen, 0);
    }
  }

  private void fit(Raster picture) {
    picture.fit(settings.sense.columns(), settings.sense.rows(), screen);
  }

  /// Sets other settings for as many sources.
  public void set(Settings next) {
    Scene before = settings.sense.scene();
    settings = next;
    if (!before.equals(next.sense.scene())) showStart(next.sense.scene());
    era++;
  }

  /// Shows a live picture from now on.
  public void show(Raster picture) {
    if (!settings.sense.scene().isLive()) return;
    fit(picture);
    era++;
  }

  /// Goes on with what another network's sense shows and has seen.
  public void takeOver(RunningSense old) {
    if (old.screen.length == screen.length && old.settings.sense.equals(settings.sense)) {
      System.arraycopy(old.screen, 0, screen, 0, screen.length);
      if (old.references.length == references.length)
        System.arraycopy(old.references, 0, references, 0, references.length);
    }
    era++;
  }

  /// One worker's share of the sources.
  public Share share(int worker, int workers) {
    return new Sources(
        Network.sliceStart(size, worker, workers), Network.sliceStart(size, worker + 1, workers));
  }

  private final class Sources implements Share {
    private final int from;
    private final int to;
    private final Philox generator = new Philox(key);
    private final int[] scratch;
    private final double[] derived;
    private Settings known = settings;
    private Viewer viewer;
    private long seen = -1;
    private int[] starts = new int[0];
    private long cycle;
    private boolean settled;

    Sources(int from, int to) {
      this.from = from;
      this.to = to;
      scratch = new int[to - from];
      derived = new double[to - from];
      viewer = viewer();
    }

    private Viewer viewer() {
      return new Viewer(known.films.get(), known.lens, from, to);
    }

    @Override
    public void advance(long step, SpikeBuffer into) {
      if (from == to || !settings.window.contains(step)) return;
      if (seen != era) renew();
      long since = step - known.window.firstStep();
      switch (known.coding) {
        case Coding.Rate rate -> rate(rate, step, since, into);
        case Coding.Volley volley -> volley(volley, since, into);
        case Coding.Events events -> events(events, since, into);
      }
    }

    /// Forgets what was seen, and takes other settings where there are any. Only here anything is allocated.
    private void renew() {
      seen = era;
      if (known != settings) {
        known = settings;
        viewer = viewer();
      }
      int steps = known.coding instanceof Coding.Volley volley ? volley.steps() + 1 : 0;
      if (starts.length < steps) starts = new int[steps];
      viewer.forget();
      cycle = -1;
      settled = false;
    }

    private void rate(Coding.Rate rate, long step, long since, SpikeBuffer into) {
      double[] values = viewer.values();
      double[] none = derived;
      if (viewer.look(since))
        for (int i = 0; i < none.length; i++) none[i] = Elementary.exp(-rate.mean() * values[i]);
      generator.words(step, from, to, scratch);
      for (int i = 0; i < none.length; i++) {
        int word = scratch[i];
        // Without the bits to come the number is below (word + 1) / 2^32.
        if ((word & WORD) + 1 <= none[i] * WORDS) continue;
        int count =
            count(generator.refined(step, from + i, word), none[i], rate.mean() * values[i]);
        int[] room = into.room(count);
        int at = into.size();
        for (int k = 0; k < count; k++) room[at++] = from + i;
        into.setSize(at);
      }
    }

    /// The Poisson count that belongs to a number in [0, 1).
    private static int count(double uniform, double none, double mean) {
      int count = 0;
      double term = none;
      double sum = none;
      while (uniform >= sum && term > 0) {
        count++;
        term *= mean / count;
        sum += term;
      }
      return count;
    }

    private void volley(Coding.Volley volley, long since, SpikeBuffer into) {
      long now = since / volley.steps();
      if (now != cycle) {
        cycle = now;
        viewer.look(now * volley.steps());
        sort(volley);
      }
      int offset = (int) (since - now * volley.steps());
      int start = starts[offset];
      int end = starts[offset + 1];
      if (start == end) return;
      int[] room = into.room(end - start);
      int at = into.size();
      for (int k = start; k < end; k++) room[at++] = scratch[k];
      into.setSize(at);
    }

    /// Sorts the sources by the step in which they come, those of one step by number.
    private void sort(Coding.Volley volley) {
      double[] values = viewer.values();
      int[] ends = starts;
      Arrays.fill(ends, 0, volley.steps() + 1, 0);
      for (double value : values) if (comes(volley, value)) ends[offset(volley, value) + 1]++;
      for (int k = 1; k <= volley.steps(); k++) ends[k] += ends[k - 1];
      // From here on ends[k] is where the next of step k goes; in the end that is where step k + 1
      // begins.
      for (int i = 0; i < values.length; i++)
        if (comes(volley, values[i])) scratch[ends[offset(volley, values[i])]++] = from + i;
      for (int k = volley.steps(); k > 0; k--) ends[k] = ends[k - 1];
      ends[0] = 0;
    }

    private static boolean comes(Coding.Volley volley, double value) {
      return volley.zero() || value > SILENT;
    }

    private static int offset(Coding.Volley volley, double value) {
      return (int) Math.rint((1 - value) * volley.range());
    }

    private void events(Coding.Events events, long since, SpikeBuffer into) {
      double[] values = viewer.values();
      double[] bright = derived;
      int places = screen.length;
      if (viewer.look(since)) {
        settled = false;
        for (int i = 0; i < values.length; i++) bright[i] = Elementary.log(values[i] + DARK);
      }
      if (settled) return;
      settled = true;
      int[] room = into.room(to - from);
      int at = into.size();
      for (int i = 0; i < bright.length; i++) {
        int source = from + i;
        double reference = references[source];
        if (Double.isNaN(reference)) {
          references[source] = bright[i];
        } else if (bright[i] - reference >= events.threshold()) {
          references[source] = reference + events.threshold();
          settled = false;
          if (source < places) room[at++] = source;
        } else if (reference - bright[i] >= events.threshold()) {
          references[source] = reference - events.threshold();
          settled = false;
          if (source >= places) room[at++] = source;
        }
      }
      into.setSize(at);
    }

    @Override
    public long broken() {
      return -1;
    }
  }
}
