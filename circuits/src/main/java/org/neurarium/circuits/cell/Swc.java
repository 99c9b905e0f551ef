package org.neurarium.circuits.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.cell.Morphology.Kind;
import org.neurarium.circuits.cell.Morphology.Point;

/// Reads drawings of neurons in SWC format (Cannon et al. 1998, doi:10.1016/S0165-0270(98)00091-0): a line for each point with its number, what it belongs to, x, y, z and
/// radius in um, and the number of the point that it is joined to, −1 for the root. What follows a `#` is for people. Any text gives an answer, in any order of points.
public final class Swc {

  private static final int MOST_POINTS = 200_000;
  private static final int MOST_PROBLEMS = 50;
  private static final List<String> COLUMNS =
      List.of("number", "kind", "x", "y", "z", "radius", "parent");

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Long, Row> rows = new LinkedHashMap<>();

  /// @param parentAt column of the parent's number
  private record Row(long id, Kind kind, double[] place, long parent, int line, int parentAt) {}

  private Swc(String file) {
    this.file = file;
  }

  /// What a text says.
  ///
  /// @param morphology empty if there are errors
  /// @param problems with line and column
  public record Reading(Optional<Morphology> morphology, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /// Reads a file.
  ///
  /// @param file its name, for the places of problems
  public static Reading read(String file, String text) {
    return new Swc(file).read(text);
  }

  private Reading read(String text) {
    int line = 0;
    for (String whole : text.split("\\R", -1)) {
      line++;
      if (problems.size() >= MOST_PROBLEMS) break;
      int comment = whole.indexOf('#');
      String words = comment < 0 ? whole : whole.substring(0, comment);
      if (!words.isBlank()) row(words, line);
    }
    if (rows.isEmpty() && problems.isEmpty())
      error(1, 1, "There is no point in this file", "A line reads '1 1 0 0 0 10 -1'.");
    Optional<Morphology> morphology = problems.isEmpty() ? tree() : Optional.empty();
    return new Reading(problems.isEmpty() ? morphology : Optional.empty(), problems);
  }

  private void error(int line, int column, String sentence, String hint) {
    if (problems.size() < MOST_PROBLEMS)
      problems.add(Problem.error(Place.at(file, line, column, ""), sentence, hint));
  }

  private void row(String words, int line) {
    List<String> parts = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    int at = 0;
    while (at < words.length()) {
      if (Character.isWhitespace(words.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < words.length() && !Character.isWhitespace(words.charAt(end))) end++;
      parts.add(words.substring(at, end));
      columns.add(at + 1);
      at = end;
    }
    if (parts.size() < COLUMNS.size()) {
      error(
          line,
          columns.getFirst(),
          "A point has 7 numbers, here are " + parts.size(),
          "They are " + String.join(", ", COLUMNS) + ".");
      return;
    }
    double[] numbers = new double[COLUMNS.size()];
    for (int k = 0; k < numbers.length; k++) {
      Optional<Double> number = number(parts.get(k));
      boolean whole = k == 0 || k == 1 || k == 6;
      if (number.isEmpty() || whole && number.get() != Math.rint(number.get())) {
        error(
            line,
            columns.get(k),
            "The "
                + COLUMNS.get(k)
                + " is no "
                + (whole ? "whole number" : "number")
                + ": '"
                + shortened(parts.get(k))
                + "'",
            "A line reads '1 1 0 0 0 10 -1'.");
        return;
      }
      numbers[k] = number.get();
    }
    if (!(numbers[5] > 0)) {
      error(
          line,
          columns.get(5),
          "The radius of point " + parts.getFirst() + " has to be above 0",
          "Give it the radius of its neighbours.");
      return;
    }
    add(numbers, line, columns);
  }

  private void add(double[] numbers, int line, List<Integer> columns) {
    Row row =
        new Row(
            Math.round(numbers[0]),
            Kind.of((int) numbers[1]),
            Arrays.copyOfRange(numbers, 2, 6),
            Math.round(numbers[6]),
            line,
            columns.get(6));
    Row before = rows.putIfAbsent(row.id(), row);
    if (before != null)
      error(
          line,
          columns.getFirst(),
          "There is a second point " + row.id() + "; the first is in line " + before.line(),
          "Give each point a number of its own.");
    else if (rows.size() > MOST_POINTS)
      error(line, 1, "This file has more than " + MOST_POINTS + " points", "Thin it out.");
  }

  private static Optional<Double> number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Math.abs(value) < 1e9 ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String shortened(String text) {
    return text.length() > 20 ? text.substring(0, 20) + "…" : text;
  }

  private Optional<Morphology> tree() {
    Map<Long, List<Row>> children = new HashMap<>();
    Optional<Row> root = Optional.empty();
    for (Row row : rows.values()) {
      if (row.parent() >= 0) {
        if (rows.containsKey(row.parent()))
          children.computeIfAbsent(row.parent(), _ -> new ArrayList<>()).add(row);
        else
          error(
              row.line(),
              row.parentAt(),
              "Point " + row.id() + " is joined to point " + row.parent() + ", which is not there",
              "Join it to a point of the file; only the root has -1.");
      } else if (root.isPresent()) {
        error(
            row.line(),
            row.parentAt(),
            "Point " + row.id() + " is a second root; the first is in line " + root.get().line(),
            "Join it to a point of the same neuron; a file holds one.");
      } else root = Optional.of(row);
    }
    if (!problems.isEmpty()) return Optional.empty();
    List<Point> points = new ArrayList<>();
    Map<Long, Integer> index = new HashMap<>();
    List<Row> waiting = new ArrayList<>();
    root.ifPresent(waiting::add);
    while (!waiting.isEmpty()) {
      Row row = waiting.removeLast();
      index.put(row.id(), points.size());
      double[] p = row.place();
      points.add(
          new Point(row.kind(), p[0], p[1], p[2], p[3], index.getOrDefault(row.parent(), -1)));
      waiting.addAll(children.getOrDefault(row.id(), List.of()).reversed());
    }
    // What no way from the root reaches goes round in a circle.
    for (Row row : rows.values())
      if (!index.containsKey(row.id())) {
        error(
            row.line(),
            row.parentAt(),
            "Point " + row.id() + " goes round in a circle and does not lead to a root",
            "Join one of its points to the tree; the root has -1.");
        return Optional.empty();
      }
    return Optional.of(new Morphology(points));
  }
}
