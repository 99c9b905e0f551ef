package org.neurarium.app.shell;

import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Pages under a row of names. A page is made when it is first looked at.
final class Tabs extends VBox {

  private final HBox names = new HBox();
  private final StackPane page = new StackPane();
  private final ToggleGroup group = new ToggleGroup();

  Tabs() {
    getStyleClass().add("nr-tabs");
    names.getStyleClass().add("nr-tab-names");
    page.setMinSize(0, 0);
    VBox.setVgrow(page, Priority.ALWAYS);
    getChildren().addAll(names, page);
    group
        .selectedToggleProperty()
        .subscribe((old, now) -> {
          if (now == null && old != null)
            old.setSelected(true); // a tab is not switched off by a second click
        });
  }

  /// Adds a page behind the others; the first one is shown.
  Tabs add(String name, String help, Supplier<Node> make) {
    ToggleButton tab = new ToggleButton(name);
    tab.getStyleClass().setAll("nr-tab");
    tab.setToggleGroup(group);
    tab.setTooltip(new Tooltip(help));
    tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
    tab.setId("tab-" + name.toLowerCase(java.util.Locale.ROOT));
    tab.selectedProperty()
        .subscribe(selected -> {
          if (selected) page.getChildren().setAll(made(tab, make));
        });
    tab.setMinWidth(Region.USE_PREF_SIZE);
    names.getChildren().add(tab);
    if (group.getSelectedToggle() == null) tab.setSelected(true);
    return this;
  }

  private static Node made(ToggleButton tab, Supplier<Node> make) {
    Object known = tab.getUserData();
    if (known instanceof Node node) return node;
    Node node = make.get();
    tab.setUserData(node);
    return node;
  }

  /// Puts controls at the right end of the row of names.
  Tabs tools(Node tools) {
    names.getChildren().addAll(org.neurarium.app.controls.Icons.spacer(), tools);
    return this;
  }

  /// Shows the page with this name.
  void show(String name) {
    for (Node n : names.getChildren())
      if (n instanceof ToggleButton t && t.getText().equals(name)) t.setSelected(true);
  }

  /// The name of the page shown.
  @Nullable String shown() {
    return group.getSelectedToggle() instanceof ToggleButton t ? t.getText() : null;
  }

  /// Takes a page's name off the row, or puts it back.
  void offer(String name, boolean offered) {
    for (Node n : names.getChildren())
      if (n instanceof ToggleButton t && t.getText().equals(name)) {
        t.setVisible(offered);
        t.setManaged(offered);
      }
  }
}
