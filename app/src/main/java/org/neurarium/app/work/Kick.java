package org.neurarium.app.work;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Population;
import org.neurarium.engine.command.EngineCommand;

/// A push by hand: a short current into all neurons of some populations.
public final class Kick {

  /// Brings a neuron of the usual size (250 pF, 10 ms) from rest past its threshold.
  private static final double CURRENT_PA = 1000;

  private static final double DURATION_MS = 5;

  private Kick() {}

  /// Kicks the populations among these elements and those inside of groups among them.
  ///
  /// @return how many populations were kicked
  public static int give(Workspace workspace, Collection<ElementId> elements) {
    Set<ElementId> populations = new LinkedHashSet<>();
    collect(workspace.circuit(), elements, populations, new LinkedHashSet<>());
    for (ElementId id : populations)
      workspace.submit(new EngineCommand.Inject(id, CURRENT_PA, DURATION_MS));
    return populations.size();
  }

  /// @param seen groups that were looked into: a broken file may have a cycle
  private static void collect(
      Circuit circuit, Collection<ElementId> ids, Set<ElementId> into, Set<ElementId> seen) {
    for (ElementId id : ids) {
      if (circuit.find(id, Population.class).isPresent()) into.add(id);
      circuit
          .find(id, Group.class)
          .filter(_ -> seen.add(id))
          .ifPresent(group -> collect(circuit, group.members(), into, seen));
    }
  }
}
