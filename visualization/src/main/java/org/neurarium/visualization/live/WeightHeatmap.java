package org.neurarium.visualization.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;
import org.neurarium.engine.observe.WeightView;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.export.ExportFormat;
import org.neurarium.visualization.export.ExportTarget;
import org.neurarium.visualization.export.HeatmapSource;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.Area;
import org.neurarium.visualization.paint.HeatmapPainter;
import org.neurarium.visualization.paint.HeatmapPainter.Cell;
import org.neurarium.visualization.paint.LiveScene.Heatmap;
import org.neurarium.visualization.paint.PixelSurface;
import org.neurarium.visualization.paint.Ticks;
import org.neurarium.visualization.paint.WeightPicture;

/// The weights of one of several projections as a heatmap, looked at three times a second. A click on a cell, or Enter on the marked one (arrows move
/// it), lists its synapses. FX thread.
public final class WeightHeatmap extends Region {

  private static final long REFRESH = 330_000_000; // ns
  private static final int LISTED = 8;

  private record HeatmapLook(Heatmap heatmap, PlotTheme theme, @Nullable Cell marked)
      implements Artist.Look {}

  private record Drawn(
      Area grid, @Nullable WeightPicture picture, Heatmap heatmap, PlotTheme theme) {}

  /// Has the weights looked at on the leisure thread, and paints the newest look at them. Plot thread.
  private static final class HeatmapArtist implements Artist<HeatmapLook, Drawn> {
    private final PlotStage stage;
    private @Nullable WeightPicture newest;
    private long looks;
    private long historyThen;
    private @Nullable ElementId lookedAt;
    private @Nullable WeightView lookedThrough;
    private long lastLook;
    private boolean looking;
    private int mostRows = 32;
    private int mostColumns = 32;

    HeatmapArtist(PlotStage stage) {
      this.stage = stage;
    }

    @Override
    public long version(HeatmapLook look, RunHistory history) {
      WeightView view =
          stage.observation().flatMap(o -> o.weightsOf(look.heatmap.projection())).orElse(null);
      long now = System.nanoTime();
      boolean other = view != lookedThrough || !look.heatmap.projection().equals(lookedAt);
      if (other) {
        newest = null;
        looks++;
      }
      long pause = history.version() != historyThen ? REFRESH : 4 * REFRESH;
      if (view != null && !looking && (other || now - lastLook > pause)) {
        historyThen = history.version();
        lookedThrough = view;
        lookedAt = look.heatmap.projection();
        lastLook = now;
        looking = true;
        int rows = mostRows;
        int columns = mostColumns;
        var _ =
            CompletableFuture.supplyAsync(
                    () -> WeightPicture.of(view, rows, columns), stage.leisure())
                .whenComplete((picture, _) -> stage.later(() -> take(picture)));
      } else if (view == null) {
        lookedThrough = null;
      }
      return looks;
    }

    private void take(@Nullable WeightPicture picture) {
      looking = false;
      WeightPicture before = newest;
      boolean same =
          before != null
              && picture != null
              && java.util.Arrays.equals(before.cells(), picture.cells());
      if (same) return;
      newest = picture;
      looks++;
    }

    @Override
    public Drawn paint(PixelSurface surface, HeatmapLook look, RunHistory history) {
      int rows = HeatmapPainter.mostRows(surface.height());
      int columns = HeatmapPainter.mostColumns(surface.width());
      if (rows != mostRows || columns != mostColumns) lastLook = 0;
      mostRows = rows;
      mostColumns = columns;
      WeightPicture picture = newest;
      Area grid = HeatmapPainter.paint(surface, look.theme, look.heatmap, picture, look.marked);
      return new Drawn(grid, picture, look.heatmap, look.theme);
    }
  }

  private final PlotStage stage;
  private final PictureView<HeatmapLook, Drawn> picture;
  private final MenuButton choice =
      PlotStyle.flat(new MenuButton("Other"), "Which projection is shown");
  private final ExportMenu export;
  private final HBox tools = new HBox();
  private final VBox list = new VBox(3);
  private List<Heatmap> heatmaps = List.of();
  private @Nullable Heatmap shown;
  private PlotTheme theme = PlotTheme.LIGHT;
  private @Nullable Cell marked;
  private volatile @Nullable Drawn drawn; // also read by the plot thread when it saves the heatmap
  private BiConsumer<ElementId, List<WeightView.Synapse>> onCell = (_, _) -> {};

  public WeightHeatmap(PlotStage stage) {
    this.stage = stage;
    picture = new PictureView<>(stage, new HeatmapArtist(stage), d -> drawn = d);
    list.getStyleClass().add("plot-popup");
    list.setVisible(false);
    list.setMouseTransparent(true);
    export = new ExportMenu(stage);
    export.add("Picture (PNG)", ExportFormat.PNG, "weights", _ -> source());
    export.add("Drawing (SVG)", ExportFormat.SVG, "weights", _ -> source());
    export.add("Mean weights (CSV)", ExportFormat.CSV, "weights", _ -> source());
    export.setText("");
    tools.setAlignment(Pos.CENTER_RIGHT);
    tools.setPickOnBounds(false);
    choice.managedProperty().bind(choice.visibleProperty());
    tools.getChildren().addAll(choice, export);
    getChildren().addAll(picture, tools, list);
    setMinSize(120, 80);
    setPrefSize(270, 240);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setTheme(theme);
    picture.addEventHandler(MouseEvent.MOUSE_PRESSED, this::clicked);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    show(List.of());
  }

  /// Which projections can be chosen; the one shown stays while it is among them.
  public void show(List<Heatmap> newHeatmaps) {
    heatmaps = List.copyOf(newHeatmaps);
    Heatmap before = shown;
    shown =
        heatmaps.stream()
            .filter(h -> before != null && h.projection().equals(before.projection()))
            .findFirst()
            .orElse(heatmaps.isEmpty() ? null : heatmaps.getFirst());
    choice.setVisible(heatmaps.size() > 1);
    choice.getItems().clear();
    for (Heatmap h : heatmaps) {
      MenuItem item = new MenuItem(h.name());
      item.setOnAction(_ -> {
        shown = h;
        mark(null);
      });
      choice.getItems().add(item);
    }
    mark(null);
  }

  public void setTheme(PlotTheme newTheme) {
    theme = newTheme;
    PlotStyle.dress(this, newTheme);
    refresh();
  }

  /// Told of the projection and the synapses of a cell that was clicked.
  public void setOnCell(BiConsumer<ElementId, List<WeightView.Synapse>> newOnCell) {
    onCell = newOnCell;
  }

  /// Says where saved plots go; without one there is no button to save.
  public void setExportTarget(ExportTarget target) {
    export.setTarget(target);
    requestLayout();
  }

  private Optional<HeatmapSource> source() {
    Drawn at = drawn;
    if (at == null || at.picture == null) return Optional.empty();
    return Optional.of(
        new HeatmapSource(
            at.heatmap, at.picture, at.theme, at.grid.right() + 76, at.grid.bottom() + 30));
  }

  private void refresh() {
    Heatmap now = shown;
    picture.setVisible(now != null);
    if (now == null) return;
    picture.show(new HeatmapLook(now, theme, marked));
    setAccessibleText("Heatmap of the weights of " + now.name());
  }

  private void mark(@Nullable Cell cell) {
    marked = cell;
    if (cell == null) list.setVisible(false);
    refresh();
  }

  private void clicked(MouseEvent e) {
    requestFocus();
    Drawn at = drawn;
    if (at == null || at.picture == null) return;
    Cell cell = HeatmapPainter.cellAt(at.grid, at.picture, e.getX(), e.getY());
    mark(cell == null || cell.equals(marked) ? null : cell);
    if (marked != null) listSynapses(at, at.picture, marked);
  }

  private void pressed(KeyEvent e) {
    Drawn at = drawn;
    if (at == null || at.picture == null || e.isShortcutDown() || e.isAltDown()) return;
    Cell from = marked == null ? new Cell(0, 0) : marked;
    int lastRow = at.picture.rows() - 1;
    int lastColumn = at.picture.columns() - 1;
    Cell to =
        switch (e.getCode()) {
          case LEFT -> new Cell(from.row(), Math.max(0, from.column() - 1));
          case RIGHT -> new Cell(from.row(), Math.min(lastColumn, from.column() + 1));
          case UP -> new Cell(Math.max(0, from.row() - 1), from.column());
          case DOWN -> new Cell(Math.min(lastRow, from.row() + 1), from.column());
          default -> from;
        };
    if (e.getCode() == KeyCode.ESCAPE && marked != null) mark(null);
    else if (e.getCode().isArrowKey() || e.getCode() == KeyCode.ENTER) {
      mark(to);
      listSynapses(at, at.picture, to);
    } else return;
    e.consume();
  }

  private void listSynapses(Drawn at, WeightPicture weights, Cell cell) {
    Heatmap now = shown;
    WeightView view =
        now == null
            ? null
            : stage.observation().flatMap(o -> o.weightsOf(now.projection())).orElse(null);
    if (now == null || view == null) return;
    int firstSource = weights.firstSource(cell.column());
    int lastSource = weights.lastSource(cell.column());
    int firstTarget = weights.firstTarget(cell.row());
    int lastTarget = weights.lastTarget(cell.row());
    List<WeightView.Synapse> synapses =
        view.between(firstSource, lastSource, firstTarget, lastTarget, 1000);
    onCell.accept(now.projection(), synapses);
    list.getChildren().clear();
    list.getChildren()
        .add(
            new Label(
                range(now.from(), firstSource, lastSource)
                    + " → "
                    + range(now.to(), firstTarget, lastTarget)));
    for (WeightView.Synapse s : synapses.subList(0, Math.min(LISTED, synapses.size())))
      list.getChildren()
          .add(
              numbers(
                  s.source()
                      + " → "
                      + s.target()
                      + "   "
                      + Ticks.format(s.weight(), 4)
                      + " "
                      + weights.unit()
                      + "   "
                      + Ticks.format(s.delay(), 3)
                      + " ms"));
    if (synapses.isEmpty()) list.getChildren().add(new Label("no synapse"));
    if (synapses.size() > LISTED)
      list.getChildren()
          .add(
              new Label(
                  "and "
                      + (synapses.size() - LISTED)
                      + (synapses.size() == 1000 ? " or more" : " more")));
    setAccessibleText(
        synapses.size()
            + " synapses from "
            + range(now.from(), firstSource, lastSource)
            + " to "
            + range(now.to(), firstTarget, lastTarget));
    list.setVisible(true);
    list.applyCss();
    double width = list.prefWidth(-1);
    double height = list.prefHeight(-1);
    double x = at.grid.x() + (cell.column() + 1.0) * at.grid.width() / weights.columns() + 6;
    double y = at.grid.y() + cell.row() * at.grid.height() / weights.rows();
    list.resizeRelocate(
        Math.max(2, Math.min(x, getWidth() - width - 4)),
        Math.max(2, Math.min(y, getHeight() - height - 4)),
        width,
        height);
  }

  private static Label numbers(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("plot-numbers");
    return label;
  }

  private static String range(String name, int first, int last) {
    return first == last ? name + " " + first : name + " " + first + "–" + last;
  }

  @Override
  protected void layoutChildren() {
    picture.resizeRelocate(0, 0, getWidth(), getHeight());
    double width = tools.prefWidth(-1);
    tools.resizeRelocate(getWidth() - width - 6, 3, width, 23);
  }
}
