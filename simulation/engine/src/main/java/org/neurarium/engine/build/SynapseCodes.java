package org.neurarium.engine.build;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.network.RunningModulator;
import org.neurarium.engine.network.SynapseCode;

/// Finds what the synapses of a projection run, and the neuromodulators that they read.
public interface SynapseCodes {

  /// No synapse changes.
  SynapseCodes NONE =
      new SynapseCodes() {
        @Override
        public Optional<SynapseCode> of(
            Projection projection, NeuronModel target, List<Problem> problems) {
          return Optional.empty();
        }

        @Override
        public Optional<RunningModulator> modulator(
            String symbol, double dt, List<Problem> problems) {
          return Optional.empty();
        }
      };

  /// What a projection's synapses run.
  ///
  /// @param target model of the target population
  /// @param problems receives what is wrong with the model
  /// @return empty where nothing about them changes
  Optional<SynapseCode> of(Projection projection, NeuronModel target, List<Problem> problems);

  /// A neuromodulator at its start; a new one at each call.
  ///
  /// @param symbol of its concentration, in brackets
  /// @param problems receives what is wrong with the model
  /// @return empty where no model has a concentration of that name
  Optional<RunningModulator> modulator(String symbol, double dt, List<Problem> problems);
}
