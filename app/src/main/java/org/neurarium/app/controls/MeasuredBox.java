package org.neurarium.app.controls;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A column that remembers how high it is at which width until something in it changes. Boxes of wrapped text in boxes are otherwise measured many times over with each layout: each asks those
/// inside of it for smallest, preferred and largest heights. It is never made lower than it likes to be. FX thread only.
public class MeasuredBox extends VBox {

  private final Map<Double, Double> heights = new HashMap<>();

  /// @param spacing between its children (px)
  public MeasuredBox(double spacing, Node... children) {
    super(spacing, children);
  }

  @Override
  public void requestLayout() {
    // The superclass asks for a layout before the fields here exist.
    if (heights != null) heights.clear();
    super.requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    Double known = heights.get(width);
    if (known != null) return known;
    double height = super.computePrefHeight(width);
    heights.put(width, height);
    return height;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
