package org.neurarium.visualization.live;

import java.util.Locale;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.SVGPath;
import org.neurarium.visualization.colour.PlotTheme;

/// Dresses the controls on plots.
final class PlotStyle {

  private static final String SHEET =
      Objects.requireNonNull(PlotStyle.class.getResource("plots.css")).toExternalForm();

  private PlotStyle() {}

  /// Gives a node, and all inside it, the style sheet and the colours of a theme.
  static void dress(Parent node, PlotTheme theme) {
    if (!node.getStylesheets().contains(SHEET)) {
      node.getStylesheets().add(SHEET);
      node.getStyleClass().add("plot-node");
    }
    node.setStyle(
        "-plot-ground: %s; -plot-text: %s; -plot-muted: %s; -plot-line: %s; -plot-field: %s; -plot-accent: %s;"
            .formatted(
                web(theme.ground()),
                web(theme.text()),
                web(theme.muted()),
                web(theme.line()),
                web(theme.field()),
                web(theme.accent())));
  }

  static String web(int argb) {
    return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
  }

  /// Makes a small flat button.
  ///
  /// @param help tooltip, also what a screen reader says
  static <B extends ButtonBase> B flat(B button, String help) {
    button.getStyleClass().add("plot-button");
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    return button;
  }

  static SVGPath icon(String path) {
    SVGPath icon = new SVGPath();
    icon.setContent(path);
    icon.getStyleClass().add("plot-icon");
    return icon;
  }
}
