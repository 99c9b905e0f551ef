package org.neurarium.circuits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A whole circuit at one moment of its life. Immutable; every change gives a new one.
///
/// Elements are kept by kind (populations, stimuli, worlds, modulator sources, projections,
/// links, probes, groups, notes) and inside a kind in the order in which they
/// came: that is the order of the file and of the engine. Ids are unique. A circuit may be *wrong* in every other way (a
/// projection to nowhere, a negative delay): that is found by validation, so that a broken file can still be opened and mended.
public final class Circuit {

  private static final Comparator<OwnModel> BY_ID =
      Comparator.comparing(OwnModel::id, String.CASE_INSENSITIVE_ORDER);

  /// An empty circuit.
  public static final Circuit EMPTY =
      new Circuit("Untitled circuit", "", RunSettings.DEFAULT, List.of());

  private final String title;
  private final String description;
  private final RunSettings run;
  private final List<Element> elements;
  private final List<OwnModel> models;
  private final Map<ElementId, Element> byId;

  /// A circuit of these elements, in any order of kinds, without models of its own.
  ///
  /// @param title what people call it
  /// @param description a sentence or two for the gallery
  /// @param run how it is run
  /// @param elements with unique ids
  /// @throws IllegalArgumentException if two elements share an id
  public Circuit(
      String title, String description, RunSettings run, List<? extends Element> elements) {
    this(title, description, run, elements, List.of());
  }

  /// A circuit of these elements, in any order of kinds.
  ///
  /// @param title what people call it
  /// @param description a sentence or two for the gallery
  /// @param run how it is run
  /// @param elements with unique ids
  /// @param models that it brings along, with ids that differ in more than case: each is a file
  /// @throws IllegalArgumentException if two elements or two models share an id
  public Circuit(
      String title,
      String description,
      RunSettings run,
      List<? extends Element> elements,
      List<OwnModel> models) {
    this.title = title;
    this.description = description;
    this.run = run;
    List<Element> sorted = new ArrayList<>(elements);
    sorted.sort(Comparator.comparingInt(Circuit::kindOrder));
    this.elements = List.copyOf(sorted);
    this.byId = HashMap.newHashMap(sorted.size());
    for (Element e : sorted)
      if (byId.put(e.id(), e) != null)
        throw new IllegalArgumentException("two elements have the id " + e.id());
    this.models = models.stream().sorted(BY_ID).toList();
    for (int i = 1; i < this.models.size(); i++)
      if (BY_ID.compare(this.models.get(i - 1), this.models.get(i)) == 0)
        throw new IllegalArgumentException("two models have the id " + this.models.get(i).id());
  }

  private static int kindOrder(Element e) {
    return switch (e) {
      case Population _ -> 0;
      case Stimulus _ -> 1;
      case World _ -> 2;
      case ModulatorSource _ -> 3;
      case Projection _ -> 4;
      case Link _ -> 5;
      case Probe _ -> 6;
      case Group _ -> 7;
      case Note _ -> 8;
    };
  }

  public String title() {
    return title;
  }

  public String description() {
    return description;
  }

  public RunSettings run() {
    return run;
  }

  /// All elements, by kind, then in order of arrival.
  public List<Element> elements() {
    return elements;
  }

  /// The elements of one kind, in order.
  public <T extends Element> List<T> all(Class<T> kind) {
    return elements.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public List<Population> populations() {
    return all(Population.class);
  }

  public List<Stimulus> stimuli() {
    return all(Stimulus.class);
  }

  public List<Projection> projections() {
    return all(Projection.class);
  }

  /// Whether a projection has synapses, each with a weight: those of currents and of background act on neurons without.
  public boolean hasSynapses(Projection projection) {
    return find(projection.from(), Stimulus.class).map(s -> !s.signal().isDirect()).orElse(true);
  }

  public List<ModulatorSource> modulatorSources() {
    return all(ModulatorSource.class);
  }

  public List<Link> links() {
    return all(Link.class);
  }

  public List<Probe> probes() {
    return all(Probe.class);
  }

  /// The models that it brings along, by id.
  public List<OwnModel> models() {
    return models;
  }

  /// Its own model with this id.
  public Optional<OwnModel> model(String id) {
    return models.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /// The element with this id.
  public Optional<Element> find(ElementId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The element with this id, if it is of this kind.
  public <T extends Element> Optional<T> find(ElementId id, Class<T> kind) {
    return find(id).filter(kind::isInstance).map(kind::cast);
  }

  public boolean contains(ElementId id) {
    return byId.containsKey(id);
  }

  /// Projections that start or end at an element.
  public Stream<Projection> projectionsOf(ElementId id) {
    return projections().stream().filter(p -> p.from().equals(id) || p.to().equals(id));
  }

  /// An id not yet taken, made from a wish: `Cortex E` becomes `cortex-e`, then `cortex-e-2`, ….
  public ElementId freshId(String wish) {
    String stem =
        wish.toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+|-+$", "");
    if (stem.isEmpty()) stem = "part";
    if (stem.length() > 50) stem = stem.substring(0, 50);
    ElementId id = new ElementId(stem);
    for (int n = 2; contains(id); n++) id = new ElementId(stem + "-" + n);
    return id;
  }

  /// The same elements under another title and description.
  public Circuit titled(String newTitle, String newDescription) {
    return new Circuit(newTitle, newDescription, run, elements, models);
  }

  /// The same elements, run otherwise.
  public Circuit running(RunSettings newRun) {
    return new Circuit(title, description, newRun, elements, models);
  }

  /// The same circuit made of other elements.
  public Circuit of(List<? extends Element> newElements) {
    return new Circuit(title, description, run, newElements, models);
  }

  /// The same elements with other models of its own.
  public Circuit withModels(List<OwnModel> newModels) {
    return new Circuit(title, description, run, elements, newModels);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Circuit c
        && title.equals(c.title)
        && description.equals(c.description)
        && run.equals(c.run)
        && elements.equals(c.elements)
        && models.equals(c.models);
  }

  @Override
  public int hashCode() {
    return elements.hashCode() * 31 + title.hashCode();
  }

  @Override
  public String toString() {
    return "Circuit[" + title + ", " + elements.size() + " elements]";
  }
}
