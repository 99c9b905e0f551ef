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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From a model's text to code that has done its first step.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 1)
public class CompileBenchmark {

  @Param({"lif_exp_psc", "izhikevich", "adex", "hodgkin_huxley"})
  public String model = "";

  @Benchmark
  public int compile() {
    NeuronModel read =
        (NeuronModel) ModelReader.read(model, Library.text(model)).model().orElseThrow();
    return KernelTrial.of(read, Form.PLAIN, GeneratedBenchmark.NEURONS, 0.1).orElseThrow().step();
  }
}
