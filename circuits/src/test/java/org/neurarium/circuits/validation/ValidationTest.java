package org.neurarium.circuits.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RandomCircuits;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Takes a sound circuit, breaks one thing, and listens to what is said.
class ValidationTest {

  private static final ModelCatalogue MODELS = Library.builtIn();
  private static final Point AT = new Point(0, 0);

  private static final DataFiles FILES =
      name -> {
        if (name.equals("here.csv")) return new StringReader("1\n");
        throw new NoSuchFileException(name);
      };

  private static ElementId id(String text) {
    return new ElementId(text);
  }

  private static Quantity q(String text) {
    return Quantity.parse(text).orElseThrow();
  }

  private static Value v(String text) {
    return Value.of(q(text));
  }

  private static Circuit sound() {
    return new Circuit(
        "Sound",
        "",
        RunSettings.DEFAULT,
        List.of(
            new Population(
                id("e"),
                "Cortex E",
                AT,
                Population.Type.EXCITATORY,
                80,
                "lif_exp_psc",
                Map.of(),
                Map.of(),
                Sheet.DEFAULT),
            new Population(
                id("i"),
                "Cortex I",
                AT,
                Population.Type.INHIBITORY,
                20,
                "lif_cond_exp",
                Map.of(),
                Map.of(),
                Sheet.DEFAULT),
            new Stimulus(
                id("in"),
                "Input",
                AT,
                80,
                new Signal.Poisson(v("8 Hz")),
                Stimulus.AT_ONCE,
                Stimulus.NEVER),
            new Stimulus(
                id("amp"),
                "Electrode",
                AT,
                1,
                new Signal.Dc(q("100 pA")),
                Stimulus.AT_ONCE,
                Stimulus.NEVER),
            projection("ie", "i", "e", "in", new Wiring.FixedInDegree(10), v("-40 pA")),
            projection("ei", "e", "i", "ex", new Wiring.PairwiseBernoulli(0.1), v("2 nS")),
            projection("ine", "in", "e", "ex", new Wiring.OneToOne(), v("100 pA")),
            projection("ampe", "amp", "e", "current", new Wiring.AllToAll(), v("1")),
            new Probe(
                id("raster"),
                "Raster",
                AT,
                List.of(id("e"), id("in")),
                new Recording.Spikes(NeuronSelection.first(20))),
            new Probe(
                id("trace"),
                "Trace",
                AT,
                List.of(id("e")),
                new Recording.State("V_m", NeuronSelection.first(3))),
            new Group(id("g"), "Column", AT, List.of(id("e"), id("i")), false),
            new Group(id("area"), "Area", AT, List.of(id("g")), false)));
  }

  private static Projection projection(
      String name, String from, String to, String receptor, Wiring wiring, Value weight) {
    return new Projection(
        id(name),
        name,
        id(from),
        id(to),
        receptor,
        wiring,
        true,
        true,
        weight,
        v("1.5 ms"),
        Synapse.STATIC);
  }

  /// A broken circuit and what is said of it.
  ///
  /// @param mended whether the problem brings an edit after which all is well
  record Broken(Circuit circuit, Problem.Severity severity, String sentence, boolean mended) {
    @Override
    public String toString() {
      return sentence;
    }
  }

  private static <E extends Element> Circuit with(
      String element, Class<E> kind, UnaryOperator<E> change) {
    Circuit circuit = sound();
    return new Edit.Replace(
            "", List.of(change.apply(circuit.find(id(element), kind).orElseThrow())))
        .apply(circuit);
  }

  private static Circuit population(UnaryOperator<Population> change) {
    return with("e", Population.class, change);
  }

  private static Circuit projection(String which, UnaryOperator<Projection> change) {
    return with(which, Projection.class, change);
  }

  private static Circuit signal(Signal signal) {
    return with("amp", Stimulus.class, s -> s.withSignal(signal));
  }

  private static Circuit spikeSignal(Signal signal) {
    return with("in", Stimulus.class, s -> s.withSignal(signal));
  }

  private static Circuit probe(String which, Recording recording) {
    return with(which, Probe.class, p -> new Probe(p.id(), p.name(), AT, p.targets(), recording));
  }

  private static Circuit run(String dt, String duration) {
    return sound().running(new RunSettings(q(dt), 1, q(duration)));
  }

  private static Broken error(Circuit circuit, String sentence) {
    return new Broken(circuit, Problem.Severity.ERROR, sentence, false);
  }

  private static Broken mendable(Circuit circuit, String sentence) {
    return new Broken(circuit, Problem.Severity.ERROR, sentence, true);
  }

  private static Broken warning(Circuit circuit, String sentence) {
    return new Broken(circuit, Problem.Severity.WARNING, sentence, false);
  }

  private static Broken note(Circuit circuit, String sentence) {
    return new Broken(circuit, Problem.Severity.NOTE, sentence, false);
  }

  static Stream<Broken> broken() {
    List<Broken> all = new ArrayList<>();
    runs(all);
    populations(all);
    stimuli(all);
    projections(all);
    wirings(all);
    probesAndGroups(all);
    return all.stream();
  }

  private static void runs(List<Broken> all) {
    all.add(mendable(run("0 ms", "1 s"), "The time step is 0 ms, and has to be a time above 0"));
    all.add(mendable(run("1 mV", "1 s"), "The time step is 1 mV, and has to be a time above 0"));
    all.add(mendable(run("0.1 ms", "-1 s"), "A run takes -1 s, and has to take a time above 0"));
    all.add(
        warning(
            run("1.5 ms", "1 s"),
            "The time step of 1.5 ms is long: neurons change within a millisecond"));
  }

  private static void populations(List<Broken> all) {
    all.add(
        mendable(
            with("i", Population.class, p -> p.withSize(0)),
            "The population 'Cortex I' has 0 neurons"));
    all.add(
        warning(
            with("i", Population.class, p -> p.withSize(2_000_000)),
            "The population 'Cortex I' has 2000000 neurons, which will be slow"));
    all.add(
        error(
            with("i", Population.class, p -> p.withSize(Integer.MAX_VALUE)),
            "The population 'Cortex I' has 2147483647 neurons, more than a computer like this can"
                + " hold"));
    all.add(
        mendable(
            population(p ->
                new Population(
                    p.id(),
                    p.name(),
                    AT,
                    p.type(),
                    80,
                    "lif_exp_pcs",
                    Map.of(),
                    Map.of(),
                    Sheet.DEFAULT)),
            "The population 'Cortex E' is of the model 'lif_exp_pcs', which is not known here"));
    all.add(
        mendable(
            population(p -> p.withParameter("tau_n", v("10 ms"))),
            "The population 'Cortex E' sets 'tau_n', which its model lif_exp_psc does not have"));
    all.add(
        error(
            population(p -> p.withParameter("tau_m", v("10 mV"))),
            "The population 'Cortex E': the membrane time constant (tau_m) is given as 10 mV, a"
                + " voltage, where a time is expected"));
    all.add(
        error(
            population(p -> p.withParameter("tau_m", v("0 ms"))),
            "The population 'Cortex E': the membrane time constant (tau_m) is 0 ms, and has to be"
                + " above 0"));
    all.add(
        warning(
            population(p -> p.withParameter("tau_m", new Value.Normal(q("10 ms"), q("3 ms")))),
            "The population 'Cortex E': the membrane time constant (tau_m) has to be above 0, and"
                + " some of the numbers drawn will not be"));
    all.add(
        error(
            population(p -> p.withParameter("t_ref", new Value.Uniform(q("-1 ms"), q("2 ms")))),
            "The population 'Cortex E': the refractory period (t_ref) is -1 ms to 2 ms, and has to"
                + " be 0 or above"));
    all.add(
        error(
            population(p -> p.withParameter("E_L", new Value.Uniform(q("-60 mV"), q("-70 mV")))),
            "The population 'Cortex E': the resting potential (E_L) is uniform from -60 mV to -70"
                + " mV, which is downwards"));
    all.add(
        error(
            population(p -> p.withParameter("E_L", new Value.Normal(q("-60 mV"), q("-1 mV")))),
            "The population 'Cortex E': the resting potential (E_L) has a standard deviation below"
                + " 0"));
    all.add(
        error(
            population(p ->
                p.withParameter(
                    "E_L", new Value.Normal(q("-60 mV"), q("1 mV"), q("0 mV"), q("10 mV")))),
            "The population 'Cortex E': the resting potential (E_L) is drawn around -60 mV, too far"
                + " from what is kept"));
    all.add(
        error(
            population(p ->
                p.withParameter("E_L", new Value.Listed(List.of(-60.0, -61.0), Unit.MILLIVOLT))),
            "The population 'Cortex E': the resting potential (E_L) is a list of 2 numbers, and 80"
                + " are needed"));
    all.add(
        error(
            population(p -> p.withParameter("E_L", v("1e308 GV"))),
            "The population 'Cortex E': the resting potential (E_L) is too large to compute with"));
    all.add(
        mendable(
            population(p -> p.withInitial(Map.of("V", v("-60 mV")))),
            "The population 'Cortex E' starts with 'V', which its model lif_exp_psc does not"
                + " have"));
    all.add(
        error(
            population(p ->
                p.withInitial(
                    Map.of("V_m", new Value.Gradient(Value.Axis.X, q("1 nS"), q("2 nS"))))),
            "The population 'Cortex E': the start value of V_m is given as 1 nS, a conductance,"
                + " where a voltage is expected"));
    all.add(
        warning(
            population(p -> p.withParameter("V_reset", v("-55 mV"))),
            "The population 'Cortex E' is reset to its threshold or above, so that it never stops"
                + " firing"));
    all.add(
        error(
            population(p ->
                new Population(
                    p.id(),
                    p.name(),
                    AT,
                    p.type(),
                    80,
                    p.model(),
                    Map.of(),
                    Map.of(),
                    new Sheet(q("0 um"), q("1 mm"), Sheet.Arrangement.GRID, false))),
            "The population 'Cortex E': the width of its sheet is 0 um, and has to be above 0"));
    all.add(
        mendable(population(p -> p.withName(" ")), "The population with the id 'e' has no name"));
    all.add(
        note(
            population(p -> p.withName("Cortex I")),
            "Another population is called 'Cortex I' too"));
  }

  private static void stimuli(List<Broken> all) {
    all.add(
        mendable(
            with("amp", Stimulus.class, s -> s.withSize(0)),
            "The stimulus 'Electrode' has 0 sources"));
    all.add(
        mendable(
            with("amp", Stimulus.class, s -> s.withSize(3)),
            "The stimulus 'Electrode' has 3 sources, and its kind has one"));
    all.add(
        warning(
            with(
                "amp",
                Stimulus.class,
                s -> new Stimulus(s.id(), s.name(), AT, 1, s.signal(), q("2 s"), q("1 s"))),
            "The stimulus 'Electrode' stops at 1 s, before it begins at 2 s, and so gives"
                + " nothing"));
    all.add(
        error(
            with(
                "amp",
                Stimulus.class,
                s -> new Stimulus(s.id(), s.name(), AT, 1, s.signal(), q("-1 ms"), Stimulus.NEVER)),
            "The stimulus 'Electrode': its start is -1 ms, and has to be 0 or above"));
    all.add(
        error(
            spikeSignal(new Signal.Poisson(v("8 ms"))),
            "The stimulus 'Input': the rate is given as 8 ms, a time, where a rate is expected"));
    all.add(
        error(
            spikeSignal(new Signal.Poisson(v("-8 Hz"))),
            "The stimulus 'Input': the rate is -8 Hz, and has to be 0 or above"));
    all.add(
        error(
            signal(new Signal.Dc(q("3 mV"))),
            "The stimulus 'Electrode': the current (amplitude) is given as 3 mV, a voltage, where a"
                + " current is expected"));
    all.add(
        mendable(
            signal(
                new Signal.Steps(
                    List.of(
                        new Signal.Step(q("2 ms"), q("1 pA")),
                        new Signal.Step(q("1 ms"), q("2 pA"))))),
            "The stimulus 'Electrode': the step at 1 ms comes after the one at 2 ms"));
    all.add(
        warning(
            signal(new Signal.Steps(List.of())),
            "The stimulus 'Electrode' has no steps, and so gives no current"));
    all.add(
        error(
            signal(new Signal.Ramp(q("0 pA"), q("1 pA"), q("0 ms"))),
            "The stimulus 'Electrode': the duration of the ramp is 0 ms, and has to be above 0"));
    all.add(
        error(
            signal(new Signal.Sine(q("0 pA"), q("1 pA"), q("-5 Hz"), 0)),
            "The stimulus 'Electrode': the frequency is -5 Hz, and has to be 0 or above"));
    all.add(
        error(
            signal(new Signal.Noise(q("0 pA"), q("-1 pA"), q("1 ms"))),
            "The stimulus 'Electrode': the standard deviation is -1 pA, and has to be 0 or above"));
    all.add(
        warning(
            signal(new Signal.Noise(q("0 pA"), q("1 pA"), q("0.01 ms"))),
            "The stimulus 'Electrode' changes every 0.01 ms, more often than the time step of 0.1"
                + " ms"));
    all.add(
        note(
            signal(new Signal.Noise(q("0 pA"), q("1 pA"), q("0.25 ms"))),
            "The stimulus 'Electrode' changes every 0.25 ms, which is not a whole number of time"
                + " steps"));
    all.add(
        error(
            spikeSignal(new Signal.SpikeList("gone.csv")),
            "The stimulus 'Input' reads the file 'gone.csv', which is not in the project's"
                + " folder"));
    all.add(
        error(
            spikeSignal(new Signal.SpikeList("../here.csv")),
            "The stimulus 'Input' reads '../here.csv', which is no file inside the project's"
                + " folder"));
  }

  private static void projections(List<Broken> all) {
    all.add(
        mendable(
            projection("ei", p -> p.between(id("x"), p.to())),
            "The projection 'ei' begins at 'x', which does not exist"));
    all.add(
        mendable(
            projection("ei", p -> p.between(p.from(), id("in"))),
            "The projection 'ei' ends at the stimulus 'Input', where only a population can be"));
    all.add(
        mendable(
            projection("ei", p -> p.between(id("raster"), p.to())),
            "The projection 'ei' begins at the probe 'Raster', where only a population or a"
                + " stimulus can be"));
    all.add(
        error(
            projection("ei", p -> p.onto("exc")),
            "The projection 'ei' lands on the receptor 'exc', which the model lif_cond_exp does not"
                + " have"));
    all.add(
        error(
            projection("ei", p -> p.onto("current")),
            "The projection 'ei' brings spikes to 'current', which takes a current"));
    all.add(
        mendable(
            projection("ampe", p -> p.onto("ex")),
            "The projection 'ampe' brings a current to 'ex', which takes spikes"));
    all.add(
        error(
            projection("ei", p -> p.withWeight(v("2 pA"))),
            "The projection 'ei': the weight is given as 2 pA, a current, where a conductance is"
                + " expected"));
    all.add(
        mendable(
            projection("ei", p -> p.withWeight(v("-2 nS"))),
            "The projection 'ei': the weight is -2 nS, and the receptor 'ex' takes weights of 0 or"
                + " above"));
    all.add(
        mendable(
            projection("ie", p -> p.withWeight(v("40 pA"))),
            "The projection 'ie': the weight is 40 pA, and the receptor 'in' takes weights of 0 or"
                + " below"));
    all.add(
        warning(
            projection("ei", p -> p.withWeight(new Value.Normal(q("2 nS"), q("1 nS")))),
            "The projection 'ei': some of the weights drawn will be negative, which the receptor"
                + " 'ex' does not take"));
    all.add(
        warning(
            projection("ei", p -> p.onto("in")),
            "The projection 'ei' inhibits, but its source 'Cortex E' is excitatory"));
    all.add(
        warning(
            projection("ie", p -> p.onto("ex").withWeight(v("1 pA"))),
            "The projection 'ie' excites, but its source 'Cortex I' is inhibitory"));
    all.add(
        error(
            projection("ei", p -> p.withDelay(v("1 mV"))),
            "The projection 'ei': the delay is given as 1 mV, a voltage, where a time is"
                + " expected"));
    all.add(
        error(
            projection("ei", p -> p.withDelay(v("0 ms"))),
            "The projection 'ei': the delay is 0 ms, and has to be above 0"));
    all.add(
        mendable(
            projection("ei", p -> p.withDelay(v("0.05 ms"))),
            "The projection 'ei' has a delay of 0.05 ms, shorter than the time step of 0.1 ms"));
    all.add(
        error(
            projection("ei", p -> p.withDelay(v("10 s"))),
            "The projection 'ei' has a delay of 10 s, and at most 6553.5 ms can be kept at a time"
                + " step of 0.1 ms"));
    all.add(
        note(
            projection("ei", p -> p.withDelay(v("1.55 ms"))),
            "The projection 'ei' has a delay of 1.55 ms, which is not a whole number of time steps"
                + " of 0.1 ms"));
    all.add(
        note(
            projection("ei", p -> p.withDelay(new Value.Uniform(q("0.05 ms"), q("2 ms")))),
            "The projection 'ei': some delays will be shorter than the time step of 0.1 ms"));
    all.add(
        mendable(
            projection(
                "ei",
                p ->
                    new Projection(
                        p.id(),
                        p.name(),
                        p.from(),
                        p.to(),
                        p.receptor(),
                        p.wiring(),
                        true,
                        true,
                        p.weight(),
                        p.delay(),
                        Synapse.of("stdp"))),
            "The projection 'ei' has synapses of the model 'stdp', which is not known here"));
  }

  private static Projection once(Projection p, Wiring wiring) {
    return new Projection(
        p.id(),
        p.name(),
        p.from(),
        p.to(),
        p.receptor(),
        wiring,
        false,
        false,
        p.weight(),
        p.delay(),
        Synapse.STATIC);
  }

  private static void wirings(List<Broken> all) {
    all.add(
        error(
            projection("ei", p -> p.wired(new Wiring.PairwiseBernoulli(10))),
            "The projection 'ei' connects with the probability 10"));
    all.add(
        error(
            projection("ei", p -> once(p, new Wiring.FixedInDegree(81))),
            "The projection 'ei' asks for 81 sources each, and there are only 80"));
    all.add(
        error(
            projection("ei", p -> once(p, new Wiring.FixedOutDegree(21))),
            "The projection 'ei' asks for 21 targets each, and there are only 20"));
    all.add(
        error(
            projection(
                "ie",
                p ->
                    once(
                        p.between(id("e"), id("e")).onto("ex").withWeight(v("1 pA")),
                        new Wiring.FixedInDegree(80))),
            "The projection 'ie' asks for 80 sources each, and there are only 79"));
    all.add(
        error(
            projection("ei", p -> p.wired(new Wiring.FixedInDegree(-1))),
            "The projection 'ei' asks for -1 sources each"));
    all.add(
        error(
            projection("ei", p -> once(p, new Wiring.FixedTotalNumber(1601))),
            "The projection 'ei' asks for 1601 synapses, and there are only 1600 pairs"));
    all.add(
        error(
            projection("ei", p -> p.wired(new Wiring.FixedTotalNumber(Long.MAX_VALUE))),
            "The projection 'ei' asks for 9223372036854775807 synapses"));
    all.add(
        error(
            projection("ei", p -> p.wired(new Wiring.OneToOne())),
            "The projection 'ei' connects one to one, from 80 to 20 neurons"));
    all.add(
        error(
            projection(
                "ei",
                p ->
                    p.wired(
                        new Wiring.DistanceDependent(new Wiring.Profile.Gaussian(0.5, q("0 um"))))),
            "The projection 'ei': the sigma of its profile is 0 um, and has to be above 0"));
    all.add(
        note(
            projection(
                "ei",
                p ->
                    p.wired(
                        new Wiring.DistanceDependent(
                            new Wiring.Profile.Exponential(1.5, q("1 um"))))),
            "The projection 'ei' has a peak probability of 1.5, above 1"));
    all.add(
        error(
            projection(
                "ei",
                p ->
                    p.wired(
                        new Wiring.DistanceDependent(
                            new Wiring.Profile.Gabor(0.5, q("1 um"), q("1 um"), 0, 0, 0)))),
            "The projection 'ei': the aspect of its Gabor profile is not above 0"));
    all.add(
        error(
            projection("ei", p -> p.wired(new Wiring.FromList("gone.csv"))),
            "The projection 'ei' reads the file 'gone.csv', which is not in the project's folder"));
    Circuit background =
        new Edit.Replace(
                "",
                List.of(
                    new Stimulus(
                        id("in"),
                        "Input",
                        AT,
                        1,
                        new Signal.PoissonBackground(q("8 Hz")),
                        Stimulus.AT_ONCE,
                        Stimulus.NEVER),
                    new Probe(
                        id("raster"),
                        "Raster",
                        AT,
                        List.of(id("e")),
                        new Recording.Spikes(NeuronSelection.ALL)),
                    projection("ine", "in", "e", "ex", new Wiring.FixedInDegree(1), v("100 pA"))))
            .apply(sound());
    all.add(
        mendable(
            background,
            "The projection 'ine' brings a background, which every target gets, but is not all to"
                + " all"));
  }

  private static void probesAndGroups(List<Broken> all) {
    all.add(
        warning(
            with("raster", Probe.class, p -> p.aimedAt(List.of())),
            "The probe 'Raster' looks at nothing"));
    all.add(
        mendable(
            with("raster", Probe.class, p -> p.aimedAt(List.of(id("e"), id("x")))),
            "The probe 'Raster' looks at 'x', which does not exist"));
    all.add(
        mendable(
            with("raster", Probe.class, p -> p.aimedAt(List.of(id("e"), id("amp")))),
            "The probe 'Raster' records spikes, which the stimulus 'Electrode' does not have"));
    all.add(
        mendable(
            with("trace", Probe.class, p -> p.aimedAt(List.of(id("e"), id("ei")))),
            "The probe 'Trace' records V_m, which the projection 'ei' does not have"));
    all.add(
        mendable(
            probe("trace", new Recording.State("V_n", NeuronSelection.ALL)),
            "The probe 'Trace' records 'V_n', which the neurons of 'Cortex E' do not have"));
    all.add(
        warning(
            probe(
                "trace", new Recording.State("V_m", NeuronSelection.parse("79, 80").orElseThrow())),
            "The probe 'Trace' records neuron 80 of 'Cortex E', whose last one is 79"));
    all.add(
        note(
            probe("trace", new Recording.State("V_m", NeuronSelection.ALL)),
            "The probe 'Trace' asks for 80 traces of 'Cortex E', and keeps the first 64"));
    all.add(
        error(
            probe("raster", new Recording.Rate(q("0 ms"))),
            "The probe 'Raster': the bin is 0 ms, and has to be above 0"));
    all.add(
        warning(
            probe("raster", new Recording.Rate(q("0.01 ms"))),
            "The probe 'Raster' counts in bins of 0.01 ms, shorter than the time step of 0.1 ms"));
    all.add(
        mendable(
            with("g", Group.class, g -> g.with(List.of(id("e"), id("x")))),
            "The group 'Column' holds 'x', which does not exist"));
    all.add(
        mendable(
            with("g", Group.class, g -> g.with(List.of(id("e"), id("ei")))),
            "The group 'Column' holds the projection 'ei', which belongs to its two ends"));
    all.add(
        mendable(
            with("g", Group.class, g -> g.with(List.of(id("e"), id("e")))),
            "The group 'Column' holds 'Cortex E' twice"));
    all.add(
        mendable(
            with("area", Group.class, g -> g.with(List.of(id("g"), id("i")))),
            "The group 'Area' holds 'Cortex I', which is in the group 'Column' already"));
    all.add(
        error(
            with("g", Group.class, g -> g.with(List.of(id("g")))),
            "The group 'Column' holds itself"));
  }

  @Test
  void findsNothingInASoundCircuit() {
    assertEquals(List.of(), Validation.problems(sound(), MODELS, FILES));
    assertEquals(List.of(), Validation.problems(Circuit.EMPTY, MODELS, DataFiles.NONE));
    assertEquals(
        List.of(),
        Validation.problems(spikeSignal(new Signal.SpikeList("here.csv")), MODELS, FILES));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void saysWhatIsWrongInOneSentence(Broken broken) {
    List<Problem> problems = Validation.problems(broken.circuit(), MODELS, FILES);
    Optional<Problem> found =
        problems.stream().filter(p -> p.sentence().equals(broken.sentence())).findFirst();
    assertTrue(found.isPresent(), () -> problems.toString());
    assertEquals(broken.severity(), found.get().severity());
    assertFalse(found.get().place().toString().isEmpty());
    assertFalse(found.get().hint().isEmpty());
    if (broken.mended()) {
      Circuit mended = found.get().fix().orElseThrow().apply(broken.circuit());
      List<Problem> left = Validation.problems(mended, MODELS, FILES);
      assertFalse(
          left.stream().anyMatch(p -> p.sentence().equals(broken.sentence())),
          () -> left.toString());
      assertTrue(left.size() < problems.size(), () -> left.toString());
    }
  }

  @Test
  void findsGroupsThatHoldEachOther() {
    Circuit circuit = with("g", Group.class, g -> g.with(List.of(id("area"))));
    List<String> said =
        Validation.problems(circuit, MODELS, FILES).stream().map(Problem::sentence).toList();
    assertTrue(
        said.contains("The group 'Column' holds a group that holds it in turn"), said.toString());
    assertTrue(
        said.contains("The group 'Area' holds a group that holds it in turn"), said.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "E_l", "V_m", "exc"})
  void suggestsWhatWasMeant(String slip) {
    Circuit circuit =
        switch (slip) {
          case "model" ->
              population(p ->
                  new Population(
                      p.id(), "E", AT, p.type(), 80, "LIF_exp_psc", Map.of(), Map.of(), p.sheet()));
          case "E_l" -> population(p -> p.withParameter("E_l", v("1 mV")));
          case "V_m" -> probe("trace", new Recording.State("Vm", NeuronSelection.ALL));
          default -> projection("ei", p -> p.onto("EX"));
        };
    String hint = Validation.problems(circuit, MODELS, FILES).getFirst().hint();
    assertTrue(hint.startsWith("Did you mean '"), hint);
  }

  @ParameterizedTest(name = "seeds from {0}000")
  @ValueSource(longs = {0, 1, 2, 3})
  void alwaysAnswersInSentencesAndItsEditsApply(long thousand) {
    for (long seed = thousand * 1000; seed < thousand * 1000 + 1000; seed++) {
      Circuit circuit = RandomCircuits.circuit(seed);
      for (Problem problem : Validation.problems(circuit, MODELS, FILES)) {
        assertFalse(
            problem.sentence().isBlank() || problem.place().toString().isBlank(), "seed " + seed);
        assertFalse(
            problem.sentence().contains("Exception") || problem.sentence().contains("NaN"),
            problem.sentence());
        problem.fix().ifPresent(fix -> fix.apply(circuit));
      }
    }
  }
}
