package org.neurarium.app.models;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Problem;

/// The problems of a model's text, a line each. A click or Enter goes to the place.
final class ProblemStrip extends ScrollPane {

  private static final int MOST = 50;
  private static final double MOST_HEIGHT = 132;

  private final VBox lines = new VBox();
  private final Consumer<Problem> goTo;
  private @Nullable List<Problem> shown;

  /// @param goTo shows where a problem is
  ProblemStrip(Consumer<Problem> goTo) {
    this.goTo = goTo;
    setId("model-problems");
    getStyleClass().add("nr-model-problems");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinHeight(0);
    setMaxHeight(MOST_HEIGHT);
    setContent(lines);
    show(List.of());
  }

  void show(List<Problem> problems) {
    if (problems.equals(shown)) return;
    shown = List.copyOf(problems);
    lines.getChildren().setAll(problems.stream().limit(MOST).map(this::line).toList());
    if (problems.size() > MOST)
      lines.getChildren().add(new Label("and " + (problems.size() - MOST) + " more"));
    setVisible(!problems.isEmpty());
    setManaged(!problems.isEmpty());
  }

  private Node line(Problem p) {
    boolean placed = p.place().line() > 0;
    Label place = new Label(placed ? p.place().line() + ":" + p.place().column() : "");
    place.getStyleClass().add("nr-model-problem-place");
    Label sentence = new Label(p.sentence() + ".");
    sentence.getStyleClass().add("nr-problem-sentence");
    VBox texts = new VBox(1, sentence);
    if (!p.hint().isEmpty()) {
      Label hint = new Label(p.hint());
      hint.getStyleClass().addAll("nr-muted", "nr-small");
      texts.getChildren().add(hint);
    }
    for (Node n : texts.getChildren()) {
      ((Label) n).setWrapText(true);
      ((Label) n).setMinHeight(Region.USE_PREF_SIZE);
    }
    HBox.setHgrow(texts, Priority.ALWAYS);
    HBox line = new HBox(10, sign(p), place, texts);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("nr-model-problem");
    line.setFocusTraversable(true);
    line.setAccessibleRole(AccessibleRole.BUTTON);
    line.setAccessibleText(
        (p.isError() ? "Problem" : "Warning")
            + (placed ? " in line " + p.place().line() + ", column " + p.place().column() : "")
            + ": "
            + p.sentence()
            + ". "
            + p.hint());
    if (placed)
      Tooltip.install(line, new Tooltip("Go to line " + p.place().line() + "  (F8 for the next)"));
    line.setOnMouseClicked(_ -> goTo.accept(p));
    line.setOnKeyPressed(e -> {
      if (e.getCode() != KeyCode.ENTER && e.getCode() != KeyCode.SPACE) return;
      e.consume();
      goTo.accept(p);
    });
    return line;
  }

  /// Not colour alone: an exclamation mark for an error, a letter for a warning.
  static Node sign(Problem p) {
    Label sign = new Label(p.isError() ? "!" : "i");
    sign.getStyleClass()
        .addAll("nr-problem-sign", p.isError() ? "nr-sign-error" : "nr-sign-warning");
    sign.setMinWidth(Region.USE_PREF_SIZE);
    return sign;
  }
}
