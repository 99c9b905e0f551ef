package org.neurarium.circuits.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value that knows where in its file it was written.
sealed interface Json {

  /// Where it begins.
  Spot at();

  /// What it is, for a sentence: "a number", "a list", ….
  default String describe() {
    return switch (this) {
      case Obj _ -> "an object";
      case Arr _ -> "a list";
      case Text _ -> "a text";
      case Num _ -> "a number";
      case Bool _ -> "true or false";
      case Null _ -> "null";
    };
  }

  /// A line and column, both from 1.
  record Spot(int line, int column) {
    /// Of a value that comes from no file.
    static final Spot NONE = new Spot(0, 0);
  }

  /// Members in the order written, names unique.
  record Obj(Map<String, Member> members, Spot at) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// The value of the member with this name.
    Optional<Json> get(String name) {
      return Optional.ofNullable(members.get(name)).map(Member::value);
    }

    /// The same object with a member set, in its old place or at the end.
    Obj with(String name, Json value) {
      Map<String, Member> changed = new LinkedHashMap<>(members);
      Member before = members.get(name);
      changed.put(name, new Member(before == null ? value.at() : before.nameAt(), value));
      return new Obj(changed, at);
    }
  }

  /// A member of an object: where its name stands, and its value.
  record Member(Spot nameAt, Json value) {}

  record Arr(List<Json> items, Spot at) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  record Text(String text, Spot at) implements Json {}

  /// A number as written, since JSON sets no bound to it: its reader decides what fits.
  record Num(String digits, Spot at) implements Json {}

  record Bool(boolean value, Spot at) implements Json {}

  record Null(Spot at) implements Json {}
}
