package org.neurarium.app.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
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

  private ShortcutSheet() {}

  static void show(Overlays overlays, List<Line> lines) {
    if (overlays.isOpen()) return;
    Map<String, VBox> groups = new LinkedHashMap<>();
    Map<String, Integer> rows = new LinkedHashMap<>();
    FlowPane columns = new FlowPane(javafx.geometry.Orientation.VERTICAL, 36, 20);
    columns.setPrefWrapLength(460);
    for (Line line : lines) {
      VBox box =
          groups.computeIfAbsent(
              line.group(),
              name -> {
                VBox made = new VBox(8, heading(name), grid());
                columns.getChildren().add(made);
                return made;
              });
      int row = rows.merge(line.group(), 1, Integer::sum);
      if (box.getChildren().get(1) instanceof GridPane grid)
        grid.addRow(row, key(line.keys()), new Label(line.does()));
    }
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

  private static GridPane grid() {
    GridPane grid = new GridPane(14, 7);
    ColumnConstraints keys = new ColumnConstraints(Region.USE_PREF_SIZE, 120, Region.USE_PREF_SIZE);
    grid.getColumnConstraints().add(keys);
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
