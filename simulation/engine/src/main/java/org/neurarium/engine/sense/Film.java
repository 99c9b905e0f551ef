package org.neurarium.engine.sense;

/// What a scene shows, frame by frame. Belongs to one thread; allocates nothing while it shows.
public interface Film {

  /// The number of the frame that is shown in a step. Frames follow each other in time; the same number means the same picture.
  ///
  /// @param since steps since the stimulus began, from 0
  long frame(long since);

  /// Paints a frame.
  ///
  /// @param into receives 0…1 for each place, row by row
  void paint(long frame, float[] into);

  /// What a frame shows, as a word; empty where there is none for it.
  default String label(long frame) {
    return "";
  }
}
