package org.neurarium.circuits.validation;

import java.util.List;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.ModelCatalogue;

/// Finds everything that makes no sense, or probably none, in a circuit.
///
/// May be called from any thread. Takes milliseconds for hundreds of elements; data files are looked for and not read.
public final class Validation {

  private Validation() {}

  /// All problems: the run's, then those of the circuit's own models with the places in their texts, then those of the elements in their order, errors and others mixed.
  ///
  /// @param models that any circuit can name; its own come on top
  /// @param files in which its data files are looked for; [DataFiles#NONE] for a circuit that has no folder yet
  public static List<Problem> problems(Circuit circuit, ModelCatalogue models, DataFiles files) {
    Examination in = new Examination(circuit, models, files);
    check(circuit, RunRules.ALL, in);
    in.models().problems().forEach(in::add);
    for (Element element : circuit.elements()) {
      check(element, NameRules.ALL, in);
      switch (element) {
        case Population p -> check(p, PopulationRules.ALL, in);
        case Stimulus s -> {
          check(s, StimulusRules.ALL, in);
          check(s, PortRules.STIMULI, in);
        }
        case Projection p -> {
          check(p, ProjectionRules.ALL, in);
          check(p, SynapseRules.ALL, in);
          check(p, WiringRules.ALL, in);
        }
        case World w -> check(w, WorldRules.ALL, in);
        case ModulatorSource m -> check(m, ModulatorRules.ALL, in);
        case Link l -> {
          check(l, LinkRules.ALL, in);
          check(l, PortRules.LINKS, in);
        }
        case Probe p -> check(p, ProbeRules.ALL, in);
        case Group g -> check(g, GroupRules.ALL, in);
        case Note _ -> {}
      }
    }
    return in.problems();
  }

  private static <E> void check(E subject, List<Rule<E>> rules, Examination in) {
    for (Rule<E> rule : rules) rule.check(subject, in);
  }
}
