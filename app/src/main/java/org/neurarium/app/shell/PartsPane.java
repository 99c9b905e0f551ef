package org.neurarium.app.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.canvas.CanvasView;
import org.neurarium.app.canvas.ModelPart;
import org.neurarium.app.canvas.Part;
import org.neurarium.app.canvas.Placeable;
import org.neurarium.app.canvas.WorldPart;
import org.neurarium.app.documents.Settings;
import org.neurarium.app.work.Workspace;

/// The palette: a card for each part, to be dragged onto the canvas, in families that fold. Which are folded is remembered; a search looks into all. FX thread only.
final class PartsPane extends VBox {

  private static final String SETTING = "parts.shown";

  private final CanvasView canvas;
  private final Workspace workspace;
  private final Settings settings;
  private final Consumer<String> openModel;
  private final PartCard equations;
  private final TextField search = new TextField();
  private final VBox list = new VBox();
  private final Set<PartFamily> shown;

  /// The cards made so far, by their look: the circuit changes with each key typed into a model, its parts hardly ever do.
  private final Map<String, PartCard> cards = new HashMap<>();

  /// What the list shows, to find out whether it has to change.
  private List<String> listed = List.of();

  /// @param canvas onto which parts are dragged
  /// @param workspace whose models are offered
  /// @param settings where it is remembered what is folded away
  /// @param newModel opens a model of the person's own
  /// @param openModel opens the equations of a model
  PartsPane(
      CanvasView canvas,
      Workspace workspace,
      Settings settings,
      Runnable newModel,
      Consumer<String> openModel) {
    this.canvas = canvas;
    this.workspace = workspace;
    this.settings = settings;
    this.openModel = openModel;
    equations = PartCard.equations(newModel);
    shown = remembered();
    getStyleClass().add("nr-parts");
    setId("parts");
    search.setPromptText("Find a part…");
    search.setAccessibleText("Find a part");
    search.setTooltip(new Tooltip("Type to find a part; Enter adds the first one"));
    search.setId("parts-search");
    search.getStyleClass().add("nr-search");
    search.textProperty().subscribe(_ -> list());
    workspace.circuitProperty().subscribe((_, _) -> list());
    search.setOnAction(_ -> firstShown());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    list.getStyleClass().add("nr-part-cards");
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox.setMargin(search, new Insets(0, 14, 0, 12));
    getChildren().addAll(search, scroll);
  }

  private Set<PartFamily> remembered() {
    Set<PartFamily> families = EnumSet.noneOf(PartFamily.class);
    List<String> keys =
        settings.text(SETTING).map(text -> List.of(text.split(",", -1))).orElse(List.of("?"));
    for (PartFamily f : PartFamily.values())
      if (keys.contains("?") ? f.isShownAtFirst() : keys.contains(f.key())) families.add(f);
    return families;
  }

  private void searchKey(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      e.consume();
    } else if (e.getCode() == KeyCode.DOWN) {
      focusNextTo(null, 1);
      e.consume();
    }
  }

  private void listKey(KeyEvent e) {
    int direction =
        switch (e.getCode()) {
          case DOWN -> 1;
          case UP -> -1;
          default -> 0;
        };
    if (direction == 0 || !(e.getTarget() instanceof Node from)) return;
    e.consume();
    focusNextTo(from, direction);
  }

  /// Puts the focus into the search.
  void focusSearch() {
    search.requestFocus();
  }

  private void firstShown() {
    list.getChildren().stream()
        .filter(n -> n instanceof PartCard card && card.isPart())
        .findFirst()
        .ifPresent(n -> canvas.addPart(((PartCard) n).offered()));
  }

  private void list() {
    String words = search.getText().strip().toLowerCase(Locale.ROOT);
    Map<PartFamily, List<PartCard>> found = new EnumMap<>(PartFamily.class);
    List<String> now = new ArrayList<>(List.of(words));
    for (PartFamily family : PartFamily.values()) {
      List<PartCard> wanted = new ArrayList<>();
      for (Placeable part : family.parts(workspace))
        if (isWanted(part, words, family.title())) wanted.add(card(part));
      if (family == PartFamily.POPULATIONS
          && "your equations model dv/dt models populations".contains(words)) wanted.add(equations);
      found.put(family, wanted);
      now.add(family.key() + shown.contains(family));
      wanted.forEach(c -> now.add(c.isPart() ? PartCard.look(c.offered()) : "equations"));
    }
    if (now.equals(listed)) return;
    listed = now;
    List<Node> nodes = new ArrayList<>();
    found.forEach((family, wanted) -> {
      if (wanted.isEmpty()) return;
      boolean searching = !words.isEmpty();
      nodes.add(searching ? heading(family.title()) : fold(family, wanted.size()));
      if (searching || shown.contains(family)) nodes.addAll(wanted);
    });
    if (nodes.isEmpty()) {
      Label none = new Label("No part is called “" + search.getText().strip() + "”.");
      none.setWrapText(true);
      none.getStyleClass().addAll("nr-muted", "nr-small");
      nodes.add(none);
    }
    list.getChildren().setAll(nodes);
  }

  private PartCard card(Placeable part) {
    PartCard card =
        cards.computeIfAbsent(PartCard.look(part), _ -> PartCard.of(part, canvas, openModel));
    card.offer(part);
    return card;
  }

  private PartFold fold(PartFamily family, int count) {
    PartFold fold = new PartFold(family.title(), count, shown.contains(family), () -> turn(family));
    fold.setId("parts-" + family.key());
    return fold;
  }

  private void turn(PartFamily family) {
    if (!shown.remove(family)) shown.add(family);
    settings.set(SETTING, shown.stream().map(PartFamily::key).collect(Collectors.joining(",")));
    list();
    list.getChildren().stream()
        .filter(n -> ("parts-" + family.key()).equals(n.getId()))
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  /// Parts are found by what stands on their cards, models by their ids and summaries, too.
  private static boolean isWanted(Placeable part, String words, String family) {
    String more =
        switch (part) {
          case ModelPart m -> m.entry().id() + " " + m.entry().summary() + " models";
          case WorldPart w -> w.kind().summary();
          case Part _ -> "";
        };
    return (part.title() + " " + part.summary() + " " + more + " " + family)
        .toLowerCase(Locale.ROOT)
        .contains(words);
  }

  static Label heading(String title) {
    Label label = new Label(title.toUpperCase(Locale.ROOT));
    label.getStyleClass().add("nr-heading");
    return label;
  }

  private void focusNextTo(@Nullable Node from, int direction) {
    var all = list.getChildren().stream().filter(Node::isFocusTraversable).toList();
    if (all.isEmpty()) return;
    int at = from == null ? 0 : all.indexOf(from) + direction;
    if (at < 0) search.requestFocus();
    else all.get(Math.min(at, all.size() - 1)).requestFocus();
  }
}
