package org.neurarium.engine.check;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.file.CircuitChanges;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.Simulation;
import org.neurarium.engine.Threads;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.measure.SpikeLog;

/// A run for checks, from building to the end.
///
/// @param measurement missing where there are problems or it was cancelled
/// @param problems why there is nothing to measure
record OneRun(Optional<Measurement> measurement, List<Problem> problems) {

  private static final int STEPS_BETWEEN_LOOKS = 500;

  static OneRun of(
      CircuitChanges.Result varied,
      CheckRunner.Plan plan,
      ModelCatalogue models,
      Kernels kernels,
      BooleanSupplier isCancelled) {
    if (!varied.problems().isEmpty()) return failed(varied.problems());
    Simulation.Build build =
        Simulation.build(
            varied.circuit(),
            plan.files(),
            models,
            kernels,
            Threads.exactly(1),
            monitor(isCancelled));
    if (build.simulation().isEmpty())
      return failed(build.problems().stream().filter(Problem::isError).toList());
    try (Simulation simulation = build.simulation().get()) {
      SpikeLog spikes = new SpikeLog();
      simulation.sendSpikesTo(spikes);
      long steps = Math.round(plan.checks().duration().engineValue() / simulation.dt());
      while (simulation.step() < steps) {
        if (isCancelled.getAsBoolean()) return failed(List.of());
        Optional<Problem> stopped =
            simulation.advance(Math.min(STEPS_BETWEEN_LOOKS, steps - simulation.step()));
        if (stopped.isPresent()) return failed(List.of(stopped.get()));
      }
      Measurement measurement =
          new Measurement(
              simulation.dt(),
              simulation.observation().directory(),
              spikes,
              simulation.observation().weights(),
              simulation.worlds(),
              plan.files(),
              plan.checks());
      return new OneRun(Optional.of(measurement), List.of());
    }
  }

  private static OneRun failed(List<Problem> problems) {
    return new OneRun(Optional.empty(), problems);
  }

  private static BuildMonitor monitor(BooleanSupplier isCancelled) {
    return new BuildMonitor() {
      @Override
      public void progress(double fraction, String doing) {}

      @Override
      public boolean isCancelled() {
        return isCancelled.getAsBoolean();
      }
    };
  }
}
