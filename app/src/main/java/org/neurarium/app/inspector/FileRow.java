package org.neurarium.app.inspector;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A data file of the project, with a button that brings in another.
final class FileRow extends Row {

  private final Label file = new Label();
  private final Access<String> access;
  private final Button choose;

  FileRow(String name, String help, Access<String> access, Runnable bringIn) {
    this.access = access;
    Label label = new Label(name);
    label.getStyleClass().add("nr-row-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    file.getStyleClass().add("nr-file-name");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    choose = Buttons.small("Import…", help, bringIn);
    choose.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(8, label, gap, file, choose);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(line);
    refresh();
  }

  @Override
  void refresh() {
    file.setText(access.get().orElse("differ"));
  }

  @Override
  void focusField() {
    choose.requestFocus();
  }
}
