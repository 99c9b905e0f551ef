package org.neurarium.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.Influences;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.kernel.Block;
import org.neurarium.engine.kernel.NeuronKernel;
import org.neurarium.engine.kernel.Slice;
import org.neurarium.engine.observe.StateView;
import org.neurarium.engine.observe.TraceRing;
import org.neurarium.engine.random.Philox;

/// A population with everything that acts on it.
public final class RunningPopulation {

  private static final DelayRing[] NO_RINGS = {};

  private final ElementId element;
  private final DelayRing[] rings;
  private NeuronKernel kernel;
  private Block block;
  private final Neurons[] shares;
  private DelayRing[] inherited = NO_RINGS;
  private long lastInherited;
  private final List<CurrentDrive> currents = new ArrayList<>();
  private final List<BackgroundDrive> backgrounds = new ArrayList<>();
  private final List<Coupling> couplings = new ArrayList<>();
  private final List<History> histories = new ArrayList<>();
  private final List<Injection> injections = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  /// The neurons as they were under the equations before, when these last had sound values.
  private Optional<Stand> former = Optional.empty();

  /// Neurons at a moment between steps.
  public record Stand(NeuronKernel kernel, Block block) {}

  /// A passing current into all neurons, up to and including a step.
  record Injection(double current, long lastStep) {}

  /// A trace of one neuron's variable.
  private record Tap(TraceRing ring, double[] values, int neuron, double unitSize) {}

  /// @param rings by spike receptor of the model
  /// @param workers how many shares to make
  public RunningPopulation(
      ElementId element, Block block, NeuronKernel kernel, DelayRing[] rings, int workers) {
    this.element = element;
    this.block = block;
    this.kernel = kernel;
    this.rings = rings;
    shares = new Neurons[workers];
    for (int w = 0; w < workers; w++)
      shares[w] =
          new Neurons(
              w,
              new Slice(
                  kernel,
                  block,
                  Network.sliceStart(block.size(), w, workers),
                  Network.sliceStart(block.size(), w + 1, workers)));
  }

  /// Between steps: goes on with another kernel, whose model has the same receptors for spikes and couplings, from the states in its block. Traces have to be attached
  /// anew.
  public void replace(NeuronKernel newKernel, Block newBlock) {
    for (int c = 0; c < block.currentCount(); c++)
      if (block.current(c).length > 0) {
        newBlock.open(c);
        System.arraycopy(block.current(c), 0, newBlock.current(c), 0, newBlock.size());
      }
    former = sound();
    for (Neurons share : shares) share.forgetBroken();
    kernel = newKernel;
    block = newBlock;
    for (Neurons share : shares) {
      share.slice = new Slice(kernel, block, share.slice.from(), share.slice.to());
      share.taps = new Tap[0];
    }
    for (History history : histories) history.begin(block.state(history.variable()));
    weightsChanged();
  }

  /// Between steps: where edited equations can go on from. These neurons, or, if their equations have carried some beyond all bounds, those of the
  /// equations before; empty if there are none.
  public Optional<Stand> sound() {
    for (int s = 0; s < block.model().states().size(); s++)
      for (double value : block.state(s)) if (isAbsurd(value)) return former;
    return Optional.of(new Stand(kernel, block));
  }

  /// Between steps: sets other parameters, in engine units, in the model's order.
  public void setParameters(double[][] values) {
    block.setParameters(values);
    kernel.prepare(block);
    for (Neurons share : shares) share.slice.parametersChanged();
  }

  public ElementId element() {
    return element;
  }

  /// Before the first step: is acted on by neuromodulators from now on.
  public void add(Effect effect) {
    effects.add(effect);
  }

  /// What neuromodulators do to it.
  public List<Effect> effects() {
    return effects;
  }

  /// Before the first step: receives what arrives in a part of a worker's inbox.
  void receive(int worker, Inbox inbox, Deliveries.Landing landing) {
    shares[worker].inbox = inbox;
    shares[worker].landings[landing.receptor()] = landing;
  }

  /// Whether the row of a receptor for spikes holds nothing from step to step: all that arrives comes through inboxes.
  public boolean isAlone(int receptor) {
    Deliveries.Landing landing = shares[0].landings[receptor];
    return landing != null && landing.alone();
  }

  /// Before the first step: receives what was under way when this population took the place of another one.
  ///
  /// @param past by spike receptor
  /// @param lastStep at which something arrives
  public void inherit(DelayRing[] past, long lastStep) {
    inherited = past;
    lastInherited = lastStep;
  }

  /// What was under way when this population took the place of another one, by spike receptor; empty where that is over.
  ///
  /// @param step that was done last
  public DelayRing[] inherited(long step) {
    return step < lastInherited ? inherited : NO_RINGS;
  }

  /// What its kernel has to know of them.
  public Influences influences() {
    return Effect.influences(effects);
  }

  /// Before the first step: where a worker's share finds concentrations.
  void use(int worker, Concentrations concentrations) {
    shares[worker].concentrations = concentrations;
  }

  /// The effect on the standard deviation of noise, if there is one that is no parameter of the model.
  private @Nullable Effect noiseEffect() {
    for (int k = 0; k < effects.size(); k++) { // in every step, so no iterator
      Effect e = effects.get(k);
      if (e.subject().equals(Link.Modulate.NOISE)
          && block.model().parameter(Link.Modulate.NOISE).isEmpty()) return e;
    }
    return null;
  }

  public Block block() {
    return block;
  }

  public NeuronKernel kernel() {
    return kernel;
  }

  /// What is under way, by spike receptor.
  public DelayRing[] rings() {
    return rings;
  }

  public List<CurrentDrive> currents() {
    return currents;
  }

  public List<BackgroundDrive> backgrounds() {
    return backgrounds;
  }

  /// Between steps: adds a current drive; its noise gets a generator in every share.
  public void add(CurrentDrive drive) {
    currents.add(drive);
    for (Neurons share : shares) share.noises.add(drive.noise());
    open(drive.receptor());
    currentsChanged();
  }

  private void open(int receptor) {
    if (block.open(receptor)) for (Neurons share : shares) share.slice.parametersChanged();
  }

  /// Between steps: adds a background drive.
  public void add(BackgroundDrive drive) {
    backgrounds.add(drive);
    for (Neurons share : shares) share.draws.add(drive.new Draws(share.slice.size()));
  }

  /// Between steps: adds a continuous input.
  public void add(Coupling coupling) {
    couplings.add(coupling);
    weightsChanged();
  }

  /// Between steps: keeps a state from now on, for neurons that are coupled to it.
  public void keep(History history) {
    histories.add(history);
    history.begin(block.state(history.variable()));
  }

  /// Whether a projection is one of its continuous inputs.
  public boolean isCoupledBy(ElementId projection) {
    return couplings.stream().anyMatch(c -> c.projection().element().equals(projection));
  }

  /// What is kept for neurons that are coupled to this population.
  public List<History> histories() {
    return histories;
  }

  /// Between steps: says that weights have changed.
  public void weightsChanged() {
    for (double[] totals : block.totals()) Arrays.fill(totals, 0);
    for (Coupling coupling : couplings)
      for (int w = 0; w < shares.length; w++)
        coupling.addTotals(w, block.totals()[coupling.receptor()]);
  }

  /// Between steps: says that a drive or an injection has changed.
  public void currentsChanged() {
    for (Neurons share : shares) share.marksValid = false;
  }

  /// Between steps: injects a current until the end of a step.
  public void inject(double current, long lastStep) {
    open(0);
    injections.add(new Injection(current, lastStep));
    currentsChanged();
  }

  /// Between steps: makes a neuron fire in the next step.
  public void fire(int neuron) {
    for (Neurons share : shares)
      if (neuron >= share.slice.from() && neuron < share.slice.to()) share.slice.force(neuron);
  }

  /// Between steps: records these traces and no others.
  public void record(List<TraceRing> traces) {
    for (Neurons share : shares) share.taps = new Tap[0];
    for (TraceRing ring : traces) {
      Tap tap = new Tap(ring, block.state(ring.variable()), ring.neuron(), ring.unit().scale());
      for (Neurons share : shares)
        if (ring.neuron() >= share.slice.from() && ring.neuron() < share.slice.to()) {
          share.taps = Arrays.copyOf(share.taps, share.taps.length + 1);
          share.taps[share.taps.length - 1] = tap;
        }
    }
  }

  /// Between steps: forgets injections, forced spikes and lists that follow from the state, after the state was set from outside.
  public void restart() {
    injections.clear();
    inherited = NO_RINGS;
    lastInherited = 0;
    for (int c = 0; c < block.currentCount(); c++) Arrays.fill(block.current(c), 0);
    former = Optional.empty();
    for (History history : histories) history.begin(block.state(history.variable()));
    for (Neurons share : shares) share.slice.restart();
    currentsChanged();
  }

  /// Whether what is under way to a neuron, or comes through its couplings, is beyond all bounds.
  public boolean isFlooded(int neuron) {
    for (DelayRing ring : rings)
      for (long step = 0; step < ring.rows(); step++)
        for (int at = neuron; at < ring.row(step).length; at += ring.neurons())
          if (isAbsurd(ring.row(step)[at])) return true;
    for (double[] sums : block.sums()) if (isAbsurd(sums[neuron])) return true;
    for (int c = 0; c < block.currentCount(); c++)
      if (block.current(c).length > 0 && isAbsurd(block.current(c)[neuron])) return true;
    return false;
  }

  private static boolean isAbsurd(double value) {
    return !(Math.abs(value) < 1e15);
  }

  /// A value that is no finite number.
  ///
  /// @param step the grid point at which it appeared
  /// @param neuron the first neuron that has one there
  /// @param state index of its first such state
  public record Broken(long step, int neuron, int state) {}

  /// The first value that stopped being a finite number.
  public Optional<Broken> broken() {
    Optional<Broken> first = Optional.empty();
    for (Neurons share : shares) {
      Slice slice = share.slice;
      if (slice.brokenStep() < 0) continue;
      if (first.isEmpty() || slice.brokenStep() < first.get().step())
        first =
            Optional.of(new Broken(slice.brokenStep(), slice.brokenNeuron(), slice.brokenState()));
    }
    return first;
  }

  /// Between steps: drops injections that are over, and what another population left behind.
  public void dropFinished(long step) {
    inherited = inherited(step);
    if (injections.isEmpty() || !injections.removeIf(i -> i.lastStep() <= step)) return;
    if (injections.isEmpty() && currents.isEmpty()) Arrays.fill(block.current(0), 0);
    currentsChanged();
  }

  /// Between steps: goes on with the injections of the population that this one replaces.
  ///
  /// @param done steps done by the old network
  /// @param from step from which this one goes on
  /// @param ratio of the old time step to the new one
  public void takeInjections(RunningPopulation old, long done, long from, double ratio) {
    if (!old.injections.isEmpty()) open(0);
    for (Injection i : old.injections)
      injections.add(new Injection(i.current(), from + Math.round((i.lastStep() - done) * ratio)));
    currentsChanged();
  }

  /// Looks at what the neurons' states are, from any thread.
  public StateView states() {
    return new StateView() {
      @Override
      public int neurons() {
        return block.size();
      }

      @Override
      public OptionalInt find(String state) {
        List<NeuronModel.State> all = block.model().states();
        return IntStream.range(0, all.size())
            .filter(k -> all.get(k).id().equals(state))
            .findFirst();
      }

      @Override
      public double value(int state, int neuron) {
        return block.state(state)[neuron];
      }
    };
  }

  /// One worker's share.
  public Share share(int worker) {
    return shares[worker];
  }

  private final class Neurons implements Share {
    private final int worker;
    private Slice slice;
    private final List<Philox> noises = new ArrayList<>();
    private final List<BackgroundDrive.Draws> draws = new ArrayList<>();
    private final double[] scratch;
    private final double[][] arrivals = new double[rings.length][];
    private double[] marks = {};
    private boolean marksValid;
    private Tap[] taps = {};
    private Inbox inbox = Deliveries.NONE.inbox();
    private final Deliveries.@Nullable Landing[] landings =
        new Deliveries.@Nullable Landing[rings.length];
    private Concentrations concentrations = Concentrations.NONE;

    Neurons(int worker, Slice slice) {
      this.worker = worker;
      this.slice = slice;
      scratch = new double[slice.size()];
    }

    @Override
    public void advance(long step, SpikeBuffer into) {
      int from = slice.from();
      int to = slice.to();
      if (from == to) return;
      if (!effects.isEmpty()) modulate(from, to);
      if (!currents.isEmpty() || !injections.isEmpty()) mixCurrents(step, from, to);
      collect(step);
      if (step <= lastInherited) takeInherited(step, from, to);
      for (int k = 0; k < draws.size(); k++) draws.get(k).add(step, from, to);
      if (!couplings.isEmpty()) exchange(step, from, to);
      for (int r = 0; r < rings.length; r++) arrivals[r] = rings[r].row(step);
      int[] fired = into.room(to - from);
      into.setSize(slice.advance(step, arrivals, fired, into.size()));
      if (slice.brokenStep() >= 0) return; // what arrived is part of the cause
      for (int r = 0; r < rings.length; r++) if (!isAlone(r)) rings[r].clear(step, from, to);
      for (int k = 0; k < histories.size(); k++) {
        History history = histories.get(k);
        history.put(step, block.state(history.variable()), from, to);
      }
      for (Tap tap : taps) tap.ring().put(tap.values()[tap.neuron()] / tap.unitSize());
    }

    private void collect(long step) {
      for (int r = 0; r < landings.length; r++) {
        Deliveries.Landing landing = landings[r];
        if (landing != null)
          inbox.collect(landing.part(), rings[r].row(step), block.size(), landing.alone());
      }
    }

    private void takeInherited(long step, int from, int to) {
      int n = block.size();
      for (int r = 0; r < inherited.length; r++) {
        double[] past = inherited[r].row(step);
        double[] row = rings[r].row(step);
        for (int at = 0; at < past.length; at += n)
          for (int i = at + from; i < at + to; i++) row[i] += past[i];
        inherited[r].clear(step, from, to);
      }
    }

    /// What arrived at the step that could not be done was left in its place.
    private void forgetBroken() {
      if (slice.brokenStep() >= 0)
        for (DelayRing ring : rings) ring.clear(slice.brokenStep(), slice.from(), slice.to());
    }

    private void modulate(int from, int to) {
      for (int k = 0; k < effects.size(); k++) {
        Effect effect = effects.get(k);
        KernelLayout.Factor factor = effect.factor();
        int uniform = block.layout().uniform(factor);
        if (uniform >= 0)
          slice.setFactor(uniform, effect.value(concentrations, Effect.Moment.MEAN, 0));
        int column = block.layout().column(factor);
        if (column < 0) continue;
        double[] values = slice.factors(column);
        for (int i = from; i < to; i++)
          values[i] = effect.value(concentrations, Effect.Moment.MEAN, i);
      }
    }

    private void exchange(long step, int from, int to) {
      for (double[] sums : block.sums()) Arrays.fill(sums, from, to, 0);
      for (int k = 0; k < couplings.size(); k++) {
        Coupling coupling = couplings.get(k);
        coupling.addSums(step, worker, block.sums()[coupling.receptor()]);
      }
    }

    /// Sums the currents anew when one of them has changed since the last step.
    private void mixCurrents(long step, int from, int to) {
      if (marks.length != currents.size()) {
        marks = new double[currents.size()];
        marksValid = false;
      }
      boolean same = marksValid;
      for (int k = 0; k < marks.length; k++) {
        double mark = currents.get(k).mark(step);
        // Bits are compared, so that "outside its window" (NaN) equals itself.
        if (Double.doubleToRawLongBits(mark) != Double.doubleToRawLongBits(marks[k])) {
          marks[k] = mark;
          same = false;
        }
      }
      Effect noise = noiseEffect();
      if (same && injections.isEmpty() && noise == null) return;
      marksValid = true;
      for (int c = 0; c < block.currentCount(); c++)
        if (block.current(c).length > 0) Arrays.fill(block.current(c), from, to, 0);
      for (int k = 0; k < marks.length; k++) {
        CurrentDrive drive = currents.get(k);
        double[] into = block.current(drive.receptor());
        if (noise != null && drive.isNoise())
          drive.add(step, from, to, into, scratch, noises.get(k), noise, concentrations);
        else drive.add(step, from, to, into, scratch, noises.get(k));
      }
      double[] current = block.current(0);
      for (int k = 0; k < injections.size(); k++) {
        Injection injection = injections.get(k);
        if (step <= injection.lastStep())
          for (int i = from; i < to; i++) current[i] += injection.current();
      }
    }

    @Override
    public long broken() {
      return slice.brokenStep();
    }

    @Override
    public void publish(long lastStep) {
      for (Tap tap : taps) tap.ring().publish(lastStep);
    }
  }
}
