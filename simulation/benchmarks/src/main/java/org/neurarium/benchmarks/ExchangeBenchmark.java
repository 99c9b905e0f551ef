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

/// What a step costs in which nothing happens: 100 neurons that nobody drives. With one thread the bookkeeping, with two also the barrier, which stands after each step
/// where the shortest delay is 0.1 ms and after every sixteenth where it is 1.6 ms.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExchangeBenchmark {

  private static final int STEPS = 1000;

  @Param({"1", "2"})
  public int threads = 1;

  @Param({"0.1 ms", "1.6 ms"})
  public String delay = "";

  private Simulation simulation;

  @Setup
  public void build() {
    simulation = SmallNetwork.silent(100, delay, threads);
  }

  @TearDown
  public void close() {
    simulation.close();
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void step() {
    simulation.advance(STEPS);
  }
}
