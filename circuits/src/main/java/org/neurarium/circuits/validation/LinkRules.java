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
import org.neurarium.circuits.World;

/// A link has two ends between which its role makes sense.
final class LinkRules {

  static final List<Rule<Link>> ALL = List.of(LinkRules::endsExist, LinkRules::endsFit);

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
}
