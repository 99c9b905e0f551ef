package org.neurarium.app.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.neurarium.app.FxBridge;
import org.neurarium.app.controls.Dialogs;
import org.neurarium.app.controls.Dialogs.Answer;
import org.neurarium.app.controls.Dialogs.Role;
import org.neurarium.app.controls.Icons;
import org.neurarium.app.documents.Documents;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.circuits.file.RecoveryStore;
import org.neurarium.circuits.file.RecoveryStore.Recovery;

/// After a start that follows a bad end: offers what was not saved.
public final class RecoveryOffer {

  private record Found(Recovery recovery, String title) {}

  private final RecoveryStore store;
  private final Documents documents;
  private final Dialogs dialogs;
  private final FxBridge fx;

  public RecoveryOffer(RecoveryStore store, Documents documents, Dialogs dialogs, FxBridge fx) {
    this.store = store;
    this.documents = documents;
    this.dialogs = dialogs;
    this.fx = fx;
  }

  /// Looks in the background, and asks if there is anything.
  public void look() {
    var _ =
        fx.inBackground(
            () ->
                store.leftBehind().stream()
                    .map(r ->
                        new Found(
                            r, r.read().circuit().map(Circuit::title).orElse("Untitled circuit")))
                    .toList(),
            (found, _) -> {
              if (found != null && !found.isEmpty()) offer(found);
            });
  }

  private void offer(List<Found> found) {
    VBox list = new VBox(10);
    list.setId("recoveries");
    Recovery newest = found.getFirst().recovery();
    for (Found f : found) list.getChildren().add(line(f, list));
    dialogs.ask(
        found.size() == 1
            ? "Restore unsaved work?"
            : "Restore unsaved work? There is more than one piece.",
        "Neurarium ended without saving. The newest version of what you were doing was kept.",
        List.of(list),
        List.of(
            new Answer("Decide later", Role.CANCEL, () -> {}),
            new Answer(
                found.size() == 1 ? "Restore" : "Restore the newest",
                Role.DEFAULT,
                () -> documents.restore(newest))));
  }

  private Node line(Found found, VBox list) {
    Label title = new Label(found.title());
    title.getStyleClass().add("nr-row-name");
    String from =
        found
            .recovery()
            .original()
            .map(p -> Documents.nameOf(ProjectFolder.of(p)) + " · ")
            .orElse("never saved · ");
    Label when = new Label(from + time(found.recovery().time()));
    when.getStyleClass().addAll("nr-muted", "nr-small");
    Button discard = new Button("Discard");
    discard.getStyleClass().add("nr-small-button");
    HBox line = new HBox(12, new VBox(1, title, when), Icons.spacer(), discard);
    line.setAlignment(Pos.CENTER_LEFT);
    discard.setMinWidth(Region.USE_PREF_SIZE);
    discard.setOnAction(_ -> {
      list.getChildren().remove(line);
      var _ = fx.inBackground(() -> gone(found.recovery()), (_, _) -> {});
    });
    return line;
  }

  private static boolean gone(Recovery recovery) {
    recovery.discard();
    return true;
  }

  private static String time(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(Locale.UK)
        .withZone(ZoneId.systemDefault())
        .format(instant);
  }
}
