package org.neurarium.engine.sense;

/// What is put in from outside at the moment.
///
/// @param screen written between steps only
record LiveFilm(float[] screen) implements Film {

  @Override
  public long frame(long since) {
    return 0;
  }

  @Override
  public void paint(long frame, float[] into) {
    System.arraycopy(screen, 0, into, 0, into.length);
  }
}
