package org.neurarium.app.inspector;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.live.PlotStage;

/// Shows what is selected as fields, or the circuit when nothing is. FX thread only.
public final class Inspector extends ScrollPane {

  private final Workspace workspace;
  private final ObservableValue<List<Problem>> problems;
  private final Imports imports;
  private final ProjectCircuits circuits;
  private final Consumer<String> openLink;
  private final Function<Optional<Element>, Node> symbol;
  private final Consumer<Place> openModel;
  private final PlotStage plots;
  private final ObservableValue<PlotTheme> theme;
  private final Set<String> unfolded = new HashSet<>();
  private final VBox content = new VBox();
  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final HBox header = new HBox(12);
  private Section section;
  private Form form = new Form();
  private @Nullable Object builtShape;

  /// @param workspace whose selection is shown
  /// @param problems of the circuit
  /// @param imports for data files
  /// @param circuits beside the open one
  /// @param openLink opens a web page
  /// @param symbol draws an element's symbol; for none, the circuit's
  /// @param openModel shows a place in a model's file
  /// @param plots whose plot thread paints what came of a world's trials
  /// @param theme in whose colours
  public Inspector(
      Workspace workspace,
      ObservableValue<List<Problem>> problems,
      Imports imports,
      ProjectCircuits circuits,
      Consumer<String> openLink,
      Function<Optional<Element>, Node> symbol,
      Consumer<Place> openModel,
      PlotStage plots,
      ObservableValue<PlotTheme> theme) {
    this.workspace = workspace;
    this.plots = plots;
    this.theme = theme;
    this.problems = problems;
    this.imports = imports;
    this.circuits = circuits;
    this.openLink = openLink;
    this.symbol = symbol;
    this.openModel = openModel;
    section = choose();
    getStyleClass().add("nr-inspector");
    setId("inspector");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(content);
    content.getStyleClass().add("nr-inspector-content");
    title.getStyleClass().add("nr-inspector-title");
    title.setId("inspector-title");
    subtitle.getStyleClass().addAll("nr-muted", "nr-small");
    VBox texts = new VBox(1, title, subtitle);
    texts.setMinWidth(0);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getChildren().setAll(new Region(), texts);
    workspace.selection().idsProperty().subscribe((_, _) -> select());
    workspace.circuitProperty().subscribe((_, _) -> refresh());
    workspace.observationProperty().subscribe((_, _) -> refresh());
    select();
  }

  private void select() {
    section = choose();
    builtShape = null;
    setVvalue(0);
    refresh();
  }

  private void refresh() {
    Object shape = section.shape();
    if (!shape.equals(builtShape)) build(shape);
    else form.refresh();
    title.setText(section.title());
    subtitle.setText(section.subtitle());
  }

  private void build(Object shape) {
    builtShape = shape;
    form = new Form(unfolded);
    section.fill(form);
    header
        .getChildren()
        .set(0, symbol.apply(workspace.selection().single().flatMap(workspace.circuit()::find)));
    content.getChildren().setAll(header, form);
  }

  private Section choose() {
    List<Element> selected =
        workspace.selection().ids().stream()
            .flatMap(id -> workspace.circuit().find(id).stream())
            .toList();
    if (selected.isEmpty())
      return new CircuitSection(
          workspace,
          new ProblemList(
              problems, id -> workspace.selection().only(id), openModel, workspace::apply),
          circuits);
    Class<? extends Element> kind = selected.getFirst().getClass();
    List<ElementId> ids = selected.stream().map(Element::id).toList();
    if (!selected.stream().allMatch(kind::isInstance))
      return new MixedSection(new Target<>(workspace, Element.class, ids));
    return switch (selected.getFirst()) {
      case Population _ ->
          new PopulationSection(
              new Target<>(workspace, Population.class, ids), openLink, this::toModel);
      case Stimulus _ -> new StimulusSection(new Target<>(workspace, Stimulus.class, ids), imports);
      case Projection _ ->
          new ProjectionSection(new Target<>(workspace, Projection.class, ids), imports, openLink);
      case ModulatorSource _ ->
          new ModulatorSection(new Target<>(workspace, ModulatorSource.class, ids), this::toModel);
      case World _ ->
          new WorldSection(new Target<>(workspace, World.class, ids), plots, theme, openLink);
      case Link _ -> new LinkSection(new Target<>(workspace, Link.class, ids));
      case Probe _ -> new ProbeSection(new Target<>(workspace, Probe.class, ids));
      case Group _ -> new GroupSection(new Target<>(workspace, Group.class, ids));
      case Note _ -> new NoteSection(new Target<>(workspace, Note.class, ids));
    };
  }

  private void toModel(String id) {
    openModel.accept(Place.at("models/" + id + ".model", 0, 0, ""));
  }

  /// The names of the fields shown now, for the search.
  public List<String> fields() {
    return form.names();
  }

  /// Puts the focus into a field, unfolding what hides it; whether there is such a field.
  public boolean focusField(String name) {
    return form.focus(name);
  }

  /// Puts the focus into the first field.
  public void focusFirst() {
    fields().stream().findFirst().ifPresent(this::focusField);
  }
}
