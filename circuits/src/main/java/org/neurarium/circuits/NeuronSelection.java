package org.neurarium.circuits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which neurons of a population are meant: all, or ranges such as `0-9, 15`.
///
/// @param ranges in the order written; empty for all
public record NeuronSelection(List<Range> ranges) {

  /// Every neuron.
  public static final NeuronSelection ALL = new NeuronSelection(List.of());

  /// Neurons `first` to `last`, both included.
  public record Range(int first, int last) {
    public Range {
      if (first < 0 || last < first)
        throw new IllegalArgumentException("a range goes upwards from 0: " + first + "-" + last);
    }
  }

  public NeuronSelection {
    ranges = List.copyOf(ranges);
  }

  /// The first n neurons.
  public static NeuronSelection first(int n) {
    return new NeuronSelection(List.of(new Range(0, n - 1)));
  }

  /// Reads `all` or `0-9, 15`; empty when the text is neither.
  public static Optional<NeuronSelection> parse(String text) {
    String trimmed = text.strip();
    if (trimmed.equalsIgnoreCase("all")) return Optional.of(ALL);
    List<Range> ranges = new ArrayList<>();
    for (String part : trimmed.split(",", -1)) {
      String[] ends = part.strip().split("\\s*[-–]\\s*", -1);
      try {
        int first = Integer.parseInt(ends[0]);
        int last = ends.length == 1 ? first : Integer.parseInt(ends[1]);
        if (ends.length > 2 || first < 0 || last < first) return Optional.empty();
        ranges.add(new Range(first, last));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new NeuronSelection(ranges));
  }

  /// How many neurons are meant in a population of this size.
  public int count(int size) {
    return ranges.isEmpty() ? size : indices(size).length;
  }

  /// The neurons meant in a population of this size, in order, without those beyond its end.
  public int[] indices(int size) {
    if (ranges.isEmpty()) return java.util.stream.IntStream.range(0, size).toArray();
    return ranges.stream()
        .flatMapToInt(
            r -> java.util.stream.IntStream.rangeClosed(r.first(), Math.min(r.last(), size - 1)))
        .distinct()
        .toArray();
  }

  /// Writes the text that [#parse(String)] reads back.
  @Override
  public String toString() {
    if (ranges.isEmpty()) return "all";
    StringBuilder text = new StringBuilder();
    for (Range r : ranges) {
      if (!text.isEmpty()) text.append(", ");
      text.append(r.first());
      if (r.last() > r.first()) text.append('-').append(r.last());
    }
    return text.toString();
  }
}
