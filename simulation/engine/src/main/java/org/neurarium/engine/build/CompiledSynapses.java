package org.neurarium.engine.build;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.engine.compile.Compiled;
import org.neurarium.engine.compile.ProgramCompiler;
import org.neurarium.engine.compile.SynapseCompiler;
import org.neurarium.engine.compile.SynapsePlan;
import org.neurarium.engine.network.RunningModulator;
import org.neurarium.engine.network.SynapseCode;

/// Compiles the synapse models and neuromodulators of a catalogue.
final class CompiledSynapses {

  private final ModelCatalogue models;
  private final ProgramCompiler compiler = new ProgramCompiler();

  /// @param models in force for the circuit
  CompiledSynapses(ModelCatalogue models) {
    this.models = models;
  }

  /// What a projection's synapses run; empty where nothing about them changes.
  ///
  /// @param target model of the target population
  /// @param problems receives what is wrong with the model
  Optional<SynapseCode> of(Projection projection, NeuronModel target, List<Problem> problems) {
    Optional<SynapseModel> model =
        models.synapse(projection.synapse().model()).filter(m -> !m.isStatic());
    if (model.isEmpty()) return Optional.empty();
    Compiled<SynapsePlan> plan =
        SynapseCompiler.compile(
            model.get(),
            target,
            projection.receptor(),
            SynapseParameters.of(projection.synapse(), model.get()));
    for (Problem p : plan.problems()) problems.add(p.at(Place.in(projection.id(), "synapse")));
    return plan.value().map(p -> code(p, model.get().id()));
  }

  private SynapseCode code(SynapsePlan plan, String name) {
    return SynapseCode.of(plan, p -> compiler.step(p, name, ProgramCompiler.Form.PLAIN));
  }

  /// A neuromodulator at its start, a new one at each call; empty where no model has a concentration of that name.
  ///
  /// @param symbol of its concentration, in brackets
  /// @param problems receives what is wrong with the model
  Optional<RunningModulator> modulator(String symbol, double dt, List<Problem> problems) {
    Optional<ModulatorModel> model =
        models
            .all(ModulatorModel.class)
            .filter(m -> m.states().getFirst().id().equals(symbol))
            .findFirst();
    if (model.isEmpty()) return Optional.empty();
    double[] defaults =
        model.get().parameters().stream()
            .map(Parameter::standard)
            .mapToDouble(q -> q.engineValue())
            .toArray();
    double[] parameters = Arrays.copyOf(defaults, defaults.length + 1);
    Compiled<SynapsePlan> plan = SynapseCompiler.compile(model.get());
    problems.addAll(plan.problems());
    return plan.value()
        .map(p -> new RunningModulator(model.get(), code(p, model.get().id()), parameters, dt));
  }
}
