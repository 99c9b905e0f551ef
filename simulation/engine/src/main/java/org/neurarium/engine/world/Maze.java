package org.neurarium.engine.world;

import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.world.Layout;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.observe.Scene;

/// A maze on a grid, one cell with each move. A trial counts as better where the reward was reached; its effort is the number of moves over the fewest.
public final class Maze implements WorldClass {

  private static final WorldKind KIND = WorldKinds.builtIn("maze");

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
    private final Layout map;
    private final Draws lots;
    private final int start;
    private final int fewest;
    private final double[] spikes = new double[4];
    private int cell;
    private int moves;
    private long asked;
    private double left;
    private boolean resting = true;
    private boolean reached;

    Play(WorldSetup setup) {
      this.setup = setup;
      map = setup.layout();
      lots = setup.draws("lots");
      start = map.starts().getFirst();
      fewest = Math.max(1, map.moves(map.goals())[start]);
      cell = start;
    }

    @Override
    public WorldLogic copy() {
      Play copy = new Play(setup);
      System.arraycopy(spikes, 0, copy.spikes, 0, 4);
      copy.cell = cell;
      copy.moves = moves;
      copy.asked = asked;
      copy.left = left;
      copy.resting = resting;
      copy.reached = reached;
      return copy;
    }

    @Override
    public void tick(Turn turn) {
      if (turn.number() == 0) {
        left = turn.setting("pause");
        return;
      }
      left -= turn.tick();
      if (!resting) for (int d = 0; d < 4; d++) spikes[d] += turn.option("move", d);
      if (left > 1e-9) return;
      if (resting) {
        resting = false;
        reached = false;
        cell = start;
        moves = 0;
      } else move(turn);
      if (!resting) {
        left = turn.setting("move");
        Arrays.fill(spikes, 0);
        Places.show(turn, map, cell);
      }
    }

    private void move(Turn turn) {
      int direction = Choice.most(spikes, lots, asked++);
      moves++;
      if (direction >= 0) {
        int next = map.beside(cell, direction);
        if (next == cell) turn.give("bump", 1);
        cell = next;
        turn.show("facing", direction);
      }
      reached = map.goals().contains(cell);
      boolean ends = map.blanks().contains(cell) || moves >= turn.setting("limit");
      if (!reached && !ends) return;
      boolean rewarded = reached && turn.give("reward", 1) > 0;
      if (!rewarded) turn.give("miss", 1);
      turn.endTrial(
          reached ? map.goals().indexOf(cell) : -1,
          reached,
          reached ? (double) moves / fewest : (double) Math.max(moves, fewest) / fewest);
      turn.hide("place");
      turn.hide("facing");
      resting = true;
      left = turn.setting("pause");
    }

    @Override
    public void draw(List<Scene.Shape> into) {
      Places.draw(into, map, cell, map.goals());
    }
  }
}
