package org.neurarium.engine.sense;

import java.util.Arrays;
import java.util.List;

/// Levels of a recorded sound, taken before, then silence.
///
/// @param levels one list of bands for each frame; shared, not to be changed
/// @param beat how long each stands
record SoundFilm(List<float[]> levels, Beat beat) implements Film {

  @Override
  public long frame(long since) {
    return Math.min(since / beat.steps(), levels.size());
  }

  @Override
  public void paint(long frame, float[] into) {
    if (frame >= levels.size()) Arrays.fill(into, 0);
    else System.arraycopy(levels.get((int) frame), 0, into, 0, into.length);
  }
}
