package org.neurarium.circuits.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.file.Json.Arr;
import org.neurarium.circuits.file.Json.Obj;
import org.neurarium.circuits.file.Json.Text;

/// Gives the second element with an id another one, so that both can be opened. Whatever names the id means the first.
final class DuplicateIds {

  private final Set<String> all = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  private DuplicateIds() {}

  /// The same tree with ids used once, and an error for each that was not.
  static Obj resolve(Obj circuit, Where root) {
    DuplicateIds ids = new DuplicateIds();
    for (String section : CircuitFormat.SECTIONS)
      if (circuit.get(section).orElse(null) instanceof Arr(List<Json> items, _))
        for (Json item : items) if (idOf(item) instanceof Text(String id, _)) ids.all.add(id);
    Obj resolved = circuit;
    for (String section : CircuitFormat.SECTIONS)
      if (circuit.get(section).orElse(null) instanceof Arr list)
        resolved = resolved.with(section, ids.resolve(list, root.field(section)));
    return resolved;
  }

  private static @Nullable Json idOf(Json element) {
    return element instanceof Obj object ? object.get("id").orElse(null) : null;
  }

  private Arr resolve(Arr elements, Where where) {
    List<Json> items = new ArrayList<>(elements.items());
    for (int i = 0; i < items.size(); i++)
      if (items.get(i) instanceof Obj element
          && idOf(element) instanceof Text id
          && !seen.add(id.text())) {
        String fresh = fresh(id.text());
        where
            .item(i)
            .field("id")
            .error(
                id.at(),
                "Another element has the id " + Formats.quoted(id.text()) + " already",
                "This one was opened as '" + fresh + "'.");
        items.set(i, element.with("id", new Text(fresh, id.at())));
      }
    return new Arr(items, elements.at());
  }

  private String fresh(String taken) {
    String stem = taken.length() > 50 ? taken.substring(0, 50) : taken;
    int n = 2;
    while (!all.add(stem + "-" + n)) n++;
    return stem + "-" + n;
  }
}
