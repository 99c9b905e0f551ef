package org.neurarium.circuits.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.model.ModelLanguage.Reading;

/// Remembers what was read lately, so that a text is read once and not with every edit of its circuit. Any thread.
final class ReadModels {

  private static final int KEPT = 512;

  private final ModelLanguage language;

  // Guarded by itself; in the order of use.
  private final Map<OwnModel, Reading> lately =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<OwnModel, Reading> eldest) {
          return size() > KEPT;
        }
      };

  ReadModels(ModelLanguage language) {
    this.language = language;
  }

  /// What a file says. A model whose text gives it another name than its file is a mistake: two names would lead to it.
  Reading read(OwnModel own) {
    synchronized (lately) {
      Reading known = lately.get(own);
      if (known != null) return known;
    }
    Reading reading = named(own, language.read(own.file(), own.text()));
    synchronized (lately) {
      lately.put(own, reading);
    }
    return reading;
  }

  private static Reading named(OwnModel own, Reading reading) {
    if (reading.model().isEmpty() || reading.model().get().id().equals(own.id())) return reading;
    Problem otherName =
        Problem.error(
                Place.at(own.file(), 1, 0, ""),
                "The model in "
                    + own.file()
                    + " is called '"
                    + reading.model().get().id()
                    + "' in its first line",
                "Write '" + own.id() + "' there, or give the model that name.")
            .fixedBy(
                new Edit.ChangeModel("Call it " + own.id(), own.id(), own.namedInside().text()));
    return new Reading(
        Optional.empty(),
        java.util.stream.Stream.concat(
                reading.problems().stream(), java.util.stream.Stream.of(otherName))
            .toList());
  }
}
