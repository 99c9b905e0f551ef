package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.List;
import java.util.TreeMap;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;

/// A stimulus gives something that can be given.
final class StimulusRules {

  static final List<Rule<Stimulus>> ALL =
      List.of(
          StimulusRules::hasSources,
          StimulusRules::isNotAbsurdlyLarge,
          StimulusRules::hasOneSourceWhereThereIsOne,
          StimulusRules::beginsBeforeItEnds,
          StimulusRules::signalIsSound,
          StimulusRules::stepsAscend,
          StimulusRules::noiseIsNotFasterThanTime,
          StimulusRules::fileIsThere);

  private StimulusRules() {}

  private static void hasSources(Stimulus s, Examination in) {
    if (s.size() < 1)
      in.error(
          s,
          "size",
          the(s) + " has " + s.size() + " sources",
          "It has at least one.",
          replace("Give " + quoted(s) + " one source", s.withSize(1)));
  }

  private static void isNotAbsurdlyLarge(Stimulus s, Examination in) {
    if (s.size() > PopulationRules.ABSURD)
      in.error(
          s,
          "size",
          the(s) + " has " + s.size() + " sources, more than a computer like this can hold",
          "Take fewer.");
  }

  private static void hasOneSourceWhereThereIsOne(Stimulus s, Examination in) {
    boolean one = s.signal().isCurrent() || s.signal() instanceof Signal.PoissonBackground;
    if (one && s.size() > 1)
      in.error(
          s,
          "size",
          the(s) + " has " + s.size() + " sources, and its kind has one",
          "Give it one source; each target gets its own share all the same.",
          replace("Give " + quoted(s) + " one source", s.withSize(1)));
  }

  private static void beginsBeforeItEnds(Stimulus s, Examination in) {
    boolean start =
        quantity(s, "start", s.start(), "its start", Dimension.TIME, Limit.NOT_NEGATIVE, in);
    boolean never = s.stop().equals(Stimulus.NEVER);
    boolean stop =
        never || quantity(s, "stop", s.stop(), "its stop", Dimension.TIME, Limit.NOT_NEGATIVE, in);
    if (start && stop && s.stop().engineValue() <= s.start().engineValue())
      in.warning(
          s,
          "stop",
          the(s)
              + " stops at "
              + s.stop()
              + ", before it begins at "
              + s.start()
              + ", and so gives nothing",
          "Let it stop later.");
  }

  private static void signalIsSound(Stimulus s, Examination in) {
    switch (s.signal()) {
      case Signal.Poisson(Value rate) ->
          ValueRules.check(
              in,
              s,
              "rate",
              rate,
              new ValueRules.Expected("the rate", Dimension.RATE, Limit.NOT_NEGATIVE, s.size()));
      case Signal.PoissonBackground(Quantity rate) ->
          quantity(s, "rate", rate, "the rate", Dimension.RATE, Limit.NOT_NEGATIVE, in);
      case Signal.SpikeList _ -> {}
      case Signal.Observation(ElementId world, _, _, Quantity rate, Quantity baseline, _) -> {
        if (in.circuit().find(world, World.class).isEmpty())
          in.error(
              s,
              "world",
              the(s) + " shows the world " + quoted(world.text()) + ", which is not there",
              "Draw it out of a world again.");
        quantity(s, "rate", rate, "the rate", Dimension.RATE, Limit.NOT_NEGATIVE, in);
        quantity(s, "baseline", baseline, "the baseline", Dimension.RATE, Limit.NOT_NEGATIVE, in);
      }
      case Signal.Sense sense -> SenseRules.check(s, sense, in);
      case Signal.Dc(Quantity amplitude) -> current(s, "amplitude", amplitude, in);
      case Signal.Steps(List<Signal.Step> steps) -> {
        for (Signal.Step step : steps) {
          quantity(
              s,
              "steps",
              step.time(),
              "the time of a step",
              Dimension.TIME,
              Limit.NOT_NEGATIVE,
              in);
          current(s, "steps", step.amplitude(), in);
        }
      }
      case Signal.Ramp(Quantity from, Quantity to, Quantity duration) -> {
        current(s, "from", from, in);
        current(s, "to", to, in);
        quantity(
            s,
            "duration",
            duration,
            "the duration of the ramp",
            Dimension.TIME,
            Limit.POSITIVE,
            in);
      }
      case Signal.Sine(Quantity offset, Quantity amplitude, Quantity frequency, _) -> {
        current(s, "offset", offset, in);
        current(s, "amplitude", amplitude, in);
        quantity(
            s, "frequency", frequency, "the frequency", Dimension.RATE, Limit.NOT_NEGATIVE, in);
      }
      case Signal.Noise(Quantity mean, Quantity sd, Quantity interval) -> {
        current(s, "mean", mean, in);
        quantity(s, "sd", sd, "the standard deviation", Dimension.CURRENT, Limit.NOT_NEGATIVE, in);
        quantity(s, "interval", interval, "the interval", Dimension.TIME, Limit.POSITIVE, in);
      }
    }
  }

  private static void stepsAscend(Stimulus s, Examination in) {
    if (!(s.signal() instanceof Signal.Steps(List<Signal.Step> steps))) return;
    if (steps.isEmpty())
      in.warning(
          s,
          "steps",
          the(s) + " has no steps, and so gives no current",
          "Add a step with a time and an amplitude.");
    for (int i = 1; i < steps.size(); i++)
      if (steps.get(i).time().engineValue() <= steps.get(i - 1).time().engineValue()) {
        in.error(
            s,
            "steps",
            the(s)
                + ": the step at "
                + steps.get(i).time()
                + " comes after the one at "
                + steps.get(i - 1).time(),
            "Steps go forward in time.",
            replace("Sort the steps of " + quoted(s), s.withSignal(sorted(steps))));
        return;
      }
  }

  /// In order of time; of two at the same time the later one counts.
  private static Signal sorted(List<Signal.Step> steps) {
    TreeMap<Double, Signal.Step> byTime = new TreeMap<>();
    for (Signal.Step step : steps) byTime.put(step.time().engineValue(), step);
    return new Signal.Steps(List.copyOf(byTime.values()));
  }

  private static void noiseIsNotFasterThanTime(Stimulus s, Examination in) {
    if (!(s.signal() instanceof Signal.Noise noise)
        || !Examination.isPositiveTime(noise.interval())) return;
    double steps = noise.interval().engineValue() / in.dt();
    if (steps < 1 - 1e-9)
      in.warning(
          s,
          "interval",
          the(s)
              + " changes every "
              + noise.interval()
              + ", more often than the time step of "
              + in.circuit().run().dt(),
          "It will change in every step.");
    else if (Math.abs(steps - Math.rint(steps)) > 1e-6)
      in.note(
          s,
          "interval",
          the(s)
              + " changes every "
              + noise.interval()
              + ", which is not a whole number of time steps",
          "It is rounded to " + Math.round(steps) + " steps.");
  }

  private static void fileIsThere(Stimulus s, Examination in) {
    if (s.signal() instanceof Signal.SpikeList(String file)) checkFile(s, "file", file, in);
  }

  /// Checks that a data file of an element can be opened.
  static void checkFile(Element of, String field, String file, Examination in) {
    if (!DataFiles.isInside(file))
      in.error(
          of,
          field,
          the(of) + " reads " + quoted(file) + ", which is no file inside the project's folder",
          "Copy it there and name it without '..' and drive letters.");
    else if (!in.hasFile(file))
      in.error(
          of,
          field,
          the(of) + " reads the file " + quoted(file) + ", which is not in the project's folder",
          "Copy it there, or choose another.");
  }

  private static void current(Stimulus s, String field, Quantity value, Examination in) {
    quantity(s, field, value, "the current (" + field + ")", Dimension.CURRENT, Limit.ANY, in);
  }

  static boolean quantity(
      Stimulus s,
      String field,
      Quantity value,
      String what,
      Dimension dimension,
      Limit limit,
      Examination in) {
    return ValueRules.check(
        in, s, field, value, new ValueRules.Expected(what, dimension, limit, 1));
  }
}
