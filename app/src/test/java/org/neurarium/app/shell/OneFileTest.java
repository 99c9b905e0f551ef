package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.app.cli.Commands;
import org.neurarium.app.documents.UserFolder;
import org.neurarium.app.formulas.FormulaSheet;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.file.CircuitReader;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.validation.Validation;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.Simulation;
import org.neurarium.engine.Threads;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// One new file is a neuron model everywhere: palette, inspector, validation, files, engine, command line and manual. Nothing else is changed for it.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class OneFileTest {

  private static final String TEXT =
      """
      neuron adder "Perfect integrator"
        summary    "Adds up its current and fires each time it has enough."
        reference  doi:10.1007/s00422-006-0068-6
        parameter  C_m   = 100 pF   in 10 .. 500  positive  "membrane capacitance"
        parameter  V_th  = 10 mV    in 1 .. 30    positive  "threshold"
        parameter  I_e   = 128 pA   in 0 .. 500             "constant current"
        state      v = V_th/2                               "membrane potential"
        receptor   ex : mV  excites  typical 1 mV           "jump"
        dv/dt = (I_e + I_ext)/C_m   : mV
        on ex  v += weight
        spike when v >= V_th
        reset v = 0 mV
        preset "fast"  I_e = 128 pA
        preset "slow"  I_e = 64 pA
      """;

  @TempDir static Path folder;
  private Bench bench;

  @Start
  void open(Stage stage) throws IOException {
    Path models = Files.createDirectories(folder.resolve("person/models"));
    Files.writeString(models.resolve("adder.model"), TEXT);
    bench = new Bench(stage, folder.resolve("user"), List.of(), laboratory());
  }

  @BeforeEach
  void startWithAnEmptyCircuit() {
    Bench.act(bench.window.documents()::startNew);
    Bench.await("the circuit is open", () -> bench.window.documents().openProperty().get());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static ModelCatalogue laboratory() {
    return new UserFolder(folder.resolve("person")).including(Library.builtIn());
  }

  private Circuit circuit() {
    return Bench.onFx(bench.workspace::circuit);
  }

  private Population population() {
    return circuit().populations().getFirst();
  }

  /// Puts neurons of the model onto the canvas as a person does.
  private void place(FxRobot robot) {
    robot.clickOn("#parts-search").write("perfect integr");
    bench.find("model-adder", javafx.scene.Node.class);
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void theInspectorIsMadeFromTheFile(FxRobot robot) {
    place(robot);
    List<String> fields = Bench.onFx(() -> bench.window.inspector().fields());
    assertTrue(
        fields.containsAll(List.of("C_m", "V_th", "I_e", "preset", "start v")), fields.toString());
    assertTrue(Bench.onFx(() -> bench.window.inspector().focusField("start v")));
    assertEquals("5", bench.find("field-v", TextField.class).getText(), "half of the threshold");
    Value threshold = Value.of(Quantity.of(30, "mV"));
    Bench.act(
        () -> bench.workspace.change("Set V_th", population().withParameter("V_th", threshold)));
    assertEquals("15", bench.find("field-v", TextField.class).getText());
    assertTrue(Bench.onFx(() -> contains(FormulaSheet.class)));
    assertTrue(Bench.onFx(() -> says("doi:10.1007/s00422-006-0068-6")));
  }

  private boolean contains(Class<?> kind) {
    return bench.window.inspector().lookupAll("*").stream().anyMatch(kind::isInstance);
  }

  private boolean says(String text) {
    return bench.window.inspector().lookupAll("*").stream()
        .anyMatch(n -> n instanceof Labeled l && text.equals(l.getText()));
  }

  @Test
  void itIsCheckedSavedWithTheProjectAndReadBack(FxRobot robot) throws IOException {
    place(robot);
    Circuit circuit = circuit();
    assertEquals("adder", population().model());
    assertEquals(List.of(), errors(circuit));
    Circuit wrong =
        new Edit.Replace(
                "", List.of(population().withParameter("C_m", Value.of(Quantity.of(0, "pF")))))
            .apply(circuit);
    assertEquals("C_m", errors(wrong).getFirst().place().field());

    Path place = folder.resolve("project");
    Files.createDirectories(place);
    ProjectFolder project = ProjectFolder.of(place);
    assertEquals(Optional.empty(), project.save(circuit));
    assertEquals(TEXT, Files.readString(place.resolve("models/adder.model")));
    CircuitReader.Result read = project.read();
    assertEquals(Optional.of(circuit), read.circuit());
    assertEquals(List.of(), errors(read.circuit().orElseThrow()), "on anybody's computer");
  }

  private static List<Problem> errors(Circuit circuit) {
    return Validation.problems(circuit, Library.builtIn(), DataFiles.NONE).stream()
        .filter(Problem::isError)
        .toList();
  }

  @Test
  void theEngineRunsIt(FxRobot robot) {
    place(robot);
    // 0.128 mV a step: from 5 mV to 10 mV in 40 steps, then from 0 mV in 79 each time.
    assertArrayEquals(new long[] {40, 119, 198, 277}, spikeSteps(circuit()));
    Circuit slow =
        new Edit.Replace(
                "", List.of(population().withParameter("I_e", Value.of(Quantity.of(64, "pA")))))
            .apply(circuit());
    assertArrayEquals(new long[] {79, 236}, spikeSteps(slow));
    Bench.act(bench.workspace::toggleRun);
    Bench.await("it runs", () -> bench.workspace.status().step() > 100);
    assertEquals(List.of(), bench.workspace.status().problems());
  }

  /// The steps of a run of 30 ms at which the first neuron fires.
  private static long[] spikeSteps(Circuit circuit) {
    List<Long> steps = new ArrayList<>();
    Simulation.Build built =
        Simulation.build(
            circuit, DataFiles.NONE, Library.builtIn(), Threads.exactly(1), BuildMonitor.NONE);
    try (Simulation simulation = built.simulation().orElseThrow()) {
      simulation.sendSpikesTo((step, neurons, count) -> {
        if (count > 0 && neurons[0] == 0) steps.add(step);
      });
      assertEquals(Optional.empty(), simulation.advance(300));
    }
    return steps.stream().mapToLong(Long::longValue).toArray();
  }

  @Command(name = "neurarium")
  private static final class Root {}

  private static String print(String... words) {
    StringWriter out = new StringWriter();
    CommandLine line = new Commands(laboratory()).addTo(new CommandLine(new Root()));
    line.setOut(new PrintWriter(out, true));
    assertEquals(0, line.execute(words));
    return out.toString();
  }

  @Test
  void theCommandLineAndTheManualKnowIt() {
    assertTrue(print("models").contains("adder"));
    String model = print("models", "adder");
    assertTrue(model.contains("dv/dt = (I_e + I_ext)/C_m : mV"), model);
    assertTrue(model.contains("membrane capacitance"), model);
    String manual = print("models", "--manual");
    assertTrue(manual.contains("\n### adder\n"));
    assertTrue(manual.contains("https://doi.org/10.1007/s00422-006-0068-6"));
  }
}
