package org.neurarium.benchmarks;

import java.util.concurrent.TimeUnit;
import org.neurarium.engine.compile.KernelTrial;
import org.neurarium.engine.compile.ProgramCompiler.Form;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A step of a model of the library, spike condition included, as it is compiled from its text.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:LoopUnrollLimit=300", "--add-modules=jdk.incubator.vector"})
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 1)
public class GeneratedBenchmark {

  static final int NEURONS = 4096;

  @Param({"lif_exp_psc", "izhikevich", "adex", "hodgkin_huxley"})
  public String model = "";

  @Param({"PLAIN", "VECTOR"})
  public Form form = Form.PLAIN;

  private KernelTrial trial;

  @Setup
  public void compile() {
    trial = KernelTrial.of(Library.model(model), form, NEURONS, 0.1).orElseThrow();
  }

  @Setup(Level.Iteration)
  public void restart() {
    trial.restart();
  }

  @Benchmark
  @OperationsPerInvocation(NEURONS)
  public int step() {
    return trial.step();
  }
}
