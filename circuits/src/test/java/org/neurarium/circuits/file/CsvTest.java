package org.neurarium.circuits.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.units.Unit;

/// Lists of spikes and connections as people export them.
class CsvTest {

  private static SpikeListCsv.Result spikes(String text) {
    return SpikeListCsv.read("spikes.csv", _ -> new StringReader(text));
  }

  private static ConnectionListCsv.Result connections(String text) {
    return ConnectionListCsv.read("c.csv", _ -> new StringReader(text));
  }

  private static List<String> said(List<org.neurarium.circuits.Problem> problems) {
    return problems.stream().map(p -> p.place() + ": " + p.sentence()).toList();
  }

  @Test
  void readsSpikesWithHeaderInAnyOrderOfColumns() {
    SpikeListCsv.Result result = spikes("source,t_ms\n3,12.5\n0,1e1\n");
    assertEquals(List.of(), result.problems());
    assertArrayEquals(new double[] {12.5, 10}, result.spikes().times());
    assertArrayEquals(new int[] {3, 0}, result.spikes().sources());
  }

  @Test
  void takesTimesInOtherUnits() {
    assertArrayEquals(new double[] {1500}, spikes("t_s;source\r\n1,5;0\r\n").spikes().times());
  }

  @Test
  void readsBareTimesAsOneSource() {
    SpikeListCsv.Result result = spikes("\uFEFF# a recording\n\n 1.5 \n+2\n.25");
    assertEquals(List.of(), result.problems());
    assertArrayEquals(new double[] {1.5, 2, 0.25}, result.spikes().times());
    assertArrayEquals(new int[3], result.spikes().sources());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source,target,weight_pA,delay_ms\n1,2,0.5,1.5",
        "1;2;0,5;1,5",
        "1\t2\t0.5\t1,5",
        "\"1\",\"2\",\"0.5\",\"1.5\",,"
      })
  void readsConnectionsWithAnySeparator(String text) {
    ConnectionListCsv.Result result = connections(text);
    assertEquals(List.of(), result.problems());
    assertArrayEquals(new int[] {1}, result.connections().sources());
    assertArrayEquals(new int[] {2}, result.connections().targets());
    assertArrayEquals(new double[] {0.5}, result.connections().weights());
    assertArrayEquals(new double[] {1.5}, result.connections().delays());
  }

  @Test
  void tellsUnitsAndMissingColumns() {
    ConnectionTable table = connections("target,source,weight_nS\n1,2,3\n").connections();
    assertEquals(Unit.NANOSIEMENS, table.weightUnit());
    assertEquals(Unit.MILLISECOND, table.delayUnit());
    assertNull(table.delays());
    assertArrayEquals(new int[] {2}, table.sources());
    assertNull(connections("0,1").connections().weights());
  }

  @Test
  void keepsGoodRowsAndNamesTheBadOnes() {
    SpikeListCsv.Result result =
        spikes("t_ms,source\n1,0\nx,0\n2,-1\n-3,0\n4\n5,1.5\nNaN,0\n1e999,0\n6,1\n");
    assertArrayEquals(new double[] {1, 6}, result.spikes().times());
    assertEquals(
        List.of(
            "spikes.csv:3:1: 'x' is not a time",
            "spikes.csv:4:3: '-1' is not a source",
            "spikes.csv:5:1: A spike cannot come before the start",
            "spikes.csv:6:1: This row has 1 cell, and 2 are expected",
            "spikes.csv:7:3: '1.5' is not a source",
            "spikes.csv:8:1: 'NaN' is not a time",
            "spikes.csv:9:1: '1e999' is not a time"),
        said(result.problems()));
  }

  @Test
  void countsProblemsBeyondTheFirstTwenty() {
    SpikeListCsv.Result result = spikes("t_ms\n" + "bad\n".repeat(500));
    assertEquals(21, result.problems().size());
    assertEquals("and 480 more problems of this kind", result.problems().getLast().sentence());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time,source\n1,2",
        "t_mV,source\n1,2",
        "t_mss\n1",
        "t_ms,t_s\n1,1",
        "source\n1",
        ",\n1,1",
        ""
      })
  void refusesHeadersThatMeanSomethingElse(String text) {
    SpikeListCsv.Result result = spikes(text);
    assertEquals(1, result.problems().size(), result.problems().toString());
    assertEquals(0, result.spikes().size());
  }

  @Test
  void suggestsTheColumnThatWasMeant() {
    assertEquals(
        "Did you mean 'source'?", connections("sorce,target\n1,2").problems().getFirst().hint());
  }

  @Test
  void refusesDelaysThatAreNotAboveZero() {
    ConnectionListCsv.Result result = connections("source,target,delay_ms\n0,0,0\n0,0,1\n");
    assertEquals(List.of("c.csv:2:5: A delay is above 0"), said(result.problems()));
    assertEquals(1, result.connections().size());
  }

  @Test
  void saysThatAFileIsMissingOrOutside() {
    assertTrue(
        SpikeListCsv.read("no.csv", DataFiles.NONE)
            .problems()
            .getFirst()
            .sentence()
            .contains("There is no file 'no.csv'"));
    for (String name :
        List.of("../a.csv", "/etc/passwd", "a/../../b", "C:\\a.csv", "", "a//b", "nul\u0000"))
      assertTrue(
          SpikeListCsv.read(name, DataFiles.NONE)
              .problems()
              .getFirst()
              .sentence()
              .endsWith("inside the project's folder"),
          name);
  }

  @Test
  void survivesEndlessLines() {
    SpikeListCsv.Result result = spikes("1\n" + "9".repeat(5_000_000) + "\n2\n");
    assertArrayEquals(new double[] {1, 2}, result.spikes().times());
    assertEquals(1, result.problems().size());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void readsEveryNumberAsTheLibraryDoes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      String text =
          switch (i % 4) {
            case 0 -> Double.toString(Double.longBitsToDouble(random.nextLong()));
            case 1 -> Double.toString(random.nextInt(1_000_000) / 1000.0);
            case 2 -> String.format(Locale.ROOT, "%.20f", random.nextDouble());
            default -> random.nextLong() + "e" + random.nextInt(-40, 40);
          };
      if (!text.matches("[-0-9.eE]+")) continue;
      double expected = Double.parseDouble(text);
      assertEquals(expected, Decimals.parse(text.toCharArray(), 0, text.length(), false), text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "e5", "1e", "1e+", "1.2.3", "0x10", "1d", "1 2", "Infinity", "1,5"})
  void takesNothingElseForANumber(String text) {
    assertTrue(Double.isNaN(Decimals.parse(text.toCharArray(), 0, text.length(), false)), text);
  }

  @Test
  void readsAMillionRowsWithoutAnObjectForEach() {
    StringBuilder text = new StringBuilder("source,target,weight_pA\n");
    for (int i = 0; i < 1_000_000; i++)
      text.append(i % 1000).append(',').append(i / 1000).append(",0.25\n");
    ConnectionTable table = connections(text.toString()).connections();
    assertEquals(1_000_000, table.size());
    assertEquals(999, table.targets()[999_999]);
  }
}
