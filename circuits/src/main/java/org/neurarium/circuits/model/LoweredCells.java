package org.neurarium.circuits.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.model.CellModel.Insertion;
import org.neurarium.circuits.model.ModelLanguage.Reading;

/// Remembers what cells and their channels gave, so that a cell is made once and stays the same object while neither it nor its channels change. Any thread.
final class LoweredCells {

  private static final int KEPT = 64;

  private final ModelLanguage language;

  // Guarded by itself; in the order of use.
  private final Map<Parts, Reading> lately =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Parts, Reading> eldest) {
          return size() > KEPT;
        }
      };

  LoweredCells(ModelLanguage language) {
    this.language = language;
  }

  /// A cell and its channels, each the very same object.
  private record Parts(List<@Nullable Object> models) {

    @Override
    public boolean equals(@Nullable Object other) {
      if (!(other instanceof Parts p) || p.models.size() != models.size()) return false;
      for (int k = 0; k < models.size(); k++) if (models.get(k) != p.models.get(k)) return false;
      return true;
    }

    @Override
    public int hashCode() {
      int hash = 0;
      for (Object model : models) hash = 31 * hash + System.identityHashCode(model);
      return hash;
    }
  }

  /// The neuron model of a cell, or why there is none.
  ///
  /// @param channels those in force
  /// @param known their ids
  Reading lower(
      CellModel cell, Function<String, Optional<ChannelModel>> channels, List<String> known) {
    List<@Nullable Object> models = new ArrayList<>();
    models.add(cell);
    for (Insertion i : cell.insertions()) models.add(channels.apply(i.channel()).orElse(null));
    Parts parts = new Parts(models);
    synchronized (lately) {
      Reading lowered = lately.get(parts);
      if (lowered == null) {
        lowered = language.lower(cell, channels, known);
        lately.put(parts, lowered);
      }
      return lowered;
    }
  }
}
