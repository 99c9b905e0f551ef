package org.neurarium.circuits.file;

import static org.neurarium.circuits.file.Field.optional;
import static org.neurarium.circuits.file.Field.required;
import static org.neurarium.circuits.file.Formats.PROSE;
import static org.neurarium.circuits.file.Formats.QUANTITY;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.World;
import org.neurarium.circuits.units.Quantity;

/// The whole file: a version, what the circuit is called, how it is run, and a list for each kind of element.
final class CircuitFormat {

  /// The member that says which version of the format a file has, and that it is a circuit at all.
  static final String VERSION = "neurarium";

  /// The members that hold elements.
  static final List<String> SECTIONS =
      List.of(
          "populations",
          "stimuli",
          "worlds",
          "modulators",
          "projections",
          "links",
          "probes",
          "groups",
          "notes");

  private static final int MOST_ELEMENTS = 100_000;

  private CircuitFormat() {}

  static ObjectFormat<Circuit> circuit() {
    Field<Circuit, Integer> version =
        required(VERSION, Formats.INTEGER, _ -> Migrations.NEWEST.version());
    Field<Circuit, String> title =
        optional("title", PROSE, Circuit::title, Circuit.EMPTY.title()).alwaysWritten();
    Field<Circuit, String> description = optional("description", PROSE, Circuit::description, "");
    Field<Circuit, RunSettings> run =
        optional("run", run(), Circuit::run, RunSettings.DEFAULT).alwaysWritten();
    var populations = section(0, ElementFormats.population(), Circuit::populations);
    var stimuli = section(1, ElementFormats.stimulus(), Circuit::stimuli);
    var worlds = section(2, ElementFormats.world(), c -> c.all(World.class));
    var modulators =
        section(3, ElementFormats.modulatorSource(), c -> c.all(ModulatorSource.class));
    var projections = section(4, ElementFormats.projection(), Circuit::projections);
    var links = section(5, LinkFormat.link(), Circuit::links);
    var probes = section(6, ElementFormats.probe(), Circuit::probes);
    var groups = section(7, ElementFormats.group(), c -> c.all(Group.class));
    var notes = section(8, ElementFormats.note(), c -> c.all(Note.class));
    Field<Circuit, List<OwnModel>> models =
        optional("models", ModelsFormat.MODELS, Circuit::models, List.of());
    return new ObjectFormat<>(
        "a circuit",
        List.of(
            version,
            title,
            description,
            run,
            populations,
            stimuli,
            worlds,
            modulators,
            projections,
            links,
            probes,
            groups,
            notes,
            models),
        in ->
            new Circuit(
                in.get(title),
                in.get(description),
                in.get(run),
                Stream.of(
                        populations,
                        stimuli,
                        worlds,
                        modulators,
                        projections,
                        links,
                        probes,
                        groups,
                        notes)
                    .<Element>flatMap(field -> in.get(field).stream())
                    .toList(),
                in.get(models)));
  }

  private static <E extends Element> Field<Circuit, List<E>> section(
      int index, ObjectFormat<E> element, java.util.function.Function<Circuit, List<E>> get) {
    return optional(SECTIONS.get(index), elements(element), get, List.of());
  }

  /// A list of elements; says of each one that cannot be read that it is left out.
  private static <E extends Element> Format<List<E>> elements(ObjectFormat<E> element) {
    Format<List<E>> list =
        Formats.list(
            new Format<E>() {
              @Override
              public Optional<E> read(Json json, Where where) {
                Optional<E> read = element.read(json, where);
                if (read.isPresent())
                  where.findings().element(read.get().id(), json.at(), where.path());
                else
                  where.error(
                      json.at(),
                      "This is left out, since it cannot be read as " + element.what(),
                      "It stays in the file as long as you save under another name.");
                return read;
              }

              @Override
              public Json write(E value) {
                return element.write(value);
              }
            });
    return new Format<>() {
      @Override
      public Optional<List<E>> read(Json json, Where where) {
        if (json instanceof Json.Arr(List<Json> items, _) && items.size() > MOST_ELEMENTS) {
          where.error(
              json.at(),
              "There are "
                  + items.size()
                  + " elements here, and at most "
                  + MOST_ELEMENTS
                  + " can be opened",
              "Use populations with many neurons in place of many elements.");
          return Optional.empty();
        }
        return list.read(json, where);
      }

      @Override
      public Json write(List<E> values) {
        return list.write(values);
      }
    };
  }

  private static ObjectFormat<RunSettings> run() {
    RunSettings standard = RunSettings.DEFAULT;
    Field<RunSettings, Quantity> dt =
        optional("dt", QUANTITY, RunSettings::dt, standard.dt()).alwaysWritten();
    Field<RunSettings, Long> seed =
        optional("seed", Formats.LONG, RunSettings::seed, standard.seed()).alwaysWritten();
    Field<RunSettings, Quantity> duration =
        optional("duration", QUANTITY, RunSettings::duration, standard.duration()).alwaysWritten();
    return new ObjectFormat<>(
        "a run",
        List.of(dt, seed, duration),
        in -> new RunSettings(in.get(dt), in.get(seed), in.get(duration)));
  }
}
