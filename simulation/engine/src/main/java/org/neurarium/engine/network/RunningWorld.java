package org.neurarium.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.engine.observe.Scene;
import org.neurarium.engine.observe.WorldFrame;
import org.neurarium.engine.world.Turn;
import org.neurarium.engine.world.WorldClass;
import org.neurarium.engine.world.WorldLogic;
import org.neurarium.engine.world.WorldSetup;

/// One worker's copy of a world. All copies hear the same spikes in the same order and so stay the same.
///
/// A turn ends at every grid point that is a multiple of the tick. What the world then shows can be seen from the steps on that end a latency later, so
/// it is not needed in the epoch in which the turn ends, which is at most as long.
public final class RunningWorld {

  /// The output that is called so can be given and left out by hand.
  public static final String REWARD = "reward";

  private final WorldSetup setup;
  private final WorldClass maker;
  private final double dt;
  private final int tickSteps;
  private final int latencySteps;
  private final Map<String, Integer> settingNumbers = new HashMap<>();
  private final Map<String, Integer> shownNumbers = new HashMap<>();
  private final Answers turn = new Answers();
  private final WorldActions actions;
  private final Concentrations concentrations;
  private final Features features;
  private final TrialLog log = new TrialLog();
  private double[] settings;
  private WorldLogic logic;
  private final double[] set; // what the world last said, by output: x and y
  private final double[] next; // what will be seen
  private final double[] seen;
  private final long[] pulseEnds;
  private long turns;
  private long switchAt = -1;
  private int version;
  private double given;
  private double handGiven;
  private boolean omitting;
  private long step;

  /// @param settings in the kind's order, in engine units
  /// @param actions what the circuit does here
  /// @param concentrations the worker's own, which hear what is given
  public RunningWorld(
      WorldSetup setup,
      WorldClass maker,
      double dt,
      double[] settings,
      WorldActions actions,
      Concentrations concentrations) {
    this.setup = setup;
    this.maker = maker;
    this.dt = dt;
    this.settings = settings;
    this.actions = actions;
    this.concentrations = concentrations;
    features = new Features(setup);
    WorldKind kind = setup.kind();
    for (int k = 0; k < kind.settings().size(); k++)
      settingNumbers.put(kind.settings().get(k).id(), k);
    for (int k = 0; k < kind.shown().size(); k++) shownNumbers.put(kind.shown().get(k).id(), k);
    tickSteps = steps(WorldKind.TICK);
    latencySteps = steps(WorldKind.LATENCY);
    int ports = kind.shown().size();
    set = new double[2 * ports];
    next = new double[2 * ports];
    seen = new double[2 * ports];
    pulseEnds = new long[ports];
    logic = maker.begin(setup);
  }

  private int steps(String setting) {
    return (int) Math.max(1, Math.round(setup.fixed(setting) / dt));
  }

  public ElementId element() {
    return setup.world().id();
  }

  /// From a turn to when what it shows is seen (steps).
  public int latency() {
    return latencySteps;
  }

  /// Begins anew at grid point 0 of a run, or, asked by somebody, in the middle of one.
  public void begin(long at) {
    logic = maker.begin(setup);
    log.clear();
    turns = 0;
    given = 0;
    handGiven = 0;
    omitting = false;
    Arrays.fill(set, Double.NaN);
    Arrays.fill(seen, Double.NaN);
    Arrays.fill(pulseEnds, 0);
    actions.clear();
    version++;
    endTurn(at);
  }

  /// Goes to a step: what is to be seen from it on is seen.
  public void advance(long to) {
    if (to != switchAt) return;
    System.arraycopy(next, 0, seen, 0, seen.length);
    version++;
  }

  /// The number of an output.
  ///
  /// @throws IllegalArgumentException if there is no such output
  public int shown(String port) {
    return number(shownNumbers, port);
  }

  private int number(Map<String, Integer> numbers, String name) {
    Integer number = numbers.get(name);
    if (number == null)
      throw new IllegalArgumentException(setup.kind().id() + " has no '" + name + "'");
    return number;
  }

  /// What is seen of an output at the present step; NaN for nothing.
  double seenX(int output) {
    return seen[2 * output];
  }

  double seenY(int output) {
    return seen[2 * output + 1];
  }

  /// Changes whenever what is seen may have changed.
  int version() {
    return version;
  }

  /// Counts what one worker's neurons did in a step.
  public void count(SpikeBuffer from, int stepInEpoch) {
    actions.count(from, stepInEpoch);
  }

  /// After everybody's spikes of a step are counted: ends a turn if it is time.
  public void endStep(long at) {
    if (at % tickSteps == 0) endTurn(at);
  }

  private void endTurn(long at) {
    step = at;
    for (int k = 0; k < pulseEnds.length; k++)
      if (pulseEnds[k] > 0 && pulseEnds[k] <= turns) {
        set[2 * k] = Double.NaN;
        pulseEnds[k] = 0;
      }
    double before = given;
    if (handGiven != 0 && shownNumbers.containsKey(REWARD)) {
      double amount = handGiven;
      handGiven = 0;
      turn.give(REWARD, amount);
    }
    logic.tick(turn);
    double now = given - before;
    concentrations.tick(element(), at, now, features.of(set));
    actions.clear();
    turns++;
    System.arraycopy(set, 0, next, 0, set.length);
    switchAt = at + latencySteps;
  }

  /// Between steps: gives a reward at the end of the present turn.
  public void rewardByHand(double amount) {
    handGiven += amount;
  }

  /// Between steps: the next reward that the world means to give does not come.
  public void omitNext() {
    omitting = true;
  }

  /// Between steps: other settings, in the kind's order.
  public void set(double[] newSettings) {
    settings = newSettings;
  }

  /// Goes on from where another copy is, perhaps of a network with other steps.
  ///
  /// @param done steps done there
  /// @param from step from which this goes on
  public void takeOver(RunningWorld old, long done, long from) {
    WorldKind kind = setup.kind();
    if (!kind.equals(old.setup.kind())
        || setup.seed() != old.setup.seed()
        || !kind.layout(setup.world()).equals(kind.layout(old.setup.world()))
        || !hasSameFixed(old)) {
      begin(from);
      return;
    }
    logic = old.logic.copy();
    log.takeOver(old.log);
    System.arraycopy(old.set, 0, set, 0, set.length);
    System.arraycopy(old.next, 0, next, 0, next.length);
    System.arraycopy(old.seen, 0, seen, 0, seen.length);
    System.arraycopy(old.pulseEnds, 0, pulseEnds, 0, pulseEnds.length);
    turns = old.turns;
    given = old.given;
    handGiven = old.handGiven;
    omitting = old.omitting;
    long ahead = Math.round((old.switchAt - done) * old.dt / dt);
    switchAt = old.switchAt > done ? from + Math.max(1, ahead) : -1;
    actions.takeOver(old.actions);
    version++;
  }

  private boolean hasSameFixed(RunningWorld old) {
    List<WorldKind.Setting> all = setup.kind().settings();
    for (int k = 0; k < all.size(); k++)
      if (all.get(k).fixed() && settings[k] != old.settings[k]) return false;
    return true;
  }

  /// The world as it is now.
  public WorldFrame frame() {
    List<Scene.Shape> shapes = new ArrayList<>();
    logic.draw(shapes);
    Map<String, List<Double>> values = new LinkedHashMap<>();
    List<WorldKind.Shown> ports = setup.kind().shown();
    for (int k = 0; k < ports.size(); k++) {
      boolean plane = ports.get(k).gives() instanceof WorldKind.Gives.Place(int d) && d == 2;
      values.put(
          ports.get(k).id(), plane ? List.of(seen[2 * k], seen[2 * k + 1]) : List.of(seen[2 * k]));
    }
    return new WorldFrame(
        Math.max(0, turns - 1) * tickSteps * dt, new Scene(shapes), values, log.trials(), given);
  }

  /// What the logic sees of this.
  private final class Answers implements Turn {
    @Override
    public long number() {
      return turns;
    }

    @Override
    public double tick() {
      return tickSteps * dt;
    }

    @Override
    public double setting(String id) {
      return settings[RunningWorld.this.number(settingNumbers, id)];
    }

    @Override
    public double option(String port, int option) {
      return actions.value(port, option);
    }

    @Override
    public double amount(String port) {
      return actions.value(port, 0);
    }

    @Override
    public double x(String port) {
      return actions.x(port);
    }

    @Override
    public double y(String port) {
      return actions.y(port);
    }

    @Override
    public void show(String port, double value) {
      set[2 * shown(port)] = value;
    }

    @Override
    public void show(String port, double x, double y) {
      int output = shown(port);
      set[2 * output] = x;
      set[2 * output + 1] = y;
    }

    @Override
    public void hide(String port) {
      show(port, Double.NaN, Double.NaN);
    }

    @Override
    public double give(String port, double amount) {
      boolean reward = port.equals(REWARD);
      if (reward && omitting && amount > 0) {
        omitting = false;
        return 0;
      }
      int output = shown(port);
      set[2 * output] = amount;
      pulseEnds[output] = turns + Math.max(1, Math.round(setting(WorldKind.PULSE) / tick()));
      if (reward) {
        given += amount;
        log.reward(amount);
      }
      concentrations.give(element(), port, step, amount);
      return amount;
    }

    @Override
    public void endTrial(int choice, boolean better, double effort) {
      log.end(step * dt, choice, better, effort);
    }
  }
}
