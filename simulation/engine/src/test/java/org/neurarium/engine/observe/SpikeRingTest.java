package org.neurarium.engine.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeRingTest {

  @Test
  void givesBackWhatWasWrittenInOrder() {
    SpikeRing ring = new SpikeRing(11);
    ring.write(3, new int[] {1, 5, 9}, 3);
    ring.write(4, new int[] {0, 7}, 1);
    SpikeBatch batch = new SpikeBatch(10);
    assertEquals(4, ring.read(0, batch));
    assertEquals(4, batch.size());
    assertEquals(0, batch.lost());
    assertEquals(3, batch.step(2));
    assertEquals(9, batch.neuron(2));
    assertEquals(4, batch.step(3));
    assertEquals(0, batch.neuron(3));
  }

  @Test
  void continuesWhereTheLastBatchEnded() {
    SpikeRing ring = new SpikeRing(11);
    ring.write(1, new int[] {0, 1, 2, 3, 4}, 5);
    SpikeBatch batch = new SpikeBatch(2);
    long next = ring.read(0, batch);
    next = ring.read(next, batch);
    assertEquals(2, batch.neuron(0));
    assertEquals(4, next);
  }

  @Test
  void countsWhatAReaderWasTooLateFor() {
    SpikeRing ring = new SpikeRing(12);
    int[] one = new int[1];
    int all = 10_000;
    for (int i = 0; i < all; i++) {
      one[0] = i;
      ring.write(i, one, 1);
    }
    SpikeBatch batch = new SpikeBatch(100_000);
    assertEquals(all, ring.read(0, batch));
    assertEquals(all, batch.lost() + batch.size());
    assertEquals(ring.capacity(), batch.size());
    assertEquals(all - 1, batch.neuron(batch.size() - 1));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aReaderBesideAFastWriterNeverSeesATornEntry(long seed) throws InterruptedException {
    SpikeRing ring = new SpikeRing(12);
    AtomicBoolean done = new AtomicBoolean();
    int total = 3_000_000;
    Thread writer =
        new Thread(() -> {
          RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
          int[] fired = new int[3000];
          int next = 0;
          while (next < total) {
            int count = Math.min(total - next, random.nextInt(fired.length));
            long step =
                next; // the step is the number of its first spike: neuron − step tells the place in
            // the batch
            for (int i = 0; i < count; i++) fired[i] = next + i;
            ring.write(step, fired, count);
            next += count;
          }
          done.set(true);
        });
    writer.start();
    SpikeBatch batch = new SpikeBatch(512);
    long cursor = 0;
    long seen = 0;
    long lost = 0;
    boolean last = false;
    while (!last) {
      last = done.get() && ring.written() == cursor;
      long expected = cursor;
      cursor = ring.read(cursor, batch);
      lost += batch.lost();
      seen += batch.size();
      expected += batch.lost();
      for (int i = 0; i < batch.size(); i++) {
        assertEquals(expected + i, batch.neuron(i));
        long place = batch.neuron(i) - batch.step(i);
        assertTrue(place >= 0 && place < 3000, "a spike with the step of another");
      }
    }
    writer.join();
    assertEquals(total, seen + lost);
  }
}
