package org.neurarium.app.inspector;

import java.util.List;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;

/// Brings data files into the project; asks the person for the file.
public interface Imports {

  /// Takes a CSV list of connections as the wiring of a projection.
  void connections(Projection projection);

  /// Takes a CSV list of spikes as what stimuli play.
  void spikes(List<Stimulus> stimuli);
}
