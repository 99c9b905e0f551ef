package org.neurarium.circuits.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.file.Json.Member;
import org.neurarium.circuits.file.Json.Spot;
import org.neurarium.circuits.text.DidYouMean;

/// One of several kinds, as an object with a single member: `{"fixed_in_degree": {"degree": 100}}`. A kind that has nothing to
/// say beyond its name is written as that name: `"all_to_all"`.
///
/// @param <T> the sealed type
final class VariantFormat<T> implements Format<T> {

  private record Kind<V>(String name, Class<V> type, Format<V> format) {
    Json write(Object value) {
      return format.write(type.cast(value));
    }
  }

  private final String what;
  private final List<Kind<? extends T>> kinds = new ArrayList<>();

  /// @param what they all are, for sentences: "a wiring rule"
  VariantFormat(String what) {
    this.what = what;
  }

  /// The same format with one more kind.
  <V extends T> VariantFormat<T> with(String name, Class<V> type, Format<V> format) {
    VariantFormat<T> more = new VariantFormat<>(what);
    more.kinds.addAll(kinds);
    more.kinds.add(new Kind<>(name, type, format));
    return more;
  }

  @Override
  public Optional<T> read(Json json, Where where) {
    return switch (json) {
      case Json.Text(String name, Spot at) -> read(name, at, new Json.Obj(Map.of(), at), where);
      case Json.Obj(Map<String, Member> members, Spot at) -> {
        if (members.size() == 1) {
          Map.Entry<String, Member> only = members.entrySet().iterator().next();
          yield read(only.getKey(), only.getValue().nameAt(), only.getValue().value(), where);
        }
        where.error(
            at,
            "One kind of "
                + noun()
                + " should be named here, not "
                + (members.isEmpty() ? "none" : members.size()),
            "Choose one of " + String.join(", ", names()) + ".");
        yield Optional.empty();
      }
      default -> {
        where.expected(what, json, "Choose one of " + String.join(", ", names()) + ".");
        yield Optional.empty();
      }
    };
  }

  private Optional<T> read(String name, Spot at, Json settings, Where where) {
    for (Kind<? extends T> kind : kinds)
      if (kind.name().equals(name))
        return kind.format().read(settings, where.field(name)).map(v -> v);
    where.error(
        at,
        "There is no " + noun() + " " + Formats.quoted(name),
        DidYouMean.hint(name, names(), "Choose one of"));
    return Optional.empty();
  }

  @Override
  public Json write(T value) {
    for (Kind<? extends T> kind : kinds)
      if (kind.type().isInstance(value)) {
        Json settings = kind.write(value);
        return settings instanceof Json.Obj(Map<String, Member> members, _) && members.isEmpty()
            ? new Json.Text(kind.name(), Spot.NONE)
            : new Json.Obj(Map.of(kind.name(), new Member(Spot.NONE, settings)), Spot.NONE);
      }
    throw new IllegalArgumentException("the file format has no " + noun() + " for " + value);
  }

  private String noun() {
    return what.substring(what.indexOf(' ') + 1);
  }

  private List<String> names() {
    return kinds.stream().<String>map(Kind::name).toList();
  }
}
