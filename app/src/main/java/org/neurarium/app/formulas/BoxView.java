package org.neurarium.app.formulas;

import javafx.scene.layout.Region;

/// A box as a part of a layout, with its baseline.
final class BoxView extends Region {

  private final Box box;

  BoxView(Box box) {
    this.box = box;
    getChildren().add(box.node());
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(box.width());
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(box.height());
  }

  @Override
  public double getBaselineOffset() {
    return box.ascent();
  }

  @Override
  protected void layoutChildren() {
    box.node().setLayoutX(0);
    box.node().setLayoutY(box.ascent());
  }
}
