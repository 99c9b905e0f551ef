package org.neurarium.engine.sense;

import java.util.List;
import org.neurarium.circuits.sense.Order;

/// Pictures that were made ready before: one for ever, or many one after the other.
final class StillFilm implements Film {

  private final List<float[]> pictures;
  private final List<String> labels;
  private final Beat beat;
  private final Playlist playlist;

  /// @param pictures shared, not to be changed
  StillFilm(List<float[]> pictures, List<String> labels, Beat beat, Order order, long key) {
    this.pictures = pictures;
    this.labels = labels;
    this.beat = beat;
    playlist = new Playlist(order, pictures.size(), key);
  }

  @Override
  public long frame(long since) {
    return pictures.size() == 1 ? 0 : beat.frame(since);
  }

  @Override
  public void paint(long frame, float[] into) {
    System.arraycopy(pictures.get(playlist.item(Beat.number(frame))), 0, into, 0, into.length);
  }

  @Override
  public String label(long frame) {
    return labels.get(playlist.item(Beat.number(frame)));
  }
}
