/// What people see of a running circuit: live plots, analysis charts, and their export as pictures.
module org.neurarium.visualization {
  exports org.neurarium.visualization.charts;
  exports org.neurarium.visualization.colour;
  exports org.neurarium.visualization.export;
  exports org.neurarium.visualization.history;
  exports org.neurarium.visualization.live;
  exports org.neurarium.visualization.paint;
  exports org.neurarium.visualization.portrait;

  requires static transitive org.jspecify;
  requires transitive java.desktop;
  requires org.apache.xmlgraphics.batik.svggen;
  requires transitive javafx.base;
  requires transitive javafx.controls;
  requires transitive javafx.graphics;
  requires javafx.swing;
  requires org.jfree.chart.fx;
  requires org.jfree.fxgraphics2d;
  requires org.jfree.jfreechart;
  requires transitive org.neurarium.engine;
}
