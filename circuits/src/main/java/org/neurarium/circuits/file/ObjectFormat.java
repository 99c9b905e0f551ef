package org.neurarium.circuits.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.neurarium.circuits.file.Field.Fields;
import org.neurarium.circuits.file.Json.Member;
import org.neurarium.circuits.file.Json.Spot;
import org.neurarium.circuits.text.DidYouMean;

/// A record as a JSON object, described by a table of its fields: the one place that says how it is read and written.
///
/// A field that cannot be read counts as omitted, with its problem reported; an unknown field is an error, because it would
/// be lost when the circuit is saved.
///
/// @param what it is, for sentences: "a population"
/// @param fields in the order of the file
/// @param make builds the record once every field has a value
record ObjectFormat<R>(String what, List<Field<R, ?>> fields, Function<Fields<R>, R> make)
    implements Format<R> {

  ObjectFormat {
    fields = List.copyOf(fields);
  }

  /// An object without fields.
  static <R> ObjectFormat<R> empty(String what, R value) {
    return new ObjectFormat<>(what, List.of(), _ -> value);
  }

  /// An object with one field.
  static <R, T> ObjectFormat<R> of(String what, Field<R, T> field, Function<T, R> make) {
    return new ObjectFormat<>(what, List.of(field), in -> make.apply(in.get(field)));
  }

  @Override
  public Optional<R> read(Json json, Where where) {
    if (!(json instanceof Json.Obj object)) {
      where.expected(what + ", an object in braces", json, "");
      return Optional.empty();
    }
    reportUnknown(object, where);
    Values<R> values = new Values<>();
    boolean whole = true;
    for (Field<R, ?> field : fields)
      whole = readField(field, object, where, values, whole) && whole;
    return whole ? Optional.of(make.apply(values)) : Optional.empty();
  }

  /// Reads one field, to find its problems even where the record cannot be made any more (`whole` is false). Then there are no
  /// standard values either, as they may follow from a field that is missing.
  private <T> boolean readField(
      Field<R, T> field, Json.Obj object, Where where, Values<R> values, boolean whole) {
    Optional<Json> json = object.get(field.name());
    Optional<T> value = json.flatMap(j -> field.format().read(j, where.field(field.name())));
    if (value.isPresent()) values.put(field, value.get());
    else if (field.standard() != null) {
      if (whole) values.put(field, field.standard().apply(values));
    } else {
      if (json.isEmpty())
        where.error(
            object.at(),
            "The field '" + field.name() + "' is missing in " + what,
            "Add \"" + field.name() + "\" here.");
      return false;
    }
    return true;
  }

  private void reportUnknown(Json.Obj object, Where where) {
    List<String> known = fields.stream().map(Field::name).toList();
    object
        .members()
        .forEach((name, member) -> {
          if (!known.contains(name))
            where
                .field(name)
                .error(
                    member.nameAt(),
                    what.substring(0, 1).toUpperCase(Locale.ROOT)
                        + what.substring(1)
                        + " has no field "
                        + Formats.quoted(name),
                    DidYouMean.hint(name, known, "Its fields are"));
        });
  }

  @Override
  public Json.Obj write(R value) {
    Fields<R> components =
        new Fields<>() {
          @Override
          public <T> T get(Field<R, T> field) {
            return field.get().apply(value);
          }
        };
    Map<String, Member> members = new LinkedHashMap<>();
    for (Field<R, ?> field : fields) {
      Json written = field.written(value, components);
      if (written != null) members.put(field.name(), new Member(Spot.NONE, written));
    }
    return new Json.Obj(members, Spot.NONE);
  }

  /// The values read so far.
  private static final class Values<R> implements Fields<R> {
    private final Map<String, Object> byName = new HashMap<>();

    <T> void put(Field<R, T> field, T value) {
      byName.put(field.name(), value);
    }

    @Override
    @SuppressWarnings(
        "unchecked") // put() takes a T for a Field<R, T>, and nothing else fills the map
    public <T> T get(Field<R, T> field) {
      Object value = byName.get(field.name());
      if (value == null)
        throw new IllegalStateException(
            "the field '" + field.name() + "' is read later or not at all");
      return (T) value;
    }
  }
}
