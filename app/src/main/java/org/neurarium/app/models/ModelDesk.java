package org.neurarium.app.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModelCatalogue.Origin;

/// Which model is open, and what can be done with it. Models of the circuit's own are changed through edits; all others are read. FX thread only.
public final class ModelDesk {

  /// The first statement of a model's text: kind, name, and title if there is one.
  private static final Pattern HEADER =
      Pattern.compile(
          "\\A((?:\\s|#[^\\n]*\\n)*(?:neuron|cell|synapse|channel|modulator)["
              + " \\t]+)([A-Za-z]\\w*)([ \\t]*\"([^\"\\n]*)\")?");

  /// A model on the desk.
  ///
  /// @param id its name
  /// @param origin only a circuit's own can be changed
  public record Open(String id, Origin origin) {

    boolean isOwn() {
      return origin == Origin.OWN;
    }
  }

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Optional<Open>> open =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Circuit before = Circuit.EMPTY;
  private Object gesture = new Object();
  private boolean typing;

  public ModelDesk(Workspace workspace) {
    this.workspace = workspace;
    workspace.circuitProperty().subscribe(this::follow);
  }

  /// What is open.
  public ReadOnlyObjectProperty<Optional<Open>> openProperty() {
    return open.getReadOnlyProperty();
  }

  /// The models in force for the circuit.
  public ModelCatalogue models() {
    return workspace.models();
  }

  /// Opens a model, if there is one of that name: the circuit's own before any other.
  public void open(String id) {
    Optional<Open> wanted =
        workspace.circuit().model(id).isPresent()
            ? Optional.of(new Open(id, Origin.OWN))
            : models().entries().stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .map(e -> new Open(id, e.origin()));
    if (wanted.isEmpty()) return;
    workspace.settle();
    gesture = new Object();
    open.set(wanted);
  }

  /// Puts the model away, with what was typed in the circuit.
  public void close() {
    workspace.settle();
    open.set(Optional.empty());
  }

  /// The text of the open model.
  public String text() {
    return open.get().flatMap(o -> text(o.id())).orElse("");
  }

  private Optional<String> text(String id) {
    return workspace
        .circuit()
        .model(id)
        .map(OwnModel::text)
        .or(() -> entry(id).map(e -> e.model().text()));
  }

  private Optional<ModelCatalogue.Entry> entry(String id) {
    return models().entries().stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /// Makes a new model from a small one that works, and opens it.
  ///
  /// @param kind `neuron` or `synapse`
  public void makeNew(String kind) {
    String id = freshId("my_" + kind);
    add("New model " + id, id, template(kind).replace("NAME", id), List.of());
  }

  /// Takes a model that came from elsewhere into the circuit, under a free name, and opens it.
  public void take(String wish, String text) {
    String id = freshId(wish);
    Matcher header = HEADER.matcher(text);
    String named = header.find() ? header.group(1) + id + text.substring(header.end(2)) : text;
    add("Import " + id, id, named, List.of());
  }

  private static String template(String kind) {
    try (InputStream in = ModelDesk.class.getResourceAsStream(kind + ".model")) {
      if (in == null) throw new IllegalArgumentException("no template for a " + kind);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes an own model of the open one and opens it. Selected populations that use the original use the copy from now on.
  public void duplicate() {
    Optional<Open> original = open.get();
    if (original.isEmpty()) return;
    String from = original.get().id();
    String id = freshId(from.startsWith("my_") ? from : "my_" + from);
    List<Element> switched = new ArrayList<>();
    for (var selected : workspace.selection().ids())
      workspace
          .circuit()
          .find(selected, Population.class)
          .filter(p -> p.model().equals(from))
          .ifPresent(p -> switched.add(p.ofModel(id)));
    add("Copy " + from + " to " + id, id, renamedCopy(text(), id), switched);
  }

  /// The text under another name, its title marked as somebody's own.
  private static String renamedCopy(String text, String id) {
    Matcher header = HEADER.matcher(text);
    if (!header.find()) return text;
    String title = header.group(4) == null ? "" : header.group(4);
    String mine = title.isEmpty() || title.startsWith("My ") ? title : "My " + title;
    return header.group(1)
        + id
        + (title.isEmpty() ? "" : " \"" + mine + "\"")
        + text.substring(header.end());
  }

  private void add(String label, String id, String text, List<Element> changed) {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.AddModel(label, new OwnModel(id, text)));
    if (!changed.isEmpty()) edits.add(new Edit.Replace(label, changed));
    workspace.apply(new Edit.Together(label, edits));
    open(id);
  }

  private String freshId(String wish) {
    return OwnModel.freshId(wish, taken());
  }

  private Set<String> taken() {
    Set<String> taken = new HashSet<>();
    models().entries().forEach(e -> taken.add(e.id()));
    workspace.circuit().models().forEach(m -> taken.add(m.id()));
    return taken;
  }

  /// Takes what was typed into the circuit. All of one visit is one step of undo. Where the first line gives the model a name that is free, the model, its
  /// file and what uses it get that name.
  public void type(String text) {
    Optional<Open> now = open.get().filter(Open::isOwn);
    if (now.isEmpty() || text.equals(text())) return;
    String id = now.get().id();
    String label = "Edit " + id;
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.ChangeModel(label, id, text));
    Optional<String> name = nameIn(text).filter(n -> !n.equals(id) && isFree(n, id));
    name.ifPresent(n -> edits.add(new Edit.RenameModel(label, id, n)));
    typing = true;
    workspace.applyDuring(gesture, new Edit.Together(label, edits));
    typing = false;
    name.ifPresent(n -> open.set(Optional.of(new Open(n, Origin.OWN))));
  }

  /// Whether the change being heard of came from [#type].
  boolean isTyping() {
    return typing;
  }

  /// The name in the first statement of a text.
  static Optional<String> nameIn(String text) {
    Matcher header = HEADER.matcher(text);
    return header.find() ? Optional.of(header.group(2)) : Optional.empty();
  }

  private boolean isFree(String name, String present) {
    return OwnModel.isValid(name)
        && taken().stream().noneMatch(t -> !t.equals(present) && t.equalsIgnoreCase(name));
  }

  /// What is wrong with the name that a text of the open model begins with: the circuit knows the model by another one; else nothing.
  Optional<String> nameTrouble(String text) {
    String id = open.get().filter(Open::isOwn).map(Open::id).orElse("");
    if (id.isEmpty()) return Optional.empty();
    return nameIn(text).filter(n -> !n.equals(id) && !isFree(n, id));
  }

  /// What is to be known about the open model's name: the circuit's own is used in place of another of that name.
  List<Problem> nameNotes() {
    String file = open.get().filter(Open::isOwn).map(o -> "models/" + o.id() + ".model").orElse("");
    return models().problems().stream()
        .filter(p -> p.severity() == Problem.Severity.NOTE && p.place().file().equals(file))
        .toList();
  }

  /// Begins a new step of undo with the next thing typed.
  void pause() {
    gesture = new Object();
  }

  /// What uses a model, as people call it.
  public List<Element> uses(String id) {
    List<Element> uses = new ArrayList<>();
    for (Population p : workspace.circuit().populations()) if (p.model().equals(id)) uses.add(p);
    for (Projection p : workspace.circuit().projections())
      if (p.synapse().model().equals(id)) uses.add(p);
    return uses;
  }

  /// Deletes the open model, which is put away.
  ///
  /// @param instead the neuron model that populations use from now on; empty to leave them as they are
  public void delete(Optional<String> instead) {
    Optional<Open> now = open.get().filter(Open::isOwn);
    if (now.isEmpty()) return;
    String id = now.get().id();
    String label = "Delete model " + id;
    List<Edit> edits = new ArrayList<>();
    instead.ifPresent(other ->
        edits.add(
            new Edit.Replace(
                label,
                uses(id).stream()
                    .filter(Population.class::isInstance)
                    .<Element>map(p -> ((Population) p).ofModel(other))
                    .toList())));
    edits.add(new Edit.RemoveModel(label, id));
    open.set(Optional.empty());
    workspace.apply(new Edit.Together(label, edits));
  }

  /// The open model as it was last read without errors.
  Optional<Model> model() {
    return open.get().flatMap(o -> entry(o.id())).map(ModelCatalogue.Entry::model);
  }

  /// After undo the open model may have its old name again, or be gone.
  private void follow(Circuit circuit) {
    Circuit old = before;
    before = circuit;
    if (typing) return;
    Optional<Open> own = open.get().filter(Open::isOwn);
    if (own.isEmpty() || circuit.model(own.get().id()).isPresent()) return;
    List<String> come =
        circuit.models().stream().map(OwnModel::id).filter(id -> old.model(id).isEmpty()).toList();
    boolean renamed = come.size() == 1 && circuit.models().size() == old.models().size();
    if (renamed) open.set(Optional.of(new Open(come.getFirst(), Origin.OWN)));
    else open.set(Optional.empty());
  }
}
