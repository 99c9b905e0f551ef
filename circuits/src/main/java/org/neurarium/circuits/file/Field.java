package org.neurarium.circuits.file;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One line in the table of an [ObjectFormat]: a record's component and how it stands in the file.
///
/// @param <R> the record
/// @param <T> the component
/// @param name in the file
/// @param format of the value
/// @param get the component
/// @param standard what an omitted field means, which may depend on other fields; null where the field is required
/// @param always whether it is written even when it has its standard value
record Field<R, T>(
    String name,
    Format<T> format,
    Function<R, T> get,
    @Nullable Function<Fields<R>, T> standard,
    boolean always) {

  /// The fields of one record, read or about to be written.
  interface Fields<R> {
    <T> T get(Field<R, T> field);
  }

  /// A field that every such object has.
  static <R, T> Field<R, T> required(String name, Format<T> format, Function<R, T> get) {
    return new Field<>(name, format, get, null, true);
  }

  /// A field that is left out when it has its standard value.
  static <R, T> Field<R, T> optional(
      String name, Format<T> format, Function<R, T> get, T standard) {
    return derived(name, format, get, _ -> standard);
  }

  /// A field that is left out when it has a value that follows from the others.
  static <R, T> Field<R, T> derived(
      String name, Format<T> format, Function<R, T> get, Function<Fields<R>, T> standard) {
    return new Field<>(name, format, get, standard, false);
  }

  /// The same field, written even when it has its standard value.
  Field<R, T> alwaysWritten() {
    return new Field<>(name, format, get, standard, true);
  }

  /// What stands in the file for a record; null when it is left out.
  @Nullable Json written(R of, Fields<R> all) {
    T value = get.apply(of);
    return !always && standard != null && standard.apply(all).equals(value)
        ? null
        : format.write(value);
  }
}
