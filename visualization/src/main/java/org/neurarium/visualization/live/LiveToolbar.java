package org.neurarium.visualization.live;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.visualization.export.ExportFormat;
import org.neurarium.visualization.export.LivePlotSource.Table;
import org.neurarium.visualization.paint.LiveScene;
import org.neurarium.visualization.paint.LiveScene.Band;

/// The small buttons above a live view. FX thread.
final class LiveToolbar extends HBox {

  private static final String HOLD = "M0 0h3v9H0z M5.5 0h3v9h-3z";
  private static final String FOLLOW = "M0 0l6.5 4.5L0 9z M7 0h2v9H7z";
  private static final List<Double> LENGTHS =
      List.of(50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0, 10_000.0, 30_000.0, 60_000.0);
  private static final List<Integer> FIRST_NEURONS = List.of(20, 50, 100, 200, 500);

  private final LiveView view;
  private final Button hold = PlotStyle.flat(new Button(), "Hold the view (H)");
  private final MenuButton length =
      PlotStyle.flat(new MenuButton(), "How much time is shown (+ and −, or the wheel)");
  private final MenuButton show = PlotStyle.flat(new MenuButton("Show"), "Which neurons and how");
  private final ExportMenu export;
  private boolean wasLive = true;

  LiveToolbar(LiveView view) {
    this.view = view;
    setAlignment(Pos.CENTER_RIGHT);
    setSpacing(2);
    setPickOnBounds(false);
    for (double ms : LENGTHS) {
      MenuItem item = new MenuItem(text(ms));
      item.setOnAction(_ -> view.setTime(new TimeView(ms, view.timeProperty().get().end())));
      length.getItems().add(item);
    }
    hold.setOnAction(_ -> {
      if (view.timeProperty().get().isLive()) view.hold();
      else view.goLive();
    });
    setHold(true);
    export = new ExportMenu(view.stage());
    export.add("Picture (PNG)", ExportFormat.PNG, "live", run -> view.source(run, Table.SPIKES));
    export.add("Drawing (SVG)", ExportFormat.SVG, "live", run -> view.source(run, Table.SPIKES));
    export.add("Spikes (CSV)", ExportFormat.CSV, "spikes", run -> view.source(run, Table.SPIKES));
    export.add("Traces (CSV)", ExportFormat.CSV, "traces", run -> view.source(run, Table.TRACES));
    export.add("Rates (CSV)", ExportFormat.CSV, "rates", run -> view.source(run, Table.RATES));
    getChildren().addAll(length, show, export, hold);
  }

  private static String text(double ms) {
    return ms < 1000
        ? Math.round(ms) + " ms"
        : Math.round(ms / 100) / 10.0 % 1 == 0
            ? Math.round(ms / 1000) + " s"
            : Math.round(ms / 100) / 10.0 + " s";
  }

  ExportMenu export() {
    return export;
  }

  void timeChanged(TimeView time) {
    String now = text(time.length());
    if (!now.equals(length.getText())) length.setText(now);
    if (time.isLive() != wasLive) setHold(time.isLive());
  }

  private void setHold(boolean live) {
    wasLive = live;
    hold.setText(live ? "Hold" : "Back to live");
    hold.setGraphic(PlotStyle.icon(live ? HOLD : FOLLOW));
    hold.getTooltip()
        .setText(
            live
                ? "Hold the view while the engine runs on (H)"
                : "Follow the newest moment again (End)");
    hold.getStyleClass().remove("accented");
    if (!live) hold.getStyleClass().add("accented");
  }

  void sceneChanged(LiveScene scene) {
    setVisible(!scene.isEmpty());
    show.getItems().clear();
    CheckMenuItem stacked = new CheckMenuItem("Each trace in its own row");
    stacked.setSelected(!scene.overlaid());
    stacked.setDisable(scene.traces().size() < 2);
    stacked.setOnAction(_ -> view.show(view.scene().overlaid(!stacked.isSelected())));
    show.getItems().add(stacked);
    for (Band band : scene.bands()) show.getItems().add(neurons(band));
  }

  /// All, or the first few, of a population's neurons in the raster.
  private Menu neurons(Band band) {
    Menu menu = new Menu(band.name() + " in the raster");
    menu.getItems().add(choice(band, "All " + band.size() + " neurons", NeuronSelection.ALL));
    for (int n : FIRST_NEURONS)
      if (n < band.size())
        menu.getItems().add(choice(band, "The first " + n, NeuronSelection.first(n)));
    return menu;
  }

  private MenuItem choice(Band band, String text, NeuronSelection neurons) {
    CheckMenuItem item = new CheckMenuItem(text);
    item.setSelected(band.neurons().equals(neurons));
    item.setOnAction(_ -> view.show(view.scene().showing(band.element(), neurons)));
    return item;
  }
}
