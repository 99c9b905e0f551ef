package org.neurarium.circuits.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The map of a maze: `#` is a wall, `S` where one starts, `G` an end with a reward, `N` an end without; everything else is floor. Around the map there is a
/// wall. Cells are numbered row by row. Immutable.
public final class Layout {

  /// Most cells along a side.
  public static final int LONGEST = 64;

  private final int width;
  private final int height;
  private final char[] cells;
  private final List<Integer> starts = new ArrayList<>();
  private final List<Integer> goals = new ArrayList<>();
  private final List<Integer> blanks = new ArrayList<>();

  private Layout(String text) {
    List<String> rows = text.lines().filter(line -> !line.isBlank()).toList();
    height = rows.size();
    width = rows.stream().mapToInt(String::length).max().orElse(0);
    cells = new char[width * height];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        char c = x < rows.get(y).length() ? Character.toUpperCase(rows.get(y).charAt(x)) : '#';
        int cell = y * width + x;
        cells[cell] = c;
        if (c == 'S') starts.add(cell);
        if (c == 'G') goals.add(cell);
        if (c == 'N') blanks.add(cell);
      }
  }

  /// Reads a map; one that makes no sense is read, too, and can then be asked.
  public static Layout read(String text) {
    return new Layout(text);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// The cells where one can start.
  public List<Integer> starts() {
    return starts;
  }

  /// The ends with a reward.
  public List<Integer> goals() {
    return goals;
  }

  /// The ends without one.
  public List<Integer> blanks() {
    return blanks;
  }

  /// Whether there is a wall at a place, as there is everywhere outside.
  public boolean isWall(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height || cells[y * width + x] == '#';
  }

  /// The cell beside another one: 0 up, 1 right, 2 down, 3 left; the same where a wall is.
  public int beside(int cell, int direction) {
    int x = cell % width + (direction == 1 ? 1 : direction == 3 ? -1 : 0);
    int y = cell / width + (direction == 2 ? 1 : direction == 0 ? -1 : 0);
    return isWall(x, y) ? cell : y * width + x;
  }

  /// How many moves each cell is away from the nearest of these; -1 where there is no way.
  public int[] moves(List<Integer> to) {
    int[] moves = new int[cells.length];
    Arrays.fill(moves, -1);
    ArrayDeque<Integer> next = new ArrayDeque<>(to);
    for (int cell : to) moves[cell] = 0;
    while (!next.isEmpty()) {
      int cell = next.remove();
      for (int d = 0; d < 4; d++) {
        int beside = beside(cell, d);
        if (moves[beside] >= 0) continue;
        moves[beside] = moves[cell] + 1;
        next.add(beside);
      }
    }
    return moves;
  }
}
