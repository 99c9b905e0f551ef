package org.neurarium.app.inspector;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Reads and changes one property of what is inspected.
///
/// @param <V> the property's type
interface Access<V> {

  /// The value now; empty where the inspected elements differ.
  Optional<V> get();

  /// Changes it, as one step of undo.
  void set(V value);

  /// Changes it as part of a gesture: all changes with an equal key are one step of undo.
  void drag(Object gesture, V value);

  /// A part of this property.
  ///
  /// @param part reads the part; empty where this value has no such part
  /// @param with the value with another part
  default <W> Access<W> part(Function<V, Optional<W>> part, BiFunction<V, W, V> with) {
    Access<V> whole = this;
    return new Access<>() {
      @Override
      public Optional<W> get() {
        return whole.get().flatMap(part);
      }

      @Override
      public void set(W value) {
        whole.get().ifPresent(v -> whole.set(with.apply(v, value)));
      }

      @Override
      public void drag(Object gesture, W value) {
        whole.get().ifPresent(v -> whole.drag(gesture, with.apply(v, value)));
      }
    };
  }

  /// The same property seen as another type.
  default <W> Access<W> as(Function<V, W> there, Function<W, V> back) {
    return part(v -> Optional.of(there.apply(v)), (_, w) -> back.apply(w));
  }
}
