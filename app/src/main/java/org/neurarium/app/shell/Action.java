package org.neurarium.app.shell;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/// Something a person can do, wherever it is offered.
///
/// @param title what it does: "Save as…"
/// @param group the heading under which lists show it
/// @param keys its shortcut
/// @param scope where the shortcut counts
/// @param run does it
public record Action(
    String title, String group, Optional<KeyCombination> keys, Scope scope, Runnable run) {

  /// Where a shortcut counts.
  public enum Scope {
    /// Everywhere.
    ANYWHERE,
    /// Only while the canvas has the focus, so that a letter or a space in a field stays what it is.
    CANVAS
  }

  /// An action without a shortcut.
  static Action of(String group, String title, Runnable run) {
    return new Action(title, group, Optional.empty(), Scope.ANYWHERE, run);
  }

  /// An action with a shortcut that counts everywhere.
  static Action of(String group, String title, String keys, Runnable run) {
    return new Action(title, group, Optional.of(KeyCombination.valueOf(keys)), Scope.ANYWHERE, run);
  }

  /// An action with a shortcut that counts while the canvas has the focus.
  static Action onCanvas(String group, String title, String keys, Runnable run) {
    return new Action(title, group, Optional.of(KeyCombination.valueOf(keys)), Scope.CANVAS, run);
  }

  /// The shortcut as people write it, such as `Ctrl+K`; empty without one.
  public String keyText() {
    return keys.map(k -> k.getDisplayText().replace("Period", ".").replace("Space", "Space"))
        .orElse("");
  }

  /// Title and shortcut, for a tooltip.
  public String tip() {
    return keys.isEmpty() ? title : title + "  (" + keyText() + ")";
  }
}
