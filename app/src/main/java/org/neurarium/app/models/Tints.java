package org.neurarium.app.models;

import java.util.ArrayList;
import java.util.List;
import org.neurarium.circuits.Problem;

/// Which stretches of which lines are shown how. Between two readings of the text the looks move along with what is typed, so that no colour jumps while the
/// language reads in the background. FX thread only.
final class Tints {

  /// A stretch underlined as a mistake.
  ///
  /// @param start in the line, from 0
  /// @param end after its last character
  /// @param error or a warning
  record Wave(int start, int end, boolean error) {}

  private record Line(List<Mark> marks, List<Wave> waves) {
    static final Line PLAIN = new Line(List.of(), List.of());
  }

  private List<Line> lines = List.of();

  /// Takes over what the language made of the text as it stands.
  void take(Reading reading, Lines text) {
    List<Line> fresh = new ArrayList<>(text.count());
    for (int i = 0; i < text.count(); i++) {
      List<Mark> marks = reading.marks(i);
      fresh.add(marks.isEmpty() ? Line.PLAIN : new Line(marks, List.of()));
    }
    for (Problem p : reading.problems()) {
      int at = p.place().line() - 1;
      if (at < 0 || at >= fresh.size()) continue;
      int length = text.end(at) - text.start(at);
      Mark where = reading.where(p);
      int end = Math.min(where.end(), length);
      int start = Math.clamp(where.start(), 0, Math.max(0, end - 1));
      if (end <= start) continue;
      List<Wave> waves = new ArrayList<>(fresh.get(at).waves());
      waves.add(new Wave(start, end, p.isError()));
      fresh.set(at, new Line(fresh.get(at).marks(), List.copyOf(waves)));
    }
    lines = fresh;
  }

  /// Lets the looks follow a change of the text.
  void follow(Lines before, Lines now) {
    int most = Math.min(before.count(), now.count());
    int top = 0;
    while (top < most && sameLine(before, top, now, top)) top++;
    int bottom = 0;
    while (bottom < most - top
        && sameLine(before, before.count() - 1 - bottom, now, now.count() - 1 - bottom)) bottom++;
    List<Line> moved = new ArrayList<>(now.count());
    for (int i = 0; i < now.count(); i++) {
      if (i < top) moved.add(line(i));
      else if (i >= now.count() - bottom) moved.add(line(i - now.count() + before.count()));
      else if (i < before.count() - bottom)
        moved.add(shifted(line(i), before.line(i), now.line(i)));
      else moved.add(Line.PLAIN);
    }
    lines = moved;
  }

  private static boolean sameLine(Lines a, int i, Lines b, int k) {
    int length = a.end(i) - a.start(i);
    return length == b.end(k) - b.start(k)
        && a.text().regionMatches(a.start(i), b.text(), b.start(k), length);
  }

  /// The looks of a line after something in it was replaced: what reaches into the change grows or shrinks with it.
  private static Line shifted(Line line, String old, String now) {
    int most = Math.min(old.length(), now.length());
    int same = 0;
    while (same < most && old.charAt(same) == now.charAt(same)) same++;
    int tail = 0;
    while (tail < most - same
        && old.charAt(old.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) tail++;
    int from = same;
    int rest = old.length() - tail;
    int by = now.length() - old.length();
    List<Mark> marks = new ArrayList<>();
    for (Mark m : line.marks()) {
      int start = m.start() <= from ? m.start() : m.start() >= rest ? m.start() + by : from;
      int end = m.end() < from ? m.end() : m.end() >= rest ? m.end() + by : from;
      if (end > start) marks.add(new Mark(start, end, m.look()));
    }
    List<Wave> waves = new ArrayList<>();
    for (Wave w : line.waves())
      if (w.end() <= from) waves.add(w);
      else if (w.start() >= rest) waves.add(new Wave(w.start() + by, w.end() + by, w.error()));
    return new Line(List.copyOf(marks), List.copyOf(waves));
  }

  private Line line(int index) {
    return index >= 0 && index < lines.size() ? lines.get(index) : Line.PLAIN;
  }

  List<Mark> marks(int index) {
    return line(index).marks();
  }

  List<Wave> waves(int index) {
    return line(index).waves();
  }
}
