package org.neurarium.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What the editor offers at different places of a text.
final class CompletionsTest {

  private static final String MODEL =
      """
      neuron x "X"
        parameter tau = 20 ms  positive "time constant"
        parameter E_L = -65 mV "rest"
        state v = E_L "membrane potential"
        receptor ex : mV excites typical 1 mV
        dv/dt = (E_L - v)/tau : mV
        on ex v += weight
        spike when v > -50 mV
        reset v = E_L
      """;

  private static final Reading READING = Reading.of("x.model", MODEL);

  private static List<String> titles(String line) {
    return Completions.at(READING, line, line.length()).stream().map(Completion::title).toList();
  }

  @Test
  void offersTheLinesOfTheKindOfModelAtALineStart() {
    assertTrue(titles("  par").contains("parameter"));
    assertTrue(titles("  d").contains("dv/dt ="));
    assertEquals(List.of("refractory"), titles("  refr"));
  }

  @Test
  void offersTheModelsNamesInAFormulaWithLabelAndUnit() {
    List<Completion> found = Completions.at(READING, "  dv/dt = (E", 12);
    assertEquals("E_L", found.getFirst().title());
    assertEquals("rest · mV", found.getFirst().detail());
    assertEquals(11, found.getFirst().from());
  }

  @Test
  void putsTheCaretBetweenTheBracketsOfAFunction() {
    Completion exprel = Completions.at(READING, "  q = expr", 10).getFirst();
    assertEquals("exprel()", exprel.insert());
    assertEquals("exprel(".length(), exprel.caretAfter());
  }

  @Test
  void offersUnitsAfterANumberAndAfterTheColon() {
    assertTrue(titles("  parameter a = 3 m").contains("mV"));
    assertTrue(titles("  dv/dt = v/tau : m").contains("mV"));
    assertTrue(titles("  dv/dt = v/tau : ").contains("1/ms"));
  }

  @Test
  void offersTheRestOfAParameterAfterItsUnit() {
    assertEquals(
        List.of("in", "positive", "not negative", "advanced"), titles("  parameter a = 3 mV "));
  }

  @Test
  void offersReceptorsAfterOnAndStatesAfterReset() {
    assertEquals(List.of("ex"), titles("  on "));
    assertEquals(List.of("v"), titles("  reset "));
  }

  @Test
  void offersNothingInCommentsAndTexts() {
    assertEquals(List.of(), titles("  # par"));
    assertEquals(List.of(), titles("  summary \"par"));
  }

  @Test
  void offersTheKindsOfModelsInAnEmptyText() {
    Reading empty = Reading.of("x.model", "");
    assertEquals(
        List.of("neuron", "synapse", "channel", "modulator"),
        Completions.at(empty, "", 0).stream().map(Completion::title).toList());
  }

  @Test
  void marksEachWordWithItsLookAndTheStateInItsEquation() {
    List<Mark> marks = READING.marks(5);
    assertEquals(Mark.Look.STATE, marks.get(1).look());
    assertEquals(
        "v", MODEL.lines().toList().get(5).substring(marks.get(1).start(), marks.get(1).end()));
    assertTrue(marks.stream().anyMatch(m -> m.look() == Mark.Look.PARAMETER));
    assertTrue(marks.stream().anyMatch(m -> m.look() == Mark.Look.UNIT));
  }
}
