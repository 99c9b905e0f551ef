package org.neurarium.engine.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.units.Unit;

class TraceRingTest {

  private static TraceRing ring(int bits) {
    return new TraceRing(new ElementId("e"), 0, "V_m", Unit.MILLIVOLT, 0, bits);
  }

  @Test
  void showsNothingBeforeItIsPublished() {
    TraceRing ring = ring(13);
    ring.put(1.5);
    assertEquals(0, ring.read(0, new double[4]));
    ring.publish();
    double[] into = new double[4];
    assertEquals(1, ring.read(0, into));
    assertEquals(1.5, into[0]);
  }

  @Test
  void givesNaNForWhatIsOverwritten() {
    TraceRing ring = ring(13);
    for (int i = 0; i < 10_000; i++) {
      ring.put(i);
      if (i % 100 == 0) ring.publish();
    }
    ring.publish();
    double[] into = new double[10_000];
    assertEquals(10_000, ring.read(0, into));
    assertTrue(Double.isNaN(into[0]));
    assertEquals(9_999, into[9_999]);
    assertEquals(10_000 - ring.capacity(), into[10_000 - ring.capacity()]);
    assertTrue(Double.isNaN(into[10_000 - ring.capacity() - 1]));
  }

  @Test
  void aReaderBesideAFastWriterSeesEachValueAtItsPlaceOrNaN() throws InterruptedException {
    TraceRing ring = ring(13);
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(() -> {
          for (int i = 0; i < 4_000_000; i++) {
            ring.put(i);
            if (i % 997 == 0) ring.publish();
          }
          ring.publish();
          done.set(true);
        });
    writer.start();
    double[] into = new double[300];
    long cursor = 0;
    while (!(done.get() && cursor == ring.written())) {
      int n = ring.read(cursor, into);
      for (int i = 0; i < n; i++)
        assertTrue(Double.isNaN(into[i]) || into[i] == cursor + i, "value of another step");
      cursor += n;
    }
    writer.join();
    assertEquals(4_000_000, cursor);
  }
}
