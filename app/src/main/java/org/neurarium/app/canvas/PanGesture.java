package org.neurarium.app.canvas;

import javafx.scene.input.MouseEvent;

/// Moves the picture under the hand.
final class PanGesture implements Gesture {

  private final Viewport viewport;
  private final double startX;
  private final double startY;
  private double lastX;
  private double lastY;

  PanGesture(Viewport viewport, MouseEvent press) {
    this.viewport = viewport;
    startX = press.getX();
    startY = press.getY();
    lastX = startX;
    lastY = startY;
  }

  @Override
  public void drag(MouseEvent e) {
    panTo(e.getX(), e.getY());
  }

  private void panTo(double x, double y) {
    viewport.pan(x - lastX, y - lastY);
    lastX = x;
    lastY = y;
  }

  @Override
  public void release(MouseEvent e) {
    drag(e);
  }

  @Override
  public void cancel() {
    panTo(startX, startY);
  }
}
