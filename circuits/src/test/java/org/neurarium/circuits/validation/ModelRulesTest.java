package org.neurarium.circuits.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.Sketches;
import org.neurarium.circuits.units.Quantity;

/// What is said about models: a circuit's own, the synapses', and couplings.
class ModelRulesTest {

  private final ModelCatalogue models = Sketches.catalogue(new AtomicInteger());

  private static final Synapse STDP =
      Synapse.of("stdp").withParameter("tau_plus", Quantity.of(15, "ms"));

  private static Population population(String id, String model) {
    return new Population(
        new ElementId(id),
        id.toUpperCase(java.util.Locale.ROOT),
        new Point(0, 0),
        Population.Type.EXCITATORY,
        10,
        model,
        Map.of(),
        Map.of(),
        Sheet.DEFAULT);
  }

  private static Stimulus stimulus(Signal signal) {
    return new Stimulus(
        new ElementId("drive"),
        "Drive",
        new Point(0, 0),
        1,
        signal,
        Stimulus.AT_ONCE,
        Stimulus.NEVER);
  }

  private static Projection projection(
      String from, String to, String receptor, String weight, Synapse synapse) {
    return new Projection(
        new ElementId("p"),
        "P",
        new ElementId(from),
        new ElementId(to),
        receptor,
        new Wiring.AllToAll(),
        true,
        true,
        Value.of(Quantity.parse(weight).orElseThrow()),
        Value.of(1, "ms"),
        synapse);
  }

  private static Circuit circuit(Element... elements) {
    return new Circuit("", "", RunSettings.DEFAULT, List.of(elements));
  }

  private List<Problem> problems(Circuit circuit) {
    return Validation.problems(circuit, models, DataFiles.NONE);
  }

  /// The only problem's sentence, after its edit (if it has one) was seen to mend it.
  private String only(Circuit circuit) {
    List<Problem> found = problems(circuit);
    assertEquals(1, found.size(), found.toString());
    found.getFirst().fix().ifPresent(fix -> assertEquals(List.of(), problems(fix.apply(circuit))));
    return found.getFirst().sentence();
  }

  private Circuit stdp(Synapse synapse) {
    return circuit(
        population("a", "lif_exp_psc"),
        population("b", "lif_exp_psc"),
        projection("a", "b", "ex", "40 pA", synapse));
  }

  @Test
  void acceptsPopulationsOfTheCircuitsOwnModels() {
    Circuit circuit =
        circuit(population("a", "mine")).withModels(List.of(new OwnModel("mine", "neuron mine")));
    assertEquals(List.of(), problems(circuit));
  }

  @Test
  void tellsMistakesInOwnModelsAtTheirLineAndNotOnceMoreForEachPopulation() {
    Circuit circuit =
        circuit(population("a", "mine"), population("b", "mine"))
            .withModels(List.of(new OwnModel("mine", "neuron mine\n  oops")));
    assertEquals("There is no 'oops'", only(circuit));
    assertEquals("models/mine.model:2:3", problems(circuit).getFirst().place().toString());
  }

  @Test
  void suggestsAnOwnModelForAMistypedOne() {
    Circuit circuit =
        circuit(population("a", "my_nueron"))
            .withModels(List.of(new OwnModel("my_neuron", "neuron my_neuron")));
    assertEquals(
        "The population 'A' is of the model 'my_nueron', which is not known here", only(circuit));
    assertEquals("Did you mean 'my_neuron'?", problems(circuit).getFirst().hint());
  }

  @Test
  void acceptsSynapsesWithParametersOfTheirModel() {
    assertEquals(List.of(), problems(stdp(STDP)));
  }

  @Test
  void namesTheSynapseModelThatWasMeant() {
    Circuit circuit = stdp(STDP.withModel("sdtp"));
    assertEquals(
        "The projection 'P' has synapses of the model 'sdtp', which is not known here",
        only(circuit));
    assertEquals("Did you mean 'stdp'?", problems(circuit).getFirst().hint());
  }

  @Test
  void findsParametersThatTheSynapseModelDoesNotHave() {
    Circuit circuit = stdp(Synapse.of("stdp").withParameter("tau_pulse", Quantity.of(15, "ms")));
    assertEquals(
        "The projection 'P' sets 'tau_pulse', which its synapse model stdp does not have",
        only(circuit));
    assertEquals("synapse.tau_pulse", problems(circuit).getFirst().place().field());
  }

  @Test
  void checksUnitsAndLimitsOfSynapseParameters() {
    assertEquals(
        "The projection 'P': the time constant (tau_plus) of its synapses is given as 15 mV, a"
            + " voltage, where a time is expected",
        only(stdp(STDP.withParameter("tau_plus", Quantity.of(15, "mV")))));
    assertEquals(
        "The projection 'P': the time constant (tau_plus) of its synapses is 0 ms, and has to be"
            + " above 0",
        only(stdp(STDP.withParameter("tau_plus", Quantity.of(0, "ms")))));
  }

  @Test
  void findsTargetsWithoutTheStateThatASynapseReads() {
    assertEquals(
        "The projection 'P': the synapse model stdp reads 'V_m' of its target, and 'B' of the"
            + " model gappy has no such state",
        only(
            circuit(
                population("a", "lif_exp_psc"),
                population("b", "gappy"),
                projection("a", "b", "ex", "4 nS", STDP))));
  }

  @Test
  void wantsStaticSynapsesWhereThereAreNone() {
    assertEquals(
        "The projection 'P' has synapses of the model 'stdp', and its source acts on neurons"
            + " without synapses",
        only(
            circuit(
                stimulus(new Signal.Dc(Quantity.of(100, "pA"))),
                population("b", "lif_exp_psc"),
                projection("drive", "b", "current", "1", STDP))));
  }

  @Test
  void letsNeuronsCoupleToEachOther() {
    assertEquals(
        List.of(),
        problems(
            circuit(
                population("a", "lif_exp_psc"),
                population("b", "gappy"),
                projection("a", "b", "gap", "4 nS", Synapse.STATIC))));
  }

  @Test
  void couplesOnlyToNeuronsThatHaveTheState() {
    assertEquals(
        "The projection 'P' couples to 'x', which the model lif_exp_psc of 'A' does not have",
        only(
            circuit(
                population("a", "lif_exp_psc"),
                population("b", "gappy"),
                projection("a", "b", "trace", "4 nS", Synapse.STATIC))));
  }

  @Test
  void couplesWithoutPlasticityAndNotToStimuliAndInTheReceptorsUnit() {
    String pair = "The projection 'P' has synapses of the model 'stdp', and its receptor 'gap'";
    assertTrue(
        problems(
                circuit(
                    population("a", "gappy"),
                    population("b", "gappy"),
                    projection("a", "b", "gap", "4 nS", STDP)))
            .stream()
            .anyMatch(p -> p.sentence().startsWith(pair)));
    assertEquals(
        "The projection 'P' brings spikes to 'gap', which couples to the neurons of a population",
        only(
            circuit(
                stimulus(new Signal.Poisson(Value.of(10, "Hz"))),
                population("b", "gappy"),
                projection("drive", "b", "gap", "4 nS", Synapse.STATIC))));
    assertEquals(
        "The projection 'P': the weight is given as 4 pA, a current, where a conductance is"
            + " expected",
        only(
            circuit(
                population("a", "gappy"),
                population("b", "gappy"),
                projection("a", "b", "gap", "4 pA", Synapse.STATIC))));
  }
}
