package org.neurarium.circuits.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;

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

  /// Removes elements with everything that makes no sense without them: lines that start or end there, stimuli that show a world, probes left
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
        case Link l -> gone.contains(l.from()) || gone.contains(l.to());
        case Stimulus s -> s.signal() instanceof Signal.Observation o && gone.contains(o.world());
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

  /// Adds a model of the circuit's own, whose id must be new.
  record AddModel(String label, OwnModel model) implements Edit {
    @Override
    public Circuit apply(Circuit circuit) {
      List<OwnModel> all = new ArrayList<>(circuit.models());
      all.add(model);
      return circuit.withModels(all);
    }
  }

  /// Gives one of the circuit's own models another text; without such a model nothing happens.
  record ChangeModel(String label, String id, String text) implements Edit {
    @Override
    public Circuit apply(Circuit circuit) {
      return circuit.withModels(
          circuit.models().stream().map(m -> m.id().equals(id) ? m.withText(text) : m).toList());
    }
  }

  /// Gives one of the circuit's own models another id, in its text and wherever the circuit names it.
  ///
  /// @param to an id that none of the circuit's models has
  record RenameModel(String label, String from, String to) implements Edit {
    @Override
    public Circuit apply(Circuit circuit) {
      Optional<OwnModel> model = circuit.model(from);
      if (model.isEmpty()) return circuit;
      String kind = model.get().kind().orElse("");
      return circuit
          .withModels(
              circuit.models().stream().map(m -> m.id().equals(from) ? m.renamed(to) : m).toList())
          .of(circuit.elements().stream().map(e -> following(e, kind)).toList());
    }

    /// An element with the new name. A model of another kind that had the old one too is left alone.
    private Element following(Element e, String kind) {
      return switch (e) {
        case Population p when p.model().equals(from) && !kind.equals("synapse") -> p.ofModel(to);
        case Projection p when p.synapse().model().equals(from) && !kind.equals("neuron") ->
            p.withSynapse(p.synapse().withModel(to));
        case ModulatorSource m when m.model().equals(from) && kind.equals("modulator") ->
            m.ofModel(to);
        default -> e;
      };
    }
  }

  /// Removes one of the circuit's own models. What names it stays, and may find a model of that name elsewhere.
  record RemoveModel(String label, String id) implements Edit {
    @Override
    public Circuit apply(Circuit circuit) {
      return circuit.withModels(circuit.models().stream().filter(m -> !m.id().equals(id)).toList());
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
