package org.neurarium.engine.sense;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.file.EventListCsv;
import org.neurarium.circuits.media.EventTable;
import org.neurarium.circuits.media.Media;
import org.neurarium.circuits.sense.Scene;

/// Reads recordings of event cameras and fits them to a sheet of sources.
public final class Recordings {

  private Recordings() {}

  /// A recording's events as spikes.
  ///
  /// @param times since the first event (ms)
  /// @param sources which source gives each
  public record Spikes(double[] times, int[] sources) {}

  /// Reads the recording of a stimulus; empty, with a problem, where there is none to be had. Blocks.
  public static Optional<Spikes> read(
      Stimulus s,
      Signal.Sense sense,
      Scene.EventFile from,
      DataFiles files,
      List<Problem> problems) {
    EventTable events;
    if (from.file().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      EventListCsv.Result read = EventListCsv.read(from.file(), files);
      read.problems().forEach(p -> problems.add(concerning(s, p)));
      events = read.events();
    } else {
      Media.Result<EventTable> read = Media.events(from.file(), files, from.width(), from.height());
      read.problems().forEach(p -> problems.add(concerning(s, p)));
      if (read.value().isEmpty()) return Optional.empty();
      events = read.value().get();
    }
    if (problems.stream().anyMatch(Problem::isError)) return Optional.empty();
    return Optional.of(fit(s, sense, from, events, problems));
  }

  private static Spikes fit(
      Stimulus s,
      Signal.Sense sense,
      Scene.EventFile from,
      EventTable events,
      List<Problem> problems) {
    int places = sense.columns() * sense.rows();
    double first = Double.POSITIVE_INFINITY;
    for (double time : events.times()) first = Math.min(first, time);
    double[] times = new double[events.size()];
    int[] sources = new int[events.size()];
    int kept = 0;
    for (int k = 0; k < events.size(); k++) {
      if (events.x()[k] >= from.width() || events.y()[k] >= from.height()) continue;
      int column = (int) ((long) events.x()[k] * sense.columns() / from.width());
      int row = (int) ((long) events.y()[k] * sense.rows() / from.height());
      times[kept] = events.times()[k] - first;
      sources[kept++] = (events.on()[k] ? 0 : places) + row * sense.columns() + column;
    }
    if (kept < events.size())
      problems.add(
          Problem.warning(
              Place.in(s.id(), "width"),
              events.size()
                  - kept
                  + " events of "
                  + from.file()
                  + " lie outside a sensor of "
                  + from.width()
                  + " x "
                  + from.height()
                  + " pixels",
              "They are left out; give the size of the camera's sensor."));
    return new Spikes(java.util.Arrays.copyOf(times, kept), java.util.Arrays.copyOf(sources, kept));
  }

  private static Problem concerning(Stimulus s, Problem problem) {
    return problem.at(problem.place().concerning(Place.in(s.id(), "file")));
  }
}
