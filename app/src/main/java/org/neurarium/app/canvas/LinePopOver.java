package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.Pos;
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
import org.neurarium.circuits.Element;
import org.neurarium.circuits.edit.Edit;

/// A pop-over at a line, in which its essentials are typed. FX thread only.
///
/// Enter accepts and closes, Escape takes back what was done since it opened, and a click elsewhere keeps what is valid. For a line just drawn all of that belongs
/// to the step of undo that drew it.
///
/// @param <E> what the line is
final class LinePopOver<E extends Element> {

  private static final double WIDTH = 310;

  private final Workspace workspace;
  private final E line;
  private final Class<E> kind;
  private final Object gesture;
  private final boolean isNew;
  private final Supplier<Optional<E>> typed;
  private final PopOver popOver = new PopOver();
  private final GridPane form = new GridPane();
  private final Label complaint = new Label();
  private final List<Region> fields = new ArrayList<>();
  private boolean settled;

  /// @param line as it is when this opens
  /// @param gesture key of the step of undo to which changes belong
  /// @param isNew whether that step drew the line
  /// @param acceptId id of the button that accepts
  /// @param typed the line as typed; empty, with a complaint shown, where something makes no sense
  LinePopOver(
      Workspace workspace,
      E line,
      Class<E> kind,
      Object gesture,
      boolean isNew,
      String acceptId,
      Supplier<Optional<E>> typed) {
    this.workspace = workspace;
    this.line = line;
    this.kind = kind;
    this.gesture = gesture;
    this.isNew = isNew;
    this.typed = typed;
    popOver.getStyleClass().add("nr-popover");
    popOver.setContentNode(content(acceptId));
    popOver.setDetachable(false);
    popOver.setAnimated(false);
    popOver.setHideOnEscape(false);
    popOver.setAutoHide(true);
    popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    popOver.setOnHidden(_ -> keepWhatIsValid());
  }

  private Node content(String acceptId) {
    Label title = new Label(line.name());
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
    accept.setId(acceptId);
    accept.setDefaultButton(true);
    accept.setOnAction(_ -> accept());
    HBox footer = new HBox(8, keys, gap, accept);
    footer.setAlignment(Pos.CENTER_LEFT);
    form.setHgap(10);
    form.setVgap(7);
    VBox content = new VBox(10, title, form, complaint, footer);
    content.getStyleClass().add("projection-popover");
    content.setPrefWidth(WIDTH);
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    return content;
  }

  /// Takes all rows away, to lay others.
  void clear() {
    form.getChildren().clear();
    fields.clear();
  }

  void row(String name, Region field) {
    Label label = new Label(name);
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    field.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(field, Priority.ALWAYS);
    form.addRow(fields.size(), label, field);
    fields.add(field);
  }

  /// Makes room for rows that came, and takes that of rows that went.
  void fit() {
    if (popOver.isShowing()) popOver.sizeToScene();
  }

  /// Says what makes no sense.
  ///
  /// @return nothing, to be returned in place of what was typed
  <T> Optional<T> complain(String sentence) {
    complaint.setText(sentence);
    complaint.setVisible(true);
    fit();
    return Optional.empty();
  }

  /// Opens beside a place on the screen, in the given field or else in the first one that is typed.
  void show(Node owner, double screenX, double screenY, Optional<? extends Region> first) {
    popOver.show(owner, screenX, screenY);
    first
        .<Region>map(f -> f)
        .or(() -> fields.stream().filter(TextField.class::isInstance).findFirst())
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
    Optional<E> now = typed.get();
    if (now.isEmpty()) return;
    apply(now.get());
    settled = true;
    popOver.hide();
  }

  private void apply(E changed) {
    Optional<E> present = present();
    if (present.isEmpty() || present.get().equals(changed)) return;
    String label = (isNew ? "Connect " : "Change ") + changed.name();
    workspace.applyDuring(gesture, new Edit.Replace(label, List.of(changed)));
  }

  /// The line as it is now, unless it is gone.
  Optional<E> present() {
    return workspace.circuit().find(line.id(), kind);
  }

  private void takeBack() {
    settled = true;
    popOver.hide();
    if (!isNew || present().isEmpty()) return;
    // Mostly this drawing is the last thing that happened, and then nothing should be left of it.
    boolean last =
        workspace.history().canUndo()
            && !workspace
                .history()
                .versions()
                .get(workspace.history().present() - 1)
                .circuit()
                .contains(line.id());
    if (last) workspace.withdraw();
    else workspace.apply(new Edit.Remove("Remove " + line.name(), Set.of(line.id())));
  }

  private void keepWhatIsValid() {
    if (settled) return;
    settled = true;
    typed.get().ifPresent(this::apply);
  }
}
