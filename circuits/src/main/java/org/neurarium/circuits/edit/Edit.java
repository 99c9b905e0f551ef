package org.neurarium.circuits.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RunSettings;

/// A change to a circuit.
public sealed interface Edit {

  /// The circuit after this change. The given circuit stays as it was.
  Circuit apply(Circuit circuit);

  /// What is done, for the undo list and button: "Move Cortex E".
  String label();

  /// Adds elements, whose ids must be new.
  record Add(String label, List<Element> added) implements Edit {
    public Add {
      added = List.copyOf(added);
    }

    @Override
    public Circuit apply(Circuit circuit) {
      List<Element> all = new ArrayList<>(circuit.elements());
      all.addAll(added);
      return circuit.of(all);
    }
  }

  /// Removes elements with everything that makes no sense without them: projections that start or end there, probes left
  /// without a target, and their places in groups (a group left empty goes too).
  record Remove(String label, Set<ElementId> removed) implements Edit {
    public Remove {
      removed = Set.copyOf(removed);
    }

    @Override
    public Circuit apply(Circuit circuit) {
      Set<ElementId> gone = new HashSet<>(removed);
      List<Element> kept = circuit.elements();
      int goneBefore;
      do { // what goes may take along what was kept so far
        goneBefore = gone.size();
        List<Element> next = new ArrayList<>(kept.size());
        for (Element e : kept) {
          if (gone.contains(e.id())) continue;
          Element trimmed = trimmed(e, gone);
          if (makesNoSense(e, trimmed, gone)) gone.add(e.id());
          else next.add(trimmed);
        }
        kept = next;
      } while (gone.size() > goneBefore);
      return circuit.of(kept);
    }

    private static Element trimmed(Element e, Set<ElementId> gone) {
      return switch (e) {
        case Probe p -> p.aimedAt(without(p.targets(), gone));
        case Group g -> g.with(without(g.members(), gone));
        default -> e;
      };
    }

    private static boolean makesNoSense(Element before, Element after, Set<ElementId> gone) {
      return switch (before) {
        case Projection p -> gone.contains(p.from()) || gone.contains(p.to());
        case Probe p -> !p.targets().isEmpty() && ((Probe) after).targets().isEmpty();
        case Group g -> !g.members().isEmpty() && ((Group) after).members().isEmpty();
        default -> false;
      };
    }

    private static List<ElementId> without(List<ElementId> ids, Set<ElementId> gone) {
      return ids.stream().filter(id -> !gone.contains(id)).toList();
    }
  }

  /// Puts new versions of existing elements in the places of the old ones, by id; ids that do not exist are left out.
  record Replace(String label, List<Element> changed) implements Edit {
    public Replace {
      changed = List.copyOf(changed);
    }

    @Override
    public Circuit apply(Circuit circuit) {
      Map<ElementId, Element> byId = new LinkedHashMap<>();
      for (Element e : changed) byId.put(e.id(), e);
      return circuit.of(
          circuit.elements().stream().map(e -> byId.getOrDefault(e.id(), e)).toList());
    }
  }

  /// Moves nodes to new places on the canvas.
  record Move(String label, Map<ElementId, Point> positions) implements Edit {
    public Move {
      positions = Map.copyOf(positions);
    }

    @Override
    public Circuit apply(Circuit circuit) {
      return circuit.of(
          circuit.elements().stream()
              .map(e -> {
                Point to = positions.get(e.id());
                return e instanceof Node n && to != null ? n.at(to) : e;
              })
              .toList());
    }
  }

  /// Sets how the circuit is run.
  record SetRun(String label, RunSettings run) implements Edit {
    @Override
    public Circuit apply(Circuit circuit) {
      return circuit.running(run);
    }
  }

  /// Sets title and description.
  record SetTitle(String label, String title, String description) implements Edit {
    @Override
    public Circuit apply(Circuit circuit) {
      return circuit.titled(title, description);
    }
  }

  /// Several changes under one name, one after the other.
  record Together(String label, List<Edit> edits) implements Edit {
    public Together {
      edits = List.copyOf(edits);
    }

    @Override
    public Circuit apply(Circuit circuit) {
      Circuit result = circuit;
      for (Edit edit : edits) result = edit.apply(result);
      return result;
    }
  }
}
