package org.neurarium.engine.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.cable.CableKernel;
import org.neurarium.engine.compile.Compiled;
import org.neurarium.engine.compile.Influences;
import org.neurarium.engine.compile.KernelForms;
import org.neurarium.engine.compile.NeuronCompiler;
import org.neurarium.engine.compile.NeuronPrograms;

/// Makes kernels from neuron models and keeps them: the same text gives the same kernel, warm as it is. Passed to whoever builds networks; may be used by several threads.
public final class Kernels implements AutoCloseable {

  private static final int MOST = 100;

  private final Translation translation;
  private final Map<Key, Compiled<NeuronKernel>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Compiled<NeuronKernel>> eldest) {
          return size() > MOST;
        }
      };

  private record Key(NeuronModel model, Set<String> varied, Influences influences) {}

  /// @param translation from a program to something that runs
  public Kernels(Translation translation) {
    this.translation = translation;
  }

  /// Kernels in machine code: plain at first, in vectors when a thread in the background has found that to be faster.
  public static Kernels compiled() {
    return new Kernels(Translation.compiled(new KernelForms(true)));
  }

  /// The kernel of a model, or why there is none.
  ///
  /// @param parameters values in the model's order, each for all neurons or one for each
  public Compiled<NeuronKernel> kernel(NeuronModel model, double[][] parameters) {
    return kernel(model, parameters, Influences.NONE);
  }

  /// The kernel of a model whose parameters neuromodulators change, or why there is none.
  ///
  /// @param parameters values in the model's order, each for all neurons or one for each
  /// @param influences what is changed
  public synchronized Compiled<NeuronKernel> kernel(
      NeuronModel model, double[][] parameters, Influences influences) {
    Set<String> varied = new TreeSet<>();
    for (int p = 0; p < parameters.length; p++)
      if (parameters[p].length != 1) varied.add(model.parameters().get(p).id());
    return known.computeIfAbsent(new Key(model, varied, influences), Kernels.this::make);
  }

  private Compiled<NeuronKernel> make(Key key) {
    if (key.model().cell().isPresent()) return makeCable(key);
    Compiled<NeuronPrograms> programs =
        NeuronCompiler.compile(key.model(), key.varied(), key.influences());
    return new Compiled<>(
        programs.value().map(p -> new NeuronKernel(p, Forms.of(p, translation), Optional.empty())),
        programs.problems());
  }

  private Compiled<NeuronKernel> makeCable(Key key) {
    Compiled<NeuronPrograms> frame =
        NeuronCompiler.compileFrame(key.model(), key.varied(), key.influences());
    if (frame.value().isEmpty()) return Compiled.failed(frame.problems());
    NeuronPrograms programs = frame.value().get();
    Compiled<CableKernel> cable =
        CableKernel.of(
            key.model(), programs.layout(), key.varied(), key.influences(), translation::step);
    return new Compiled<>(
        cable
            .value()
            .map(c -> new NeuronKernel(programs, Forms.of(programs, translation), Optional.of(c))),
        cable.problems());
  }

  /// Ends what goes on in the background. Kernels go on working. Idempotent.
  @Override
  public void close() {
    translation.close();
  }
}
