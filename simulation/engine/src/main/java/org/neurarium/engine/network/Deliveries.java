package org.neurarium.engine.network;

import java.util.List;

/// What one worker delivers in the step in which it arrives.
///
/// @param inbox where it is summed
/// @param landings which places of the inbox belong to whom
/// @param rows in the order in which they deliver
public record Deliveries(Inbox inbox, List<Landing> landings, List<SortedRows> rows) {

  /// A worker to whom nothing arrives in this way.
  public static final Deliveries NONE = new Deliveries(new Inbox(0), List.of(), List.of());

  public Deliveries {
    landings = List.copyOf(landings);
    rows = List.copyOf(rows);
  }

  /// Whose places a part of an inbox is.
  ///
  /// @param population number of the population in the network
  /// @param receptor of its model, among those for spikes
  /// @param alone whether no other synapses deliver to the receptor
  public record Landing(int population, int receptor, Inbox.Part part, boolean alone) {}

  /// The rows that a source's spikes go to.
  ///
  /// @param segment of the source in the directory
  public SortedRows[] from(int segment) {
    return rows.stream().filter(r -> r.segment() == segment).toArray(SortedRows[]::new);
  }

  /// Between steps: forgets what is under way and goes on from a step.
  public void begin(long step) {
    for (SortedRows row : rows) row.begin(step);
  }

  /// For how many steps to come something may be under way.
  public int longestDelay() {
    int longest = 0;
    for (SortedRows row : rows) longest = Math.max(longest, row.longestDelay());
    return longest;
  }

  /// Between steps: shows what is under way.
  public void underWay(UnderWay visitor) {
    for (SortedRows row : rows)
      row.underWay((ahead, place, weight) -> {
        for (Landing landing : landings) {
          Inbox.Part part = landing.part();
          if (place >= part.start() && place < part.start() + part.size())
            visitor.arrives(landing, ahead, part.neuron(place), part.segment(place), weight);
        }
      });
  }

  /// Is shown what is under way.
  @FunctionalInterface
  public interface UnderWay {
    void arrives(Landing landing, int stepsAhead, int neuron, int segment, double weight);
  }

  /// How many bytes it takes.
  public long bytes() {
    long sum = inbox.bytes();
    for (SortedRows row : rows) sum += row.bytes();
    return sum;
  }
}
