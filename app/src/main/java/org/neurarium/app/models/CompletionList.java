package org.neurarium.app.models;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.controls.Icons;

/// The list of completions below the caret. It never takes the focus: keys come from the text.
final class CompletionList extends StackPane {

  private static final double ROW = 26;
  private static final int MOST_ROWS = 9;
  private static final double WIDTH = 430;

  private final ListView<Completion> list = new ListView<>();
  private final Consumer<Completion> choose;

  /// @param choose takes the completion that a person picks
  CompletionList(Consumer<Completion> choose) {
    this.choose = choose;
    getStyleClass().add("nr-completions");
    list.setId("completions");
    list.setAccessibleText("Completions");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new Cell());
    list.setOnMouseClicked(_ -> chooseSelected());
    getChildren().add(list);
  }

  boolean isOpen() {
    return isVisible();
  }

  void open(Reading reading, String line, int column) {
    setVisible(true);
    show(Completions.at(reading, line, column));
  }

  /// Follows the text while it is typed.
  void refresh(Reading reading, String line, int column) {
    if (isOpen()) show(Completions.at(reading, line, column));
  }

  private void show(List<Completion> completions) {
    if (completions.isEmpty()) {
      close();
      return;
    }
    if (completions.equals(list.getItems())) return;
    list.getItems().setAll(completions);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    list.setPrefSize(WIDTH, ROW * Math.min(MOST_ROWS, completions.size()) + 4);
    autosize();
  }

  void close() {
    setVisible(false);
  }

  /// What a key means while the list is open; whether it meant anything.
  boolean press(KeyCode key) {
    switch (key) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(MOST_ROWS - 1);
      case PAGE_UP -> move(1 - MOST_ROWS);
      case ENTER, TAB -> chooseSelected();
      case ESCAPE -> close();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int by) {
    int last = list.getItems().size() - 1;
    int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, last);
    list.getSelectionModel().select(to);
    list.scrollTo(Math.max(0, to - MOST_ROWS + 2));
  }

  private void chooseSelected() {
    Completion chosen = list.getSelectionModel().getSelectedItem();
    close();
    if (chosen != null) choose.accept(chosen);
  }

  private static final class Cell extends ListCell<Completion> {

    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox line = new HBox(14, title, Icons.spacer(), detail);

    Cell() {
      line.setAlignment(Pos.CENTER_LEFT);
      title.setMinWidth(Region.USE_PREF_SIZE);
      detail.setMinWidth(0);
      HBox.setHgrow(detail, Priority.SOMETIMES);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Completion item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      title.setText(item.title());
      title.getStyleClass().setAll("label", "nr-completion-title", item.look().style());
      detail.setText(item.detail());
      detail.getStyleClass().setAll("label", "nr-completion-detail");
      setAccessibleText(item.title() + ", " + item.detail());
      setGraphic(line);
    }
  }
}
