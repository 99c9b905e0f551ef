package org.neurarium.visualization.paint;

import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/// Draws into an array of opaque pixels: text and lines through Java2D, spikes and cells straight into the array.
///
/// The array belongs to whoever made it; the surface draws where it is told to.
public final class PixelSurface extends GraphicsSurface implements AutoCloseable {

  private static final int SHADES = 64;

  private final int[] pixels;
  private final int pixelWidth;
  private final int pixelHeight;
  private final double scale;
  private final Graphics2D graphics;
  private int[] counts = new int[0];

  private PixelSurface(
      int[] pixels,
      int pixelWidth,
      int pixelHeight,
      double scale,
      Typefaces typefaces,
      Graphics2D graphics) {
    super(graphics, typefaces, pixelWidth / scale, pixelHeight / scale);
    this.pixels = pixels;
    this.pixelWidth = pixelWidth;
    this.pixelHeight = pixelHeight;
    this.scale = scale;
    this.graphics = graphics;
  }

  /// A surface on an array of `pixelWidth * pixelHeight` ARGB pixels, row by row.
  ///
  /// @param scale device pixels in one logical pixel
  public static PixelSurface on(
      int[] pixels, int pixelWidth, int pixelHeight, double scale, Typefaces typefaces) {
    Graphics2D graphics = image(pixels, pixelWidth, pixelHeight).createGraphics();
    graphics.scale(scale, scale);
    return new PixelSurface(pixels, pixelWidth, pixelHeight, scale, typefaces, graphics);
  }

  /// An image that shares the array.
  public static BufferedImage image(int[] pixels, int pixelWidth, int pixelHeight) {
    int[] masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
    WritableRaster raster =
        Raster.createPackedRaster(
            new DataBufferInt(pixels, pixels.length),
            pixelWidth,
            pixelHeight,
            pixelWidth,
            masks,
            new Point());
    DirectColorModel model =
        new DirectColorModel(
            java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_sRGB),
            32,
            masks[0],
            masks[1],
            masks[2],
            masks[3],
            true,
            java.awt.image.DataBuffer.TYPE_INT);
    return new BufferedImage(model, raster, true, null);
  }

  @Override
  public double scale() {
    return scale;
  }

  @Override
  public void bars(
      Area area, float[] x, float[] y, int count, double barWidth, double barHeight, int argb) {
    int left = Math.clamp(Math.round(area.x() * scale), 0, pixelWidth);
    int right = Math.clamp(Math.round(area.right() * scale), left, pixelWidth);
    int top = Math.clamp(Math.round(area.y() * scale), 0, pixelHeight);
    int bottom = Math.clamp(Math.round(area.bottom() * scale), top, pixelHeight);
    int columns = right - left;
    int size = columns * (bottom - top);
    if (size == 0 || count == 0) return;
    if (counts.length < size) counts = new int[size];
    else Arrays.fill(counts, 0, size, 0);
    int wide = (int) Math.max(1, Math.round(barWidth * scale));
    int high = (int) Math.max(1, Math.round(barHeight * scale));
    float s = (float) scale;
    for (int i = 0; i < count; i++) {
      int x0 = (int) (x[i] * s) - left;
      // An area that begins between two pixels is rounded to the next one; its first row must not
      // fall off.
      int y0 = Math.max(0, (int) (y[i] * s) - top);
      if (x0 < 0) continue;
      int x1 = Math.min(x0 + wide, columns);
      int y1 = Math.min(y0 + high, bottom - top);
      for (int row = y0; row < y1; row++)
        for (int at = row * columns + x0; at < row * columns + x1; at++) counts[at]++;
    }
    shade(left, top, columns, size, (double) count * wide * high / size, argb);
  }

  /// Colours each pixel by how many bars fell on it: fully where bars are few, in shades where they lie upon one another.
  private void shade(int left, int top, int columns, int size, double mean, int argb) {
    double soft = Math.max(0.2, 0.9 * mean);
    int[] alpha = new int[SHADES];
    for (int n = 1; n < SHADES; n++) alpha[n] = (int) Math.round(256 * (1 - Math.exp(-n / soft)));
    int rows = size / columns;
    for (int row = 0, i = 0; row < rows; row++) {
      int at = (top + row) * pixelWidth + left;
      for (int end = i + columns; i < end; i++, at++) {
        int n = counts[i];
        if (n != 0) pixels[at] = blend(pixels[at], argb, alpha[Math.min(n, SHADES - 1)]);
      }
    }
  }

  /// Mixes an opaque colour over an opaque pixel; `alpha` goes from 0 to 256.
  private static int blend(int below, int above, int alpha) {
    int rest = 256 - alpha;
    int redBlue = ((above & 0xFF00FF) * alpha + (below & 0xFF00FF) * rest) >>> 8 & 0xFF00FF;
    int green = ((above & 0xFF00) * alpha + (below & 0xFF00) * rest) >>> 8 & 0xFF00;
    return 0xFF000000 | redBlue | green;
  }

  @Override
  public void cells(Area area, int rows, int columns, double gap, int[] colours) {
    int space = (int) Math.round(gap * scale);
    for (int row = 0; row < rows; row++) {
      int top = edge(area.y(), area.height(), row, rows);
      int bottom = Math.min(pixelHeight, edge(area.y(), area.height(), row + 1, rows) - space);
      for (int column = 0; column < columns; column++) {
        int argb = colours[row * columns + column];
        if (argb >>> 24 == 0) continue;
        int left = edge(area.x(), area.width(), column, columns);
        int right = Math.min(pixelWidth, edge(area.x(), area.width(), column + 1, columns) - space);
        for (int y = Math.max(0, top); y < bottom; y++)
          if (right > left)
            Arrays.fill(pixels, y * pixelWidth + Math.max(0, left), y * pixelWidth + right, argb);
      }
    }
  }

  private int edge(double start, double length, int i, int n) {
    return (int) Math.round((start + length * i / n) * scale);
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
