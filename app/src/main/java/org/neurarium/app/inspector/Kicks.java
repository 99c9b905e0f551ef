package org.neurarium.app.inspector;

import javafx.scene.Node;
import org.neurarium.app.work.Kick;
import org.neurarium.circuits.Element;

/// The button that kicks what is inspected.
final class Kicks {

  private Kicks() {}

  static Node button(Target<? extends Element> target) {
    return Buttons.small(
        "Kick",
        "A short current into all neurons (K on the canvas)",
        () -> Kick.give(target.workspace(), target.elements().stream().map(Element::id).toList()));
  }
}
