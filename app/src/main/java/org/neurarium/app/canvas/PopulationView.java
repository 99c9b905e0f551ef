package org.neurarium.app.canvas;

import javafx.scene.shape.Path;
import javafx.scene.shape.Shape;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Population;

/// A population: its outline with dots inside that light up when the neurons they stand for fire.
final class PopulationView extends NodeView {

  private Outline drawn;
  private Dots dots;
  private Shape symbol;
  private Path dotPath;

  PopulationView(Population population) {
    super(population);
    drawn = outline();
    dots = Dots.in(drawn, population.size());
    symbol = symbol(drawn);
    dotPath = dotPath(dots);
    getChildren().addAll(symbol, dotPath, name, detail);
  }

  private static Shape symbol(Outline outline) {
    Shape shape = Shapes.of(outline);
    shape.getStyleClass().add("symbol");
    return shape;
  }

  private static Path dotPath(Dots dots) {
    Path path = dots.path();
    path.getStyleClass().add("dots");
    return path;
  }

  Dots dots() {
    return dots;
  }

  @Override
  void draw(Node newNode) {
    int size = ((Population) newNode).size();
    if (outline().equals(drawn) && dots.neurons() == size) return;
    int at = getChildren().indexOf(symbol);
    drawn = outline();
    dots = Dots.in(drawn, size);
    symbol = symbol(drawn);
    dotPath = dotPath(dots);
    getChildren().set(at, symbol);
    getChildren().set(at + 1, dotPath);
  }
}
