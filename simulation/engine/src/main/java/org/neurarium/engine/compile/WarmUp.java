package org.neurarium.engine.compile;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.neurarium.engine.compile.KernelForms.Finding;
import org.neurarium.engine.compile.KernelForms.Outcome;

/// Runs the two forms of a program on scratch rows until both are at full speed, and decides for one.
///
/// The vector form is at full speed when it allocates nothing: in any earlier state its vectors are objects. The plain form is when it has not become
/// faster for a while.
final class WarmUp {

  /// How long one program may keep the background thread's processor busy.
  static final Duration WORK = Duration.ofSeconds(5);

  /// How long the whole may take, most of it waiting for HotSpot's own threads.
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /// So few that HotSpot compiles the method, not a loop of it that happens to be running, too.
  private static final int ROWS = 64;

  private static final long BATCH_NANOS = 1_000_000;
  private static final int STEADY_BATCHES = 8;

  /// Bytes that the measurement itself may allocate.
  private static final long FREE = 512;

  private static final double STEADY = 0.95;

  /// Runs a form once on the scratch rows.
  private interface Run {
    void once();
  }

  private record Forms(Run plain, Run vector, Runnable publish) {}

  private final String name;
  private final Supplier<Forms> forms;
  private final CountDownLatch decided = new CountDownLatch(1);
  private volatile Finding finding;

  private WarmUp(String name, Supplier<Forms> forms) {
    this.name = name;
    this.forms = forms;
    finding = new Finding(name, Outcome.WARMING, 0, 0, "The vector form is being compiled.");
  }

  /// @param publish puts the vector form in use
  static WarmUp of(
      Program program,
      String name,
      Program.Step plain,
      Supplier<Program.Step> vector,
      Consumer<Program.Step> publish) {
    return new WarmUp(
        name,
        () -> {
          Scratch scratch = Scratch.of(program);
          Program.Step other = vector.get();
          return new Forms(
              () -> plain.run(scratch.columns, scratch.uniforms, scratch.none, 0, ROWS),
              () -> other.run(scratch.columns, scratch.uniforms, scratch.none, 0, ROWS),
              () -> publish.accept(other));
        });
  }

  /// @param publish puts the vector form in use
  static WarmUp of(
      Program program,
      String name,
      Program.Search plain,
      Supplier<Program.Search> vector,
      Consumer<Program.Search> publish) {
    return new WarmUp(
        name,
        () -> {
          Scratch scratch = Scratch.of(program);
          Program.Search other = vector.get();
          return new Forms(
              () -> plain.find(scratch.columns, scratch.uniforms, 0, ROWS, scratch.found, 0),
              () -> other.find(scratch.columns, scratch.uniforms, 0, ROWS, scratch.found, 0),
              () -> publish.accept(other));
        });
  }

  /// Columns of ones, which keep most models' arithmetic finite.
  private record Scratch(double[][] columns, double[] uniforms, int[] none, int[] found) {

    static Scratch of(Program program) {
      int columns = 0;
      int uniforms = 0;
      for (Program.Input input : program.inputs())
        if (input.address() == Program.Address.UNIFORM)
          uniforms = Math.max(uniforms, input.column() + 1);
        else columns = Math.max(columns, input.column() + 1);
      for (Program.Output output : program.outputs())
        columns = Math.max(columns, output.column() + 1);
      double[][] ones = new double[columns][ROWS];
      for (double[] column : ones) Arrays.fill(column, 1);
      double[] halves = new double[uniforms];
      Arrays.fill(halves, 0.5);
      return new Scratch(ones, halves, new int[0], new int[ROWS]);
    }
  }

  Finding finding() {
    return finding;
  }

  void decide(Outcome outcome, String reason) {
    finding = new Finding(name, outcome, finding.plain(), finding.vector(), reason);
    decided.countDown();
  }

  void await() throws InterruptedException {
    decided.await();
  }

  /// On the background thread: measures and decides.
  ///
  /// @throws InterruptedException when it shall end
  void run() throws InterruptedException {
    try {
      measure(forms.get());
    } finally {
      if (finding.outcome() == Outcome.WARMING) decide(Outcome.PLAIN, "It was closed before.");
    }
  }

  private void measure(Forms both) throws InterruptedException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Clock plain = new Clock(both.plain(), threads);
    Clock vector = new Clock(both.vector(), threads);
    long start = System.nanoTime();
    long work = 0;
    while (work < WORK.toNanos() && System.nanoTime() - start < PATIENCE.toNanos()) {
      long before = System.nanoTime();
      vector.batch();
      plain.batch();
      long worked = System.nanoTime() - before;
      work += worked;
      finding =
          new Finding(name, Outcome.WARMING, plain.best, vector.clean, "The forms are measured.");
      if (vector.cleanBatches >= STEADY_BATCHES && plain.steadyBatches >= STEADY_BATCHES) {
        choose(both, plain.best, vector.clean);
        return;
      }
      TimeUnit.NANOSECONDS.sleep(2 * worked);
    }
    decide(Outcome.PLAIN, "The vector form was not compiled within its time.");
  }

  private void choose(Forms both, double plain, double vector) {
    if (vector < plain) {
      both.publish().run();
      decide(Outcome.VECTOR, "The vector form is faster.");
    } else decide(Outcome.PLAIN, "The plain form is faster.");
  }

  /// Times one form.
  private static final class Clock {

    private final Run form;
    private final ThreadMXBean threads;
    private double best = Double.MAX_VALUE;
    private double clean = Double.MAX_VALUE;
    private int steadyBatches;
    private int cleanBatches;

    Clock(Run form, ThreadMXBean threads) {
      this.form = form;
      this.threads = threads;
    }

    /// Runs for a millisecond, or once.
    void batch() {
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      double fastest = Double.MAX_VALUE;
      long now = start;
      while (now - start < BATCH_NANOS) {
        form.once();
        long end = System.nanoTime();
        fastest = Math.min(fastest, (end - now) / (double) ROWS);
        now = end;
      }
      boolean free = threads.getCurrentThreadAllocatedBytes() - allocated < FREE;
      cleanBatches = free ? cleanBatches + 1 : 0;
      if (free) clean = Math.min(clean, fastest);
      steadyBatches = fastest < best * STEADY ? 0 : steadyBatches + 1;
      best = Math.min(best, fastest);
    }
  }
}
