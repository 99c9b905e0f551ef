package org.neurarium.app.senses;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.neurarium.circuits.sense.Raster;

/// A pad to draw on: with the mouse, the right button erases; or with the keyboard, arrows move a
/// pen, Space draws, Delete erases. FX thread only.
public final class DrawingPad extends VBox {

  private static final double SIDE = 248;

  /// Takes a drawing.
  public interface Taker {
    /// Takes it as it is now.
    ///
    /// @param gesture the same for all drawings of one stroke
    void take(Object gesture, Raster drawing);
  }

  private final Taker taker;
  private final Pane sheet = new Pane();
  private final ImageView view = new ImageView();
  private final Rectangle pen = new Rectangle();
  private final Slider brush = new Slider(0.5, 4, 1);
  private Raster drawing = Raster.black(1, 1);
  private WritableImage image = new WritableImage(1, 1);
  private Object gesture = new Object();
  private boolean erasing;
  private double lastX;
  private double lastY;
  private int column;
  private int row;

  /// @param taker gets each change
  public DrawingPad(Taker taker) {
    super(8);
    this.taker = taker;
    sheet.setId("pad-sheet");
    sheet.getStyleClass().add("nr-drawing-pad");
    sheet.setFocusTraversable(true);
    sheet.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    sheet.setAccessibleText("Drawing pad. Arrow keys move the pen, Space draws, Delete erases.");
    Tooltip.install(
        sheet,
        new Tooltip(
            "Draw with the mouse, erase with the right button.\nKeys: arrows move, Space draws,"
                + " Delete erases."));
    view.setSmooth(false);
    pen.setFill(Color.TRANSPARENT);
    pen.setMouseTransparent(true);
    pen.getStyleClass().add("nr-drawing-pen");
    pen.visibleProperty().bind(sheet.focusedProperty());
    sheet.getChildren().addAll(view, pen);
    sheet.setOnMousePressed(this::pressed);
    sheet.setOnMouseDragged(this::dragged);
    sheet.setOnKeyPressed(this::key);
    getChildren().addAll(sheet, tools());
  }

  private Node tools() {
    Label size = new Label("Brush");
    size.getStyleClass().add("nr-row-name");
    size.setLabelFor(brush);
    brush.setId("brush-size");
    brush.setAccessibleText("Brush size in places");
    brush.setTooltip(new Tooltip("How wide a stroke is"));
    HBox.setHgrow(brush, Priority.ALWAYS);
    Button clear = new Button("Clear");
    clear.setId("clear-drawing");
    clear.getStyleClass().add("nr-small-button");
    clear.setTooltip(new Tooltip("Wipe the pad"));
    clear.setOnAction(_ -> change(new Object(), Raster.black(drawing.columns(), drawing.rows())));
    HBox line = new HBox(8, size, brush, clear);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /// Shows a drawing.
  public void show(Raster newDrawing) {
    if (newDrawing.equals(drawing) && image.getWidth() == newDrawing.columns()) return;
    drawing = newDrawing;
    if (image.getWidth() != drawing.columns() || image.getHeight() != drawing.rows()) {
      image = new WritableImage(drawing.columns(), drawing.rows());
      view.setImage(image);
      double side = pitch();
      view.setFitWidth(side * drawing.columns());
      view.setFitHeight(side * drawing.rows());
      sheet.setMinSize(view.getFitWidth(), view.getFitHeight());
      sheet.setMaxSize(view.getFitWidth(), view.getFitHeight());
      column = Math.min(column, drawing.columns() - 1);
      row = Math.min(row, drawing.rows() - 1);
      placePen();
    }
    RasterImages.paint(drawing, image);
  }

  private double pitch() {
    return SIDE / Math.max(drawing.columns(), drawing.rows());
  }

  private void placePen() {
    pen.setX(column * pitch());
    pen.setY(row * pitch());
    pen.setWidth(pitch());
    pen.setHeight(pitch());
  }

  private void pressed(MouseEvent e) {
    sheet.requestFocus();
    gesture = new Object();
    lastX = e.getX() / pitch();
    lastY = e.getY() / pitch();
    erasing = e.getButton() != MouseButton.PRIMARY;
    stroke(lastX, lastY, erasing);
    e.consume();
  }

  private void dragged(MouseEvent e) {
    stroke(e.getX() / pitch(), e.getY() / pitch(), erasing);
    e.consume();
  }

  private void key(KeyEvent e) {
    switch (e.getCode()) {
      case LEFT -> column = Math.max(0, column - 1);
      case RIGHT -> column = Math.min(drawing.columns() - 1, column + 1);
      case UP -> row = Math.max(0, row - 1);
      case DOWN -> row = Math.min(drawing.rows() - 1, row + 1);
      case SPACE, ENTER -> dot(false);
      case DELETE, BACK_SPACE -> dot(true);
      default -> {
        return;
      }
    }
    placePen();
    e.consume();
  }

  private void dot(boolean erase) {
    gesture = new Object();
    lastX = column + 0.5;
    lastY = row + 0.5;
    stroke(lastX, lastY, erase);
  }

  /// Draws from the last place to another one, in places: white with a soft edge, or black.
  private void stroke(double toX, double toY, boolean erase) {
    int columns = drawing.columns();
    byte[] values = drawing.values();
    double radius = brush.getValue();
    double dx = toX - lastX;
    double dy = toY - lastY;
    double length = dx * dx + dy * dy;
    for (int k = 0; k < values.length; k++) {
      double px = k % columns + 0.5 - lastX;
      int line = k / columns;
      double py = line + 0.5 - lastY;
      double along = length == 0 ? 0 : Math.clamp((px * dx + py * dy) / length, 0, 1);
      double distance = Math.hypot(px - along * dx, py - along * dy);
      double ink = Math.clamp(radius + 0.5 - distance, 0, 1);
      int old = values[k] & 0xff;
      int level = (int) Math.round(255 * ink);
      values[k] = (byte) (erase ? Math.min(old, 255 - level) : Math.max(old, level));
    }
    lastX = toX;
    lastY = toY;
    change(gesture, new Raster(columns, drawing.rows(), values));
  }

  private void change(Object stroke, Raster next) {
    if (next.equals(drawing)) return;
    show(next);
    taker.take(stroke, next);
  }

  /// Where the pad itself can get the focus.
  public void focusPad() {
    sheet.requestFocus();
  }
}
