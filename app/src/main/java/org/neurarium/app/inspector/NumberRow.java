package org.neurarium.app.inspector;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// A number: label, typed value with unit, slider, and a mark that takes a change back.
///
/// Typed text counts on Enter or when the focus leaves. Text that makes no sense stays, with a sentence under it; Escape gives it up. A drag
/// of the slider is one gesture; so are arrow keys and turns of the wheel that follow each other closely.
final class NumberRow extends Row {

  private static final Duration GESTURE_PAUSE = Duration.millis(700);

  private final NumberSpec spec;
  private final Access<Double> access;
  private final TextField text = new TextField();
  private final Slider slider = new Slider(0, 1, 0);
  private final Button changed = new Button();
  private final PauseTransition gestureEnd = new PauseTransition(GESTURE_PAUSE);
  private Object gesture = new Object();
  private String shown = "";
  private boolean refreshing;

  /// @param spec what it is about
  /// @param access the number, in the unit of `spec`
  /// @param extra a small control beside the value, or none
  NumberRow(NumberSpec spec, Access<Double> access, Optional<Node> extra) {
    this.spec = spec;
    this.access = access;
    gestureEnd.setOnFinished(_ -> gesture = new Object());
    getChildren().add(head(extra));
    if (spec.scale().isPresent()) getChildren().add(track());
    refresh();
  }

  NumberRow(NumberSpec spec, Access<Double> access) {
    this(spec, access, Optional.empty());
  }

  NumberSpec spec() {
    return spec;
  }

  private Node head(Optional<Node> extra) {
    Label name = new Label(spec.name());
    name.getStyleClass().add("nr-row-name");
    name.setLabelFor(text);
    name.setWrapText(true);
    HBox.setHgrow(name, Priority.SOMETIMES);
    Label symbol = new Label(spec.symbol());
    symbol.getStyleClass().add("nr-row-symbol");
    symbol.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(6, changedMark(), name, symbol, gap);
    extra.ifPresent(head.getChildren()::add);
    head.getChildren().add(box());
    head.setAlignment(Pos.CENTER_LEFT);
    String help = spec.help().isEmpty() ? "" : "\n" + spec.help();
    name.setTooltip(
        tip(spec.name() + (spec.symbol().isEmpty() ? "" : " (" + spec.symbol() + ")") + help));
    return head;
  }

  private Node changedMark() {
    changed.getStyleClass().setAll("nr-changed");
    changed.setFocusTraversable(false);
    changed.setVisible(false);
    changed.setAccessibleText("Reset " + spec.name() + " to its default");
    spec.standard()
        .ifPresent(standard -> {
          changed.setTooltip(
              tip(
                  "Changed. Click to go back to "
                      + NumberText.show(standard)
                      + " "
                      + spec.unit().symbol()
                      + "."));
          changed.setOnAction(_ -> resetTo(standard));
        });
    // Hangs in the margin, so that names with and without the mark stand in one line.
    StackPane margin = new StackPane(changed);
    margin.setMinWidth(0);
    margin.setPrefWidth(0);
    margin.setMaxWidth(0);
    changed.setTranslateX(-5);
    margin.setManaged(false);
    margin.resizeRelocate(-12, 8, 12, 12);
    return margin;
  }

  private void resetTo(double standard) {
    text.setText(shown);
    access.set(standard);
    refresh();
  }

  private Node box() {
    text.getStyleClass().setAll("text-input", "text-field", "nr-number");
    text.setAccessibleText(
        spec.name() + (spec.unit().symbol().isEmpty() ? "" : ", in " + spec.unit().symbol()));
    text.setId(fieldId(spec.symbol().isEmpty() ? spec.name() : spec.symbol()));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setOnAction(_ -> commit());
    text.focusedProperty()
        .subscribe((_, focused) -> {
          gesture = new Object();
          if (!focused) commit();
        });
    text.textProperty().subscribe((_, _) -> content(text));
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    text.addEventFilter(ScrollEvent.SCROLL, e -> wheel(e, text.isFocused()));
    Label unit = new Label(spec.unit().symbol().replaceAll("(?<![A-Za-z])u(?=[A-Za-z])", "µ"));
    unit.getStyleClass().add("nr-unit");
    unit.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(4, text, unit);
    if (spec.unit().symbol().isEmpty()) box.getChildren().remove(unit);
    box.getStyleClass().add("nr-number-box");
    box.setAlignment(Pos.CENTER);
    text.focusedProperty()
        .subscribe(f ->
            box.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focus-inside"), f));
    return box;
  }

  /// The id under which a test or the search finds a field.
  static String fieldId(String name) {
    return "field-" + name.replaceAll("[^A-Za-z0-9_]+", "-");
  }

  private Node track() {
    slider.getStyleClass().add("nr-slider");
    slider.setId(text.getId().replace("field-", "slider-"));
    slider.setAccessibleRole(AccessibleRole.SLIDER);
    slider.setAccessibleText(spec.name());
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setTooltip(
        tip("Drag, use the arrow keys or turn the wheel to change " + lower(spec.name()) + "."));
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> gesture = new Object());
    slider.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> gesture = new Object());
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::sliderKey);
    slider.addEventFilter(ScrollEvent.SCROLL, e -> wheel(e, true));
    slider
        .valueProperty()
        .subscribe((_, position) -> {
          if (!refreshing) drag(spec.steps().value(position.doubleValue()));
        });
    return slider;
  }

  private static String lower(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private void key(KeyEvent e) {
    switch (e.getCode()) {
      case ESCAPE -> {
        if (text.getText().equals(shown)) return;
        text.setText(shown);
        e.consume();
      }
      case UP -> step(e, 1);
      case DOWN -> step(e, -1);
      default -> {}
    }
  }

  private void sliderKey(KeyEvent e) {
    switch (e.getCode()) {
      case UP, RIGHT -> step(e, 1);
      case DOWN, LEFT -> step(e, -1);
      default -> keepGesture();
    }
  }

  private void step(KeyEvent e, int direction) {
    stepBy(direction * (e.isShiftDown() ? 10 : 1));
    e.consume();
  }

  private void wheel(ScrollEvent e, boolean here) {
    double turned = e.getDeltaY() != 0 ? e.getDeltaY() : e.getDeltaX();
    if (!here || turned == 0) return;
    stepBy(Math.signum(turned) * (e.isShiftDown() ? 10 : 1));
    e.consume();
  }

  private void stepBy(double steps) {
    keepGesture();
    access
        .get()
        .map(v -> spec.steps().stepped(v, steps))
        .filter(spec::allows)
        .ifPresent(this::drag);
  }

  private void keepGesture() {
    gestureEnd.playFromStart();
  }

  private void drag(double value) {
    if (!spec.allows(value)) return;
    text.setText(shown);
    access.drag(gesture, value);
    refresh();
  }

  private void commit() {
    if (text.getText().equals(shown)) return;
    switch (spec.read(text.getText())) {
      case NumberText.Good(double value) -> {
        shown = text.getText();
        if (access.get().filter(v -> v == value).isEmpty()) access.set(value);
        show();
      }
      case NumberText.Bad(String why) -> complain(text, why);
    }
  }

  @Override
  void refresh() {
    boolean typing = text.isFocused() && !text.getText().equals(shown);
    if (typing || isComplaining()) showSlider();
    else show();
  }

  private void show() {
    Optional<Double> value = access.get();
    String now = value.map(NumberText::show).orElse("");
    text.setPromptText(value.isPresent() ? "" : "differ");
    if (!now.equals(text.getText())) {
      int caret = text.getCaretPosition();
      text.setText(now);
      if (text.isFocused()) text.positionCaret(Math.min(caret, now.length()));
    }
    shown = now;
    showSlider();
  }

  private void showSlider() {
    Optional<Double> value = access.get();
    refreshing = true;
    value.ifPresent(v -> slider.setValue(spec.steps().position(v)));
    refreshing = false;
    changed.setVisible(
        spec.standard().isPresent()
            && value.filter(v -> v == spec.standard().getAsDouble()).isEmpty());
  }

  @Override
  void focusField() {
    text.requestFocus();
    text.selectAll();
  }
}
