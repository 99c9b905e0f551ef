package org.neurarium.app.shell;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.neurarium.app.canvas.CanvasView;
import org.neurarium.app.controls.Dialogs;
import org.neurarium.app.controls.Notices;
import org.neurarium.app.controls.Overlays;
import org.neurarium.app.documents.DataImports;
import org.neurarium.app.documents.Documents;
import org.neurarium.app.inspector.Inspector;
import org.neurarium.app.models.ModelDesk;
import org.neurarium.app.models.ModelEditor;
import org.neurarium.app.models.ModelPage;
import org.neurarium.app.senses.Listening;
import org.neurarium.app.study.CellStudy;
import org.neurarium.app.study.ModelStudy;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.export.ExportTarget;

/// The window's content, with everything in its place. It is a scene and needs no stage: tests and
/// pictures use it without one. FX thread only.
public final class MainWindow {

  private static final double EDITOR_SHARE = 0.68;
  private static final double PAGE_WIDTH = 400;

  private final Services services;
  private final Workspace workspace;
  private final Overlays overlays = new Overlays();
  private final Notices notices = new Notices();
  private final Dialogs dialogs = new Dialogs(overlays);
  private final Documents documents;
  private final CanvasView canvas;
  private final ModelDesk desk;
  private final DataImports imports;
  private final ModelEditor editor;
  private final Inspector inspector;
  private final Problems problems;
  private final Tabs side = new Tabs();
  private final Tabs dock = new Tabs();
  private final PartsPane parts;
  private final Welcome welcome;
  private final TopBar top;
  private final SplitPane columns;
  private final SplitPane rows;
  private final Commands commands;
  private final Scene scene;

  /// Where the dividers were when the editor took the canvas's place.
  private Divisions dividersBefore = new Divisions(0.2, 0.75, 0.6);

  /// Where the dividers are, as shares of the window.
  private record Divisions(double parts, double side, double rows) {}

  private MainWindow(Services services, double width, double height) {
    this.services = services;
    workspace = services.workspace();
    documents =
        new Documents(
            workspace,
            services.fx(),
            dialogs,
            notices,
            services.choosers(),
            services.recoveries(),
            services.recent());
    problems =
        new Problems(
            workspace,
            services.fx(),
            circuit -> services.validate().apply(circuit, documents.files()));
    canvas = new CanvasView(workspace, services.plots());
    services.themes().paletteProperty().subscribe(canvas::setPalette);
    problems.allProperty().subscribe(canvas::setProblems);
    desk = new ModelDesk(workspace);
    editor = new ModelEditor(desk, workspace, services.fx(), dialogs, canvas::addPopulation);
    imports =
        new DataImports(workspace, documents, services.fx(), dialogs, notices, services.choosers());
    inspector =
        new Inspector(
            workspace,
            problems.allProperty(),
            imports,
            documents,
            services.openLink(),
            e -> SymbolIcon.of(e, workspace.models(), 28),
            this::openModel,
            services.plots(),
            services
                .themes()
                .paletteProperty()
                .map(p -> p.dark() ? PlotTheme.DARK : PlotTheme.LIGHT));
    Listening _ = Listening.toMicrophone(workspace, services.fx(), notices::trouble);
    canvas.setOnOpen(this::openPart);
    parts =
        new PartsPane(
            canvas,
            services.workspace(),
            services.settings(),
            () -> desk.makeNew("neuron"),
            desk::open);
    welcome = new Welcome(documents, services.fx(), services.samples());
    commands = new Commands(this);
    top =
        new TopBar(
            workspace,
            documents,
            services.themes(),
            commands.file(),
            commands.undo(),
            commands.redo(),
            commands.search());
    rows = rows(height);
    columns = columns(width);
    StackPane middle = new StackPane(columns, welcome);
    documents.openProperty().subscribe(this::showDocument);
    desk.openProperty().subscribe((_, open) -> showModel(open.isPresent()));
    BorderPane main = new BorderPane(middle, top, null, null, null);
    StackPane.setAlignment(notices, Pos.BOTTOM_CENTER);
    StackPane root = new StackPane(main, notices, overlays);
    scene = new Scene(root, width, height);
    services.themes().dress(scene);
    Keys _ = new Keys(scene, canvas, overlays::isOpen, commands.withKeys());
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::question);
    root.setOnDragOver(MainWindow::dragOver);
    root.setOnDragDropped(this::dropped);
  }

  /// Builds a window.
  ///
  /// @param width of the scene, in pixels
  /// @param height of the scene, in pixels
  public static MainWindow create(Services services, double width, double height) {
    return new MainWindow(services, width, height);
  }

  private SplitPane rows(double height) {
    ExportTarget exports = new PlotExports(services.choosers(), notices, services.fx());
    dock.add(
            "Live",
            "Spikes, traces and weights as they happen",
            () -> LivePanel.of(workspace, services.themes(), services.plots(), exports))
        .add(
            "Analysis",
            "Rates, intervals between spikes and weights of the run so far",
            () -> AnalysisPanel.of(workspace, services.themes(), services.plots(), exports));
    dock.getStyleClass().add("nr-dock");
    dock.setMinHeight(80);
    canvas.setMinHeight(120);
    editor.setMinHeight(120);
    editor.setVisible(false);
    SplitPane pane = new SplitPane(new StackPane(canvas, editor), dock);
    pane.setOrientation(javafx.geometry.Orientation.VERTICAL);
    pane.getStyleClass().add("nr-split");
    SplitPane.setResizableWithParent(dock, false);
    double dockHeight =
        services.settings().number("dock.height").orElse(Math.min(372, height * 0.38));
    pane.setDividerPositions(1 - dockHeight / (height - 52));
    return pane;
  }

  private SplitPane columns(double width) {
    side.add("Inspector", "What is selected, as fields", () -> inspector)
        .add(
            "Lesson",
            "The project's lesson",
            () -> new LessonPane(documents.lessonProperty(), services.openLink()))
        .add("Model", "The model's formulas and pictures", this::modelPage);
    side.offer("Model", false);
    documents.lessonProperty().subscribe(l -> side.offer("Lesson", l.isPresent()));
    side.setMinWidth(260);
    rows.setMinWidth(300);
    SplitPane pane = new SplitPane(parts, rows, side);
    pane.getStyleClass().add("nr-split");
    SplitPane.setResizableWithParent(parts, false);
    SplitPane.setResizableWithParent(side, false);
    double partsWidth = services.settings().number("parts.width").orElse(212);
    double sideWidth = services.settings().number("side.width").orElse(330);
    pane.setDividerPositions(partsWidth / width, 1 - sideWidth / width);
    return pane;
  }

  private Node modelPage() {
    ModelStudy study = new ModelStudy(services.fx());
    services
        .themes()
        .paletteProperty()
        .subscribe(p -> study.setTheme(p.dark() ? PlotTheme.DARK : PlotTheme.LIGHT));
    CellStudy cell = new CellStudy(desk::models, editor::rewrite);
    return new ModelPage(
        editor.readingProperty(), desk.openProperty(), study, cell, services.openLink());
  }

  /// The editor takes the canvas's place and the palette's, and its page a place beside the
  /// inspector.
  private void showModel(boolean open) {
    if (open && !editor.isVisible()) {
      dividersBefore = divisions();
      columns.getItems().remove(parts);
      columns.setDividerPositions(1 - Math.max(PAGE_WIDTH, side.getWidth()) / scene.getWidth());
      rows.setDividerPositions(Math.max(dividersBefore.rows(), EDITOR_SHARE));
    } else if (!open && editor.isVisible()) {
      columns.getItems().addFirst(parts);
      SplitPane.setResizableWithParent(parts, false);
      columns.setDividerPositions(dividersBefore.parts(), dividersBefore.side());
      rows.setDividerPositions(dividersBefore.rows());
    }
    editor.setVisible(open);
    canvas.setVisible(!open);
    side.offer("Model", open);
    if (open) {
      side.show("Model");
      editor.requestFocus();
    } else {
      side.show("Inspector");
      canvas.requestFocus();
    }
  }

  private Divisions divisions() {
    double[] across = columns.getDividerPositions();
    return new Divisions(across[0], across[1], rows.getDividerPositions()[0]);
  }

  /// Opens a model where a problem is; without a line, at its beginning.
  private void openModel(Place place) {
    String id = place.file().replaceFirst("^models/", "").replaceFirst("\\.model$", "");
    desk.open(id);
    editor.requestFocus();
    if (place.line() > 0) editor.goTo(place.line(), place.column());
  }

  private void showDocument(boolean open) {
    desk.close();
    columns.setVisible(open);
    welcome.setVisible(!open);
    if (!open) {
      side.show("Inspector");
      welcome.refresh();
    } else canvas.requestFocus();
  }

  /// What a double-click on a part does: its first field waits for a number; or, where its model's
  /// text has a mistake, that is shown.
  private void openPart(ElementId id) {
    Optional<Problem> inModel =
        workspace
            .circuit()
            .find(id, Population.class)
            .flatMap(p ->
                problems.allProperty().get().stream()
                    .filter(q -> q.place().file().equals("models/" + p.model() + ".model"))
                    .findFirst());
    if (inModel.isPresent()) {
      openModel(inModel.get().place());
      return;
    }
    side.show("Inspector");
    if (!inspector.focusField("drawing")) inspector.focusFirst();
  }

  private void question(KeyEvent e) {
    if (!"?".equals(e.getCharacter()) || overlays.isOpen()) return;
    if (Keys.isText(scene.getFocusOwner())) return;
    e.consume();
    commands.showShortcuts();
  }

  private static void dragOver(DragEvent e) {
    if (e.getDragboard().hasFiles()) e.acceptTransferModes(TransferMode.COPY);
  }

  private void dropped(DragEvent e) {
    List<File> files = e.getDragboard().getFiles();
    if (files == null || files.isEmpty()) return;
    documents.open(files.getFirst().toPath());
    e.setDropCompleted(true);
    e.consume();
  }

  /// Keeps the places of the dividers and the theme for the next start.
  public void remember() {
    services.settings().set("theme", services.themes().isDark() ? "dark" : "light");
    if (editor.isVisible()) return; // the dividers are elsewhere for a while
    Optional.of(parts.getWidth())
        .filter(w -> w > 0)
        .ifPresent(w -> services.settings().set("parts.width", w));
    Optional.of(side.getWidth())
        .filter(w -> w > 0)
        .ifPresent(w -> services.settings().set("side.width", w));
    Optional.of(dock.getHeight())
        .filter(h -> h > 0)
        .ifPresent(h -> services.settings().set("dock.height", h));
  }

  /// The circuit's title.
  public ObservableValue<String> titleProperty() {
    return workspace.circuitProperty().map(Circuit::title);
  }

  public String title() {
    return workspace.circuit().title();
  }

  public Scene scene() {
    return scene;
  }

  public Documents documents() {
    return documents;
  }

  public Dialogs dialogs() {
    return dialogs;
  }

  public Notices notices() {
    return notices;
  }

  Services services() {
    return services;
  }

  Overlays overlays() {
    return overlays;
  }

  CanvasView canvas() {
    return canvas;
  }

  /// Brings a neuron's drawing in as a cell of the circuit's own.
  void importCell() {
    imports.cell(desk::take);
  }

  ModelDesk desk() {
    return desk;
  }

  ModelEditor editor() {
    return editor;
  }

  Inspector inspector() {
    return inspector;
  }

  Tabs side() {
    return side;
  }

  Tabs dock() {
    return dock;
  }

  Welcome welcome() {
    return welcome;
  }

  Transport transport() {
    return top.transport();
  }

  Node partsPane() {
    return parts;
  }

  void focusParts() {
    desk.close();
    parts.focusSearch();
  }
}
