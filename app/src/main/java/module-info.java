/// The desktop application and the command line: the two front doors to the same engine.
module org.neurarium.app {
  requires static transitive org.jspecify;
  requires atlantafx.base;
  requires info.picocli;
  requires java.management;
  requires javafx.swing;
  requires org.controlsfx.controls;
  requires org.kordamp.ikonli.core;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.material2;
  requires transitive org.neurarium.visualization;

  opens org.neurarium.app.cli to
      info.picocli;
  opens org.neurarium.app.start to
      info.picocli,
      javafx.graphics;
}
