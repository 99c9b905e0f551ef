package org.neurarium.circuits.file;

import static org.neurarium.circuits.file.Field.derived;
import static org.neurarium.circuits.file.Field.optional;
import static org.neurarium.circuits.file.Field.required;
import static org.neurarium.circuits.file.Formats.DECIMAL;
import static org.neurarium.circuits.file.Formats.NAME;
import static org.neurarium.circuits.file.Formats.QUANTITY;

import java.util.List;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.units.Quantity;

/// What a stimulus gives.
final class SignalFormat {

  private static final double STANDARD_WIDTH = 0.1;

  static final Format<Signal> SIGNAL =
      new VariantFormat<Signal>("a signal")
          .with(
              "poisson",
              Signal.Poisson.class,
              ObjectFormat.of(
                  "Poisson spikes",
                  required("rate", ValueFormat.VALUE, Signal.Poisson::rate),
                  Signal.Poisson::new))
          .with(
              "poisson_background",
              Signal.PoissonBackground.class,
              ObjectFormat.of(
                  "a Poisson background",
                  required("rate", QUANTITY, Signal.PoissonBackground::rate),
                  Signal.PoissonBackground::new))
          .with(
              "spike_list",
              Signal.SpikeList.class,
              ObjectFormat.of(
                  "a spike list",
                  required("file", NAME, Signal.SpikeList::file),
                  Signal.SpikeList::new))
          .with("observation", Signal.Observation.class, observation())
          .with("sense", Signal.Sense.class, SenseFormat.sense())
          .with(
              "dc",
              Signal.Dc.class,
              ObjectFormat.of(
                  "a constant current",
                  required("amplitude", QUANTITY, Signal.Dc::amplitude),
                  Signal.Dc::new))
          .with(
              "steps",
              Signal.Steps.class,
              Formats.map(Formats.list(step()), Signal.Steps::new, Signal.Steps::steps))
          .with("ramp", Signal.Ramp.class, ramp())
          .with("sine", Signal.Sine.class, sine())
          .with("noise", Signal.Noise.class, noise());

  private SignalFormat() {}

  private static ObjectFormat<Signal.Observation> observation() {
    Field<Signal.Observation, ElementId> world =
        required("world", Formats.ID, Signal.Observation::world);
    Field<Signal.Observation, String> port = required("port", NAME, Signal.Observation::port);
    Field<Signal.Observation, Signal.Coding> coding =
        required("coding", Formats.choice(Signal.Coding.class), Signal.Observation::coding);
    Field<Signal.Observation, Quantity> rate = required("rate", QUANTITY, Signal.Observation::rate);
    Field<Signal.Observation, Quantity> baseline =
        derived(
            "baseline", QUANTITY, Signal.Observation::baseline, in -> in.get(rate).withValue(0));
    Field<Signal.Observation, Double> width =
        optional("width", DECIMAL, Signal.Observation::width, STANDARD_WIDTH);
    return new ObjectFormat<>(
        "an observation",
        List.of(world, port, coding, rate, baseline, width),
        in ->
            new Signal.Observation(
                in.get(world),
                in.get(port),
                in.get(coding),
                in.get(rate),
                in.get(baseline),
                in.get(width)));
  }

  private static ObjectFormat<Signal.Step> step() {
    Field<Signal.Step, Quantity> time = required("time", QUANTITY, Signal.Step::time);
    Field<Signal.Step, Quantity> amplitude =
        required("amplitude", QUANTITY, Signal.Step::amplitude);
    return new ObjectFormat<>(
        "a step", List.of(time, amplitude), in -> new Signal.Step(in.get(time), in.get(amplitude)));
  }

  private static ObjectFormat<Signal.Ramp> ramp() {
    Field<Signal.Ramp, Quantity> from = required("from", QUANTITY, Signal.Ramp::from);
    Field<Signal.Ramp, Quantity> to = required("to", QUANTITY, Signal.Ramp::to);
    Field<Signal.Ramp, Quantity> duration = required("duration", QUANTITY, Signal.Ramp::duration);
    return new ObjectFormat<>(
        "a ramp",
        List.of(from, to, duration),
        in -> new Signal.Ramp(in.get(from), in.get(to), in.get(duration)));
  }

  private static ObjectFormat<Signal.Sine> sine() {
    Field<Signal.Sine, Quantity> amplitude =
        required("amplitude", QUANTITY, Signal.Sine::amplitude);
    Field<Signal.Sine, Quantity> frequency =
        required("frequency", QUANTITY, Signal.Sine::frequency);
    Field<Signal.Sine, Quantity> offset =
        derived("offset", QUANTITY, Signal.Sine::offset, in -> in.get(amplitude).withValue(0));
    Field<Signal.Sine, Double> phase = optional("phase", DECIMAL, Signal.Sine::phase, 0.0);
    return new ObjectFormat<>(
        "a sine",
        List.of(amplitude, frequency, offset, phase),
        in -> new Signal.Sine(in.get(offset), in.get(amplitude), in.get(frequency), in.get(phase)));
  }

  private static ObjectFormat<Signal.Noise> noise() {
    Field<Signal.Noise, Quantity> mean = required("mean", QUANTITY, Signal.Noise::mean);
    Field<Signal.Noise, Quantity> sd = required("sd", QUANTITY, Signal.Noise::sd);
    Field<Signal.Noise, Quantity> interval = required("interval", QUANTITY, Signal.Noise::interval);
    return new ObjectFormat<>(
        "a noise current",
        List.of(mean, sd, interval),
        in -> new Signal.Noise(in.get(mean), in.get(sd), in.get(interval)));
  }
}
