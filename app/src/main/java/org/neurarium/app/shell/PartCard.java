package org.neurarium.app.shell;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.canvas.CanvasView;
import org.neurarium.app.canvas.ModelPart;
import org.neurarium.app.canvas.Part;
import org.neurarium.app.canvas.PartTransfer;
import org.neurarium.app.canvas.Placeable;
import org.neurarium.app.canvas.WorldPart;
import org.neurarium.circuits.model.Model;

/// A card of the palette: a part to be dragged, or a word to begin something with. FX thread only.
final class PartCard extends HBox {

  private @Nullable Placeable part;

  private PartCard(Node icon, String name, String words) {
    super(10);
    Label title = new Label(name);
    title.getStyleClass().add("nr-part-title");
    Label summary = new Label(words);
    summary.getStyleClass().add("nr-part-summary");
    VBox texts = new VBox(-1, title, summary);
    texts.setAlignment(Pos.CENTER_LEFT);
    texts.setMinWidth(0);
    getChildren().addAll(icon, texts);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("nr-part");
    setMinHeight(Region.USE_PREF_SIZE);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
  }

  /// A card that can be dragged onto the canvas; Enter or a double-click puts the part into the middle.
  ///
  /// @param openModel opens the equations of a model
  static PartCard of(Placeable part, CanvasView canvas, Consumer<String> openModel) {
    PartCard card = new PartCard(SymbolIcon.of(part, 20), part.title(), part.summary());
    card.part = part;
    card.setId(id(part));
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
        card.menu(model.entry().id(), canvas, openModel).show(card, e.getScreenX(), e.getScreenY());
        e.consume();
      });
    card.setOnMousePressed(_ -> card.requestFocus());
    PartTransfer.install(card, card::offered, canvas);
    card.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2)
        canvas.addPart(card.offered());
    });
    card.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (!isEnter(e)) return;
          e.consume();
          if (e.isShortcutDown() && part instanceof ModelPart model)
            openModel.accept(model.entry().id());
          else canvas.addPart(card.offered());
        });
    return card;
  }

  /// The card that opens a new model instead of being dragged.
  static PartCard equations(Runnable newModel) {
    Label sign = new Label("ẋ");
    sign.getStyleClass().add("nr-equations-sign");
    PartCard card = new PartCard(sign, "Your equations", "dv/dt = …");
    card.setId("part-equations");
    card.setAccessibleText("Your equations: write a model of your own");
    Tooltip.install(
        card,
        new Tooltip("Your equations: a model of your own, to begin with one that works  (Ctrl+E)"));
    card.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY) newModel.run();
    });
    card.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (!isEnter(e)) return;
          e.consume();
          newModel.run();
        });
    return card;
  }

  private static boolean isEnter(KeyEvent e) {
    return switch (e.getCode()) {
      case ENTER, SPACE -> true;
      default -> false;
    };
  }

  /// Whether it can be put onto the canvas.
  boolean isPart() {
    return part != null;
  }

  /// The part as it is now.
  Placeable offered() {
    if (part == null) throw new IllegalStateException("this card offers no part");
    return part;
  }

  /// Offers a newer version of the same part, which looks the same.
  void offer(Placeable newer) {
    part = newer;
  }

  /// What a card looks like; parts of one look can share a card.
  static String look(Placeable part) {
    String kind = part instanceof ModelPart m ? m.entry().kind() + " " + m.entry().origin() : "";
    return id(part) + "\n" + part.title() + "\n" + part.summary() + "\n" + kind;
  }

  private static String id(Placeable part) {
    return switch (part) {
      case Part p -> "part-" + p.name().toLowerCase(Locale.ROOT);
      case WorldPart w -> "world-" + w.kind().id();
      case ModelPart m ->
          (m.entry().kind() == Model.Kind.MODULATOR ? "modulator-" : "model-") + m.entry().id();
    };
  }

  private ContextMenu menu(String id, CanvasView canvas, Consumer<String> openModel) {
    MenuItem put = new MenuItem("Put on the canvas");
    put.setOnAction(_ -> canvas.addPart(offered()));
    MenuItem equations = new MenuItem("Open equations");
    equations.setOnAction(_ -> openModel.accept(id));
    ContextMenu menu = new ContextMenu(put, equations);
    menu.setAutoHide(true);
    return menu;
  }
}
