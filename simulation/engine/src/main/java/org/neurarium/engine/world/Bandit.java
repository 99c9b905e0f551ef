package org.neurarium.engine.world;

import java.util.List;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.observe.Scene;
import org.neurarium.engine.observe.Scene.Style;

/// Arms of which some pay more often than others.
///
/// A trial is a pause, the go signal while the circuit decides, a delay, and the outcome. The arm with most spikes at the end of the go signal is taken; where several
/// have as many, one of them by lot; where nobody fired, none.
public final class Bandit implements WorldClass {

  private static final WorldKind KIND = WorldKinds.builtIn("bandit");

  @Override
  public WorldKind kind() {
    return KIND;
  }

  @Override
  public WorldLogic begin(WorldSetup setup) {
    return new Play(setup);
  }

  private enum Phase {
    PAUSE,
    DECIDE,
    DELAY
  }

  private static final class Play implements WorldLogic {
    private final WorldSetup setup;
    private final Draws lots;
    private final Draws pays;
    private final Draws drifts;
    private final int arms;
    private final int first; // the arm that is best at the beginning
    private final double[] drifted; // how far each arm's chance has moved
    private final double[] spikes;
    private Phase phase = Phase.PAUSE;
    private double left; // of the phase (ms)
    private int trial;
    private int chosen = -1;
    private boolean paid;
    private boolean better;

    Play(WorldSetup setup) {
      this.setup = setup;
      lots = setup.draws("lots");
      pays = setup.draws("pays");
      drifts = setup.draws("drifts");
      arms = (int) Math.rint(setup.fixed("arms"));
      first = setup.turned(arms);
      drifted = new double[arms];
      spikes = new double[arms];
    }

    private Play(Play from) {
      this(from.setup);
      System.arraycopy(from.drifted, 0, drifted, 0, arms);
      System.arraycopy(from.spikes, 0, spikes, 0, arms);
      phase = from.phase;
      left = from.left;
      trial = from.trial;
      chosen = from.chosen;
      paid = from.paid;
      better = from.better;
    }

    @Override
    public WorldLogic copy() {
      return new Play(this);
    }

    @Override
    public void tick(Turn turn) {
      if (turn.number() == 0) left = turn.setting("pause");
      left -= turn.tick();
      if (phase == Phase.DECIDE)
        for (int a = 0; a < arms; a++) spikes[a] += turn.option("choice", a);
      if (left > 1e-9) return;
      switch (phase) {
        case PAUSE -> {
          trial++;
          chosen = -1;
          java.util.Arrays.fill(spikes, 0);
          turn.hide("chosen");
          turn.show("cue", 0);
          enter(Phase.DECIDE, turn.setting("decide"));
        }
        case DECIDE -> {
          turn.hide("cue");
          chosen = Choice.most(spikes, lots, trial);
          if (chosen >= 0) turn.show("chosen", chosen);
          enter(Phase.DELAY, turn.setting("delay"));
          if (left <= 1e-9) outcome(turn);
        }
        case DELAY -> outcome(turn);
      }
    }

    private void enter(Phase next, double time) {
      phase = next;
      left = time;
    }

    private void outcome(Turn turn) {
      paid = false;
      better = false;
      if (chosen >= 0) {
        better = chance(chosen, turn) >= best(turn);
        paid = pays.uniform(trial, 0) < chance(chosen, turn);
        if (paid) paid = turn.give("reward", 1) > 0;
        if (!paid) turn.give("miss", 1);
      }
      turn.endTrial(chosen, better, Double.NaN);
      double sd = turn.setting("drift");
      for (int a = 0; sd > 0 && a < arms; a++)
        drifted[a] =
            reflected(standard(a, turn) + drifted[a] + sd * drifts.normal(trial, a))
                - standard(a, turn);
      enter(Phase.PAUSE, turn.setting("pause"));
    }

    private double standard(int arm, Turn turn) {
      return turn.setting(arm == first ? "p_best" : "p_other");
    }

    private double chance(int arm, Turn turn) {
      return Math.clamp(standard(arm, turn) + drifted[arm], 0, 1);
    }

    private double best(Turn turn) {
      double best = 0;
      for (int a = 0; a < arms; a++) best = Math.max(best, chance(a, turn));
      return best;
    }

    private static double reflected(double chance) {
      return chance < 0 ? Math.min(1, -chance) : chance > 1 ? Math.max(0, 2 - chance) : chance;
    }

    @Override
    public void draw(List<Scene.Shape> into) {
      double width = 1.0 / arms;
      for (int a = 0; a < arms; a++) {
        double x = (a + 0.5) * width;
        boolean taken = a == chosen;
        into.add(new Scene.Box(x - 0.3 * width, 0.35, 0.6 * width, 0.5, Style.WALL));
        into.add(new Scene.Line(x, 0.35, x, taken ? 0.28 : 0.15, Style.AGENT));
        into.add(
            new Scene.Circle(
                x,
                taken ? 0.28 : 0.15,
                Math.min(0.05, 0.2 * width),
                taken ? Style.AGENT : Style.IDLE));
        if (taken && phase == Phase.PAUSE)
          into.add(
              new Scene.Circle(
                  x, 0.6, Math.min(0.12, 0.2 * width), paid ? Style.REWARD : Style.IDLE));
        into.add(new Scene.Label(x, 0.93, Integer.toString(a + 1), Style.TEXT));
      }
      if (phase == Phase.DECIDE) into.add(new Scene.Circle(0.5, 0.06, 0.04, Style.CUE));
    }
  }
}
