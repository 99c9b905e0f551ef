package org.neurarium.circuits;

import java.util.List;
import org.neurarium.circuits.sense.Code;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;

/// What a stimulus gives: spikes or a current.
public sealed interface Signal {

  /// Whether this is a current (it lands on a model's current input), else it is spikes.
  default boolean isCurrent() {
    return this instanceof Current;
  }

  /// Whether it acts on neurons directly, without synapses of its own: currents and background do.
  default boolean isDirect() {
    return isCurrent() || this instanceof PoissonBackground;
  }

  /// A signal that is a current in time, multiplied by the projection's weight (a pure number) at its target.
  sealed interface Current extends Signal permits Dc, Steps, Ramp, Sine, Noise {}

  /// Independent Poisson trains, one for each of the stimulus's sources; all targets of a source see the same train.
  /// The count in a step is Poisson distributed, so rates far above 1/dt keep their variance.
  ///
  /// @param rate spikes per second of each source
  record Poisson(Value rate) implements Signal {}

  /// A Poisson train of its own for every connected target neuron (NEST's `poisson_generator`): background from
  /// outside the circuit. The stimulus has size 1, nothing of it appears in a raster, and its projection is all-to-all.
  ///
  /// @param rate spikes per second that each target receives
  record PoissonBackground(Quantity rate) implements Signal {}

  /// Recorded spikes, read from a CSV file with the columns `t_ms` and `source` (0-based; may be missing when there is one source).
  ///
  /// @param file path relative to the project's folder, with `/`
  record SpikeList(String file) implements Signal {}

  /// What a [World] shows, as Poisson spikes of the stimulus's sources.
  ///
  /// @param world id of the world
  /// @param port which of its outputs, such as `cue`, `place`, `reward`
  /// @param coding how a value becomes rates
  /// @param rate of a source that answers best
  /// @param baseline rate of a source that does not answer
  /// @param width of a source's tuning, in fractions of the port's range
  record Observation(
      ElementId world, String port, Coding coding, Quantity rate, Quantity baseline, double width)
      implements Signal {

    /// The same sources showing another world.
    public Observation of(ElementId otherWorld) {
      return new Observation(otherWorld, port, coding, rate, baseline, width);
    }
  }

  /// How the value of an observation becomes the rates of n sources.
  enum Coding {
    /// Source k answers to value k, in equal parts where there are more sources than values.
    ONE_HOT,
    /// Each source has a place in the port's one- or two-dimensional range, and answers as a Gaussian of the distance from it.
    PLACE,
    /// All sources answer in proportion to the value.
    AMOUNT
  }

  /// What a sheet of sources sees, smells or hears.
  ///
  /// @param columns of the sheet
  /// @param rows of the sheet
  /// @param scene what there is
  /// @param field how the sources look at it
  /// @param code how that becomes spikes
  record Sense(int columns, int rows, Scene scene, ReceptiveField field, Code code)
      implements Signal {

    /// How many sources there are for each place.
    public int channels() {
      return scene.givesEvents() ? 2 : field.channels();
    }

    /// How many sources that makes; the largest number where it is beyond all bounds.
    public int sources() {
      double all = (double) columns * rows * channels();
      return all > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) all;
    }

    /// The same sources for another scene.
    public Sense of(Scene newScene) {
      return new Sense(columns, rows, newScene, field, code);
    }

    /// The same scene through other receptive fields.
    public Sense through(ReceptiveField newField) {
      return new Sense(columns, rows, scene, newField, code);
    }

    /// The same scene in another code.
    public Sense in(Code newCode) {
      return new Sense(columns, rows, scene, field, newCode);
    }

    /// The same scene on a sheet of another size.
    public Sense on(int newColumns, int newRows) {
      return new Sense(newColumns, newRows, scene, field, code);
    }
  }

  /// A constant current.
  record Dc(Quantity amplitude) implements Current {}

  /// A current that jumps to a new amplitude at each given time; 0 before the first.
  record Steps(List<Step> steps) implements Current {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  /// One jump: from `time` (counted from the start of the run) on, the current is `amplitude`.
  record Step(Quantity time, Quantity amplitude) {}

  /// Goes in a straight line from one amplitude to another over `duration`, then stays.
  record Ramp(Quantity from, Quantity to, Quantity duration) implements Current {}

  /// `offset + amplitude · sin(2π · frequency · t + phase)`, with t from the stimulus's start and phase in radians.
  record Sine(Quantity offset, Quantity amplitude, Quantity frequency, double phase)
      implements Current {}

  /// A normally distributed current, drawn anew for every target neuron each `interval` (NEST's `noise_generator`).
  record Noise(Quantity mean, Quantity sd, Quantity interval) implements Current {}
}
