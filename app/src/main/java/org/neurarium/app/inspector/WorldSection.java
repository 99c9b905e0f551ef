package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Reference;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKind.Setting;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.live.PlotStage;

/// One world, or what several of a kind share: rows made from the kind's settings, its map, and what came of its trials.
final class WorldSection implements Section {

  private final Target<World> target;
  private final PlotStage plots;
  private final ObservableValue<PlotTheme> theme;
  private final Consumer<String> openLink;

  WorldSection(
      Target<World> target,
      PlotStage plots,
      ObservableValue<PlotTheme> theme,
      Consumer<String> openLink) {
    this.target = target;
    this.plots = plots;
    this.theme = theme;
    this.openLink = openLink;
  }

  private Optional<WorldKind> kind() {
    List<String> kinds = target.elements().stream().map(World::world).distinct().toList();
    return kinds.size() == 1
        ? target.workspace().worlds().find(kinds.getFirst())
        : Optional.empty();
  }

  @Override
  public Object shape() {
    return target.elements().stream().map(w -> List.of(w.id(), w.world())).toList();
  }

  @Override
  public String title() {
    return target.isSingle()
        ? target.first().map(World::name).orElse("")
        : target.elements().size() + " worlds";
  }

  @Override
  public String subtitle() {
    return kind()
        .map(k -> "World · " + k.title().toLowerCase(java.util.Locale.ROOT))
        .orElse("Worlds");
  }

  @Override
  public void fill(Form form) {
    form.heading("Essentials");
    if (target.isSingle())
      form.row("Name", TextRow.name(target.access("the name", World::name, World::withName)));
    Optional<WorldKind> kind = kind();
    if (kind.isEmpty()) {
      form.note("These worlds are of several kinds, or of one that is not known here.");
      return;
    }
    settings(kind.get(), true).forEach(s -> setting(form, s));
    if (target.isSingle() && kind.get().hasLayout())
      form.heading("Map")
          .row(
              "map",
              new MazeEditor(
                  target.access("the map", World::layout, World::laidOut),
                  () -> kind.get().layout()))
          .note("Click or drag to paint walls. Arrow keys, Space, S, G and N do the same.");
    if (target.isSingle()) {
      form.heading("Trials");
      TrialPlot plot =
          new TrialPlot(target.workspace(), plots, theme, () -> target.first().map(World::id));
      form.plain(plot, plot::refresh);
      form.plain(hands());
    }
    form.folded("More settings");
    settings(kind.get(), false).forEach(s -> setting(form, s));
    about(form, kind.get());
  }

  /// What a person can do in the world while it runs.
  private Node hands() {
    return new HBox(
        8,
        hand(
            "Reward",
            "Give a reward now  (R on the canvas)",
            id -> new EngineCommand.Reward(id, 1)),
        hand("Omit", "Leave out the next reward  (O on the canvas)", EngineCommand.OmitReward::new),
        hand(
            "Reset the world",
            "Back to its first trial, with the same random numbers; the circuit goes on",
            EngineCommand.ResetWorld::new));
  }

  private Node hand(String name, String help, Function<ElementId, EngineCommand> command) {
    return Buttons.small(
        name,
        help,
        () -> target.first().ifPresent(w -> target.workspace().submit(command.apply(w.id()))));
  }

  private static List<Setting> settings(WorldKind kind, boolean essential) {
    return kind.settings().stream().filter(s -> s.parameter().essential() == essential).toList();
  }

  private void setting(Form form, Setting s) {
    Parameter p = s.parameter();
    Access<Quantity> access =
        target.access(
            p.id().replace('_', ' '),
            w -> w.settings().getOrDefault(p.id(), p.standard()),
            (w, v) -> v.equals(p.standard()) ? w.withDefault(p.id()) : w.withSetting(p.id(), v));
    NumberSpec spec =
        NumberSpec.of(p)
            .named(NumberSpec.capital(p.id().replace('_', ' ')))
            .symbol("")
            .help(
                NumberSpec.capital(p.label())
                    + (s.fixed() ? ". A change begins the world anew." : "."));
    if (s.whole())
      spec = spec.slider(new Scale(p.min(), p.max(), false, true)).atLeast(p.min()).atMost(p.max());
    form.row(p.id(), Quantities.row(spec, access));
  }

  private void about(Form form, WorldKind kind) {
    form.heading("About");
    if (!kind.summary().isBlank()) form.note(kind.summary());
    form.note(
        "Takes "
            + kind.taken().stream()
                .map(t -> t.id().replace('_', ' ') + " (" + t.label() + ")")
                .collect(Collectors.joining("; "))
            + ".");
    form.note(
        "Shows "
            + kind.shown().stream()
                .map(t -> t.id().replace('_', ' ') + " (" + t.label() + ")")
                .collect(Collectors.joining("; "))
            + ".");
    for (Reference r : kind.references()) {
      Hyperlink paper = new Hyperlink("doi:" + r.doi());
      paper.getStyleClass().add("nr-link");
      paper.setTooltip(Row.tip("Open the paper in the browser"));
      paper.setOnAction(_ -> openLink.accept(r.address()));
      form.plain(paper);
    }
  }
}
