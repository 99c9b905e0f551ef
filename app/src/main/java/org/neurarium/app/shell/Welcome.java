package org.neurarium.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.neurarium.app.FxBridge;
import org.neurarium.app.controls.Icons;
import org.neurarium.app.documents.Documents;
import org.neurarium.app.documents.Sample;
import org.neurarium.circuits.file.ProjectFolder;

/// The first thing seen: sample projects, files opened last, and a new circuit.
final class Welcome extends ScrollPane {

  private static final double CARD_WIDTH = 240;
  private static final double PICTURE_HEIGHT = 130;
  private static final double PICTURE_WIDTH = CARD_WIDTH - 2; // inside the card's border

  private final Documents documents;
  private final FxBridge fx;
  private final Supplier<List<Sample>> samples;
  private final FlowPane gallery = new FlowPane(20, 20);
  private final VBox recent = new VBox(2);
  private final VBox recentBox = new VBox(8);
  private List<Sample> known = List.of();

  /// @param samples finds the sample projects; called in the background
  Welcome(Documents documents, FxBridge fx, Supplier<List<Sample>> samples) {
    this.documents = documents;
    this.fx = fx;
    this.samples = samples;
    setId("welcome");
    getStyleClass().add("nr-welcome");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    VBox page = new VBox(30, title(), beginnings(), section("Sample projects", gallery), recentBox);
    page.getStyleClass().add("nr-welcome-page");
    page.setMaxWidth(1120);
    StackPane middle = new StackPane(page);
    StackPane.setAlignment(page, Pos.TOP_CENTER);
    setContent(middle);
    recentBox.getChildren().addAll(heading("Opened last"), recent);
  }

  /// The samples found so far, for the search.
  List<Sample> samples() {
    return known;
  }

  /// Looks again at what there is.
  void refresh() {
    List<Path> files = documents.recentFiles();
    recentBox.setVisible(!files.isEmpty());
    recentBox.setManaged(!files.isEmpty());
    recent.getChildren().setAll(files.stream().limit(8).map(this::recentLine).toList());
    var _ =
        fx.inBackground(
            samples,
            (found, _) -> {
              if (found == null || found.equals(known)) return;
              known = found;
              gallery.getChildren().setAll(found.stream().map(this::card).toList());
            });
  }

  private static Node title() {
    Label name = new Label("Neurarium");
    name.getStyleClass().add("nr-welcome-title");
    Label what = new Label("Draw a neural circuit, run it, and watch it live.");
    what.getStyleClass().add("nr-welcome-subtitle");
    VBox texts = new VBox(4, name, what);
    return texts;
  }

  private Node beginnings() {
    Button fresh = new Button("New circuit");
    fresh.setGraphic(Icons.plus());
    fresh.setId("welcome-new");
    fresh.getStyleClass().add("nr-primary");
    fresh.setTooltip(new Tooltip("Begin with an empty canvas  (Ctrl+N)"));
    fresh.setOnAction(_ -> documents.startNew());
    Button open = new Button("Open…");
    open.setGraphic(Icons.folder());
    open.setId("welcome-open");
    open.setTooltip(new Tooltip("Open a circuit from a file  (Ctrl+O)"));
    open.setOnAction(_ -> documents.askAndOpen());
    return new HBox(10, fresh, open);
  }

  private static Node section(String title, Node content) {
    return new VBox(12, heading(title), content);
  }

  private static Label heading(String title) {
    Label label = new Label(title);
    label.getStyleClass().add("nr-welcome-heading");
    return label;
  }

  private Node card(Sample sample) {
    Label title = new Label(sample.title());
    title.getStyleClass().add("nr-sample-title");
    title.setWrapText(true);
    Label text = new Label(firstSentence(sample.description()));
    text.getStyleClass().addAll("nr-muted", "nr-small");
    text.setWrapText(true);
    VBox texts = new VBox(3, title, text);
    texts.setPadding(new Insets(10, 14, 14, 14));
    Button card = new Button();
    card.setGraphic(new VBox(picture(sample), texts));
    card.getStyleClass().setAll("nr-sample");
    card.setPrefWidth(CARD_WIDTH);
    card.setPrefHeight(PICTURE_HEIGHT + 100);
    card.setAlignment(Pos.TOP_LEFT);
    card.setAccessibleText(
        "Open the sample project " + sample.title() + ". " + sample.description());
    card.setTooltip(tip(sample.description()));
    card.setId("sample-" + sample.folder().getFileName());
    card.setOnAction(_ -> documents.open(sample.folder()));
    return card;
  }

  private static Tooltip tip(String text) {
    Tooltip tip = new Tooltip(text);
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    return tip;
  }

  private static Node picture(Sample sample) {
    StackPane frame = new StackPane();
    frame.getStyleClass().add("nr-sample-picture");
    frame.setMinHeight(PICTURE_HEIGHT);
    frame.setPrefSize(PICTURE_WIDTH, PICTURE_HEIGHT);
    if (sample.thumbnail().isPresent()) {
      ImageView view =
          new ImageView(
              new Image(
                  sample.thumbnail().get().toUri().toString(),
                  2 * PICTURE_WIDTH,
                  0,
                  true,
                  true,
                  true));
      view.setFitWidth(PICTURE_WIDTH);
      view.setPreserveRatio(true);
      Rectangle clip = new Rectangle(PICTURE_WIDTH, PICTURE_HEIGHT);
      frame.setClip(clip);
      frame.getChildren().add(view);
      StackPane.setAlignment(view, Pos.TOP_CENTER);
    } else {
      Node mark = Icons.logo();
      mark.setScaleX(2.2);
      mark.setScaleY(2.2);
      mark.setOpacity(0.5);
      frame.getChildren().add(mark);
    }
    return frame;
  }

  static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private Node recentLine(Path file) {
    ProjectFolder project = ProjectFolder.of(file);
    Label where = new Label(String.valueOf(project.folder()));
    where.getStyleClass().addAll("nr-muted", "nr-small");
    Label name = new Label(Documents.nameOf(project));
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(14, name, where);
    line.setAlignment(Pos.BASELINE_LEFT);
    Button button = new Button();
    button.setGraphic(line);
    button.getStyleClass().setAll("nr-flat", "nr-recent");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setAccessibleText("Open " + name.getText());
    button.setTooltip(tip("Open " + file));
    Consumer<Path> open = documents::open;
    button.setOnAction(_ -> open.accept(file));
    return button;
  }
}
