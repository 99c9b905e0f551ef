package org.neurarium.circuits.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModelPrinter;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Effect;
import org.neurarium.circuits.model.NeuronModel.Receptor;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.units.Quantity;

/// The models that come with Neurarium.
class LibraryTest {

  static Stream<String> ids() {
    return Library.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void hasNoProblemsAndSaysWhatItIs(String id) {
    Reading reading = ModelReader.read(id + ".model", Library.text(id));
    assertEquals(List.of(), reading.problems());
    Model model = reading.model().orElseThrow();
    assertEquals(id, model.id());
    assertTrue(model.title().length() > 2);
    assertTrue(model.summary().length() > 20);
    model
        .parameters()
        .forEach(p -> assertTrue(!p.label().equals(p.id()), () -> p.id() + " has no label"));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void printsAndReadsBack(String id) {
    Model model = ModelReader.read(id + ".model", Library.text(id)).model().orElseThrow();
    String printed = ModelPrinter.print(model);
    Reading again = ModelReader.read("printed.model", printed);
    assertEquals(List.of(), again.problems(), printed);
    assertEquals("", Likeness.difference(model, again.model().orElseThrow()));
    assertEquals(printed, ModelPrinter.print(again.model().orElseThrow()));
  }

  @Test
  void namesAreDifferentInEachKind() {
    ModelCatalogue models = Library.builtIn();
    assertEquals(
        models.entries().size(),
        models.entries().stream().map(e -> e.kind() + e.id()).distinct().count());
    assertEquals("lif_exp_psc", models.neurons().getFirst().id());
    assertTrue(models.synapse("static").orElseThrow().isStatic());
  }

  @Test
  void aListSaysOfAModelWhatTheModelSaysOfItself() {
    ModelCatalogue models = Library.builtIn();
    for (ModelCatalogue.Entry entry : models.entries()) {
      // Before the model, as afterwards it could be asked.
      List<Object> listed = List.of(entry.kind(), entry.id(), entry.title(), entry.summary());
      Model model = entry.model();
      assertEquals(List.of(model.kind(), model.id(), model.title(), model.summary()), listed);
      assertSame(model, entry.model());
    }
  }

  @Test
  void manyThreadsThatAskForOneModelGetTheSame() throws Exception {
    ModelCatalogue models = Library.builtIn();
    CountDownLatch start = new CountDownLatch(1);
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(_ ->
                Thread.ofPlatform()
                    .start(() -> {
                      try {
                        start.await();
                      } catch (InterruptedException e) {
                        return;
                      }
                      seen.add(System.identityHashCode(models.neuron("adex").orElseThrow()));
                    }))
            .toList();
    start.countDown();
    for (Thread thread : threads) thread.join();
    assertEquals(1, seen.size());
  }

  @Test
  void theLeakyNeuronIsTheOneThatCircuitsKnow() {
    NeuronModel model = Library.builtIn().neuron("lif_exp_psc").orElseThrow();
    assertEquals(
        List.of(
            "C_m", "tau_m", "E_L", "V_th", "V_reset", "t_ref", "I_e", "tau_syn_ex", "tau_syn_in"),
        model.parameters().stream().map(p -> p.id()).toList());
    assertEquals(
        List.of("V_m", "I_syn_ex", "I_syn_in"),
        model.states().stream().map(NeuronModel.State::id).toList());
    assertEquals(
        List.of("ex", "in", "current"), model.receptors().stream().map(Receptor::id).toList());
    assertEquals(Limit.POSITIVE, model.parameter("tau_m").orElseThrow().limit());
    assertEquals(Quantity.of(-100, "pA"), model.receptor("in").orElseThrow().standardWeight());
    assertEquals(Effect.INHIBITS, model.receptor("in").orElseThrow().effect());
    assertEquals("membrane time constant", model.parameter("tau_m").orElseThrow().label());
  }

  @Test
  void aReaderSeesFormulasAndEvents() {
    assertEquals(
        List.of(
            "dV_m/dt = -(V_m - E_L)/tau_m + (I_e + I_ext)/C_m : mV",
            "on delta V_m += weight",
            "spike when V_m >= V_th",
            "reset V_m = V_reset",
            "refractory t_ref"),
        Library.builtIn().neuron("lif_delta").orElseThrow().equations());
  }

  @Test
  void aReaderSeesThatNothingIsHeld() {
    assertTrue(
        Library.builtIn()
            .neuron("traub_miles")
            .orElseThrow()
            .equations()
            .contains("refractory t_ref holding nothing"));
  }
}
