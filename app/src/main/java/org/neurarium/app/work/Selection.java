package org.neurarium.app.work;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;

/// The selected elements, in the order in which they were selected. Listeners hear of a change once, with the whole new set.
public final class Selection {

  private final ReadOnlyObjectWrapper<Set<ElementId>> ids = new ReadOnlyObjectWrapper<>(Set.of());

  /// An unmodifiable set, replaced at each change.
  public ReadOnlyObjectProperty<Set<ElementId>> idsProperty() {
    return ids.getReadOnlyProperty();
  }

  public Set<ElementId> ids() {
    return ids.get();
  }

  public boolean contains(ElementId id) {
    return ids.get().contains(id);
  }

  public boolean isEmpty() {
    return ids.get().isEmpty();
  }

  /// The element, if exactly one is selected.
  public Optional<ElementId> single() {
    return ids.get().size() == 1 ? Optional.of(ids.get().iterator().next()) : Optional.empty();
  }

  /// Selects exactly these.
  public void set(Collection<ElementId> newIds) {
    Set<ElementId> next = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(newIds));
    if (!List.copyOf(next).equals(List.copyOf(ids.get()))) ids.set(next);
  }

  /// Selects exactly this one.
  public void only(ElementId id) {
    set(List.of(id));
  }

  /// Adds one, or takes it away if it was selected.
  public void toggle(ElementId id) {
    Set<ElementId> next = new LinkedHashSet<>(ids.get());
    if (!next.remove(id)) next.add(id);
    set(next);
  }

  public void clear() {
    set(List.of());
  }

  /// Forgets elements that no longer exist.
  void retainIn(Circuit circuit) {
    set(ids.get().stream().filter(circuit::contains).toList());
  }
}
