package org.neurarium.app.inspector;

import java.util.List;
import org.neurarium.circuits.file.ProjectFolder.Neighbour;

/// The circuits that lie beside the open one in its project.
public interface ProjectCircuits {

  /// Those that are not open; empty for a project with one circuit.
  List<Neighbour> others();

  /// Opens one of them, after asking about unsaved work.
  void open(Neighbour neighbour);
}
