package org.neurarium.engine.observe;

/// What came of a trial in a world.
///
/// @param number counted from 1
/// @param time when it ended (ms)
/// @param choice what was chosen, counted from 0; -1 for nothing
/// @param better whether that was as good as could be
/// @param reward all that was given since the trial before
/// @param effort what it took over what it had to take (moves in a maze, path of a cursor), 1 or more; NaN where that means nothing
public record Trial(
    int number, double time, int choice, boolean better, double reward, double effort) {}
