package org.neurarium.engine;

import java.util.Map;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.World;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKind.Gives;
import org.neurarium.circuits.world.WorldKind.Wants;

/// Circuits around a world of any kind: everything that it shows is seen, and everything that it takes is done.
final class WorldCircuits {

  static final ElementId WORLD = new ElementId("world");
  private static final int SOURCES = 24;
  private static final int NEURONS = 20;

  private WorldCircuits() {}

  static Sketch of(WorldKind kind, long seed, Map<String, Quantity> settings) {
    World world = new World(WORLD, "World", new Point(0, 0), kind.id(), settings, "");
    Sketch sketch = new Sketch().seed(seed).add(world);
    sketch.stimulus("noise", 1, new Signal.PoissonBackground(Sketch.quantity("6 kHz")));
    for (WorldKind.Shown port : kind.shown()) {
      Signal.Coding coding =
          switch (port.gives()) {
            case Gives.Category _ -> Signal.Coding.ONE_HOT;
            case Gives.Place _ -> Signal.Coding.PLACE;
            case Gives.Amount _, Gives.Event _ -> Signal.Coding.AMOUNT;
          };
      sketch.stimulus(
          "see-" + port.id(),
          SOURCES,
          new Signal.Observation(
              WORLD, port.id(), coding, Sketch.quantity("200 Hz"), Sketch.quantity("5 Hz"), 0.15));
    }
    for (WorldKind.Taken port : kind.taken())
      switch (port.wants()) {
        case Wants.Options(var count) -> {
          if (seed % 2 == 0) actor(sketch, kind, port.id(), Link.Readout.WINNER, 0);
          else
            for (int o = 0; o < kind.number(count, world); o++)
              actor(sketch, kind, port.id(), Link.Readout.SPIKE_COUNT, o);
        }
        case Wants.Direction _ -> actor(sketch, kind, port.id(), Link.Readout.POPULATION_VECTOR, 0);
        case Wants.Amount _ -> actor(sketch, kind, port.id(), Link.Readout.SPIKE_COUNT, 0);
      }
    return sketch;
  }

  private static void actor(
      Sketch sketch, WorldKind kind, String port, Link.Readout readout, int option) {
    String name = "do-" + port + "-" + option;
    sketch.population(name, NEURONS, "lif_exp_psc");
    sketch.connect(
        "noise", name, "ex", new Wiring.AllToAll(), Sketch.value("45 pA"), Sketch.value("1 ms"));
    for (WorldKind.Shown shown : kind.shown())
      sketch.connect(
          "see-" + shown.id(),
          name,
          "ex",
          new Wiring.PairwiseBernoulli(0.3),
          Sketch.value("60 pA"),
          Sketch.value("1.5 ms"));
    sketch.add(
        new Link(
            new ElementId("act-" + port + "-" + option),
            "act",
            new ElementId(name),
            WORLD,
            new Link.Act(port, readout, option)));
  }
}
