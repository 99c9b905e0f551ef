package org.neurarium.circuits.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.cell.SwcImport.Cut;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.CellModel.Role;
import org.neurarium.circuits.units.Quantity;

@DisplayName("A drawing in SWC format")
class SwcTest {

  /// A soma of one point, a straight basal dendrite of three points, an axon.
  private static final String SIMPLE =
      """
      # made by hand
      1 1 0 0 0 10 -1
      2 3 0 -10 0 1 1
      3 3 0 -60 0 1 2
      4 3 0 -110 0 1 3
      5 2 10 0 0 0.5 1   # an axon
      6 2 110 0 0 0.5 5
      """;

  /// An apical tree: a trunk with an oblique that splits into two tuft branches of like size.
  private static final String TREE =
      """
      1 1 0 0 0 10 -1
      2 4 0 10 0 2 1
      3 4 0 110 0 2 2
      4 4 50 110 0 0.5 3
      5 4 0 310 0 2 3
      6 4 -100 410 0 1 5
      7 4 100 410 0 1 5
      8 4 150 500 0 0.8 7
      """;

  private static CellModel cell(String swc, Cut cut) {
    SwcImport.Imported made = SwcImport.of("drawn", "drawn.swc", swc, cut);
    return Cells.read(
        made.text().orElseThrow(() -> new AssertionError(made.problems().toString())));
  }

  private static double um(Quantity length) {
    return length.engineValue();
  }

  @Test
  void becomesACellThatFitsItsChannels() {
    SwcImport.Imported made = SwcImport.of("drawn", "drawn.swc", SIMPLE, Cut.Lambda.STANDARD);
    assertEquals(List.of(), made.problems());
    assertEquals(List.of(), Cells.problems(made.text().orElseThrow()));
    assertEquals(
        List.of("soma", "basal", "axon"),
        cell(SIMPLE, Cut.Lambda.STANDARD).compartments().stream().map(Compartment::id).toList());
  }

  @Test
  void keepsLengthAndDiameterOfACylinder() {
    Compartment basal = cell(SIMPLE, Cut.Lambda.STANDARD).compartment("basal").orElseThrow();
    assertEquals(100, um(basal.length()), 1e-6);
    assertEquals(2, um(basal.diameter()), 1e-6);
    Compartment soma = cell(SIMPLE, Cut.Lambda.STANDARD).compartment("soma").orElseThrow();
    assertEquals(20, um(soma.length()), 1e-6);
    assertEquals(20, um(soma.diameter()), 1e-6);
  }

  @Test
  void keepsAreaAndAxialResistanceOfAConeThatTapers() {
    StringBuilder swc = new StringBuilder("1 1 0 0 0 10 -1\n");
    double area = 0;
    double resistance = 0;
    for (int k = 0; k <= 50; k++) {
      double radius = 2 - 0.03 * k;
      swc.append(k + 2).append(" 3 ").append(10 + 4 * k).append(" 0 0 ").append(radius);
      swc.append(' ').append(k + 1).append('\n');
      if (k == 0) continue;
      area += Math.PI * (2 * radius + 0.03) * Math.hypot(4, 0.03);
      resistance += 4 / (Math.PI * radius * (radius + 0.03));
    }
    Compartment c = cell(swc.toString(), Cut.Lambda.STANDARD).compartment("basal").orElseThrow();
    double length = um(c.length());
    double diameter = um(c.diameter());
    assertEquals(1, Math.PI * diameter * length / area, 1e-3);
    assertEquals(1, 4 * length / (Math.PI * diameter * diameter) / resistance, 1e-3);
  }

  @Test
  void aSomaOfThreePointsIsTheSphereThatTheyStandFor() {
    String three =
        """
        1 1 0 0 0 8 -1
        2 1 0 -8 0 8 1
        3 1 0 8 0 8 1
        4 3 8 0 0 1 1
        5 3 58 0 0 1 4
        """;
    Compartment soma = cell(three, Cut.Lambda.STANDARD).compartment("soma").orElseThrow();
    assertEquals(16, um(soma.diameter()), 1e-6);
    assertEquals(16, um(soma.length()), 1e-6);
  }

  @Test
  void aBranchBeginsAsThickAsItsOwnFirstPoint() {
    Compartment oblique = cell(TREE, Cut.Lambda.STANDARD).compartment("oblique").orElseThrow();
    assertEquals(50, um(oblique.length()), 1e-6);
    assertEquals(1, um(oblique.diameter()), 1e-6);
  }

  @Test
  void trunkObliqueAndTuftAreToldApart() {
    CellModel cell = cell(TREE, Cut.Lambda.STANDARD);
    assertEquals(
        "soma trunk_1 oblique trunk_2 tuft_1 tuft_2",
        cell.compartments().stream().map(Compartment::id).collect(Collectors.joining(" ")));
    assertEquals("trunk_2", cell.compartment("tuft_2").orElseThrow().parent().orElseThrow());
    assertEquals(Role.OBLIQUE, cell.compartment("oblique").orElseThrow().role());
  }

  @ParameterizedTest(name = "{0} of a length constant at {1} Hz")
  @CsvSource({"0.1, 100", "0.05, 100", "0.1, 500", "0.02, 50"})
  void segmentsAreNoLongerThanAPartOfTheLengthConstant(double part, double frequency) {
    CellModel cell = cell(TREE, new Cut.Lambda(part, Quantity.of(frequency, "Hz")));
    for (Compartment c : cell.compartments()) {
      if (c.parent().isEmpty()) continue;
      // NEURON's lambda_f with R_a in Ohm cm and C_m in uF/cm2.
      double lambda = 1e5 * Math.sqrt(um(c.diameter()) / (4 * Math.PI * frequency * 150 * 1));
      assertTrue(um(c.length()) / c.segments() <= part * lambda * (1 + 1e-6), c.toString());
      assertEquals(1, c.segments() % 2, "odd");
      if (c.segments() > 2)
        assertTrue(um(c.length()) / (c.segments() - 2) > part * lambda, "no more than needed");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 10, 25, 100})
  void isCutIntoANumberOfSegments(int wanted) {
    int segments =
        cell(TREE, new Cut.Total(wanted)).compartments().stream()
            .mapToInt(Compartment::segments)
            .sum();
    assertTrue(segments <= wanted && segments >= wanted - 4, "" + segments);
  }

  @Test
  void hasASegmentForEachStretchAtLeast() {
    SwcImport.Imported made = SwcImport.of("drawn", "drawn.swc", TREE, new Cut.Total(3));
    assertEquals(6, Cells.read(made.text().orElseThrow()).compartments().size());
    assertEquals(
        "The neuron has 6 unbranched stretches, so it cannot have 3 segments",
        made.problems().getFirst().sentence());
  }

  @Test
  void pointsMayComeInAnyOrder() {
    String reversed =
        SIMPLE
            .lines()
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toList(), l -> String.join("\n", l.reversed())));
    assertEquals(3, cell(reversed, Cut.Lambda.STANDARD).compartments().size());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1 1 0 0 0 10 | A point has 7 numbers, here are 6 | 1 | 1",
        "1 1 0 0 0 10 -1;2 3 0 a 0 1 1 | The y is no number: 'a' | 2 | 7",
        "1 1 0 0 0 10 -1;2 3 0 5 0 0 1 | The radius of point 2 has to be above 0 | 2 | 11",
        "1 1 0 0 0 10 -1;2 3 0 5 0 -1 1 | The radius of point 2 has to be above 0 | 2 | 11",
        "1 1 0 0 0 10 -1;1 3 0 5 0 1 1 | There is a second point 1; the first is in line 1 | 2 | 1",
        "1 1 0 0 0 10 -1;2 3 0 5 0 1 7 | Point 2 is joined to point 7, which is not there | 2 | 13",
        "1 1 0 0 0 10 -1;2 3 0 5 0 1 -1 | Point 2 is a second root; the first is in line 1 | 2 |"
            + " 13",
        "1 1 0 0 0 10 -1;2 3 0 5 0 1 3;3 3 0 9 0 1 2 | Point 2 goes round in a circle and does not"
            + " lead to a root | 2 | 13",
        "1 1 0 0 0 10 1 | Point 1 goes round in a circle and does not lead to a root | 1 | 14",
        "1 1.5 0 0 0 10 -1 | The kind is no whole number: '1.5' | 1 | 3",
        "# nothing | There is no point in this file | 1 | 1",
      })
  void tellsWhatIsWrongAtLineAndColumn(String swc, String sentence, int line, int column) {
    Swc.Reading read = Swc.read("bad.swc", swc.replace(";", "\n"));
    assertTrue(read.morphology().isEmpty());
    assertEquals(sentence, read.problems().getFirst().sentence());
    assertEquals(line, read.problems().getFirst().place().line());
    assertEquals(column, read.problems().getFirst().place().column());
    assertTrue(read.problems().getFirst().hint().endsWith("."));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyTextGivesAnAnswer(long seed) {
    Random random = new Random(seed);
    String letters = "0123456789 -.\n#eNa";
    for (int k = 0; k < 200; k++) {
      String text =
          random
              .ints(random.nextInt(120), 0, letters.length())
              .mapToObj(i -> letters.substring(i, i + 1))
              .collect(Collectors.joining());
      Swc.Reading read = Swc.read("any.swc", text);
      assertTrue(read.morphology().isPresent() || !read.problems().isEmpty(), text);
    }
  }

  @Test
  void aLongChainIsReadToItsEnd() {
    StringBuilder swc = new StringBuilder("1 1 0 0 0 10 -1\n");
    for (int k = 2; k < 50_000; k++)
      swc.append(k).append(" 3 ").append(0.01 * k).append(" 0 0 1 ").append(k - 1).append('\n');
    assertEquals(2, cell(swc.toString(), Cut.Lambda.STANDARD).compartments().size());
  }
}
