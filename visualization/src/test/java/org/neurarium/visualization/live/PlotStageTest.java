package org.neurarium.visualization.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlotStageTest {

  private final List<Throwable> reported = new CopyOnWriteArrayList<>();

  private void fail(Throwable failure) {
    Thread.currentThread().setUncaughtExceptionHandler((_, e) -> reported.add(e));
    switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new AssertionError(failure);
    }
  }

  @Test
  void aPlotThatFailsStopsNoOtherAndIsReportedOnceUntilItSucceeds() throws InterruptedException {
    try (PlotStage stage = new PlotStage()) {
      AtomicInteger failures = new AtomicInteger();
      CountDownLatch others = new CountDownLatch(30);
      stage.add(_ -> {
        // The 11th time it succeeds, then fails again.
        int n = failures.getAndIncrement();
        if (n < 10) fail(new IndexOutOfBoundsException("odd frame"));
        if (n > 10) fail(new OutOfMemoryError("large frame"));
      });
      stage.add(_ -> others.countDown());
      assertTrue(others.await(20, TimeUnit.SECONDS), "the other plot goes on");
      assertTrue(failures.get() >= 30, "and what failed is tried again");
    }
    assertEquals(
        List.of("odd frame", "large frame"), reported.stream().map(Throwable::getMessage).toList());
  }
}
