package org.neurarium.circuits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.text.DidYouMean;

/// The document itself.
class CircuitTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void keepsElementsByKindInOrderOfArrival(long seed) {
    Circuit circuit = RandomCircuits.circuit(seed);
    List<Element> shuffled = new ArrayList<>(circuit.elements());
    Collections.shuffle(shuffled, new Random(seed));
    Circuit other = circuit.of(shuffled);
    assertEquals(
        circuit.elements().stream().map(Element::kind).toList(),
        other.elements().stream().map(Element::kind).toList());
    assertEquals(
        shuffled.stream().filter(Projection.class::isInstance).toList(),
        new ArrayList<Element>(other.projections()));
    for (Element e : shuffled) assertEquals(Optional.of(e), other.find(e.id()));
  }

  @Test
  void refusesTheSameIdTwice() {
    Note note = new Note(new ElementId("n"), "n", new Point(0, 0), "", 100);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Circuit("", "", RunSettings.DEFAULT, List.of(note, note)));
  }

  @ParameterizedTest
  @CsvSource({
    "Cortex E,cortex-e",
    "n,n-2",
    "42 cells,cells",
    "Über uns,ber-uns",
    "!!!,part",
    "'  a  b ',a-b"
  })
  void makesFreshIdsFromWishes(String wish, String id) {
    Note note = new Note(new ElementId("n"), "n", new Point(0, 0), "", 100);
    Circuit circuit = new Circuit("", "", RunSettings.DEFAULT, List.of(note));
    assertEquals(id, circuit.freshId(wish).text());
    assertFalse(circuit.contains(circuit.freshId(wish)));
  }

  @ParameterizedTest
  @CsvSource({
    "tau_mm,tau_m",
    "TAU_M,tau_m",
    "tua_m,tau_m",
    "v_th,V_th",
    "E_l,E_L",
    "lif,lif_delta"
  })
  void findsTheWordThatWasMeant(String word, String meant) {
    List<String> words = List.of("tau_m", "V_th", "E_L", "I_e", "lif_delta");
    assertEquals(Optional.of(meant), DidYouMean.nearest(word, words));
  }

  @Test
  void suggestsNothingForWordsThatAreFarAway() {
    assertTrue(DidYouMean.nearest("entirely_different", List.of("tau_m", "V_th")).isEmpty());
    assertTrue(DidYouMean.nearest("", List.of("a")).isEmpty());
    assertEquals(
        "The models are: a1, b2.",
        DidYouMean.hint("xxxxxx", List.of("a1", "b2"), "The models are"));
  }

  @Test
  void keepsEqualValuesEqualInWhateverUnitTheirMissingBoundsAre() {
    var mean = org.neurarium.circuits.units.Quantity.of(1, "mV");
    var infinite = org.neurarium.circuits.units.Quantity.of(Double.POSITIVE_INFINITY, "V");
    var none = org.neurarium.circuits.units.Quantity.of(Double.NEGATIVE_INFINITY, "kV");
    assertEquals(new Value.Normal(mean, mean), new Value.Normal(mean, mean, none, infinite));
  }
}
