package org.neurarium.circuits.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Problem;

/// Whatever the text, reading it ends soon, with a model or with problems that point into it.
class HostileTextTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static Reading read(String text) {
    return assertTimeoutPreemptively(SOON, () -> ModelReader.read("test.model", text));
  }

  private static void answersFor(String text) {
    Reading reading = read(text);
    int lines = (int) text.lines().count() + 1;
    assertEquals(
        reading.model().isPresent(), reading.problems().stream().noneMatch(Problem::isError));
    for (Problem p : reading.problems()) {
      assertTrue(p.place().line() >= 1 && p.place().line() <= lines, p::toString);
      assertTrue(p.place().column() >= 1, p::toString);
      assertFalse(p.sentence().isBlank());
      assertTrue(p.sentence().length() < 1000, p::toString);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void mutatedModelsGiveAModelOrProblems(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> texts = Library.ids().stream().map(Library::text).toList();
    String scraps =
        "(){}[];:,.=+-*/^<>!\"#\n \u0000\u2028é∞0123456789eEdmVspA_ post.on pre state dt";
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
      for (int change = random.nextInt(1, 6); change > 0; change--) {
        int at = random.nextInt(text.length());
        int length = Math.min(random.nextInt(1, 30), text.length() - at);
        switch (random.nextInt(4)) {
          case 0 -> text.delete(at, at + length);
          case 1 -> text.insert(at, scraps.charAt(random.nextInt(scraps.length())));
          case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
          default -> text.setCharAt(at, scraps.charAt(random.nextInt(scraps.length())));
        }
        if (text.isEmpty()) text.append('x');
      }
      answersFor(text.toString());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void noiseGivesProblems(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "neuron x\n" : "");
      for (int k = random.nextInt(400); k > 0; k--)
        text.append((char) random.nextInt(random.nextBoolean() ? 128 : 65536));
      answersFor(text.toString());
    }
  }

  @Test
  void anEnormousTextIsRefusedUnread() {
    Reading reading = read("neuron x\n" + "a".repeat(70000));
    assertEquals(
        "This text is too long for a model: 70009 characters",
        reading.problems().getFirst().sentence());
  }

  @Test
  void deepNestingIsAProblem() {
    for (String open : List.of("(", "-", "not ", "exp(", "2^", "((("))
      answersFor("neuron x\nstate v = 0\nx = " + open.repeat(5000) + "1 : 1\n");
    Reading reading = read("neuron x\nstate v = " + "(".repeat(100) + "1" + ")".repeat(100) + "\n");
    assertEquals(
        "This formula is nested more than 64 levels deep",
        reading.problems().getFirst().sentence());
  }

  @Test
  void endlessFormulasAndListsAreProblems() {
    Reading reading = read("neuron x\nstate v = 1" + " + 1".repeat(600) + "\n");
    assertEquals(
        "This formula has more than 500 symbols", reading.problems().getFirst().sentence());
    answersFor(
        "neuron x\nstate v = 0\n"
            + IntStream.range(0, 3000)
                .mapToObj(k -> "d" + k + "=d" + (k + 1) + ":1")
                .collect(Collectors.joining("\n")));
    answersFor("neuron x\n" + "{\n".repeat(20000));
    answersFor("neuron x\n" + "on a {\n".repeat(5000));
    answersFor("neuron x\nstate v = mV" + "*mV".repeat(240) + "\n");
    answersFor("neuron x\nstate v = 1 : " + "mV*".repeat(3000) + "\n");
    answersFor("neuron x\n" + "\"".repeat(30000));
    answersFor("neuron x\nparameter p = 1" + "0".repeat(60000) + "\n");
    answersFor("synapse x\n" + "on pre w += q ; ".repeat(3000));
  }

  @Test
  void definitionsThatDoubleEachOtherAreReadInTime() {
    String text =
        "neuron x\nstate v = 0\na0 = v : 1\n"
            + IntStream.range(0, 400)
                .mapToObj(k -> "a" + (k + 1) + " = a" + k + " + a" + k + " : 1\n")
                .collect(Collectors.joining())
            + "dv/dt = a400/ms : 1\n";
    assertTrue(read(text).model().isPresent());
  }
}
