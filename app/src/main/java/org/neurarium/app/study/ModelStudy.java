package org.neurarium.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.FxBridge;
import org.neurarium.app.inspector.ParameterPanel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.portrait.CurrentRange;
import org.neurarium.engine.portrait.Flow;
import org.neurarium.engine.portrait.FrequencyCurve;
import org.neurarium.engine.portrait.Orbit;
import org.neurarium.engine.portrait.PhasePortrait;
import org.neurarium.engine.portrait.Study;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.portrait.FrequencyPlot;
import org.neurarium.visualization.portrait.PhasePlane;

/// A neuron model alone: phase plane (for two states), f–I curve, and sliders. FX thread; what it shows is computed in the background.
public final class ModelStudy extends VBox {

  private static final double DT = 0.1;
  private static final double ORBIT_MS = 400;
  private static final double RATE_MS = 600;
  private static final int CURRENTS = 41;
  private static final CurrentRange UNKNOWN = new CurrentRange(-250, 1000, 0);

  private final FxBridge bridge;
  private final PhasePlane plane = new PhasePlane();
  private final FrequencyPlot frequency = new FrequencyPlot();
  private final ParameterPanel parameters;
  private @Nullable NeuronModel model;
  private @Nullable Study study;

  /// Found once for each version of the equations, so that axes stand still while sliders move.
  private @Nullable CurrentRange range;

  private volatile @Nullable NeuronModel newest;
  private boolean computing;
  private boolean stale;

  /// What is computed.
  private record Task(
      Study study, double current, @Nullable CurrentRange range, BooleanSupplier givenUp) {

    CurrentRange rangeOrFound() {
      return range != null ? range : study.usefulCurrents(RATE_MS, givenUp).orElse(UNKNOWN);
    }

    Optional<Plane> plane(CurrentRange found) {
      Optional<Flow> flow = Flow.of(study.model(), study.parameters(), current);
      Optional<Orbit> orbit = flow.flatMap(_ -> study.orbit(current, ORBIT_MS, givenUp));
      if (flow.isEmpty() || orbit.isEmpty()) return Optional.empty();
      List<Orbit> seen = new ArrayList<>(List.of(orbit.get()));
      // A neuron at rest is a dot: the box has room for what it does when it fires.
      if (found.firing() != 0) study.orbit(found.firing(), ORBIT_MS, givenUp).ifPresent(seen::add);
      PhasePortrait portrait =
          PhasePortrait.of(flow.get(), PhasePortrait.Box.around(seen, flow.get()));
      return Optional.of(new Plane(portrait, orbit.get(), flow.get().x(), flow.get().y()));
    }

    Optional<FrequencyCurve> curve(CurrentRange found) {
      double[] currents = new double[CURRENTS];
      double span = found.highest() - found.lowest();
      for (int k = 0; k < CURRENTS; k++) currents[k] = found.lowest() + span * k / (CURRENTS - 1);
      return study.frequencyCurve(currents, RATE_MS, givenUp);
    }

    Pictures pictures() {
      CurrentRange found = rangeOrFound();
      return new Pictures(found, plane(found), curve(found), current);
    }
  }

  /// What a computation gave.
  private record Pictures(
      CurrentRange range, Optional<Plane> plane, Optional<FrequencyCurve> curve, double current) {}

  private record Plane(
      PhasePortrait portrait, Orbit orbit, NeuronModel.State x, NeuronModel.State y) {}

  public ModelStudy(FxBridge bridge) {
    this.bridge = bridge;
    parameters = new ParameterPanel((_, _) -> compute());
    getStyleClass().add("nr-study");
    setId("model-study");
    ScrollPane sliders = new ScrollPane(parameters);
    sliders.setFitToWidth(true);
    sliders.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    sliders.getStyleClass().add("nr-study-sliders");
    sliders.setMinHeight(80);
    sliders.setPrefHeight(170);
    VBox.setVgrow(plane, Priority.ALWAYS);
    VBox.setVgrow(frequency, Priority.SOMETIMES);
    VBox.setVgrow(sliders, Priority.SOMETIMES);
    plane.setPrefHeight(260);
    frequency.setPrefHeight(170);
    getChildren().addAll(heading("Try it out"), sliders, plane, frequency);
  }

  private static Label heading(String text) {
    Label label = new Label(text.toUpperCase(java.util.Locale.ROOT));
    label.getStyleClass().add("nr-heading");
    return label;
  }

  /// Sets the colours of the plots.
  public void setTheme(PlotTheme theme) {
    plane.setTheme(theme);
    frequency.setTheme(theme);
  }

  /// Studies a model; a new version of the same model keeps the sliders where they are.
  public void show(NeuronModel newModel) {
    NeuronModel old = model;
    boolean other = old == null || !old.id().equals(newModel.id());
    if (old != null && !other && old.text().equals(newModel.text())) return;
    model = newModel;
    newest = newModel;
    if (other) parameters.setCurrent(0);
    CurrentRange before = other ? null : range;
    range = null;
    boolean hasPlane = Flow.plane(newModel).isPresent();
    plane.setVisible(hasPlane);
    plane.setManaged(hasPlane);
    Study fresh = new Study(newModel, Map.of(), DT);
    study = fresh;
    boolean takesCurrent = fresh.takesCurrent();
    if (!takesCurrent)
      frequency.showNothing("No current can be injected: I_ext is in none of the equations.");
    parameters.show(
        newModel, takesCurrent ? Optional.of(before == null ? UNKNOWN : before) : Optional.empty());
    compute();
  }

  private void compute() {
    NeuronModel studied = model;
    Study base = study;
    if (studied == null || base == null) return;
    if (computing) {
      // What is being computed is shown all the same, so that pictures follow a slider on its way.
      stale = true;
      return;
    }
    computing = true;
    stale = false;
    Task task =
        new Task(
            base.with(parameters.values()), parameters.current(), range, () -> newest != studied);
    var _ =
        bridge.inBackground(
            task::pictures,
            (done, failure) -> {
              computing = false;
              if (newest == studied) {
                if (done != null) take(studied, done);
                else if (failure != null)
                  frequency.showNothing("The model cannot be run alone: " + failure.getMessage());
              }
              if (stale) compute();
            });
  }

  private void take(NeuronModel studied, Pictures pictures) {
    if (!pictures.range().equals(range)) {
      range = pictures.range();
      if (pictures.curve().isPresent()) parameters.show(studied, Optional.of(pictures.range()));
    }
    pictures
        .plane()
        .ifPresentOrElse(
            p -> plane.show(p.portrait(), p.orbit(), p.x(), p.y()),
            () -> plane.showNothing("The model could not be followed."));
    pictures.curve().ifPresent(c -> frequency.show(c, pictures.current()));
  }
}
