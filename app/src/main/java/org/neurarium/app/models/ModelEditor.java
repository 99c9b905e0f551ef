package org.neurarium.app.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.FxBridge;
import org.neurarium.app.controls.Dialogs;
import org.neurarium.app.controls.Dialogs.Answer;
import org.neurarium.app.controls.Dialogs.Role;
import org.neurarium.app.controls.Icons;
import org.neurarium.app.models.ModelDesk.Open;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.language.ModelReader;
import org.neurarium.circuits.model.ModelCatalogue;

/// The open model's text with what is wrong with it, and what can be done with the model. FX thread only.
public final class ModelEditor extends VBox {

  /// How long after a key the text goes into the circuit.
  private static final Duration MOMENT = Duration.millis(300);

  private final ModelDesk desk;
  private final Dialogs dialogs;
  private final Consumer<String> place;
  private final ModelText text;
  private final ProblemStrip strip = new ProblemStrip(this::goTo);
  private final Label title = new Label();
  private final Label name = new Label();
  private final Label count = new Label();
  private final Label hint = new Label();
  private final HBox actions = new HBox(6);
  private final PauseTransition moment = new PauseTransition(MOMENT);
  private @Nullable String shown;
  private @Nullable Dress dress;
  private Optional<Problem> tooLong = Optional.empty();
  private int nextProblem;
  private boolean cut;

  /// What the buttons of the header depend on.
  private record Dress(Open open, boolean placeable, boolean wrong) {}

  /// @param place puts a population of the neuron model with this name onto the canvas
  public ModelEditor(
      ModelDesk desk, Workspace workspace, FxBridge fx, Dialogs dialogs, Consumer<String> place) {
    this.desk = desk;
    this.dialogs = dialogs;
    this.place = place;
    text = new ModelText(fx, this::read);
    getStyleClass().add("nr-model-editor");
    setId("model-editor");
    getStylesheets().add(sheet());
    VBox.setVgrow(text, Priority.ALWAYS);
    getChildren().addAll(header(), text, strip, footer());
    moment.setOnFinished(_ -> take());
    text.setWhenTyped(_ -> moment.playFromStart());
    text.setWhenTooLong(this::refuse);
    text.setUndoBefore(workspace::undo);
    text.readingProperty().subscribe(this::showReading);
    desk.openProperty().subscribe(this::show);
    workspace.circuitProperty().subscribe(_ -> follow());
    workspace.whenSettling(this::commit);
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    // What is typed after a visit elsewhere is another step of undo.
    focusWithinProperty()
        .subscribe(within -> {
          if (!within) {
            commit();
            desk.pause();
          }
        });
  }

  /// The style sheet of all views of models.
  static String sheet() {
    return java.util.Objects.requireNonNull(
            ModelEditor.class.getResource("/org/neurarium/app/theme/models.css"), "models.css")
        .toExternalForm();
  }

  private Node header() {
    Button back = new Button("Canvas", Icons.line("M9.5 3.5 L5 8 L9.5 12.5"));
    back.setId("model-back");
    back.getStyleClass().add("nr-flat");
    back.setTooltip(new Tooltip("Back to the canvas  (Esc)"));
    back.setOnAction(_ -> desk.close());
    back.setMinWidth(USE_PREF_SIZE);
    title.getStyleClass().add("nr-model-title");
    title.setId("model-title");
    title.setMinWidth(0);
    name.getStyleClass().addAll("nr-mono", "nr-muted", "nr-small");
    name.setMinWidth(0);
    VBox texts = new VBox(0, title, name);
    texts.setAlignment(Pos.CENTER_LEFT);
    texts.setMinWidth(0);
    actions.setAlignment(Pos.CENTER_RIGHT);
    actions.setMinWidth(USE_PREF_SIZE);
    HBox header = new HBox(10, back, texts, Icons.spacer(), actions);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("nr-model-header");
    return header;
  }

  private Node footer() {
    count.setId("model-problem-count");
    count.getStyleClass().add("nr-model-count");
    count.setMinWidth(USE_PREF_SIZE);
    hint.getStyleClass().addAll("nr-muted", "nr-small");
    hint.setMinWidth(0);
    HBox footer = new HBox(12, count, Icons.spacer(), hint);
    footer.setAlignment(Pos.CENTER_LEFT);
    footer.getStyleClass().add("nr-model-footer");
    return footer;
  }

  private Supplier<Reading> read(String newText) {
    String file = desk.openProperty().get().map(o -> "models/" + o.id() + ".model").orElse("");
    Optional<String> trouble = desk.nameTrouble(newText);
    return () -> {
      Reading reading = Reading.of(file, newText);
      return trouble.map(n -> reading.with(taken(file, n, newText))).orElse(reading);
    };
  }

  /// Says why what was to be put into the text is not there; the next key takes the words away.
  private void refuse(int length) {
    tooLong =
        Optional.of(
            Problem.warning(
                Place.NOWHERE,
                String.format(
                    Locale.ROOT,
                    "That was not inserted: the text would have %,d characters, and a model has at"
                        + " most %,d",
                    length,
                    ModelReader.LONGEST),
                "Models are small. Tables of numbers belong into a file that a stimulus plays"
                    + " back."));
    showProblems(text.reading());
  }

  private static Problem taken(String file, String wanted, String text) {
    int line = 0;
    int column = 0;
    for (String l : text.split("\n", -1)) {
      line++;
      column = l.indexOf(wanted) + 1;
      if (column > 0) break;
    }
    return Problem.error(
        Place.at(file, line, column, ""),
        "This model cannot be called '" + wanted + "': there is one of that name",
        "Choose another name.");
  }

  // --- what is shown

  private void show(Optional<Open> open) {
    if (open.isEmpty()) {
      moment.stop();
      shown = null;
      return;
    }
    // A model that is renamed while it is typed stays the same visit.
    boolean same =
        shown != null
            && (open.get().id().equals(shown)
                || desk.isTyping()
                || text.text().equals(desk.text()));
    shown = open.get().id();
    if (!same) {
      moment.stop();
      cut = !text.open(desk.text(), open.get().isOwn());
      nextProblem = 0;
    }
    dress(open.get());
  }

  private void dress(Open open) {
    name.setText(
        open.id()
            + switch (open.origin()) {
              case BUILT_IN -> " · built in, read only";
              case USER -> " · from your folder, read only";
              case OWN -> " · in this circuit";
            });
    dressButtons(open);
    hint.setText(
        cut
            ? "Far longer than a model may be: this is its beginning, to be read only"
            : open.isOwn()
                ? "Ctrl+Space completes · F8 next problem · Esc back to the canvas"
                : "Esc back to the canvas");
  }

  private List<Node> buttons(Open open) {
    boolean own = open.isOwn();
    List<Node> buttons = new ArrayList<>();
    if (own) {
      buttons.add(
          button("model-delete", "Delete…", "Delete this model from the circuit", this::askDelete));
      buttons.add(
          button(
              "model-rename",
              "Rename",
              "Go to the name in the first line and change it",
              text::goToName));
    }
    Button copy =
        button(
            "model-duplicate",
            own ? "Duplicate" : "Duplicate and change",
            "Make a copy that is yours to change; selected populations of this model use the copy",
            this::duplicate);
    buttons.add(copy);
    Button onCanvas =
        button(
            "model-place",
            "Put on the canvas",
            "Put a population of these neurons onto the canvas  (Ctrl+Enter)",
            this::putOnCanvas);
    onCanvas.setDisable(own && text.reading().hasErrors());
    if (isPlaceable()) buttons.add(own ? buttons.size() : 0, onCanvas);
    (own ? onCanvas : copy).getStyleClass().add("nr-primary");
    return buttons;
  }

  private static Button button(String id, String words, String help, Runnable action) {
    Button button = new Button(words);
    button.setId(id);
    button.getStyleClass().addAll("nr-flat", "nr-small-button", "nr-framed");
    button.setTooltip(new Tooltip(help));
    button.setOnAction(_ -> action.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void showReading(Reading reading) {
    tooLong = Optional.empty();
    showProblems(reading);
    Optional<Open> open = desk.openProperty().get();
    reading.model().ifPresent(m -> title.setText(m.title().isEmpty() ? m.id() : m.title()));
    if (reading.model().isEmpty() && title.getText().isEmpty())
      open.ifPresent(o -> title.setText(o.id()));
    open.ifPresent(this::dressButtons);
  }

  /// Nothing is made anew with a key that changes nothing in it.
  private void showProblems(Reading reading) {
    List<Problem> problems = new ArrayList<>(reading.problems());
    tooLong.ifPresent(problems::addFirst);
    problems.addAll(desk.nameNotes());
    strip.show(problems);
    long errors = problems.stream().filter(Problem::isError).count();
    long others = problems.size() - errors;
    String words =
        errors + others == 0
            ? "No problems"
            : errors == 0
                ? counted(others, "note")
                : counted(errors, "problem") + (others == 0 ? "" : ", " + counted(others, "note"));
    count.setText(words);
    count.setGraphic(errors + others == 0 ? Icons.line("M3 8.5 L6.5 12 L13 4.5") : null);
    count.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wrong"), errors > 0);
  }

  private void dressButtons(Open open) {
    Dress wanted = new Dress(open, isPlaceable(), text.reading().hasErrors());
    if (wanted.equals(dress)) return;
    dress = wanted;
    actions.getChildren().setAll(buttons(open));
  }

  private static String counted(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /// What the language makes of the text.
  public ReadOnlyObjectProperty<Reading> readingProperty() {
    return text.readingProperty();
  }

  /// The text control.
  public ModelText text() {
    return text;
  }

  private void follow() {
    Optional<Open> open = desk.openProperty().get();
    if (open.isPresent()) showProblems(text.reading());
    if (open.isEmpty() || desk.isTyping()) return;
    // Typed a moment ago, not yet in the circuit: that is newer.
    if (isWaiting() || cut) return;
    text.follow(desk.text());
  }

  /// Whether something was typed that is not yet in the circuit.
  private boolean isWaiting() {
    return moment.getStatus() == Animation.Status.RUNNING;
  }

  private void take() {
    if (shown != null && !cut) desk.type(text.text());
  }

  /// Puts what was typed into the circuit now.
  public void commit() {
    if (!isWaiting()) return;
    moment.stop();
    take();
  }

  // --- what can be done

  /// Takes a text that was written elsewhere, such as by drawing, as if it had been typed.
  public void rewrite(String newText) {
    if (desk.openProperty().get().filter(Open::isOwn).isEmpty()) return;
    text.follow(newText);
    moment.stop();
    take();
  }

  private void press(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE && !text.isCompleting()) {
      e.consume();
      desk.close();
    } else if (e.getCode() == KeyCode.F8) {
      e.consume();
      goToNextProblem(e.isShiftDown() ? -1 : 1);
    } else if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
      e.consume();
      putOnCanvas();
    }
  }

  private void goTo(Problem problem) {
    if (problem.place().line() > 0) text.goTo(problem);
    else text.requestFocus();
  }

  private void goToNextProblem(int direction) {
    List<Problem> problems = text.reading().problems();
    if (problems.isEmpty()) return;
    nextProblem = Math.floorMod(nextProblem, problems.size());
    goTo(problems.get(nextProblem));
    nextProblem += direction;
  }

  private void duplicate() {
    commit();
    desk.duplicate();
    text.requestFocus();
  }

  private void putOnCanvas() {
    Optional<Open> open = desk.openProperty().get();
    if (open.isEmpty() || !isPlaceable() || open.get().isOwn() && text.reading().hasErrors())
      return;
    commit();
    String id = desk.openProperty().get().orElse(open.get()).id();
    desk.close();
    place.accept(id);
  }

  /// Whether populations can be made of the open model.
  private boolean isPlaceable() {
    String kind = text.reading().kind();
    return kind.equals("neuron") || kind.equals("cell");
  }

  private void askDelete() {
    commit();
    String id = desk.openProperty().get().map(Open::id).orElse("");
    List<Element> uses = desk.uses(id);
    if (uses.isEmpty()) {
      desk.delete(Optional.empty());
      return;
    }
    List<Answer> answers = new ArrayList<>();
    answers.add(new Answer("Keep it", Role.CANCEL, () -> {}));
    answers.add(new Answer("Delete all the same", Role.OTHER, () -> desk.delete(Optional.empty())));
    Optional<ModelCatalogue.Entry> other =
        uses.stream().allMatch(Population.class::isInstance)
            ? desk.models().neuronEntries().stream().filter(m -> !m.id().equals(id)).findFirst()
            : Optional.empty();
    other.ifPresent(m ->
        answers.add(
            new Answer(
                "Use “" + m.title() + "” there",
                Role.DEFAULT,
                () -> desk.delete(Optional.of(m.id())))));
    dialogs.ask(
        "Delete " + id + "?",
        named(uses)
            + (uses.size() == 1 ? " uses it" : " use it")
            + " and cannot run without a model. Undo brings it back.",
        answers);
  }

  private static String named(List<Element> elements) {
    List<String> names = elements.stream().limit(3).map(Element::name).toList();
    if (elements.size() > 3)
      return String.join(", ", names) + " and " + (elements.size() - 3) + " more";
    if (names.size() == 1) return names.getFirst();
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /// Puts the caret to a place of the open model's text.
  ///
  /// @param line from 1
  /// @param column from 1
  public void goTo(int line, int column) {
    text.goTo(line, column);
  }

  @Override
  public void requestFocus() {
    text.requestFocus();
  }
}
