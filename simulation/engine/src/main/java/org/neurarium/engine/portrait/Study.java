package org.neurarium.engine.portrait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.Simulation;
import org.neurarium.engine.Threads;

/// Measures a neuron model alone: neurons without synapses, each with a constant current of its own, on the engine that runs circuits.
///
/// Methods block while they compute and may be called on any background thread; they end early, with nothing, once `given up` says so.
///
/// @param model the model
/// @param parameters values that differ from its defaults, by id
/// @param dt length of a step (ms)
public record Study(NeuronModel model, Map<String, Quantity> parameters, double dt) {

  private static final ElementId NEURONS = new ElementId("neurons");
  private static final ElementId CURRENT = new ElementId("current");
  private static final int STEPS_AT_A_TIME = 200;

  public Study {
    parameters = Map.copyOf(parameters);
  }

  /// Whether the model takes injected currents.
  public boolean takesCurrent() {
    return currentReceptor().isPresent();
  }

  private Optional<NeuronModel.Receptor> currentReceptor() {
    return model.receptors().stream()
        .filter(r -> r.input() == NeuronModel.Input.CURRENT)
        .findFirst();
  }

  /// Follows a neuron from the model's start values.
  ///
  /// @param current (pA); ignored by a model that takes none
  /// @param duration (ms)
  /// @return empty where the model cannot run, has no phase plane, or it was given up
  public Optional<Orbit> orbit(double current, double duration, BooleanSupplier givenUp) {
    Optional<List<NeuronModel.State>> plane = Flow.plane(model);
    Optional<Simulation> built = build(new double[] {current});
    if (plane.isEmpty() || built.isEmpty()) return Optional.empty();
    int steps = (int) Math.round(duration / dt);
    double[] x = new double[steps + 1];
    double[] y = new double[steps + 1];
    List<Integer> spikes = new ArrayList<>();
    try (Simulation run = built.get()) {
      run.sendSpikesTo((step, _, _) -> spikes.add((int) step));
      String first = plane.get().getFirst().id();
      String second = plane.get().getLast().id();
      int done = 0;
      while (true) {
        x[done] = run.state(NEURONS, first).orElseThrow()[0];
        y[done] = run.state(NEURONS, second).orElseThrow()[0];
        if (done == steps || run.advance(1).isPresent()) break;
        if (givenUp.getAsBoolean()) return Optional.empty();
        done++;
      }
      return Optional.of(
          new Orbit(
              dt,
              Arrays.copyOf(x, done + 1),
              Arrays.copyOf(y, done + 1),
              spikes.stream().mapToInt(Integer::intValue).toArray()));
    }
  }

  /// Measures the firing rate at several currents at once, each in a neuron of its own.
  ///
  /// @param currents (pA), ascending
  /// @param duration of the measurement (ms); half as long again goes before it, in which the neurons settle
  /// @return empty where the model cannot run or takes no current, or it was given up
  public Optional<FrequencyCurve> frequencyCurve(
      double[] currents, double duration, BooleanSupplier givenUp) {
    if (!takesCurrent()) return Optional.empty();
    Optional<Simulation> built = build(currents);
    if (built.isEmpty()) return Optional.empty();
    long settled = Math.round(duration / 2 / dt);
    long end = settled + Math.round(duration / dt);
    double[] counts = new double[currents.length];
    try (Simulation run = built.get()) {
      run.sendSpikesTo((step, neurons, count) -> {
        if (step <= settled) return;
        for (int k = 0; k < count; k++) counts[neurons[k]]++;
      });
      while (run.step() < end) {
        if (givenUp.getAsBoolean()) return Optional.empty();
        if (run.advance(Math.min(STEPS_AT_A_TIME, end - run.step())).isPresent())
          return Optional.empty();
      }
    }
    double seconds = (end - settled) * dt / 1000;
    return Optional.of(
        new FrequencyCurve(
            currents.clone(), Arrays.stream(counts).map(n -> n / seconds).toArray()));
  }

  private Optional<Simulation> build(double[] currents) {
    Map<String, Value> values = new HashMap<>();
    parameters.forEach((id, q) -> {
      if (model.parameter(id).isPresent()) values.put(id, Value.of(q));
    });
    Map<String, Value> initial = new HashMap<>();
    parameters.forEach((id, q) -> {
      if (model.state(id).isPresent()) initial.put(id, Value.of(q));
    });
    Point here = new Point(0, 0);
    List<Element> elements = new ArrayList<>();
    elements.add(
        new Population(
            NEURONS,
            model.title(),
            here,
            Population.Type.MIXED,
            currents.length,
            model.id(),
            values,
            initial,
            Sheet.DEFAULT));
    currentReceptor()
        .ifPresent(receptor -> {
          elements.add(
              new Stimulus(
                  CURRENT,
                  "current",
                  here,
                  1,
                  new Signal.Dc(Quantity.of(1, "pA")),
                  Stimulus.AT_ONCE,
                  Stimulus.NEVER));
          elements.add(
              new Projection(
                  new ElementId("injection"),
                  "injection",
                  CURRENT,
                  NEURONS,
                  receptor.id(),
                  new Wiring.AllToAll(),
                  true,
                  false,
                  new Value.Listed(Arrays.stream(currents).boxed().toList(), Unit.NONE),
                  Value.of(dt, "ms"),
                  Synapse.STATIC));
        });
    Circuit circuit =
        new Circuit(
            model.title(),
            "",
            new RunSettings(Quantity.of(dt, "ms"), 1, Quantity.of(1, "s")),
            elements);
    return Simulation.build(
            circuit,
            DataFiles.NONE,
            new ModelCatalogue(List.of(model)),
            Threads.exactly(1),
            BuildMonitor.NONE)
        .simulation();
  }
}
