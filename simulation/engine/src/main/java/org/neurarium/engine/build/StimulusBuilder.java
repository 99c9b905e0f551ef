package org.neurarium.engine.build;

import java.util.ArrayList;
import java.util.List;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.engine.network.RunningPoisson;
import org.neurarium.engine.network.RunningSense;
import org.neurarium.engine.network.RunningSpikeList;
import org.neurarium.engine.random.RandomKey;

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

  /// @param files where pictures and sounds are; blocks while they are read
  List<RunningSense> senses(DataFiles files) {
    List<RunningSense> all = new ArrayList<>();
    for (Stimulus s : context.circuit().stimuli()) {
      if (!(s.signal() instanceof Signal.Sense sense) || sense.scene() instanceof Scene.EventFile)
        continue;
      context.monitor().progress(0.4, "Preparing " + s.name());
      float[] screen = new float[sense.columns() * sense.rows()];
      long key = RandomKey.of(context.seed(), s.id(), "sense");
      StimulusSettings.sense(
              s, sense, screen, null, files, context.dt(), context.seed(), context.problems())
          .ifPresent(settings -> all.add(new RunningSense(s.id(), key, screen, settings)));
    }
    return all;
  }

  List<RunningSpikeList> lists() {
    List<RunningSpikeList> all = new ArrayList<>();
    for (Stimulus s : context.circuit().stimuli())
      if (s.signal() instanceof Signal.SpikeList list)
        all.add(context.listings().spikes(list.file(), s));
      else if (s.signal() instanceof Signal.Sense sense
          && sense.scene() instanceof Scene.EventFile from)
        context.listings().events(s, sense, from).ifPresent(all::add);
    return all;
  }
}
