/// What runs a circuit: the compiler from model equations to machine code, populations and synapses laid out for the
/// cache, the workers that step them, and the rings in which results come back. Knows nothing of JavaFX.
module org.neurarium.engine {
  exports org.neurarium.engine;
  exports org.neurarium.engine.check;
  exports org.neurarium.engine.command;
  exports org.neurarium.engine.compile;
  exports org.neurarium.engine.kernel;
  exports org.neurarium.engine.live;
  exports org.neurarium.engine.math;
  exports org.neurarium.engine.measure;
  exports org.neurarium.engine.observe;
  exports org.neurarium.engine.portrait;
  exports org.neurarium.engine.sense;
  exports org.neurarium.engine.world;

  requires static transitive org.jspecify;
  requires transitive org.neurarium.circuits;
  requires jdk.management;
  requires static jdk.incubator.vector;

  provides org.neurarium.circuits.world.WorldDescriptor with
      org.neurarium.engine.world.Bandit,
      org.neurarium.engine.world.Conditioning,
      org.neurarium.engine.world.Maze,
      org.neurarium.engine.world.Reaching,
      org.neurarium.engine.world.TMaze,
      org.neurarium.engine.world.Track,
      org.neurarium.engine.world.Vehicle;
}
