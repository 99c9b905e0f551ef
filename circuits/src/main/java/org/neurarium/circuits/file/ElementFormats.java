package org.neurarium.circuits.file;

import static org.neurarium.circuits.file.Field.derived;
import static org.neurarium.circuits.file.Field.optional;
import static org.neurarium.circuits.file.Field.required;
import static org.neurarium.circuits.file.Formats.FLAG;
import static org.neurarium.circuits.file.Formats.ID;
import static org.neurarium.circuits.file.Formats.INTEGER;
import static org.neurarium.circuits.file.Formats.NAME;
import static org.neurarium.circuits.file.Formats.POINT;
import static org.neurarium.circuits.file.Formats.PROSE;
import static org.neurarium.circuits.file.Formats.QUANTITY;
import static org.neurarium.circuits.file.ValueFormat.VALUE;

import java.util.List;
import java.util.Map;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Placement;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.World;
import org.neurarium.circuits.units.Quantity;

/// One table for each kind of element. A name that is the id is left out, and so is everything that has its standard value.
final class ElementFormats {

  private static final Value STANDARD_DELAY = Value.of(1, "ms");
  private static final double STANDARD_NOTE_WIDTH = 240;
  private static final int STANDARD_FIELD_CELLS = 32;

  private ElementFormats() {}

  private static <E extends Element> Field<E, ElementId> id() {
    return required("id", ID, Element::id);
  }

  private static <E extends Element> Field<E, String> name(Field<E, ElementId> id) {
    return derived("name", NAME, Element::name, in -> in.get(id).text());
  }

  private static <E extends Node> Field<E, Point> position() {
    return optional("position", POINT, Node::position, new Point(0, 0));
  }

  static ObjectFormat<Population> population() {
    Field<Population, ElementId> id = id();
    Field<Population, String> name = name(id);
    Field<Population, Point> position = position();
    Field<Population, Population.Type> type =
        required("type", Formats.choice(Population.Type.class), Population::type);
    Field<Population, Integer> size = required("size", INTEGER, Population::size);
    Field<Population, String> model = required("model", NAME, Population::model);
    Field<Population, Map<String, Value>> parameters =
        optional("parameters", Formats.byName(VALUE), Population::parameters, Map.of());
    Field<Population, Map<String, Value>> initial =
        optional("initial", Formats.byName(VALUE), Population::initial, Map.of());
    Field<Population, Sheet> sheet = optional("sheet", sheet(), Population::sheet, Sheet.DEFAULT);
    return new ObjectFormat<>(
        "a population",
        List.of(id, name, position, type, size, model, parameters, initial, sheet),
        in ->
            new Population(
                in.get(id),
                in.get(name),
                in.get(position),
                in.get(type),
                in.get(size),
                in.get(model),
                in.get(parameters),
                in.get(initial),
                in.get(sheet)));
  }

  private static ObjectFormat<Sheet> sheet() {
    Sheet standard = Sheet.DEFAULT;
    Field<Sheet, Quantity> width = optional("width", QUANTITY, Sheet::width, standard.width());
    Field<Sheet, Quantity> height = optional("height", QUANTITY, Sheet::height, standard.height());
    Field<Sheet, Sheet.Arrangement> arrangement =
        optional(
            "arrangement",
            Formats.choice(Sheet.Arrangement.class),
            Sheet::arrangement,
            standard.arrangement());
    Field<Sheet, Boolean> periodic =
        optional("periodic", FLAG, Sheet::periodic, standard.periodic());
    return new ObjectFormat<>(
        "a sheet",
        List.of(width, height, arrangement, periodic),
        in -> new Sheet(in.get(width), in.get(height), in.get(arrangement), in.get(periodic)));
  }

  static ObjectFormat<Stimulus> stimulus() {
    Field<Stimulus, ElementId> id = id();
    Field<Stimulus, String> name = name(id);
    Field<Stimulus, Point> position = position();
    Field<Stimulus, Integer> size = optional("size", INTEGER, Stimulus::size, 1);
    Field<Stimulus, Signal> signal = required("signal", SignalFormat.SIGNAL, Stimulus::signal);
    Field<Stimulus, Quantity> start =
        optional("start", QUANTITY, Stimulus::start, Stimulus.AT_ONCE);
    Field<Stimulus, Quantity> stop = optional("stop", QUANTITY, Stimulus::stop, Stimulus.NEVER);
    return new ObjectFormat<>(
        "a stimulus",
        List.of(id, name, position, size, signal, start, stop),
        in ->
            new Stimulus(
                in.get(id),
                in.get(name),
                in.get(position),
                in.get(size),
                in.get(signal),
                in.get(start),
                in.get(stop)));
  }

  static ObjectFormat<Projection> projection() {
    Field<Projection, ElementId> id = id();
    Field<Projection, String> name = name(id);
    Field<Projection, ElementId> from = required("from", ID, Projection::from);
    Field<Projection, ElementId> to = required("to", ID, Projection::to);
    Field<Projection, String> receptor = required("receptor", NAME, Projection::receptor);
    Field<Projection, Wiring> wiring = required("wiring", WiringFormat.WIRING, Projection::wiring);
    Field<Projection, Boolean> autapses = optional("autapses", FLAG, Projection::autapses, true);
    Field<Projection, Boolean> multapses = optional("multapses", FLAG, Projection::multapses, true);
    Field<Projection, Value> weight = required("weight", VALUE, Projection::weight);
    Field<Projection, Value> delay = optional("delay", VALUE, Projection::delay, STANDARD_DELAY);
    Field<Projection, Placement> placement =
        optional("placement", PLACEMENT, Projection::placement, Placement.SCATTERED);
    Field<Projection, Synapse> synapse =
        optional("synapse", SynapseFormat.SYNAPSE, Projection::synapse, Synapse.STATIC);
    return new ObjectFormat<>(
        "a projection",
        List.of(
            id, name, from, to, receptor, wiring, autapses, multapses, weight, delay, placement,
            synapse),
        in ->
            new Projection(
                in.get(id),
                in.get(name),
                in.get(from),
                in.get(to),
                in.get(receptor),
                in.get(wiring),
                in.get(autapses),
                in.get(multapses),
                in.get(weight),
                in.get(delay),
                in.get(placement),
                in.get(synapse)));
  }

  private static final Format<Placement> PLACEMENT =
      new VariantFormat<Placement>("a placement")
          .with(
              "scattered",
              Placement.Scattered.class,
              ObjectFormat.empty("scattered synapses", new Placement.Scattered()))
          .with(
              "clustered",
              Placement.Clustered.class,
              ObjectFormat.of(
                  "clustered synapses",
                  required("at", Formats.DECIMAL, Placement.Clustered::at),
                  Placement.Clustered::new));

  static ObjectFormat<World> world() {
    Field<World, ElementId> id = id();
    Field<World, String> name = name(id);
    Field<World, Point> position = position();
    Field<World, String> world = required("world", NAME, World::world);
    Field<World, Map<String, Quantity>> settings =
        optional("settings", Formats.byName(QUANTITY), World::settings, Map.of());
    Field<World, String> layout = optional("layout", PROSE, World::layout, "");
    return new ObjectFormat<>(
        "a world",
        List.of(id, name, position, world, settings, layout),
        in ->
            new World(
                in.get(id),
                in.get(name),
                in.get(position),
                in.get(world),
                in.get(settings),
                in.get(layout)));
  }

  static ObjectFormat<ModulatorSource> modulatorSource() {
    Field<ModulatorSource, ElementId> id = id();
    Field<ModulatorSource, String> name = name(id);
    Field<ModulatorSource, Point> position = position();
    Field<ModulatorSource, String> model = required("model", NAME, ModulatorSource::model);
    Field<ModulatorSource, Map<String, Quantity>> parameters =
        optional("parameters", Formats.byName(QUANTITY), ModulatorSource::parameters, Map.of());
    Field<ModulatorSource, ModulatorSource.Spread> spread =
        optional("spread", spread(), ModulatorSource::spread, ModulatorSource.EVERYWHERE);
    return new ObjectFormat<>(
        "a modulator source",
        List.of(id, name, position, model, parameters, spread),
        in ->
            new ModulatorSource(
                in.get(id),
                in.get(name),
                in.get(position),
                in.get(model),
                in.get(parameters),
                in.get(spread)));
  }

  private static Format<ModulatorSource.Spread> spread() {
    Field<ModulatorSource.Spread.Field, Quantity> diffusion =
        required("diffusion", QUANTITY, ModulatorSource.Spread.Field::diffusion);
    Field<ModulatorSource.Spread.Field, Quantity> width =
        required("width", QUANTITY, ModulatorSource.Spread.Field::width);
    Field<ModulatorSource.Spread.Field, Integer> cells =
        optional("cells", INTEGER, ModulatorSource.Spread.Field::cells, STANDARD_FIELD_CELLS);
    return new VariantFormat<ModulatorSource.Spread>("a spread")
        .with(
            "everywhere",
            ModulatorSource.Spread.Everywhere.class,
            ObjectFormat.empty(
                "the same concentration everywhere", new ModulatorSource.Spread.Everywhere()))
        .with(
            "field",
            ModulatorSource.Spread.Field.class,
            new ObjectFormat<>(
                "a field",
                List.of(diffusion, width, cells),
                in ->
                    new ModulatorSource.Spread.Field(
                        in.get(diffusion), in.get(width), in.get(cells))));
  }

  static ObjectFormat<Probe> probe() {
    Field<Probe, ElementId> id = id();
    Field<Probe, String> name = name(id);
    Field<Probe, Point> position = position();
    Field<Probe, List<ElementId>> targets =
        optional("targets", Formats.list(ID), Probe::targets, List.of());
    Field<Probe, Recording> recording =
        required("recording", RecordingFormat.RECORDING, Probe::recording);
    return new ObjectFormat<>(
        "a probe",
        List.of(id, name, position, targets, recording),
        in ->
            new Probe(
                in.get(id), in.get(name), in.get(position), in.get(targets), in.get(recording)));
  }

  static ObjectFormat<Group> group() {
    Field<Group, ElementId> id = id();
    Field<Group, String> name = name(id);
    Field<Group, Point> position = position();
    Field<Group, List<ElementId>> members =
        optional("members", Formats.list(ID), Group::members, List.of());
    Field<Group, Boolean> folded = optional("folded", FLAG, Group::folded, false);
    return new ObjectFormat<>(
        "a group",
        List.of(id, name, position, members, folded),
        in ->
            new Group(in.get(id), in.get(name), in.get(position), in.get(members), in.get(folded)));
  }

  static ObjectFormat<Note> note() {
    Field<Note, ElementId> id = id();
    Field<Note, String> name = name(id);
    Field<Note, Point> position = position();
    Field<Note, String> text = required("text", PROSE, Note::text);
    Field<Note, Double> width =
        optional("width", Formats.DECIMAL, Note::width, STANDARD_NOTE_WIDTH);
    return new ObjectFormat<>(
        "a note",
        List.of(id, name, position, text, width),
        in -> new Note(in.get(id), in.get(name), in.get(position), in.get(text), in.get(width)));
  }
}
