package org.neurarium.app.canvas;

import org.neurarium.circuits.Group;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Population.Type;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;

/// The visual grammar: which outline an element has, and how large.
///
/// Triangle = excitatory, circle = inhibitory, rounded square = both signs, hexagon = stimulus, parallelogram = probe,
/// cloud = modulator source, panel = world. A population grows with the
/// logarithm of its size, so that 80 and 8,000 neurons can stand side by side.
final class Symbols {

  /// Room between lines of a note and its edge.
  static final double NOTE_PADDING = 10;

  /// How far a cloud reaches from its middle, about.
  static final double CLOUD_RADIUS = 34;

  /// Half the size of a world's panel.
  static final double WORLD_WIDTH = 60;

  static final double WORLD_HEIGHT = 60;

  private Symbols() {}

  /// The outline of a node; for a note that of its width, since its height follows from the text.
  static Outline outline(Node node) {
    return switch (node) {
      case Population p when p.type() == Type.EXCITATORY -> triangle(triangleWidth(p.size()));
      case Population p when p.type() == Type.INHIBITORY -> new Outline.Disc(discRadius(p.size()));
      case Population p -> new Outline.Box(discRadius(p.size()), discRadius(p.size()));
      case Stimulus _ -> hexagon(36, 31);
      case World _ -> new Outline.Box(WORLD_WIDTH, WORLD_HEIGHT);
      case ModulatorSource _ -> new Outline.Disc(CLOUD_RADIUS);
      case Probe _ -> parallelogram(38, 23, 9);
      case Group _ -> new Outline.Box(48, 36);
      case Note n -> new Outline.Box(n.width() / 2, 24);
    };
  }

  static Outline.Polygon triangle(double width) {
    double w = width / 2;
    double h = 0.935 * w;
    return Outline.Polygon.of(0.0, -h, w, h, -w, h);
  }

  static Outline.Polygon hexagon(double w, double h) {
    return Outline.Polygon.of(-w, 0.0, -w / 2, -h, w / 2, -h, w, 0.0, w / 2, h, -w / 2, h);
  }

  static Outline.Polygon parallelogram(double w, double h, double slant) {
    return Outline.Polygon.of(-w + slant, -h, w + slant, -h, w - slant, h, -w - slant, h);
  }

  private static double triangleWidth(int neurons) {
    return Math.clamp(46 + 20 * Math.log10(neurons), 52, 132);
  }

  private static double discRadius(int neurons) {
    return Math.clamp(20 + 7.8 * Math.log10(neurons), 23, 54);
  }
}
