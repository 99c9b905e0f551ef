package org.neurarium.circuits.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.check.Change;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.text.DidYouMean;

/// Applies [Change]s: takes the circuit's tree as its file would have it, sets fields in it and reads it back. So every field that
/// a file can hold can be set, and a value that does not fit is told in the same words.
public final class CircuitChanges {

  private static final int MOST_PROBLEMS = 20;
  private static final ObjectFormat<Circuit> CIRCUIT = CircuitFormat.circuit();

  private CircuitChanges() {}

  /// A changed circuit.
  ///
  /// @param circuit with those changes that could be made
  /// @param problems with the others, each at the place where its change is written
  public record Result(Circuit circuit, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /// Applies changes in order.
  public static Result apply(Circuit circuit, List<Change> changes) {
    Circuit changed = circuit;
    List<Problem> problems = new ArrayList<>();
    for (Change change : changes) {
      Result one = apply(changed, change);
      changed = one.circuit();
      problems.addAll(one.problems());
    }
    return new Result(changed, problems);
  }

  private static Result apply(Circuit circuit, Change change) {
    ElementId element =
        switch (change) {
          case Change.Set set -> set.element();
          case Change.Remove remove -> remove.element();
        };
    if (!circuit.contains(element))
      return new Result(
          circuit,
          List.of(
              Problem.error(
                  change.place(),
                  "The circuit has no element " + Formats.quoted(element.text()),
                  DidYouMean.hint(
                      element.text(),
                      circuit.elements().stream().map(e -> e.id().text()).toList(),
                      "Its elements are"))));
    return switch (change) {
      case Change.Remove _ ->
          new Result(
              new Edit.Remove("Remove " + element, Set.of(element)).apply(circuit), List.of());
      case Change.Set set -> set(circuit, set);
    };
  }

  private static Result set(Circuit circuit, Change.Set set) {
    Findings findings = new Findings(set.place().file(), MOST_PROBLEMS);
    Optional<Circuit> changed =
        JsonSource.parse(set.json(), Where.root(findings))
            .flatMap(value ->
                CIRCUIT.read(with(CIRCUIT.write(circuit), set, value), Where.root(findings)));
    if (changed.isPresent() && findings.isComplete()) return new Result(changed.get(), List.of());
    // Lines and columns of the tree made here mean nothing to the reader; the change has a place.
    return new Result(
        circuit,
        findings.problems().stream()
            .limit(1)
            .map(p -> Problem.error(set.place(), p.sentence(), p.hint()))
            .toList());
  }

  private static Json.Obj with(Json.Obj root, Change.Set set, Json value) {
    Json.Obj changed = root;
    for (String section : CircuitFormat.SECTIONS)
      if (root.get(section).orElse(null) instanceof Json.Arr(List<Json> items, Json.Spot at)) {
        List<Json> elements = new ArrayList<>(items);
        elements.replaceAll(e -> isElement(e, set.element()) ? with(e, set.path(), value) : e);
        changed = changed.with(section, new Json.Arr(elements, at));
      }
    return changed;
  }

  private static boolean isElement(Json json, ElementId id) {
    return json instanceof Json.Obj object
        && object.get("id").orElse(null) instanceof Json.Text(String text, _)
        && text.equals(id.text());
  }

  /// A value with another one set deep inside it. What is no object on the way (a signal that was written as its bare name, a field that was left
  /// out) becomes one.
  private static Json with(@Nullable Json json, List<String> path, Json value) {
    if (path.isEmpty()) return value;
    Json.Obj object =
        json instanceof Json.Obj here
            ? here
            : new Json.Obj(new LinkedHashMap<>(Map.of()), Json.Spot.NONE);
    String name = path.getFirst();
    return object.with(
        name, with(object.get(name).orElse(null), path.subList(1, path.size()), value));
  }
}
