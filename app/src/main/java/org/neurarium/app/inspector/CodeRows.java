package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.sense.Code;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// The fields about how values become spikes.
final class CodeRows {

  private final Form form;
  private final Access<Code> code;

  CodeRows(Form form, Access<Signal.Sense> sense) {
    this.form = form;
    code = sense.part(s -> Optional.of(s.code()), Signal.Sense::in);
  }

  /// The kinds, each with a beginning that does something visible.
  enum Kind {
    RATE("Rate"),
    LATENCY("Latency"),
    PHASE("Phase"),
    EVENTS("Events");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    private Code fresh() {
      return switch (this) {
        case RATE -> new Code.Rate(Quantity.of(60, "Hz"));
        case LATENCY -> new Code.Latency(Quantity.of(50, "ms"));
        case PHASE -> new Code.Phase(Quantity.of(125, "ms"));
        case EVENTS -> new Code.Events();
      };
    }

    static Kind of(Code code) {
      return switch (code) {
        case Code.Rate _ -> RATE;
        case Code.Latency _ -> LATENCY;
        case Code.Phase _ -> PHASE;
        case Code.Events _ -> EVENTS;
      };
    }
  }

  void fill(Code now) {
    form.heading("Code")
        .row(
            "code",
            new ChoiceRow<>(
                "Kind",
                "How what a source sees becomes its spikes.",
                List.of(Kind.RATE, Kind.LATENCY, Kind.PHASE),
                k -> k.title,
                SceneFields.part(code, Kind::of, (c, k) -> Kind.of(c) == k ? c : k.fresh())));
    switch (now) {
      case Code.Rate _ ->
          form.row(
              "rate",
              Quantities.row(
                  NumberSpec.of("Highest rate", Unit.HERTZ)
                      .help("Spikes per second of a source that sees white.")
                      .slider(Scale.logarithmic(1, 1000))
                      .atLeast(0),
                  SceneFields.as(code, Code.Rate.class).as(Code.Rate::rate, Code.Rate::new)));
      case Code.Latency _ ->
          form.row(
              "window",
              SceneFields.time(
                  "Window",
                  SceneFields.as(code, Code.Latency.class)
                      .as(Code.Latency::window, Code.Latency::new)));
      case Code.Phase _ ->
          form.row(
              "period",
              SceneFields.time(
                  "Period",
                  SceneFields.as(code, Code.Phase.class).as(Code.Phase::period, Code.Phase::new)));
      case Code.Events _ -> {}
    }
  }
}
