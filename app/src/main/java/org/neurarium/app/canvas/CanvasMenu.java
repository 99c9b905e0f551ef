package org.neurarium.app.canvas;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The context menu: the canvas's actions, with their keys.
final class CanvasMenu {

  private final ContextMenu menu = new ContextMenu();

  void show(CanvasView canvas, CanvasActions actions, double screenX, double screenY) {
    boolean selected = !canvas.workspace().selection().isEmpty();
    menu.getItems().clear();
    for (CanvasAction action : actions.editing())
      if (selected || action.isEnabled()) menu.getItems().add(item(action));
    if (selected) {
      Menu arrange = new Menu("Arrange");
      arrange.getItems().setAll(actions.arranging().stream().map(CanvasMenu::item).toList());
      menu.getItems().addAll(new SeparatorMenuItem(), arrange);
    } else {
      Menu add = new Menu("Add");
      for (Part part : Part.values()) {
        MenuItem item = new MenuItem(part.title());
        item.setOnAction(_ -> canvas.addPartAt(screenX, screenY, part));
        add.getItems().add(item);
      }
      List<MenuItem> view = actions.viewing().stream().map(CanvasMenu::item).toList();
      menu.getItems().addAll(new SeparatorMenuItem(), add, new SeparatorMenuItem());
      menu.getItems().addAll(view);
    }
    menu.show(canvas, screenX, screenY);
  }

  void hide() {
    menu.hide();
  }

  private static MenuItem item(CanvasAction action) {
    MenuItem item = new MenuItem(action.title());
    item.setId(action.id());
    action.shortcut().ifPresent(item::setAccelerator);
    item.setDisable(!action.isEnabled());
    item.setOnAction(_ -> action.run().run());
    return item;
  }
}
