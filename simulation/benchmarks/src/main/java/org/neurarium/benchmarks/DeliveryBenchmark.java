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

/// Delivery through static synapses: ns per synapse that a spike passes. 1,000 inputs at 200 Hz onto 4,000 neurons, all to all: 80,000 synapses a step; the neurons'
/// own step adds about 0.05 ns to each.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DeliveryBenchmark {

  private static final int STEPS = 100;

  /// 1,000 inputs · 200 Hz · 0.1 ms · 4,000 targets, and so many steps.
  private static final int SYNAPSES = 80_000 * STEPS;

  /// What each synapse has of its own.
  public enum Own {
    /// Nothing: all have the same weight and delay.
    NOTHING,
    /// A weight.
    WEIGHT,
    /// A weight and a delay.
    WEIGHT_AND_DELAY
  }

  @Param public Own own = Own.NOTHING;

  private Simulation simulation;

  @Setup
  public void build() {
    String weight =
        own == Own.NOTHING
            ? "\"0.001 pA\""
            : "{\"normal\": {\"mean\": \"0.001 pA\", \"sd\": \"0.0001 pA\"}}";
    String delay =
        own == Own.WEIGHT_AND_DELAY
            ? "{\"normal\": {\"mean\": \"1.5 ms\", \"sd\": \"0.75 ms\", \"min\": \"0.1 ms\"}}"
            : "\"1.5 ms\"";
    simulation = SmallNetwork.driven(1000, "200 Hz", 4000, "", weight, delay, "");
  }

  @TearDown
  public void close() {
    simulation.close();
  }

  @Benchmark
  @OperationsPerInvocation(SYNAPSES)
  public void deliver() {
    simulation.advance(STEPS);
  }
}
