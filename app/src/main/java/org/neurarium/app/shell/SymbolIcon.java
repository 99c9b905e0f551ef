package org.neurarium.app.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineJoin;
import org.neurarium.app.canvas.ModelPart;
import org.neurarium.app.canvas.Part;
import org.neurarium.app.canvas.Placeable;
import org.neurarium.app.canvas.Substance;
import org.neurarium.app.canvas.WorldPart;
import org.neurarium.app.controls.Icons;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.sense.Scene;

/// The symbols of the visual grammar at the size of an icon, on a grid of 20 × 20.
final class SymbolIcon {

  private SymbolIcon() {}

  /// The symbol of a part to be placed.
  static Node of(Part part, double size) {
    return scaled(drawing(part), size);
  }

  /// The symbol of something to be placed.
  static Node of(Placeable part, double size) {
    return switch (part) {
      case Part p -> of(p, size);
      case ModelPart m when m.entry().kind() == Model.Kind.MODULATOR ->
          scaled(cloud(Substance.of(m.entry().id())), size);
      case ModelPart m when m.entry().kind() == Model.Kind.CELL -> scaled(tree(), size);
      case ModelPart _ -> of(Part.EXCITATORY, size);
      case WorldPart _ -> scaled(world(), size);
    };
  }

  /// The symbol of an element; for none, the program's mark.
  ///
  /// @param models in force for the circuit, which know whose neurons have dendrites
  static Node of(Optional<Element> element, ModelCatalogue models, double size) {
    if (element.isEmpty()) return Icons.logo();
    Node[] drawing =
        switch (element.get()) {
          case Population p
              when models
                  .neuronEntry(p.model())
                  .filter(m -> m.kind() == Model.Kind.CELL)
                  .isPresent() ->
              tree();
          case Population p ->
              switch (p.type()) {
                case EXCITATORY -> drawing(Part.EXCITATORY);
                case INHIBITORY -> drawing(Part.INHIBITORY);
                case MIXED -> new Node[] {styled(rounded(3, 3, 14, 14), "nr-fill-muted")};
              };
          case Stimulus s -> drawing(part(s.signal()));
          case Probe p -> drawing(part(p.recording()));
          case Projection _ ->
              new Node[] {outlined(path("M2 10 H16 M12 6 L17 10 L12 14"), "nr-stroke-text")};
          case World _ -> world();
          case ModulatorSource m -> cloud(Substance.of(m.model()));
          case Link _ ->
              new Node[] {outlined(path("M2 10 H11 M11 10 l4 -4 l4 4 l-4 4 z"), "nr-stroke-text")};
          case Group _ ->
              new Node[] {
                outlined(rounded(2, 3, 16, 14), "nr-stroke-muted"),
                styled(new Circle(7, 10, 2), "nr-fill-excitatory"),
                styled(new Circle(13, 10, 2), "nr-fill-inhibitory")
              };
          case Note _ -> drawing(Part.NOTE);
        };
    return scaled(drawing, size);
  }

  /// A neuron with dendrites.
  private static Node[] tree() {
    Shape branches =
        path("M10 17V9M10 12L6 8M10 9L5.5 3M10 9L14.5 3M10 10L14 7.5M10 17L6 18.5M10 17L14 18.5");
    branches.getStyleClass().add("nr-stroke-excitatory");
    branches.setFill(Color.TRANSPARENT);
    branches.setStrokeWidth(1.8);
    return new Node[] {branches};
  }

  /// A small panel with a way through it.
  private static Node[] world() {
    Shape way = outlined(path("M5.5 13.5 V9.5 H10 V6.5 H14.5"), "nr-stroke-text");
    way.setStrokeWidth(1.3);
    return new Node[] {
      outlined(rounded(1.6, 3, 16.8, 14), "nr-stroke-text"),
      way,
      styled(new Circle(14.5, 6.5, 1.5), "nr-fill-dopamine")
    };
  }

  /// Two soft rings around a drop.
  private static Node[] cloud(Substance substance) {
    String style = "nr-fill-" + substance.styleClass();
    Circle mist = new Circle(10, 10, 9.4);
    mist.setOpacity(0.22);
    Circle ring = new Circle(10, 10, 6.6);
    ring.setOpacity(0.35);
    return new Node[] {
      styled(mist, style), styled(ring, style), styled(new Circle(10, 10, 3.6), style)
    };
  }

  private static Part part(Signal signal) {
    return switch (signal) {
      case Signal.Poisson _ -> Part.POISSON;
      case Signal.Observation _ -> Part.POISSON;
      case Signal.PoissonBackground _ -> Part.BACKGROUND;
      case Signal.SpikeList _ -> Part.SPIKE_LIST;
      case Signal.Sense sense ->
          switch (sense.scene()) {
            case Scene.Image _, Scene.Folder _ -> Part.IMAGE;
            case Scene.Drawing _ -> Part.DRAWING;
            case Scene.Grating _ -> Part.GRATING;
            case Scene.Glyphs _ -> Part.GLYPHS;
            case Scene.Odours _ -> Part.ODOURS;
            case Scene.EventCamera _, Scene.EventFile _ -> Part.EVENT_CAMERA;
            case Scene.Sound _ -> Part.SOUND;
          };
      case Signal.Dc _ -> Part.DC;
      case Signal.Steps _ -> Part.STEP;
      case Signal.Ramp _ -> Part.RAMP;
      case Signal.Sine _ -> Part.SINE;
      case Signal.Noise _ -> Part.NOISE;
    };
  }

  private static Part part(Recording recording) {
    return switch (recording) {
      case Recording.Spikes _ -> Part.RASTER;
      case Recording.State _, Recording.Concentration _ -> Part.TRACE;
      case Recording.Kymograph _ -> Part.KYMOGRAPH;
      case Recording.Weights _ -> Part.HEATMAP;
      case Recording.Rate _ -> Part.RATE;
    };
  }

  private static Node[] drawing(Part part) {
    return switch (part) {
      case EXCITATORY ->
          new Node[] {styled(new Polygon(10, 2, 18.5, 17.5, 1.5, 17.5), "nr-fill-excitatory")};
      case INHIBITORY -> new Node[] {styled(new Circle(10, 10, 7.8), "nr-fill-inhibitory")};
      case POISSON -> hexagon("M6.5 7 V13 M9 7 V13 M11 7 V13 M14 7 V13");
      case BACKGROUND -> hexagon("M6 12.5 V13 M8 9 V13 M10 11 V13 M12 7 V13 M14 10 V13");
      case SPIKE_LIST -> hexagon("M6.5 8 H13.5 M6.5 10.2 H13.5 M6.5 12.4 H11");
      case IMAGE -> hexagon("M6 7 H14 V13 H6 Z M6 12 L9 9.5 L11 11.5 L12.3 10.4 L14 12");
      case DRAWING -> hexagon("M5.5 12 C7.5 5.5 9 7 9.5 9.8 S12 12 12.6 9 M12.3 13 L14.8 7.5");
      case GRATING -> hexagon("M6.8 7 V13 M10 7 V13 M13.2 7 V13");
      case GLYPHS -> hexagon("M6 8.3 L7.4 7 V13 M10 8.3 C10.4 6.4 13.4 6.6 13.2 8.8 L10 13 H13.6");
      case ODOURS ->
          hexagon(
              "M6.8 13 C5.6 11 8 9.5 6.8 7 M10 13 C8.8 11 11.2 9.5 10 7 M13.2 13 C12 11 14.4 9.5"
                  + " 13.2 7");
      case EVENT_CAMERA ->
          hexagon(
              "M5.8 8.5 H8.6 M7.2 7.1 V9.9 M11 8.5 H14 M6.5 12.3 H9 M11 12 H14 M12.5 10.6 V13.4");
      case SOUND -> hexagon("M6 9.2 V10.8 M8 7.8 V12.2 M10 6.8 V13.2 M12 8.4 V11.6 M14 9.4 V10.6");
      case DC -> hexagon("M5.5 10 H14.5");
      case STEP -> hexagon("M5.5 12.5 H9 V7.5 H14.5");
      case RAMP -> hexagon("M5.5 12.8 L12 7.5 H14.5");
      case SINE -> hexagon("M5.5 10 C7 5.5 8.5 5.5 10 10 S13 14.5 14.5 10");
      case NOISE -> hexagon("M5.5 10 L7 7.5 L8.3 12 L10 8.5 L11.4 12.8 L13 7.8 L14.5 10.5");
      case RASTER ->
          slanted("M6.5 7.5 V9 M9 11 V12.5 M10.5 7.5 V9 M13 7.5 V9 M12 11 V12.5 M7 11 V12.5");
      case TRACE -> slanted("M5.5 12 L8 10.5 L9 6.8 L9.8 12.5 L12.5 10.8 L14 10");
      case KYMOGRAPH -> slanted("M7 7.5 H14 M6.5 10 H9.5 M8 12.5 H12.5");
      case HEATMAP ->
          new Node[] {
            parallelogram(),
            styled(square(6.5, 7), "nr-fill-probe"),
            styled(square(10.2, 10.2), "nr-fill-probe"),
            faint(square(10.2, 7)),
            faint(square(6.5, 10.2))
          };
      case RATE -> slanted("M5 12.8 L7.5 11 L9.5 11.6 L11.5 8 L13 9 L14.8 7.2");
      case NOTE ->
          new Node[] {
            outlined(rounded(3, 3, 14, 14), "nr-stroke-muted"),
            outlined(path("M6.5 7.5 H13.5 M6.5 10.2 H13.5 M6.5 12.9 H10.5"), "nr-stroke-muted")
          };
    };
  }

  private static Node[] hexagon(String inside) {
    Shape hexagon =
        outlined(
            new Polygon(1.2, 10, 5.6, 2.6, 14.4, 2.6, 18.8, 10, 14.4, 17.4, 5.6, 17.4),
            "nr-stroke-stimulus");
    Shape glyph = outlined(path(inside), "nr-stroke-stimulus");
    glyph.setStrokeWidth(1.1);
    return new Node[] {hexagon, glyph};
  }

  private static Shape parallelogram() {
    return outlined(new Polygon(5, 3.5, 19, 3.5, 15, 16.5, 1, 16.5), "nr-stroke-probe");
  }

  private static Node[] slanted(String inside) {
    Shape glyph = outlined(path(inside), "nr-stroke-probe");
    glyph.setStrokeWidth(1.1);
    return new Node[] {parallelogram(), glyph};
  }

  private static Rectangle square(double x, double y) {
    return new Rectangle(x, y, 2.9, 2.6);
  }

  private static Rectangle rounded(double x, double y, double w, double h) {
    Rectangle r = new Rectangle(x, y, w, h);
    r.setArcWidth(5);
    r.setArcHeight(5);
    return r;
  }

  private static SVGPath path(String content) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    return path;
  }

  private static Shape outlined(Shape shape, String style) {
    shape.setFill(Color.TRANSPARENT);
    shape.setStrokeWidth(1.6);
    shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
    if (shape instanceof Polyline) shape.setStrokeLineJoin(StrokeLineJoin.BEVEL);
    shape.getStyleClass().add(style);
    return shape;
  }

  private static Shape styled(Shape shape, String style) {
    shape.getStyleClass().add(style);
    return shape;
  }

  private static Shape faint(Shape shape) {
    shape.setOpacity(0.35);
    return styled(shape, "nr-fill-probe");
  }

  private static Node scaled(Node[] drawing, double size) {
    Pane pane = new Pane(drawing);
    pane.setMinSize(20, 20);
    pane.setMaxSize(20, 20);
    double factor = size / 20;
    pane.setScaleX(factor);
    pane.setScaleY(factor);
    pane.setMouseTransparent(true);
    return Icons.centred(pane, size, size);
  }
}
