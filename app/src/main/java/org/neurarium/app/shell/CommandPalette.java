package org.neurarium.app.shell;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.controls.Icons;
import org.neurarium.app.controls.Overlays;

/// Search or run anything, with the keyboard alone.
final class CommandPalette {

  /// Something to be found.
  ///
  /// @param title what is matched and shown
  /// @param detail shown beside it, matched less
  /// @param run what choosing it does
  record Item(String title, String detail, Runnable run) {}

  private record Ranked(Item item, int score) {}

  private static final int MOST = 60;

  private final Overlays overlays;
  private final Supplier<List<Item>> items;

  /// @param items asked for each time it opens
  CommandPalette(Overlays overlays, Supplier<List<Item>> items) {
    this.overlays = overlays;
    this.items = items;
  }

  void open() {
    if (overlays.isOpen()) return;
    List<Item> all = items.get();
    TextField search = new TextField();
    search.setPromptText("Search parts, actions, elements, parameters, samples…");
    search.setAccessibleText("Search or run anything");
    search.setId("command-search");
    search.getStyleClass().add("nr-command-search");
    ListView<Item> list = new ListView<>();
    list.setId("command-list");
    list.getStyleClass().add("nr-command-list");
    list.setCellFactory(_ -> new Cell());
    list.setFocusTraversable(false);
    list.setPrefSize(560, 360);
    VBox card = new VBox(search, list);
    card.setId("command-palette");
    card.getStyleClass().add("nr-command-palette");
    Runnable choose =
        () -> {
          Item chosen = list.getSelectionModel().getSelectedItem();
          if (chosen == null) return;
          overlays.close(card);
          chosen.run().run();
        };
    search
        .textProperty()
        .subscribe(wanted -> {
          list.getItems().setAll(find(all, wanted));
          list.getSelectionModel().selectFirst();
          list.scrollTo(0);
        });
    search.setOnAction(_ -> choose.run());
    search.addEventFilter(KeyEvent.KEY_PRESSED, e -> move(list, e));
    list.setOnMouseClicked(_ -> choose.run());
    overlays.show(card, Pos.TOP_CENTER, search, () -> {});
    StackPane.setMargin(card, new Insets(72, 0, 0, 0));
  }

  private static void move(ListView<Item> list, KeyEvent e) {
    int at = list.getSelectionModel().getSelectedIndex();
    int next =
        switch (e.getCode()) {
          case DOWN -> at + 1;
          case UP -> at - 1;
          case PAGE_DOWN -> at + 8;
          case PAGE_UP -> at - 8;
          default -> Integer.MIN_VALUE;
        };
    if (next == Integer.MIN_VALUE || list.getItems().isEmpty()) return;
    int row = Math.clamp(next, 0, list.getItems().size() - 1);
    list.getSelectionModel().select(row);
    list.scrollTo(Math.max(0, row - 4));
    e.consume();
  }

  /// The items that match, best first.
  static List<Item> find(List<Item> all, String wanted) {
    return all.stream()
        .map(i ->
            new Ranked(
                i,
                Math.max(
                    2 * Finder.score(wanted, i.title()),
                    Finder.score(wanted, i.title() + " " + i.detail()))))
        .filter(r -> r.score() > 0)
        .sorted(Comparator.comparingInt(Ranked::score).reversed())
        .limit(MOST)
        .map(Ranked::item)
        .toList();
  }

  private static final class Cell extends ListCell<Item> {
    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      setGraphic(empty || item == null ? null : line(item));
    }

    private static Node line(Item item) {
      Label title = new Label(item.title());
      title.setMinWidth(Region.USE_PREF_SIZE);
      Label detail = new Label(item.detail());
      detail.getStyleClass().addAll("nr-muted", "nr-small");
      HBox line = new HBox(12, title, Icons.spacer(), detail);
      line.setAlignment(Pos.CENTER_LEFT);
      return line;
    }
  }
}
