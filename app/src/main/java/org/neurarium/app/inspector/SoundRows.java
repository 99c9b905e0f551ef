package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// The fields of sound: from a file or the microphone.
final class SoundRows {

  private final Form form;
  private final Runnable chooseFile;

  /// @param chooseFile brings a WAV file in
  SoundRows(Form form, Runnable chooseFile) {
    this.form = form;
    this.chooseFile = chooseFile;
  }

  void fill(Access<Scene.Sound> sound) {
    boolean live = sound.get().filter(s -> s.file().isEmpty()).isPresent();
    form.row(
        "source",
        new ChoiceRow<>(
            "Comes from",
            "A file, or what the microphone hears while the circuit runs.",
            List.of(false, true),
            microphone -> microphone ? "Microphone" : "WAV file",
            SceneFields.part(
                sound,
                s -> s.file().isEmpty(),
                (s, microphone) ->
                    new Scene.Sound(
                        microphone ? Optional.empty() : Optional.of("sound.wav"),
                        s.low(),
                        s.high(),
                        s.floor(),
                        s.frame()))));
    if (!live)
      form.row(
          "file",
          new FileRow(
              "Sound",
              "A WAV file.",
              SceneFields.part(sound, s -> s.file().orElse(""), (s, _) -> s),
              chooseFile));
    form.row(
            "low",
            frequency(
                "From",
                SceneFields.part(
                    sound,
                    Scene.Sound::low,
                    (s, q) -> new Scene.Sound(s.file(), q, s.high(), s.floor(), s.frame()))))
        .row(
            "high",
            frequency(
                "To",
                SceneFields.part(
                    sound,
                    Scene.Sound::high,
                    (s, q) -> new Scene.Sound(s.file(), s.low(), q, s.floor(), s.frame()))))
        .row(
            "floor",
            SceneFields.number(
                NumberSpec.of("Silence below (dB)", Unit.NONE)
                    .help("How far below full scale counts as silence.")
                    .slider(Scale.linear(20, 100))
                    .above(0),
                sound,
                Scene.Sound::floor,
                (s, v) -> new Scene.Sound(s.file(), s.low(), s.high(), v, s.frame())))
        .row(
            "frame",
            SceneFields.time(
                "New level every",
                SceneFields.part(
                    sound,
                    Scene.Sound::frame,
                    (s, q) -> new Scene.Sound(s.file(), s.low(), s.high(), s.floor(), q))));
  }

  private static Row frequency(String name, Access<Quantity> access) {
    return Quantities.row(
        NumberSpec.of(name, Unit.HERTZ).slider(Scale.logarithmic(20, 20_000)).above(0), access);
  }
}
