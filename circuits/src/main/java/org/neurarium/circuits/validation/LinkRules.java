package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;

/// A link has two ends between which its role makes sense.
final class LinkRules {

  static final List<Rule<Link>> ALL =
      List.of(
          LinkRules::endsExist,
          LinkRules::endsFit,
          LinkRules::spikesAreThere,
          LinkRules::releaseMakesSense,
          ModulationRules::receptorsMakeSense,
          ModulationRules::parameterIsTheTargets,
          ModulationRules::noiseIsThere,
          ModulationRules::ruleReadsIt,
          ModulationRules::isTheOnlyOne);

  private LinkRules() {}

  private static void endsExist(Link l, Examination in) {
    missing(l, "from", l.from(), in);
    missing(l, "to", l.to(), in);
  }

  private static void missing(Link l, String field, ElementId end, Examination in) {
    if (!in.circuit().contains(end))
      in.error(
          l,
          field,
          the(l) + " has an end at " + quoted(end.text()) + ", which is not there",
          "Delete it, or draw it anew between two parts.");
  }

  private static void endsFit(Link l, Examination in) {
    Optional<Element> from = in.circuit().find(l.from());
    Optional<Element> to = in.circuit().find(l.to());
    if (from.isEmpty() || to.isEmpty()) return;
    boolean fits =
        switch (l.role()) {
          case Link.Release _ ->
              from.get() instanceof NeuronSource && to.get() instanceof ModulatorSource;
          case Link.Reward _, Link.PredictionError _ ->
              from.get() instanceof World && to.get() instanceof ModulatorSource;
          case Link.Modulate _ ->
              from.get() instanceof ModulatorSource
                  && (to.get() instanceof Population || to.get() instanceof Projection);
          case Link.Act _ -> from.get() instanceof Population && to.get() instanceof World;
        };
    if (!fits)
      in.error(
          l,
          "role",
          the(l) + " cannot go from a " + from.get().kind() + " to a " + to.get().kind(),
          ends(l.role()));
  }

  private static String ends(Link.Role role) {
    return switch (role) {
      case Link.Release _ -> "A release goes from a population or stimulus to a modulator source.";
      case Link.Reward _, Link.PredictionError _ -> "It goes from a world to a modulator source.";
      case Link.Modulate _ ->
          "A modulation goes from a modulator source to a population or a projection.";
      case Link.Act _ -> "An action goes from a population to a world.";
    };
  }

  private static void spikesAreThere(Link l, Examination in) {
    if (!(l.role() instanceof Link.Release)) return;
    Optional<Stimulus> from = in.circuit().find(l.from(), Stimulus.class);
    if (from.filter(s -> s.signal().isDirect()).isPresent())
      in.error(
          l,
          "from",
          the(l) + " releases by the spikes of " + quoted(from.get()) + ", which has none",
          "Release from a population, or from a stimulus that spikes.");
  }

  private static void releaseMakesSense(Link l, Examination in) {
    switch (l.role()) {
      case Link.Release r -> {
        amount(l, r.amount(), Limit.NOT_NEGATIVE, in);
        delay(l, r.delay(), in);
      }
      case Link.Reward r -> {
        amount(l, r.amount(), Limit.ANY, in);
        delay(l, r.delay(), in);
      }
      case Link.PredictionError e -> {
        amount(l, e.amount(), Limit.ANY, in);
        delay(l, e.delay(), in);
      }
      case Link.Modulate _, Link.Act _ -> {}
    }
  }

  private static void amount(Link l, Quantity amount, Limit limit, Examination in) {
    ValueRules.check(
        in,
        l,
        "amount",
        amount,
        new ValueRules.Expected("the amount released", Dimension.CONCENTRATION, limit, 1));
  }

  private static void delay(Link l, Quantity delay, Examination in) {
    boolean time =
        ValueRules.check(
            in,
            l,
            "delay",
            delay,
            new ValueRules.Expected("the delay", Dimension.TIME, Limit.POSITIVE, 1));
    if (time && delay.engineValue() < in.dt() * (1 - 1e-9))
      in.warning(
          l,
          "delay",
          the(l)
              + " has a delay of "
              + delay
              + ", shorter than the time step of "
              + in.circuit().run().dt(),
          "It will be one time step.");
  }
}
