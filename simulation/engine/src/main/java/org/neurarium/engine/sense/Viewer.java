package org.neurarium.engine.sense;

/// Some of the sources, looking at a film through a lens. Belongs to one thread.
public final class Viewer {

  private final Film film;
  private final Lens lens;
  private final int from;
  private final int to;
  private final float[] picture;
  private final double[] values;
  private long frame = -1;

  /// @param from first source
  /// @param to behind the last source
  public Viewer(Film film, Lens lens, int from, int to) {
    this.film = film;
    this.lens = lens;
    this.from = from;
    this.to = to;
    picture = new float[lens.places()];
    values = new double[to - from];
  }

  /// Looks at what is shown.
  ///
  /// @param since steps since the stimulus began
  /// @return whether it is another frame than at the last look
  public boolean look(long since) {
    long now = film.frame(since);
    if (now == frame) return false;
    frame = now;
    film.paint(now, picture);
    lens.look(picture, from, to, values);
    return true;
  }

  /// Looks anew at the next look, whatever is shown.
  public void forget() {
    frame = -1;
  }

  /// The picture, 0…1 for each place, row by row; valid until the next look.
  public float[] picture() {
    return picture;
  }

  /// The sources' values, 0…1; valid until the next look.
  public double[] values() {
    return values;
  }

  /// What is shown, as a word; empty where there is none for it.
  public String label() {
    return frame < 0 ? "" : film.label(frame);
  }
}
