package org.neurarium.circuits.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.World;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;

/// What rules may look at, and where their answers go.
final class Examination {

  private static final int MOST_PROBLEMS = 500;

  private final Circuit circuit;
  private final ModelCatalogue models;
  private final DataFiles files;
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable WorldKinds worldKinds;
  private final Map<ElementId, Group> groupOf = new HashMap<>();
  private final Map<String, Element> firstOfName = new HashMap<>();

  Examination(Circuit circuit, ModelCatalogue models, DataFiles files) {
    this.circuit = circuit;
    this.models = models.including(circuit);
    this.files = files;
    for (Group group : circuit.all(Group.class))
      for (ElementId member : group.members()) groupOf.putIfAbsent(member, group);
    for (Element element : circuit.elements())
      firstOfName.putIfAbsent(element.kind() + element.name(), element);
  }

  Circuit circuit() {
    return circuit;
  }

  /// The models in force for the circuit.
  ModelCatalogue models() {
    return models;
  }

  Optional<NeuronModel> modelOf(Population population) {
    return models.neuron(population.model());
  }

  /// The kinds of world that there are; looked for when first asked for, as most circuits have no world.
  WorldKinds worldKinds() {
    WorldKinds known = worldKinds;
    if (known == null) {
      known = WorldKinds.installed();
      worldKinds = known;
    }
    return known;
  }

  Optional<WorldKind> worldKind(World world) {
    return worldKinds().find(world.world());
  }

  /// The first group that has an element as its member.
  Optional<Group> groupOf(ElementId element) {
    return Optional.ofNullable(groupOf.get(element));
  }

  /// Whether an element of the same kind that comes before has the same name.
  boolean isNameTaken(Element element) {
    return !element.equals(firstOfName.get(element.kind() + element.name()));
  }

  /// The time step in ms; a usual one where the circuit's own makes no sense.
  double dt() {
    Quantity dt = circuit.run().dt();
    return isPositiveTime(dt) ? dt.engineValue() : 0.1;
  }

  static boolean isPositiveTime(Quantity quantity) {
    return quantity.unit().dimension().equals(Dimension.TIME)
        && quantity.value() > 0
        && Double.isFinite(quantity.engineValue());
  }

  /// Whether a file that the circuit names is there.
  boolean hasFile(String name) {
    try (var _ = files.open(name)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Whether a folder that the circuit names has a file whose name ends like this.
  boolean hasFileIn(String folder, String ending) {
    try {
      return files.list(folder).stream().anyMatch(f -> f.toLowerCase(Locale.ROOT).endsWith(ending));
    } catch (IOException e) {
      return false;
    }
  }

  void error(Element element, String field, String sentence, String hint) {
    add(Problem.error(Place.in(element.id(), field), sentence, hint));
  }

  void error(Element element, String field, String sentence, String hint, Edit fix) {
    add(Problem.error(Place.in(element.id(), field), sentence, hint).fixedBy(fix));
  }

  void warning(Element element, String field, String sentence, String hint) {
    add(Problem.warning(Place.in(element.id(), field), sentence, hint));
  }

  void note(Element element, String field, String sentence, String hint) {
    add(
        new Problem(
            Problem.Severity.NOTE,
            Place.in(element.id(), field),
            sentence,
            hint,
            Optional.empty()));
  }

  /// Adds a problem, as long as anybody could read the list.
  void add(Problem problem) {
    if (problems.size() < MOST_PROBLEMS) problems.add(problem);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// An edit that puts a better version of an element in its place.
  static Edit replace(String label, Element better) {
    return new Edit.Replace(label, List.of(better));
  }

  /// An element as the subject of a sentence: "The population 'Cortex E'".
  static String the(Element element) {
    return "The " + element.kind() + " " + quoted(element);
  }

  /// An element's name in quotes.
  static String quoted(Element element) {
    return quoted(element.name().isBlank() ? element.id().text() : element.name());
  }

  /// Any text in quotes, cut to what a sentence can carry.
  static String quoted(String text) {
    return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
  }
}
