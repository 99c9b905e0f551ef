package org.neurarium.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.neurarium.engine.BuildMonitor;

/// Says now and then how far a long piece of work is. What is done within a second is done without a word.
final class Progress implements BuildMonitor {

  private static final long NANOS_BETWEEN = 1_000_000_000L;

  private final PrintWriter err;
  private final Interruption interruption;
  private long last = System.nanoTime();

  Progress(PrintWriter err, Interruption interruption) {
    this.err = err;
    this.interruption = interruption;
  }

  @Override
  public void progress(double fraction, String doing) {
    say(doing, fraction);
  }

  @Override
  public boolean isCancelled() {
    return interruption.isWished();
  }

  /// So many steps of a run are done.
  void running(long step, long of) {
    say("Running", (double) step / of);
  }

  private void say(String doing, double fraction) {
    long now = System.nanoTime();
    if (now - last < NANOS_BETWEEN) return;
    last = now;
    err.println(String.format(Locale.ROOT, "%s (%.0f %%)", doing, 100 * fraction));
    err.flush();
  }
}
