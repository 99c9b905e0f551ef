package org.neurarium.app.controls;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Small pictures drawn from paths, in the colours of the theme.
public final class Icons {

  private Icons() {}

  /// Lines on a grid of 16 × 16.
  public static Node line(String path) {
    SVGPath svg = new SVGPath();
    svg.setContent(path);
    svg.setFill(Color.TRANSPARENT);
    svg.setStrokeWidth(1.6);
    svg.setStrokeLineCap(StrokeLineCap.ROUND);
    svg.setStrokeLineJoin(StrokeLineJoin.ROUND);
    svg.getStyleClass().add("nr-icon-line");
    return boxed(svg, 16);
  }

  /// A filled shape on a grid of 16 × 16.
  public static Node solid(String path) {
    SVGPath svg = new SVGPath();
    svg.setContent(path);
    svg.getStyleClass().add("nr-icon-solid");
    return boxed(svg, 16);
  }

  /// Keeps the picture where its grid has it, instead of centring its ink.
  private static Node boxed(Node node, double size) {
    Pane pane = new Pane(node);
    pane.setMinSize(size, size);
    pane.setPrefSize(size, size);
    pane.setMaxSize(size, size);
    pane.setMouseTransparent(true);
    return pane;
  }

  public static Node undo() {
    return line("M5.5 3 L2 6.5 L5.5 10 M2 6.5 H10 A4 4 0 0 1 10 14.2 H6");
  }

  public static Node redo() {
    return line("M10.5 3 L14 6.5 L10.5 10 M14 6.5 H6 A4 4 0 0 0 6 14.2 H10");
  }

  public static Node toStart() {
    return solid("M2 2 H4 V14 H2 Z M14 2 V14 L5 8 Z");
  }

  public static Node step() {
    return solid("M2 2 L11 8 L2 14 Z M12 2 H14 V14 H12 Z");
  }

  public static Node run() {
    return solid("M4 2 L14 8 L4 14 Z");
  }

  public static Node pause() {
    return solid("M4 2 H6.6 V14 H4 Z M9.4 2 H12 V14 H9.4 Z");
  }

  public static Node close() {
    return line("M4 4 L12 12 M12 4 L4 12");
  }

  public static Node plus() {
    return line("M8 3 V13 M3 8 H13");
  }

  public static Node folder() {
    return line("M2 4 H6.5 L8 5.8 H14 V13 H2 Z");
  }

  public static Node lesson() {
    return line("M3 2.5 H11 L13 4.5 V13.5 H3 Z M5.5 6 H10.5 M5.5 8.5 H10.5 M5.5 11 H8.5");
  }

  public static Node play() {
    return run();
  }

  /// The mark of the program: a triangle and a circle.
  public static Node logo() {
    Polygon triangle = new Polygon(0, 17, 9, 1, 18, 17);
    triangle.getStyleClass().add("nr-fill-excitatory");
    Circle circle = new Circle(22, 13, 5.6);
    circle.getStyleClass().add("nr-fill-inhibitory");
    Pane pane = new Pane(triangle, circle);
    pane.setMinSize(28, 19);
    pane.setPrefSize(28, 19);
    pane.setMaxSize(28, 19);
    pane.setMouseTransparent(true);
    return pane;
  }

  /// The mark as a picture for the desktop: FX thread.
  ///
  /// @param size in pixels
  public static Image picture(double size, Color triangle, Color circle) {
    Canvas canvas = new Canvas(size, size);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setFill(triangle);
    g.fillPolygon(
        new double[] {0.02 * size, 0.36 * size, 0.7 * size},
        new double[] {0.82 * size, 0.16 * size, 0.82 * size},
        3);
    g.setFill(circle);
    g.fillOval(0.54 * size, 0.42 * size, 0.44 * size, 0.44 * size);
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    return canvas.snapshot(clear, null);
  }

  public static Region spacer() {
    Region region = new Region();
    javafx.scene.layout.HBox.setHgrow(region, javafx.scene.layout.Priority.ALWAYS);
    return region;
  }

  public static StackPane centred(Node node, double width, double height) {
    StackPane box = new StackPane(node);
    box.setMinSize(width, height);
    box.setPrefSize(width, height);
    box.setMaxSize(width, height);
    return box;
  }
}
