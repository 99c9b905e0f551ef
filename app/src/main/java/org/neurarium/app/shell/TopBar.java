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

  private static final double SEARCH_WIDTH = 134;
  private static final double SEARCH_KEYS_WIDTH = 46;
  private static final double MOST_TITLE = 330;
  private static final double LEAST_TITLE = 120;

  private final Workspace workspace;
  private final Documents documents;
  private final Themes themes;
  private final Transport transport;
  private final StatusLine status;
  private final Label path = new Label();
  private final MenuButton title = new MenuButton();
  private final HBox saved = new HBox(7);
  private final Label savedWords = new Label();
  private final Label searchWords = new Label("Search or run…");
  private final HBox searchInside = new HBox();

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

  /// A window may be narrower than all that could be here: what does not fit is left out.
  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  /// What does not fit is left out rather than cut: first the path, then all of the status but the spikes, then both; then the words in the search and beside the mark of what is
  /// saved; at last the title ends in dots.
  @Override
  protected void layoutChildren() {
    double free = getWidth() - snappedLeftInset() - snappedRightInset();
    int shown = 0;
    for (Node n : getManagedChildren()) {
      shown++;
      if (n != path && n != status) free -= n == title ? titleWidth() : n.prefWidth(-1);
    }
    free -= (shown - 1) * getSpacing();
    free = compact(free);
    double whole = path.getText().isEmpty() ? 0 : path.prefWidth(-1);
    boolean beside = whole > 0 && free >= whole + status.shortWidth();
    status.fit(beside ? free - whole : free);
    path.setVisible(beside);
    path.setMaxWidth(beside ? Double.MAX_VALUE : 0);
    super.layoutChildren();
  }

  /// Takes words away where room is missing, and returns the room there is then.
  ///
  /// @param free room with the words that are shown now; below 0 where some is missing
  private double compact(double free) {
    double searchGain = SEARCH_WIDTH - SEARCH_KEYS_WIDTH;
    double savedGain = savedWords.prefWidth(-1) + saved.getSpacing();
    // As if all words were there, so that the answer does not depend on the last one.
    double room = free;
    if (!searchWords.isManaged()) room -= searchGain;
    if (saved.isManaged() && !savedWords.isManaged()) room -= savedGain;
    boolean shortSearch = room < 0;
    boolean shortSaved = saved.isManaged() && room + searchGain < 0;
    show(searchWords, !shortSearch);
    searchInside.setPrefWidth(shortSearch ? SEARCH_KEYS_WIDTH : SEARCH_WIDTH);
    show(savedWords, !shortSaved);
    double left = room + (shortSearch ? searchGain : 0) + (shortSaved ? savedGain : 0);
    double wanted = titleWidth();
    double given = Math.clamp(wanted + Math.min(0, left), LEAST_TITLE, wanted);
    title.setMinWidth(given);
    title.setMaxWidth(given);
    return Math.max(0, left);
  }

  private static void show(Node node, boolean shown) {
    if (node.isManaged() == shown) return;
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /// What the title would take if it had all room.
  private double titleWidth() {
    title.setMinWidth(Region.USE_COMPUTED_SIZE);
    title.setMaxWidth(MOST_TITLE);
    return Math.max(LEAST_TITLE, Math.min(MOST_TITLE, title.prefWidth(-1)));
  }

  Transport transport() {
    return transport;
  }

  private Node title(List<List<Action>> groups) {
    MenuButton menu = title;
    menu.getStyleClass().setAll("nr-flat", "nr-title");
    menu.setId("file-menu");
    menu.setGraphic(Icons.logo());
    menu.setGraphicTextGap(10);
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
    HBox mark = saved;
    mark.setAlignment(Pos.CENTER_LEFT);
    mark.getStyleClass().addAll("nr-saved");
    mark.setId("saved");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    mark.managedProperty().bind(mark.visibleProperty());
    Region dot = new Region();
    dot.getStyleClass().add("nr-saved-dot");
    savedWords.getStyleClass().add("nr-small");
    savedWords.setMinWidth(Region.USE_PREF_SIZE);
    mark.getChildren().addAll(dot, savedWords);
    Tooltip tip = new Tooltip();
    Tooltip.install(mark, tip);
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
        .subscribe(now -> {
          mark.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("unsaved"), !now);
          savedWords.setText(now ? "saved" : "not saved");
          tip.setText(
              now ? "The disk has what you see" : "Changed since it was saved  (Ctrl+S saves)");
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

  private Node searchBox(Action search) {
    Label keys = new Label(search.keyText().replace("+", " "));
    keys.getStyleClass().addAll("nr-mono", "nr-search-keys");
    HBox inside = searchInside;
    inside.getChildren().addAll(searchWords, Icons.spacer(), keys);
    inside.setAlignment(Pos.CENTER_LEFT);
    inside.setPrefWidth(SEARCH_WIDTH);
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
