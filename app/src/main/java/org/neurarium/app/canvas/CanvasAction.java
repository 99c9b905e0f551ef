package org.neurarium.app.canvas;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/// Something that can be done on the canvas, for menus, keys and the search over everything.
///
/// @param id lasting, such as `canvas.copy`
/// @param title what it is called
/// @param shortcut its key, if it has one; it works while the canvas has the focus
/// @param enabled whether it would do anything now
/// @param run does it
public record CanvasAction(
    String id,
    String title,
    Optional<KeyCombination> shortcut,
    BooleanSupplier enabled,
    Runnable run) {

  boolean isEnabled() {
    return enabled.getAsBoolean();
  }
}
