package org.neurarium.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C as a wish to stop: while one of these is open, the program is told and has a few seconds to finish what it is writing.
///
/// Opened and closed by the thread that works; [#isWished()] may be asked by any.
final class Interruption implements AutoCloseable {

  private static final long SECONDS_TO_FINISH = 10;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interruption");
  private volatile boolean wished;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean isWished() {
    return wished;
  }

  private void stop() {
    wished = true;
    try {
      // A time-out only means that the work is abandoned after all.
      var _ = finished.await(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is already on its way out, because the interruption came.
    }
  }
}
