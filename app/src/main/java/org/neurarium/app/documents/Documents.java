package org.neurarium.app.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.FxBridge;
import org.neurarium.app.controls.Dialogs;
import org.neurarium.app.controls.Dialogs.Answer;
import org.neurarium.app.controls.Dialogs.Role;
import org.neurarium.app.controls.Notices;
import org.neurarium.app.inspector.ProjectCircuits;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.file.Autosave;
import org.neurarium.circuits.file.CircuitReader;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.circuits.file.RecentFiles;
import org.neurarium.circuits.file.RecoveryStore;

/// Opens, saves and guards the document at work. FX thread only.
public final class Documents implements ProjectCircuits {

  private final Workspace workspace;
  private final FxBridge fx;
  private final Dialogs dialogs;
  private final Notices notices;
  private final Choosers choosers;
  private final RecoveryStore recoveries;
  private final RecentFiles recent;
  private final ReadOnlyObjectWrapper<Optional<ProjectFolder>> project =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> lesson =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
  private Circuit savedCircuit = Circuit.EMPTY;
  private List<ProjectFolder.Neighbour> others = List.of();

  /// The models that the document has files of in its folder.
  private Set<String> savedModels = Set.of();

  private volatile DataFiles data = DataFiles.NONE;
  private @Nullable Autosave autosave;
  private boolean incomplete;

  /// @param recoveries where unsaved work is kept
  /// @param recent the list of files opened last
  public Documents(
      Workspace workspace,
      FxBridge fx,
      Dialogs dialogs,
      Notices notices,
      Choosers choosers,
      RecoveryStore recoveries,
      RecentFiles recent) {
    this.workspace = workspace;
    this.fx = fx;
    this.dialogs = dialogs;
    this.notices = notices;
    this.choosers = choosers;
    this.recoveries = recoveries;
    this.recent = recent;
    workspace.versionProperty().subscribe((_, _) -> edited());
  }

  /// Where the document is kept; empty for one never saved.
  public ReadOnlyObjectProperty<Optional<ProjectFolder>> projectProperty() {
    return project.getReadOnlyProperty();
  }

  /// The data files of the document, wherever it is kept now: a document saved for the first time gets a folder while it is open. Any thread.
  public DataFiles files() {
    return new DataFiles() {
      @Override
      public Reader open(String name) throws IOException {
        return data.open(name);
      }

      @Override
      public InputStream bytes(String name) throws IOException {
        return data.bytes(name);
      }

      @Override
      public List<String> list(String folder) throws IOException {
        return data.list(folder);
      }
    };
  }

  /// The lesson beside the circuit.
  public ReadOnlyObjectProperty<Optional<String>> lessonProperty() {
    return lesson.getReadOnlyProperty();
  }

  /// Whether the disk has what the window shows.
  public ReadOnlyBooleanProperty savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /// Whether a document is open; else the welcome screen is shown.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// The files opened last that still exist. Blocks shortly.
  public List<Path> recentFiles() {
    return recent.list();
  }

  private void edited() {
    if (!open.get()) return;
    Circuit now = workspace.circuit();
    boolean same = now.equals(savedCircuit);
    saved.set(same);
    if (autosave != null && !same) autosave.changed(now);
  }

  /// Begins a new circuit, after asking about unsaved work.
  public void startNew() {
    whenSafe(() -> {
      others = List.of();
      take(Circuit.EMPTY, Optional.empty(), Optional.empty(), true);
    });
  }

  /// Asks for a circuit and opens it.
  public void askAndOpen() {
    whenSafe(() -> choosers.circuitToOpen().ifPresent(file -> read(file, false)));
  }

  /// Opens a project folder or a circuit's file, after asking about unsaved work.
  public void open(Path folderOrFile) {
    whenSafe(() -> read(folderOrFile, false));
  }

  /// Opens a project folder or a circuit's file however large it is, for one who cannot be asked.
  public void openUnasked(Path folderOrFile) {
    whenSafe(() -> read(folderOrFile, true));
  }

  @Override
  public List<ProjectFolder.Neighbour> others() {
    return others;
  }

  @Override
  public void open(ProjectFolder.Neighbour neighbour) {
    open(neighbour.file());
  }

  /// @param models that have files in the project's folder
  /// @param others circuits in that folder
  private record Loaded(
      ProjectFolder project,
      CircuitReader.Result result,
      Optional<String> lesson,
      Set<String> models,
      List<ProjectFolder.Neighbour> others) {}

  private void read(Path folderOrFile, boolean unasked) {
    var _ =
        fx.inBackground(
            () -> {
              ProjectFolder folder = ProjectFolder.of(folderOrFile);
              return new Loaded(
                  folder, folder.read(), folder.lesson(), folder.models(), folder.neighbours());
            },
            (loaded, failure) -> {
              if (loaded != null) show(loaded, unasked);
              else
                notices.trouble(
                    folderOrFile.getFileName() + " could not be read: " + plain(failure));
            });
  }

  private void show(Loaded loaded, boolean unasked) {
    CircuitReader.Result result = loaded.result();
    String name = nameOf(loaded.project());
    if (result.circuit().isEmpty()) {
      recent.remove(loaded.project().circuitFile());
      dialogs.problems(
          name + " could not be opened",
          "Nothing was changed. What is wrong with the file:",
          result.problems(),
          List.of(new Answer("OK", Role.DEFAULT, () -> {})));
      return;
    }
    Circuit circuit = result.circuit().get();
    LargeCircuit.warning(circuit, workspace.models())
        .filter(_ -> !unasked)
        .ifPresentOrElse(
            warning ->
                dialogs.ask(
                    "“" + circuit.title() + "” is large",
                    warning,
                    List.of(
                        new Answer("Cancel", Role.CANCEL, () -> {}),
                        new Answer("Open", Role.DEFAULT, () -> show(loaded, circuit)))),
            () -> show(loaded, circuit));
  }

  private void show(Loaded loaded, Circuit circuit) {
    CircuitReader.Result result = loaded.result();
    String name = nameOf(loaded.project());
    others = loaded.others();
    take(circuit, Optional.of(loaded.project()), loaded.lesson(), true);
    incomplete = !result.complete();
    if (incomplete)
      keepAs(recoveries.keep(Optional.empty())); // restored, it has to ask for another place too
    recent.add(loaded.project().circuitFile());
    if (result.complete() && !result.problems().isEmpty())
      dialogs.problems(
          name + " was opened without some of its files",
          "They are left as they are on the disk. What is wrong with them:",
          result.problems(),
          List.of(new Answer("OK", Role.DEFAULT, () -> {})));
    if (incomplete)
      dialogs.problems(
          name + " was opened with gaps",
          "Some of it could not be understood and is missing here. The file itself is untouched;"
              + " saving asks for another place.",
          result.problems(),
          List.of(new Answer("OK", Role.DEFAULT, () -> {})));
  }

  /// Makes a circuit the document at work.
  private void take(
      Circuit circuit, Optional<ProjectFolder> from, Optional<String> text, boolean isSaved) {
    forget();
    incomplete = false;
    place(from);
    lesson.set(text);
    savedCircuit = isSaved ? circuit : Circuit.EMPTY.titled("", "");
    savedModels = isSaved && from.isPresent() ? namesOfModels(circuit) : Set.of();
    autosave = recoveries.keep(from.map(ProjectFolder::circuitFile));
    open.set(true);
    workspace.open(circuit, files());
  }

  private static Set<String> namesOfModels(Circuit circuit) {
    return circuit.models().stream().map(OwnModel::id).collect(Collectors.toUnmodifiableSet());
  }

  private void place(Optional<ProjectFolder> now) {
    data = now.map(DataFiles.class::cast).orElse(DataFiles.NONE);
    project.set(now);
  }

  private void forget() {
    if (autosave != null) autosave.close();
    autosave = null;
  }

  /// Saves where the document is kept, or asks for a place.
  public void save() {
    saveThen(() -> {});
  }

  /// Asks for a place and saves there.
  public void saveAs() {
    saveAsThen(() -> {});
  }

  /// Saves, and goes on only if that succeeds.
  public void saveThen(Runnable next) {
    workspace.settle();
    if (project.get().isPresent() && !incomplete) write(project.get().get(), next);
    else saveAsThen(next);
  }

  private void saveAsThen(Runnable next) {
    workspace.settle();
    Optional<Path> place = choosers.placeToSave(suggestion());
    if (place.isEmpty()) return;
    Path path = place.get();
    boolean single = path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    try {
      Files.createDirectories(single ? path.toAbsolutePath().getParent() : path);
    } catch (IOException e) {
      notices.trouble("The folder " + path.getFileName() + " could not be made: " + plain(e));
      return;
    }
    ProjectFolder to = ProjectFolder.of(path);
    Optional<ProjectFolder> from = project.get();
    write(
        to,
        () -> {
          incomplete = false;
          from.filter(f -> !f.folder().equals(to.folder())).ifPresent(f -> copyData(f, to));
          place(Optional.of(to));
          recent.add(to.circuitFile());
          next.run();
        });
  }

  /// The data files that the circuit names go along to its new place.
  private void copyData(ProjectFolder from, ProjectFolder to) {
    Circuit circuit = workspace.circuit();
    var _ =
        fx.inBackground(
            () -> DataImports.copyNamed(circuit, from.folder(), to.folder()),
            (missing, failure) -> {
              if (failure != null)
                notices.trouble("The data files could not be copied: " + plain(failure));
              else if (missing != null && !missing.isEmpty())
                notices.trouble("Not copied, since missing: " + String.join(", ", missing) + ".");
            });
  }

  private String suggestion() {
    String name =
        workspace
            .circuit()
            .title()
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return name.isEmpty() ? "circuit" : name;
  }

  private void write(ProjectFolder to, Runnable next) {
    Circuit circuit = workspace.circuit();
    Autosave keeping = autosave;
    boolean sameFolder = project.get().filter(now -> now.folder().equals(to.folder())).isPresent();
    Set<String> former = sameFolder ? savedModels : Set.of();
    var _ =
        fx.inBackground(
            () -> {
              Optional<Problem> problem = to.save(circuit, former);
              if (problem.isEmpty() && keeping != null) keeping.saved(to.circuitFile(), circuit);
              return problem;
            },
            (problem, failure) -> {
              if (failure != null)
                notices.trouble(
                    "It could not be saved: " + plain(failure), "Save as…", this::saveAs);
              else if (problem != null && problem.isPresent())
                notices.trouble(
                    problem.get().sentence() + ". " + problem.get().hint(),
                    "Save as…",
                    this::saveAs);
              else {
                savedCircuit = circuit;
                savedModels = namesOfModels(circuit);
                saved.set(workspace.circuit().equals(circuit));
                next.run();
                notices.news("Saved " + nameOf(to) + ".");
              }
            });
  }

  /// Goes on now if nothing would be lost, else asks first.
  public void whenSafe(Runnable next) {
    workspace.settle();
    if (!open.get() || saved.get()) {
      next.run();
      return;
    }
    dialogs.ask(
        "Save the changes to “" + workspace.circuit().title() + "”?",
        "Otherwise they are lost.",
        List.of(
            new Answer("Cancel", Role.CANCEL, () -> {}),
            new Answer("Don’t save", Role.OTHER, next),
            new Answer("Save", Role.DEFAULT, () -> saveThen(next))));
  }

  /// Closes the document, after asking about unsaved work, and shows the welcome screen.
  public void close() {
    whenSafe(() -> {
      forget();
      open.set(false);
      saved.set(true);
      place(Optional.empty());
      lesson.set(Optional.empty());
      workspace.open(Circuit.EMPTY, DataFiles.NONE);
    });
  }

  /// Ends: nothing is left to recover. To be called after [#whenSafe].
  public void end() {
    forget();
  }

  /// Restores what a program that ended badly left behind.
  public void restore(RecoveryStore.Recovery recovery) {
    Supplier<Loaded> read =
        () -> {
          ProjectFolder folder = ProjectFolder.of(recovery.original().orElse(recovery.folder()));
          return new Loaded(
              folder,
              recovery.read(),
              recovery.original().isPresent() ? folder.lesson() : Optional.empty(),
              recovery.original().isPresent() ? folder.models() : Set.of(),
              recovery.original().isPresent() ? folder.neighbours() : List.of());
        };
    var _ =
        fx.inBackground(
            read,
            (loaded, failure) -> {
              if (loaded == null || loaded.result().circuit().isEmpty()) {
                notices.trouble(
                    "The recovery could not be read"
                        + (failure == null ? "." : ": " + plain(failure)));
                return;
              }
              others = loaded.others();
              take(
                  loaded.result().circuit().get(),
                  recovery.original().map(_ -> loaded.project()),
                  loaded.lesson(),
                  false);
              savedModels = loaded.models();
              Autosave resumed = recoveries.resume(recovery);
              resumed.changed(workspace.circuit());
              keepAs(resumed);
              notices.news("Restored “" + workspace.circuit().title() + "”. It is not saved yet.");
            });
  }

  private void keepAs(Autosave keeper) {
    forget();
    autosave = keeper;
  }

  /// What people call a project: its folder, or its file if that is not called `circuit.json`.
  public static String nameOf(ProjectFolder project) {
    Path named =
        project.circuitFile().endsWith(ProjectFolder.CIRCUIT)
            ? project.folder()
            : project.circuitFile();
    return String.valueOf(named.getFileName());
  }

  private static String plain(@Nullable Throwable failure) {
    if (failure == null) return "for an unknown reason.";
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String message = cause.getMessage();
    return (message == null ? cause.getClass().getSimpleName() : message) + ".";
  }
}
