package org.neurarium.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.neurarium.app.canvas.CanvasAction;
import org.neurarium.app.canvas.ModelPart;
import org.neurarium.app.canvas.Part;
import org.neurarium.app.canvas.WorldPart;
import org.neurarium.app.documents.Documents;
import org.neurarium.app.documents.Sample;
import org.neurarium.app.shell.CommandPalette.Item;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.engine.command.EngineCommand;

/// All that can be done in a window, for its menus, its keys, the search and the list of shortcuts.
final class Commands {

  private final MainWindow window;
  private final Workspace workspace;
  private final ByHand byHand;
  private final CommandPalette palette;
  private final Action undo;
  private final Action redo;
  private final Action search;

  /// The window's parts are asked for only when an action runs.
  Commands(MainWindow window) {
    this.window = window;
    workspace = window.services().workspace();
    byHand = new ByHand(workspace, window.notices());
    palette = new CommandPalette(window.overlays(), this::items);
    undo = Action.of("Edit", "Undo", "Shortcut+Z", workspace::undo);
    redo = Action.of("Edit", "Redo", "Shortcut+Shift+Z", workspace::redo);
    search = Action.of("Find", "Search or run anything", "Shortcut+K", palette::open);
  }

  Action undo() {
    return undo;
  }

  Action redo() {
    return redo;
  }

  Action search() {
    return search;
  }

  /// The file menu, in groups.
  List<List<Action>> file() {
    Documents documents = window.documents();
    return List.of(
        List.of(
            Action.of("File", "New circuit", "Shortcut+N", documents::startNew),
            Action.of("File", "Open…", "Shortcut+O", documents::askAndOpen)),
        List.of(
            Action.of("File", "Save", "Shortcut+S", whileOpen(documents::save)),
            Action.of("File", "Save as…", "Shortcut+Shift+S", whileOpen(documents::saveAs))),
        List.of(
            Action.of(
                "File", "Close and show the samples", "Shortcut+W", whileOpen(documents::close))));
  }

  private Runnable whileOpen(Runnable action) {
    return () -> {
      if (window.documents().openProperty().get()) action.run();
    };
  }

  private List<Action> run() {
    return List.of(
        Action.of("Run", "Run or pause", "F5", whileOpen(workspace::toggleRun)),
        Action.onCanvas("Run", "One step", "Period", () -> window.transport().steps(1)),
        Action.onCanvas(
            "Run", "Step 1 ms", "Shift+Period", () -> window.transport().milliseconds(1, 0)),
        Action.onCanvas(
            "Run", "Back to the start", "Home", () -> workspace.submit(new EngineCommand.Reset())),
        Action.onCanvas("Run", "A tenth of real time", "1", () -> workspace.setSpeed(0.1)),
        Action.onCanvas("Run", "Half of real time", "2", () -> workspace.setSpeed(0.5)),
        Action.onCanvas("Run", "Real time", "3", () -> workspace.setSpeed(1)),
        Action.onCanvas(
            "Run", "As fast as possible", "4", () -> workspace.setSpeed(Double.POSITIVE_INFINITY)));
  }

  private List<Action> byHand() {
    return List.of(
        Action.onCanvas("Worlds and modulators", "Reward now", "R", () -> byHand.reward()),
        Action.onCanvas(
            "Worlds and modulators", "Leave out the next reward", "O", () -> byHand.omit()),
        Action.onCanvas("Run", "Kick the selected populations", "K", () -> byHand.kick()));
  }

  private List<Action> models() {
    return List.of(
        Action.of(
            "Models",
            "New neuron model",
            "Shortcut+E",
            whileOpen(() -> window.desk().makeNew("neuron"))),
        Action.of(
            "Models",
            "New synapse model",
            "Shortcut+Shift+E",
            whileOpen(() -> window.desk().makeNew("synapse"))),
        Action.of(
            "Models", "Import a neuron's drawing (SWC)…", whileOpen(() -> window.importCell())),
        Action.of("Models", "Back from the equations to the canvas", window.desk()::close));
  }

  private List<Action> view() {
    return List.of(
        Action.of("View", "Find a part", "Shortcut+F", whileOpen(window::focusParts)),
        Action.of(
            "View",
            "Light or dark theme",
            "Shortcut+Shift+L",
            () -> window.services().themes().setDark(!window.services().themes().isDark())),
        Action.of(
            "View",
            "Show the inspector",
            "Shortcut+I",
            whileOpen(() -> window.side().show("Inspector"))),
        Action.of("View", "Show the live plots", whileOpen(() -> window.dock().show("Live"))),
        Action.of(
            "View", "Show the analysis charts", whileOpen(() -> window.dock().show("Analysis"))),
        Action.of("View", "Show the lesson", whileOpen(() -> window.side().show("Lesson"))));
  }

  /// All actions of the window itself.
  List<Action> withKeys() {
    List<Action> all = new ArrayList<>();
    file().forEach(all::addAll);
    all.add(undo);
    all.add(redo);
    all.add(Action.of("Edit", "Redo", "Shortcut+Y", workspace::redo));
    all.add(search);
    all.addAll(run());
    all.addAll(byHand());
    all.addAll(models());
    all.addAll(view());
    return all;
  }

  /// Everything that can be found.
  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    boolean open = window.documents().openProperty().get();
    if (open) {
      for (String field : window.inspector().fields())
        items.add(new Item(field, "field of " + inspected(), () -> jump(field)));
      for (Element e : workspace.circuit().elements())
        items.add(new Item(e.name(), e.kind(), () -> show(e)));
      for (ModelCatalogue.Entry m : window.desk().models().entries())
        items.add(new Item("Equations of " + m.title(), m.id(), () -> window.desk().open(m.id())));
      for (ModelCatalogue.Entry m : window.desk().models().neuronEntries())
        items.add(
            new Item("Add " + m.title(), m.id(), () -> window.canvas().addPopulation(m.id())));
      for (ModelCatalogue.Entry m : window.desk().models().entries(Model.Kind.MODULATOR))
        items.add(
            new Item(
                "Add " + m.title(),
                "neuromodulator",
                () -> window.canvas().addPart(new ModelPart(m))));
      for (WorldKind kind : workspace.worlds().all())
        items.add(
            new Item(
                "Add " + kind.title(),
                "world",
                () -> window.canvas().addPart(new WorldPart(kind))));
      for (Part part : Part.values())
        items.add(
            new Item("Add " + part.title(), part.summary(), () -> window.canvas().addPart(part)));
      for (CanvasAction a : window.canvas().actions())
        if (a.enabled().getAsBoolean())
          items.add(
              new Item(
                  a.title(), a.shortcut().map(k -> k.getDisplayText()).orElse("canvas"), a.run()));
    }
    for (Action a : withKeys())
      if (a != search) items.add(new Item(a.title(), a.keyText(), a.run()));
    items.add(new Item("All shortcuts", "?", this::showShortcuts));
    for (Sample s : window.welcome().samples())
      items.add(
          new Item(
              "Open " + s.title(), "sample project", () -> window.documents().open(s.folder())));
    return items;
  }

  private String inspected() {
    return workspace
        .selection()
        .single()
        .flatMap(workspace.circuit()::find)
        .map(Element::name)
        .orElse("the selection");
  }

  private void jump(String field) {
    window.side().show("Inspector");
    window.inspector().focusField(field);
  }

  private void show(Element e) {
    workspace.selection().only(e.id());
    window.canvas().reveal(e.id());
    window.canvas().requestFocus();
  }

  void showShortcuts() {
    List<ShortcutSheet.Line> lines = new ArrayList<>();
    lines.add(new ShortcutSheet.Line("Run", "Space", "Run or pause, on the canvas"));
    for (Action a : withKeys())
      if (a.keys().isPresent())
        lines.add(new ShortcutSheet.Line(a.group(), a.keyText(), a.title()));
    Supplier<List<CanvasAction>> onCanvas = window.canvas()::actions;
    for (CanvasAction a : onCanvas.get())
      a.shortcut()
          .ifPresent(
              k -> lines.add(new ShortcutSheet.Line("Canvas", k.getDisplayText(), a.title())));
    ShortcutSheet.show(window.overlays(), lines);
  }
}
