package org.neurarium.circuits.model;

import java.util.List;
import java.util.Optional;

/// What a model file of any kind says about itself.
public sealed interface Model permits NeuronModel, SynapseModel, ChannelModel, ModulatorModel {

  /// Its name in files, such as `lif_exp_psc`.
  String id();

  /// Its name for people.
  String title();

  /// One or two sentences; may be empty.
  String summary();

  /// The papers it comes from, the first one first.
  List<Reference> references();

  /// In the order in which an inspector shows them.
  List<Parameter> parameters();

  /// Named values of parameters.
  List<Preset> presets();

  /// The model file.
  String text();

  /// The parameter with this id.
  default Optional<Parameter> parameter(String parameterId) {
    return parameters().stream().filter(p -> p.id().equals(parameterId)).findFirst();
  }
}
