package org.neurarium.engine.world;

import java.util.List;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.observe.Scene;
import org.neurarium.engine.observe.Scene.Style;

/// A track along which one runs. A lap's effort is the time it took over the time at the speed one has in any case.
public final class Track implements WorldClass {

  private static final WorldKind KIND = WorldKinds.builtIn("track");

  /// For what a gain counts a spike: in this time (ms).
  static final double GAIN_TIME = 100;

  @Override
  public WorldKind kind() {
    return KIND;
  }

  @Override
  public WorldLogic begin(WorldSetup setup) {
    return new Play();
  }

  private static final class Play implements WorldLogic {
    private double place; // as a part of the length
    private double left;
    private double time;
    private boolean resting = true;
    private boolean given;
    private double rewardAt = 1;

    @Override
    public WorldLogic copy() {
      Play copy = new Play();
      copy.place = place;
      copy.left = left;
      copy.time = time;
      copy.resting = resting;
      copy.given = given;
      copy.rewardAt = rewardAt;
      return copy;
    }

    @Override
    public void tick(Turn turn) {
      rewardAt = turn.setting("reward");
      if (turn.number() == 0) {
        left = turn.setting("pause");
        return;
      }
      if (resting) {
        left -= turn.tick();
        if (left > 1e-9) return;
        resting = false;
        given = false;
        place = 0;
        time = 0;
        turn.show("place", 0);
        return;
      }
      double perSpike = turn.setting("gain") * GAIN_TIME / turn.tick();
      double driven = (turn.amount("forward") - turn.amount("backward")) * perSpike;
      double speed = turn.setting("speed") + driven;
      time += turn.tick();
      place = Math.clamp(place + speed * turn.tick() / turn.setting("length"), 0, 1);
      turn.show("place", place);
      if (turn.setting("speed") > 0)
        turn.show("moving", Math.clamp(0.5 * speed / turn.setting("speed"), 0, 1));
      if (!given && place >= rewardAt - 1e-9) {
        given = true;
        turn.give("reward", 1);
      }
      if (place < 1) return;
      double expected = turn.setting("length") / Math.max(1e-12, turn.setting("speed"));
      turn.endTrial(0, given, turn.setting("speed") > 0 ? time / expected : Double.NaN);
      turn.hide("place");
      turn.hide("moving");
      resting = true;
      left = turn.setting("pause");
    }

    @Override
    public void draw(List<Scene.Shape> into) {
      into.add(new Scene.Box(0.05, 0.45, 0.9, 0.1, Style.FLOOR));
      into.add(new Scene.Circle(0.05 + 0.9 * rewardAt, 0.5, 0.04, Style.REWARD));
      into.add(
          new Scene.Circle(0.05 + 0.9 * place, 0.5, 0.035, resting ? Style.IDLE : Style.AGENT));
    }
  }
}
