package org.neurarium.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The project's lesson, to be read beside the circuit.
final class LessonPane extends ScrollPane {

  private final VBox page = new VBox();
  private final Consumer<String> openLink;

  /// @param lesson Markdown text, if the project has one
  LessonPane(ObservableValue<Optional<String>> lesson, Consumer<String> openLink) {
    this.openLink = openLink;
    page.getStyleClass().add("nr-lesson");
    setContent(page);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setId("lesson");
    lesson.subscribe(this::show);
  }

  private void show(Optional<String> text) {
    setVvalue(0);
    page.getChildren()
        .setAll(text.map(Markdown::read).orElse(List.of()).stream().map(this::block).toList());
    if (text.isEmpty()) {
      Label none =
          new Label(
              "This project has no lesson. A file lesson.md in its folder would be shown here.");
      none.setWrapText(true);
      none.getStyleClass().add("nr-muted");
      page.getChildren().setAll(none);
    }
  }

  private Node block(Markdown.Block block) {
    return switch (block) {
      case Markdown.Heading h -> flow(h.text(), "nr-lesson-h" + Math.min(h.level(), 3));
      case Markdown.Paragraph p -> flow(p.text(), "nr-lesson-text");
      case Markdown.Entry e -> entry(e);
      case Markdown.Quote q -> flow(q.text(), "nr-lesson-quote");
      case Markdown.Code c -> {
        Label label = new Label(c.text());
        label.getStyleClass().add("nr-equations");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        yield label;
      }
      case Markdown.Rule _ -> new Separator();
      case Markdown.Table t -> table(t);
    };
  }

  private Node entry(Markdown.Entry e) {
    Label mark = new Label(e.mark());
    mark.setMinWidth(18);
    TextFlow text = flow(e.text(), "nr-lesson-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(2, mark, text);
    line.setStyle("-fx-padding: 0 0 0 " + 14 * e.depth() + ";");
    return line;
  }

  private Node table(Markdown.Table t) {
    GridPane grid = new GridPane(14, 4);
    for (int row = 0; row < t.rows().size(); row++)
      for (int column = 0; column < t.rows().get(row).size(); column++) {
        TextFlow cell =
            flow(t.rows().get(row).get(column), row == 0 ? "nr-lesson-head" : "nr-lesson-text");
        cell.setMinWidth(30);
        grid.add(cell, column, row);
      }
    return grid;
  }

  private TextFlow flow(List<Markdown.Span> spans, String style) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add(style);
    flow.setMinHeight(Region.USE_PREF_SIZE);
    for (Markdown.Span span : spans) flow.getChildren().add(text(span));
    return flow;
  }

  private Node text(Markdown.Span span) {
    Text text = new Text(span.text());
    switch (span.look()) {
      case PLAIN -> text.getStyleClass().add("nr-span");
      case STRONG -> text.getStyleClass().addAll("nr-span", "nr-span-strong");
      case EMPHASIS -> text.getStyleClass().addAll("nr-span", "nr-span-emphasis");
      case CODE -> text.getStyleClass().addAll("nr-span", "nr-span-code");
      case LINK -> {
        text.getStyleClass().addAll("nr-span", "nr-span-link");
        if (span.target().startsWith("https://") || span.target().startsWith("http://"))
          text.setOnMouseClicked(_ -> openLink.accept(span.target()));
      }
    }
    return text;
  }
}
