package org.neurarium.app.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.language.ModelReader;
import org.neurarium.circuits.language.Reading;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.units.Quantity;

class CellTextTest {

  private static final String TEXT =
      """
      cell my_cell "My cell"
        # a comment that stays
        membrane     C_m = 1 uF/cm^2, R_a = 150 Ohm*cm
        compartment  soma            length 20 um  diameter 20 um
        compartment  trunk on soma   length 200 um diameter 3 um segments 4   # thick
        compartment  left  on trunk  length 100 um diameter 1 um
        compartment  right on trunk  length 80 um  diameter 1 um
        insert leak in all
        insert na_hh in soma, left  g = 120 mS/cm^2
        insert ca_hva in right
        spike when soma.v >= -20 mV
      """;

  private static CellModel read(String text) {
    Reading reading = ModelReader.read("my_cell.model", text);
    assertEquals(List.of(), reading.problems());
    return (CellModel) reading.model().orElseThrow();
  }

  private static Compartment of(CellModel cell, String id) {
    return cell.compartment(id).orElseThrow();
  }

  @Test
  void anotherLengthChangesOneLineAndKeepsItsComment() {
    CellModel cell = read(TEXT);
    String text = new CellText(cell).with(of(cell, "trunk").ofLength(Quantity.of(350, "um")));
    assertEquals(Quantity.of(350, "um"), of(read(text), "trunk").length());
    assertEquals(4, of(read(text), "trunk").segments());
    assertTrue(text.contains("# thick"));
    assertTrue(text.contains("# a comment that stays"));
    List<String> before = List.of(TEXT.split("\n"));
    List<String> after = List.of(text.split("\n"));
    assertEquals(before.size(), after.size());
    for (int k = 0; k < before.size(); k++)
      if (!before.get(k).contains("trunk on soma")) assertEquals(before.get(k), after.get(k));
  }

  @Test
  void aDrawnBranchStandsBehindTheOthers() {
    CellModel cell = read(TEXT);
    Compartment added =
        new Compartment(
            new CellText(cell).freshName("left"),
            Optional.of("trunk"),
            Quantity.of(60, "um"),
            Quantity.of(0.8, "um"),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Span.NONE);
    CellModel grown = read(new CellText(cell).and(added, _ -> true));
    assertEquals("left_2", grown.compartments().getLast().id());
    assertEquals(Optional.of("trunk"), grown.compartments().getLast().parent());
    assertEquals(cell.insertions().size(), grown.insertions().size());
  }

  @Test
  void aDrawnBranchHasTheChannelsThatItInherits() {
    CellModel cell = read(TEXT);
    Compartment added =
        new Compartment(
            "tip",
            Optional.of("left"),
            Quantity.of(60, "um"),
            Quantity.of(0.8, "um"),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Span.NONE);
    CellModel with = read(new CellText(cell).and(added, _ -> true));
    assertEquals(List.of("soma", "left", "tip"), with.insertions().get(1).compartments());
    CellModel without = read(new CellText(cell).and(added, c -> !c.equals("na_hh")));
    assertEquals(List.of("soma", "left"), without.insertions().get(1).compartments());
    assertTrue(with.insertions().getFirst().compartments().isEmpty(), "what is in all stays so");
  }

  @Test
  void takingABranchAwayTakesWhatHangsOnItAndItsNameInInsertions() {
    CellModel cell = read(TEXT);
    CellModel pruned = read(new CellText(cell).without("left"));
    assertEquals(
        List.of("soma", "trunk", "right"),
        pruned.compartments().stream().map(Compartment::id).toList());
    assertEquals(List.of("soma"), pruned.insertions().get(1).compartments());
    CellModel bare = read(new CellText(cell).without("trunk"));
    assertEquals(List.of("soma"), bare.compartments().stream().map(Compartment::id).toList());
    assertTrue(bare.insertions().stream().noneMatch(i -> i.channel().equals("ca_hva")));
  }

  @Test
  void theRootCannotBeTakenAway() {
    CellModel cell = read(TEXT);
    assertEquals(TEXT, new CellText(cell).without("soma"));
  }

  @Test
  void aChannelsValueInOneCompartmentLeavesTheOthersAlone() {
    CellModel cell = read(TEXT);
    String text =
        new CellText(cell).withChannel("left", "na_hh", Map.of("g", Quantity.of(60, "mS/cm^2")));
    CellModel changed = read(text);
    assertEquals("left", changed.insertions().getLast().compartments().getFirst());
    assertTrue(changed.insertions().get(1).isIn("soma"));
    assertTrue(text.contains("60 mS/cm^2"));
    String again =
        new CellText(changed).withChannel("left", "na_hh", Map.of("g", Quantity.of(70, "mS/cm^2")));
    assertEquals(changed.insertions().size(), read(again).insertions().size());
    assertFalse(again.contains("60 mS/cm^2"));
  }

  @Test
  void aChannelTakenOutOfOneCompartmentStaysInTheOthers() {
    CellModel cell = read(TEXT);
    CellModel changed = read(new CellText(cell).withoutChannel("right", "leak"));
    assertEquals(List.of("soma", "trunk", "left"), changed.insertions().getFirst().compartments());
    CellModel none = read(new CellText(cell).withoutChannel("right", "ca_hva"));
    assertTrue(none.insertions().stream().noneMatch(i -> i.channel().equals("ca_hva")));
  }
}
