package org.neurarium.app.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.edit.History;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.live.LiveSession;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.Observation;

/// One open document: its circuit with history and selection, and the session that runs it. FX thread only.
public final class Workspace {

  private final ModelCatalogue anywhere;
  private final LiveSession session;
  private final WorldKinds worlds = WorldKinds.installed();
  private final Selection selection = new Selection();
  private final ReadOnlyObjectWrapper<Circuit> circuit = new ReadOnlyObjectWrapper<>(Circuit.EMPTY);
  private final ReadOnlyObjectWrapper<EngineStatus> status;
  private final ReadOnlyObjectWrapper<Optional<Observation>> observation =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Double> speed = new ReadOnlyObjectWrapper<>(1.0);
  private final AnimationTimer pulse =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          poll();
        }
      };
  private final List<Runnable> unsettled = new ArrayList<>();
  private History history = new History(Circuit.EMPTY);

  /// Follows the circuit, and so keeps models whose text is broken at the moment.
  private ModelCatalogue inForce;

  /// @param models that any circuit may name
  /// @param session that runs the circuit; closed by its owner, not here
  public Workspace(ModelCatalogue models, LiveSession session) {
    anywhere = models;
    inForce = models;
    this.session = session;
    status = new ReadOnlyObjectWrapper<>(session.status());
    pulse.start();
  }

  /// Takes a new document; its history starts here.
  public void open(Circuit newCircuit, DataFiles files) {
    history = new History(newCircuit);
    inForce = anywhere;
    selection.clear();
    session.open(newCircuit, files);
    session.submit(new EngineCommand.SetSpeed(speed.get()));
    publish();
  }

  /// Has something done before the circuit is saved or left: a view that lets typing rest before it makes an edit of it makes that edit now.
  public void whenSettling(Runnable commit) {
    unsettled.add(commit);
  }

  /// Puts into the circuit what a person has typed and what is waiting to become an edit.
  public void settle() {
    unsettled.forEach(Runnable::run);
  }

  /// Applies an edit as one step of undo.
  public void apply(Edit edit) {
    history.apply(edit);
    changed();
  }

  /// Applies an edit of a gesture: all edits with an equal key in a row are one step of undo.
  public void applyDuring(Object gestureKey, Edit edit) {
    history.applyDuring(gestureKey, edit);
    changed();
  }

  /// Applies an edit that changes one element, if it still exists.
  public void change(String label, Element changed) {
    apply(new Edit.Replace(label, List.of(changed)));
  }

  /// Adds elements and selects them.
  public void add(String label, List<Element> elements) {
    add(label, elements, List.of());
  }

  /// Adds elements with models that they bring along, and selects them.
  public void add(String label, List<Element> elements, List<OwnModel> models) {
    List<Edit> edits = new ArrayList<>();
    for (OwnModel model : models) edits.add(new Edit.AddModel(label, model));
    edits.add(new Edit.Add(label, elements));
    apply(new Edit.Together(label, edits));
    selection.set(elements.stream().map(Element::id).toList());
  }

  /// Removes what is selected, groups with what is inside of them, and what makes no sense without it.
  public void removeSelected() {
    if (selection.isEmpty()) return;
    Set<ElementId> ids = new LinkedHashSet<>();
    Deque<ElementId> open = new ArrayDeque<>(selection.ids());
    while (!open.isEmpty()) {
      ElementId id = open.remove();
      if (ids.add(id)) circuit().find(id, Group.class).ifPresent(g -> open.addAll(g.members()));
    }
    String label =
        selection
            .single()
            .flatMap(circuit()::find)
            .map(e -> "Delete " + e.name())
            .orElse("Delete " + selection.ids().size() + " parts");
    apply(new Edit.Remove(label, ids));
  }

  public void undo() {
    history.undo();
    changed();
  }

  /// Takes the last step back for good, for a gesture that is called off.
  public void withdraw() {
    history.withdraw();
    changed();
  }

  public void redo() {
    history.redo();
    changed();
  }

  /// Goes to any version of the history.
  public void goTo(int historyVersion) {
    history.goTo(historyVersion);
    changed();
  }

  private void changed() {
    if (!history.circuit().equals(circuit.get())) session.update(history.circuit());
    publish();
  }

  private void publish() {
    inForce = inForce.including(history.circuit());
    circuit.set(history.circuit());
    selection.retainIn(history.circuit());
    version.set(version.get() + 1);
  }

  private void poll() {
    EngineStatus newest = session.status();
    if (newest != status.get()) status.set(newest);
    Optional<Observation> watched = session.observation();
    // Compared by identity: a network is watched through the same observation as long as it runs.
    if (watched.orElse(null) != observation.get().orElse(null)) observation.set(watched);
  }

  /// Starts or pauses the run.
  public void toggleRun() {
    session.submit(status.get().isRunning() ? new EngineCommand.Pause() : new EngineCommand.Run());
  }

  /// Sends a command to the engine.
  public void submit(EngineCommand command) {
    session.submit(command);
  }

  /// Gives up the build in progress.
  public void cancelBuild() {
    session.cancelBuild();
  }

  /// Sets how fast to run: biological over wall time, infinite for as fast as it goes.
  public void setSpeed(double newSpeed) {
    speed.set(newSpeed);
    session.submit(new EngineCommand.SetSpeed(newSpeed));
  }

  public ReadOnlyObjectProperty<Double> speedProperty() {
    return speed.getReadOnlyProperty();
  }

  public Circuit circuit() {
    return circuit.get();
  }

  /// The present circuit.
  public ReadOnlyObjectProperty<Circuit> circuitProperty() {
    return circuit.getReadOnlyProperty();
  }

  /// Changes whenever the history does: for undo and redo buttons and the "saved" mark.
  public ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  public History history() {
    return history;
  }

  public Selection selection() {
    return selection;
  }

  /// The models in force for the present circuit: its own among them, broken ones as they were last read without errors.
  public ModelCatalogue models() {
    return inForce;
  }

  /// The kinds of world that there are.
  public WorldKinds worlds() {
    return worlds;
  }

  /// The engine's newest status, looked up once a frame.
  public ReadOnlyObjectProperty<EngineStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  public EngineStatus status() {
    return status.get();
  }

  /// What can be watched, looked up once a frame.
  public ReadOnlyObjectProperty<Optional<Observation>> observationProperty() {
    return observation.getReadOnlyProperty();
  }

  /// Stops looking at the session.
  public void close() {
    pulse.stop();
  }
}
