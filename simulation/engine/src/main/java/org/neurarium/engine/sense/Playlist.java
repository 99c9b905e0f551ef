package org.neurarium.engine.sense;

import org.neurarium.circuits.sense.Order;
import org.neurarium.engine.random.RandomStream;

/// Which of n things comes as the k-th. Belongs to one thread; what it says depends on key and k alone.
final class Playlist {

  private static final int LOT = 0;
  private static final int SHUFFLE = 1;

  private final Order order;
  private final int count;
  private final RandomStream draws;
  private final int[] shuffled;
  private long round = -1;

  Playlist(Order order, int count, long key) {
    this.order = order;
    this.count = count;
    draws = new RandomStream(key);
    shuffled = new int[order == Order.SHUFFLED ? count : 0];
  }

  int item(long number) {
    return switch (order) {
      case IN_TURN -> (int) (number % count);
      case RANDOM -> (int) draws.at((int) number, LOT).nextBelow(count);
      case SHUFFLED -> {
        if (number / count != round) shuffle(number / count);
        yield shuffled[(int) (number % count)];
      }
    };
  }

  /// Fisher and Yates, from the unshuffled list, so that a round does not depend on the one before.
  private void shuffle(long newRound) {
    round = newRound;
    draws.at((int) newRound, SHUFFLE);
    for (int k = 0; k < count; k++) {
      int other = (int) draws.nextBelow(k + 1);
      shuffled[k] = shuffled[other];
      shuffled[other] = k;
    }
  }
}
