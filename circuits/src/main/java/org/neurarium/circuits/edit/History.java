package org.neurarium.circuits.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;

/// The present circuit, the ones before it, and the ones undone. Belongs to one thread.
public final class History {

  /// One version and the name of the edit that led to it.
  public record Version(String label, Circuit circuit) {}

  private final List<Version> versions = new ArrayList<>();
  private int present;
  private @Nullable Object gesture;

  /// Starts with this circuit.
  public History(Circuit start) {
    versions.add(new Version("Open", start));
  }

  public Circuit circuit() {
    return versions.get(present).circuit();
  }

  /// Applies an edit; what was undone is forgotten. An edit that changes nothing leaves no trace.
  public void apply(Edit edit) {
    gesture = null;
    push(edit);
  }

  /// Applies an edit that belongs to a gesture (a drag of a slider, a move): all edits of the same gesture become one step of undo.
  ///
  /// @param gestureKey equal for all edits of one gesture, different for the next
  public void applyDuring(Object gestureKey, Edit edit) {
    if (gestureKey.equals(gesture) && present == versions.size() - 1 && present > 0)
      versions.set(present, new Version(edit.label(), edit.apply(circuit())));
    else if (push(edit)) gesture = gestureKey;
  }

  private boolean push(Edit edit) {
    Circuit next = edit.apply(circuit());
    if (next.equals(circuit())) return false;
    versions.subList(present + 1, versions.size()).clear();
    versions.add(new Version(edit.label(), next));
    present++;
    return true;
  }

  public boolean canUndo() {
    return present > 0;
  }

  public boolean canRedo() {
    return present < versions.size() - 1;
  }

  /// The name of what undo would take back.
  public Optional<String> undoLabel() {
    return canUndo() ? Optional.of(versions.get(present).label()) : Optional.empty();
  }

  /// The name of what redo would do again.
  public Optional<String> redoLabel() {
    return canRedo() ? Optional.of(versions.get(present + 1).label()) : Optional.empty();
  }

  /// Goes back one step, if there is one.
  public void undo() {
    goTo(present - 1);
  }

  /// Takes the last step back for good: it cannot be redone. For a gesture that its user calls off.
  public void withdraw() {
    if (!canUndo()) return;
    undo();
    versions.subList(present + 1, versions.size()).clear();
  }

  /// Goes forward one step, if there is one.
  public void redo() {
    goTo(present + 1);
  }

  /// Goes to any version; out of range does nothing.
  public void goTo(int version) {
    gesture = null;
    if (version >= 0 && version < versions.size()) present = version;
  }

  /// All versions, oldest first, including those undone.
  public List<Version> versions() {
    return List.copyOf(versions);
  }

  /// Which of [#versions()] is present.
  public int present() {
    return present;
  }
}
