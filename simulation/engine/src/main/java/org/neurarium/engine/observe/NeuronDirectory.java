package org.neurarium.engine.observe;

import java.util.List;
import org.neurarium.circuits.ElementId;

/// Numbers all neurons and sources of a network: those of one element stand together, elements in the circuit's order.
public final class NeuronDirectory {

  /// One element's part.
  ///
  /// @param element a population or stimulus
  /// @param first number of its neuron 0
  /// @param size how many
  public record Entry(ElementId element, int first, int size) {}

  private final List<Entry> entries;
  private final int[] firsts;
  private final int size;

  /// @param entries adjoining, from 0 on
  public NeuronDirectory(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    firsts = new int[entries.size()];
    int next = 0;
    for (int i = 0; i < firsts.length; i++) {
      if (entries.get(i).first() != next)
        throw new IllegalArgumentException("entries adjoin: " + entries);
      firsts[i] = next;
      next += entries.get(i).size();
    }
    size = next;
  }

  public List<Entry> entries() {
    return entries;
  }

  /// How many neurons and sources in all.
  public int size() {
    return size;
  }

  /// The index in [#entries()] of the element that holds a neuron.
  public int entryOf(int neuron) {
    int found = java.util.Arrays.binarySearch(firsts, neuron);
    int at = found >= 0 ? found : -found - 2;
    // Elements are never empty, but equal firsts would make the search ambiguous; take the last.
    while (at + 1 < firsts.length && firsts[at + 1] == neuron) at++;
    return at;
  }

  /// The entry of an element, if it is in this network.
  public java.util.Optional<Entry> entry(ElementId element) {
    return entries.stream().filter(e -> e.element().equals(element)).findFirst();
  }
}
