package org.neurarium.visualization.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.export.ExportTarget;
import org.neurarium.visualization.export.LivePlotSource;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.live.LiveArtist.Drawn;
import org.neurarium.visualization.live.LiveArtist.LiveLook;
import org.neurarium.visualization.paint.LiveScene;
import org.neurarium.visualization.paint.TimeWindow;

/// Raster, traces and rates over one time axis with a scrubber. FX thread.
///
/// Wheel: zoom. Drag: move in time, which holds the view while the engine runs on. Drag the scrubber or click the axis: set
/// the cursor. Keys: left and right move, + and − zoom, Home and End go to the beginning and back to live, H holds.
public final class LiveView extends Region {

  static final double TOP = 30;
  private static final double FIRST_LENGTH = 1000; // ms
  private static final double CURSOR_ZONE = 7;

  private final PlotStage stage;
  private final PictureView<LiveLook, Drawn> picture;
  private final LiveToolbar toolbar;
  private final VBox hint = new VBox(4);
  private final Label hintTitle = new Label();
  private final Label hintText = new Label();
  private final ReadOnlyObjectWrapper<TimeView> time =
      new ReadOnlyObjectWrapper<>(TimeView.live(FIRST_LENGTH));
  private final ReadOnlyObjectWrapper<Double> cursor = new ReadOnlyObjectWrapper<>(Double.NaN);

  // What was asked for last, also read by the plot thread when it saves a plot.
  private volatile LiveLook asked =
      new LiveLook(
          LiveScene.EMPTY, PlotTheme.LIGHT, time.get(), Double.NaN, TOP, Double.NaN, Double.NaN);
  private volatile double askedWidth = 700;
  private volatile double askedHeight = 280;

  private LiveScene scene = LiveScene.EMPTY;
  private PlotTheme theme = PlotTheme.LIGHT;
  private double mouseX = Double.NaN;
  private double mouseY = Double.NaN;
  private @Nullable Drawn drawn;
  private @Nullable Consumer<MouseEvent> drag;

  public LiveView(PlotStage stage) {
    this.stage = stage;
    picture = new PictureView<>(stage, new LiveArtist(), this::shown);
    toolbar = new LiveToolbar(this);
    hintTitle.getStyleClass().add("plot-hint-title");
    hintText.getStyleClass().add("plot-hint");
    hint.setMouseTransparent(true);
    hint.setAlignment(javafx.geometry.Pos.CENTER);
    hint.getChildren().addAll(hintTitle, hintText);
    getChildren().addAll(picture, hint, toolbar);
    setMinSize(160, 80);
    setPrefSize(700, 280);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleRoleDescription("live plots");
    setTheme(theme);
    show(scene);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    picture.addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
    picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mouseDragged);
    picture.addEventHandler(MouseEvent.MOUSE_MOVED, this::mouseMoved);
    picture.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(Double.NaN, Double.NaN));
  }

  /// What is shown.
  public void show(LiveScene newScene) {
    scene = newScene;
    toolbar.sceneChanged(newScene);
    refresh();
    updateHint();
  }

  public LiveScene scene() {
    return scene;
  }

  public void setTheme(PlotTheme newTheme) {
    theme = newTheme;
    PlotStyle.dress(this, newTheme);
    refresh();
  }

  public PlotTheme theme() {
    return theme;
  }

  /// Which stretch of time is shown.
  public ReadOnlyObjectProperty<TimeView> timeProperty() {
    return time.getReadOnlyProperty();
  }

  public void setTime(TimeView newTime) {
    time.set(newTime);
    if (newTime.isLive()) cursor.set(Double.NaN);
    refresh();
  }

  /// Where the scrubber stands in ms; NaN while it is at the newest instant.
  public ReadOnlyObjectProperty<Double> scrubberProperty() {
    return cursor.getReadOnlyProperty();
  }

  /// Puts the scrubber at an instant in ms and holds the view.
  public void setScrubber(double instant) {
    if (Double.isNaN(instant)) {
      cursor.set(Double.NaN);
    } else {
      time.set(time.get().held(now()));
      cursor.set(Math.clamp(instant, 0, Math.max(0, now())));
    }
    refresh();
  }

  /// Holds the view still while the engine runs on.
  public void hold() {
    setTime(time.get().held(now()));
  }

  /// Follows the engine again.
  public void goLive() {
    setTime(time.get().live());
  }

  /// The newest instant shown so far in ms.
  public double now() {
    return drawn == null ? 0 : drawn.now();
  }

  /// The window of the newest picture.
  TimeWindow window() {
    return time.get().window(now());
  }

  PlotStage stage() {
    return stage;
  }

  /// Says where saved plots go; without one there is no button to save.
  public void setExportTarget(ExportTarget target) {
    toolbar.export().setTarget(target);
    requestLayout();
  }

  /// The picture as it stands, for saving. Plot thread.
  Optional<LivePlotSource> source(RunHistory run, LivePlotSource.Table table) {
    LiveLook look = asked;
    if (look.scene().isEmpty()) return Optional.empty();
    TimeWindow window = look.time().window(run.now());
    return Optional.of(
        new LivePlotSource(
            run, look.scene(), window, look.theme(), askedWidth, askedHeight, table));
  }

  private void refresh() {
    asked = new LiveLook(scene, theme, time.get(), cursor.get(), TOP, mouseX, mouseY);
    picture.show(asked);
    toolbar.timeChanged(time.get());
  }

  private void shown(Drawn newest) {
    boolean firstData = (drawn == null || drawn.now() <= 0) != (newest.now() <= 0);
    boolean moved = drawn == null || (long) (drawn.now() / 1000) != (long) (newest.now() / 1000);
    drawn = newest;
    if (firstData) updateHint();
    if (moved || !newest.readOut().isEmpty()) describe(newest);
  }

  /// A screen reader is told once a second at most, or what the mouse points at.
  private void describe(Drawn newest) {
    if (!newest.readOut().isEmpty()) {
      setAccessibleText(String.join(", ", newest.readOut()));
      return;
    }
    setAccessibleText(
        "%d populations in the raster, %d traces, %d rates; %.2f to %.2f seconds, %s"
            .formatted(
                scene.bands().size(),
                scene.traces().size(),
                scene.rates().size(),
                newest.window().start() / 1000,
                newest.window().end() / 1000,
                time.get().isLive() ? "live" : "held"));
  }

  private void updateHint() {
    boolean nothing = scene.isEmpty();
    boolean waiting = !nothing && now() <= 0;
    hint.setVisible(nothing || waiting);
    picture.setVisible(!nothing);
    hintTitle.setText(nothing ? "Nothing to watch yet" : "Ready");
    hintText.setText(
        nothing
            ? "Drag a population onto the canvas and give it input: its spikes appear here. Probes add voltages, rates and weights."
            : "Press Run (Space on the canvas) and watch.");
  }

  @Override
  protected void layoutChildren() {
    picture.resizeRelocate(0, 0, getWidth(), getHeight());
    double toolbarWidth = Math.min(getWidth() - 8, toolbar.prefWidth(-1));
    askedWidth = Math.max(200, getWidth());
    askedHeight = Math.max(120, getHeight());
    toolbar.resizeRelocate(getWidth() - toolbarWidth - 10, 3, toolbarWidth, TOP - 7);
    hint.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private void pressed(KeyEvent e) {
    if (e.getTarget() != this || e.isControlDown() || e.isAltDown() || e.isMetaDown()) return;
    double tenth = time.get().length() / 10;
    switch (e.getCode()) {
      case LEFT -> setTime(time.get().moved(-tenth, now()));
      case RIGHT -> setTime(time.get().moved(tenth, now()));
      case PAGE_UP -> setTime(time.get().moved(-9 * tenth, now()));
      case PAGE_DOWN -> setTime(time.get().moved(9 * tenth, now()));
      case PLUS, ADD, EQUALS -> zoom(1.5, middle());
      case MINUS, SUBTRACT -> zoom(1 / 1.5, middle());
      case HOME -> setTime(time.get().held(now()).moved(-now(), now()));
      case END -> goLive();
      case H -> {
        if (time.get().isLive()) hold();
        else goLive();
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private double middle() {
    double at = cursor.get();
    return Double.isNaN(at) ? (window().start() + window().end()) / 2 : at;
  }

  private void zoom(double factor, double anchor) {
    setTime(time.get().zoomed(factor, anchor, now()));
  }

  private void scrolled(ScrollEvent e) {
    if (drawn == null) return;
    if (Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY()) || e.isShiftDown()) {
      double delta = e.getDeltaX() != 0 ? e.getDeltaX() : e.getDeltaY();
      setTime(
          time.get().moved(-delta / drawn.layout().plot().width() * time.get().length(), now()));
    } else if (e.getDeltaY() != 0) {
      zoom(Math.pow(1.0035, e.getDeltaY()), window().time(e.getX(), drawn.layout().plot()));
    }
    e.consume();
  }

  private void mousePressed(MouseEvent e) {
    requestFocus();
    Drawn at = drawn;
    if (at == null || !e.isPrimaryButtonDown()) return;
    TimeWindow window = at.window();
    double instant = Double.isNaN(cursor.get()) ? Math.min(now(), window.end()) : cursor.get();
    boolean onCursor = Math.abs(window.x(instant, at.layout().plot()) - e.getX()) < CURSOR_ZONE;
    boolean onAxis = e.getY() >= at.layout().axis().y();
    if (onAxis || onCursor) {
      TimeWindow still = time.get().held(now()).window(now());
      drag =
          m ->
              setScrubber(
                  Math.clamp(still.time(m.getX(), at.layout().plot()), still.start(), still.end()));
      if (onAxis) drag.accept(e);
    } else {
      TimeView from = time.get().held(now());
      double startX = e.getX();
      drag =
          m ->
              setTime(
                  from.moved(
                      (startX - m.getX()) / at.layout().plot().width() * from.length(), now()));
    }
  }

  private void mouseDragged(MouseEvent e) {
    if (drag != null && e.isPrimaryButtonDown()) drag.accept(e);
  }

  private void mouseMoved(MouseEvent e) {
    drag = null;
    hover(e.getX(), e.getY());
    Drawn at = drawn;
    if (at == null) return;
    boolean axis = e.getY() >= at.layout().axis().y();
    picture.setCursor(
        axis
            ? Cursor.H_RESIZE
            : at.layout().plot().contains(e.getX(), e.getY()) ? Cursor.CROSSHAIR : null);
  }

  private void hover(double x, double y) {
    mouseX = x;
    mouseY = y;
    refresh();
  }

  /// What the mouse points at, in short lines; the first is the time.
  public List<String> readOut() {
    return drawn == null ? List.of() : drawn.readOut();
  }
}
