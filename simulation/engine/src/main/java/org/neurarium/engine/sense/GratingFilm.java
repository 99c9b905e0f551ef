package org.neurarium.engine.sense;

import org.neurarium.circuits.sense.Scene;

/// A drifting sine grating, as it is at the beginning of each frame.
final class GratingFilm implements Film {

  private final Scene.Grating grating;
  private final int columns;
  private final int rows;
  private final Beat beat;
  private final double cyclesPerFrame;
  private final double across;
  private final double down;

  GratingFilm(Scene.Grating grating, int columns, int rows, double dt) {
    this.grating = grating;
    this.columns = columns;
    this.rows = rows;
    beat = Beat.of(grating.frame().engineValue(), 0, dt);
    // Frequencies are in kHz, times in ms: the product is in cycles.
    cyclesPerFrame = grating.speed().engineValue() * beat.steps() * dt;
    double direction = StrictMath.toRadians(grating.orientation() - 90);
    across = StrictMath.cos(direction) / columns;
    down = -StrictMath.sin(direction) / columns;
  }

  @Override
  public long frame(long since) {
    return cyclesPerFrame == 0 ? 0 : since / beat.steps();
  }

  @Override
  public void paint(long frame, float[] into) {
    double passed = frame * cyclesPerFrame;
    double start = grating.phase() / 360 - (passed - Math.floor(passed));
    for (int y = 0; y < rows; y++)
      for (int x = 0; x < columns; x++) {
        double u = (x + 0.5 - columns / 2.0) * across + (y + 0.5 - rows / 2.0) * down;
        double angle = 2 * Math.PI * (grating.cycles() * u + start);
        into[y * columns + x] =
            (float) (0.5 + 0.5 * grating.contrast() * StrictMath.sin(angle));
      }
  }
}
