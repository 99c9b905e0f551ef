package org.neurarium.app.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.neurarium.app.cells.TreeLayout.Limb;
import org.neurarium.circuits.language.ModelReader;
import org.neurarium.circuits.model.CellModel;

class TreeLayoutTest {

  private static final String TEXT =
      """
      cell tree "Tree"
        compartment soma                length 20 um  diameter 20 um
        compartment axon     on soma    length 50 um  diameter 1 um
        compartment basal_1  on soma    length 150 um diameter 1 um
        compartment basal_2  on soma    length 150 um diameter 1 um
        compartment trunk    on soma    length 400 um diameter 3 um
        compartment oblique  on trunk   length 100 um diameter 1 um
        compartment tuft_1   on trunk   length 200 um diameter 1 um
        compartment tuft_2   on trunk   length 200 um diameter 1 um
        insert leak in all
      """;

  private final TreeLayout layout =
      TreeLayout.of((CellModel) ModelReader.read("tree.model", TEXT).model().orElseThrow());

  private Limb limb(String id) {
    return layout.limb(id).orElseThrow();
  }

  @Test
  void apicalDendritesGoUpBasalOnesAndTheAxonDown() {
    for (String id : new String[] {"trunk", "tuft_1", "tuft_2"})
      assertTrue(limb(id).y1() < limb(id).y0(), id);
    for (String id : new String[] {"axon", "basal_1", "basal_2"})
      assertTrue(limb(id).y1() > limb(id).y0(), id);
    assertTrue(Math.abs(limb("oblique").x1()) > 3, "an oblique goes to the side");
  }

  @Test
  void everyBranchBeginsWhereItsParentEnds() {
    for (Limb l : layout.limbs())
      l.compartment()
          .parent()
          .ifPresent(p -> {
            assertEquals(limb(p).x1(), l.x0(), 1e-12);
            assertEquals(limb(p).y1(), l.y0(), 1e-12);
          });
  }

  @Test
  void branchesDoNotLieOnEachOther() {
    for (Limb a : layout.limbs())
      for (Limb b : layout.limbs())
        if (a != b && !a.isRoot() && !b.isRoot())
          assertTrue(
              Math.hypot(a.xAt(0.7) - b.xAt(0.7), a.yAt(0.7) - b.yAt(0.7)) > 1,
              a.compartment().id() + " and " + b.compartment().id());
  }

  @Test
  void theBranchUnderTheMouseIsFound() {
    Limb tuft = limb("tuft_2");
    assertEquals(
        "tuft_2",
        layout.nearest(tuft.xAt(0.8) + 0.2, tuft.yAt(0.8), 1).orElseThrow().compartment().id());
    assertTrue(layout.nearest(1000, 1000, 1).isEmpty());
  }
}
