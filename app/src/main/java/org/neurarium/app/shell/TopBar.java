package org.neurarium.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.neurarium.app.controls.Icons;
import org.neurarium.app.documents.Documents;
import org.neurarium.app.theme.Themes;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.file.ProjectFolder;

/// Title and file menu, undo and redo, transport, engine status, search and theme.
final class TopBar extends HBox {

  private final Workspace workspace;
  private final Documents documents;
  private final Themes themes;
  private final Transport transport;
  private final StatusLine status;
  private final Label path = new Label();

  /// @param fileActions the menu behind the title; in groups
  /// @param undo action
  /// @param redo action
  /// @param search opens the search over everything
  TopBar(
      Workspace workspace,
      Documents documents,
      Themes themes,
      List<List<Action>> fileActions,
      Action undo,
      Action redo,
      Action search) {
    this.workspace = workspace;
    this.documents = documents;
    this.themes = themes;
    transport = new Transport(workspace);
    getStyleClass().add("nr-top");
    setAlignment(Pos.CENTER_LEFT);
    status = new StatusLine(workspace);
    HBox.setHgrow(status, Priority.ALWAYS);
    Region gap = Icons.spacer();
    getChildren()
        .addAll(
            title(fileActions),
            where(),
            savedMark(),
            gap,
            undoRedo(undo, redo),
            transport,
            status,
            searchBox(search),
            themeSwitch());
    Node[] withDocument = {status, transport};
    for (Node n : withDocument) n.visibleProperty().bind(documents.openProperty());
  }

  /// What does not fit is left out rather than cut: first the path, then all of the status but the spikes, then both.
  @Override
  protected void layoutChildren() {
    double free = getWidth() - snappedLeftInset() - snappedRightInset();
    int shown = 0;
    for (Node n : getManagedChildren()) {
      shown++;
      if (n != path && n != status) free -= n.prefWidth(-1);
    }
    free -= (shown - 1) * getSpacing();
    double whole = path.getText().isEmpty() ? 0 : path.prefWidth(-1);
    boolean beside = whole > 0 && free >= whole + status.shortWidth();
    status.fit(beside ? free - whole : free);
    path.setVisible(beside);
    path.setMaxWidth(beside ? Double.MAX_VALUE : 0);
    super.layoutChildren();
  }

  Transport transport() {
    return transport;
  }

  private Node title(List<List<Action>> groups) {
    MenuButton menu = new MenuButton();
    menu.getStyleClass().setAll("nr-flat", "nr-title");
    menu.setId("file-menu");
    menu.setGraphic(Icons.logo());
    menu.setGraphicTextGap(10);
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.setMaxWidth(330);
    menu.textProperty()
        .bind(
            documents
                .openProperty()
                .flatMap(open ->
                    open
                        ? workspace.circuitProperty().map(c -> c.title())
                        : new javafx.beans.property.SimpleStringProperty("Neurarium")));
    menu.setTooltip(new Tooltip("New, open, save"));
    menu.setAccessibleText("File menu");
    for (List<Action> group : groups) {
      if (!menu.getItems().isEmpty()) menu.getItems().add(new SeparatorMenuItem());
      for (Action action : group) {
        MenuItem item = new MenuItem(action.title());
        // Shown only: the window's own keys run the action first and swallow the event.
        action.keys().ifPresent(item::setAccelerator);
        item.setOnAction(_ -> action.run().run());
        menu.getItems().add(item);
      }
    }
    return menu;
  }

  private Node where() {
    path.getStyleClass().addAll("nr-muted", "nr-small");
    path.setMinWidth(0);
    path.setId("path");
    documents.projectProperty().subscribe(p -> show(path, p));
    return path;
  }

  private static void show(Label label, Optional<ProjectFolder> project) {
    label.setText(project.map(TopBar::shortPath).orElse(""));
    label.setTooltip(project.map(p -> new Tooltip(p.circuitFile().toString())).orElse(null));
  }

  /// The last two names of the path.
  private static String shortPath(ProjectFolder project) {
    Path folder = project.folder();
    String parent =
        folder.getParent() == null || folder.getParent().getFileName() == null
            ? ""
            : folder.getParent().getFileName() + " / ";
    return parent + Documents.nameOf(project);
  }

  private Node savedMark() {
    Label mark = new Label();
    mark.getStyleClass().addAll("nr-saved", "nr-small");
    mark.setId("saved");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    mark.managedProperty().bind(mark.visibleProperty());
    Region dot = new Region();
    dot.getStyleClass().add("nr-saved-dot");
    mark.setGraphic(dot);
    mark.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    documents.openProperty().get()
                        && (documents.projectProperty().get().isPresent()
                            || !documents.savedProperty().get()),
                documents.openProperty(),
                documents.projectProperty(),
                documents.savedProperty()));
    documents
        .savedProperty()
        .subscribe(saved -> {
          mark.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("unsaved"), !saved);
          mark.setText(saved ? "saved" : "not saved");
          mark.setTooltip(
              new Tooltip(
                  saved
                      ? "The disk has what you see"
                      : "Changed since it was saved  (Ctrl+S saves)"));
        });
    return mark;
  }

  private Node undoRedo(Action undo, Action redo) {
    Button back = flat("undo", Icons.undo(), undo);
    Button forth = flat("redo", Icons.redo(), redo);
    workspace
        .versionProperty()
        .subscribe(_ -> {
          back.setDisable(!workspace.history().canUndo());
          forth.setDisable(!workspace.history().canRedo());
          back.setTooltip(
              new Tooltip(
                  workspace.history().undoLabel().map(l -> "Undo: " + l).orElse("Nothing to undo")
                      + "  ("
                      + undo.keyText()
                      + ")"));
          forth.setTooltip(
              new Tooltip(
                  workspace.history().redoLabel().map(l -> "Redo: " + l).orElse("Nothing to redo")
                      + "  ("
                      + redo.keyText()
                      + ")"));
        });
    HBox box = new HBox(6, back, forth);
    box.setAlignment(Pos.CENTER);
    box.visibleProperty().bind(documents.openProperty());
    box.getStyleClass().add("nr-undo");
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }

  private static Button flat(String id, Node icon, Action action) {
    Button button = new Button();
    button.setGraphic(icon);
    button.setId(id);
    button.getStyleClass().setAll("nr-flat");
    button.setTooltip(new Tooltip(action.tip()));
    button.setAccessibleText(action.title());
    button.setOnAction(_ -> action.run().run());
    return button;
  }

  private static Node searchBox(Action search) {
    Label words = new Label("Search or run…");
    Label keys = new Label(search.keyText().replace("+", " "));
    keys.getStyleClass().addAll("nr-mono", "nr-search-keys");
    HBox inside = new HBox(words, Icons.spacer(), keys);
    inside.setAlignment(Pos.CENTER_LEFT);
    inside.setPrefWidth(134);
    Button box = new Button();
    box.setGraphic(inside);
    box.setId("search");
    box.getStyleClass().setAll("nr-search-box");
    box.setTooltip(
        new Tooltip(
            "Search parts, actions, elements and parameters, or run anything  ("
                + search.keyText()
                + ")"));
    box.setAccessibleText("Search or run anything");
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setOnAction(_ -> search.run().run());
    return box;
  }

  private Node themeSwitch() {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox(4, theme("Light", false, group), theme("Dark", true, group));
    box.setAlignment(Pos.CENTER);
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }

  private ToggleButton theme(String name, boolean dark, ToggleGroup group) {
    Region dot = new Region();
    dot.getStyleClass().add(dark ? "nr-theme-dark" : "nr-theme-light");
    ToggleButton button = new ToggleButton();
    button.setGraphic(dot);
    button.getStyleClass().setAll("nr-flat", "nr-theme");
    button.setId("theme-" + name.toLowerCase(java.util.Locale.ROOT));
    button.setToggleGroup(group);
    button.setTooltip(new Tooltip(name + " theme"));
    button.setAccessibleText(name + " theme");
    button.setOnAction(_ -> themes.setDark(dark));
    themes.paletteProperty().subscribe(p -> button.setSelected(p.dark() == dark));
    return button;
  }
}
