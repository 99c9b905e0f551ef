package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.edit.Edit;

/// Everything that menus and keys do with the selection.
final class CanvasActions {

  private static final Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
  private static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;
  private static final double ZOOM_STEP = 1.25;
  private static final double PASTE_SHIFT = 2 * Grid.STEP;

  private final CanvasView canvas;
  private final Workspace workspace;
  private final PartsClipboard clipboard;
  private final List<CanvasAction> editing = new ArrayList<>();
  private final List<CanvasAction> arranging = new ArrayList<>();
  private final List<CanvasAction> viewing = new ArrayList<>();

  CanvasActions(CanvasView canvas, PartsClipboard clipboard) {
    this.canvas = canvas;
    this.clipboard = clipboard;
    workspace = canvas.workspace();
    BooleanSupplier some = () -> !workspace.selection().isEmpty();
    BooleanSupplier one = () -> workspace.selection().single().isPresent();
    add(editing, "open", "Open", key(KeyCode.ENTER), one, this::open);
    add(editing, "rename", "Rename", key(KeyCode.F2), one, this::rename);
    add(
        editing,
        "connect",
        "Connect from here",
        key(KeyCode.C),
        canvas::canConnect,
        canvas::startConnecting);
    add(editing, "cut", "Cut", key(KeyCode.X, CTRL), some, this::cut);
    add(editing, "copy", "Copy", key(KeyCode.C, CTRL), some, this::copy);
    add(editing, "paste", "Paste", key(KeyCode.V, CTRL), clipboard::hasText, this::paste);
    add(editing, "duplicate", "Duplicate", key(KeyCode.D, CTRL), some, this::duplicate);
    add(editing, "delete", "Delete", key(KeyCode.DELETE), some, workspace::removeSelected);
    add(
        editing,
        "select-all",
        "Select all",
        key(KeyCode.A, CTRL),
        () -> !workspace.circuit().elements().isEmpty(),
        this::selectAll);
    add(
        arranging,
        "group",
        "Group",
        key(KeyCode.G, CTRL),
        () -> !selectedNodes().isEmpty(),
        this::group);
    add(
        arranging,
        "ungroup",
        "Ungroup",
        key(KeyCode.G, CTRL, SHIFT),
        () -> !selectedGroups().isEmpty(),
        this::ungroup);
    for (Arrange way : Arrange.values())
      add(
          arranging,
          way.name().toLowerCase(java.util.Locale.ROOT),
          way.title(),
          Optional.empty(),
          () -> selectedNodes().size() >= way.least(),
          () -> arrange(way));
    for (TreeForm form : TreeForm.values())
      add(
          viewing,
          form.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
          form.title(),
          Optional.empty(),
          () -> !selectedTrees().isEmpty(),
          () -> selectedTrees().forEach(id -> canvas.layer().setForm(id, form)));
    add(viewing, "fit", "Zoom to fit", key(KeyCode.F), () -> true, canvas::zoomToFit);
    add(
        viewing,
        "actual-size",
        "Actual size",
        key(KeyCode.DIGIT0, CTRL),
        () -> true,
        canvas::zoomToActualSize);
    add(
        viewing,
        "zoom-in",
        "Zoom in",
        key(KeyCode.PLUS, CTRL),
        () -> true,
        () -> canvas.zoomBy(ZOOM_STEP));
    add(
        viewing,
        "zoom-out",
        "Zoom out",
        key(KeyCode.MINUS, CTRL),
        () -> true,
        () -> canvas.zoomBy(1 / ZOOM_STEP));
  }

  private static void add(
      List<CanvasAction> to,
      String id,
      String title,
      Optional<KeyCombination> shortcut,
      BooleanSupplier enabled,
      Runnable run) {
    to.add(new CanvasAction("canvas." + id, title, shortcut, enabled, run));
  }

  private static Optional<KeyCombination> key(KeyCode code, Modifier... modifiers) {
    return Optional.of(new KeyCodeCombination(code, modifiers));
  }

  /// What is done to the selection.
  List<CanvasAction> editing() {
    return editing;
  }

  /// Groups and alignment.
  List<CanvasAction> arranging() {
    return arranging;
  }

  /// What changes the view alone.
  List<CanvasAction> viewing() {
    return viewing;
  }

  List<CanvasAction> all() {
    List<CanvasAction> all = new ArrayList<>(editing);
    all.addAll(arranging);
    all.addAll(viewing);
    return all;
  }

  /// The selected populations of neurons with dendrites.
  private List<ElementId> selectedTrees() {
    return workspace.selection().ids().stream().filter(canvas.layer()::isDendritic).toList();
  }

  private void open() {
    workspace.selection().single().ifPresent(canvas::open);
  }

  private void rename() {
    workspace.selection().single().ifPresent(canvas::rename);
  }

  private void copy() {
    if (!workspace.selection().isEmpty()) clipboard.write(snippet());
  }

  private void cut() {
    copy();
    workspace.removeSelected();
  }

  private Snippet snippet() {
    return Snippet.of(workspace.circuit(), workspace.selection().ids());
  }

  private void paste() {
    clipboard.read().ifPresent(s -> insert("Paste", s, PASTE_SHIFT * clipboard.timesRead()));
  }

  private void duplicate() {
    insert("Duplicate", snippet(), PASTE_SHIFT);
  }

  private void insert(String verb, Snippet snippet, double shift) {
    Snippet fitting = snippet.fitting(workspace.circuit(), workspace.models());
    List<Element> fresh = fitting.fresh(workspace.circuit(), shift, shift);
    if (fresh.isEmpty()) return;
    String what = fresh.size() == 1 ? fresh.getFirst().name() : fresh.size() + " parts";
    workspace.add(verb + " " + what, fresh, fitting.models());
    canvas.requestFocus();
  }

  private void selectAll() {
    workspace
        .selection()
        .set(
            workspace.circuit().elements().stream()
                .map(Element::id)
                .filter(id -> !canvas.layer().folding().isHidden(id))
                .toList());
  }

  private List<Node> selectedNodes() {
    Circuit circuit = workspace.circuit();
    return workspace.selection().ids().stream()
        .map(id -> circuit.find(id, Node.class))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Group> selectedGroups() {
    return selectedNodes().stream().filter(Group.class::isInstance).map(Group.class::cast).toList();
  }

  private void group() {
    Grouping.group(workspace.circuit(), workspace.selection().ids())
        .ifPresent(made -> {
          workspace.apply(made.edit());
          workspace.selection().only(made.group().id());
        });
  }

  private void ungroup() {
    List<Group> groups = selectedGroups();
    List<ElementId> members = groups.stream().flatMap(g -> g.members().stream()).toList();
    workspace.apply(Grouping.ungroup(workspace.circuit(), groups));
    workspace.selection().set(members.stream().filter(workspace.circuit()::contains).toList());
  }

  private void arrange(Arrange way) {
    List<Arrange.Item> items =
        selectedNodes().stream()
            .map(n ->
                canvas
                    .layer()
                    .node(n.id())
                    .map(v -> new Arrange.Item(n.id(), n.position(), v.outline())))
            .flatMap(Optional::stream)
            .toList();
    if (items.size() < way.least()) return;
    workspace.apply(new Edit.Move(way.title(), way.apply(items)));
  }

  /// Moves the selection by arrow keys; presses in a row are one step of undo.
  void nudge(double dx, double dy) {
    Set<ElementId> ids = Folding.withMembers(workspace.circuit(), workspace.selection().ids());
    if (ids.isEmpty()) return;
    record Nudge(Set<ElementId> ids) {}
    workspace.applyDuring(new Nudge(ids), MoveGesture.move(workspace.circuit(), ids, dx, dy));
  }
}
