package org.neurarium.engine.sense;

import org.neurarium.circuits.sense.Scene;
import org.neurarium.engine.math.Elementary;

/// A drifting sine grating, as it is at the beginning of each frame.
final class GratingFilm implements Film {

  private final Scene.Grating grating;
  private final int columns;
  private final int rows;
  private final Beat beat;
  private final double cyclesPerFrame;
  private final double direction; // across the bars (rad)
  private final double[] columnSines;
  private final double[] columnCosines;

  GratingFilm(Scene.Grating grating, int columns, int rows, double dt) {
    this.grating = grating;
    this.columns = columns;
    this.rows = rows;
    beat = Beat.of(grating.frame().engineValue(), 0, dt);
    // Frequencies are in kHz, times in ms: the product is in cycles.
    cyclesPerFrame = grating.speed().engineValue() * beat.steps() * dt;
    direction = Math.toRadians(grating.orientation() - 90);
    columnSines = new double[columns];
    columnCosines = new double[columns];
    for (int x = 0; x < columns; x++) {
      double across = (x + 0.5 - columns / 2.0) * Elementary.cos(direction) / columns;
      double angle = 2 * Math.PI * grating.cycles() * across;
      columnSines[x] = Elementary.sin(angle);
      columnCosines[x] = Elementary.cos(angle);
    }
  }

  @Override
  public long frame(long since) {
    return cyclesPerFrame == 0 ? 0 : since / beat.steps();
  }

  @Override
  public void paint(long frame, float[] into) {
    double passed = frame * cyclesPerFrame;
    double start = grating.phase() / 360 - (passed - Math.floor(passed));
    double down = -Elementary.sin(direction) / columns;
    for (int y = 0; y < rows; y++) {
      double angle = 2 * Math.PI * (grating.cycles() * (y + 0.5 - rows / 2.0) * down + start);
      double sine = 0.5 * grating.contrast() * Elementary.sin(angle);
      double cosine = 0.5 * grating.contrast() * Elementary.cos(angle);
      for (int x = 0; x < columns; x++)
        into[y * columns + x] = (float) (0.5 + columnSines[x] * cosine + columnCosines[x] * sine);
    }
  }
}
