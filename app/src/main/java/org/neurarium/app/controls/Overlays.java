package org.neurarium.app.controls;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Cards that lie over the window and take its keys: dialogs, the search, the list of shortcuts. Escape or a click beside a card puts it away.
public final class Overlays extends StackPane {

  private record Layer(
      Region card, Region shade, Runnable whenDismissed, @Nullable Node focusBefore) {}

  private final Deque<Layer> layers = new ArrayDeque<>();

  public Overlays() {
    setPickOnBounds(false);
    setId("overlays");
    addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
  }

  /// Whether anything lies over the window.
  public boolean isOpen() {
    return !layers.isEmpty();
  }

  /// Lays a card over the window.
  ///
  /// @param place where
  /// @param focus what gets the focus
  /// @param whenDismissed run when the person puts it away without a choice
  public void show(Region card, Pos place, Node focus, Runnable whenDismissed) {
    Region shade = new Region();
    shade.getStyleClass().add("nr-shade");
    Node before = getScene() == null ? null : getScene().getFocusOwner();
    Layer layer = new Layer(card, shade, whenDismissed, before);
    shade.setOnMousePressed(_ -> dismiss(layer));
    card.getStyleClass().add("nr-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(card, place);
    getChildren().addAll(shade, card);
    layers.push(layer);
    focus.requestFocus();
  }

  /// Takes a card away, if it is there.
  public void close(Region card) {
    layers.stream().filter(l -> l.card() == card).findFirst().ifPresent(this::remove);
  }

  private void remove(Layer layer) {
    layers.remove(layer);
    getChildren().removeAll(layer.card(), layer.shade());
    if (layer.focusBefore() != null) layer.focusBefore().requestFocus();
  }

  private void dismiss(Layer layer) {
    remove(layer);
    layer.whenDismissed().run();
  }

  private void escape(KeyEvent e) {
    if (e.getCode() != KeyCode.ESCAPE || layers.isEmpty()) return;
    e.consume();
    dismiss(layers.peek());
  }
}
