package org.neurarium.circuits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which neurons are meant.
class NeuronSelectionTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void readsBackWhatItPrintsAndGivesEachNeuronOnce(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1000; i++) {
      List<NeuronSelection.Range> ranges = new ArrayList<>();
      TreeSet<Integer> meant = new TreeSet<>();
      int size = random.nextInt(1, 60);
      for (int n = random.nextInt(1, 5); n > 0; n--) {
        int first = random.nextInt(60);
        int last = first + random.nextInt(5);
        ranges.add(new NeuronSelection.Range(first, last));
        for (int neuron = first; neuron <= last && neuron < size; neuron++) meant.add(neuron);
      }
      NeuronSelection selection = new NeuronSelection(ranges);
      assertEquals(Optional.of(selection), NeuronSelection.parse(selection.toString()));
      int[] indices = selection.indices(size);
      assertEquals(meant.size(), indices.length);
      for (int neuron : indices) assertTrue(meant.contains(neuron));
    }
  }

  @Test
  void meansAllWhenNothingIsChosen() {
    assertArrayEquals(new int[] {0, 1, 2}, NeuronSelection.ALL.indices(3));
    assertEquals(Optional.of(NeuronSelection.ALL), NeuronSelection.parse(" ALL "));
    assertEquals("all", NeuronSelection.ALL.toString());
    assertArrayEquals(new int[] {0, 1}, NeuronSelection.first(2).indices(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "5-2", "1-2-3", "a", "1,,2", "99999999999", "1.5", "1-"})
  void takesNothingElse(String text) {
    assertEquals(Optional.empty(), NeuronSelection.parse(text));
  }

  @Test
  void keepsTheOrderWrittenAndEndsWithThePopulation() {
    assertArrayEquals(
        new int[] {5, 0, 1},
        NeuronSelection.parse("5, 0–1, 5, 2147483646-2147483647").orElseThrow().indices(6));
  }
}
