package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.canvas.Connections.Answer;
import org.neurarium.app.senses.Drawings;
import org.neurarium.app.theme.Palette;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;
import org.neurarium.visualization.live.PlotStage;

/// Draws the workspace's circuit, lets people change it with mouse and keys, and shows it at work. FX thread only.
///
/// | Mouse | does |
/// |---|---|
/// | wheel, two fingers | pan; with Ctrl zoom around the mouse, as pinching does |
/// | middle button or Space and drag | pan |
/// | drag on empty canvas | select what the rectangle touches; Shift adds |
/// | drag a node | move the selection; snaps to the grid, Alt lets it go free |
/// | drag a handle to a node | connect |
/// | double-click | open: a group folds or unfolds, a note is edited, a projection shows its popover, a drawing pad can be drawn on, anything else goes to [#setOnOpen] |
///
/// Keys are listed by [#actions()].
public final class CanvasView extends Region {

  private final Workspace workspace;
  private final Viewport viewport = new Viewport();
  private final CircuitLayer layer;
  private final Connections connections;
  private final Backdrop backdrop = new Backdrop();
  private final Scale zoom = new Scale(1, 1);
  private final javafx.scene.Group world = new javafx.scene.Group();
  private final javafx.scene.Group drafts = new javafx.scene.Group();
  private final ConnectHandle handle = new ConnectHandle();
  private final Rectangle band = new Rectangle();
  private final Hint hint = new Hint();
  private final PartPlacing placing;
  private final Minimap minimap;
  private final GlowLayer glow = new GlowLayer();
  private final CloudPictures clouds;
  private final WorldPictures worlds;
  private final ActivityOverlay overlay;
  private final StillPicture still;
  private final Label breadcrumb = new Label("Whole circuit");
  private final Label invitation =
      new Label("Drag a population and an input here,\nthen pull a line from one to the other.");
  private final Rectangle clip = new Rectangle();
  private final CanvasActions actions;
  private final CanvasMouse mouse;
  private final CanvasKeys keys;
  private final CanvasMenu menu = new CanvasMenu();
  private final LinePopOvers popOvers;
  private final Overview overview;
  private Palette palette = Palette.LIGHT;
  private Consumer<ElementId> onOpen = _ -> {};
  private boolean fitWhenSized = true;

  /// @param workspace whose circuit is shown and edited
  /// @param plots whose plot thread paints worlds and clouds; closed by its owner
  public CanvasView(Workspace workspace, PlotStage plots) {
    this.workspace = workspace;
    layer = new CircuitLayer(workspace::models, workspace.worlds());
    connections = new Connections(workspace::models, workspace.worlds());
    placing = new PartPlacing(workspace, layer, viewport, connections, drafts);
    minimap = new Minimap(layer, viewport);
    overview = new Overview(layer, viewport, minimap);
    popOvers = new LinePopOvers(workspace, layer, viewport, this);
    clouds = new CloudPictures(workspace, layer, viewport, plots);
    worlds = new WorldPictures(workspace, layer, viewport, plots);
    overlay = new ActivityOverlay(workspace, layer, viewport, glow);
    still = new StillPicture(layer, viewport, () -> workspace.status().isRunning());
    getStyleClass().add("circuit-canvas");
    setId("canvas");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText("Circuit canvas");
    getStylesheets().add(stylesheet());
    setClip(clip);
    world.getTransforms().add(zoom);
    world.getChildren().addAll(layer.frames(), glow, layer, drafts, handle);
    band.getStyleClass().add("rubber-band");
    band.setManaged(false);
    band.setVisible(false);
    band.setMouseTransparent(true);
    breadcrumb.getStyleClass().add("breadcrumb");
    breadcrumb.setOnMouseClicked(_ -> zoomToFit());
    invitation.getStyleClass().add("canvas-invitation");
    invitation.setMouseTransparent(true);
    getChildren()
        .addAll(
            backdrop, invitation, clouds, world, worlds, overlay, band, breadcrumb, minimap, hint);
    viewport.versionProperty().addListener((_, _, _) -> showViewport());
    workspace.statusProperty().addListener((_, _, _) -> still.settle());
    workspace.circuitProperty().addListener((_, _, now) -> sync(now));
    workspace.selection().idsProperty().addListener((_, _, now) -> showSelection(now));
    actions = new CanvasActions(this, new PartsClipboard());
    mouse = new CanvasMouse(this);
    keys = new CanvasKeys(this, actions);
    mouse.install();
    keys.install();
    setPalette(palette);
    sync(workspace.circuit());
    showSelection(workspace.selection().ids());
  }

  /// The style sheet of the canvas, on top of a theme's colours.
  public static String stylesheet() {
    return java.util.Objects.requireNonNull(
            CanvasView.class.getResource("/org/neurarium/app/theme/canvas.css"), "canvas.css")
        .toExternalForm();
  }

  /// Sets the colours of what is painted rather than styled: grid, minimap and activity.
  public void setPalette(Palette newPalette) {
    palette = newPalette;
    backdrop.setColour(
        newPalette.dark() ? newPalette.line().deriveColor(0, 1, 0.9, 1) : newPalette.line());
    minimap.setPalette(newPalette);
    clouds.setPalette(newPalette);
    worlds.setPalette(newPalette);
    overlay.setPalette(newPalette);
    showViewport();
  }

  /// What a double-click on a population, stimulus or probe does: the shell shows its essentials.
  public void setOnOpen(Consumer<ElementId> newOnOpen) {
    onOpen = newOnOpen;
  }

  /// Marks elements that have problems; replaces what was marked before.
  public void setProblems(List<Problem> problems) {
    layer.setProblems(problems);
  }

  private void sync(Circuit now) {
    layer.sync(now);
    layer.setSelected(workspace.selection().ids());
    glow.follow();
    clouds.follow();
    worlds.follow();
    invitation.setVisible(now.elements().isEmpty());
    boolean justOpened = !workspace.history().canUndo() && !workspace.history().canRedo();
    if (justOpened) fitWhenSized = true;
    showHandle(null);
    minimap.paint();
    requestLayout();
  }

  private void showSelection(Set<ElementId> ids) {
    layer.setSelected(ids);
    showHandle(null);
    List<String> path = new ArrayList<>(List.of("Whole circuit"));
    workspace
        .selection()
        .single()
        .ifPresent(id -> layer.folding().ancestors(id).reversed().forEach(g -> path.add(g.name())));
    breadcrumb.setText(String.join("  ›  ", path));
  }

  private void showViewport() {
    world.setLayoutX(viewport.x());
    world.setLayoutY(viewport.y());
    zoom.setX(viewport.scale());
    zoom.setY(viewport.scale());
    still.viewMoved();
    backdrop.show(viewport);
    clouds.follow();
    worlds.follow();
    overlay.repaint();
    minimap.paint();
  }

  @Override
  protected void layoutChildren() {
    double w = getWidth();
    double h = getHeight();
    clip.setWidth(w);
    clip.setHeight(h);
    viewport.resize(w, h);
    layer.placeLabels();
    if (fitWhenSized && w > 0 && h > 0) {
      fitWhenSized = false;
      zoomToFit();
    }
    layoutInArea(
        breadcrumb,
        18,
        14,
        w - 36,
        20,
        0,
        Insets.EMPTY,
        javafx.geometry.HPos.LEFT,
        javafx.geometry.VPos.TOP);
    layoutInArea(
        invitation,
        0,
        0,
        w,
        h,
        0,
        Insets.EMPTY,
        javafx.geometry.HPos.CENTER,
        javafx.geometry.VPos.CENTER);
    overview.placeMinimap();
  }

  /// Shows the whole circuit, and none of it behind the minimap.
  public void zoomToFit() {
    layer.geometry().extent().ifPresent(overview::show);
  }

  /// Zooms around the middle.
  public void zoomBy(double factor) {
    viewport.zoom(factor, getWidth() / 2, getHeight() / 2);
  }

  /// Shows at the size of the document.
  public void zoomToActualSize() {
    zoomBy(1 / viewport.scale());
  }

  /// Pans until an element is seen.
  public void reveal(ElementId id) {
    layer
        .geometry()
        .extent(List.of(layer.folding().shownBy(id)))
        .ifPresent(box -> viewport.reveal(box, 30));
  }

  /// Places a new part in the middle of what is seen, beside what already stands there, and selects it.
  public void addPart(Placeable part) {
    ElementId added = placing.add(part, viewport.toCanvas(getWidth() / 2, getHeight() / 2)).id();
    reveal(added);
    focus(added);
  }

  /// Places a new part at a point of the scene, if that is on the canvas.
  ///
  /// @return whether it was
  public boolean dropAt(Point2D scenePoint, Placeable part) {
    dragOut();
    Point2D local = sceneToLocal(scenePoint);
    if (!contains(local)) return false;
    focus(placing.drop(local.getX(), local.getY(), part).id());
    return true;
  }

  /// Shows where a part would stand if it were dropped at a point of the scene.
  public void dragOver(Point2D scenePoint, Placeable part) {
    Point2D local = sceneToLocal(scenePoint);
    if (!contains(local)) {
      dragOut();
      return;
    }
    placing
        .over(local.getX(), local.getY(), part)
        .ifPresentOrElse(words -> hint.show(words, local.getX(), local.getY(), false), hint::hide);
  }

  /// Forgets the part that was dragged over the canvas.
  public void dragOut() {
    placing.out();
    hint.hide();
  }

  /// Everything that menus and keys of the canvas do, for the shell's own menus and search.
  public List<CanvasAction> actions() {
    return actions.all();
  }

  /// Places a population of neurons of a model in the middle of what is seen, and selects it; does nothing where there is no such model.
  public void addPopulation(String model) {
    workspace.models().neuronEntry(model).ifPresent(e -> addPart(new ModelPart(e)));
  }

  /// Gives a node the keyboard, and a screen reader its words.
  void focus(ElementId id) {
    layer.node(id).ifPresentOrElse(this::focus, this::requestFocus);
  }

  void focus(NodeView node) {
    node.setAccessibleText(
        layer.captions().spoken(node.node(), workspace.circuit(), overlay.rate(node.elementId())));
    node.requestFocus();
  }

  /// Has a screen reader say something of what has the keyboard.
  void say(String words) {
    javafx.scene.Node focused = getScene() == null ? null : getScene().getFocusOwner();
    javafx.scene.Node speaker = focused instanceof NodeView ? focused : this;
    speaker.setAccessibleText(words);
    speaker.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  /// Does what a double-click does.
  void open(ElementId id) {
    switch (workspace.circuit().find(id).orElse(null)) {
      case null -> {}
      case Projection p -> popOvers.open(p, new Object(), false);
      case Link l -> popOvers.open(l, new Object(), false);
      case Group g -> workspace.apply(Grouping.fold(workspace.circuit(), g));
      case Note n -> rename(n.id());
      case Stimulus s when Drawings.of(s).isPresent() -> popOvers.openPad(s);
      default -> onOpen.accept(id);
    }
  }

  /// Edits a node's name, or a note's text, in its place.
  void rename(ElementId id) {
    layer.node(id).ifPresent(view -> InPlaceEditor.edit(this, view));
  }

  void addEditor(javafx.scene.Node editor) {
    getChildren().add(editor);
  }

  void removeEditor(javafx.scene.Node editor) {
    getChildren().remove(editor);
  }

  /// Makes a connection that was drawn, and asks for its essentials if it is a projection or a link.
  void connect(Answer.Yes yes) {
    Object gesture = new Object();
    workspace.applyDuring(gesture, yes.edit());
    if (workspace.circuit().contains(yes.made().id())) workspace.selection().only(yes.made().id());
    boolean nothingToAsk = yes.made() instanceof Link l && Modulations.isThirdFactor(l);
    if (!nothingToAsk) popOvers.open(yes.made(), gesture, true);
  }

  /// Shows the handle at a node, or else at the only selected one.
  void showHandle(@Nullable NodeView hovered) {
    NodeView owner =
        hovered != null
            ? hovered
            : workspace.selection().single().flatMap(layer::node).orElse(null);
    // A world has handles of its own.
    boolean starts =
        owner != null && !(owner instanceof WorldPanel) && connections.canStart(owner.node());
    handle.showAt(starts ? owner : null);
  }

  ConnectDraft draft(NodeView from, String port) {
    return new ConnectDraft(layer, connections, drafts, from, port);
  }

  boolean canConnect() {
    return workspace
        .selection()
        .single()
        .flatMap(layer::node)
        .filter(n -> connections.canStart(n.node()))
        .isPresent();
  }

  void startConnecting() {
    keys.startConnecting();
  }

  /// Called when a gesture begins to change what is drawn, and when it has ended.
  void setChanging(boolean changing) {
    still.setChanging(changing);
    if (!changing) {
      glow.follow();
      clouds.follow();
    }
  }

  boolean cancelGesture() {
    return mouse.cancel();
  }

  boolean isSpaceDown() {
    return keys.isSpaceDown();
  }

  void spaceWasUsed() {
    keys.spaceWasUsed();
  }

  void showMenu(double screenX, double screenY) {
    menu.show(this, actions, screenX, screenY);
  }

  void closeMenus() {
    menu.hide();
  }

  void addPartAt(double screenX, double screenY, Part part) {
    Point2D local = screenToLocal(screenX, screenY);
    focus(placing.drop(local.getX(), local.getY(), part).id());
  }

  Workspace workspace() {
    return workspace;
  }

  Viewport viewport() {
    return viewport;
  }

  CircuitLayer layer() {
    return layer;
  }

  ConnectHandle handle() {
    return handle;
  }

  Rectangle band() {
    return band;
  }

  Hint hint() {
    return hint;
  }
}
