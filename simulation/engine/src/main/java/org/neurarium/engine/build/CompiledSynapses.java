package org.neurarium.engine.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.compile.Compiled;
import org.neurarium.engine.compile.Influences;
import org.neurarium.engine.compile.ProgramCompiler;
import org.neurarium.engine.compile.SynapseCompiler;
import org.neurarium.engine.compile.SynapsePlan;
import org.neurarium.engine.network.Field;
import org.neurarium.engine.network.RunningModulator;
import org.neurarium.engine.network.SynapseCode;

/// Compiles the synapse models and neuromodulators of a catalogue.
final class CompiledSynapses {

  private final ModelCatalogue models;
  private final ProgramCompiler compiler = new ProgramCompiler();
  private final Map<String, Compiled<SynapsePlan>> modulators = new HashMap<>();

  /// @param models in force for the circuit
  CompiledSynapses(ModelCatalogue models) {
    this.models = models;
  }

  /// What a projection's synapses run; empty where nothing about them changes.
  ///
  /// @param target model of the target population
  /// @param problems receives what is wrong with the model
  /// @param influences of neuromodulators
  Optional<SynapseCode> of(
      Projection projection, NeuronModel target, Influences influences, List<Problem> problems) {
    Optional<SynapseModel> model =
        models.synapse(projection.synapse().model()).filter(m -> !m.isStatic());
    if (model.isEmpty()) return Optional.empty();
    Compiled<SynapsePlan> plan =
        SynapseCompiler.compile(
            model.get(),
            target,
            projection.receptor(),
            SynapseParameters.of(projection.synapse(), model.get()),
            influences);
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
        models.all(ModulatorModel.class).filter(m -> m.symbol().equals(symbol)).findFirst();
    return model.flatMap(m -> modulator(symbol, m, Map.of(), Field.EVERYWHERE, dt, problems));
  }

  /// A neuromodulator at its start, a new one at each call.
  ///
  /// @param key by which it is found
  /// @param parameters that differ from the model's own
  Optional<RunningModulator> modulator(
      String key,
      ModulatorModel model,
      Map<String, Quantity> parameters,
      Field field,
      double dt,
      List<Problem> problems) {
    double[] values = ModulatorParameters.of(parameters, model);
    Compiled<SynapsePlan> plan =
        modulators.computeIfAbsent(model.id(), _ -> SynapseCompiler.compile(model));
    for (Problem p : plan.problems()) if (!problems.contains(p)) problems.add(p);
    return plan.value()
        .map(p -> new RunningModulator(key, model, code(p, model.id()), values, field, dt));
  }
}
