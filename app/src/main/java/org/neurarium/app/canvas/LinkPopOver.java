package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.World;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.world.WorldKind;

/// The essentials of a link: what it acts on, how much, how late; typed with units.
///
/// Enter accepts and closes, Escape takes back what was done since it opened, and a click elsewhere keeps what is valid. For a link just drawn
/// all of that belongs to the step of undo that drew it.
final class LinkPopOver {

  private static final double LEARNING_RATE = 0.1;
  private static final double DISCOUNT = 0.9;

  private final Workspace workspace;
  private final Link link;
  private final Object gesture;
  private final boolean isNew;
  private final PopOver popOver = new PopOver();
  private final GridPane form = new GridPane();
  private final Label complaint = new Label();
  private final List<Region> fields = new ArrayList<>();
  private Supplier<Optional<Link.Role>> typed = Optional::empty;
  private boolean settled;

  /// @param gesture key of the step of undo to which changes belong
  /// @param isNew whether that step drew the link
  LinkPopOver(Workspace workspace, Link link, Object gesture, boolean isNew) {
    this.workspace = workspace;
    this.link = link;
    this.gesture = gesture;
    this.isNew = isNew;
    layForm(link.role());
    build();
  }

  private void layForm(Link.Role role) {
    form.getChildren().clear();
    fields.clear();
    switch (role) {
      case Link.Release r -> release(r);
      case Link.Reward r -> fromWorld(r, r.port(), r.amount(), r.delay());
      case Link.PredictionError e -> fromWorld(e, COMPUTED, e.amount(), e.delay());
      case Link.Modulate m -> modulate(m);
      case Link.Act a -> act(a);
    }
    if (popOver.isShowing()) popOver.sizeToScene();
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
                .or(() -> complain("The option is a whole number from 1."))
                .map(n -> new Link.Act(port.getValue(), readout.getValue(), (int) (n - 1)));
  }

  private TextField text(String name, String id, String value) {
    TextField field = new TextField(value);
    field.setId("link-" + id);
    addRow(name, field);
    return field;
  }

  private <T> ComboBox<T> choice(String name, String id, List<T> options, T value) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(options);
    box.setValue(value);
    box.setId("link-" + id);
    addRow(name, box);
    return box;
  }

  private void addRow(String text, Region field) {
    Label label = new Label(text);
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    field.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(field, Priority.ALWAYS);
    form.addRow(fields.size(), label, field);
    fields.add(field);
  }

  private void build() {
    Label title = new Label(link.name());
    title.getStyleClass().add("popover-title");
    title.setWrapText(true);
    complaint.getStyleClass().add("popover-complaint");
    complaint.setWrapText(true);
    complaint.managedProperty().bind(complaint.visibleProperty());
    complaint.setVisible(false);
    Label keys = new Label(isNew ? "Enter accepts · Esc removes" : "Enter accepts · Esc cancels");
    keys.getStyleClass().add("popover-keys");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button accept = new Button(isNew ? "Connect" : "Apply");
    accept.setId("accept-link");
    accept.setDefaultButton(true);
    accept.setOnAction(_ -> accept());
    HBox footer = new HBox(8, keys, gap, accept);
    footer.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    form.setHgap(10);
    form.setVgap(7);
    VBox content = new VBox(10, title, form, complaint, footer);
    content.getStyleClass().add("projection-popover");
    content.setPrefWidth(320);
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    popOver.getStyleClass().add("nr-popover");
    popOver.setContentNode(content);
    popOver.setDetachable(false);
    popOver.setAnimated(false);
    popOver.setHideOnEscape(false);
    popOver.setAutoHide(true);
    popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    popOver.setOnHidden(_ -> keepWhatIsValid());
  }

  /// Opens beside a place on the screen.
  void show(Node owner, double screenX, double screenY) {
    popOver.show(owner, screenX, screenY);
    fields.stream()
        .filter(TextField.class::isInstance)
        .findFirst()
        .or(() -> fields.stream().findFirst())
        .ifPresent(f -> {
          f.requestFocus();
          if (f instanceof TextField t) t.selectAll();
        });
  }

  private void key(KeyEvent e) {
    boolean choosing = fields.stream().anyMatch(f -> f instanceof ComboBox<?> c && c.isShowing());
    if (choosing) return;
    if (e.getCode() == KeyCode.ESCAPE) {
      e.consume();
      takeBack();
    } else if (e.getCode() == KeyCode.ENTER && !(e.getTarget() instanceof Button)) {
      e.consume();
      accept();
    }
  }

  private void accept() {
    complaint.setVisible(false);
    Optional<Link.Role> role = typed.get();
    if (role.isEmpty()) return;
    apply(role.get());
    settled = true;
    popOver.hide();
  }

  private void apply(Link.Role role) {
    Optional<Link> present = present();
    if (present.isEmpty() || present.get().role().equals(role)) return;
    String label = (isNew ? "Connect " : "Change ") + link.name();
    workspace.applyDuring(gesture, new Edit.Replace(label, List.of(present.get().doing(role))));
  }

  private Optional<Link> present() {
    return workspace.circuit().find(link.id(), Link.class);
  }

  private void takeBack() {
    settled = true;
    popOver.hide();
    if (!isNew || present().isEmpty()) return;
    boolean last =
        workspace.history().canUndo()
            && !workspace
                .history()
                .versions()
                .get(workspace.history().present() - 1)
                .circuit()
                .contains(link.id());
    if (last) workspace.withdraw();
    else workspace.apply(new Edit.Remove("Remove " + link.name(), java.util.Set.of(link.id())));
  }

  private void keepWhatIsValid() {
    if (settled) return;
    settled = true;
    typed.get().ifPresent(this::apply);
  }

  /// Reads a quantity of the same dimension; a bare number gets the unit it had.
  private Optional<Quantity> like(TextField field, Quantity before, String sentence) {
    Optional<Quantity> read =
        Quantity.parse(field.getText())
            .map(q -> q.unit().dimension().equals(Dimension.NONE) ? before.withValue(q.value()) : q)
            .filter(q -> q.unit().dimension().equals(before.unit().dimension()));
    return read.isPresent() ? read : complain(sentence + ", such as " + before + ".");
  }

  private Optional<Double> number(TextField field, String sentence) {
    Optional<Double> read =
        Quantity.parse(field.getText())
            .filter(q -> q.unit().dimension().equals(Dimension.NONE))
            .map(Quantity::engineValue);
    return read.isPresent() ? read : complain(sentence);
  }

  private Optional<Double> part(TextField field, String what) {
    String sentence = what + " is a number from 0 to 1.";
    return number(field, sentence).filter(v -> v >= 0 && v <= 1).or(() -> complain(sentence));
  }

  private <T> Optional<T> complain(String sentence) {
    complaint.setText(sentence);
    complaint.setVisible(true);
    if (popOver.isShowing()) popOver.sizeToScene();
    return Optional.empty();
  }
}
