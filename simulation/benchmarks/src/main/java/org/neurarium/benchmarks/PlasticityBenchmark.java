package org.neurarium.benchmarks;

import java.util.concurrent.TimeUnit;
import org.neurarium.engine.Simulation;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Synapses that learn: ns per synapse and spike on either side. 1,000 inputs at 50 Hz onto 1,000 neurons that a current makes fire at about 50 Hz, all to all.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PlasticityBenchmark {

  private static final int STEPS = 100;

  /// 2,000 sides · 50 Hz · 0.1 ms · 1,000 synapses, and so many steps.
  private static final int VISITS = 10_000 * STEPS;

  @Param({"static", "stdp_pair", "stdp_triplet"})
  public String synapse = "";

  private Simulation simulation;

  @Setup
  public void build() {
    String rule = synapse.equals("static") ? "" : ", \"synapse\": \"" + synapse + "\"";
    simulation =
        SmallNetwork.driven(
            1000,
            "50 Hz",
            1000,
            ", \"parameters\": {\"I_e\": \"440 pA\"}",
            "{\"uniform\": {\"low\": \"0 pA\", \"high\": \"0.001 pA\"}}",
            "\"1 ms\"",
            rule);
  }

  @TearDown
  public void close() {
    simulation.close();
  }

  @Benchmark
  @OperationsPerInvocation(VISITS)
  public void learn() {
    simulation.advance(STEPS);
  }
}
