package org.neurarium.app.inspector;

import javafx.scene.control.CheckBox;

/// Yes or no.
final class ToggleRow extends Row {

  private final CheckBox box;
  private final Access<Boolean> access;

  ToggleRow(String name, String help, Access<Boolean> access) {
    this.access = access;
    box = new CheckBox(name);
    box.setTooltip(tip(help));
    box.setId(NumberRow.fieldId(name));
    box.setOnAction(_ -> access.set(box.isSelected()));
    getChildren().add(box);
    refresh();
  }

  @Override
  void refresh() {
    box.setIndeterminate(access.get().isEmpty());
    access.get().ifPresent(box::setSelected);
  }

  @Override
  void focusField() {
    box.requestFocus();
  }
}
