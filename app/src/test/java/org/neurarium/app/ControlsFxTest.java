package org.neurarium.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.collections.FXCollections;
import javafx.concurrent.Task;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.TaskProgressView;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// ControlsFX reaches into JavaFX's insides, which move from release to release: each control in use is shown once.
@ExtendWith(ApplicationExtension.class)
class ControlsFxTest {

  private Stage stage;
  private VBox root;

  @Start
  void open(Stage stage) {
    this.stage = stage;
    root = new VBox();
    stage.setScene(new Scene(root, 600, 400));
    stage.show();
  }

  @Test
  void rangeSliderGetsItsSkin(FxRobot robot) {
    var slider = new RangeSlider(0, 100, 20, 80);
    show(robot, slider);
    robot.interact(() -> slider.setLowValue(30));
    assertEquals(30, slider.getLowValue());
  }

  @Test
  void searchableComboBoxGetsItsSkin(FxRobot robot) {
    var box = new SearchableComboBox<>(FXCollections.observableArrayList("adex", "izhikevich"));
    show(robot, box);
    robot.interact(() -> box.getSelectionModel().select("adex"));
    assertEquals("adex", box.getValue());
  }

  @Test
  void taskProgressViewGetsItsSkin(FxRobot robot) {
    var view = new TaskProgressView<Task<Integer>>();
    show(robot, view);
    robot.interact(() -> view.getTasks().add(new NoTask()));
    assertEquals(1, view.getTasks().size());
  }

  @Test
  void popOverOpensAndCloses(FxRobot robot) {
    var owner = new Button("open");
    show(robot, owner);
    var popOver = new PopOver(new Label("equations"));
    robot.interact(() -> popOver.show(owner));
    assertTrue(popOver.isShowing());
    robot.interact(() -> popOver.hide(Duration.ZERO));
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(popOver.isShowing());
  }

  @Test
  void notificationIsShown(FxRobot robot) {
    robot.interact(() ->
        Notifications.create()
            .owner(stage)
            .title("Saved")
            .text("first-light")
            .hideAfter(Duration.seconds(30))
            .show());
    assertTrue(robot.lookup("Saved").tryQuery().isPresent(), "the notification is on the screen");
  }

  @Test
  void validationSeesAnEmptyField(FxRobot robot) {
    var field = new TextField("1 mV");
    show(robot, field);
    var validation = new ValidationSupport();
    robot.interact(() ->
        validation.registerValidator(field, Validator.createEmptyValidator("a value is needed")));
    robot.interact(() -> field.setText(""));
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(validation.isInvalid());
  }

  private void show(FxRobot robot, Control control) {
    robot.interact(() -> root.getChildren().setAll(control));
    WaitForAsyncUtils.waitForFxEvents();
    assertNotNull(control.getSkin());
  }

  private static final class NoTask extends Task<Integer> {
    @Override
    protected Integer call() {
      return 0;
    }
  }
}
