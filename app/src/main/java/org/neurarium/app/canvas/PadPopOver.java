package org.neurarium.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.neurarium.app.senses.DrawingPad;
import org.neurarium.app.senses.Drawings;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.engine.command.EngineCommand;

/// The drawing pad of a stimulus, at its symbol. Each stroke is one step of undo and goes to the
/// running circuit at once. Escape, or a click elsewhere, closes it.
final class PadPopOver {

  private final Workspace workspace;
  private final ElementId stimulus;
  private final PopOver popOver = new PopOver();
  private final DrawingPad pad = new DrawingPad(this::take);
  private final Label title = new Label();
  private Subscription following = Subscription.EMPTY;

  PadPopOver(Workspace workspace, ElementId stimulus) {
    this.workspace = workspace;
    this.stimulus = stimulus;
    title.getStyleClass().add("popover-title");
    Label keys = new Label("Arrows move · Space draws · Delete erases · Esc closes");
    keys.getStyleClass().add("popover-keys");
    VBox content = new VBox(10, title, pad, keys);
    content.setId("pad-popover");
    content.getStyleClass().add("projection-popover");
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    popOver.getStyleClass().add("nr-popover");
    popOver.setContentNode(content);
    popOver.setDetachable(false);
    popOver.setAnimated(false);
    popOver.setHideOnEscape(false);
    popOver.setAutoHide(true);
    popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    popOver.setOnHidden(_ -> following.unsubscribe());
  }

  /// Opens below a place on the screen.
  void show(Node owner, double screenX, double screenY) {
    following = workspace.circuitProperty().subscribe(_ -> refresh());
    popOver.show(owner, screenX, screenY);
    pad.focusPad();
  }

  private Optional<Stimulus> present() {
    return workspace.circuit().find(stimulus, Stimulus.class);
  }

  private void refresh() {
    Optional<Raster> drawing = present().flatMap(Drawings::of);
    drawing.ifPresentOrElse(pad::show, popOver::hide);
    present().ifPresent(s -> title.setText(s.name()));
  }

  private void take(Object stroke, Raster drawing) {
    Optional<Stimulus> now = present();
    if (now.isEmpty()) return;
    workspace.submit(new EngineCommand.Show(stimulus, drawing));
    workspace.applyDuring(
        stroke,
        new Edit.Replace(
            "Draw on " + now.get().name(), List.of(Drawings.with(now.get(), drawing))));
  }

  private void key(KeyEvent e) {
    if (e.getCode() != KeyCode.ESCAPE) return;
    e.consume();
    popOver.hide();
  }
}
