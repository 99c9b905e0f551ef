package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.neurarium.engine.compile.ProgramCompiler.Form;

/// Compiles programs so that they run at once, and faster a little later.
///
/// ```
///   step(program) ──> plain form, in use at once
///        └─ queue ──> one background thread: vector form, run on scratch rows beside the plain one
///                     until HotSpot has compiled both ──> the faster one is put in use
/// ```
///
/// The vector form is hundreds of times slower before HotSpot's optimising compiler has compiled it, which takes up to seconds, and allocates until then. Both give the same
/// bits, so the change shows in nothing but speed. The background thread begins a second after it was given something, so that short runs have the processor for themselves, and with what it was given last, as
/// that is what runs after an edit. It has the lowest priority, rests twice as long as it works, and gives up on a program after
/// [WarmUp#WORK].
///
/// The same program under the same name is compiled once; networks built again after an edit find their code warm. Thread-safe. Whoever builds networks owns one
/// and closes it.
public final class KernelForms implements AutoCloseable {

  /// What has become of a program's vector form.
  public enum Outcome {
    /// Not decided yet: the plain form runs.
    WARMING,
    /// The vector form runs.
    VECTOR,
    /// The plain form is faster here, or the vector form was not ready in time.
    PLAIN,
    /// There is no vector form of programs that go through targets, or of any where the module `jdk.incubator.vector` is missing.
    ONLY_PLAIN
  }

  /// How a program runs now.
  ///
  /// @param name the model's
  /// @param plain ns for a row in plain form, as measured in the background; 0 if not measured
  /// @param vector ns for a row in vector form; 0 if not measured
  /// @param reason a sentence
  public record Finding(String name, Outcome outcome, double plain, double vector, String reason) {}

  private static final int REMEMBERED = 256;
  private static final long DELAY_MS = 1000;

  private final ProgramCompiler compiler = new ProgramCompiler();
  private final boolean vectors;
  private final BlockingDeque<WarmUp> waiting = new LinkedBlockingDeque<>();
  private final Map<Key, Kept> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final Thread warmer;

  private record Key(Program program, String name, boolean search) {}

  private record Kept(Object code, WarmUp warmUp) {}

  /// @param vectors whether to try vector forms; without the module of the Vector API there are none
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but who waits for whom
  public KernelForms(boolean vectors) {
    this.vectors = vectors && ProgramCompiler.vectorsAreThere();
    warmer =
        Thread.ofPlatform()
            .name("neurarium-kernel-warmer")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .unstarted(this::warm);
    if (this.vectors) warmer.start();
  }

  /// A program's code: plain now, perhaps in vectors later.
  public Program.Step step(Program program, String name) {
    return (Program.Step) kept(new Key(program, name, false)).code();
  }

  /// The code of a program whose last instruction is a condition.
  public Program.Search search(Program program, String name) {
    return (Program.Search) kept(new Key(program, name, true)).code();
  }

  private Kept kept(Key key) {
    synchronized (known) {
      return known.computeIfAbsent(key, this::compile);
    }
  }

  private Kept compile(Key key) {
    Program program = key.program();
    boolean plainOnly = !vectors || !ProgramCompiler.hasVectorForm(program);
    if (key.search()) {
      SwitchingSearch code = new SwitchingSearch(compiler.search(program, key.name(), Form.PLAIN));
      WarmUp warmUp =
          WarmUp.of(
              program,
              key.name(),
              code.plain(),
              () -> compiler.search(program, key.name(), Form.VECTOR),
              code::use);
      return kept(code, warmUp, plainOnly);
    }
    SwitchingStep code = new SwitchingStep(compiler.step(program, key.name(), Form.PLAIN));
    WarmUp warmUp =
        WarmUp.of(
            program,
            key.name(),
            code.plain(),
            () -> compiler.step(program, key.name(), Form.VECTOR),
            code::use);
    return kept(code, warmUp, plainOnly);
  }

  private Kept kept(Object code, WarmUp warmUp, boolean plainOnly) {
    if (!plainOnly) waiting.add(warmUp);
    else
      warmUp.decide(
          Outcome.ONLY_PLAIN,
          vectors
              ? "It goes through the targets of synapses, one after the other."
              : ProgramCompiler.vectorsAreThere()
                  ? "Vector forms are switched off."
                  : "Java was started without the module jdk.incubator.vector.");
    return new Kept(code, warmUp);
  }

  /// How the programs known here run now.
  public List<Finding> findings() {
    synchronized (known) {
      List<Finding> findings = new ArrayList<>();
      for (Kept kept : known.values()) findings.add(kept.warmUp().finding());
      return findings;
    }
  }

  /// Waits until it is decided how all programs known now run.
  public void awaitDecisions() throws InterruptedException {
    List<WarmUp> warmUps = new ArrayList<>();
    synchronized (known) {
      for (Kept kept : known.values()) warmUps.add(kept.warmUp());
    }
    for (WarmUp warmUp : warmUps) warmUp.await();
  }

  private void warm() {
    try {
      while (!Thread.currentThread().isInterrupted()) next().run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      for (WarmUp left : waiting) left.decide(Outcome.PLAIN, "It was closed before.");
    }
  }

  /// The latest; some time later if there was nothing to do before.
  private WarmUp next() throws InterruptedException {
    WarmUp latest = waiting.pollLast();
    if (latest != null) return latest;
    waiting.putLast(waiting.takeLast());
    TimeUnit.MILLISECONDS.sleep(DELAY_MS);
    return waiting.takeLast();
  }

  /// Ends the background thread. Code goes on running as it is.
  @Override
  public void close() {
    warmer.interrupt();
  }
}
