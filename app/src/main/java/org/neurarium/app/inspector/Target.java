package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.edit.Edit;

/// The inspected elements of one kind: reads what they share, changes all of them in one edit.
///
/// @param <E> their kind
final class Target<E extends Element> {

  private final Workspace workspace;
  private final Class<E> kind;
  private final List<ElementId> ids;

  Target(Workspace workspace, Class<E> kind, List<ElementId> ids) {
    this.workspace = workspace;
    this.kind = kind;
    this.ids = List.copyOf(ids);
  }

  Workspace workspace() {
    return workspace;
  }

  /// The elements as they are now; those that are gone are left out.
  List<E> elements() {
    return ids.stream().flatMap(id -> workspace.circuit().find(id, kind).stream()).toList();
  }

  /// The first of them.
  Optional<E> first() {
    return elements().stream().findFirst();
  }

  boolean isSingle() {
    return ids.size() == 1;
  }

  /// A property of each of them.
  ///
  /// @param what its name for the undo list, in the middle of a sentence: "the size"
  <V> Access<V> access(
      String what,
      Function<? super E, ? extends V> get,
      BiFunction<? super E, ? super V, ? extends Element> with) {
    return new Access<>() {
      @Override
      public Optional<V> get() {
        List<E> now = elements();
        if (now.isEmpty()) return Optional.empty();
        V value = get.apply(now.getFirst());
        boolean shared = now.stream().allMatch(e -> value.equals(get.apply(e)));
        return shared ? Optional.of(value) : Optional.empty();
      }

      @Override
      public void set(V value) {
        workspace.apply(edit(value));
      }

      @Override
      public void drag(Object gesture, V value) {
        workspace.applyDuring(gesture, edit(value));
      }

      private Edit edit(V value) {
        List<E> now = elements();
        String whose = now.size() == 1 ? now.getFirst().name() : now.size() + " parts";
        return new Edit.Replace(
            "Set " + what + " of " + whose,
            now.stream().<Element>map(e -> with.apply(e, value)).toList());
      }
    };
  }
}
