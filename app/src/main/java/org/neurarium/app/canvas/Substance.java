package org.neurarium.app.canvas;

import java.util.Optional;
import javafx.scene.paint.Color;
import org.neurarium.app.theme.Palette;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.units.Unit;

/// How a neuromodulator looks: the four that have a colour of their own, and all others.
///
/// A colour never stands alone: each cloud carries the symbol of its concentration.
public enum Substance {
  DOPAMINE,
  ACETYLCHOLINE,
  NORADRENALINE,
  SEROTONIN,
  /// Any other, such as one of the person's own.
  OTHER;

  /// The substance that a modulator model's id names.
  public static Substance of(String model) {
    for (Substance s : values()) if (s != OTHER && s.styleClass().equals(model)) return s;
    return OTHER;
  }

  /// What it is mostly said to tell, in a few words.
  public String summary() {
    return switch (this) {
      case DOPAMINE -> "reward prediction error";
      case ACETYLCHOLINE -> "attention, learning rate";
      case NORADRENALINE -> "arousal, exploration";
      case SEROTONIN -> "patience, aversion";
      case OTHER -> "a modulator";
    };
  }

  /// Names its colour in style sheets.
  public String styleClass() {
    return this == OTHER ? "modulator" : name().toLowerCase(java.util.Locale.ROOT);
  }

  /// Its colour for code that paints.
  public Color colour(Palette palette) {
    return switch (this) {
      case DOPAMINE -> palette.dopamine();
      case ACETYLCHOLINE -> palette.acetylcholine();
      case NORADRENALINE -> palette.noradrenaline();
      case SEROTONIN -> palette.serotonin();
      case OTHER -> palette.probe();
    };
  }

  /// The symbol of a model's concentration without its brackets: `DA`. For a model that nobody knows, its first letters.
  public static String symbol(String model, ModelCatalogue models) {
    return concentration(model, models)
        .map(s -> s.id().replaceAll("[\\[\\]]", ""))
        .orElseGet(() -> model.substring(0, Math.min(3, model.length())));
  }

  /// The unit in which a model's concentration is counted.
  public static Unit unit(String model, ModelCatalogue models) {
    return concentration(model, models).map(NeuronModel.State::unit).orElse(Unit.NONE);
  }

  private static Optional<NeuronModel.State> concentration(String model, ModelCatalogue models) {
    return models.modulator(model).flatMap(m -> m.states().stream().findFirst());
  }
}
