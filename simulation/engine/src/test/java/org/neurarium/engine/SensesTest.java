package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.sense.Code;
import org.neurarium.circuits.sense.GlyphSet;
import org.neurarium.circuits.sense.Order;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.command.LiveInput;

/// What sources make of what they see, smell and hear.
class SensesTest {

  private static final ReceptiveField NONE = new ReceptiveField.None();
  private static final Code EVENTS = new Code.Events();

  private static Quantity q(String text) {
    return Sketch.quantity(text);
  }

  private static Code rate(String rate) {
    return new Code.Rate(q(rate));
  }

  private static Signal.Sense picture(int columns, int rows, Code code) {
    return new Signal.Sense(columns, rows, new Scene.Image("a.png"), NONE, code);
  }

  private static Scene.Glyphs digits(Order order) {
    return new Scene.Glyphs(GlyphSet.DIGITS, 0.08, 15, 0.1, 0.1, order, q("20 ms"), q("5 ms"));
  }

  @Test
  void aRateCodeHasTheStatedRates() {
    // 256 sources from black to white, 20 s at up to 100 Hz: 7.84 spikes for each grey level.
    Gallery gallery =
        new Gallery(picture(16, 16, rate("100 Hz"))).picture("a.png", 16, 16, (x, y) -> 16 * y + x);
    int[] counts = gallery.counts(20_000);
    assertEquals(0, counts[0]);
    double chi = 0;
    for (int g = 1; g < 256; g++) {
      double expected = 20 * 100 * g / 255.0;
      chi += (counts[g] - expected) * (counts[g] - expected) / expected;
    }
    // Chi squared with 255 degrees of freedom: mean 255, standard deviation 22.6.
    assertEquals(255, chi, 5 * 22.6);
  }

  @Test
  void aRateCodeIsPoissonFarAboveTheStep() {
    // 30 kHz at 0.1 ms: 3 in a step, and as many variance.
    Gallery gallery =
        new Gallery(picture(1, 1, rate("30 kHz"))).picture("a.png", 1, 1, (_, _) -> 255);
    int[] perStep = new int[20_001];
    for (Spikes.Spike s : gallery.spikes(2000, 1)) perStep[(int) s.step()]++;
    double mean = IntStream.rangeClosed(1, 20_000).map(k -> perStep[k]).average().orElseThrow();
    double variance =
        IntStream.rangeClosed(1, 20_000)
            .mapToDouble(k -> (perStep[k] - mean) * (perStep[k] - mean))
            .average()
            .orElseThrow();
    assertEquals(3, mean, 5 * Math.sqrt(3 / 20_000.0));
    assertEquals(3, variance, 5 * Math.sqrt((3 + 2 * 9) / 20_000.0));
  }

  @Test
  void aLatencyCodeComesInTheOrderOfBrightness() {
    int[] greys = {255, 3, 128, 0, 254, 64, 200, 1, 192};
    Gallery gallery =
        new Gallery(picture(9, 1, new Code.Latency(q("25.6 ms"))))
            .picture("a.png", 9, 1, (x, _) -> greys[x]);
    List<Spikes.Spike> spikes = gallery.spikes(51.2, 1);
    List<Integer> order =
        IntStream.range(0, 9)
            .boxed()
            .filter(k -> greys[k] > 0)
            .sorted(Comparator.comparingInt(k -> -greys[k]))
            .toList();
    assertEquals(order, spikes.stream().limit(8).map(Spikes.Spike::neuron).toList());
    assertEquals(16, spikes.size(), "once in each window, and never for black");
    for (int k = 0; k < 8; k++) {
      // 255 steps from the brightest to the darkest, one for each grey level.
      assertEquals(1 + 255 - greys[order.get(k)], spikes.get(k).step());
      assertEquals(spikes.get(k).step() + 256, spikes.get(k + 8).step());
    }
  }

  @Test
  void aPhaseCodeSaysTheValueByThePhase() {
    int[] greys = {0, 51, 102, 153, 204, 255};
    Gallery gallery =
        new Gallery(picture(6, 1, new Code.Phase(q("100 ms"))))
            .picture("a.png", 6, 1, (x, _) -> greys[x])
            .from("30 ms");
    List<Spikes.Spike> spikes = gallery.spikes(1030, 1);
    assertEquals(60, spikes.size(), "once in each of ten periods");
    for (Spikes.Spike s : spikes) {
      double phase = ((s.step() - 301) % 1000) * 2 * Math.PI / 1000;
      assertEquals(Math.PI * (1 - greys[s.neuron()] / 255.0), phase, Math.PI / 1000);
    }
  }

  @ParameterizedTest(name = "grey {0}")
  @ValueSource(ints = {0, 77, 255})
  void aDifferenceOfGaussiansIsSilentForAUniformPicture(int grey) {
    for (ReceptiveField field :
        List.of(
            new ReceptiveField.DifferenceOfGaussians(ReceptiveField.Centre.BOTH, 1, 2.5),
            new ReceptiveField.Gabor(30, 4, 40, 1.5, 0.7, 3))) {
      Signal.Sense sense = picture(12, 9, rate("10 kHz")).through(field);
      Gallery gallery = new Gallery(sense).picture("a.png", 12, 9, (_, _) -> grey);
      assertEquals(0, Arrays.stream(gallery.counts(200)).sum());
    }
  }

  @Test
  void onAndOffCentresAnswerToBrightAndDarkDots() {
    ReceptiveField field =
        new ReceptiveField.DifferenceOfGaussians(ReceptiveField.Centre.BOTH, 0.8, 2);
    Signal.Sense sense = picture(21, 11, rate("1 kHz")).through(field);
    Gallery gallery =
        new Gallery(sense)
            .picture("a.png", 21, 11, (x, y) -> y != 5 ? 128 : x == 5 ? 255 : x == 15 ? 0 : 128);
    int[] counts = gallery.counts(1000);
    int places = 21 * 11;
    int bright = 5 * 21 + 5;
    int dark = 5 * 21 + 15;
    assertTrue(counts[bright] > 50, "ON at the bright dot: " + counts[bright]);
    assertEquals(0, counts[dark]);
    assertTrue(counts[places + dark] > 50, "OFF at the dark dot: " + counts[places + dark]);
    assertEquals(0, counts[places + bright]);
    assertEquals(
        counts[bright], Arrays.stream(counts, 0, places).max().orElseThrow(), "most at the dot");
  }

  @ParameterizedTest(name = "bars of {0}°")
  @ValueSource(doubles = {0, 22.5, 45, 67.5, 90, 112.5, 135, 157.5})
  void aGaborFieldAnswersBestToItsOrientation(double orientation) {
    // A grating that drifts by whole periods, so that phases average out; eight preferences.
    Signal.Sense sense =
        new Signal.Sense(
            24,
            24,
            new Scene.Grating(orientation, 4, 0, q("10 Hz"), 1, q("10 ms")),
            new ReceptiveField.Gabor(0, 6, 0, 2.5, 0.7, 8),
            rate("200 Hz"));
    int[] counts = new Gallery(sense).counts(500);
    long[] channels = new long[8];
    for (int k = 0; k < counts.length; k++) channels[k / (24 * 24)] += counts[k];
    int best = (int) Math.round(orientation / 22.5);
    for (int c = 0; c < 8; c++)
      if (c != best)
        assertTrue(
            channels[best] > 1.2 * channels[c], orientation + ": " + Arrays.toString(channels));
  }

  @Test
  void uprightBarsDriftToTheRight() {
    Signal.Sense sense =
        new Signal.Sense(
            40,
            1,
            new Scene.Grating(90, 1, 0, q("1 Hz"), 1, q("1 ms")),
            NONE,
            new Code.Latency(q("50 ms")));
    // The brightest place, a quarter of the width to the right of the middle at first, moves by one
    // column in 25 ms.
    List<Spikes.Spike> spikes = new Gallery(sense).spikes(101, 1);
    int first = spikes.getFirst().neuron();
    int later = spikes.stream().filter(s -> s.step() > 500).findFirst().orElseThrow().neuron();
    assertEquals(29.5, first, 1);
    assertEquals(first + 2, later, 1);
  }

  @Test
  void anEventCameraTellsWhenALogarithmHasChanged() {
    // One place, two pictures of 10 ms: brightness 51/255 and 204/255.
    Signal.Sense sense =
        new Signal.Sense(
            1,
            1,
            new Scene.EventCamera(new Scene.Folder("film", Order.IN_TURN, q("10 ms")), 0.25),
            NONE,
            EVENTS);
    Gallery gallery =
        new Gallery(sense)
            .picture("film/a.png", 1, 1, (_, _) -> 51)
            .picture("film/b.png", 1, 1, (_, _) -> 204);
    double rise = Math.log((204 / 255.0 + 1 / 256.0) / (51 / 255.0 + 1 / 256.0));
    int events = (int) (rise / 0.25);
    List<Spikes.Spike> spikes = gallery.spikes(30, 1);
    for (int k = 0; k < events; k++) {
      assertEquals(new Spikes.Spike(101 + k, 0), spikes.get(k), "ON, when it brightens");
      assertEquals(new Spikes.Spike(201 + k, 1), spikes.get(events + k), "OFF, when it darkens");
    }
    assertEquals(2 * events, spikes.size());
  }

  @Test
  void anEventCameraSeesTheEdgesOfAMovingGrating() {
    Scene.Grating grating = new Scene.Grating(90, 1, 0, q("2 Hz"), 0.9, q("1 ms"));
    Signal.Sense sense = new Signal.Sense(20, 1, new Scene.EventCamera(grating, 0.1), NONE, EVENTS);
    List<Spikes.Spike> spikes = new Gallery(sense).spikes(500, 1);
    int on = 0;
    for (Spikes.Spike s : spikes) {
      boolean brighter = s.neuron() < 20;
      int place = s.neuron() % 20;
      double t = Math.floor((s.step() - 1) * 0.1) / 1000;
      // d/dt of sin(2π (u − 2t)): it brightens where the cosine is below 0.
      double slope = -Math.cos(2 * Math.PI * ((place - 9.5) / 20 - 2 * t));
      assertTrue(brighter ? slope > -0.15 : slope < 0.15, s + " at slope " + slope);
      if (brighter) on++;
    }
    // A whole period: each place goes up and down by the same, log of the contrast.
    double way = Math.log((0.95 + 1 / 256.0) / (0.05 + 1 / 256.0)) / 0.1;
    assertEquals(20 * way, on, 20 * 1.5);
    assertEquals(20 * way, spikes.size() - on, 20 * 1.5);
  }

  @Test
  void glyphsComeAgainWithTheSeedAndDifferBetweenSeeds() {
    Signal.Sense sense =
        new Signal.Sense(16, 16, digits(Order.RANDOM), NONE, new Code.Latency(q("25 ms")));
    List<Spikes.Spike> first = new Gallery(sense).seed(5).spikes(500, 1);
    assertFalse(first.isEmpty());
    assertEquals(first, new Gallery(sense).seed(5).spikes(500, 1));
    assertNotEquals(first, new Gallery(sense).seed(6).spikes(500, 1));
    assertTrue(
        first.stream().noneMatch(s -> (s.step() - 1) % 250 >= 249), "the last step is for black");
  }

  @Test
  void odoursFindTheirPartOfTheReceptors() {
    Signal.Sense sense =
        new Signal.Sense(
            40,
            25,
            new Scene.Odours(3, 0.2, 1, 0, Order.IN_TURN, q("100 ms"), q("100 ms")),
            NONE,
            new Code.Latency(q("100 ms")));
    List<Spikes.Spike> spikes = new Gallery(sense).spikes(1200, 1);
    TreeSet<Integer> odour = new TreeSet<>();
    TreeSet<Integer> again = new TreeSet<>();
    for (Spikes.Spike s : spikes) {
      assertEquals(0, (s.step() - 1) / 1000 % 2, "nothing in the gaps");
      if (s.step() <= 1000) odour.add(s.neuron());
      if (s.step() > 6000 && s.step() <= 7000) again.add(s.neuron());
    }
    assertEquals(200, odour.size(), 5 * Math.sqrt(1000 * 0.2 * 0.8));
    assertEquals(odour, again, "the first of three comes again as the fourth");
  }

  @Test
  void aSoundIsLoudInItsBand() {
    Signal.Sense sense =
        new Signal.Sense(
            8,
            1,
            new Scene.Sound(Optional.of("a.wav"), q("100 Hz"), q("25.6 kHz"), 60, q("10 ms")),
            NONE,
            new Code.Latency(q("100 ms")));
    // Bands are octaves from 100 Hz on; a full-scale sine in the fourth, −20 dB in the sixth.
    Gallery gallery =
        new Gallery(sense)
            .sound(
                "a.wav",
                64_000,
                1,
                t ->
                    0.9 * Math.sin(2 * Math.PI * 1100 * t)
                        + 0.09 * Math.sin(2 * Math.PI * 4500 * t));
    List<Spikes.Spike> second =
        gallery.spikes(1000, 1).stream().filter(s -> s.step() > 5000 && s.step() <= 6000).toList();
    assertEquals(List.of(3, 5), second.stream().map(Spikes.Spike::neuron).limit(2).toList());
    // 20 of 60 decibels: a third of the window later.
    double later = second.get(1).step() - second.get(0).step();
    assertEquals(333, later, 5);
    assertTrue(second.getFirst().step() - 5001 < 30, "full scale is at the top");
  }

  @Test
  void recordedEventsComeAtTheirTimesFromTheFirstOn() {
    Signal.Sense sense =
        new Signal.Sense(4, 4, new Scene.EventFile("e.csv", 128, 64), NONE, EVENTS);
    Gallery gallery =
        new Gallery(sense)
            .from("2 ms")
            .file("e.csv", "t_us,x,y,p\n1000,0,0,1\n1500,127,63,0\n3000,64,16,1\n");
    // 2 ms after the start the first; 128 × 64 pixels on 4 × 4 places; OFF behind 16 ON.
    assertEquals(
        List.of(new Spikes.Spike(20, 0), new Spikes.Spike(25, 31), new Spikes.Spike(40, 6)),
        gallery.spikes(10, 2));
  }

  static Stream<Signal.Sense> everything() {
    ReceptiveField dog = new ReceptiveField.DifferenceOfGaussians(ReceptiveField.Centre.BOTH, 1, 2);
    Scene.Grating grating = new Scene.Grating(70, 2, 0, q("4 Hz"), 1, q("7 ms"));
    Code latency = new Code.Latency(q("11 ms"));
    return Stream.of(
        picture(9, 7, rate("80 Hz")).through(dog),
        new Signal.Sense(9, 7, grating, dog, rate("2 kHz")),
        new Signal.Sense(9, 7, digits(Order.SHUFFLED), NONE, latency),
        new Signal.Sense(9, 7, digits(Order.RANDOM), dog, new Code.Phase(q("13 ms"))),
        new Signal.Sense(
            9,
            7,
            new Scene.Odours(4, 0.3, 1, 0.3, Order.RANDOM, q("9 ms"), q("3 ms")),
            NONE,
            rate("500 Hz")),
        new Signal.Sense(9, 7, new Scene.EventCamera(grating, 0.2), NONE, EVENTS),
        new Signal.Sense(9, 7, new Scene.EventCamera(digits(Order.IN_TURN), 0.3), NONE, EVENTS));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theSameSpikesForAnyNumberOfThreadsAndAnyCut(Signal.Sense sense) {
    Gallery gallery = new Gallery(sense).picture("a.png", 30, 20, (x, y) -> 8 * x + y);
    List<Spikes.Spike> alone = gallery.spikes(200, 1);
    assertFalse(alone.isEmpty());
    for (int threads : new int[] {2, 3, 5}) assertEquals(alone, gallery.spikes(200, threads));
    try (Simulation simulation = gallery.build(2)) {
      Spikes spikes = new Spikes();
      simulation.sendSpikesTo(spikes);
      for (int k = 0; k < 2000; k += 37) simulation.advance(Math.min(37, 2000 - k));
      assertEquals(alone, spikes.all());
      simulation.reset();
      assertEquals(alone, Spikes.during(simulation, 2000).all(), "and again after a reset");
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void aStepAllocatesNothing(Signal.Sense sense) {
    Gallery gallery = new Gallery(sense).picture("a.png", 30, 20, (x, y) -> 8 * x + y);
    ThreadMXBean beans = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Simulation simulation = gallery.build(1)) {
      for (int k = 0; k < 200; k++) simulation.advance(100);
      long before = beans.getCurrentThreadAllocatedBytes();
      simulation.advance(20_000);
      long used = beans.getCurrentThreadAllocatedBytes() - before;
      assertTrue(used < 4096, used + " bytes in 20,000 steps");
    }
  }

  private static Raster dot(int column) {
    byte[] values = new byte[16];
    values[column] = (byte) 255;
    return new Raster(4, 4, values);
  }

  @ParameterizedTest(name = "{0} then {1} threads")
  @CsvSource({"1, 1", "1, 3", "3, 2"})
  void whatIsDrawnIsSeenAndCanBeRepeated(int threads, int otherThreads) {
    Signal.Sense sense = new Signal.Sense(4, 4, new Scene.Drawing(dot(0)), NONE, rate("2 kHz"));
    Gallery gallery = new Gallery(sense);
    List<Spikes.Spike> seen;
    List<LiveInput> log;
    try (Simulation simulation = gallery.build(threads)) {
      Spikes spikes = new Spikes();
      simulation.sendSpikesTo(spikes);
      simulation.advance(1000);
      simulation.show(Sketch.id("eye"), dot(7));
      simulation.advance(500);
      simulation.show(Sketch.id("eye"), dot(15));
      simulation.show(Sketch.id("nobody"), dot(3));
      simulation.advance(500);
      seen = spikes.all();
      log = simulation.liveInputs();
      assertEquals(2, log.size());
      for (Spikes.Spike s : seen)
        assertEquals(s.step() <= 1000 ? 0 : s.step() <= 1500 ? 7 : 15, s.neuron());
      simulation.reset();
      assertEquals(seen, Spikes.during(simulation, 2000).all(), "it comes again after a reset");
    }
    try (Simulation other = gallery.build(otherThreads)) {
      other.repeat(log);
      assertEquals(seen, Spikes.during(other, 2000).all());
    }
  }

  @Test
  void newInputTakesThePlaceOfWhatWasToCome() {
    Signal.Sense sense = new Signal.Sense(4, 4, new Scene.Drawing(dot(0)), NONE, rate("2 kHz"));
    try (Simulation simulation = new Gallery(sense).build(1)) {
      simulation.advance(100);
      simulation.show(Sketch.id("eye"), dot(1));
      simulation.advance(100);
      simulation.reset();
      simulation.advance(50);
      simulation.show(Sketch.id("eye"), dot(2));
      simulation.advance(150);
      assertEquals(List.of(50L), simulation.liveInputs().stream().map(LiveInput::step).toList());
    }
  }

  @Test
  void settingsChangeWhileItRunsAndASheetDoesNot() {
    Gallery gallery =
        new Gallery(picture(3, 3, rate("100 Hz"))).picture("a.png", 3, 3, (_, _) -> 255);
    try (Simulation simulation = gallery.build(2)) {
      simulation.advance(10);
      assertTrue(simulation.applyLive(gallery.circuit(picture(3, 3, rate("0 Hz")))));
      assertEquals(List.of(), Spikes.during(simulation, 1000).all());
      assertTrue(
          simulation.applyLive(gallery.circuit(picture(3, 3, new Code.Latency(q("10 ms"))))));
      assertEquals(9, Spikes.during(simulation, 100).all().size());
      assertFalse(simulation.applyLive(gallery.circuit(picture(4, 3, rate("100 Hz")))));
    }
  }

  @Test
  void filesThatDoNotServeAreProblemsOfTheStimulus() {
    Problem noPicture =
        only(new Gallery(picture(3, 3, rate("1 Hz"))).file("a.png", "GIF89a, really"));
    assertTrue(noPicture.sentence().contains("not a PNG"), noPicture.sentence());
    Signal.Sense hearing =
        new Signal.Sense(
            3,
            1,
            new Scene.Sound(Optional.of("a.wav"), q("100 Hz"), q("1 kHz"), 60, q("10 ms")),
            NONE,
            rate("1 Hz"));
    assertTrue(only(new Gallery(hearing).file("a.wav", "ID3")).sentence().contains("not a WAV"));
    assertTrue(
        only(new Gallery(hearing).sound("a.wav", 1000, 1, _ -> 0))
            .sentence()
            .contains("above 500"));
    Signal.Sense seen =
        new Signal.Sense(3, 3, new Scene.EventFile("a.aedat", 128, 128), NONE, EVENTS);
    assertTrue(
        only(new Gallery(seen).file("a.aedat", "#!AER-DAT4.0\r\n")).hint().contains("AEDAT 3.1"));
  }

  private static Problem only(Gallery gallery) {
    Simulation.Build build = gallery.tryBuild(1);
    assertTrue(build.simulation().isEmpty());
    assertEquals(1, build.problems().size(), build.problems().toString());
    Problem problem = build.problems().getFirst();
    assertTrue(problem.isError());
    assertEquals(Optional.of(Sketch.id("eye")), problem.place().element());
    assertFalse(problem.hint().isEmpty());
    return problem;
  }

  @Test
  void aFullFolderIsShownInTheOrderThatIsAskedFor() {
    for (Order order : Order.values()) {
      Signal.Sense sense =
          new Signal.Sense(
              10,
              1,
              new Scene.Folder("film", order, q("10 ms")),
              NONE,
              new Code.Latency(q("10 ms")));
      Gallery gallery = new Gallery(sense);
      for (int k = 0; k < 10; k++) {
        int bright = k;
        gallery.picture("film/" + k + ".png", 10, 1, (x, _) -> x == bright ? 255 : 0);
      }
      int[] shown = gallery.spikes(300, 1).stream().mapToInt(Spikes.Spike::neuron).toArray();
      assertEquals(30, shown.length);
      int[] inTurn = IntStream.range(0, 10).toArray();
      for (int round = 0; round < 3; round++) {
        int[] part = Arrays.copyOfRange(shown, 10 * round, 10 * round + 10);
        int[] sorted = part.clone();
        Arrays.sort(sorted);
        switch (order) {
          case IN_TURN -> assertArrayEquals(inTurn, part);
          case SHUFFLED -> {
            assertArrayEquals(inTurn, sorted);
            assertFalse(Arrays.equals(inTurn, part));
          }
          case RANDOM -> assertFalse(Arrays.equals(inTurn, sorted));
        }
      }
    }
  }
}
