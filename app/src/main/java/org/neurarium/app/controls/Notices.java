package org.neurarium.app.controls;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Short sentences at the foot of the window. News goes by itself; trouble stays until it is read.
public final class Notices extends VBox {

  private static final Duration LONG_ENOUGH = Duration.seconds(5);
  private static final int MOST = 4;

  public Notices() {
    setAlignment(Pos.BOTTOM_CENTER);
    setPickOnBounds(false);
    setSpacing(8);
    setId("notices");
    getStyleClass().add("nr-notices");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /// Something good or neutral has happened.
  public void news(String sentence) {
    HBox notice = notice(sentence, "nr-notice-news");
    PauseTransition pause = new PauseTransition(LONG_ENOUGH);
    pause.setOnFinished(_ -> getChildren().remove(notice));
    pause.play();
  }

  /// Something has gone wrong.
  public void trouble(String sentence) {
    notice(sentence, "nr-notice-trouble");
  }

  /// Something has gone wrong, and this can be done about it.
  public void trouble(String sentence, String remedy, Runnable run) {
    HBox notice = notice(sentence, "nr-notice-trouble");
    Button button = new Button(remedy);
    button.getStyleClass().add("nr-small-button");
    button.setOnAction(_ -> {
      getChildren().remove(notice);
      run.run();
    });
    notice.getChildren().add(1, button);
  }

  private HBox notice(String sentence, String style) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    label.setMaxWidth(560);
    label.setMinHeight(Region.USE_PREF_SIZE);
    Button close = new Button();
    close.setGraphic(Icons.close());
    close.getStyleClass().setAll("nr-flat");
    close.setAccessibleText("Put this message away");
    HBox notice = new HBox(12, label, close);
    notice.setAlignment(Pos.CENTER_LEFT);
    notice.getStyleClass().addAll("nr-notice", style);
    close.setOnAction(_ -> getChildren().remove(notice));
    if (getChildren().size() >= MOST) getChildren().removeFirst();
    getChildren().add(notice);
    return notice;
  }
}
