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
import org.neurarium.circuits.Problem;
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
import org.neurarium.engine.compile.KernelForms;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.kernel.Translation;

/// Measures a neuron model alone: neurons without synapses, each with a constant current of its own, on the engine that runs circuits.
///
/// Methods block while they compute and may be called on any background thread; they end early, with nothing, once `given up` says so.
///
/// @param model the model
/// @param parameters values that differ from its defaults, by id
/// @param dt length of a step (ms)
/// @param kernels made for the model already: translating equations takes longer than following them
public record Study(
    NeuronModel model, Map<String, Quantity> parameters, double dt, Kernels kernels) {

  private static final ElementId NEURONS = new ElementId("neurons");
  private static final ElementId CURRENT = new ElementId("current");
  private static final int STEPS_AT_A_TIME = 200;
  private static final double MOST_CURRENT = 1 << 17;

  /// A rate (spikes/s) that is no accident; some models never fire faster than 15 times a second.
  private static final double FIRES_WELL = 5;

  public Study {
    parameters = Map.copyOf(parameters);
  }

  /// With kernels of its own.
  public Study(NeuronModel model, Map<String, Quantity> parameters, double dt) {
    // A handful of neurons gains nothing from vectors.
    this(model, parameters, dt, new Kernels(Translation.compiled(new KernelForms(false))));
  }

  /// The same with other values for parameters; the kernels are shared.
  public Study with(Map<String, Quantity> others) {
    return new Study(model, others, dt, kernels);
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
    if (plane.isEmpty()) return Optional.empty();
    Optional<Simulation> built = build(new double[] {current}).simulation();
    if (built.isEmpty()) return Optional.empty();
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
              spikes.stream().mapToInt(Integer::intValue).toArray(),
              !model.dynamics().reset().isEmpty()));
    }
  }

  /// Looks for currents that make the model fire, by doubling, in both directions.
  ///
  /// @return empty if the model takes no current, or it was given up
  public Optional<CurrentRange> usefulCurrents(double duration, BooleanSupplier givenUp) {
    if (!takesCurrent()) return Optional.empty();
    double bearable = 0;
    for (double size = CurrentRange.LEAST; size <= MOST_CURRENT; size *= 2) {
      Optional<double[]> rates = measure(new double[] {-size, 0, size}, duration, givenUp).rates();
      if (givenUp.getAsBoolean()) return Optional.empty();
      if (rates.isEmpty()) break;
      bearable = size;
      // Of two directions that fire, the positive one is meant.
      double alone = rates.get()[1];
      if (alone >= FIRES_WELL) {
        if (changes(alone, rates.get()[0]) || changes(alone, rates.get()[2]))
          return Optional.of(CurrentRange.evenly(2 * size));
        continue;
      }
      if (rates.get()[2] >= FIRES_WELL) return Optional.of(CurrentRange.around(size));
      if (rates.get()[0] >= FIRES_WELL) return Optional.of(CurrentRange.around(-size));
    }
    return Optional.of(CurrentRange.evenly(bearable));
  }

  private static boolean changes(double rate, double other) {
    return other < 0.5 * rate || other > 2 * rate;
  }

  /// Measures the firing rate at several currents at once, each in a neuron of its own. A neuron whose values leave the finite numbers, and those with more
  /// current of the same sign, have no rate.
  ///
  /// @param currents (pA), ascending
  /// @param duration of the measurement (ms); half as long again goes before it, in which the neurons settle
  /// @return empty where the model takes no current, or it was given up
  public Optional<FrequencyCurve> frequencyCurve(
      double[] currents, double duration, BooleanSupplier givenUp) {
    if (!takesCurrent()) return Optional.empty();
    double[] rates = new double[currents.length];
    Arrays.fill(rates, Double.NaN);
    int first = 0;
    int end = currents.length;
    Optional<Problem> trouble = Optional.empty();
    while (first < end) {
      double[] tried = Arrays.copyOfRange(currents, first, end);
      Measured measured = measure(tried, duration, givenUp);
      if (givenUp.getAsBoolean()) return Optional.empty();
      if (trouble.isEmpty()) trouble = measured.trouble();
      if (measured.rates().isPresent()) {
        System.arraycopy(measured.rates().get(), 0, rates, first, tried.length);
        break;
      }
      int failed = measured.failed();
      if (failed < 0) break;
      if (tried[failed] > 0) end = first + failed;
      else first += failed + 1;
    }
    return Optional.of(new FrequencyCurve(currents.clone(), rates, trouble));
  }

  /// What came of a measurement.
  ///
  /// @param rates by neuron; empty if it ended early
  /// @param failed the neuron whose values stopped being finite, the one with the least current; -1 if none
  private record Measured(Optional<double[]> rates, int failed, Optional<Problem> trouble) {
    static Measured nothing(int failed, Optional<Problem> trouble) {
      return new Measured(Optional.empty(), failed, trouble);
    }
  }

  private Measured measure(double[] currents, double duration, BooleanSupplier givenUp) {
    Simulation.Build built = build(currents);
    if (built.simulation().isEmpty())
      return Measured.nothing(-1, built.problems().stream().filter(Problem::isError).findFirst());
    long settled = Math.round(duration / 2 / dt);
    long end = settled + Math.round(duration / dt);
    double[] counts = new double[currents.length];
    try (Simulation run = built.simulation().get()) {
      run.sendSpikesTo((step, neurons, count) -> {
        if (step <= settled) return;
        for (int k = 0; k < count; k++) counts[neurons[k]]++;
      });
      while (run.step() < end) {
        if (givenUp.getAsBoolean()) return Measured.nothing(-1, Optional.empty());
        Optional<Problem> stopped = run.advance(Math.min(STEPS_AT_A_TIME, end - run.step()));
        if (stopped.isPresent()) return Measured.nothing(notFinite(run, currents), stopped);
      }
    }
    double seconds = (end - settled) * dt / 1000;
    return new Measured(
        Optional.of(Arrays.stream(counts).map(n -> n / seconds).toArray()), -1, Optional.empty());
  }

  private int notFinite(Simulation run, double[] currents) {
    int least = -1;
    for (NeuronModel.State s : model.states()) {
      double[] values = run.state(NEURONS, s.id()).orElseThrow();
      for (int k = 0; k < values.length; k++)
        if (!Double.isFinite(values[k])
            && (least < 0 || Math.abs(currents[k]) < Math.abs(currents[least]))) least = k;
    }
    return least;
  }

  private Simulation.Build build(double[] currents) {
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
        kernels,
        Threads.exactly(1),
        BuildMonitor.NONE);
  }
}
