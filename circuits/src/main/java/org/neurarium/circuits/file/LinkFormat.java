package org.neurarium.circuits.file;

import static org.neurarium.circuits.file.Field.optional;
import static org.neurarium.circuits.file.Field.required;
import static org.neurarium.circuits.file.Formats.DECIMAL;
import static org.neurarium.circuits.file.Formats.NAME;
import static org.neurarium.circuits.file.Formats.QUANTITY;

import java.util.List;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.units.Quantity;

/// Lines that carry no synapses.
final class LinkFormat {

  private static final Quantity STANDARD_DELAY = Quantity.of(1, "ms");
  private static final Quantity STANDARD_HALF_EFFECT = Quantity.of(1, "uM");
  private static final double STANDARD_LEARNING_RATE = 0.1;
  private static final double STANDARD_DISCOUNT = 0.9;

  private LinkFormat() {}

  static ObjectFormat<Link> link() {
    Field<Link, ElementId> id = required("id", Formats.ID, Link::id);
    Field<Link, String> name = Field.derived("name", NAME, Link::name, in -> in.get(id).text());
    Field<Link, ElementId> from = required("from", Formats.ID, Link::from);
    Field<Link, ElementId> to = required("to", Formats.ID, Link::to);
    Field<Link, Link.Role> role = required("role", role(), Link::role);
    return new ObjectFormat<>(
        "a link",
        List.of(id, name, from, to, role),
        in -> new Link(in.get(id), in.get(name), in.get(from), in.get(to), in.get(role)));
  }

  private static Format<Link.Role> role() {
    return new VariantFormat<Link.Role>("a role")
        .with("release", Link.Release.class, release())
        .with("reward", Link.Reward.class, reward())
        .with("prediction_error", Link.PredictionError.class, predictionError())
        .with("modulate", Link.Modulate.class, modulate())
        .with("act", Link.Act.class, act());
  }

  private static ObjectFormat<Link.Release> release() {
    Field<Link.Release, Quantity> amount = required("amount", QUANTITY, Link.Release::amount);
    Field<Link.Release, Quantity> delay =
        optional("delay", QUANTITY, Link.Release::delay, STANDARD_DELAY);
    return new ObjectFormat<>(
        "a release", List.of(amount, delay), in -> new Link.Release(in.get(amount), in.get(delay)));
  }

  private static ObjectFormat<Link.Reward> reward() {
    Field<Link.Reward, String> port = required("port", NAME, Link.Reward::port);
    Field<Link.Reward, Quantity> amount = required("amount", QUANTITY, Link.Reward::amount);
    Field<Link.Reward, Quantity> delay =
        optional("delay", QUANTITY, Link.Reward::delay, STANDARD_DELAY);
    return new ObjectFormat<>(
        "a release by a world",
        List.of(port, amount, delay),
        in -> new Link.Reward(in.get(port), in.get(amount), in.get(delay)));
  }

  private static ObjectFormat<Link.PredictionError> predictionError() {
    Field<Link.PredictionError, Quantity> amount =
        required("amount", QUANTITY, Link.PredictionError::amount);
    Field<Link.PredictionError, Quantity> delay =
        optional("delay", QUANTITY, Link.PredictionError::delay, STANDARD_DELAY);
    Field<Link.PredictionError, Double> learningRate =
        optional(
            "learning_rate", DECIMAL, Link.PredictionError::learningRate, STANDARD_LEARNING_RATE);
    Field<Link.PredictionError, Double> discount =
        optional("discount", DECIMAL, Link.PredictionError::discount, STANDARD_DISCOUNT);
    return new ObjectFormat<>(
        "a computed prediction error",
        List.of(amount, delay, learningRate, discount),
        in ->
            new Link.PredictionError(
                in.get(amount), in.get(delay), in.get(learningRate), in.get(discount)));
  }

  private static ObjectFormat<Link.Modulate> modulate() {
    Field<Link.Modulate, String> parameter =
        optional("parameter", NAME, Link.Modulate::parameter, "");
    Field<Link.Modulate, Quantity> halfEffect =
        optional("half_effect", QUANTITY, Link.Modulate::halfEffect, STANDARD_HALF_EFFECT);
    Field<Link.Modulate, Double> hill = optional("hill", DECIMAL, Link.Modulate::hill, 1.0);
    Field<Link.Modulate, Double> strength =
        optional("strength", DECIMAL, Link.Modulate::strength, 1.0);
    return new ObjectFormat<>(
        "a modulation",
        List.of(parameter, halfEffect, hill, strength),
        in ->
            new Link.Modulate(
                in.get(parameter), in.get(halfEffect), in.get(hill), in.get(strength)));
  }

  private static ObjectFormat<Link.Act> act() {
    Field<Link.Act, String> port = required("port", NAME, Link.Act::port);
    Field<Link.Act, Link.Readout> readout =
        optional(
            "readout",
            Formats.choice(Link.Readout.class),
            Link.Act::readout,
            Link.Readout.SPIKE_COUNT);
    Field<Link.Act, Integer> option = optional("option", Formats.INTEGER, Link.Act::option, 0);
    return new ObjectFormat<>(
        "an action",
        List.of(port, readout, option),
        in -> new Link.Act(in.get(port), in.get(readout), in.get(option)));
  }
}
