package org.neurarium.app.canvas;

import javafx.scene.input.MouseEvent;

/// What the mouse does from press to release. Events carry view pixels.
interface Gesture {

  /// The mouse has moved with its button down.
  void drag(MouseEvent e);

  /// The button is up: what was shown takes effect.
  void release(MouseEvent e);

  /// Leaves everything as it was before.
  void cancel();
}
