package org.neurarium.circuits.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Problem.Severity;

/// The models that circuits can name: those that come with Neurarium, those of the person's own folder, those that a circuit brings along.
/// Passed to whoever needs it; there is no global list.
///
/// ```
/// built in ── withUsers(files) ──► the laboratory's ── including(circuit) ──► in force for that circuit
/// ```
///
/// Of models of the same kind and name the circuit's own is the one that counts, then the built-in one: what a circuit does must not depend
/// on whose computer it is on. Nothing of it changes as seen from outside; any thread.
///
/// A list costs little ([#entries]); a model is read when it is first asked for, then kept.
///
/// While a text of a circuit's own is being written it is broken now and then. Whoever follows a circuit from version to version asks the last version's catalogue for the
/// next one's: then a broken text leaves the model in force as it was last read without errors. Nothing else remembers it.
public final class ModelCatalogue {

  /// Where a model comes from.
  public enum Origin {
    BUILT_IN,
    /// A file in the person's folder of models.
    USER,
    /// The circuit's own.
    OWN
  }

  /// A model and where it comes from. What a list shows of it costs little; the model itself is read when it is first asked for. Any thread.
  public static final class Entry {

    private final UnreadModel file;
    private final Origin origin;

    private Entry(UnreadModel file, Origin origin) {
      this.file =
          new UnreadModel(
              file.kind(), file.id(), new Once<>(file.head()), new Once<Model>(file.model()));
      this.origin = origin;
    }

    private Entry(Model model, Origin origin) {
      UnreadModel.Head head = new UnreadModel.Head(model.title(), model.summary());
      this.file = new UnreadModel(model.kind(), model.id(), () -> head, () -> model);
      this.origin = origin;
    }

    public Model.Kind kind() {
      return file.kind();
    }

    /// The model's name in files.
    public String id() {
      return file.id();
    }

    /// The model's name for people.
    public String title() {
      return file.head().get().title();
    }

    /// The model's one or two sentences.
    public String summary() {
      return file.head().get().summary();
    }

    public Model model() {
      return file.model().get();
    }

    public Origin origin() {
      return origin;
    }

    private boolean isInPlaceOf(Model other) {
      return id().equals(other.id())
          && (kind() == other.kind()
              || kind().isNeuron() && other.kind().isNeuron()); // populations name both
    }
  }

  private final ReadModels read;
  private final LoweredCells cells;
  private final List<Entry> entries;
  private final List<Problem> notes;
  private final List<Problem> problems;

  /// The catalogue without a circuit's models; this one where there are none.
  private final ModelCatalogue base;

  private final List<OwnModel> own;

  /// What the circuit asked for last: the next question is mostly about the same models.
  private volatile @Nullable ModelCatalogue latest;

  /// A catalogue of built-in models.
  ///
  /// @param builtIn in the order in which a list should show them, ids unique among those of a kind
  /// @param language reads the texts of further models
  public ModelCatalogue(List<? extends Model> builtIn, ModelLanguage language) {
    this(language, builtIn.stream().map(m -> new Entry(m, Origin.BUILT_IN)).toList(), List.of());
  }

  /// A catalogue of built-in models, each of which is read when it is first asked for.
  ///
  /// @param builtIn as for the other catalogue
  /// @param language reads the texts of further models
  public static ModelCatalogue ofFiles(List<UnreadModel> builtIn, ModelLanguage language) {
    return new ModelCatalogue(
        language, builtIn.stream().map(m -> new Entry(m, Origin.BUILT_IN)).toList(), List.of());
  }

  /// A catalogue of these models alone, which takes no others from a circuit.
  public ModelCatalogue(List<? extends Model> models) {
    this(models, (_, _) -> new ModelLanguage.Reading(Optional.empty(), List.of()));
  }

  private ModelCatalogue(ModelLanguage language, List<Entry> entries, List<Problem> notes) {
    this(new ReadModels(language), new LoweredCells(language), entries, notes);
  }

  private ModelCatalogue(
      ReadModels read, LoweredCells cells, List<Entry> entries, List<Problem> notes) {
    this.read = read;
    this.cells = cells;
    this.entries = List.copyOf(entries);
    this.notes = List.copyOf(notes);
    this.problems = List.of();
    this.base = this;
    this.own = List.of();
  }

  private ModelCatalogue(
      ModelCatalogue base, List<OwnModel> own, List<Entry> entries, List<Problem> problems) {
    this.read = base.read;
    this.cells = base.cells;
    this.entries = List.copyOf(entries);
    this.notes = base.notes;
    this.problems = List.copyOf(problems);
    this.base = base;
    this.own = own;
  }

  /// The same catalogue with the files of the person's folder. One that cannot be used, for its errors or for its name, which a built-in model has, is left out with a
  /// note among the [#notes].
  ///
  /// @param unread what went wrong with files that are not among these
  public ModelCatalogue withUsers(List<OwnModel> files, List<Problem> unread) {
    List<Entry> all = new ArrayList<>(base.entries);
    List<Problem> found = new ArrayList<>();
    unread.stream().map(ModelCatalogue::asNote).forEach(found::add);
    for (OwnModel file : files) {
      ModelLanguage.Reading reading = read.read(file);
      reading.problems().stream().map(ModelCatalogue::asNote).forEach(found::add);
      Optional<Model> model = reading.model();
      if (model.isEmpty()) continue;
      if (all.stream().anyMatch(e -> e.isInPlaceOf(model.get())))
        found.add(
            asNote(
                Problem.error(
                    Place.at(file.file(), 1, 0, ""),
                    "There is a built-in model '"
                        + file.id()
                        + "', which is used in place of yours",
                    "Give yours another name.")));
      else all.add(new Entry(model.get(), Origin.USER));
    }
    return new ModelCatalogue(read, cells, all, found);
  }

  /// The catalogue in force for a circuit: this one with the circuit's own models, in place of any that an earlier circuit had. A circuit's own model counts before a built-in one
  /// of its name, and that before one of the person's folder: a project runs the same wherever it is opened. A note says so. Of the earlier ones only those stay, as they were
  /// last read, whose text is broken now; their problems become warnings. Cheap while the circuit's models stay the same.
  public ModelCatalogue including(Circuit circuit) {
    if (circuit.models().equals(own)) return this;
    ModelCatalogue known = base.latest;
    if (known != null && circuit.models().equals(known.own)) return known;
    if (circuit.models().isEmpty()) return base;
    List<Entry> all = new ArrayList<>(base.entries);
    List<Problem> found = new ArrayList<>();
    boolean anyBroken = false;
    for (OwnModel text : circuit.models()) {
      ModelLanguage.Reading reading = read.read(text);
      boolean broken = reading.model().isEmpty();
      anyBroken |= broken;
      Optional<Model> lastGood = broken ? own(text.id()) : Optional.empty();
      for (Problem p : reading.problems()) found.add(lastGood.isPresent() ? asWarning(p) : p);
      reading
          .model()
          .or(() -> lastGood)
          .ifPresent(model -> {
            for (Entry e : all) if (e.isInPlaceOf(model)) replaced(e, text).ifPresent(found::add);
            all.removeIf(e -> e.isInPlaceOf(model));
            all.add(new Entry(model, Origin.OWN));
          });
    }
    anyBroken |= withCells(all, found);
    ModelCatalogue including = new ModelCatalogue(base, circuit.models(), all, found);
    if (!anyBroken) base.latest = including; // what is remembered is for those who follow
    return including;
  }

  /// What is said where a circuit's own model takes the place of another of its name: nothing about a copy of a file in the person's folder, which is the same model.
  private static Optional<Problem> replaced(Entry other, OwnModel own) {
    String where =
        switch (other.origin()) {
          case BUILT_IN -> "a built-in model";
          case USER -> "a model in your folder";
          case OWN -> "";
        };
    if (where.isEmpty() || other.model().text().equals(own.text())) return Optional.empty();
    return Optional.of(
        asNote(
            Problem.error(
                Place.at(own.file(), 1, 0, ""),
                "'" + own.id() + "' is also the name of " + where + "; this circuit uses its own",
                "Give it another name in its first line to use both.")));
  }

  /// Looks at the circuit's cells once all its channels are known. Of one that does not fit them the last version is used, if that does.
  ///
  /// @return whether one does not
  private boolean withCells(List<Entry> all, List<Problem> found) {
    boolean anyBroken = false;
    ModelCatalogue known = new ModelCatalogue(base, List.of(), all, List.of());
    for (int k = 0; k < all.size(); k++) {
      Entry entry = all.get(k);
      if (entry.origin() != Origin.OWN || !(entry.model() instanceof CellModel cell)) continue;
      ModelLanguage.Reading lowered = known.lowered(cell);
      if (lowered.model().isPresent()) continue;
      anyBroken = true;
      Optional<Model> lastGood =
          own(cell.id())
              .filter(CellModel.class::isInstance)
              .filter(last -> known.lowered((CellModel) last).model().isPresent());
      for (Problem p : lowered.problems()) found.add(lastGood.isPresent() ? asWarning(p) : p);
      if (lastGood.isPresent()) all.set(k, new Entry(lastGood.get(), Origin.OWN));
    }
    return anyBroken;
  }

  private ModelLanguage.Reading lowered(CellModel cell) {
    return cells.lower(cell, id -> find(ChannelModel.class, id), ids(Model.Kind.CHANNEL));
  }

  /// The circuit's own model of this name.
  private Optional<Model> own(String id) {
    return entries.stream()
        .filter(e -> e.origin() == Origin.OWN && e.id().equals(id))
        .findFirst()
        .map(Entry::model);
  }

  private static Problem asWarning(Problem problem) {
    return new Problem(
        Severity.WARNING,
        problem.place(),
        problem.sentence(),
        (problem.hint() + " Until then the last version without mistakes is used.").strip(),
        problem.fix());
  }

  private static Problem asNote(Problem problem) {
    return new Problem(
        Severity.NOTE, problem.place(), problem.sentence(), problem.hint(), Optional.empty());
  }

  /// All models: the built-in ones in the library's order, then the person's, then the circuit's.
  public List<Entry> entries() {
    return entries;
  }

  /// Those of one kind, in order. For lists: reads none of them.
  public List<Entry> entries(Model.Kind kind) {
    return entries.stream().filter(e -> e.kind() == kind).toList();
  }

  /// The names of the models of one kind, in order.
  public List<String> ids(Model.Kind kind) {
    return entries(kind).stream().map(Entry::id).toList();
  }

  /// The model of this kind and name, unread.
  public Optional<Entry> entry(Model.Kind kind, String id) {
    return entries.stream().filter(e -> e.kind() == kind && e.id().equals(id)).findFirst();
  }

  /// What a population may be of: neurons and cells, in order. For lists: reads none of them.
  public List<Entry> neuronEntries() {
    return entries.stream().filter(e -> e.kind().isNeuron()).toList();
  }

  /// The neuron or cell of this name, unread.
  public Optional<Entry> neuronEntry(String id) {
    return entries.stream().filter(e -> e.kind().isNeuron() && e.id().equals(id)).findFirst();
  }

  /// Why files of the person's folder were left out.
  public List<Problem> notes() {
    return notes;
  }

  /// What is wrong with the texts of the circuit's own models, with file, line and column.
  public List<Problem> problems() {
    return problems;
  }

  /// Whether the circuit brings a text of this name along that cannot be used as it is; [#problems] says why.
  public boolean isBroken(String id) {
    return own.stream()
        .filter(m -> m.id().equals(id))
        .anyMatch(m ->
            read.read(m).model().isEmpty()
                || read.read(m).model().get() instanceof CellModel cell
                    && lowered(cell).model().isEmpty());
  }

  /// Why a cell does not fit the channels that are in force, with file, line and column; empty where it does.
  public List<Problem> problemsOf(String cellId) {
    return find(CellModel.class, cellId).map(c -> lowered(c).problems()).orElse(List.of());
  }

  /// The neuron models that are points, in order. Reads all of them.
  public List<NeuronModel> neurons() {
    return all(NeuronModel.class).toList();
  }

  /// The synapse models, in order. Reads all of them.
  public List<SynapseModel> synapses() {
    return all(SynapseModel.class).toList();
  }

  /// The neuron model with this id: a point, or a cell with its channels.
  public Optional<NeuronModel> neuron(String id) {
    return neuronEntry(id)
        .map(Entry::model)
        .flatMap(m -> m instanceof CellModel c ? lowered(c).model() : Optional.of(m))
        .map(NeuronModel.class::cast);
  }

  /// The channel model with this id.
  public Optional<ChannelModel> channel(String id) {
    return find(ChannelModel.class, id);
  }

  /// The cell with this id, as its file says it.
  public Optional<CellModel> cell(String id) {
    return find(CellModel.class, id);
  }

  /// The synapse model with this id.
  public Optional<SynapseModel> synapse(String id) {
    return find(SynapseModel.class, id);
  }

  /// The modulator model with this id.
  public Optional<ModulatorModel> modulator(String id) {
    return find(ModulatorModel.class, id);
  }

  /// The models of one kind, in order. Reads all of them.
  public <M extends Model> Stream<M> all(Class<M> kind) {
    return entries.stream().filter(e -> e.kind().type() == kind).map(Entry::model).map(kind::cast);
  }

  private <M extends Model> Optional<M> find(Class<M> kind, String id) {
    return entries.stream()
        .filter(e -> e.kind().type() == kind && e.id().equals(id))
        .findFirst()
        .map(Entry::model)
        .map(kind::cast);
  }
}
