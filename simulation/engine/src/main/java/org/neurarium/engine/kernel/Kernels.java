package org.neurarium.engine.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The kernels at hand, by model id. Immutable; passed to whoever builds networks.
///
/// @param byModel one kernel for each model id
public record Kernels(Map<String, NeuronKernel> byModel) {

  public Kernels {
    byModel = Map.copyOf(byModel);
  }

  /// The kernels of the models that come with Neurarium.
  public static Kernels builtIn() {
    return new Kernels(
        Map.of(
            "lif_delta", new LifDeltaKernel(),
            "lif_exp_psc", new LifExpPscKernel(),
            "lif_alpha_psc", new LifAlphaPscKernel(),
            "lif_cond_exp", new LifCondExpKernel()));
  }

  /// The kernel of a model, if there is one.
  public Optional<NeuronKernel> find(String model) {
    return Optional.ofNullable(byModel.get(model));
  }

  /// Ids of the models that can run.
  public Set<String> models() {
    return byModel.keySet();
  }
}
