package org.neurarium.app.senses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.sense.Film;
import org.neurarium.engine.sense.Lens;
import org.neurarium.engine.sense.Viewer;
import org.neurarium.visualization.colour.ColourMap;

/// What a sense sees at the moment of the run, and what its receptive fields make of it. Painted
/// only while it can be seen. FX thread only.
public final class SenseView extends VBox {

  private static final double WIDTH = 132;
  private static final double SMALL = 84;
  private static final int MOST_CHANNELS = 8;

  /// Prepares films in the background and hands them over on the FX thread.
  public interface Preparation {
    /// Prepares the film of a stimulus.
    ///
    /// @param screen on which a live scene appears
    /// @param then gets the film, or nothing where its files do not serve
    void film(Stimulus of, float[] screen, Consumer<Optional<Film>> then);
  }

  private final Supplier<Optional<Stimulus>> shown;
  private final Supplier<RunSettings> run;
  private final Supplier<Double> time;
  private final Preparation preparation;
  private final FlowPane pictures = new FlowPane(8, 8);
  private final Label caption = new Label();
  private final List<WritableImage> images = new ArrayList<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          look();
        }
      };
  private @Nullable Stimulus prepared;
  private @Nullable RunSettings preparedFor;
  private @Nullable Viewer viewer;
  private float[] screen = new float[0];

  /// @param shown the stimulus, if it is a sense
  /// @param run how it is run
  /// @param time of the run (ms)
  public SenseView(
      Supplier<Optional<Stimulus>> shown,
      Supplier<RunSettings> run,
      Supplier<Double> time,
      Preparation preparation) {
    super(6);
    this.shown = shown;
    this.run = run;
    this.time = time;
    this.preparation = preparation;
    setId("sense-view");
    getStyleClass().add("nr-sense-view");
    caption.getStyleClass().addAll("nr-muted", "nr-small");
    caption.setWrapText(true);
    getChildren().addAll(pictures, caption);
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) timer.stop();
          else timer.start();
        });
    refresh();
  }

  /// Takes what the circuit says now.
  public void refresh() {
    Optional<Stimulus> now = shown.get();
    if (now.isEmpty() || !(now.get().signal() instanceof Signal.Sense sense)) return;
    Stimulus s = now.get();
    Stimulus before = prepared;
    prepared = s;
    RunSettings settings = run.get();
    boolean same =
        before != null
            && before.signal() instanceof Signal.Sense old
            && looksAlike(old, sense)
            && settings.equals(preparedFor);
    preparedFor = settings;
    if (same) drawn(sense);
    else prepare(s, sense);
  }

  /// Whether all pictures stay as they are: drawings are put on the screen without a new film.
  private static boolean looksAlike(Signal.Sense old, Signal.Sense sense) {
    return old.columns() == sense.columns()
        && old.rows() == sense.rows()
        && old.field().equals(sense.field())
        && (old.scene().equals(sense.scene())
            || (old.scene() instanceof Scene.Drawing && sense.scene() instanceof Scene.Drawing));
  }

  private void drawn(Signal.Sense sense) {
    if (!(sense.scene() instanceof Scene.Drawing drawing)) return;
    drawing.pixels().fit(sense.columns(), sense.rows(), screen);
    Viewer present = viewer;
    if (present != null) present.forget();
  }

  private void prepare(Stimulus s, Signal.Sense sense) {
    viewer = null;
    if (sense.columns() < 1 || sense.rows() < 1 || sense.channels() < 1) return;
    if (sense.scene() instanceof Scene.EventFile) {
      pictures.getChildren().clear();
      caption.setText("Recorded events are played as they come.");
      return;
    }
    screen = new float[sense.columns() * sense.rows()];
    preparation.film(
        s,
        screen,
        film -> {
          if (prepared != s) return;
          if (film.isEmpty()) {
            pictures.getChildren().clear();
            caption.setText("There is nothing to show yet.");
            return;
          }
          Lens lens =
              sense.scene().givesEvents()
                  ? Lens.plain(sense.columns(), sense.rows(), 1)
                  : Lens.of(sense.field(), sense.columns(), sense.rows());
          frames(sense);
          viewer = new Viewer(film.get(), lens, 0, lens.sources());
          drawn(sense);
          look();
        });
  }

  private void frames(Signal.Sense sense) {
    pictures.getChildren().clear();
    images.clear();
    boolean fields = !(sense.field() instanceof ReceptiveField.None);
    picture(sense, WIDTH, fields ? "what there is" : "");
    if (!fields || sense.scene().givesEvents()) return;
    int channels = Math.min(MOST_CHANNELS, sense.channels());
    for (int c = 0; c < channels; c++)
      picture(sense, channels == 1 ? WIDTH : SMALL, name(sense.field(), c));
  }

  private static String name(ReceptiveField field, int channel) {
    return switch (field) {
      case ReceptiveField.None _ -> "";
      case ReceptiveField.DifferenceOfGaussians dog ->
          switch (dog.centre()) {
            case ON -> "ON";
            case OFF -> "OFF";
            case BOTH -> channel == 0 ? "ON" : "OFF";
          };
      case ReceptiveField.Gabor gabor ->
          Quantity.format(
                  Math.rint(10 * (gabor.orientation() + 180.0 * channel / gabor.orientations()))
                      / 10)
              + "°";
    };
  }

  private void picture(Signal.Sense sense, double width, String name) {
    WritableImage image = new WritableImage(sense.columns(), sense.rows());
    ImageView view = new ImageView(image);
    view.setSmooth(false);
    view.setFitWidth(width);
    view.setFitHeight(
        Math.clamp(width * sense.rows() / sense.columns(), Math.min(16, width), 2 * width));
    images.add(image);
    Label label = new Label(name);
    label.getStyleClass().addAll("nr-muted", "nr-small");
    VBox box = new VBox(2, view);
    if (!name.isEmpty()) box.getChildren().add(label);
    pictures.getChildren().add(box);
  }

  private void look() {
    Viewer present = viewer;
    Stimulus s = prepared;
    if (present == null || s == null) return;
    double dt = run.get().dt().engineValue();
    double since = time.get() - s.start().engineValue();
    if (!(dt > 0) || !present.look(Math.max(0, Math.round(since / dt)))) return;
    float[] picture = present.picture();
    double[] values = present.values();
    for (int k = 0; k < images.size(); k++) {
      int channel = k - 1;
      paint(
          images.get(k),
          place ->
              channel < 0
                  ? grey(picture[place])
                  : ColourMap.VIRIDIS.at(values[channel * picture.length + place]));
    }
    caption.setText(present.label().isEmpty() ? "" : "shown: " + present.label());
  }

  private interface Colour {
    int of(int place);
  }

  private static void paint(WritableImage image, Colour colour) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    for (int k = 0; k < pixels.length; k++) pixels[k] = colour.of(k);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
  }

  static int grey(double value) {
    int level = (int) Math.round(255 * Math.clamp(value, 0, 1));
    return 0xff000000 | level << 16 | level << 8 | level;
  }
}
