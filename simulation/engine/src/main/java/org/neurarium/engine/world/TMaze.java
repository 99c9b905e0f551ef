package org.neurarium.engine.world;

import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.world.Layout;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.observe.Scene;
import org.neurarium.engine.observe.Scene.Style;

/// A stem, a junction, two arms. Along stem and arms one is carried; at the junction the circuit decides. The junction is where the ways to the two ends part; left and
/// right are as drawn.
public final class TMaze implements WorldClass {

  private static final WorldKind KIND = WorldKinds.builtIn("t_maze");
  private static final int LAMP = 1;
  private static final int ALTERNATING = 2;

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
    STEM,
    JUNCTION,
    ARM
  }

  private static final class Play implements WorldLogic {
    private final WorldSetup setup;
    private final Layout map;
    private final Draws lots;
    private final int[] ends = new int[2]; // left, right
    private final int[][] away = new int[2][]; // moves from each cell to each end
    private final double[] spikes = new double[2];
    private final int stem; // moves from the start to the junction
    private Phase phase = Phase.PAUSE;
    private int cell;
    private int trial;
    private int side = -1;
    private int rewarded;
    private double left;

    Play(WorldSetup setup) {
      this.setup = setup;
      map = setup.layout();
      lots = setup.draws("lots");
      int goal = map.goals().getFirst();
      int other = map.blanks().isEmpty() ? map.goals().getLast() : map.blanks().getFirst();
      boolean goalLeft = goal % map.width() <= other % map.width();
      ends[0] = goalLeft ? goal : other;
      ends[1] = goalLeft ? other : goal;
      for (int s = 0; s < 2; s++) away[s] = map.moves(List.of(ends[s]));
      cell = map.starts().getFirst();
      stem = stem(cell);
    }

    /// How long one goes nearer to both ends at once.
    private int stem(int from) {
      int at = from;
      int moves = 0;
      while (true) {
        int next = -1;
        for (int d = 0; d < 4; d++) {
          int beside = map.beside(at, d);
          if (away[0][beside] < away[0][at] && away[1][beside] < away[1][at]) next = beside;
        }
        if (next < 0) return moves;
        at = next;
        moves++;
      }
    }

    @Override
    public WorldLogic copy() {
      Play copy = new Play(setup);
      System.arraycopy(spikes, 0, copy.spikes, 0, 2);
      copy.phase = phase;
      copy.cell = cell;
      copy.trial = trial;
      copy.side = side;
      copy.rewarded = rewarded;
      copy.left = left;
      return copy;
    }

    @Override
    public void tick(Turn turn) {
      if (turn.number() == 0) {
        left = turn.setting("pause");
        return;
      }
      left -= turn.tick();
      if (phase == Phase.JUNCTION) for (int s = 0; s < 2; s++) spikes[s] += turn.option("turn", s);
      if (left > 1e-9) return;
      left = turn.setting("move");
      switch (phase) {
        case PAUSE -> begin(turn);
        case STEM -> up(turn);
        case JUNCTION -> decide(turn);
        case ARM -> along(turn);
      }
    }

    private void begin(Turn turn) {
      trial++;
      int last = rewarded;
      rewarded =
          switch ((int) turn.setting("rule")) {
            case LAMP -> lots.below(2, trial, 1);
            case ALTERNATING -> trial == 1 ? setup.turned(2) : 1 - last;
            default -> setup.turned(2);
          };
      cell = map.starts().getFirst();
      side = -1;
      Places.show(turn, map, cell);
      if ((int) turn.setting("rule") == LAMP && turn.setting("lamp") > 0)
        turn.show("lamp", rewarded);
      phase = Phase.STEM;
      if (stem == 0) arrive(turn);
    }

    private void up(Turn turn) {
      for (int d = 0; d < 4; d++) {
        int beside = map.beside(cell, d);
        if (away[0][beside] < away[0][cell] && away[1][beside] < away[1][cell]) {
          cell = beside;
          break;
        }
      }
      Places.show(turn, map, cell);
      int start = map.starts().getFirst();
      int done = away[0][start] - away[0][cell];
      if (done >= turn.setting("lamp") * stem) turn.hide("lamp");
      if (done >= stem) arrive(turn);
    }

    private void arrive(Turn turn) {
      phase = Phase.JUNCTION;
      left = turn.setting("decide");
      Arrays.fill(spikes, 0);
      turn.show("junction", 0);
    }

    private void decide(Turn turn) {
      turn.hide("junction");
      turn.hide("lamp");
      side = Choice.most(spikes, lots, trial);
      phase = Phase.ARM;
      if (side < 0) end(turn, false);
    }

    private void along(Turn turn) {
      int next = cell;
      for (int d = 0; d < 4; d++)
        if (away[side][map.beside(cell, d)] < away[side][cell]) next = map.beside(cell, d);
      cell = next;
      Places.show(turn, map, cell);
      if (cell == ends[side]) end(turn, side == rewarded);
    }

    private void end(Turn turn, boolean right) {
      boolean given = right && turn.give("reward", 1) > 0;
      if (!given) turn.give("miss", 1);
      turn.endTrial(side, right, Double.NaN);
      turn.hide("place");
      phase = Phase.PAUSE;
      left = turn.setting("pause");
    }

    @Override
    public void draw(List<Scene.Shape> into) {
      Places.draw(into, map, cell, trial == 0 ? List.of() : List.of(ends[rewarded]));
      if (phase == Phase.JUNCTION) into.add(new Scene.Circle(0.5, 0.05, 0.03, Style.CUE));
    }
  }
}
