package org.neurarium.visualization.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.engine.observe.WeightView;
import org.neurarium.visualization.charts.ChartData;
import org.neurarium.visualization.charts.ChartSource;
import org.neurarium.visualization.charts.Measurements;
import org.neurarium.visualization.charts.Measurements.Train;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.colour.PlotTheme.Role;
import org.neurarium.visualization.export.ExportFormat;
import org.neurarium.visualization.export.ExportTarget;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.PixelSurface;

/// A chart of the run so far, chosen by kind and by what it is of; measured anew every two seconds while the engine runs. FX thread.
public final class ChartPane extends Region {

  private static final long REFRESH = 2_000_000_000; // ns
  private static final double TOP = 30;

  /// Which chart.
  public enum Kind {
    RATES("Population rate"),
    INTERVALS("Intervals between spikes"),
    WEIGHTS("Weights");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  /// What a chart is of.
  private record Subject(ElementId id, String name, Role role, int size) {}

  private record ChartLook(Kind kind, List<Subject> subjects, PlotTheme theme)
      implements Artist.Look {}

  /// Has the measuring done on the leisure thread and paints the newest measurement. Plot thread.
  private static final class ChartArtist implements Artist<ChartLook, Optional<ChartData>> {
    private final PlotStage stage;
    private @Nullable ChartData newest;
    private @Nullable ChartLook measured;
    private long measurements;
    private long versionThen = -1;
    private long lastTime;
    private boolean measuring;

    ChartArtist(PlotStage stage) {
      this.stage = stage;
    }

    @Override
    public long version(ChartLook look, RunHistory run) {
      boolean other =
          measured == null
              || look.kind != measured.kind
              || !look.subjects.equals(measured.subjects);
      long now = System.nanoTime();
      boolean due = run.version() != versionThen && now - lastTime > REFRESH;
      if (!measuring && (other || due)) {
        if (other) newest = null;
        measured = look;
        versionThen = run.version();
        lastTime = now;
        measuring = true;
        var _ =
            CompletableFuture.supplyAsync(measurement(look, run), stage.leisure())
                .whenComplete((data, _) -> stage.later(() -> take(data)));
      }
      return measurements;
    }

    private void take(@Nullable ChartData data) {
      measuring = false;
      newest = data;
      measurements++;
    }

    /// Copies here what is then measured elsewhere.
    private Supplier<@Nullable ChartData> measurement(ChartLook look, RunHistory run) {
      if (look.kind == Kind.WEIGHTS) {
        if (look.subjects.isEmpty()) return () -> null;
        Subject projection = look.subjects.getFirst();
        WeightView view = stage.observation().flatMap(o -> o.weightsOf(projection.id)).orElse(null);
        return () -> view == null ? null : Measurements.weights(projection.name, view);
      }
      long from = Math.max(0, run.spikes().firstStep());
      long to = run.endStep();
      double dt = run.dt();
      List<Train> trains = new ArrayList<>();
      for (Subject s : look.subjects)
        trains.add(new Train(s.name, s.role, s.size, run.spikes().of(s.id, from, to)));
      return () ->
          look.kind == Kind.RATES
              ? Measurements.rates(trains, dt, from, to)
              : Measurements.intervals(trains, dt);
    }

    @Override
    public Optional<ChartData> paint(PixelSurface surface, ChartLook look, RunHistory run) {
      ChartData data = newest;
      if (data == null || data.isEmpty()) {
        surface.fill(
            new org.neurarium.visualization.paint.Area(0, 0, surface.width(), surface.height()),
            look.theme.ground());
        return Optional.empty();
      }
      new ChartSource(data, look.theme, surface.width(), surface.height()).draw(surface);
      return Optional.of(data);
    }
  }

  private final PictureView<ChartLook, Optional<ChartData>> picture;
  private final MenuButton kindChoice = PlotStyle.flat(new MenuButton(), "Which chart");
  private final MenuButton subjectChoice = PlotStyle.flat(new MenuButton(), "Of what");
  private final ExportMenu export;
  private final HBox tools = new HBox(2);
  private final Label hint = new Label("Run the circuit: its chart appears here.");
  private PlotTheme theme = PlotTheme.LIGHT;
  private Kind kind = Kind.RATES;
  private List<Subject> populations = List.of();
  private List<Subject> projections = List.of();
  private List<Subject> chosen = List.of();
  private volatile Optional<ChartSource> source = Optional.empty();

  public ChartPane(PlotStage stage) {
    picture = new PictureView<>(stage, new ChartArtist(stage), this::shown);
    export = new ExportMenu(stage);
    export.add("Picture (PNG)", ExportFormat.PNG, "chart", _ -> source);
    export.add("Drawing (SVG)", ExportFormat.SVG, "chart", _ -> source);
    export.add("Data (CSV)", ExportFormat.CSV, "chart", _ -> source);
    for (Kind k : Kind.values()) {
      MenuItem item = new MenuItem(k.label);
      item.setOnAction(_ -> show(k));
      kindChoice.getItems().add(item);
    }
    hint.getStyleClass().add("plot-hint");
    hint.setAlignment(Pos.CENTER);
    hint.setMouseTransparent(true);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.setPickOnBounds(false);
    tools.getChildren().addAll(kindChoice, subjectChoice, export);
    getChildren().addAll(picture, hint, tools);
    setMinSize(200, 120);
    setPrefSize(600, 280);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setTheme(theme);
    show(Kind.RATES);
  }

  /// Whose charts can be chosen.
  public void setCircuit(Circuit circuit) {
    List<Subject> newPopulations =
        circuit.populations().stream()
            .map(p -> new Subject(p.id(), p.name(), role(p), p.size()))
            .toList();
    List<Subject> newProjections =
        circuit.projections().stream()
            .filter(circuit::hasSynapses)
            .map(p -> new Subject(p.id(), name(p), Role.MIXED, 1))
            .toList();
    if (newPopulations.equals(populations) && newProjections.equals(projections)) return;
    populations = newPopulations;
    projections = newProjections;
    show(kind);
  }

  private static String name(Projection p) {
    return p.name();
  }

  private static Role role(Population p) {
    return switch (p.type()) {
      case EXCITATORY -> Role.EXCITATORY;
      case INHIBITORY -> Role.INHIBITORY;
      case MIXED -> Role.MIXED;
    };
  }

  public void setTheme(PlotTheme newTheme) {
    theme = newTheme;
    PlotStyle.dress(this, newTheme);
    refresh();
  }

  /// Says where saved charts go; without one there is no button to save.
  public void setExportTarget(ExportTarget target) {
    export.setTarget(target);
  }

  /// Changes the chart; what it is of stays where that makes sense.
  public void show(Kind newKind) {
    kind = newKind;
    kindChoice.setText(newKind.label);
    List<Subject> offered = newKind == Kind.WEIGHTS ? projections : populations;
    subjectChoice.getItems().clear();
    if (newKind != Kind.WEIGHTS) subjectChoice.getItems().add(choice("All populations", offered));
    for (Subject s : offered) subjectChoice.getItems().add(choice(s.name, List.of(s)));
    Set<Subject> still = new LinkedHashSet<>(chosen);
    still.retainAll(offered);
    if (still.size() == 1) choose(still.iterator().next().name, List.copyOf(still));
    else if (newKind == Kind.WEIGHTS)
      choose(
          offered.isEmpty() ? "No projection" : offered.getFirst().name,
          offered.stream().limit(1).toList());
    else choose("All populations", offered);
  }

  private MenuItem choice(String label, List<Subject> subjects) {
    MenuItem item = new MenuItem(label);
    item.setOnAction(_ -> choose(label, subjects));
    return item;
  }

  private void choose(String label, List<Subject> subjects) {
    chosen = subjects;
    subjectChoice.setText(label);
    setAccessibleText(kind.label + " of " + label);
    refresh();
  }

  private void refresh() {
    picture.show(new ChartLook(kind, chosen, theme));
  }

  private void shown(Optional<ChartData> data) {
    hint.setVisible(data.isEmpty());
    source =
        data.map(d ->
            new ChartSource(d, theme, Math.max(300, getWidth()), Math.max(200, getHeight() - TOP)));
    data.ifPresent(d -> setAccessibleHelp(d.caption()));
  }

  @Override
  protected void layoutChildren() {
    tools.resizeRelocate(10, 3, Math.min(getWidth() - 20, tools.prefWidth(-1)), TOP - 7);
    picture.resizeRelocate(0, TOP, getWidth(), Math.max(0, getHeight() - TOP));
    hint.resizeRelocate(0, TOP, getWidth(), Math.max(0, getHeight() - TOP));
  }
}
