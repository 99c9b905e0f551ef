package org.neurarium.visualization.paint;

import java.awt.AlphaComposite;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// Paints a concentration as a cloud that is the denser the more there is, over whatever lies below. Plot thread.
public final class CloudPainter {

  private static final int GRAIN = 56;
  private static final double DENSEST = 0.42;

  /// From here to the rim, as a part of the radius, a cloud fades away.
  private static final double FADE = 0.35;

  private CloudPainter() {}

  /// Paints over the whole surface.
  ///
  /// @param cells concentrations of a square field, row by row; one number for the same everywhere
  /// @param full the concentration at which it is densest
  /// @param rgb its colour
  public static void paint(Surface surface, double[] cells, double full, int rgb) {
    int side = (int) Math.round(Math.sqrt(cells.length));
    BufferedImage cloud = new BufferedImage(GRAIN, GRAIN, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < GRAIN; y++)
      for (int x = 0; x < GRAIN; x++) {
        double u = (x + 0.5) / GRAIN;
        double v = (y + 0.5) / GRAIN;
        double share = full > 0 ? Math.clamp(at(cells, side, u, v) / full, 0, 1) : 0;
        // The root lets thin clouds be seen, too.
        double alpha = DENSEST * Math.sqrt(share) * rim(u, v, side == 1);
        cloud.setRGB(x, y, (int) Math.round(255 * alpha) << 24 | (rgb & 0xFFFFFF));
      }
    surface.drawWith(g -> {
      g.setComposite(AlphaComposite.Src);
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.drawImage(
          cloud, 0, 0, (int) Math.ceil(surface.width()), (int) Math.ceil(surface.height()), null);
    });
  }

  /// Between the middles of cells a value lies between theirs.
  private static double at(double[] cells, int side, double u, double v) {
    double x = Math.clamp(u * side - 0.5, 0, side - 1);
    double y = Math.clamp(v * side - 0.5, 0, side - 1);
    int left = Math.min((int) x, Math.max(0, side - 2));
    int top = Math.min((int) y, Math.max(0, side - 2));
    int right = Math.min(left + 1, side - 1);
    int bottom = Math.min(top + 1, side - 1);
    double dx = x - left;
    double dy = y - top;
    return (1 - dy) * ((1 - dx) * cells[top * side + left] + dx * cells[top * side + right])
        + dy * ((1 - dx) * cells[bottom * side + left] + dx * cells[bottom * side + right]);
  }

  /// A cloud without places is densest in its middle; a field reaches almost to its edge.
  private static double rim(double u, double v, boolean uniform) {
    double r = Math.hypot(2 * u - 1, 2 * v - 1);
    if (uniform) return Math.pow(Math.max(0, 1 - r), 1.3);
    return smooth((1 - r) / FADE);
  }

  private static double smooth(double x) {
    double t = Math.clamp(x, 0, 1);
    return t * t * (3 - 2 * t);
  }
}
