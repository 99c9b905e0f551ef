package org.neurarium.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.canvas.CanvasView;
import org.neurarium.app.canvas.ModelPart;
import org.neurarium.app.canvas.Part;
import org.neurarium.app.canvas.PartTransfer;
import org.neurarium.app.canvas.Placeable;
import org.neurarium.app.canvas.Substance;
import org.neurarium.app.canvas.WorldPart;
import org.neurarium.app.controls.Icons;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;

/// The palette: a card for each part, to be dragged onto the canvas. Enter or a double-click puts a part into the middle.
final class PartsPane extends VBox {

  private static final String LIBRARY = "Model library";

  private final CanvasView canvas;
  private final Workspace workspace;
  private final Runnable newModel;
  private final Consumer<String> openModel;
  private final TextField search = new TextField();
  private final VBox cards = new VBox();

  /// The models listed now; the circuit may bring more along or change them.
  private List<ModelPart> models = List.of();

  private boolean libraryOpen;

  private List<ModelPart> modulators = List.of();

  /// @param canvas onto which parts are dragged
  /// @param workspace whose models are offered
  /// @param newModel opens a model of the person's own
  /// @param openModel opens the equations of a model
  PartsPane(CanvasView canvas, Workspace workspace, Runnable newModel, Consumer<String> openModel) {
    this.canvas = canvas;
    this.workspace = workspace;
    this.newModel = newModel;
    this.openModel = openModel;
    models = neurons();
    modulators = substances();
    getStyleClass().add("nr-parts");
    setId("parts");
    search.setPromptText("Find a part…");
    search.setAccessibleText("Find a part");
    search.setTooltip(new Tooltip("Type to find a part; Enter adds the first one"));
    search.setId("parts-search");
    search.getStyleClass().add("nr-search");
    search.textProperty().subscribe(this::list);
    workspace.circuitProperty().subscribe((_, _) -> followModels());
    search.setOnAction(_ -> firstShown());
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            e.consume();
          } else if (e.getCode() == KeyCode.DOWN) {
            focusNextTo(null, 1);
            e.consume();
          }
        });
    cards.getStyleClass().add("nr-part-cards");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox.setMargin(search, new javafx.geometry.Insets(0, 14, 0, 12));
    getChildren().addAll(search, scroll);
  }

  private List<ModelPart> neurons() {
    return workspace.models().neuronEntries().stream().map(ModelPart::new).toList();
  }

  private List<ModelPart> substances() {
    return workspace.models().entries(Model.Kind.MODULATOR).stream()
        .map(ModelPart::new)
        .sorted(Comparator.comparing(m -> Substance.of(m.entry().id())))
        .toList();
  }

  private void followModels() {
    List<ModelPart> now = neurons();
    List<ModelPart> substances = substances();
    if (now.equals(models) && substances.equals(modulators)) return;
    models = now;
    modulators = substances;
    list(search.getText());
  }

  /// Puts the focus into the search.
  void focusSearch() {
    search.requestFocus();
  }

  private void firstShown() {
    cards.getChildren().stream()
        .filter(n -> n.getUserData() instanceof Placeable)
        .findFirst()
        .ifPresent(n -> canvas.addPart((Placeable) n.getUserData()));
  }

  private void list(String wanted) {
    cards.getChildren().clear();
    String words = wanted.strip().toLowerCase(Locale.ROOT);
    for (Part.Family family : Part.Family.values()) {
      list(
          family.title(),
          Stream.of(Part.values()).filter(p -> p.family() == family),
          words,
          p -> "part-" + p.name().toLowerCase(Locale.ROOT));
      if (family == Part.Family.POPULATION) {
        list("Dendritic neurons", cells(true), words, m -> "model-" + m.entry().id());
        list("Neuromodulators", modulators.stream(), words, m -> "modulator-" + m.entry().id());
      }
      if (family == Part.Family.STIMULUS)
        list(
            "Worlds",
            workspace.worlds().all().stream().map(WorldPart::new),
            words,
            w -> "world-" + w.kind().id());
    }
    listModels(words);
    if (cards.getChildren().isEmpty()) {
      Label none = new Label("No part is called “" + wanted.strip() + "”.");
      none.setWrapText(true);
      none.getStyleClass().addAll("nr-muted", "nr-small");
      cards.getChildren().add(none);
    }
  }

  /// A family's cards under its heading; nothing where none has the words.
  private <P extends Placeable> void list(
      String family, Stream<P> parts, String words, Function<P, String> id) {
    List<P> found = parts.filter(p -> isWanted(p, words, family)).toList();
    if (found.isEmpty()) return;
    cards.getChildren().add(heading(family));
    for (P part : found) cards.getChildren().add(card(part, id.apply(part)));
  }

  /// Models of neurons without dendrites. Those that come along are many, and folded away until one looks for them.
  private void listModels(String words) {
    List<Node> own = new ArrayList<>();
    if ("your equations model dv/dt models".contains(words)) own.add(yourEquations());
    List<Node> library = new ArrayList<>();
    for (ModelPart part : cells(false).filter(p -> isWanted(p, words, "Models")).toList()) {
      (part.entry().origin() == ModelCatalogue.Origin.BUILT_IN ? library : own)
          .add(card(part, "model-" + part.entry().id()));
    }
    if (!own.isEmpty()) {
      cards.getChildren().add(heading("Models"));
      cards.getChildren().addAll(own);
    }
    if (library.isEmpty()) return;
    boolean searching = !words.isEmpty();
    cards.getChildren().add(searching ? heading(LIBRARY) : libraryFold(library.size()));
    if (searching || libraryOpen) cards.getChildren().addAll(library);
  }

  /// The heading of the library, which opens and closes it.
  private Node libraryFold(int count) {
    HBox fold = new HBox(6, heading(LIBRARY), new Label(Integer.toString(count)));
    fold.getChildren().get(1).getStyleClass().addAll("nr-muted", "nr-small");
    fold.getChildren()
        .addFirst(Icons.line(libraryOpen ? "M3.5 6 L8 10.5 L12.5 6" : "M6 3.5 L10.5 8 L6 12.5"));
    fold.setAlignment(Pos.CENTER_LEFT);
    fold.getStyleClass().add("nr-part-fold");
    fold.setId("parts-library");
    fold.setFocusTraversable(true);
    fold.setAccessibleRole(AccessibleRole.BUTTON);
    fold.setAccessibleText(
        (libraryOpen ? "Fold away " : "Show ") + count + " neuron models of the library");
    Tooltip.install(
        fold,
        new Tooltip(
            libraryOpen
                ? "Fold the models away that come along"
                : "Show all neuron models that come along; typing above finds them, too"));
    fold.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY) turnLibrary();
    });
    fold.setOnKeyPressed(e -> {
      switch (e.getCode()) {
        case ENTER, SPACE -> turnLibrary();
        case RIGHT, LEFT -> {
          if ((e.getCode() == KeyCode.RIGHT) != libraryOpen) turnLibrary();
        }
        case DOWN -> focusNextTo(fold, 1);
        case UP -> focusNextTo(fold, -1);
        default -> {
          return;
        }
      }
      e.consume();
    });
    return fold;
  }

  private void turnLibrary() {
    libraryOpen = !libraryOpen;
    list(search.getText());
    cards.getChildren().stream()
        .filter(n -> "parts-library".equals(n.getId()))
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  /// The models of neurons with dendrites, or those without.
  private Stream<ModelPart> cells(boolean dendritic) {
    return models.stream().filter(m -> (m.entry().kind() == Model.Kind.CELL) == dendritic);
  }

  /// Parts are found by what stands on their cards, models by their ids and summaries, too.
  private static boolean isWanted(Placeable part, String words, String family) {
    String more =
        switch (part) {
          case ModelPart m -> m.entry().id() + " " + m.entry().summary();
          case WorldPart w -> w.kind().summary();
          case Part _ -> "";
        };
    return (part.title() + " " + part.summary() + " " + more + " " + family)
        .toLowerCase(Locale.ROOT)
        .contains(words);
  }

  private static Node heading(String title) {
    Label label = new Label(title.toUpperCase(Locale.ROOT));
    label.getStyleClass().add("nr-heading");
    return label;
  }

  private Node card(Placeable part, String id) {
    HBox card = look(part);
    card.setUserData(part);
    card.setId(id);
    card.setFocusTraversable(true);
    card.setAccessibleRole(AccessibleRole.BUTTON);
    card.setAccessibleText("Add " + part.title() + ": " + part.summary());
    Tooltip.install(
        card,
        new Tooltip(
            part.title()
                + ": "
                + part.summary()
                + ".\nDrag it onto the canvas, or press Enter."
                + (part instanceof ModelPart ? "\nCtrl+Enter opens its equations." : "")));
    if (part instanceof ModelPart model)
      card.setOnContextMenuRequested(e -> {
        menu(model).show(card, e.getScreenX(), e.getScreenY());
        e.consume();
      });
    card.setOnMousePressed(_ -> card.requestFocus());
    PartTransfer.install(card, part, canvas);
    card.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) canvas.addPart(part);
    });
    card.setOnKeyPressed(e -> key(part, card, e));
    return card;
  }

  private ContextMenu menu(ModelPart part) {
    MenuItem put = new MenuItem("Put on the canvas");
    put.setOnAction(_ -> canvas.addPart(part));
    MenuItem equations = new MenuItem("Open equations");
    equations.setOnAction(_ -> openModel.accept(part.entry().id()));
    ContextMenu menu = new ContextMenu(put, equations);
    menu.setAutoHide(true);
    return menu;
  }

  /// The card that opens a new model instead of being dragged.
  private Node yourEquations() {
    Label sign = new Label("ẋ");
    sign.getStyleClass().add("nr-equations-sign");
    HBox card = look(sign, "Your equations", "dv/dt = …");
    card.setId("part-equations");
    card.setFocusTraversable(true);
    card.setAccessibleRole(AccessibleRole.BUTTON);
    card.setAccessibleText("Your equations: write a model of your own");
    Tooltip.install(
        card,
        new Tooltip("Your equations: a model of your own, to begin with one that works  (Ctrl+E)"));
    card.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY) newModel.run();
    });
    card.setOnKeyPressed(e -> {
      switch (e.getCode()) {
        case ENTER, SPACE -> newModel.run();
        case DOWN -> focusNextTo(card, 1);
        case UP -> focusNextTo(card, -1);
        default -> {
          return;
        }
      }
      e.consume();
    });
    return card;
  }

  private static HBox look(Placeable part) {
    return look(SymbolIcon.of(part, 20), part.title(), part.summary());
  }

  private static HBox look(Node icon, String name, String words) {
    Label title = new Label(name);
    title.getStyleClass().add("nr-part-title");
    Label summary = new Label(words);
    summary.getStyleClass().add("nr-part-summary");
    VBox texts = new VBox(-1, title, summary);
    texts.setAlignment(Pos.CENTER_LEFT);
    texts.setMinWidth(0);
    HBox card = new HBox(10, icon, texts);
    card.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass().add("nr-part");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  private void key(Placeable part, Node card, KeyEvent e) {
    switch (e.getCode()) {
      case ENTER, SPACE -> {
        if (e.isShortcutDown() && part instanceof ModelPart model)
          openModel.accept(model.entry().id());
        else canvas.addPart(part);
      }
      case DOWN -> focusNextTo(card, 1);
      case UP -> focusNextTo(card, -1);
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void focusNextTo(@Nullable Node card, int direction) {
    var all = cards.getChildren().stream().filter(Node::isFocusTraversable).toList();
    if (all.isEmpty()) return;
    int at = card == null ? 0 : all.indexOf(card) + direction;
    if (at < 0) search.requestFocus();
    else all.get(Math.min(at, all.size() - 1)).requestFocus();
  }
}
