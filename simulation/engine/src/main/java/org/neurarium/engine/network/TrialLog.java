package org.neurarium.engine.network;

import java.util.ArrayList;
import java.util.List;
import org.neurarium.engine.observe.Trial;

/// What came of the trials of one copy of a world.
final class TrialLog {

  private final List<Trial> trials = new ArrayList<>();
  private double reward;

  void clear() {
    trials.clear();
    reward = 0;
  }

  void reward(double amount) {
    reward += amount;
  }

  void end(double time, int choice, boolean better, double effort) {
    trials.add(new Trial(trials.size() + 1, time, choice, better, reward, effort));
    reward = 0;
  }

  void takeOver(TrialLog old) {
    trials.clear();
    trials.addAll(old.trials);
    reward = old.reward;
  }

  List<Trial> trials() {
    return List.copyOf(trials);
  }
}
