package org.neurarium.app.theme;

import javafx.scene.paint.Color;

/// The colours of one theme, for code that paints. The same values stand in `light.css` and `dark.css` for controls.
///
/// Element colours are those of Okabe and Ito (2008), "Color Universal Design", lightened for the dark theme.
///
/// @param dark whether this is a dark theme
/// @param window behind panels
/// @param canvas behind the circuit
/// @param field behind inputs and chips
/// @param line of borders and grids
/// @param text of what is read
/// @param muted of what is read second
/// @param accent of selection and action
/// @param excitatory population and line
/// @param inhibitory population and line
/// @param stimulus symbol and line
/// @param probe symbol and line
/// @param dopamine also success
/// @param acetylcholine also warnings
/// @param noradrenaline symbol
/// @param serotonin symbol
public record Palette(
    boolean dark,
    Color window,
    Color canvas,
    Color field,
    Color line,
    Color text,
    Color muted,
    Color accent,
    Color excitatory,
    Color inhibitory,
    Color stimulus,
    Color probe,
    Color dopamine,
    Color acetylcholine,
    Color noradrenaline,
    Color serotonin) {

  public static final Palette LIGHT =
      new Palette(
          false,
          Color.web("#ffffff"),
          Color.web("#fbfcfd"),
          Color.web("#eef1f5"),
          Color.web("#e3e7ed"),
          Color.web("#1b2430"),
          Color.web("#616d7e"),
          Color.web("#3b5bdb"),
          Color.web("#0072b2"),
          Color.web("#d55e00"),
          Color.web("#6b7686"),
          Color.web("#8e44ad"),
          Color.web("#009e73"),
          Color.web("#e69f00"),
          Color.web("#cc79a7"),
          Color.web("#56b4e9"));

  public static final Palette DARK =
      new Palette(
          true,
          Color.web("#161c24"),
          Color.web("#11171e"),
          Color.web("#1d2530"),
          Color.web("#28313d"),
          Color.web("#e8ecf1"),
          Color.web("#97a3b3"),
          Color.web("#7c9bff"),
          Color.web("#56a8e0"),
          Color.web("#ff8a3d"),
          Color.web("#a0abb9"),
          Color.web("#c39bdd"),
          Color.web("#2bd4a0"),
          Color.web("#ffc44d"),
          Color.web("#e29cc4"),
          Color.web("#7cc8f2"));
}
