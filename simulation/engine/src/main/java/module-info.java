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

  requires static transitive org.jspecify;
  requires transitive org.neurarium.circuits;
  requires jdk.management;
  requires static jdk.incubator.vector;
}
