package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKind.Gives;
import org.neurarium.circuits.world.WorldKind.Wants;

/// What is connected to a world fits its ports.
final class PortRules {

  static final List<Rule<Link>> LINKS =
      List.of(PortRules::action, PortRules::noOtherActsSo, PortRules::reward, PortRules::error);

  static final List<Rule<Stimulus>> STIMULI = List.of(PortRules::observation);

  private PortRules() {}

  private static Optional<World> world(Link l, Examination in) {
    return l.role() instanceof Link.Act
        ? in.circuit().find(l.to(), World.class)
        : in.circuit().find(l.from(), World.class);
  }

  private static void action(Link l, Examination in) {
    if (!(l.role() instanceof Link.Act act)) return;
    Optional<World> world = world(l, in);
    Optional<WorldKind> kind = world.flatMap(in::worldKind);
    if (kind.isEmpty()) return;
    Optional<WorldKind.Taken> port = kind.get().taken(act.port());
    if (port.isEmpty()) {
      List<String> known = kind.get().taken().stream().map(WorldKind.Taken::id).toList();
      noPort(l, world.get(), act.port(), known, "takes", in);
      return;
    }
    switch (port.get().wants()) {
      case Wants.Options(WorldKind.Count count) -> {
        int options = kind.get().number(count, world.get());
        if (act.readout() == Link.Readout.POPULATION_VECTOR)
          readout(l, act, "one of " + options + " options", "a spike count or the winner", in);
        else if (act.readout() == Link.Readout.SPIKE_COUNT
            && (act.option() < 0 || act.option() >= options))
          in.error(
              l,
              "option",
              the(l) + " stands for option " + act.option() + " of " + options,
              "They are numbered from 0 to " + (options - 1) + ".");
        else if (act.readout() == Link.Readout.WINNER) enoughNeurons(l, options, in);
      }
      case Wants.Direction _ -> {
        if (act.readout() != Link.Readout.POPULATION_VECTOR)
          readout(l, act, "a direction", "a population vector", in);
      }
      case Wants.Amount _ -> {
        if (act.readout() != Link.Readout.SPIKE_COUNT)
          readout(l, act, "an amount", "a spike count", in);
      }
    }
  }

  private static void enoughNeurons(Link l, int options, Examination in) {
    Optional<Population> from = in.circuit().find(l.from(), Population.class);
    if (from.isPresent() && from.get().size() < options)
      in.error(
          l,
          "readout",
          the(l) + " divides " + from.get().size() + " neurons among " + options + " options",
          "Take a population with at least one neuron for each.");
  }

  private static void readout(Link l, Link.Act act, String wanted, String better, Examination in) {
    in.error(
        l,
        "readout",
        the(l) + " goes to " + quoted(act.port()) + ", which takes " + wanted,
        "Read it out as " + better + ".");
  }

  /// Two populations cannot stand for the same thing: what they do would add up, and which one did it could not be told.
  private static void noOtherActsSo(Link l, Examination in) {
    if (!(l.role() instanceof Link.Act act)) return;
    for (Link other : in.circuit().links()) {
      if (other.equals(l)) return;
      if (!(other.role() instanceof Link.Act before)
          || !other.to().equals(l.to())
          || !before.port().equals(act.port())) continue;
      boolean whole =
          act.readout() != Link.Readout.SPIKE_COUNT || before.readout() != Link.Readout.SPIKE_COUNT;
      if (!whole && before.option() != act.option()) continue;
      in.error(
          l,
          "option",
          the(l)
              + " acts on "
              + quoted(act.port())
              + (whole ? "" : ", option " + act.option() + ",")
              + " as "
              + quoted(other)
              + " does already",
          "Give each population an option of its own, or delete one of the two.");
      return;
    }
  }

  private static void reward(Link l, Examination in) {
    if (!(l.role() instanceof Link.Reward reward)) return;
    Optional<World> world = world(l, in);
    Optional<WorldKind> kind = world.flatMap(in::worldKind);
    if (kind.isEmpty()) return;
    List<String> events =
        kind.get().shown().stream()
            .filter(s -> s.gives() instanceof Gives.Event)
            .map(WorldKind.Shown::id)
            .toList();
    if (events.contains(reward.port())) return;
    if (kind.get().shown(reward.port()).isEmpty())
      noPort(l, world.get(), reward.port(), events, "gives", in);
    else
      in.error(
          l,
          "port",
          the(l) + " releases at " + quoted(reward.port()) + ", which is no event",
          "The events of " + quoted(world.get()) + " are: " + String.join(", ", events) + ".");
  }

  private static void error(Link l, Examination in) {
    if (!(l.role() instanceof Link.PredictionError e)) return;
    part(l, "learning_rate", "the learning rate", e.learningRate(), in);
    part(l, "discount", "the discount", e.discount(), in);
  }

  private static void part(Link l, String field, String what, double value, Examination in) {
    if (!(value >= 0 && value <= 1))
      in.error(l, field, the(l) + ": " + what + " is " + value, "It is 0 to 1.");
  }

  private static void observation(Stimulus s, Examination in) {
    if (!(s.signal() instanceof Signal.Observation seen)) return;
    Optional<World> world = in.circuit().find(seen.world(), World.class);
    Optional<WorldKind> kind = world.flatMap(in::worldKind);
    if (kind.isEmpty()) return;
    Optional<WorldKind.Shown> port = kind.get().shown(seen.port());
    if (port.isEmpty()) {
      List<String> known = kind.get().shown().stream().map(WorldKind.Shown::id).toList();
      noPort(s, world.get(), seen.port(), known, "shows", in);
      return;
    }
    Signal.Coding fitting =
        switch (port.get().gives()) {
          case Gives.Category _ -> Signal.Coding.ONE_HOT;
          case Gives.Place _ -> Signal.Coding.PLACE;
          case Gives.Amount _, Gives.Event _ -> Signal.Coding.AMOUNT;
        };
    if (seen.coding() != fitting) {
      in.error(
          s,
          "coding",
          the(s)
              + " shows "
              + quoted(seen.port())
              + ", "
              + what(port.get().gives())
              + ", as "
              + word(seen.coding()),
          "Code it as " + word(fitting) + ".",
          Examination.replace(
              "Code it as " + word(fitting),
              s.withSignal(
                  new Signal.Observation(
                      seen.world(),
                      seen.port(),
                      fitting,
                      seen.rate(),
                      seen.baseline(),
                      seen.width()))));
      return;
    }
    if (port.get().gives() instanceof Gives.Category(WorldKind.Count count)) {
      int values = kind.get().number(count, world.get());
      if (s.size() < values)
        in.error(
            s,
            "size",
            the(s) + " has " + s.size() + " sources for " + values + " values",
            "Give it at least one for each.",
            Examination.replace("Give it " + values + " sources", s.withSize(values)));
    }
    if (fitting == Signal.Coding.PLACE)
      ValueRules.check(
          in,
          s,
          "width",
          org.neurarium.circuits.units.Quantity.number(seen.width()),
          new ValueRules.Expected("its width", Dimension.NONE, Limit.POSITIVE, 1));
  }

  private static String what(Gives gives) {
    return switch (gives) {
      case Gives.Category _ -> "one of several";
      case Gives.Place _ -> "a place";
      case Gives.Amount _ -> "an amount";
      case Gives.Event _ -> "an event";
    };
  }

  private static String word(Signal.Coding coding) {
    return switch (coding) {
      case ONE_HOT -> "one of several";
      case PLACE -> "a place";
      case AMOUNT -> "an amount";
    };
  }

  private static void noPort(
      Element of, World world, String port, List<String> known, String verb, Examination in) {
    in.error(
        of,
        "port",
        the(of)
            + " names "
            + quoted(port)
            + ", which the world "
            + quoted(world)
            + " does not have",
        DidYouMean.hint(port, known, "It " + verb));
  }
}
