package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.app.shell.Hand.Typed;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.World;
import org.neurarium.circuits.check.Checks;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.file.ChecksReader;
import org.neurarium.circuits.language.Library;
import org.neurarium.engine.check.CheckResult;
import org.neurarium.engine.check.CheckRunner;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.WorldView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Neuromodulators and worlds, put together with the mouse alone.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class LearnFromRewardTest {

  @TempDir static Path folder;
  private Bench bench;
  private Hand hand;

  @Start
  void open(Stage stage) {
    bench = new Bench(stage, folder.resolve("user"), List.of());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void begin(FxRobot robot) {
    robot.clickOn("#welcome-new");
    hand = new Hand(bench, robot, 0.5);
  }

  @Test
  void dopamineDroppedOnAPlasticProjectionIsItsThirdFactorInOneStep(FxRobot robot) {
    begin(robot);
    ElementId from = hand.place("excitatory", "part-excitatory", 0.2, 0.3);
    ElementId to = hand.place("excitatory", "part-excitatory", 0.8, 0.3);
    hand.connect(from, hand.middle(to), Typed.NOTHING);
    Projection plastic = hand.circuit().projections().getFirst();
    Bench.act(
        () -> bench.workspace.change("Make it plastic", plastic.withSynapse(Synapse.of("rstdp"))));

    hand.place("dopamine", "modulator-dopamine", 0.5, 0.3);

    ModulatorSource source = hand.circuit().modulatorSources().getFirst();
    Link link = hand.circuit().links().getFirst();
    assertEquals(source.id(), link.from());
    assertEquals(plastic.id(), link.to());
    assertEquals("", assertInstanceOf(Link.Modulate.class, link.role()).parameter());
    Bench.act(bench.workspace::undo);
    assertEquals(List.of(), hand.circuit().modulatorSources());
    assertEquals(List.of(), hand.circuit().links());
  }

  /// The wiring of sample project 18, drawn with the mouse; what the popovers suggest is kept but for a probability and a weight.
  @Test
  void banditDrawnByHandLearnsTheBetterArmOnEverySeedAndNotWithoutDopamine(FxRobot robot)
      throws IOException {
    begin(robot);
    bench.type(robot, "field-dt", "0.2");
    ElementId bandit = hand.place("bandit", "world-bandit", 0.16, 0.3);
    ElementId cortex = hand.place("excitatory", "part-excitatory", 0.55, 0.12);
    ElementId left = hand.place("inhibitory", "part-inhibitory", 0.75, 0.12);
    ElementId right = hand.place("inhibitory", "part-inhibitory", 0.75, 0.45);
    ElementId cells = hand.place("excitatory", "part-excitatory", 0.65, 0.75);
    ElementId pause = hand.place("inhibitory", "part-inhibitory", 0.35, 0.85);
    ElementId dopamine = hand.place("dopamine", "modulator-dopamine", 0.9, 0.75);
    ElementId noise = hand.place("background", "part-background", 0.92, 0.5);
    ElementId leftWhim = hand.place("Poisson spikes", "part-poisson", 0.92, 0.08);
    ElementId rightWhim = hand.place("Poisson spikes", "part-poisson", 0.92, 0.3);

    hand.draw(hand.port(bandit, "shows-cue"), hand.middle(cortex), new Typed("4000 pA", "0.05"));
    hand.draw(hand.port(bandit, "shows-reward"), hand.middle(cells), new Typed("225 pA", "1"));
    hand.draw(hand.port(bandit, "shows-miss"), hand.middle(pause), new Typed("4000 pA", "0.1"));
    hand.connect(cortex, hand.middle(left), new Typed("10 pA", "1"));
    hand.connect(cortex, hand.middle(right), new Typed("10 pA", "1"));
    hand.connect(left, hand.middle(right), new Typed("-60 pA", "1"));
    hand.connect(right, hand.middle(left), new Typed("-60 pA", "1"));
    hand.connect(noise, hand.middle(left), new Typed("38 pA", ""));
    hand.connect(noise, hand.middle(right), new Typed("38 pA", ""));
    hand.connect(noise, hand.middle(cells), new Typed("76 pA", ""));
    hand.connect(leftWhim, hand.middle(left), new Typed("26 pA", "1"));
    hand.connect(rightWhim, hand.middle(right), new Typed("26 pA", "1"));
    hand.connect(pause, hand.middle(cells), new Typed("-250 pA", "1"));
    hand.connect(left, hand.port(bandit, "takes-choice"), Typed.NOTHING);
    hand.connect(right, hand.port(bandit, "takes-choice"), Typed.NOTHING);
    hand.connect(cells, hand.middle(dopamine), new Typed("0.00125 uM", ""));
    for (ElementId arm : List.of(left, right)) {
      ElementId learning = hand.projection(cortex, arm).id();
      hand.select(hand.line(learning));
      hand.choose("field-Synapse-model", "gated");
      hand.lead(dopamine, hand.line(learning));
    }

    Circuit drawn = hand.circuit();
    assertEquals(
        List.of(0, 1),
        drawn.links().stream()
            .filter(l -> l.to().equals(bandit))
            .map(l -> assertInstanceOf(Link.Act.class, l.role()).option())
            .toList());
    Bench.await(
        "the circuit is built",
        () -> bench.workspace.status().phase() == EngineStatus.Phase.PAUSED);
    Bench.act(() -> bench.workspace.setSpeed(Double.POSITIVE_INFINITY));
    Bench.act(() -> bench.workspace.submit(new EngineCommand.Run()));
    Bench.await("choices are made", () -> choices(bandit) >= 3);
    Bench.act(() -> bench.workspace.submit(new EngineCommand.Pause()));

    Checks checks = checks(cells);
    CheckRunner.Report report =
        new CheckRunner(Library.builtIn(), 2)
            .run(
                new CheckRunner.Plan(
                    drawn, DataFiles.NONE, checks, List.of(42L, 43L, 44L, 45L, 46L), false),
                () -> false);
    assertEquals(List.of(), report.problems());
    assertEquals(10, report.results().size());
    for (CheckResult r : report.results())
      assertTrue(r.isGreen(), r.check().name() + " on seed " + r.seed() + ": " + r.value());
  }

  /// The claims of sample project 18, with its own cells silenced.
  private static Checks checks(ElementId cells) throws IOException {
    Path sample = Path.of("..", "sample-projects", "18-choosing-by-reward", ChecksReader.FILE);
    String text = Files.readString(sample).replace("dopamine.param", cells.text() + ".param");
    return ChecksReader.read(ChecksReader.FILE, text).checks().orElseThrow();
  }

  @Test
  void rewardKeyGivesARewardOnTheCanvasAndALetterInAField(FxRobot robot) {
    begin(robot);
    ElementId dopamine = hand.place("dopamine", "modulator-dopamine", 0.5, 0.4);
    Bench.await(
        "the circuit is built",
        () -> bench.workspace.status().phase() == EngineStatus.Phase.PAUSED);
    TextField search = bench.find("parts-search", TextField.class);
    Bench.act(search::clear);
    robot.clickOn(search).type(KeyCode.R);
    assertEquals("r", Bench.onFx(search::getText));
    assertEquals(0, concentration(dopamine));
    Bench.act(search::clear);

    robot.clickOn(hand.canvas()).type(KeyCode.R);

    Bench.await("dopamine is there", () -> concentration(dopamine) > 0);
  }

  @Test
  void portsAreChosenByKeys(FxRobot robot) {
    begin(robot);
    ElementId cells = hand.place("excitatory", "part-excitatory", 0.8, 0.5);
    ElementId bandit = hand.place("bandit", "world-bandit", 0.4, 0.5);
    robot.type(KeyCode.C).type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.RIGHT);
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();

    Stimulus shown = hand.circuit().stimuli().getFirst();
    assertEquals("reward", assertInstanceOf(Signal.Observation.class, shown.signal()).port());
    assertEquals(cells, hand.circuit().projections().getFirst().to());
    assertEquals(bandit, assertInstanceOf(Signal.Observation.class, shown.signal()).world());
    Bench.act(() -> bench.workspace.apply(new Edit.Remove("Delete it", java.util.Set.of(bandit))));
    assertEquals(List.of(), hand.circuit().all(World.class));
    assertEquals(List.of(), hand.circuit().stimuli());
  }

  private long choices(ElementId world) {
    return bench
        .workspace
        .observationProperty()
        .get()
        .flatMap(o -> o.world(world))
        .map(WorldView::frame)
        .map(f -> f.choices())
        .orElse(0L);
  }

  private double concentration(ElementId source) {
    return Bench.onFx(() -> {
      double[] now = {0};
      bench
          .workspace
          .observationProperty()
          .get()
          .map(o -> o.clouds().get(source))
          .ifPresent(c -> c.fill(now));
      return now[0];
    });
  }
}
