package org.neurarium.engine.world;

import java.util.List;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.observe.Scene;
import org.neurarium.engine.observe.Scene.Style;

/// Cues and what follows them. A trial's choice is which cues there were (0: A, 1: B, 2: both), and it counts as better where the reward came.
public final class Conditioning implements WorldClass {

  private static final WorldKind KIND = WorldKinds.builtIn("conditioning");
  private static final int EXTINCTION = 1;
  private static final int DISCRIMINATION = 2;
  private static final int BLOCKING = 3;

  @Override
  public WorldKind kind() {
    return KIND;
  }

  @Override
  public WorldLogic begin(WorldSetup setup) {
    return new Play(setup);
  }

  private static final class Play implements WorldLogic {
    private final WorldSetup setup;
    private final Draws lots;
    private final Draws pauses;
    private boolean inTrial;
    private double left;
    private double since; // the cue began (ms)
    private double licks;
    private int trial;
    private boolean a;
    private boolean b;
    private boolean due;
    private boolean came;
    private boolean over;

    Play(WorldSetup setup) {
      this.setup = setup;
      lots = setup.draws("lots");
      pauses = setup.draws("pauses");
    }

    @Override
    public WorldLogic copy() {
      Play copy = new Play(setup);
      copy.inTrial = inTrial;
      copy.left = left;
      copy.since = since;
      copy.licks = licks;
      copy.trial = trial;
      copy.a = a;
      copy.b = b;
      copy.due = due;
      copy.came = came;
      copy.over = over;
      return copy;
    }

    @Override
    public void tick(Turn turn) {
      if (turn.number() == 0) left = pause(turn);
      if (inTrial) during(turn);
      else {
        left -= turn.tick();
        if (left <= 1e-9) begin(turn);
      }
    }

    private double pause(Turn turn) {
      double spread = turn.setting("jitter") * (2 * pauses.uniform(trial, 0) - 1);
      return turn.setting("pause") * (1 + spread);
    }

    private void begin(Turn turn) {
      trial++;
      inTrial = true;
      since = 0;
      licks = 0;
      came = false;
      over = false;
      int protocol = (int) turn.setting("protocol");
      boolean second = trial >= turn.setting("switch");
      int every = (int) turn.setting("probe_every");
      a = true;
      b = false;
      due = true;
      if (protocol == EXTINCTION) due = !second;
      if (protocol == DISCRIMINATION) {
        b = lots.uniform(trial, 0) < 0.5;
        a = !b;
        due = a;
      }
      if (protocol == BLOCKING && second) {
        b = true;
        if (every > 0 && (trial - (int) turn.setting("switch") + 1) % every == 0) {
          a = false;
          due = false;
        }
      }
      if (a) turn.show("cue_a", 0);
      if (b) turn.show("cue_b", 0);
    }

    private void during(Turn turn) {
      since += turn.tick();
      double delay = turn.setting("delay");
      double cue = turn.setting("cue");
      if (!over) licks += turn.amount("lick");
      if (since >= cue - 1e-9) {
        turn.hide("cue_a");
        turn.hide("cue_b");
      }
      if (!over && since >= delay - 1e-9) {
        over = true;
        boolean comes =
            due
                && lots.uniform(trial, 1) < turn.setting("probability")
                && licks >= turn.setting("operant");
        came = comes && turn.give("reward", 1) > 0;
        if (due && !came) turn.give("miss", 1);
        turn.endTrial(a && b ? 2 : b ? 1 : 0, came, Double.NaN);
      }
      if (over && since >= cue - 1e-9) {
        inTrial = false;
        left = pause(turn);
      }
    }

    @Override
    public void draw(List<Scene.Shape> into) {
      into.add(new Scene.Box(0.05, 0.05, 0.9, 0.9, Style.FLOOR));
      boolean cue = inTrial;
      into.add(new Scene.Circle(0.3, 0.3, 0.1, cue && a ? Style.CUE : Style.IDLE));
      into.add(new Scene.Circle(0.7, 0.3, 0.1, cue && b ? Style.CUE : Style.IDLE));
      into.add(new Scene.Label(0.3, 0.5, "A", Style.TEXT));
      into.add(new Scene.Label(0.7, 0.5, "B", Style.TEXT));
      into.add(new Scene.Circle(0.5, 0.75, 0.08, over && came ? Style.REWARD : Style.IDLE));
    }
  }
}
