package org.neurarium.engine.world;

import java.util.List;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.observe.Scene;
import org.neurarium.engine.observe.Scene.Style;

/// A cart with two eyes and two wheels in a field with a lamp. Each eye sees the more light the nearer the lamp is and the more it looks at it. Reaching the lamp is a
/// trial; its effort is the path over the straight one.
public final class Vehicle implements WorldClass {

  private static final WorldKind KIND = WorldKinds.builtIn("vehicle");
  private static final double MARGIN = 0.1;

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
    private final double axle;
    private int trial;
    private double x;
    private double y;
    private double heading;
    private double lampX;
    private double lampY;
    private double straight;
    private double path;
    private double size;
    private boolean atWall;

    Play(WorldSetup setup) {
      this.setup = setup;
      lots = setup.draws("lots");
      axle = setup.fixed("axle");
      x = place(0);
      y = place(1);
      heading = 2 * Math.PI * lots.uniform(0, 2);
      moveLamp();
    }

    private double place(int which) {
      return MARGIN + (1 - 2 * MARGIN) * lots.uniform(trial, which);
    }

    private void moveLamp() {
      trial++;
      lampX = place(0);
      lampY = place(1);
      straight = StrictMath.hypot(lampX - x, lampY - y);
      path = 0;
    }

    @Override
    public WorldLogic copy() {
      Play copy = new Play(setup);
      copy.trial = trial;
      copy.x = x;
      copy.y = y;
      copy.heading = heading;
      copy.lampX = lampX;
      copy.lampY = lampY;
      copy.straight = straight;
      copy.path = path;
      copy.size = size;
      copy.atWall = atWall;
      return copy;
    }

    @Override
    public void tick(Turn turn) {
      size = turn.setting("size");
      if (turn.number() > 0) drive(turn);
      turn.show("place", x, y);
      turn.show("left", light(turn, -turn.setting("spread")));
      turn.show("right", light(turn, turn.setting("spread")));
      double away = StrictMath.hypot(lampX - x, lampY - y);
      if (away > size) return;
      turn.give("reward", 1);
      turn.endTrial(0, true, straight > size ? Math.max(1, path / (straight - size)) : Double.NaN);
      moveLamp();
    }

    private void drive(Turn turn) {
      double base = turn.setting("base") * turn.tick() / 1000;
      double perSpike = turn.setting("gain") * Track.GAIN_TIME / 1000;
      double left = base + perSpike * turn.amount("left");
      double right = base + perSpike * turn.amount("right");
      // y points down, so a positive turn is to the right, as the left wheel's lead makes it.
      double turning = (left - right) / axle;
      double middle = heading + 0.5 * turning;
      double forward = 0.5 * (left + right);
      heading = (heading + turning) % (2 * Math.PI);
      double newX = x + forward * StrictMath.cos(middle);
      double newY = y + forward * StrictMath.sin(middle);
      x = Math.clamp(newX, 0.02, 0.98);
      y = Math.clamp(newY, 0.02, 0.98);
      path += forward;
      boolean wall = x != newX || y != newY;
      if (wall && !atWall) turn.give("bump", 1);
      atWall = wall;
    }

    /// Light in an eye that looks to the side by an angle.
    private double light(Turn turn, double side) {
      double dx = lampX - x;
      double dy = lampY - y;
      double away = StrictMath.hypot(dx, dy);
      double reach = turn.setting("reach");
      double facing = heading + side;
      double cosine =
          away < 1e-9 ? 1 : (dx * StrictMath.cos(facing) + dy * StrictMath.sin(facing)) / away;
      return Math.max(0, cosine) * reach * reach / (reach * reach + away * away);
    }

    @Override
    public void draw(List<Scene.Shape> into) {
      into.add(new Scene.Box(0, 0, 1, 1, Style.FLOOR));
      into.add(new Scene.Circle(lampX, lampY, size, Style.REWARD));
      into.add(new Scene.Circle(x, y, 0.035, Style.AGENT));
      for (int side = -1; side <= 1; side += 2) {
        double eye = heading + 0.6 * side;
        double eyeX = x + 0.035 * StrictMath.cos(eye);
        double eyeY = y + 0.035 * StrictMath.sin(eye);
        into.add(new Scene.Circle(eyeX, eyeY, 0.012, Style.CUE));
      }
    }
  }
}
