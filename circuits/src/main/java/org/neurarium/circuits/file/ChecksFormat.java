package org.neurarium.circuits.file;

import static org.neurarium.circuits.file.Field.derived;
import static org.neurarium.circuits.file.Field.optional;
import static org.neurarium.circuits.file.Field.required;
import static org.neurarium.circuits.file.Formats.DECIMAL;
import static org.neurarium.circuits.file.Formats.ID;
import static org.neurarium.circuits.file.Formats.NAME;
import static org.neurarium.circuits.file.Formats.PROSE;
import static org.neurarium.circuits.file.Formats.QUANTITY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.check.Change;
import org.neurarium.circuits.check.Check;
import org.neurarium.circuits.check.Checks;
import org.neurarium.circuits.check.Measure;
import org.neurarium.circuits.check.Target;
import org.neurarium.circuits.check.Variation;
import org.neurarium.circuits.units.Quantity;

/// The checks of a project, as tables like those of a circuit.
final class ChecksFormat {

  /// The member that says which version of the format a file has.
  static final String VERSION = "neurarium_checks";

  private static final int NEWEST = 1;

  private ChecksFormat() {}

  /// @param file name of the file, for the places of changes
  static ObjectFormat<Checks> checks(String file) {
    Field<Checks, Integer> version = required(VERSION, version(), _ -> NEWEST);
    Field<Checks, Quantity> duration = required("duration", QUANTITY, Checks::duration);
    Field<Checks, Quantity> from =
        derived("from", QUANTITY, Checks::windowStart, in -> in.get(duration).withValue(0));
    Field<Checks, Quantity> to = derived("to", QUANTITY, Checks::windowEnd, in -> in.get(duration));
    Field<Checks, Integer> seeds = optional("seeds", Formats.INTEGER, Checks::seeds, 5);
    Format<List<Variation>> variations = Formats.list(variation(file));
    Field<Checks, List<Variation>> variants =
        optional("variants", variations, Checks::variants, List.of());
    Field<Checks, List<Variation>> lesions =
        optional("lesions", variations, Checks::lesions, List.of());
    Field<Checks, List<Check>> checks =
        required("checks", Formats.list(check(file)), Checks::checks);
    return new ObjectFormat<>(
        "a list of checks",
        List.of(version, duration, from, to, seeds, variants, lesions, checks),
        in ->
            new Checks(
                in.get(duration),
                in.get(from),
                in.get(to),
                in.get(seeds),
                in.get(variants),
                in.get(lesions),
                in.get(checks)));
  }

  private static Format<Integer> version() {
    return new Format<>() {
      @Override
      public Optional<Integer> read(Json json, Where where) {
        Optional<Integer> version = Formats.INTEGER.read(json, where);
        if (version.isPresent() && version.get() != NEWEST) {
          where.error(
              json.at(),
              "There is no version " + version.get() + " of the format of checks here",
              "This release reads version " + NEWEST + ".");
          return Optional.empty();
        }
        return version;
      }

      @Override
      public Json write(Integer value) {
        return Formats.INTEGER.write(value);
      }
    };
  }

  /// A check that remembers where it is written.
  private static Format<Check> check(String file) {
    ObjectFormat<Check> fields = check();
    return new Format<>() {
      @Override
      public Optional<Check> read(Json json, Where where) {
        return fields.read(json, where).map(check -> check.at(place(file, json.at(), where)));
      }

      @Override
      public Json write(Check check) {
        return fields.write(check);
      }
    };
  }

  private static ObjectFormat<Check> check() {
    Field<Check, String> name = required("name", NAME, Check::name);
    Field<Check, String> sentence = required("sentence", PROSE, Check::sentence);
    Field<Check, String> variant = optional("variant", NAME, Check::variant, "");
    Field<Check, Measure> measure = required("measure", MeasureFormat.MEASURE, Check::measure);
    Field<Check, Target> target = required("target", target(), Check::target);
    Field<Check, String> lesion = required("lesion", NAME, Check::lesion);
    Field<Check, String> sham = required("sham", NAME, Check::sham);
    return new ObjectFormat<>(
        "a check",
        List.of(name, sentence, variant, measure, target, lesion, sham),
        in ->
            new Check(
                in.get(name),
                in.get(sentence),
                in.get(variant),
                in.get(measure),
                in.get(target),
                in.get(lesion),
                in.get(sham),
                Place.NOWHERE));
  }

  private static ObjectFormat<Target> target() {
    Field<Target, Double> atLeast =
        optional("at_least", DECIMAL, Target::atLeast, Double.NEGATIVE_INFINITY);
    Field<Target, Double> atMost =
        optional("at_most", DECIMAL, Target::atMost, Double.POSITIVE_INFINITY);
    return new ObjectFormat<>(
        "a target", List.of(atLeast, atMost), in -> new Target(in.get(atLeast), in.get(atMost)));
  }

  private static ObjectFormat<Variation> variation(String file) {
    Field<Variation, String> name = required("name", NAME, Variation::name);
    Field<Variation, String> sentence = required("sentence", PROSE, Variation::sentence);
    Field<Variation, List<Change>> remove =
        optional("remove", removals(file), v -> of(v, Change.Remove.class), List.of());
    Field<Variation, List<Change>> set =
        optional("set", settings(file), v -> of(v, Change.Set.class), List.of());
    return new ObjectFormat<>(
        "a variation",
        List.of(name, sentence, remove, set),
        in -> {
          List<Change> changes = new ArrayList<>(in.get(remove));
          changes.addAll(in.get(set));
          return new Variation(in.get(name), in.get(sentence), changes);
        });
  }

  private static List<Change> of(Variation variation, Class<? extends Change> kind) {
    return variation.changes().stream().filter(kind::isInstance).toList();
  }

  private static Place place(String file, Json.Spot at, Where where) {
    return Place.at(file, at.line(), at.column(), where.path());
  }

  /// Ids of elements to remove.
  private static Format<List<Change>> removals(String file) {
    return Formats.list(
        new Format<Change>() {
          @Override
          public Optional<Change> read(Json json, Where where) {
            return ID.read(json, where)
                .map(id -> new Change.Remove(id, place(file, json.at(), where)));
          }

          @Override
          public Json write(Change change) {
            return ID.write(((Change.Remove) change).element());
          }
        });
  }

  /// New values by element and field: `{"e-i.weight": "20 pA"}`.
  private static Format<List<Change>> settings(String file) {
    return new Format<>() {
      @Override
      public Optional<List<Change>> read(Json json, Where where) {
        if (!(json instanceof Json.Obj(Map<String, Json.Member> members, _))) {
          where.expected("an object", json, "For example {\"e-i.weight\": \"20 pA\"}.");
          return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        members.forEach((name, member) -> {
          List<String> way = Arrays.asList(name.split("\\.", -1));
          if (way.size() < 2 || way.contains("") || !ElementId.isValid(way.get(0)))
            where.error(
                member.nameAt(),
                Formats.quoted(name) + " is not the way to a field",
                "Write the element's id, a full stop and the field, such as \"e-i.weight\".");
          else
            changes.add(
                new Change.Set(
                    new ElementId(way.get(0)),
                    way.subList(1, way.size()),
                    JsonPrinter.fragment(member.value()),
                    place(file, member.value().at(), where.field(name))));
        });
        return Optional.of(changes);
      }

      @Override
      public Json write(List<Change> changes) {
        Map<String, Json.Member> members = new LinkedHashMap<>();
        for (Change change : changes)
          if (change instanceof Change.Set(ElementId element, List<String> path, String value, _))
            JsonSource.parse(value, Where.root(new Findings("", 1)))
                .ifPresent(json ->
                    members.put(
                        element + "." + String.join(".", path),
                        new Json.Member(Json.Spot.NONE, json)));
        return new Json.Obj(members, Json.Spot.NONE);
      }
    };
  }
}
