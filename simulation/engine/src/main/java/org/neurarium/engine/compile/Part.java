package org.neurarium.engine.compile;

/// What one generated method does: a whole program, or a piece of a large one.
///
/// @param scratchFrom columns from here on hold what one piece leaves for the next, [#BLOCK] rows at a time
/// @param checks whether it tells if what it writes is finite
record Part(Program program, int scratchFrom, boolean checks) {

  /// Rows that are done piece by piece before the next: fewer, and beginning a loop takes much of its time; more, and what the pieces leave for each other gets too large for the nearer caches. A power of two.
  static final int BLOCK = 1024;

  static Part whole(Program program) {
    return new Part(program, Integer.MAX_VALUE, true);
  }

  boolean isScratch(int column) {
    return column >= scratchFrom;
  }
}
