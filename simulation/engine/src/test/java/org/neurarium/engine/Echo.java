package org.neurarium.engine;

import java.util.List;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldText;
import org.neurarium.engine.observe.Scene;
import org.neurarium.engine.world.Turn;
import org.neurarium.engine.world.WorldClass;
import org.neurarium.engine.world.WorldLogic;
import org.neurarium.engine.world.WorldSetup;

/// A world that is no part of Neurarium: it shows what is done to it, and gives a reward for every tenth spike of each neuron.
public final class Echo implements WorldClass {

  private static final WorldKind KIND =
      WorldText.read(
          """
          world echo "Echo"
            summary "Shows what is done to it."
            setting gain = 1 in 0 .. 10 not negative "how much of it"
            shows  heard  amount "what was done"
            shows  reward event  "enough was done"
            takes  said   amount "what is done"
          """);

  @Override
  public WorldKind kind() {
    return KIND;
  }

  @Override
  public WorldLogic begin(WorldSetup setup) {
    return new Play();
  }

  private static final class Play implements WorldLogic {
    private double sum;

    @Override
    public void tick(Turn turn) {
      double said = turn.setting("gain") * turn.amount("said");
      sum += said;
      turn.show("heard", said);
      if (sum < 10) return;
      sum -= 10;
      turn.give("reward", 1);
      turn.endTrial(0, true, 1);
    }

    @Override
    public WorldLogic copy() {
      Play copy = new Play();
      copy.sum = sum;
      return copy;
    }

    @Override
    public void draw(List<Scene.Shape> into) {
      into.add(new Scene.Circle(0.5, 0.5, Math.min(0.5, 0.05 * sum), Scene.Style.AGENT));
    }
  }
}
