package org.neurarium.benchmarks;

import java.util.concurrent.TimeUnit;
import org.neurarium.circuits.language.ModelReader;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.KernelTrial;
import org.neurarium.engine.compile.ProgramCompiler.Form;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The search for neurons that fire: ns per neuron of the simplest model, without a spike condition, with one that nobody meets, and with one that everybody meets.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
public class ThresholdBenchmark {

  private static final int NEURONS = 4096;

  private static final String MODEL =
      """
      neuron leaky "Decays to rest"
        state v = -70 mV "membrane potential"
        dv/dt = (-70 mV - v)/(10 ms) : mV
      """;

  /// Who meets the condition.
  public enum Who {
    /// There is none.
    NO_CONDITION,
    /// Nobody.
    NOBODY,
    /// All neurons.
    EVERYBODY
  }

  @Param public Who who = Who.NO_CONDITION;

  @Param({"PLAIN", "VECTOR"})
  public Form form = Form.PLAIN;

  private KernelTrial trial;

  @Setup
  public void compile() {
    String condition =
        switch (who) {
          case NO_CONDITION -> "";
          case NOBODY -> "  spike when v >= 0 mV\n";
          case EVERYBODY -> "  spike when v >= -80 mV\n";
        };
    NeuronModel model =
        (NeuronModel) ModelReader.read("leaky.model", MODEL + condition).model().orElseThrow();
    trial = KernelTrial.of(model, form, NEURONS, 0.1).orElseThrow();
  }

  @Benchmark
  @OperationsPerInvocation(NEURONS)
  public int step() {
    return trial.step();
  }
}
