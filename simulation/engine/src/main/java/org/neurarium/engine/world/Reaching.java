package org.neurarium.engine.world;

import java.util.List;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.observe.Scene;
import org.neurarium.engine.observe.Scene.Style;

/// A cursor that a population moves to targets around the centre. A trial's choice is the number of the target, its effort the cursor's path over the straight one.
public final class Reaching implements WorldClass {

  private static final WorldKind KIND = WorldKinds.builtIn("reaching");

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
    private int trial;
    private int target;
    private double x = 0.5;
    private double y = 0.5;
    private double targetX;
    private double targetY;
    private double size;
    private double left;
    private double path;
    private boolean resting = true;

    Play(WorldSetup setup) {
      this.setup = setup;
      lots = setup.draws("lots");
    }

    @Override
    public WorldLogic copy() {
      Play copy = new Play(setup);
      copy.trial = trial;
      copy.target = target;
      copy.x = x;
      copy.y = y;
      copy.targetX = targetX;
      copy.targetY = targetY;
      copy.size = size;
      copy.left = left;
      copy.path = path;
      copy.resting = resting;
      return copy;
    }

    @Override
    public void tick(Turn turn) {
      size = turn.setting("size");
      if (turn.number() == 0) {
        left = turn.setting("pause");
        turn.show("cursor", x, y);
        return;
      }
      left -= turn.tick();
      if (resting) {
        if (left <= 1e-9) begin(turn);
        return;
      }
      // Spikes of a turn, as spikes in a tenth of a second, times a speed, times the turn.
      double moved = turn.setting("gain") * Track.GAIN_TIME / 1000;
      double oldX = x;
      double oldY = y;
      x = Math.clamp(x + moved * turn.x("velocity"), 0, 1);
      y = Math.clamp(y + moved * turn.y("velocity"), 0, 1);
      path += StrictMath.hypot(x - oldX, y - oldY);
      show(turn);
      boolean reached = StrictMath.hypot(targetX - x, targetY - y) <= size;
      if (!reached && left > 1e-9) return;
      boolean rewarded = reached && turn.give("reward", 1) > 0;
      if (!rewarded) turn.give("miss", 1);
      double straight = Math.max(1e-9, turn.setting("radius") - size);
      turn.endTrial(target, reached, reached ? Math.max(1, path / straight) : Double.NaN);
      turn.hide("target");
      turn.hide("error");
      resting = true;
      left = turn.setting("pause");
    }

    private void begin(Turn turn) {
      trial++;
      int targets = (int) turn.setting("targets");
      target = lots.below(targets, trial, 0);
      double angle = 2 * Math.PI * target / targets;
      targetX = 0.5 + turn.setting("radius") * StrictMath.cos(angle);
      targetY = 0.5 + turn.setting("radius") * StrictMath.sin(angle);
      x = 0.5;
      y = 0.5;
      path = 0;
      resting = false;
      left = turn.setting("limit");
      turn.show("target", targetX, targetY);
      show(turn);
    }

    private void show(Turn turn) {
      turn.show("cursor", x, y);
      turn.show("error", 0.5 + 0.5 * (targetX - x), 0.5 + 0.5 * (targetY - y));
    }

    @Override
    public void draw(List<Scene.Shape> into) {
      into.add(new Scene.Box(0, 0, 1, 1, Style.FLOOR));
      if (trial > 0)
        into.add(new Scene.Circle(targetX, targetY, size, resting ? Style.IDLE : Style.TARGET));
      into.add(new Scene.Circle(x, y, 0.02, Style.AGENT));
    }
  }
}
