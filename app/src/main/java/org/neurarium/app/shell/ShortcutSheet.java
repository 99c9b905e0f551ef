package org.neurarium.app.shell;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.neurarium.app.controls.Icons;
import org.neurarium.app.controls.Overlays;

/// All shortcuts at a glance.
final class ShortcutSheet {

  /// One line.
  ///
  /// @param group the heading it stands under
  record Line(String group, String keys, String does) {}

  private static final int COLUMNS = 3;

  private ShortcutSheet() {}

  static void show(Overlays overlays, List<Line> lines) {
    if (overlays.isOpen()) return;
    HBox columns = new HBox(36);
    for (int i = 0; i < COLUMNS; i++) columns.getChildren().add(new VBox(20));
    int[] filled = new int[COLUMNS];
    Map<String, List<Line>> groups =
        lines.stream()
            .collect(Collectors.groupingBy(Line::group, LinkedHashMap::new, Collectors.toList()));
    // The longest first, each into the column that is shortest so far.
    groups.entrySet().stream()
        .sorted(Comparator.comparingInt(g -> -g.getValue().size()))
        .forEach(g -> {
          int shortest = 0;
          for (int i = 1; i < COLUMNS; i++) if (filled[i] < filled[shortest]) shortest = i;
          filled[shortest] += g.getValue().size() + 2;
          if (columns.getChildren().get(shortest) instanceof VBox column)
            column.getChildren().add(new VBox(8, heading(g.getKey()), grid(g.getValue())));
        });
    Label title = new Label("Shortcuts");
    title.getStyleClass().add("nr-dialog-title");
    Button close = new Button("Close");
    HBox foot = new HBox(close);
    foot.setAlignment(Pos.CENTER_RIGHT);
    VBox card = new VBox(16, title, columns, foot);
    card.setId("shortcuts");
    card.getStyleClass().addAll("nr-dialog", "nr-shortcuts");
    close.setOnAction(_ -> overlays.close(card));
    overlays.show(card, Pos.CENTER, close, () -> {});
  }

  private static Label heading(String name) {
    Label label = new Label(name.toUpperCase(java.util.Locale.ROOT));
    label.getStyleClass().add("nr-heading");
    return label;
  }

  private static GridPane grid(List<Line> lines) {
    GridPane grid = new GridPane(14, 7);
    ColumnConstraints keys = new ColumnConstraints(Region.USE_PREF_SIZE, 106, Region.USE_PREF_SIZE);
    grid.getColumnConstraints().add(keys);
    for (int row = 0; row < lines.size(); row++) {
      Label does = new Label(lines.get(row).does());
      does.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(row, key(lines.get(row).keys()), does);
    }
    return grid;
  }

  private static HBox key(String keys) {
    Label label = new Label(keys);
    label.getStyleClass().add("nr-key");
    label.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(label, Icons.spacer());
    GridPane.setValignment(box, VPos.CENTER);
    return box;
  }
}
