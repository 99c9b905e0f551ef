package org.neurarium.app.shell;

import java.util.List;
import org.neurarium.app.controls.Notices;
import org.neurarium.app.work.Kick;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.World;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.command.EngineCommand;

/// What a person gives and takes with a key while the circuit runs: rewards of the selected worlds, or of all where none is selected; where there is no world,
/// releases of modulator sources; kicks of the selected populations.
final class ByHand {

  /// What a reward releases, as in Izhikevich (2007), doi:10.1093/cercor/bhl152.
  private static final Quantity RELEASE = Quantity.of(0.5, "uM");

  private final Workspace workspace;
  private final Notices notices;

  /// @param notices say why nothing happens
  ByHand(Workspace workspace, Notices notices) {
    this.workspace = workspace;
    this.notices = notices;
  }

  void reward() {
    List<World> worlds = meant(World.class);
    worlds.forEach(w -> workspace.submit(new EngineCommand.Reward(w.id(), 1)));
    // Without a world a person's reward is what it would release.
    List<ModulatorSource> sources = worlds.isEmpty() ? meant(ModulatorSource.class) : List.of();
    sources.forEach(
        s -> workspace.submit(new EngineCommand.ReleaseFrom(s.id(), RELEASE.engineValue())));
    if (worlds.isEmpty() && sources.isEmpty()) nothingThere("R gives a reward");
  }

  void omit() {
    List<World> worlds = meant(World.class);
    worlds.forEach(w -> workspace.submit(new EngineCommand.OmitReward(w.id())));
    if (worlds.isEmpty()) nothingThere("O leaves out the next reward");
  }

  void kick() {
    if (Kick.give(workspace, workspace.selection().ids()) == 0)
      notices.news("K kicks what is selected: select populations, or a group of them, first.");
  }

  private void nothingThere(String what) {
    notices.news(what + " where there is a world: put one on the canvas first.");
  }

  private <E extends Element> List<E> meant(Class<E> kind) {
    List<E> selected =
        workspace.selection().ids().stream()
            .flatMap(id -> workspace.circuit().find(id, kind).stream())
            .toList();
    return selected.isEmpty() ? workspace.circuit().all(kind) : selected;
  }
}
