package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.sense.Code;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;

/// A sense has something that can be seen, smelled or heard, and says it in a way that can be.
final class SenseRules {

  private static final int MOST_PLACES = 1 << 20;
  private static final double MOST_SPIKES = 10; // of a source in a step
  private static final int MOST_ODOURS = 10_000;

  private final Stimulus of;
  private final Signal.Sense sense;
  private final Examination in;

  private SenseRules(Stimulus of, Signal.Sense sense, Examination in) {
    this.of = of;
    this.sense = sense;
    this.in = in;
  }

  static void check(Stimulus of, Signal.Sense sense, Examination in) {
    SenseRules rules = new SenseRules(of, sense, in);
    rules.scene(sense.scene());
    rules.field();
    rules.code();
    if (rules.sheet()) rules.size();
  }

  private boolean sheet() {
    boolean good = sense.columns() >= 1 && sense.rows() >= 1;
    if (!good)
      error(
          sense.columns() < 1 ? "columns" : "rows",
          " has a sheet of " + sense.columns() + " x " + sense.rows() + " places",
          "It has at least one column and one row.");
    else if ((double) sense.columns() * sense.rows() > MOST_PLACES) {
      error(
          "columns",
          " has a sheet of "
              + sense.columns()
              + " x "
              + sense.rows()
              + " places, which is too large",
          "Take at most 1024 x 1024; pictures are scaled down to it.");
      return false;
    }
    return good && sense.channels() >= 1;
  }

  private void size() {
    if (of.size() == sense.sources()) return;
    String channels = sense.channels() == 1 ? "" : " in " + sense.channels() + " channels";
    in.error(
        of,
        "size",
        the(of)
            + " has "
            + of.size()
            + " sources, and "
            + sense.columns()
            + " x "
            + sense.rows()
            + " places"
            + channels
            + " need "
            + sense.sources(),
        "There is one source for each place and channel.",
        replace("Give " + quoted(of) + " as many", of.withSize(sense.sources())));
  }

  private void scene(Scene scene) {
    switch (scene) {
      case Scene.Image(String file) -> StimulusRules.checkFile(of, "file", file, in);
      case Scene.Folder(String folder, _, Quantity each) -> {
        folder(folder);
        time("each", each, "the time of each picture");
      }
      case Scene.Drawing _ -> {}
      case Scene.Grating grating -> grating(grating);
      case Scene.Glyphs glyphs -> glyphs(glyphs);
      case Scene.Odours odours -> odours(odours);
      case Scene.EventCamera(Scene seen, double threshold) -> {
        if (!seen.isPicture())
          error("scene", " has an event camera on what is no picture", "Show it a picture.");
        else scene(seen);
        above("threshold", threshold, "the threshold of the event camera");
      }
      case Scene.EventFile(String file, int width, int height) -> {
        StimulusRules.checkFile(of, "file", file, in);
        if (width < 1 || height < 1)
          error(
              "width",
              " reads a camera of " + width + " x " + height + " pixels",
              "Give the size of its sensor, such as 128 x 128.");
      }
      case Scene.Sound sound -> sound(sound);
    }
  }

  private void folder(String folder) {
    if (!DataFiles.isInside(folder))
      error(
          "folder",
          " reads " + quoted(folder) + ", which is no folder inside the project's",
          "Copy it there and name it without '..' and drive letters.");
    else if (!in.hasFileIn(folder, ".png"))
      error(
          "folder",
          " reads the folder " + quoted(folder) + ", in which there are no PNG pictures",
          "Copy pictures there, or choose another.");
  }

  private void grating(Scene.Grating grating) {
    finite("orientation", grating.orientation(), "the orientation");
    finite("phase", grating.phase(), "the phase");
    notBelow("cycles", grating.cycles(), "the spatial frequency");
    fraction("contrast", grating.contrast(), "the contrast");
    StimulusRules.quantity(
        of, "speed", grating.speed(), "the speed", Dimension.RATE, Limit.ANY, in);
    time("frame", grating.frame(), "the time of each picture");
    if (Math.max(grating.cycles(), 0) > sense.columns() / 2.0 && sense.columns() > 1)
      in.warning(
          of,
          "cycles",
          the(of)
              + " has "
              + Quantity.format(grating.cycles())
              + " bars on "
              + sense.columns()
              + " columns, too fine to be seen",
          "Take at most half as many bars as columns.");
  }

  private void glyphs(Scene.Glyphs glyphs) {
    notBelow("shift", glyphs.shift(), "the shift");
    notBelow("rotation", glyphs.rotation(), "the rotation");
    if (!(glyphs.scale() >= 0 && glyphs.scale() < 1))
      error(
          "scale",
          ": the change of scale is " + Quantity.format(glyphs.scale()),
          "It is at least 0 and below 1.");
    above("thickness", glyphs.thickness(), "the thickness of the strokes");
    time("each", glyphs.each(), "the time of each drawing");
    gap(glyphs.gap());
  }

  private void odours(Scene.Odours odours) {
    if (odours.odours() < 1 || odours.odours() > MOST_ODOURS)
      error(
          "odours",
          " has " + odours.odours() + " odours",
          "Take between 1 and " + MOST_ODOURS + ".");
    fraction("fraction", odours.fraction(), "the part of the receptors that an odour finds");
    notBelow("concentration", odours.concentration(), "the concentration");
    notBelow("noise", odours.noise(), "the noise");
    time("each", odours.each(), "the time of each odour");
    gap(odours.gap());
  }

  private void sound(Scene.Sound sound) {
    sound.file().ifPresent(file -> StimulusRules.checkFile(of, "file", file, in));
    boolean low =
        StimulusRules.quantity(
            of, "low", sound.low(), "the lowest frequency", Dimension.RATE, Limit.POSITIVE, in);
    boolean high =
        StimulusRules.quantity(
            of, "high", sound.high(), "the highest frequency", Dimension.RATE, Limit.POSITIVE, in);
    if (low && high && sound.high().engineValue() <= sound.low().engineValue())
      error(
          "high",
          " hears from " + sound.low() + " to " + sound.high() + ", which is downwards",
          "Put the lower one first.");
    above("floor", sound.floor(), "the floor");
    time("frame", sound.frame(), "the time of each level");
  }

  private void gap(Quantity gap) {
    if (StimulusRules.quantity(of, "gap", gap, "the gap", Dimension.TIME, Limit.NOT_NEGATIVE, in)
        && gap.value() > 0) steps("gap", gap, "the gap", 1);
  }

  private void time(String field, Quantity time, String what) {
    if (StimulusRules.quantity(of, field, time, what, Dimension.TIME, Limit.POSITIVE, in))
      steps(field, time, what, 1);
  }

  /// Complains of times that are shorter than some steps, and tells of those that are no whole number of them.
  private void steps(String field, Quantity time, String what, int least) {
    double steps = time.engineValue() / in.dt();
    if (steps < least - 1e-9)
      error(
          field,
          ": "
              + what
              + " is "
              + time
              + ", shorter than "
              + (least == 1 ? "the time step" : least + " time steps")
              + " of "
              + in.circuit().run().dt(),
          "Make it longer, or the time step shorter.");
    else if (Math.abs(steps - Math.rint(steps)) > 1e-6)
      in.note(
          of,
          field,
          the(of) + ": " + what + " is " + time + ", which is not a whole number of time steps",
          "It is rounded to " + Math.round(steps) + " steps.");
  }

  private void field() {
    if (sense.field() instanceof ReceptiveField.None) return;
    if (!sense.scene().isPicture()) {
      in.error(
          of,
          "field",
          the(of) + " has receptive fields, but nothing to look at",
          "Fields are for pictures.",
          replace(
              "Take the fields of " + quoted(of) + " away",
              resized(sense.through(new ReceptiveField.None()))));
      return;
    }
    switch (sense.field()) {
      case ReceptiveField.None _ -> {}
      case ReceptiveField.DifferenceOfGaussians dog -> {
        length("sigma_centre", dog.sigmaCentre(), "the centre's size");
        length("sigma_surround", dog.sigmaSurround(), "the surround's size");
        if (dog.sigmaSurround() <= dog.sigmaCentre())
          error(
              "sigma_surround",
              ": the surround is not larger than the centre",
              "Take a larger surround, such as 1.6 times the centre.");
      }
      case ReceptiveField.Gabor gabor -> {
        finite("orientation", gabor.orientation(), "the orientation");
        finite("phase", gabor.phase(), "the phase");
        length("wavelength", gabor.wavelength(), "the wavelength");
        length("sigma", gabor.sigma(), "the field's size");
        above("aspect", gabor.aspect(), "the aspect");
        if (gabor.aspect() > 0) length("aspect", gabor.sigma() / gabor.aspect(), "its length");
        if (gabor.orientations() < 1 || gabor.orientations() > 180)
          error(
              "orientations",
              " has fields of " + gabor.orientations() + " orientations",
              "Take between 1 and 180.");
      }
    }
  }

  private Stimulus resized(Signal.Sense next) {
    return of.withSignal(next).withSize(Math.max(1, next.sources()));
  }

  private void code() {
    if (sense.scene().givesEvents() != sense.code() instanceof Code.Events) {
      Code code =
          sense.scene().givesEvents() ? new Code.Events() : new Code.Rate(Quantity.of(100, "Hz"));
      in.error(
          of,
          "code",
          sense.scene().givesEvents()
              ? the(of) + " gives events, which need no code"
              : the(of) + " has nothing that gives events",
          sense.scene().givesEvents() ? "Take the events as they come." : "Choose a code.",
          replace("Change the code of " + quoted(of), resized(sense.in(code))));
      return;
    }
    switch (sense.code()) {
      case Code.Rate(Quantity rate) -> {
        if (StimulusRules.quantity(
                of, "rate", rate, "the rate", Dimension.RATE, Limit.NOT_NEGATIVE, in)
            && rate.engineValue() * in.dt() > MOST_SPIKES)
          error(
              "rate",
              ": a rate of " + rate + " is more than ten spikes in each time step",
              "Take a lower rate.");
      }
      case Code.Latency(Quantity window) -> cycle("window", window, "the window");
      case Code.Phase(Quantity period) -> cycle("period", period, "the period");
      case Code.Events _ -> {}
    }
  }

  private void cycle(String field, Quantity time, String what) {
    if (StimulusRules.quantity(of, field, time, what, Dimension.TIME, Limit.POSITIVE, in))
      steps(field, time, what, 2);
  }

  /// A length in places: above 0 and not beyond all use.
  private void length(String field, double value, String what) {
    if (!(value > 0 && value <= 20))
      error(
          field,
          ": " + what + " is " + Quantity.format(value) + " places",
          "Take a length above 0 and up to 20 places.");
  }

  private void above(String field, double value, String what) {
    if (!(value > 0 && Double.isFinite(value)))
      error(field, ": " + what + " is " + Quantity.format(value), "It is above 0.");
  }

  private void notBelow(String field, double value, String what) {
    if (!(value >= 0 && Double.isFinite(value)))
      error(field, ": " + what + " is " + Quantity.format(value), "It is 0 or above.");
  }

  private void fraction(String field, double value, String what) {
    if (!(value >= 0 && value <= 1))
      error(field, ": " + what + " is " + Quantity.format(value), "It is between 0 and 1.");
  }

  private void finite(String field, double value, String what) {
    if (!Double.isFinite(value))
      error(field, ": " + what + " is no number", "Take a number of degrees.");
  }

  private void error(String field, String rest, String hint) {
    in.error(of, field, the(of) + rest, hint);
  }
}
