package org.neurarium.circuits.model;

import java.util.List;
import java.util.Optional;

/// What a model file of any kind says about itself.
public sealed interface Model
    permits NeuronModel, SynapseModel, ChannelModel, ModulatorModel, CellModel {

  /// The kinds of file.
  enum Kind {
    NEURON("neuron", "A neuron", NeuronModel.class),
    SYNAPSE("synapse", "A synapse", SynapseModel.class),
    CHANNEL("channel", "A channel", ChannelModel.class),
    MODULATOR("modulator", "A modulator", ModulatorModel.class),
    CELL("cell", "A cell", CellModel.class);

    private final String word;
    private final String subject;
    private final Class<? extends Model> type;

    Kind(String word, String subject, Class<? extends Model> type) {
      this.word = word;
      this.subject = subject;
      this.type = type;
    }

    /// The word that a file of this kind begins with.
    public String word() {
      return word;
    }

    /// As a sentence begins.
    public String subject() {
      return subject;
    }

    /// Whether populations can be of such models.
    public boolean isNeuron() {
      return this == NEURON || this == CELL;
    }

    /// What a file of this kind is read as.
    public Class<? extends Model> type() {
      return type;
    }
  }

  default Kind kind() {
    return switch (this) {
      case NeuronModel _ -> Kind.NEURON;
      case SynapseModel _ -> Kind.SYNAPSE;
      case ChannelModel _ -> Kind.CHANNEL;
      case ModulatorModel _ -> Kind.MODULATOR;
      case CellModel _ -> Kind.CELL;
    };
  }

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
