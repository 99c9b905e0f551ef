package org.neurarium.circuits.validation;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.units.Quantity;

/// How the circuit is run.
final class RunRules {

  static final List<Rule<Circuit>> ALL =
      List.of(RunRules::timeStepIsATime, RunRules::timeStepIsFine, RunRules::durationIsATime);

  private static final double COARSE = 1; // ms

  private RunRules() {}

  private static void timeStepIsATime(Circuit circuit, Examination in) {
    RunSettings run = circuit.run();
    if (Examination.isPositiveTime(run.dt())) return;
    RunSettings mended = new RunSettings(RunSettings.DEFAULT.dt(), run.seed(), run.duration());
    in.add(
        Problem.error(
                at("dt"),
                "The time step is " + run.dt() + ", and has to be a time above 0",
                "0.1 ms is usual.")
            .fixedBy(new Edit.SetRun("Set time step", mended)));
  }

  private static void timeStepIsFine(Circuit circuit, Examination in) {
    Quantity dt = circuit.run().dt();
    if (Examination.isPositiveTime(dt) && dt.engineValue() > COARSE)
      in.add(
          Problem.warning(
              at("dt"),
              "The time step of " + dt + " is long: neurons change within a millisecond",
              "0.1 ms is usual."));
  }

  private static void durationIsATime(Circuit circuit, Examination in) {
    RunSettings run = circuit.run();
    if (Examination.isPositiveTime(run.duration())) return;
    RunSettings mended = new RunSettings(run.dt(), run.seed(), RunSettings.DEFAULT.duration());
    in.add(
        Problem.error(
                at("duration"),
                "A run takes " + run.duration() + ", and has to take a time above 0",
                "1 s is usual.")
            .fixedBy(new Edit.SetRun("Set duration", mended)));
  }

  private static Place at(String field) {
    return new Place("", 0, 0, "$.run." + field, Optional.empty(), field);
  }
}
