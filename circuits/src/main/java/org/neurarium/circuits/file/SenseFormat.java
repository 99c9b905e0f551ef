package org.neurarium.circuits.file;

import static org.neurarium.circuits.file.Field.optional;
import static org.neurarium.circuits.file.Field.required;
import static org.neurarium.circuits.file.Formats.DECIMAL;
import static org.neurarium.circuits.file.Formats.INTEGER;
import static org.neurarium.circuits.file.Formats.NAME;
import static org.neurarium.circuits.file.Formats.QUANTITY;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.sense.Code;
import org.neurarium.circuits.sense.GlyphSet;
import org.neurarium.circuits.sense.Order;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;

/// What a sheet of sources sees, smells or hears.
final class SenseFormat {

  private static final Quantity NO_GAP = Quantity.of(0, "ms");
  private static final Quantity SCREEN = Quantity.of(10, "ms");
  private static final Format<Order> ORDER = Formats.choice(Order.class);

  private static final Format<ReceptiveField> FIELD =
      new VariantFormat<ReceptiveField>("a receptive field")
          .with(
              "none",
              ReceptiveField.None.class,
              ObjectFormat.empty("no receptive field", new ReceptiveField.None()))
          .with(
              "difference_of_gaussians",
              ReceptiveField.DifferenceOfGaussians.class,
              differenceOfGaussians())
          .with("gabor", ReceptiveField.Gabor.class, gabor());

  private static final Format<Code> CODE =
      new VariantFormat<Code>("a code")
          .with(
              "rate",
              Code.Rate.class,
              ObjectFormat.of(
                  "a rate code", required("rate", QUANTITY, Code.Rate::rate), Code.Rate::new))
          .with(
              "latency",
              Code.Latency.class,
              ObjectFormat.of(
                  "a latency code",
                  required("window", QUANTITY, Code.Latency::window),
                  Code.Latency::new))
          .with(
              "phase",
              Code.Phase.class,
              ObjectFormat.of(
                  "a phase code",
                  required("period", QUANTITY, Code.Phase::period),
                  Code.Phase::new))
          .with("events", Code.Events.class, ObjectFormat.empty("events", new Code.Events()));

  private static final VariantFormat<Scene> PICTURE =
      new VariantFormat<Scene>("a scene")
          .with(
              "image",
              Scene.Image.class,
              ObjectFormat.of(
                  "an image", required("file", NAME, Scene.Image::file), Scene.Image::new))
          .with("folder", Scene.Folder.class, folder())
          .with(
              "drawing",
              Scene.Drawing.class,
              ObjectFormat.of(
                  "a drawing",
                  required("pixels", new RasterFormat(), Scene.Drawing::pixels),
                  Scene.Drawing::new))
          .with("grating", Scene.Grating.class, grating())
          .with("glyphs", Scene.Glyphs.class, glyphs());

  private static final Format<Scene> SCENE =
      PICTURE
          .with("odours", Scene.Odours.class, odours())
          .with("event_camera", Scene.EventCamera.class, eventCamera())
          .with("event_file", Scene.EventFile.class, eventFile())
          .with("sound", Scene.Sound.class, sound());

  private SenseFormat() {}

  static ObjectFormat<Signal.Sense> sense() {
    Field<Signal.Sense, Integer> columns = required("columns", INTEGER, Signal.Sense::columns);
    Field<Signal.Sense, Integer> rows = optional("rows", INTEGER, Signal.Sense::rows, 1);
    Field<Signal.Sense, Scene> scene = required("scene", SCENE, Signal.Sense::scene);
    Field<Signal.Sense, ReceptiveField> field =
        optional("field", FIELD, Signal.Sense::field, new ReceptiveField.None());
    Field<Signal.Sense, Code> code = required("code", CODE, Signal.Sense::code);
    return new ObjectFormat<>(
        "a sense",
        List.of(columns, rows, scene, field, code),
        in ->
            new Signal.Sense(
                in.get(columns), in.get(rows), in.get(scene), in.get(field), in.get(code)));
  }

  private static ObjectFormat<ReceptiveField.DifferenceOfGaussians> differenceOfGaussians() {
    Field<ReceptiveField.DifferenceOfGaussians, ReceptiveField.Centre> centre =
        required(
            "centre",
            Formats.choice(ReceptiveField.Centre.class),
            ReceptiveField.DifferenceOfGaussians::centre);
    Field<ReceptiveField.DifferenceOfGaussians, Double> sigmaCentre =
        required("sigma_centre", DECIMAL, ReceptiveField.DifferenceOfGaussians::sigmaCentre);
    Field<ReceptiveField.DifferenceOfGaussians, Double> sigmaSurround =
        required("sigma_surround", DECIMAL, ReceptiveField.DifferenceOfGaussians::sigmaSurround);
    return new ObjectFormat<>(
        "a difference of Gaussians",
        List.of(centre, sigmaCentre, sigmaSurround),
        in ->
            new ReceptiveField.DifferenceOfGaussians(
                in.get(centre), in.get(sigmaCentre), in.get(sigmaSurround)));
  }

  private static ObjectFormat<ReceptiveField.Gabor> gabor() {
    Field<ReceptiveField.Gabor, Double> orientation =
        required("orientation", DECIMAL, ReceptiveField.Gabor::orientation);
    Field<ReceptiveField.Gabor, Double> wavelength =
        required("wavelength", DECIMAL, ReceptiveField.Gabor::wavelength);
    Field<ReceptiveField.Gabor, Double> phase =
        optional("phase", DECIMAL, ReceptiveField.Gabor::phase, 0.0);
    Field<ReceptiveField.Gabor, Double> sigma =
        required("sigma", DECIMAL, ReceptiveField.Gabor::sigma);
    Field<ReceptiveField.Gabor, Double> aspect =
        optional("aspect", DECIMAL, ReceptiveField.Gabor::aspect, 1.0);
    Field<ReceptiveField.Gabor, Integer> orientations =
        optional("orientations", INTEGER, ReceptiveField.Gabor::orientations, 1);
    return new ObjectFormat<>(
        "a Gabor field",
        List.of(orientation, wavelength, phase, sigma, aspect, orientations),
        in ->
            new ReceptiveField.Gabor(
                in.get(orientation),
                in.get(wavelength),
                in.get(phase),
                in.get(sigma),
                in.get(aspect),
                in.get(orientations)));
  }

  private static ObjectFormat<Scene.Folder> folder() {
    Field<Scene.Folder, String> folder = required("folder", NAME, Scene.Folder::folder);
    Field<Scene.Folder, Order> order = optional("order", ORDER, Scene.Folder::order, Order.IN_TURN);
    Field<Scene.Folder, Quantity> each = required("each", QUANTITY, Scene.Folder::each);
    return new ObjectFormat<>(
        "a folder of images",
        List.of(folder, order, each),
        in -> new Scene.Folder(in.get(folder), in.get(order), in.get(each)));
  }

  private static ObjectFormat<Scene.Grating> grating() {
    Field<Scene.Grating, Double> orientation =
        required("orientation", DECIMAL, Scene.Grating::orientation);
    Field<Scene.Grating, Double> cycles = required("cycles", DECIMAL, Scene.Grating::cycles);
    Field<Scene.Grating, Double> phase = optional("phase", DECIMAL, Scene.Grating::phase, 0.0);
    Field<Scene.Grating, Quantity> speed = required("speed", QUANTITY, Scene.Grating::speed);
    Field<Scene.Grating, Double> contrast =
        optional("contrast", DECIMAL, Scene.Grating::contrast, 1.0);
    Field<Scene.Grating, Quantity> frame =
        optional("frame", QUANTITY, Scene.Grating::frame, SCREEN);
    return new ObjectFormat<>(
        "a grating",
        List.of(orientation, cycles, phase, speed, contrast, frame),
        in ->
            new Scene.Grating(
                in.get(orientation),
                in.get(cycles),
                in.get(phase),
                in.get(speed),
                in.get(contrast),
                in.get(frame)));
  }

  private static ObjectFormat<Scene.Glyphs> glyphs() {
    Field<Scene.Glyphs, GlyphSet> set =
        required("set", Formats.choice(GlyphSet.class), Scene.Glyphs::set);
    Field<Scene.Glyphs, Double> shift = optional("shift", DECIMAL, Scene.Glyphs::shift, 0.0);
    Field<Scene.Glyphs, Double> rotation =
        optional("rotation", DECIMAL, Scene.Glyphs::rotation, 0.0);
    Field<Scene.Glyphs, Double> scale = optional("scale", DECIMAL, Scene.Glyphs::scale, 0.0);
    Field<Scene.Glyphs, Double> thickness = required("thickness", DECIMAL, Scene.Glyphs::thickness);
    Field<Scene.Glyphs, Order> order = optional("order", ORDER, Scene.Glyphs::order, Order.IN_TURN);
    Field<Scene.Glyphs, Quantity> each = required("each", QUANTITY, Scene.Glyphs::each);
    Field<Scene.Glyphs, Quantity> gap = optional("gap", QUANTITY, Scene.Glyphs::gap, NO_GAP);
    return new ObjectFormat<>(
        "glyphs",
        List.of(set, shift, rotation, scale, thickness, order, each, gap),
        in ->
            new Scene.Glyphs(
                in.get(set),
                in.get(shift),
                in.get(rotation),
                in.get(scale),
                in.get(thickness),
                in.get(order),
                in.get(each),
                in.get(gap)));
  }

  private static ObjectFormat<Scene.Odours> odours() {
    Field<Scene.Odours, Integer> odours = required("odours", INTEGER, Scene.Odours::odours);
    Field<Scene.Odours, Double> fraction = required("fraction", DECIMAL, Scene.Odours::fraction);
    Field<Scene.Odours, Double> concentration =
        optional("concentration", DECIMAL, Scene.Odours::concentration, 1.0);
    Field<Scene.Odours, Double> noise = optional("noise", DECIMAL, Scene.Odours::noise, 0.0);
    Field<Scene.Odours, Order> order = optional("order", ORDER, Scene.Odours::order, Order.IN_TURN);
    Field<Scene.Odours, Quantity> each = required("each", QUANTITY, Scene.Odours::each);
    Field<Scene.Odours, Quantity> gap = optional("gap", QUANTITY, Scene.Odours::gap, NO_GAP);
    return new ObjectFormat<>(
        "odours",
        List.of(odours, fraction, concentration, noise, order, each, gap),
        in ->
            new Scene.Odours(
                in.get(odours),
                in.get(fraction),
                in.get(concentration),
                in.get(noise),
                in.get(order),
                in.get(each),
                in.get(gap)));
  }

  private static ObjectFormat<Scene.EventCamera> eventCamera() {
    Field<Scene.EventCamera, Scene> scene = required("scene", PICTURE, Scene.EventCamera::scene);
    Field<Scene.EventCamera, Double> threshold =
        required("threshold", DECIMAL, Scene.EventCamera::threshold);
    return new ObjectFormat<>(
        "an event camera",
        List.of(scene, threshold),
        in -> new Scene.EventCamera(in.get(scene), in.get(threshold)));
  }

  private static ObjectFormat<Scene.EventFile> eventFile() {
    Field<Scene.EventFile, String> file = required("file", NAME, Scene.EventFile::file);
    Field<Scene.EventFile, Integer> width = required("width", INTEGER, Scene.EventFile::width);
    Field<Scene.EventFile, Integer> height = required("height", INTEGER, Scene.EventFile::height);
    return new ObjectFormat<>(
        "an event file",
        List.of(file, width, height),
        in -> new Scene.EventFile(in.get(file), in.get(width), in.get(height)));
  }

  private static ObjectFormat<Scene.Sound> sound() {
    Field<Scene.Sound, Optional<String>> file =
        optional(
            "file",
            Formats.map(NAME, Optional::of, Optional::orElseThrow),
            Scene.Sound::file,
            Optional.empty());
    Field<Scene.Sound, Quantity> low = required("low", QUANTITY, Scene.Sound::low);
    Field<Scene.Sound, Quantity> high = required("high", QUANTITY, Scene.Sound::high);
    Field<Scene.Sound, Double> floor = optional("floor", DECIMAL, Scene.Sound::floor, 60.0);
    Field<Scene.Sound, Quantity> frame = optional("frame", QUANTITY, Scene.Sound::frame, SCREEN);
    return new ObjectFormat<>(
        "a sound",
        List.of(file, low, high, floor, frame),
        in ->
            new Scene.Sound(in.get(file), in.get(low), in.get(high), in.get(floor), in.get(frame)));
  }
}
