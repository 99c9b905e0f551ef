package org.neurarium.app.inspector;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.edit.Edit;

/// What is wrong with the circuit, with a way out. A click shows the element concerned; a double-click opens a model where it cannot be read.
final class ProblemList extends VBox {

  private static final int MOST = 30;

  private final Consumer<ElementId> show;
  private final Consumer<Place> openModel;
  private final Consumer<Edit> fix;

  /// @param problems to show
  /// @param show selects an element
  /// @param openModel shows a place in a model's file
  /// @param fix applies an edit that mends
  ProblemList(
      ObservableValue<List<Problem>> problems,
      Consumer<ElementId> show,
      Consumer<Place> openModel,
      Consumer<Edit> fix) {
    this.show = show;
    this.openModel = openModel;
    this.fix = fix;
    getStyleClass().add("nr-problems");
    setId("problems");
    problems.subscribe(this::list);
  }

  private void list(List<Problem> problems) {
    setVisible(!problems.isEmpty());
    setManaged(!problems.isEmpty());
    getChildren().setAll(problems.stream().limit(MOST).map(this::card).toList());
    if (problems.size() > MOST)
      getChildren().add(new Label("and " + (problems.size() - MOST) + " more"));
  }

  private Region card(Problem problem) {
    Label sentence = new Label(problem.sentence());
    sentence.getStyleClass().add("nr-problem-sentence");
    Label hint = new Label(problem.hint());
    hint.getStyleClass().addAll("nr-muted", "nr-small");
    for (Label l : List.of(sentence, hint)) {
      l.setWrapText(true);
      l.setMinHeight(USE_PREF_SIZE);
    }
    VBox card = new VBox(3, sentence);
    if (!problem.hint().isEmpty()) card.getChildren().add(hint);
    HBox actions = new HBox(8);
    actions.setAlignment(Pos.CENTER_LEFT);
    problem
        .fix()
        .ifPresent(edit ->
            actions.getChildren().add(button("Fix it", edit.label(), () -> fix.accept(edit))));
    Place place = problem.place();
    if (place.file().startsWith("models/")) {
      actions
          .getChildren()
          .add(
              button(
                  "Open equations",
                  "Go to " + place + " in the model's text",
                  () -> openModel.accept(place)));
      card.setOnMouseClicked(e -> {
        if (e.getClickCount() == 2) openModel.accept(place);
      });
    }
    place
        .element()
        .ifPresent(id -> {
          actions
              .getChildren()
              .add(button("Show", "Select the part concerned", () -> show.accept(id)));
          if (!place.file().startsWith("models/")) card.setOnMouseClicked(_ -> show.accept(id));
        });
    if (!actions.getChildren().isEmpty()) card.getChildren().add(actions);
    card.getStyleClass()
        .addAll("nr-problem", problem.isError() ? "nr-problem-error" : "nr-problem-warning");
    return card;
  }

  private static Button button(String text, String help, Runnable action) {
    return Buttons.small(text, help, action);
  }
}
