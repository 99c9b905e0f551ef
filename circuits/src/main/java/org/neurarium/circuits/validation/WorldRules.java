package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.world.Layout;
import org.neurarium.circuits.world.WorldKind;

/// A world is of a kind that is known, with settings that this kind has and a map that can be walked.
final class WorldRules {

  static final List<Rule<World>> ALL =
      List.of(
          WorldRules::kindIsKnown,
          WorldRules::settingsAreTheKinds,
          WorldRules::turnsFitTheSteps,
          WorldRules::layoutHasAWay);

  private WorldRules() {}

  private static void kindIsKnown(World w, Examination in) {
    if (in.worldKind(w).isPresent()) return;
    List<String> known = in.worldKinds().ids();
    String sentence = the(w) + " is of the kind " + quoted(w.world()) + ", which is not known here";
    String hint = DidYouMean.hint(w.world(), known, "The kinds of world are");
    Optional<String> meant = DidYouMean.nearest(w.world(), known);
    if (meant.isEmpty()) in.error(w, "world", sentence, hint);
    else
      in.error(
          w,
          "world",
          sentence,
          hint,
          replace(
              "Take " + meant.get(),
              new World(w.id(), w.name(), w.position(), meant.get(), w.settings(), w.layout())));
  }

  private static void settingsAreTheKinds(World w, Examination in) {
    Optional<WorldKind> kind = in.worldKind(w);
    if (kind.isEmpty()) return;
    w.settings()
        .forEach((id, value) -> {
          Optional<WorldKind.Setting> setting = kind.get().setting(id);
          if (setting.isEmpty()) unknown(w, id, kind.get(), in);
          else value(w, setting.get(), value, in);
        });
  }

  private static void unknown(World w, String id, WorldKind kind, Examination in) {
    List<String> known = kind.settings().stream().map(WorldKind.Setting::id).toList();
    in.error(
        w,
        field(id),
        the(w) + " sets " + quoted(id) + ", which its kind does not have",
        DidYouMean.hint(id, known, "Its settings are"),
        replace("Leave out " + quoted(id), w.withDefault(id)));
  }

  private static void value(World w, WorldKind.Setting setting, Quantity value, Examination in) {
    Parameter p = setting.parameter();
    if (!ValueRules.check(
        in,
        w,
        field(p.id()),
        value,
        new ValueRules.Expected(
            "its " + p.id() + " (" + p.label() + ")", p.unit().dimension(), p.limit(), 1))) return;
    double inItsUnit = value.engineValue() / p.unit().scale();
    double slack = 1e-9 * Math.max(1, Math.abs(p.max()));
    if (inItsUnit < p.min() - slack || inItsUnit > p.max() + slack)
      in.error(
          w,
          field(p.id()),
          the(w) + ": its " + p.id() + " is " + value + ", which is outside of its range",
          "It is "
              + new Quantity(p.min(), p.unit())
              + " to "
              + new Quantity(p.max(), p.unit())
              + ".",
          replace(
              "Take the nearest",
              w.withSetting(
                  p.id(), new Quantity(Math.clamp(inItsUnit, p.min(), p.max()), p.unit()))));
    else if (setting.whole() && Math.abs(inItsUnit - Math.rint(inItsUnit)) > 1e-9)
      in.error(
          w,
          field(p.id()),
          the(w) + ": its " + p.id() + " is " + value + ", and has to be a whole number",
          "Take " + Math.round(inItsUnit) + ".",
          replace("Round it", w.withSetting(p.id(), new Quantity(Math.rint(inItsUnit), p.unit()))));
  }

  private static void turnsFitTheSteps(World w, Examination in) {
    Optional<WorldKind> kind = in.worldKind(w);
    if (kind.isEmpty()) return;
    Quantity tick = kind.get().value(w, WorldKind.TICK);
    Quantity latency = kind.get().value(w, WorldKind.LATENCY);
    if (!Examination.isPositiveTime(tick) || !Examination.isPositiveTime(latency)) return;
    if (latency.engineValue() > tick.engineValue())
      in.error(
          w,
          field(WorldKind.LATENCY),
          the(w) + " shows what it does after " + latency + ", when the next turn has begun",
          "Take a latency of at most a tick, which is " + tick + ".",
          replace("Take " + tick, w.withSetting(WorldKind.LATENCY, tick)));
    if (tick.engineValue() < in.dt() * (1 - 1e-9))
      in.error(
          w,
          field(WorldKind.TICK),
          the(w) + " has turns of " + tick + ", shorter than the time step",
          "Take at least " + in.circuit().run().dt() + ".");
  }

  private static void layoutHasAWay(World w, Examination in) {
    Optional<WorldKind> kind = in.worldKind(w);
    if (kind.isEmpty()) return;
    if (!kind.get().hasLayout()) {
      if (!w.layout().isBlank())
        in.warning(w, "layout", the(w) + " has a map, and its kind uses none", "Leave it out.");
      return;
    }
    Layout map = Layout.read(kind.get().layout(w));
    if (map.width() > Layout.LONGEST || map.height() > Layout.LONGEST) {
      in.error(
          w,
          "layout",
          the(w) + " has a map of " + map.width() + " × " + map.height() + " cells",
          "At most " + Layout.LONGEST + " in each direction can be walked.");
      return;
    }
    if (map.starts().size() != 1) {
      in.error(
          w,
          "layout",
          the(w)
              + (map.starts().isEmpty()
                  ? " has no place to start"
                  : " has " + map.starts().size() + " places to start"),
          "Mark one cell of its map with S.");
      return;
    }
    if (map.goals().isEmpty()) {
      in.error(w, "layout", the(w) + " has no reward", "Mark a cell of its map with G.");
      return;
    }
    int[] away = map.moves(map.starts());
    if (map.goals().stream().anyMatch(goal -> away[goal] < 0))
      in.error(
          w,
          "layout",
          the(w) + " has a reward that cannot be reached",
          "Take away a wall between S and G.");
  }

  static String field(String setting) {
    return "settings." + setting;
  }
}
