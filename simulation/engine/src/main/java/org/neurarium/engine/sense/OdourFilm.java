package org.neurarium.engine.sense;

import java.util.Arrays;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.engine.math.Elementary;
import org.neurarium.engine.random.RandomStream;

/// How far each receptor is bound by the odour of the moment.
final class OdourFilm implements Film {

  private static final int CONCENTRATION = 2; // the playlist has the draws before
  private static final double AFFINITIES = 1.0; // standard deviation of their logarithm

  private final Scene.Odours odours;
  private final Beat beat;
  private final Playlist playlist;
  private final RandomStream draws;
  private final RandomStream receptors;

  /// @param key of what comes when
  /// @param receptorKey of who binds what
  OdourFilm(Scene.Odours odours, double dt, long key, long receptorKey) {
    this.odours = odours;
    beat = Beat.of(odours.each().engineValue(), odours.gap().engineValue(), dt);
    playlist = new Playlist(odours.order(), odours.odours(), key);
    draws = new RandomStream(key);
    receptors = new RandomStream(receptorKey);
  }

  @Override
  public long frame(long since) {
    return beat.frame(since);
  }

  @Override
  public String label(long frame) {
    return Beat.isGap(frame) ? "" : Integer.toString(playlist.item(Beat.number(frame)));
  }

  @Override
  public void paint(long frame, float[] into) {
    if (Beat.isGap(frame)) {
      Arrays.fill(into, 0);
      return;
    }
    long number = Beat.number(frame);
    int odour = playlist.item(number);
    double concentration =
        odours.concentration()
            * Elementary.exp(odours.noise() * draws.at((int) number, CONCENTRATION).nextNormal());
    for (int r = 0; r < into.length; r++) {
      receptors.at(odour, r);
      if (receptors.nextUniform() >= odours.fraction()) {
        into[r] = 0;
        continue;
      }
      double bound = concentration * Elementary.exp(AFFINITIES * receptors.nextNormal());
      into[r] = (float) (Double.isInfinite(bound) ? 1 : bound / (1 + bound));
    }
  }
}
