package org.neurarium.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.validation.Validation;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.build.PopulationValues;
import org.neurarium.engine.build.StimulusSettings;
import org.neurarium.engine.build.SynapseParameters;
import org.neurarium.engine.build.WorldSettings;
import org.neurarium.engine.compile.SynapseCompiler;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.network.BackgroundDrive;
import org.neurarium.engine.network.Concentrations;
import org.neurarium.engine.network.CurrentDrive;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.Deliveries;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.PlasticProjection;
import org.neurarium.engine.network.RunningObservation;
import org.neurarium.engine.network.RunningPoisson;
import org.neurarium.engine.network.RunningPopulation;
import org.neurarium.engine.network.RunningProjection;
import org.neurarium.engine.network.RunningSense;
import org.neurarium.engine.network.RunningSpikeList;
import org.neurarium.engine.network.RunningWorld;
import org.neurarium.engine.network.Window;
import org.neurarium.engine.random.PoissonTable;

/// Changes a network between two steps.
///
/// A new version of the circuit is compared element by element. Parameters, constant weights, and what stimuli give are set in the running network; a model whose
/// equations have changed gets a new kernel that goes on with the states it shares with the old one; start
/// values wait for the next reset; names, places, groups and notes mean nothing here. Everything else takes a new network,
/// which then goes on from the state of this one.
final class Changes {

  /// In force for the circuit that runs; what follows it keeps models whose text is broken in the next version.
  private ModelCatalogue models;

  private final Kernels kernels;
  private final DataFiles files;
  private final Network network;

  /// What became of a new version.
  enum Outcome {
    /// It takes a new network; nothing has changed.
    REFUSED,
    SET,
    /// Set, and some neurons have other state variables than before.
    SET_WITH_OTHER_STATES
  }

  Changes(ModelCatalogue models, Kernels kernels, DataFiles files, Network network) {
    this.models = models;
    this.kernels = kernels;
    this.files = files;
    this.network = network;
  }

  /// Sets everything back to the start of a run.
  void start(Circuit circuit) {
    for (RunningPopulation running : network.populations()) {
      Population population = circuit.find(running.element(), Population.class).orElseThrow();
      PopulationValues.start(running.kernel(), running.block(), population, network.seed());
      for (DelayRing ring : running.rings()) ring.clear();
      running.restart();
    }
    for (PlasticProjection plastic : network.plastics()) plastic.start();
    for (RunningSense sense : network.senses()) sense.start();
    for (Concentrations worker : network.concentrations()) worker.start();
  }

  /// Sets what differs, if all that differs can be set in the running network; otherwise touches nothing.
  Outcome apply(Circuit old, Circuit next) {
    if (!old.run().dt().equals(next.run().dt()) || old.run().seed() != next.run().seed())
      return Outcome.REFUSED;
    if (!isSameFrame(old.populations(), next.populations(), Changes::isSameFrame)
        || !isSameFrame(old.stimuli(), next.stimuli(), Changes::isSameFrame)
        || !isSameFrame(old.projections(), next.projections(), this::isSameFrame)
        || !isSameFrame(old.all(World.class), next.all(World.class), this::isSameFrame)
        || !isSameFrame(
            old.modulatorSources(), next.modulatorSources(), ModulatorChanges::isSameFrame)
        || !isSameFrame(old.links(), next.links(), ModulatorChanges::isSameFrame))
      return Outcome.REFUSED;
    ModelCatalogue catalogue = models.including(next);
    if (!isSameSynapses(catalogue, next) || !ModulatorChanges.isSame(catalogue, network))
      return Outcome.REFUSED;
    List<Runnable> settings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(Validation.problems(next, catalogue, files));
    if (problems.stream().anyMatch(Problem::isError)) return Outcome.REFUSED;
    Replacement replacement = new Replacement(kernels, network, settings, problems);
    for (Population p : next.populations()) {
      NeuronModel model = catalogue.neuron(p.model()).orElseThrow();
      if (!replacement.neurons(p, find(old, p), model)) return Outcome.REFUSED;
    }
    for (Stimulus s : next.stimuli())
      if (!s.withName("").at(find(old, s).position()).equals(find(old, s).withName("")))
        stimulus(s, next, settings, problems);
    for (World w : next.all(World.class))
      if (!w.settings().equals(find(old, w).settings())) world(w, settings);
    for (Projection p : next.projections())
      if (!p.weight().equals(find(old, p).weight())) weight(p, settings);
    for (Projection p : next.projections())
      if (!p.synapse().equals(find(old, p).synapse())) synapse(p, settings);
    new ModulatorChanges(network, settings).apply(old, next, catalogue);
    if (problems.stream().anyMatch(Problem::isError)) return Outcome.REFUSED;
    settings.forEach(Runnable::run);
    models = catalogue;
    return replacement.isAny() ? Outcome.SET_WITH_OTHER_STATES : Outcome.SET;
  }

  /// Whether the synapse models in use say the same in both versions: a circuit can bring its own along and change them.
  private boolean isSameSynapses(ModelCatalogue after, Circuit next) {
    return models == after
        || next.projections().stream()
            .map(p -> p.synapse().model())
            .allMatch(id -> models.synapse(id).equals(after.synapse(id)));
  }

  private interface Comparison<E> {
    boolean isSame(E old, E next);
  }

  private static <E extends Element> boolean isSameFrame(
      List<E> old, List<E> next, Comparison<E> comparison) {
    if (old.size() != next.size()) return false;
    for (int k = 0; k < old.size(); k++)
      if (!old.get(k).id().equals(next.get(k).id()) || !comparison.isSame(old.get(k), next.get(k)))
        return false;
    return true;
  }

  private static boolean isSameFrame(Population old, Population next) {
    return old.size() == next.size()
        && old.model().equals(next.model())
        && old.sheet().equals(next.sheet());
  }

  private boolean isSameFrame(World old, World next) {
    if (!old.world().equals(next.world()) || !old.layout().equals(next.layout())) return false;
    Optional<WorldKind> kind = WorldKinds.installed().find(next.world());
    return kind.isPresent()
        && kind.get().settings().stream()
            .filter(WorldKind.Setting::fixed)
            .allMatch(s -> kind.get().value(old, s.id()).equals(kind.get().value(next, s.id())));
  }

  private static boolean isSameFrame(Stimulus old, Stimulus next) {
    if (old.size() != next.size()) return false;
    return switch (old.signal()) {
      case Signal.Current _ -> next.signal().isCurrent();
      case Signal.Poisson _ -> next.signal() instanceof Signal.Poisson;
      case Signal.PoissonBackground _ -> next.signal() instanceof Signal.PoissonBackground;
      case Signal.Observation was ->
          next.signal() instanceof Signal.Observation is
              && was.world().equals(is.world())
              && was.port().equals(is.port());
      case Signal.SpikeList _ -> old.signal().equals(next.signal());
      case Signal.Sense before ->
          next.signal() instanceof Signal.Sense after && isSameFrame(before, after, old, next);
    };
  }

  /// The sheet, and whether there are events, are built in; so is a recording with its start.
  private static boolean isSameFrame(
      Signal.Sense before, Signal.Sense after, Stimulus old, Stimulus next) {
    if (before.scene() instanceof Scene.EventFile || after.scene() instanceof Scene.EventFile)
      return before.equals(after) && old.start().equals(next.start());
    return before.columns() == after.columns()
        && before.rows() == after.rows()
        && before.scene().givesEvents() == after.scene().givesEvents();
  }

  private boolean isSameFrame(Projection old, Projection next) {
    if (!runsTheSame(old, next)) return false;
    if (!old.equals(next.withName(old.name()).withWeight(old.weight()).withSynapse(old.synapse())))
      return false;
    if (old.weight().equals(next.weight())) return true;
    // One weight for all can be replaced by another; weights of each synapse are made by a build.
    if (!(old.weight() instanceof Value.Constant && next.weight() instanceof Value.Constant))
      return false;
    Optional<PlasticProjection> plastic = network.plastic(old.id());
    if (plastic.isPresent()) return !plastic.get().hasOwnWeights();
    Optional<RunningProjection> running = network.projection(old.id());
    return running.isPresent()
        ? !running.get().hasOwnWeights()
        : old.wiring() instanceof Wiring.AllToAll;
  }

  private static <E extends Element> E find(Circuit circuit, E element) {
    @SuppressWarnings("unchecked") // frames are the same, so kinds are
    E found = (E) circuit.find(element.id()).orElseThrow();
    return found;
  }

  private void stimulus(
      Stimulus s, Circuit after, List<Runnable> settings, List<Problem> problems) {
    if (problems.stream().anyMatch(Problem::isError)) return;
    Window window = StimulusSettings.window(s, network.dt());
    switch (s.signal()) {
      case Signal.Current current -> {
        for (RunningPopulation p : network.populations())
          for (CurrentDrive drive : p.currents())
            if (drive.stimulus().equals(s.id()))
              settings.add(() -> {
                drive.set(current, s.start().engineValue(), window);
                p.currentsChanged();
              });
      }
      case Signal.Poisson poisson -> {
        Optional<double[]> means =
            StimulusSettings.means(s, poisson, network.dt(), network.seed(), problems);
        if (means.isEmpty()) return;
        for (RunningPoisson running : network.poissons())
          if (running.element().equals(s.id()))
            settings.add(() -> running.set(means.get(), window));
      }
      case Signal.PoissonBackground background -> {
        Optional<PoissonTable> counts =
            StimulusSettings.counts(s, background, network.dt(), problems);
        if (counts.isEmpty()) return;
        for (RunningPopulation p : network.populations())
          for (BackgroundDrive drive : p.backgrounds())
            if (drive.stimulus().equals(s.id()))
              settings.add(() -> drive.set(counts.get(), window));
      }
      case Signal.Observation observation -> {
        for (RunningObservation running : network.observations())
          if (running.element().equals(s.id()))
            settings.add(() ->
                running.set(
                    WorldSettings.tuning(observation, after, WorldKinds.installed(), network.dt()),
                    window));
      }
      case Signal.Sense sense when !(sense.scene() instanceof Scene.EventFile) -> {
        for (RunningSense running : network.senses())
          if (running.element().equals(s.id()))
            StimulusSettings.sense(
                    s,
                    sense,
                    running.screen(),
                    running.settings(),
                    files,
                    network.dt(),
                    network.seed(),
                    problems)
                .ifPresent(next -> settings.add(() -> running.set(next)));
      }
      case Signal.SpikeList _, Signal.Sense _ -> {
        long first = Window.firstPointFrom(s.start().engineValue(), network.dt());
        long end = StimulusSettings.endPoint(s, network.dt());
        for (RunningSpikeList running : network.lists())
          if (running.element().equals(s.id())) settings.add(() -> running.setWindow(first, end));
      }
    }
  }

  private void world(World w, List<Runnable> settings) {
    double[] values = WorldSettings.of(w, WorldKinds.installed().find(w.world()).orElseThrow());
    for (List<RunningWorld> own : network.worlds())
      for (RunningWorld running : own)
        if (running.element().equals(w.id())) settings.add(() -> running.set(values));
  }

  private void weight(Projection p, List<Runnable> settings) {
    double weight = ((Value.Constant) p.weight()).quantity().engineValue();
    network.projection(p.id()).ifPresent(running -> settings.add(() -> running.setWeight(weight)));
    network.plastic(p.id()).ifPresent(running -> settings.add(() -> running.setWeight(weight)));
    for (RunningPopulation to : network.populations()) {
      if (to.isCoupledBy(p.id())) settings.add(to::weightsChanged);
      for (CurrentDrive drive : to.currents())
        if (drive.projection().equals(p.id()))
          settings.add(() -> {
            drive.setGains(new double[] {weight});
            to.currentsChanged();
          });
      for (BackgroundDrive drive : to.backgrounds())
        if (drive.projection().equals(p.id()))
          settings.add(() -> drive.setWeights(new double[] {weight}));
    }
  }

  /// Whether the synapses go on with the same programs: other parameters can decide conditions otherwise.
  private boolean runsTheSame(Projection old, Projection next) {
    if (old.synapse().equals(next.synapse())) return true;
    if (!old.synapse().model().equals(next.synapse().model())) return false;
    Optional<PlasticProjection> running = network.plastic(old.id());
    if (running.isEmpty()) return true;
    NeuronModel target = network.populations().get(running.get().target()).block().model();
    return SynapseCompiler.compile(
            running.get().model(),
            target,
            next.receptor(),
            SynapseParameters.of(next.synapse(), running.get().model()),
            running.get().influences())
        .value()
        .filter(running.get()::runs)
        .isPresent();
  }

  private void synapse(Projection p, List<Runnable> settings) {
    network
        .plastic(p.id())
        .ifPresent(running -> {
          double[] values = SynapseParameters.of(p.synapse(), running.model());
          settings.add(() -> running.setParameters(values));
        });
  }

  /// Lets worlds go on from where those of another network are.
  void takeOverWorlds(Network old, long done, long from) {
    for (List<RunningWorld> own : network.worlds())
      for (RunningWorld to : own)
        old.world(to.element(), 0)
            .ifPresentOrElse(was -> to.takeOver(was, done, from), () -> to.begin(from));
  }

  /// Takes over the weights and states of changing synapses, where the projection is still there with the same wiring, and the concentrations of neuromodulators.
  ///
  /// @param before the circuit of the old network
  /// @param now the circuit of this one
  /// @param done steps done by the old network
  /// @param from step from which this one goes on
  void takeOverSynapses(Network old, Circuit before, Circuit now, long done, long from) {
    double ratio = old.dt() / network.dt();
    for (int w = 0; w < network.workers(); w++)
      network.concentrations().get(w).takeOver(old.concentrations().getFirst(), done, from, ratio);
    for (PlasticProjection to : network.plastics()) {
      Optional<PlasticProjection> there = old.plastic(to.element());
      if (there.isPresent()
          && isWiredAlike(to.element(), before, now)
          && old.seed() == network.seed()) to.takeOver(there.get(), done, from, ratio);
      else to.goOnFrom(from);
    }
  }

  private static boolean isWiredAlike(ElementId id, Circuit before, Circuit now) {
    Projection old = before.find(id, Projection.class).orElseThrow();
    Projection next = now.find(id, Projection.class).orElseThrow();
    return next.withName(old.name()).withSynapse(old.synapse()).onto(old.receptor()).equals(old)
        && isSameEnd(old.from(), before, now)
        && isSameEnd(old.to(), before, now);
  }

  private static boolean isSameEnd(ElementId id, Circuit before, Circuit now) {
    NeuronSource old = before.find(id, NeuronSource.class).orElseThrow();
    NeuronSource next = now.find(id, NeuronSource.class).orElseThrow();
    if (old.size() != next.size()) return false;
    return !(old instanceof Population p
        && next instanceof Population q
        && !p.sheet().equals(q.sheet()));
  }

  /// Takes over the state of every population that is still there with the same model: neurons' state, refractory time and what is under way.
  ///
  /// @param done steps done by the old network
  /// @param from step from which this one goes on
  void takeOver(Network old, long done, long from) {
    double ratio = old.dt() / network.dt();
    for (RunningSense to : network.senses())
      for (RunningSense sense : old.senses())
        if (sense.element().equals(to.element())) to.takeOver(sense);
    for (RunningPopulation to : network.populations()) {
      Optional<RunningPopulation> before = old.population(to.element());
      if (before.isEmpty()) continue;
      NeuronModel model = before.get().block().model();
      if (!model.id().equals(to.block().model().id())) continue;
      int n = Math.min(before.get().block().size(), to.block().size());
      before
          .get()
          .sound()
          .ifPresent(s -> Replacement.carryOver(s.kernel(), s.block(), to.kernel(), to.block()));
      List<String> receptors = Replacement.spikeReceptors(to.block().model());
      int reach = (int) Math.ceil(underWay(before.get(), old) * ratio) + 1;
      DelayRing[] rest = new DelayRing[receptors.size()];
      for (int r = 0; r < rest.length; r++) {
        DelayRing ring = to.rings()[r];
        rest[r] = new DelayRing(ring.neurons(), ring.segments(), reach);
        int was = Replacement.spikeReceptors(model).indexOf(receptors.get(r));
        if (was < 0) continue;
        DelayRing into = to.isAlone(r) ? rest[r] : ring;
        if (!before.get().isAlone(was))
          takeOver(before.get().rings()[was], done, into, rest[r], from, n, ratio);
        DelayRing[] inherited = before.get().inherited(done);
        if (inherited.length > 0) takeOver(inherited[was], done, into, rest[r], from, n, ratio);
        takeOver(old, old.populations().indexOf(before.get()), was, rest[r], from, n, ratio);
      }
      to.restart();
      to.inherit(rest, from + reach);
      to.takeInjections(before.get(), done, from, ratio);
    }
  }

  /// How many steps ahead something may be under way to a population.
  private static int underWay(RunningPopulation population, Network network) {
    int longest = 1;
    for (DelayRing ring : population.rings()) longest = Math.max(longest, ring.rows());
    for (DelayRing ring : population.inherited(0)) longest = Math.max(longest, ring.rows());
    for (Deliveries worker : network.deliveries())
      longest = Math.max(longest, worker.longestDelay());
    return longest;
  }

  /// What is due later than the new ring reaches goes into the rest.
  private static void takeOver(
      DelayRing old, long done, DelayRing ring, DelayRing rest, long from, int n, double ratio) {
    int segments = Math.min(old.segments(), ring.segments());
    for (int ahead = 1; ahead <= old.rows(); ahead++) {
      double[] source = old.row(done + ahead);
      long steps = Math.max(1, Math.round(ahead * ratio));
      double[] target = (steps <= ring.rows() ? ring : rest).row(from + steps);
      for (int s = 0; s < segments; s++)
        for (int i = 0; i < n; i++) target[s * ring.neurons() + i] += source[s * old.neurons() + i];
    }
  }

  /// What is kept of spikes in rows that projections share.
  private static void takeOver(
      Network old, int population, int receptor, DelayRing rest, long from, int n, double ratio) {
    for (Deliveries worker : old.deliveries())
      worker.underWay((landing, ahead, neuron, segment, weight) -> {
        if (landing.population() != population || landing.receptor() != receptor) return;
        if (neuron >= n || segment >= rest.segments()) return;
        double[] target = rest.row(from + Math.max(1, Math.round(ahead * ratio)));
        target[segment * rest.neurons() + neuron] += weight;
      });
  }
}
