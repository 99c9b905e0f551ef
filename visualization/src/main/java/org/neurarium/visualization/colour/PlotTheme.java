package org.neurarium.visualization.colour;

import java.util.List;

/// The colours and type faces of a plot.
///
/// @param dark whether the ground is dark
/// @param ground behind everything, opaque
/// @param text of names and values that are read first
/// @param muted of axis labels
/// @param line of axes, grids and gaps, hardly visible
/// @param field behind small boxes such as a read-out
/// @param accent of the scrubber and of what is selected
/// @param excitatory populations
/// @param inhibitory populations
/// @param mixed populations of both signs
/// @param stimulus sources outside the circuit
/// @param series for lines that have no colour of their own, in order of use
/// @param sans type face of names; the first one installed is used
/// @param mono type face of numbers; the first one installed is used
public record PlotTheme(
    boolean dark,
    int ground,
    int text,
    int muted,
    int line,
    int field,
    int accent,
    int excitatory,
    int inhibitory,
    int mixed,
    int stimulus,
    List<Integer> series,
    List<String> sans,
    List<String> mono) {

  private static final List<String> SANS =
      List.of("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans");
  private static final List<String> MONO =
      List.of(
          "JetBrains Mono",
          "Cascadia Mono",
          "SF Mono",
          "Menlo",
          "Noto Sans Mono",
          "DejaVu Sans Mono");

  public static final PlotTheme LIGHT =
      new PlotTheme(
          false,
          0xFFFFFFFF,
          0xFF1B2430,
          0xFF616D7E,
          0xFFE3E7ED,
          0xFFEEF1F5,
          0xFF3B5BDB,
          OkabeIto.BLUE,
          OkabeIto.VERMILLION,
          0xFF7A5195,
          0xFF6B7686,
          List.of(
              OkabeIto.BLUE,
              OkabeIto.ORANGE,
              OkabeIto.BLUISH_GREEN,
              OkabeIto.REDDISH_PURPLE,
              OkabeIto.VERMILLION,
              OkabeIto.SKY_BLUE),
          SANS,
          MONO);

  public static final PlotTheme DARK =
      new PlotTheme(
          true,
          0xFF161C24,
          0xFFE8ECF1,
          0xFF97A3B3,
          0xFF28313D,
          0xFF1D2530,
          0xFF7C9BFF,
          OkabeIto.BLUE_ON_DARK,
          OkabeIto.VERMILLION_ON_DARK,
          0xFFC39BDD,
          0xFFA0ABB9,
          List.of(
              OkabeIto.BLUE_ON_DARK,
              OkabeIto.ORANGE_ON_DARK,
              OkabeIto.BLUISH_GREEN_ON_DARK,
              OkabeIto.REDDISH_PURPLE_ON_DARK,
              OkabeIto.VERMILLION_ON_DARK,
              OkabeIto.SKY_BLUE_ON_DARK),
          SANS,
          MONO);

  /// What an element is, as far as its colour goes.
  public enum Role {
    EXCITATORY,
    INHIBITORY,
    MIXED,
    STIMULUS
  }

  public PlotTheme {
    series = List.copyOf(series);
    sans = List.copyOf(sans);
    mono = List.copyOf(mono);
  }

  /// The colour of an element.
  public int colour(Role role) {
    return switch (role) {
      case EXCITATORY -> excitatory;
      case INHIBITORY -> inhibitory;
      case MIXED -> mixed;
      case STIMULUS -> stimulus;
    };
  }

  /// The colour of the n-th of several lines that belong to an element of this role: its own first, then the others of the series.
  public int series(Role role, int n) {
    int own = colour(role);
    if (n == 0) return own;
    List<Integer> others = series.stream().filter(c -> c != own).toList();
    return others.get((n - 1) % others.size());
  }
}
