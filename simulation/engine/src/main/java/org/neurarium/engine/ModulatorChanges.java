package org.neurarium.engine;

import java.util.List;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.engine.build.ModulatorParameters;
import org.neurarium.engine.network.Concentrations;
import org.neurarium.engine.network.Effect;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.PlasticProjection;
import org.neurarium.engine.network.RunningModulator;
import org.neurarium.engine.network.RunningPopulation;

/// Changes running neuromodulators between two steps: parameters of sources, amounts of releases, and how receptors act. Delays, places and what is acted on take a new network.
final class ModulatorChanges {

  private final Network network;
  private final List<Runnable> settings;

  /// @param settings receives what is to be done
  ModulatorChanges(Network network, List<Runnable> settings) {
    this.network = network;
    this.settings = settings;
  }

  static boolean isSameFrame(ModulatorSource old, ModulatorSource next) {
    return old.model().equals(next.model()) && old.spread().equals(next.spread());
  }

  static boolean isSameFrame(Link old, Link next) {
    if (!old.from().equals(next.from()) || !old.to().equals(next.to())) return false;
    return switch (old.role()) {
      case Link.Release a -> next.role() instanceof Link.Release b && a.delay().equals(b.delay());
      case Link.Reward a ->
          next.role() instanceof Link.Reward b
              && a.delay().equals(b.delay())
              && a.port().equals(b.port());
      case Link.PredictionError a ->
          next.role() instanceof Link.PredictionError b && a.delay().equals(b.delay());
      case Link.Modulate a ->
          next.role() instanceof Link.Modulate b && a.parameter().equals(b.parameter());
      case Link.Act a -> a.equals(next.role());
    };
  }

  /// Whether the modulators that run say the same in another catalogue.
  static boolean isSame(ModelCatalogue after, Network network) {
    for (RunningModulator m : network.concentrations().getFirst().modulators())
      if (!after.modulator(m.model().id()).filter(m.model()::equals).isPresent()) return false;
    return true;
  }

  /// Prepares what differs between two versions with the same frame.
  void apply(Circuit old, Circuit next, ModelCatalogue models) {
    for (ModulatorSource m : next.modulatorSources())
      if (!m.parameters()
          .equals(old.find(m.id(), ModulatorSource.class).orElseThrow().parameters())) {
        ModulatorModel model = models.modulator(m.model()).orElseThrow();
        double[] values = ModulatorParameters.of(m.parameters(), model);
        settings.add(() -> {
          for (Concentrations worker : network.concentrations())
            worker.modulator(worker.find(m.id().text())).setParameters(values);
        });
      }
    for (Link l : next.links())
      if (!l.role().equals(old.find(l.id(), Link.class).orElseThrow().role())) change(l);
  }

  private void change(Link l) {
    switch (l.role()) {
      case Link.Release r -> amount(l.id(), r.amount().engineValue());
      case Link.Reward r -> amount(l.id(), r.amount().engineValue());
      case Link.PredictionError e -> {
        amount(l.id(), e.amount().engineValue());
        settings.add(() -> {
          for (Concentrations worker : network.concentrations())
            worker.prediction(l.id()).ifPresent(p -> p.set(e.learningRate(), e.discount()));
        });
      }
      case Link.Modulate m -> {
        for (RunningPopulation p : network.populations())
          for (Effect e : p.effects()) settings.add(() -> set(e, l.id(), m));
        for (PlasticProjection p : network.plastics())
          for (Effect e : p.effects()) settings.add(() -> set(e, l.id(), m));
      }
      case Link.Act _ -> {}
    }
  }

  private static void set(Effect effect, ElementId link, Link.Modulate m) {
    effect.set(link, m.halfEffect().engineValue(), m.hill(), m.strength());
  }

  private void amount(ElementId link, double amount) {
    settings.add(() -> {
      for (Concentrations worker : network.concentrations())
        worker.release(link).ifPresent(r -> r.setAmount(amount));
    });
  }
}
