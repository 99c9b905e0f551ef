package org.neurarium.circuits.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.sense.Code;
import org.neurarium.circuits.sense.GlyphSet;
import org.neurarium.circuits.sense.Order;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;

/// What is said of senses that cannot be.
class SenseRulesTest {

  private static final ReceptiveField NONE = new ReceptiveField.None();
  private static final Code RATE = new Code.Rate(q("50 Hz"));
  private static final Code EVENTS = new Code.Events();
  private static final Scene PAD = new Scene.Drawing(Raster.black(4, 4));

  private static final DataFiles FILES =
      new DataFiles() {
        @Override
        public Reader open(String name) throws IOException {
          if (name.equals("here.png")) return new StringReader("");
          throw new NoSuchFileException(name);
        }

        @Override
        public List<String> list(String folder) throws IOException {
          if (folder.equals("digits")) return List.of("digits/0.PNG");
          if (folder.equals("empty")) return List.of("empty/notes.txt");
          throw new NoSuchFileException(folder);
        }
      };

  private static Quantity q(String text) {
    return Quantity.parse(text).orElseThrow();
  }

  private static Scene.Grating grating(String frame) {
    return new Scene.Grating(90, 2, 0, q("2 Hz"), 1, q(frame));
  }

  private static List<Problem> problems(Signal.Sense sense, int size) {
    Stimulus s =
        new Stimulus(
            new ElementId("eye"),
            "Eye",
            new Point(0, 0),
            size,
            sense,
            Stimulus.AT_ONCE,
            Stimulus.NEVER);
    Circuit circuit = new Circuit("Seeing", "", RunSettings.DEFAULT, List.of(s));
    return Validation.problems(circuit, Library.builtIn(), FILES);
  }

  private static List<Problem> problems(Scene scene, ReceptiveField field, Code code) {
    Signal.Sense sense = new Signal.Sense(4, 4, scene, field, code);
    return problems(sense, sense.sources());
  }

  static List<Signal.Sense> sound() {
    Quantity ms = q("20 ms");
    return List.of(
        new Signal.Sense(4, 4, new Scene.Image("here.png"), NONE, RATE),
        new Signal.Sense(
            4, 4, new Scene.Folder("digits", Order.RANDOM, ms), NONE, new Code.Latency(ms)),
        new Signal.Sense(4, 4, PAD, NONE, new Code.Phase(ms)),
        new Signal.Sense(
            4,
            4,
            grating("10 ms"),
            new ReceptiveField.DifferenceOfGaussians(ReceptiveField.Centre.BOTH, 1, 2),
            RATE),
        new Signal.Sense(
            4, 4, grating("10 ms"), new ReceptiveField.Gabor(0, 4, 0, 2, 0.5, 4), RATE),
        new Signal.Sense(
            4,
            4,
            new Scene.Glyphs(GlyphSet.DIGITS, 0, 0, 0, 0.1, Order.IN_TURN, ms, ms),
            NONE,
            RATE),
        new Signal.Sense(
            9, 1, new Scene.Odours(3, 0.5, 1, 0.1, Order.SHUFFLED, ms, ms), NONE, RATE),
        new Signal.Sense(4, 4, new Scene.EventCamera(PAD, 0.2), NONE, EVENTS),
        new Signal.Sense(4, 4, new Scene.EventFile("here.png", 128, 128), NONE, EVENTS),
        new Signal.Sense(
            8, 1, new Scene.Sound(Optional.empty(), q("100 Hz"), q("4 kHz"), 60, ms), NONE, RATE));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void saysNothingOfASoundSense(Signal.Sense sense) {
    assertEquals(List.of(), problems(sense, sense.sources()));
  }

  /// The only problem there is, which has to be an error at this field with a hint.
  private static Problem error(String field, List<Problem> problems) {
    assertEquals(1, problems.size(), problems.toString());
    Problem problem = problems.getFirst();
    assertTrue(problem.isError(), problem.toString());
    assertEquals(field, problem.place().field());
    assertEquals(Optional.of(new ElementId("eye")), problem.place().element());
    assertFalse(problem.hint().isEmpty(), problem.toString());
    return problem;
  }

  @Test
  void missesFilesAndFolders() {
    error("file", problems(new Scene.Image("gone.png"), NONE, RATE));
    error("file", problems(new Scene.Image("../here.png"), NONE, RATE));
    error("folder", problems(new Scene.Folder("gone", Order.IN_TURN, q("1 s")), NONE, RATE));
    error("folder", problems(new Scene.Folder("empty", Order.IN_TURN, q("1 s")), NONE, RATE));
    error("file", problems(new Scene.EventCamera(new Scene.Image("gone.png"), 1), NONE, EVENTS));
    error(
        "file",
        problems(
            new Scene.Sound(Optional.of("gone.wav"), q("1 Hz"), q("9 Hz"), 60, q("10 ms")),
            NONE,
            RATE));
  }

  @Test
  void countsSourcesAndOffersTheRightNumber() {
    Signal.Sense both =
        new Signal.Sense(
            4,
            3,
            PAD,
            new ReceptiveField.DifferenceOfGaussians(ReceptiveField.Centre.BOTH, 1, 2),
            RATE);
    Problem problem = error("size", problems(both, 12));
    assertTrue(problem.sentence().contains("24"), problem.sentence());
    assertTrue(problem.fix().isPresent());
  }

  @Test
  void refusesAFrameRateFasterThanAStep() {
    error("frame", problems(grating("0.05 ms"), NONE, RATE));
    error("each", problems(new Scene.Folder("digits", Order.IN_TURN, q("0.01 ms")), NONE, RATE));
    error("window", problems(PAD, NONE, new Code.Latency(q("0.1 ms"))));
    error("period", problems(PAD, NONE, new Code.Phase(q("0 ms"))));
  }

  @Test
  void tellsOfTimesThatAreNoWholeSteps() {
    List<Problem> problems = problems(grating("10.03 ms"), NONE, RATE);
    assertEquals(1, problems.size());
    assertEquals(Problem.Severity.NOTE, problems.getFirst().severity());
  }

  @Test
  void keepsEventsAndCodesApart() {
    Problem coded = error("code", problems(new Scene.EventCamera(PAD, 0.2), NONE, RATE));
    assertTrue(coded.fix().isPresent());
    error("code", problems(PAD, NONE, EVENTS));
  }

  @Test
  void wantsAPictureForReceptiveFieldsAndEventCameras() {
    ReceptiveField dog = new ReceptiveField.DifferenceOfGaussians(ReceptiveField.Centre.ON, 1, 2);
    Scene odours = new Scene.Odours(2, 0.5, 1, 0, Order.IN_TURN, q("1 s"), q("0 ms"));
    assertTrue(error("field", problems(odours, dog, RATE)).fix().isPresent());
    error("scene", problems(new Scene.EventCamera(odours, 0.2), NONE, EVENTS));
  }

  @Test
  void refusesFieldsThatAreNone() {
    error(
        "sigma_surround",
        problems(
            PAD, new ReceptiveField.DifferenceOfGaussians(ReceptiveField.Centre.ON, 2, 1), RATE));
    Signal.Sense none =
        new Signal.Sense(4, 4, PAD, new ReceptiveField.Gabor(0, 4, 0, 2, 1, 0), RATE);
    error("orientations", problems(none, 16));
    error("wavelength", problems(PAD, new ReceptiveField.Gabor(0, 0, 0, 2, 1, 1), RATE));
  }

  @Test
  void refusesASheetThatIsNoneOrTooLarge() {
    error("columns", problems(new Signal.Sense(0, 4, PAD, NONE, RATE), 1));
    error("columns", problems(new Signal.Sense(4000, 4000, PAD, NONE, RATE), 16_000_000));
  }

  @Test
  void refusesASoundHeardDownwards() {
    error(
        "high",
        problems(
            new Scene.Sound(Optional.empty(), q("4 kHz"), q("100 Hz"), 60, q("10 ms")),
            NONE,
            RATE));
  }
}
