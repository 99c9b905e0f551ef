package org.neurarium.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/// Dresses scenes in the light or dark theme, and changes all of them at once. FX thread only.
///
/// Popups take the style sheets of the scene they belong to.
public final class Themes {

  private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(Palette.LIGHT);
  private final List<Scene> scenes = new ArrayList<>();

  /// Starts in the theme that the desktop uses.
  public static Themes ofSystem() {
    return new Themes(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
  }

  /// Starts dark or light.
  public Themes(boolean dark) {
    Fonts.load();
    palette.set(dark ? Palette.DARK : Palette.LIGHT);
  }

  /// The colours in use, for code that paints.
  public ReadOnlyObjectProperty<Palette> paletteProperty() {
    return palette.getReadOnlyProperty();
  }

  public Palette palette() {
    return palette.get();
  }

  public boolean isDark() {
    return palette.get().dark();
  }

  /// Changes every scene dressed so far.
  public void setDark(boolean dark) {
    if (dark == isDark()) return;
    palette.set(dark ? Palette.DARK : Palette.LIGHT);
    scenes.forEach(this::apply);
  }

  /// Dresses a scene, now and whenever the theme changes.
  public void dress(Scene scene) {
    scenes.add(scene);
    apply(scene);
  }

  private void apply(Scene scene) {
    scene.setUserAgentStylesheet(
        isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(sheet("neurarium.css"), sheet(isDark() ? "dark.css" : "light.css"));
    scene.setFill(palette.get().window());
  }

  private static String sheet(String name) {
    URL url = Themes.class.getResource(name);
    if (url == null) throw new IllegalStateException("the style sheet " + name + " is missing");
    return url.toExternalForm();
  }
}
