package org.neurarium.app.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.neurarium.app.FxBridge;
import org.neurarium.app.controls.Dialogs;
import org.neurarium.app.controls.Dialogs.Answer;
import org.neurarium.app.controls.Dialogs.Role;
import org.neurarium.app.controls.Notices;
import org.neurarium.app.inspector.Imports;
import org.neurarium.app.senses.SceneKind;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.cell.SwcImport;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.file.ConnectionListCsv;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.circuits.file.SpikeListCsv;
import org.neurarium.engine.sense.Film;
import org.neurarium.engine.sense.Films;

/// Brings tables, pictures, sounds and recordings into the project's folder and puts them to use. A table with bad rows is refused with the rows named.
public final class DataImports implements Imports {

  private final Workspace workspace;
  private final Documents documents;
  private final FxBridge fx;
  private final Dialogs dialogs;
  private final Notices notices;
  private final Choosers choosers;

  public DataImports(
      Workspace workspace,
      Documents documents,
      FxBridge fx,
      Dialogs dialogs,
      Notices notices,
      Choosers choosers) {
    this.workspace = workspace;
    this.documents = documents;
    this.fx = fx;
    this.dialogs = dialogs;
    this.notices = notices;
    this.choosers = choosers;
  }

  @Override
  public void connections(Projection projection) {
    bringIn(
        "Import connections",
        () -> choosers.table("Import connections"),
        DataImports::connectionProblems,
        name ->
            workspace
                .circuit()
                .find(projection.id(), Projection.class)
                .ifPresent(p ->
                    workspace.change(
                        "Import connections of " + p.name(), p.wired(new Wiring.FromList(name)))));
  }

  @Override
  public void spikes(List<Stimulus> stimuli) {
    bringIn(
        "Import spikes",
        () -> choosers.table("Import spikes"),
        DataImports::spikeProblems,
        name -> {
          List<Element> changed = new ArrayList<>();
          for (Stimulus s : stimuli)
            workspace
                .circuit()
                .find(s.id(), Stimulus.class)
                .ifPresent(now -> changed.add(now.withSignal(new Signal.SpikeList(name))));
          workspace.apply(new Edit.Replace("Import spikes", changed));
        });
  }

  @Override
  public void scene(List<Stimulus> stimuli, SceneKind kind) {
    String title = "Import " + (kind == SceneKind.EVENT_FILE ? "events" : kind.title());
    bringIn(
        title,
        () ->
            switch (kind) {
              case FOLDER -> choosers.folder(title);
              case SOUND -> choosers.file(title, "Sounds (WAV)", List.of("*.wav"));
              case EVENT_FILE ->
                  choosers.file(
                      title, "Recordings (AEDAT, CSV)", List.of("*.aedat", "*.aedat2", "*.csv"));
              default -> choosers.file(title, "Pictures (PNG)", List.of("*.png"));
            },
        (name, files) -> SceneFiles.problems(kind, name, files),
        name -> {
          List<Element> changed = new ArrayList<>();
          for (Stimulus s : stimuli)
            workspace
                .circuit()
                .find(s.id(), Stimulus.class)
                .filter(now -> now.signal() instanceof Signal.Sense)
                .ifPresent(now -> {
                  Signal.Sense sense = (Signal.Sense) now.signal();
                  changed.add(now.withSignal(sense.of(SceneFiles.named(sense.scene(), name))));
                });
          workspace.apply(new Edit.Replace(title, changed));
        });
  }

  /// Makes a cell file of a neuron's drawing (SWC), in compartments of at most a tenth of a length constant.
  ///
  /// @param take given the name that the drawing has and the text of a cell of that name
  public void cell(BiConsumer<String, String> take) {
    String title = "Import a neuron";
    choosers
        .file(title, "Drawings of neurons (SWC)", List.of("*.swc"))
        .ifPresent(file -> {
          String name = String.valueOf(file.getFileName());
          String id = OwnModel.freshId(name.replaceFirst("\\.[^.]*$", ""), Set.of());
          var _ =
              fx.inBackground(
                  () -> SwcImport.of(id, name, text(file), SwcImport.Cut.Lambda.STANDARD),
                  (made, failure) -> {
                    if (made == null)
                      notices.trouble(
                          name
                              + " could not be read"
                              + (failure == null ? "." : ": " + failure.getMessage()));
                    else
                      made.text()
                          .ifPresentOrElse(
                              text -> take.accept(id, text),
                              () -> refuse(title, file, made.problems()));
                  });
        });
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void film(Stimulus stimulus, float[] screen, Consumer<Optional<Film>> then) {
    if (!(stimulus.signal() instanceof Signal.Sense sense)) return;
    RunSettings run = workspace.circuit().run();
    DataFiles files = documents.files();
    var _ =
        fx.inBackground(
            () ->
                new Films(
                        stimulus.id(),
                        sense,
                        screen,
                        files,
                        run.dt().engineValue(),
                        run.seed(),
                        new ArrayList<>())
                    .make()
                    .map(ready -> ready.films().get()),
            (film, _) -> then.accept(film == null ? Optional.empty() : film));
  }

  private static List<Problem> connectionProblems(String name, DataFiles files) {
    return ConnectionListCsv.read(name, files).problems();
  }

  private static List<Problem> spikeProblems(String name, DataFiles files) {
    return SpikeListCsv.read(name, files).problems();
  }

  private interface Use {
    void as(String name);
  }

  private void bringIn(
      String title,
      Supplier<Optional<Path>> choose,
      BiFunction<String, DataFiles, List<Problem>> check,
      Use use) {
    Optional<ProjectFolder> project = documents.projectProperty().get();
    if (project.isEmpty()) {
      dialogs.ask(
          "Save the project first?",
          "The file is kept in the project’s folder, so the project needs one.",
          List.of(
              new Answer("Cancel", Role.CANCEL, () -> {}),
              new Answer(
                  "Save…",
                  Role.DEFAULT,
                  () -> documents.saveThen(() -> bringIn(title, choose, check, use)))));
      return;
    }
    choose.get().ifPresent(file -> copyIn(title, file, project.get(), check, use));
  }

  private record Copied(String name, List<Problem> problems) {}

  private void copyIn(
      String title,
      Path file,
      ProjectFolder project,
      BiFunction<String, DataFiles, List<Problem>> check,
      Use use) {
    var _ =
        fx.inBackground(
            () -> {
              List<Problem> problems =
                  check.apply(
                      String.valueOf(file.getFileName()),
                      ProjectFolder.of(
                          file.toAbsolutePath().resolveSibling(ProjectFolder.CIRCUIT)));
              boolean bad = problems.stream().anyMatch(Problem::isError);
              return new Copied(bad ? "" : copy(file, project.folder()), problems);
            },
            (copied, failure) -> {
              if (copied == null)
                notices.trouble(
                    file.getFileName()
                        + " could not be copied into the project's folder"
                        + (failure == null ? "." : ": " + failure.getMessage()));
              else if (copied.name().isEmpty()) refuse(title, file, copied.problems());
              else {
                use.as(copied.name());
                notices.news("Imported " + file.getFileName() + ".");
              }
            });
  }

  private void refuse(String title, Path file, List<Problem> problems) {
    dialogs.problems(
        file.getFileName() + " was not imported",
        title + ": this needs mending first.",
        problems,
        List.of(new Answer("OK", Role.DEFAULT, () -> {})));
  }

  /// Copies a file into a folder, under a free name if another file has its name; a file already there stays where it is.
  static String copy(Path file, Path folder) {
    try {
      Path real = file.toRealPath();
      if (real.startsWith(folder.toRealPath()))
        return folder.toRealPath().relativize(real).toString().replace('\\', '/');
      String name = String.valueOf(file.getFileName());
      Path to = folder.resolve(name);
      for (int n = 2; isTaken(to, file); n++) to = folder.resolve(numbered(name, n));
      if (Files.isDirectory(file)) copyPictures(file, to);
      else if (!Files.exists(to)) Files.copy(file, to);
      return String.valueOf(to.getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTaken(Path place, Path by) throws IOException {
    if (!Files.exists(place)) return false;
    return Files.isDirectory(place) || Files.isDirectory(by) || Files.mismatch(place, by) >= 0;
  }

  private static void copyPictures(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> all = Files.list(from)) {
      for (Path file : all.filter(SceneFiles::isPicture).toList())
        Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
    }
  }

  private static String numbered(String name, int n) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name + "-" + n : name.substring(0, dot) + "-" + n + name.substring(dot);
  }

  /// Copies the data files that a circuit names, and its lesson and checks, from one folder to another.
  ///
  /// @return the names of those that are missing
  static List<String> copyNamed(Circuit circuit, Path from, Path to) {
    Set<String> names = new TreeSet<>();
    for (Projection p : circuit.projections())
      if (p.wiring() instanceof Wiring.FromList(String file)) names.add(file);
    for (Stimulus s : circuit.stimuli())
      if (s.signal() instanceof Signal.SpikeList(String file)) names.add(file);
      else if (s.signal() instanceof Signal.Sense sense)
        names.addAll(SceneFiles.of(sense.scene(), from));
    List<String> missing = new ArrayList<>();
    for (String name : names) if (!copyInside(name, from, to)) missing.add(name);
    for (String beside : List.of("lesson.md", "checks.json")) copyInside(beside, from, to);
    return missing;
  }

  private static boolean copyInside(String name, Path from, Path to) {
    Path source = from.resolve(name).normalize();
    Path target = to.resolve(name).normalize();
    if (!source.startsWith(from) || !target.startsWith(to) || !Files.isRegularFile(source))
      return false;
    try {
      Path parent = target.getParent();
      if (parent != null) Files.createDirectories(parent);
      Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
