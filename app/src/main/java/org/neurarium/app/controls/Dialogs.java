package org.neurarium.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.neurarium.circuits.Problem;

/// Questions and lists inside the window.
public final class Dialogs {

  /// One answer.
  ///
  /// @param text on the button
  /// @param role how it looks and which key means it
  /// @param run what follows
  public record Answer(String text, Role role, Runnable run) {}

  /// What an answer means.
  public enum Role {
    /// Enter.
    DEFAULT,
    /// Neither Enter nor Escape.
    OTHER,
    /// Escape, or a click beside the dialog.
    CANCEL
  }

  private final Overlays overlays;

  public Dialogs(Overlays overlays) {
    this.overlays = overlays;
  }

  /// Asks a question; exactly one answer is run.
  public void ask(String title, String text, List<Answer> answers) {
    ask(title, text, List.of(), answers);
  }

  /// Shows problems with their places and hints.
  public void problems(String title, String text, List<Problem> problems, List<Answer> answers) {
    VBox list = new VBox(10);
    list.getStyleClass().add("nr-problem-list");
    for (Problem p : problems.stream().limit(200).toList()) list.getChildren().add(line(p));
    if (problems.size() > 200)
      list.getChildren().add(new Label("and " + (problems.size() - 200) + " more"));
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(320);
    ask(title, text, problems.isEmpty() ? List.of() : List.of(scroll), answers);
  }

  /// Says something that only has to be read.
  public void tell(String title, String text) {
    ask(title, text, List.of(new Answer("OK", Role.DEFAULT, () -> {})));
  }

  private static Node line(Problem problem) {
    Label sentence = wrapped(problem.sentence());
    VBox box = new VBox(1, sentence);
    String place = problem.place().toString();
    if (!place.isEmpty()) {
      Label where = wrapped(place);
      where.getStyleClass().addAll("nr-mono", "nr-muted", "nr-small");
      box.getChildren().add(where);
    }
    if (!problem.hint().isEmpty()) {
      Label hint = wrapped(problem.hint());
      hint.getStyleClass().addAll("nr-muted", "nr-small");
      box.getChildren().add(hint);
    }
    return box;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A dialog with anything between its text and its answers.
  public void ask(String title, String text, List<Node> middle, List<Answer> answers) {
    Label heading = new Label(title);
    heading.getStyleClass().add("nr-dialog-title");
    heading.setWrapText(true);
    VBox card = new VBox(12, heading);
    card.setId("dialog");
    if (!text.isEmpty()) card.getChildren().add(wrapped(text));
    card.getChildren().addAll(middle);
    card.getStyleClass().add("nr-dialog");
    List<Button> buttons = new ArrayList<>();
    Runnable dismissed =
        answers.stream()
            .filter(a -> a.role() == Role.CANCEL)
            .map(Answer::run)
            .findFirst()
            .orElse(() -> {});
    for (Answer answer : answers) {
      Button button = new Button(answer.text());
      button.setDefaultButton(answer.role() == Role.DEFAULT);
      button.setOnAction(_ -> {
        overlays.close(card);
        answer.run().run();
      });
      buttons.add(button);
    }
    HBox line = new HBox(8);
    line.setAlignment(Pos.CENTER_RIGHT);
    line.getChildren().addAll(buttons);
    card.getChildren().add(line);
    Button first =
        buttons.stream().filter(Button::isDefaultButton).findFirst().orElse(buttons.getFirst());
    overlays.show(card, Pos.CENTER, first, dismissed);
  }
}
