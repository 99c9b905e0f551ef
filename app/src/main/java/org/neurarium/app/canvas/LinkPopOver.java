package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.World;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.world.WorldKind;

/// The essentials of a link: what it acts on, how much, how late; typed with units.
///
/// What keys do, and how changes are taken or taken back, is told at [LinePopOver].
final class LinkPopOver {

  private static final double LEARNING_RATE = 0.1;
  private static final double DISCOUNT = 0.9;

  private final Workspace workspace;
  private final Link link;
  private final LinePopOver<Link> frame;
  private Supplier<Optional<Link.Role>> typed = Optional::empty;

  /// @param gesture key of the step of undo to which changes belong
  /// @param isNew whether that step drew the link
  LinkPopOver(Workspace workspace, Link link, Object gesture, boolean isNew) {
    this.workspace = workspace;
    this.link = link;
    frame =
        new LinePopOver<>(
            workspace, link, Link.class, gesture, isNew, "accept-link", this::typedLink);
    layForm(link.role());
  }

  private Optional<Link> typedLink() {
    return typed.get().flatMap(role -> frame.present().map(now -> now.doing(role)));
  }

  private void layForm(Link.Role role) {
    frame.clear();
    switch (role) {
      case Link.Release r -> release(r);
      case Link.Reward r -> fromWorld(r, r.port(), r.amount(), r.delay());
      case Link.PredictionError e -> fromWorld(e, COMPUTED, e.amount(), e.delay());
      case Link.Modulate m -> modulate(m);
      case Link.Act a -> act(a);
    }
    frame.fit();
  }

  private void release(Link.Release r) {
    TextField amount = text("Each spike releases", "amount", r.amount().toString());
    TextField delay = text("Delay", "delay", r.delay().toString());
    typed =
        () ->
            like(amount, r.amount(), "The amount is a concentration")
                .flatMap(a ->
                    like(delay, r.delay(), "The delay is a time").map(d -> new Link.Release(a, d)));
  }

  /// Stands for the computed prediction error among a world's events.
  private static final String COMPUTED = "prediction error (computed)";

  private void fromWorld(Link.Role role, String what, Quantity before, Quantity delayBefore) {
    List<String> events = new ArrayList<>();
    workspace
        .circuit()
        .find(link.from(), World.class)
        .flatMap(w -> workspace.worlds().find(w.world()))
        .ifPresent(k ->
            k.shown().stream()
                .filter(s -> s.gives() instanceof WorldKind.Gives.Event)
                .forEach(s -> events.add(s.id())));
    events.add(COMPUTED);
    ComboBox<String> event = choice("Released by", "event", events, what);
    event
        .valueProperty()
        .subscribe((_, now) -> {
          if (now.equals(COMPUTED) != role instanceof Link.PredictionError)
            layForm(
                now.equals(COMPUTED)
                    ? new Link.PredictionError(before, delayBefore, LEARNING_RATE, DISCOUNT)
                    : new Link.Reward(now, before, delayBefore));
        });
    TextField amount =
        text(
            role instanceof Link.PredictionError ? "For a difference of 1" : "For a size of 1",
            "amount",
            before.toString());
    TextField delay = text("Delay", "delay", delayBefore.toString());
    Supplier<Optional<Quantity>> much = () -> like(amount, before, "The amount is a concentration");
    Supplier<Optional<Quantity>> late = () -> like(delay, delayBefore, "The delay is a time");
    if (role instanceof Link.PredictionError e) {
      TextField rate = text("Learning rate", "learning-rate", Quantity.format(e.learningRate()));
      TextField discount = text("Discount", "discount", Quantity.format(e.discount()));
      typed =
          () ->
              much.get()
                  .flatMap(a ->
                      late.get()
                          .flatMap(d ->
                              part(rate, "The learning rate")
                                  .flatMap(l ->
                                      part(discount, "The discount")
                                          .map(c -> new Link.PredictionError(a, d, l, c)))));
    } else {
      typed =
          () ->
              much.get().flatMap(a -> late.get().map(d -> new Link.Reward(event.getValue(), a, d)));
    }
  }

  private void modulate(Link.Modulate m) {
    List<String> parameters = new ArrayList<>();
    if (Modulations.readsConcentration(link, workspace)) parameters.add(Modulations.THIRD_FACTOR);
    parameters.addAll(Modulations.parameters(link, workspace));
    ComboBox<String> parameter =
        choice(
            "Acts on",
            "parameter",
            parameters,
            m.parameter().isEmpty() ? Modulations.THIRD_FACTOR : m.parameter());
    boolean third = m.parameter().isEmpty();
    parameter
        .valueProperty()
        .subscribe((_, now) -> {
          boolean nowThird = now.equals(Modulations.THIRD_FACTOR);
          if (nowThird != third)
            layForm(new Link.Modulate(nowThird ? "" : now, m.halfEffect(), m.hill(), m.strength()));
        });
    if (third) {
      typed = () -> Optional.of(m);
      return;
    }
    TextField half = text("Half effect at", "half-effect", m.halfEffect().toString());
    TextField strength = text("Greatest change", "strength", Quantity.format(m.strength()));
    typed =
        () ->
            like(half, m.halfEffect(), "The half effect is a concentration")
                .flatMap(h ->
                    number(strength, "The greatest change is a number, such as 1 or -0.5.")
                        .map(s -> new Link.Modulate(parameter.getValue(), h, m.hill(), s)));
  }

  private void act(Link.Act a) {
    Optional<World> world = workspace.circuit().find(link.to(), World.class);
    Optional<WorldKind> kind = world.flatMap(w -> workspace.worlds().find(w.world()));
    List<String> ports =
        kind.map(k -> k.taken().stream().map(WorldKind.Taken::id).toList()).orElse(List.of());
    ComboBox<String> port = choice("Does", "port", ports, a.port());
    ComboBox<Link.Readout> readout =
        choice("Read out as", "readout", List.of(Link.Readout.values()), a.readout());
    readout.setConverter(
        new javafx.util.StringConverter<>() {
          @Override
          public String toString(Link.@org.jspecify.annotations.Nullable Readout r) {
            return r == null ? "" : Captions.readout(r);
          }

          @Override
          public Link.Readout fromString(String s) {
            throw new UnsupportedOperationException("readouts are chosen, not typed");
          }
        });
    boolean options =
        kind.flatMap(k -> k.taken(a.port()))
            .filter(t -> t.wants() instanceof WorldKind.Wants.Options)
            .isPresent();
    if (!options) {
      typed = () -> Optional.of(new Link.Act(port.getValue(), readout.getValue(), a.option()));
      return;
    }
    TextField option = text("Option, from 1", "option", String.valueOf(a.option() + 1));
    typed =
        () ->
            number(option, "The option is a whole number from 1.")
                .filter(n -> n >= 1 && n == Math.rint(n))
                .or(() -> frame.complain("The option is a whole number from 1."))
                .map(n -> new Link.Act(port.getValue(), readout.getValue(), (int) (n - 1)));
  }

  private TextField text(String name, String id, String value) {
    TextField field = new TextField(value);
    field.setId("link-" + id);
    frame.row(name, field);
    return field;
  }

  private <T> ComboBox<T> choice(String name, String id, List<T> options, T value) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(options);
    box.setValue(value);
    box.setId("link-" + id);
    frame.row(name, box);
    return box;
  }

  /// Opens beside a place on the screen.
  void show(Node owner, double screenX, double screenY) {
    frame.show(owner, screenX, screenY, Optional.empty());
  }

  /// Reads a quantity of the same dimension; a bare number gets the unit it had.
  private Optional<Quantity> like(TextField field, Quantity before, String sentence) {
    Optional<Quantity> read =
        Quantity.parse(field.getText())
            .map(q -> q.unit().dimension().equals(Dimension.NONE) ? before.withValue(q.value()) : q)
            .filter(q -> q.unit().dimension().equals(before.unit().dimension()));
    return read.isPresent() ? read : frame.complain(sentence + ", such as " + before + ".");
  }

  private Optional<Double> number(TextField field, String sentence) {
    Optional<Double> read =
        Quantity.parse(field.getText())
            .filter(q -> q.unit().dimension().equals(Dimension.NONE))
            .map(Quantity::engineValue);
    return read.isPresent() ? read : frame.complain(sentence);
  }

  private Optional<Double> part(TextField field, String what) {
    String sentence = what + " is a number from 0 to 1.";
    return number(field, sentence).filter(v -> v >= 0 && v <= 1).or(() -> frame.complain(sentence));
  }
}
