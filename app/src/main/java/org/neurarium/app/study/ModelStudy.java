package org.neurarium.app.study;

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
import org.neurarium.circuits.units.Quantity;
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
  private static final double LEAST_CURRENT = 1;
  private static final double MOST_CURRENT = 100_000;
  private static final double ENOUGH_SPIKES = 30;

  private final FxBridge bridge;
  private final PhasePlane plane = new PhasePlane();
  private final FrequencyPlot frequency = new FrequencyPlot();
  private final ParameterPanel parameters;
  private @Nullable NeuronModel model;
  private double range;
  private volatile Object newest = new Object();
  private boolean computing;
  private boolean stale;

  /// What a computation gave.
  private record Pictures(Optional<Plane> plane, Optional<FrequencyCurve> curve, double current) {}

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
    boolean other = model == null || !model.id().equals(newModel.id());
    model = newModel;
    if (other) {
      range = 0;
      parameters.setCurrent(0);
    }
    boolean hasPlane = Flow.plane(newModel).isPresent();
    plane.setVisible(hasPlane);
    plane.setManaged(hasPlane);
    Study study = new Study(newModel, parameters.values(), DT);
    if (!study.takesCurrent())
      frequency.showNothing(
          "I_ext does not appear in the equations, so no current can be injected.");
    parameters.show(newModel, study.takesCurrent() ? Math.max(range, LEAST_CURRENT) : 0);
    compute();
  }

  private void compute() {
    newest = new Object();
    if (computing) {
      stale = true;
      return;
    }
    NeuronModel studied = model;
    if (studied == null) return;
    computing = true;
    stale = false;
    Object mine = newest;
    Study study = new Study(studied, parameters.values(), DT);
    Map<String, Quantity> values = parameters.values();
    double current = parameters.current();
    double knownRange = range;
    BooleanSupplier givenUp = () -> newest != mine;
    var _ =
        bridge.inBackground(
            () -> {
              double most = knownRange > 0 ? knownRange : range(study, givenUp);
              return Map.entry(most, pictures(study, values, current, most, givenUp));
            },
            (done, failure) -> {
              computing = false;
              if (done != null && !stale) take(studied, done.getKey(), done.getValue());
              else if (failure != null && !stale)
                frequency.showNothing("The model cannot be run alone: " + failure.getMessage());
              if (stale) compute();
            });
  }

  private void take(NeuronModel studied, double most, Pictures pictures) {
    if (range != most) {
      range = most;
      parameters.show(studied, most);
    }
    pictures.plane().ifPresent(p -> plane.show(p.portrait(), p.orbit(), p.x(), p.y()));
    pictures.curve().ifPresent(c -> frequency.show(c, pictures.current()));
  }

  /// A largest current that makes the neuron fire well, found by doubling.
  private static double range(Study study, BooleanSupplier givenUp) {
    if (!study.takesCurrent()) return 0;
    double[] tries = new double[18];
    for (int k = 0; k < tries.length; k++) tries[k] = LEAST_CURRENT * Math.pow(2, k);
    Optional<FrequencyCurve> curve = study.frequencyCurve(tries, RATE_MS, givenUp);
    if (curve.isEmpty()) return 500;
    for (int k = 0; k < tries.length; k++)
      if (curve.get().rates()[k] >= ENOUGH_SPIKES) return Math.min(MOST_CURRENT, 2 * tries[k]);
    return 500;
  }

  private static Pictures pictures(
      Study study,
      Map<String, Quantity> values,
      double current,
      double most,
      BooleanSupplier givenUp) {
    Optional<Plane> plane =
        Flow.of(study.model(), values, current)
            .flatMap(flow ->
                study
                    .orbit(current, ORBIT_MS, givenUp)
                    .map(orbit ->
                        new Plane(
                            PhasePortrait.of(flow, PhasePortrait.Box.around(orbit, flow)),
                            orbit,
                            flow.x(),
                            flow.y())));
    double[] currents = new double[CURRENTS];
    for (int k = 0; k < CURRENTS; k++) currents[k] = -most / 4 + 1.25 * most * k / (CURRENTS - 1);
    return new Pictures(plane, study.frequencyCurve(currents, RATE_MS, givenUp), current);
  }
}
