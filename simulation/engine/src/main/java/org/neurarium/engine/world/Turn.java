package org.neurarium.engine.world;

/// One turn of a world: what it is told and what it answers. Ports and settings that the kind does not have are refused with an
/// [IllegalArgumentException].
public interface Turn {

  /// Counted from 0.
  long number();

  /// How long a turn is (ms).
  double tick();

  /// A setting, in engine units, as it is now.
  double setting(String id);

  /// What has been done since the last turn for an option: spikes of each neuron.
  double option(String port, int option);

  /// What has been done since the last turn: spikes of each neuron.
  double amount(String port);

  /// The vector of what has been done since the last turn.
  double x(String port);

  double y(String port);

  /// From now on a value can be seen: of a category, or an amount.
  void show(String port, double value);

  /// From now on a place in the plane can be seen.
  void show(String port, double x, double y);

  /// From now on nothing can be seen.
  void hide(String port);

  /// Something happens.
  ///
  /// @return what really happened: nothing where somebody asked to leave out the next reward
  double give(String port, double amount);

  /// Ends a trial.
  ///
  /// @param choice what was chosen; -1 for nothing
  /// @param better whether it was as good as could be
  /// @param effort see [org.neurarium.engine.observe.Trial#effort]
  void endTrial(int choice, boolean better, double effort);
}
