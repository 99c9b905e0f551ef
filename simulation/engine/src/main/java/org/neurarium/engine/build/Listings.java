package org.neurarium.engine.build;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.file.ConnectionListCsv;
import org.neurarium.circuits.file.ConnectionTable;
import org.neurarium.circuits.file.SpikeListCsv;
import org.neurarium.circuits.file.SpikeTable;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.network.RunningSpikeList;
import org.neurarium.engine.network.Window;
import org.neurarium.engine.sense.Recordings;

/// Reads a circuit's lists and fits them to its elements. What does not fit becomes a problem.
final class Listings {

  private final DataFiles files;
  private final double dt;
  private final List<Problem> problems;
  private final Map<String, ConnectionListCsv.Result> connections = new HashMap<>();

  /// @param dt length of a step (ms)
  /// @param problems receives what is wrong
  Listings(DataFiles files, double dt, List<Problem> problems) {
    this.files = files;
    this.dt = dt;
    this.problems = problems;
  }

  /// The connections of a projection.
  ///
  /// @param unit of the receptor's weights, which a column without a unit has
  ConnectionRows connections(String file, Projection p, int sources, int targets, Unit unit) {
    ConnectionListCsv.Result read =
        connections.computeIfAbsent(file, name -> ConnectionListCsv.read(name, files));
    problems.addAll(read.problems());
    ConnectionTable table = read.connections();
    Place place = Place.in(p.id(), "wiring");
    for (int k = 0; k < table.size(); k++)
      if (table.sources()[k] >= sources || table.targets()[k] >= targets) {
        problems.add(
            Problem.error(
                place,
                file
                    + " connects "
                    + table.sources()[k]
                    + " to "
                    + table.targets()[k]
                    + ", but there are "
                    + sources
                    + " sources and "
                    + targets
                    + " targets, counted from 0",
                "Make the populations larger, or choose another list."));
        return new ConnectionRows(sources, new int[0], new int[0], null, null);
      }
    double[] weights = table.weights();
    if (weights != null && table.weightUnit().dimension().equals(Dimension.NONE))
      weights = scaled(weights, unit);
    else if (weights != null && table.weightUnit().dimension().equals(unit.dimension()))
      weights = scaled(weights, table.weightUnit());
    else if (weights != null) {
      problems.add(
          Problem.error(
              place,
              file
                  + " gives weights in "
                  + table.weightUnit()
                  + ", but the receptor "
                  + p.receptor()
                  + " takes "
                  + unit,
              "Change the column's unit, or the receptor."));
      weights = null;
    }
    double[] delays = table.delays();
    if (delays != null) {
      delays = scaled(delays, table.delayUnit());
      checkDelays(file, delays, place);
    }
    return new ConnectionRows(sources, table.sources(), table.targets(), weights, delays);
  }

  private void checkDelays(String file, double[] delays, Place place) {
    double shortest = dt * (1 - 1e-9);
    double longest = dt * Projection.LONGEST_DELAY * (1 + 1e-9);
    OptionalDouble wrong =
        Arrays.stream(delays).filter(d -> d < shortest || d > longest).findFirst();
    if (wrong.isEmpty()) return;
    boolean isShort = wrong.getAsDouble() < shortest;
    problems.add(
        Problem.error(
            place,
            file
                + " gives a delay of "
                + Quantity.of(wrong.getAsDouble(), "ms")
                + (isShort
                    ? ", shorter than the time step of " + Quantity.of(dt, "ms")
                    : ", longer than the "
                        + Quantity.of(dt * Projection.LONGEST_DELAY, "ms")
                        + " that can be kept at this time step"),
            isShort
                ? "A spike takes at least one step: make the time step shorter, or the delay longer."
                : "Take a shorter delay, or a longer time step."));
  }

  private static double[] scaled(double[] values, Unit unit) {
    return Arrays.stream(values).map(v -> v * unit.scale()).toArray();
  }

  /// The spikes of a stimulus.
  RunningSpikeList spikes(String file, Stimulus s) {
    SpikeListCsv.Result read = SpikeListCsv.read(file, files);
    problems.addAll(read.problems());
    SpikeTable table = read.spikes();
    int beyond = (int) Arrays.stream(table.sources()).filter(k -> k >= s.size()).count();
    if (beyond > 0)
      problems.add(
          Problem.warning(
              Place.in(s.id(), "size"),
              s.name()
                  + " has "
                  + s.size()
                  + " sources, and "
                  + beyond
                  + " spikes of "
                  + file
                  + " are of others",
              "They are left out; enlarge it to hear them."));
    return play(s, 0, table.times(), table.sources());
  }

  /// The events of a recording, the first at the stimulus's start.
  Optional<RunningSpikeList> events(Stimulus s, Signal.Sense sense, Scene.EventFile from) {
    return Recordings.read(s, sense, from, files, problems)
        .map(spikes -> play(s, s.start().engineValue(), spikes.times(), spikes.sources()));
  }

  /// @param zero what the times count from (ms)
  private RunningSpikeList play(Stimulus s, double zero, double[] times, int[] sources) {
    long[] points =
        Arrays.stream(times).mapToLong(t -> Window.firstPointFrom(zero + t, dt)).toArray();
    int[] order =
        IntStream.range(0, points.length)
            .filter(k -> sources[k] < s.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(k -> points[k]).thenComparingInt(k -> sources[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new RunningSpikeList(
        s.id(),
        Arrays.stream(order).mapToLong(k -> points[k]).toArray(),
        Arrays.stream(order).map(k -> sources[k]).toArray(),
        Window.firstPointFrom(s.start().engineValue(), dt),
        StimulusSettings.endPoint(s, dt));
  }
}
