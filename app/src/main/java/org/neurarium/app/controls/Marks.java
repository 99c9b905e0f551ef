package org.neurarium.app.controls;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.decoration.Decorator;
import org.controlsfx.control.decoration.GraphicDecoration;

/// Marks a field whose text makes no sense.
public final class Marks {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private Marks() {}

  /// Puts a small sign at the field's corner, with the reason as its tooltip.
  public static void wrong(Control field, String why) {
    right(field);
    field.pseudoClassStateChanged(WRONG, true);
    if (field.getScene() == null) return;
    Label sign = new Label("!");
    sign.getStyleClass().add("nr-wrong-sign");
    sign.setTooltip(new Tooltip(why));
    Decorator.addDecoration(field, new GraphicDecoration(sign, Pos.TOP_LEFT));
  }

  /// Takes the sign away.
  public static void right(Control field) {
    field.pseudoClassStateChanged(WRONG, false);
    if (field.getScene() != null) Decorator.removeAllDecorations(field);
  }
}
