package org.neurarium.app.inspector;

import java.util.List;
import java.util.stream.Stream;
import org.neurarium.app.senses.SceneKind;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.units.Quantity;

/// The kinds of signal, each with a beginning that does something visible.
enum SignalKind {
  POISSON("Poisson spikes"),
  OBSERVATION("what a world shows"),
  BACKGROUND("Poisson background"),
  SPIKE_LIST("recorded spikes"),
  IMAGE(SceneKind.IMAGE),
  FOLDER(SceneKind.FOLDER),
  DRAWING(SceneKind.DRAWING),
  GRATING(SceneKind.GRATING),
  GLYPHS(SceneKind.GLYPHS),
  ODOURS(SceneKind.ODOURS),
  EVENT_CAMERA(SceneKind.EVENT_CAMERA),
  EVENT_FILE(SceneKind.EVENT_FILE),
  SOUND(SceneKind.SOUND),
  DC("constant current"),
  STEPS("current steps"),
  RAMP("current ramp"),
  SINE("sine current"),
  NOISE("noise current");

  private final String title;

  SignalKind(String title) {
    this.title = title;
  }

  SignalKind(SceneKind scene) {
    this(scene.title());
  }

  String title() {
    return title;
  }

  static SignalKind of(Signal signal) {
    return switch (signal) {
      case Signal.Poisson _ -> POISSON;
      case Signal.Observation _ -> OBSERVATION;
      case Signal.PoissonBackground _ -> BACKGROUND;
      case Signal.SpikeList _ -> SPIKE_LIST;
      case Signal.Sense sense -> valueOf(SceneKind.of(sense.scene()).name());
      case Signal.Dc _ -> DC;
      case Signal.Steps _ -> STEPS;
      case Signal.Ramp _ -> RAMP;
      case Signal.Sine _ -> SINE;
      case Signal.Noise _ -> NOISE;
    };
  }

  /// Those that a person can choose; what a world shows is drawn out of the world.
  static List<SignalKind> choices() {
    return Stream.of(values()).filter(k -> k != OBSERVATION).toList();
  }

  /// A stimulus with a signal of this kind.
  Stimulus given(Stimulus s) {
    if (of(s.signal()) == this) return s;
    Stimulus changed = s.withSignal(fresh());
    if (changed.signal() instanceof Signal.Sense sense) return changed.withSize(sense.sources());
    return this == POISSON || this == SPIKE_LIST ? changed : changed.withSize(1);
  }

  private Signal fresh() {
    return switch (this) {
      case POISSON -> new Signal.Poisson(Value.of(20, "Hz"));
      case OBSERVATION -> throw new IllegalStateException("drawn out of a world");
      case BACKGROUND -> new Signal.PoissonBackground(Quantity.of(1000, "Hz"));
      case SPIKE_LIST -> new Signal.SpikeList("spikes.csv");
      case IMAGE, FOLDER, DRAWING, GRATING, GLYPHS, ODOURS, EVENT_CAMERA, EVENT_FILE, SOUND ->
          SceneKind.valueOf(name()).fresh();
      case DC -> new Signal.Dc(pA(300));
      case STEPS ->
          new Signal.Steps(
              List.of(new Signal.Step(ms(100), pA(300)), new Signal.Step(ms(400), pA(0))));
      case RAMP -> new Signal.Ramp(pA(0), pA(500), ms(1000));
      case SINE -> new Signal.Sine(pA(200), pA(200), Quantity.of(5, "Hz"), 0);
      case NOISE -> new Signal.Noise(pA(200), pA(200), ms(1));
    };
  }

  private static Quantity pA(double value) {
    return Quantity.of(value, "pA");
  }

  private static Quantity ms(double value) {
    return Quantity.of(value, "ms");
  }
}
