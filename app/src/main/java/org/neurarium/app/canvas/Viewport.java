package org.neurarium.app.canvas;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import org.neurarium.circuits.Point;

/// Which part of the canvas is looked at: `view = canvas · scale + (x, y)`.
final class Viewport {

  static final double MIN_SCALE = 0.1;
  static final double MAX_SCALE = 4;

  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private double x;
  private double y;
  private double scale = 1;
  private double width;
  private double height;

  /// Changes whenever anything here does.
  ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double scale() {
    return scale;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  private void set(double newX, double newY, double newScale) {
    if (newX == x && newY == y && newScale == scale) return;
    // Whole pixels keep thin lines and text crisp.
    x = Math.rint(newX);
    y = Math.rint(newY);
    scale = newScale;
    version.set(version.get() + 1);
  }

  void resize(double newWidth, double newHeight) {
    if (newWidth == width && newHeight == height) return;
    width = newWidth;
    height = newHeight;
    version.set(version.get() + 1);
  }

  /// Moves the picture by view pixels.
  void pan(double dx, double dy) {
    set(x + dx, y + dy, scale);
  }

  /// Zooms so that the canvas point under a view point stays there.
  void zoom(double factor, double viewX, double viewY) {
    double next = Math.clamp(scale * factor, MIN_SCALE, MAX_SCALE);
    // Steps of wheel and keys come back to exactly 1.
    if (Math.abs(next - 1) < 0.02) next = 1;
    double ratio = next / scale;
    set(viewX - (viewX - x) * ratio, viewY - (viewY - y) * ratio, next);
  }

  /// Shows a box of the canvas as large as fits, not larger than at scale `largest`.
  void fit(Bounds box, double margin, double largest) {
    fit(box, new Insets(margin), largest);
  }

  /// The same, with other margins (view pixels).
  void fit(Bounds box, Insets margins, double largest) {
    if (width <= 0 || height <= 0) return;
    double roomX = width - margins.getLeft() - margins.getRight();
    double roomY = height - margins.getTop() - margins.getBottom();
    double fitting =
        Math.min(roomX / Math.max(1, box.getWidth()), roomY / Math.max(1, box.getHeight()));
    double next = Math.clamp(fitting, MIN_SCALE, Math.min(largest, MAX_SCALE));
    set(
        margins.getLeft() + roomX / 2 - box.getCenterX() * next,
        margins.getTop() + roomY / 2 - box.getCenterY() * next,
        next);
  }

  /// Brings a canvas point to the middle.
  void centre(double canvasX, double canvasY) {
    set(width / 2 - canvasX * scale, height / 2 - canvasY * scale, scale);
  }

  /// Pans as little as needed to see a box of the canvas.
  void reveal(Bounds box, double margin) {
    Bounds seen = visible();
    double inset = margin / scale;
    double dx = shift(box.getMinX() - inset, box.getMaxX() + inset, seen.getMinX(), seen.getMaxX());
    double dy = shift(box.getMinY() - inset, box.getMaxY() + inset, seen.getMinY(), seen.getMaxY());
    if (dx != 0 || dy != 0) pan(dx * scale, dy * scale);
  }

  private static double shift(double low, double high, double seenLow, double seenHigh) {
    if (low < seenLow) return seenLow - low;
    if (high > seenHigh) return Math.max(seenHigh - high, seenLow - low);
    return 0;
  }

  double toCanvasX(double viewX) {
    return (viewX - x) / scale;
  }

  double toCanvasY(double viewY) {
    return (viewY - y) / scale;
  }

  Point toCanvas(double viewX, double viewY) {
    return new Point(toCanvasX(viewX), toCanvasY(viewY));
  }

  double toViewX(double canvasX) {
    return canvasX * scale + x;
  }

  double toViewY(double canvasY) {
    return canvasY * scale + y;
  }

  /// The box of the canvas that is seen.
  Bounds visible() {
    return new BoundingBox(toCanvasX(0), toCanvasY(0), width / scale, height / scale);
  }
}
