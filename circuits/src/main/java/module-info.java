/// What a neural circuit is: its document, the edits people make to it, the language its models are written in,
/// and the files it is kept in. Knows nothing of running or drawing.
module org.neurarium.circuits {
  exports org.neurarium.circuits;
  exports org.neurarium.circuits.cell;
  exports org.neurarium.circuits.check;
  exports org.neurarium.circuits.edit;
  exports org.neurarium.circuits.file;
  exports org.neurarium.circuits.formula;
  exports org.neurarium.circuits.language;
  exports org.neurarium.circuits.media;
  exports org.neurarium.circuits.model;
  exports org.neurarium.circuits.sense;
  exports org.neurarium.circuits.text;
  exports org.neurarium.circuits.units;
  exports org.neurarium.circuits.validation;
  exports org.neurarium.circuits.world;

  requires static transitive org.jspecify;
  requires tools.jackson.core;

  uses org.neurarium.circuits.world.WorldDescriptor;
}
