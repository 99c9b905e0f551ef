package org.neurarium.engine.build;

import java.util.ArrayList;
import java.util.List;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.engine.network.RunningPoisson;
import org.neurarium.engine.network.RunningSpikeList;

/// Makes the stimuli that have spikes of their own.
final class StimulusBuilder {

  private final BuildContext context;

  StimulusBuilder(BuildContext context) {
    this.context = context;
  }

  List<RunningPoisson> poissons() {
    List<RunningPoisson> all = new ArrayList<>();
    for (Stimulus s : context.circuit().stimuli())
      if (s.signal() instanceof Signal.Poisson poisson)
        StimulusSettings.poisson(s, poisson, context.dt(), context.seed(), context.problems())
            .ifPresent(all::add);
    return all;
  }

  List<RunningSpikeList> lists() {
    List<RunningSpikeList> all = new ArrayList<>();
    for (Stimulus s : context.circuit().stimuli())
      if (s.signal() instanceof Signal.SpikeList list)
        all.add(context.listings().spikes(list.file(), s));
    return all;
  }
}
