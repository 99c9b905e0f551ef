package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.circuits.units.Unit;

/// The circuit as a whole, shown while nothing is selected.
final class CircuitSection implements Section {

  private final Workspace workspace;
  private final ProblemList problems;
  private final ProjectCircuits circuits;

  CircuitSection(Workspace workspace, ProblemList problems, ProjectCircuits circuits) {
    this.workspace = workspace;
    this.problems = problems;
    this.circuits = circuits;
  }

  @Override
  public Object shape() {
    return List.of("circuit", circuits.others());
  }

  @Override
  public String title() {
    return workspace.circuit().title();
  }

  @Override
  public String subtitle() {
    Circuit c = workspace.circuit();
    long neurons = c.populations().stream().mapToLong(Population::size).sum();
    long synapses = workspace.status().synapses();
    return Section.count(neurons, "neuron", "neurons")
        + " · "
        + (synapses > 0
            ? Section.count(synapses, "synapse", "synapses")
            : Section.count(c.projections().size(), "projection", "projections"));
  }

  @Override
  public void fill(Form form) {
    form.plain(problems);
    form.heading("Circuit")
        .row(
            "Title",
            new TextRow(
                "Title",
                "What this circuit is called",
                false,
                text(
                    "the title",
                    Circuit::title,
                    (c, t) -> new Edit.SetTitle("Set the title", t, c.description())),
                t -> t.isBlank() ? Optional.of("A circuit needs a title.") : Optional.empty()))
        .row(
            "Description",
            new TextRow(
                "Description",
                "A sentence or two for the gallery",
                true,
                text(
                    "the description",
                    Circuit::description,
                    (c, t) -> new Edit.SetTitle("Set the description", c.title(), t)),
                _ -> Optional.empty()));
    others(form);
    form.heading("Run")
        .row(
            "dt",
            Quantities.row(
                NumberSpec.of("Time step", Unit.MILLISECOND)
                    .symbol("dt")
                    .help("The length of one step of the engine.")
                    .slider(Scale.logarithmic(0.01, 1))
                    .above(0)
                    .atMost(100)
                    .standard(0.1),
                run(RunSettings::dt, (r, q) -> new RunSettings(q, r.seed(), r.duration()))))
        .row("seed", seed())
        .row(
            "duration",
            Quantities.row(
                NumberSpec.of("Duration", Unit.MILLISECOND)
                    .help("How long a run takes on the command line where nobody says otherwise.")
                    .above(0),
                run(RunSettings::duration, (r, q) -> new RunSettings(r.dt(), r.seed(), q))));
    form.note(
        "The same seed gives the same wiring, the same noise and the same spikes, on any number of"
            + " threads.");
  }

  /// The project's other circuits, each to be opened in place of this one.
  private void others(Form form) {
    List<ProjectFolder.Neighbour> others = circuits.others();
    if (others.isEmpty()) return;
    form.heading("Also in this project");
    for (ProjectFolder.Neighbour other : others)
      form.plain(
          Buttons.small(
              other.title(),
              "Open " + other.file().getFileName() + " in place of this circuit",
              () -> circuits.open(other)));
  }

  private Row seed() {
    // A seed is a name more than a number, and a field for numbers would round the large ones.
    Access<String> text =
        this.<Long>run(RunSettings::seed, (r, s) -> new RunSettings(r.dt(), s, r.duration()))
            .as(String::valueOf, t -> Long.parseLong(t.strip()));
    return new TextRow(
        "Seed", "Where all randomness comes from", false, text, CircuitSection::noSeed);
  }

  private static Optional<String> noSeed(String text) {
    try {
      long _ = Long.parseLong(text.strip());
      return Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.of("A seed is a whole number, such as 42.");
    }
  }

  private <V> Access<V> run(
      Function<RunSettings, V> get, BiFunction<RunSettings, V, RunSettings> with) {
    return new Access<>() {
      @Override
      public Optional<V> get() {
        return Optional.of(get.apply(workspace.circuit().run()));
      }

      @Override
      public void set(V value) {
        workspace.apply(edit(value));
      }

      @Override
      public void drag(Object gesture, V value) {
        workspace.applyDuring(gesture, edit(value));
      }

      private Edit edit(V value) {
        return new Edit.SetRun("Set how it is run", with.apply(workspace.circuit().run(), value));
      }
    };
  }

  private Access<String> text(
      String what, Function<Circuit, String> get, BiFunction<Circuit, String, Edit> edit) {
    return new Access<>() {
      @Override
      public Optional<String> get() {
        return Optional.of(get.apply(workspace.circuit()));
      }

      @Override
      public void set(String value) {
        workspace.apply(edit.apply(workspace.circuit(), value));
      }

      @Override
      public void drag(Object gesture, String value) {
        workspace.applyDuring(List.of(gesture, what), edit.apply(workspace.circuit(), value));
      }
    };
  }
}
