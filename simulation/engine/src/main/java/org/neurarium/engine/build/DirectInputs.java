package org.neurarium.engine.build;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.RunningPopulation;

/// Connects currents and background, which act on neurons without synapses of their own.
final class DirectInputs {

  private final BuildContext context;
  private final PopulationBuilder neurons;

  DirectInputs(BuildContext context, PopulationBuilder neurons) {
    this.context = context;
    this.neurons = neurons;
  }

  void connect(List<RunningPopulation> populations) {
    double dt = context.dt();
    long seed = context.seed();
    for (Projection p : context.circuit().projections()) {
      Optional<Stimulus> from = context.circuit().find(p.from(), Stimulus.class);
      if (from.isEmpty() || MemoryEstimate.isWired(from.get())) continue;
      Stimulus s = from.get();
      RunningPopulation to = PopulationBuilder.running(p.to(), populations);
      double[] gains = gains(p, s, to.block().size());
      if (s.signal() instanceof Signal.Current current) {
        to.add(StimulusSettings.current(p, s, current, number(p, to), gains, dt, seed));
      } else if (s.signal() instanceof Signal.PoissonBackground background) {
        NeuronModel model = to.block().model();
        DelayRing ring = to.rings()[BuildContext.number(model, context.receptor(p))];
        StimulusSettings.background(p, s, background, ring, gains, dt, seed, context.problems())
            .ifPresent(to::add);
      }
    }
  }

  /// A point takes all currents in one place, a tree by receptor.
  private int number(Projection p, RunningPopulation to) {
    NeuronModel model = to.block().model();
    return model.cell().isEmpty() ? 0 : BuildContext.number(model, context.receptor(p));
  }

  private double[] gains(Projection p, Stimulus s, int n) {
    Population to = context.target(p);
    ConnectionRows list = context.listed(p, s.size(), n);
    if (list != null && context.hasErrors()) return new double[1];
    long seed = context.seed();
    Supplier<Positions> targets = neurons.positions(to);
    Supplier<Positions> sources =
        new Once<>(() -> Positions.of(s.id(), s.size(), to.sheet(), seed));
    return DirectGains.of(
        p,
        seed,
        s.size(),
        n,
        Wirings.lines(p, seed, s.size(), n, false, sources, targets, list).get(),
        targets);
  }
}
