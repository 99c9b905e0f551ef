package org.neurarium.circuits.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.ModulatorSource.Spread;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Problem.Severity;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.World;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.units.Quantity;

/// Takes a circuit in which dopamine teaches and changes something, breaks one thing, and listens to what is said.
class ModulatorRulesTest {

  private static final Point AT = new Point(0, 0);
  private static final ModulatorSource SOURCE =
      new ModulatorSource(
          id("da"), "Dopamine", AT, "dopamine", Map.of(), ModulatorSource.EVERYWHERE);

  private static ElementId id(String text) {
    return new ElementId(text);
  }

  private static Quantity q(String text) {
    return Quantity.parse(text).orElseThrow();
  }

  private static Population population(String id) {
    return new Population(
        id(id),
        id,
        AT,
        Population.Type.EXCITATORY,
        10,
        "lif_exp_psc",
        Map.of(),
        Map.of(),
        Sheet.DEFAULT);
  }

  private static Stimulus stimulus(String id, Signal signal) {
    return new Stimulus(id(id), id, AT, 1, signal, Stimulus.AT_ONCE, Stimulus.NEVER);
  }

  private static Projection projection(String from, String to, String receptor, Synapse synapse) {
    return new Projection(
        id(from + "-" + to),
        from + " to " + to,
        id(from),
        id(to),
        receptor,
        new Wiring.AllToAll(),
        true,
        true,
        receptor.equals("current") ? Value.of(1, "") : Value.of(100, "pA"),
        Value.of(1, "ms"),
        synapse);
  }

  private static Link link(String id, String from, String to, Link.Role role) {
    return new Link(id(id), id, id(from), id(to), role);
  }

  private static Link modulate(String to, String parameter) {
    return modulate(to, parameter, "1 uM", 1, 0.5);
  }

  private static Link modulate(
      String to, String parameter, String half, double hill, double strength) {
    return link("modulate", "da", to, new Link.Modulate(parameter, q(half), hill, strength));
  }

  private static Link release(String from, String amount, String delay) {
    return link("release", from, "da", new Link.Release(q(amount), q(delay)));
  }

  private static Link error(String amount, double rate, double discount) {
    return link("error", "w", "da", new Link.PredictionError(q(amount), q("1 ms"), rate, discount));
  }

  /// Without a mistake. A name that a mistake brings along replaces what is here.
  private static List<Element> sound() {
    return List.of(
        population("cortex"),
        population("striatum"),
        population("cells"),
        stimulus("dc", new Signal.Dc(q("100 pA"))),
        stimulus("noise", new Signal.Noise(q("0 pA"), q("50 pA"), q("1 ms"))),
        new World(id("w"), "Chamber", AT, "conditioning", Map.of(), ""),
        SOURCE,
        projection("cortex", "striatum", "ex", Synapse.of("rstdp")),
        projection("cells", "striatum", "ex", Synapse.of("static")),
        projection("dc", "cortex", "current", Synapse.STATIC),
        projection("noise", "striatum", "current", Synapse.STATIC),
        release("cells", "0.1 uM", "1 ms"),
        link("reward", "w", "da", new Link.Reward("reward", q("0.5 uM"), q("1 ms"))),
        error("0.5 uM", 0.1, 0.9),
        link("third", "da", "cortex-striatum", new Link.Modulate("", q("1 uM"), 1, 1)),
        modulate("striatum", "gain"));
  }

  private static List<Problem> problems(List<Element> elements) {
    return Validation.problems(
        new Circuit("Learning", "", RunSettings.DEFAULT, elements),
        Library.builtIn(),
        DataFiles.NONE);
  }

  private static List<Element> with(Element part) {
    List<Element> all = new ArrayList<>(sound());
    all.removeIf(e -> e.id().equals(part.id()));
    all.add(part);
    return all;
  }

  record Broken(Severity severity, Element part, String field, String sentence, String hint) {
    @Override
    public String toString() {
      return sentence;
    }
  }

  private static Arguments wrong(Element part, String field, String sentence, String hint) {
    return Arguments.of(new Broken(Severity.ERROR, part, field, sentence, hint));
  }

  private static Arguments odd(Element part, String field, String sentence, String hint) {
    return Arguments.of(new Broken(Severity.WARNING, part, field, sentence, hint));
  }

  private static ModulatorSource field(String diffusion, String width, int cells) {
    return SOURCE.spreading(new Spread.Field(q(diffusion), q(width), cells));
  }

  private static Stream<Arguments> sources() {
    return Stream.of(
        wrong(SOURCE.ofModel("dopamin"), "model", "which is not known here", "mean 'dopamine'"),
        wrong(SOURCE.ofModel("x"), "model", "which is not known here", "The substances are"),
        wrong(SOURCE.ofModel("lif_exp_psc"), "model", "which is not known here", "substances"),
        wrong(SOURCE.withParameter("taus", q("1 s")), "taus", "does not have", "mean 'tau'"),
        wrong(SOURCE.withParameter("tau", q("1 mV")), "tau", "where a time is expected", "like"),
        wrong(SOURCE.withParameter("tau", q("0 s")), "tau", "above 0", ""),
        wrong(field("10 um", "1 mm", 8), "spread", "the diffusion coefficient", "like"),
        wrong(field("-1 um^2/ms", "1 mm", 8), "spread", "the diffusion coefficient", ""),
        wrong(field("1 um^2/ms", "1 ms", 8), "spread", "the width of the field", "like"),
        wrong(field("1 um^2/ms", "0 um", 8), "spread", "the width of the field", ""),
        wrong(field("1 um^2/ms", "1 mm", 1), "spread", "a field of 1 cells", "Take 2 to 256"),
        wrong(field("1 um^2/ms", "1 mm", 999), "spread", "a field of 999 cells", "2 to 256"));
  }

  private static Stream<Arguments> releases() {
    return Stream.of(
        wrong(release("nobody", "1 uM", "1 ms"), "from", "which is not there", "draw it anew"),
        wrong(
            release("da", "1 uM", "1 ms"),
            "role",
            "cannot go from a modulator source",
            "A release goes from"),
        wrong(release("dc", "1 uM", "1 ms"), "from", "which has none", "a stimulus that spikes"),
        wrong(release("cells", "1 mV", "1 ms"), "amount", "the amount released", "like"),
        wrong(release("cells", "-1 uM", "1 ms"), "amount", "the amount released", ""),
        wrong(release("cells", "1 uM", "0 ms"), "delay", "the delay", ""),
        wrong(release("cells", "1 uM", "1 mV"), "delay", "the delay", "like"),
        odd(
            release("cells", "1 uM", "0.01 ms"),
            "delay",
            "shorter than the time step",
            "one time step"),
        wrong(
            link("reward", "cells", "da", new Link.Reward("reward", q("1 uM"), q("1 ms"))),
            "role",
            "cannot go from a population to a modulator source",
            "from a world"),
        wrong(
            link("reward", "w", "da", new Link.Reward("rewart", q("1 uM"), q("1 ms"))),
            "port",
            "which the world 'Chamber' does not have",
            "mean 'reward'"),
        wrong(
            link("reward", "w", "da", new Link.Reward("cue_a", q("1 uM"), q("1 ms"))),
            "port",
            "which is no event",
            "The events of 'Chamber' are"),
        wrong(error("1 mV", 0.1, 0.9), "amount", "the amount released", "like"),
        wrong(error("1 uM", 1.5, 0.9), "learning_rate", "the learning rate is 1.5", "0 to 1"),
        wrong(error("1 uM", Double.NaN, 0.9), "learning_rate", "the learning rate", "0 to 1"),
        wrong(error("1 uM", 0.1, -0.1), "discount", "the discount is -0.1", "0 to 1"));
  }

  private static Stream<Arguments> modulations() {
    return Stream.of(
        wrong(modulate("nothing", "gain"), "to", "which is not there", "draw it anew"),
        wrong(modulate("dc", "gain"), "role", "to a stimulus", "a population or a projection"),
        wrong(modulate("da", "gain"), "role", "to a modulator source", "A modulation goes from"),
        wrong(modulate("striatum", ""), "parameter", "does not say what", "such as gain"),
        wrong(modulate("striatum", "V_ht"), "parameter", "does not have", "mean 'V_th'"),
        wrong(modulate("cortex-striatum", "A_pls"), "parameter", "does not have", "mean 'A_plus'"),
        wrong(modulate("cells-striatum", "U"), "parameter", "does not have", "tsodyks_markram"),
        wrong(modulate("cells-striatum", ""), "parameter", "read none", "such as rstdp"),
        wrong(modulate("striatum", "gain", "0 uM", 1, 1), "half_effect", "half the effect", ""),
        wrong(modulate("striatum", "gain", "1 mV", 1, 1), "half_effect", "half the effect", "like"),
        wrong(
            modulate("striatum", "gain", "1 uM", 0, 1), "hill", "a Hill exponent of 0", "above 0"),
        wrong(
            modulate("striatum", "gain", "1 uM", 1, Double.NaN),
            "strength",
            "no finite strength",
            "Take 1"),
        odd(modulate("striatum", "gain", "1 uM", 1, -2), "strength", "can turn the sign", "At -1"),
        odd(modulate("cortex", "noise"), "parameter", "which has none", "a stimulus of noise"),
        odd(
            modulate("cortex-striatum", ""),
            "parameter",
            "does the same as",
            "Delete one of them"));
  }

  private static Stream<Arguments> mistakes() {
    return Stream.of(sources(), releases(), modulations()).flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysOnceWhereAndWhatToDo(Broken broken) {
    List<Element> elements = with(broken.part());
    List<Problem> found = problems(elements);
    List<Problem> meant =
        found.stream().filter(p -> p.sentence().contains(broken.sentence())).toList();
    assertEquals(1, meant.size(), found.toString());
    Problem problem = meant.getFirst();
    assertEquals(broken.severity(), problem.severity());
    assertEquals(broken.part().id(), problem.place().element().orElseThrow());
    assertEquals(broken.field(), problem.place().field());
    assertTrue(!problem.hint().isBlank() && problem.hint().contains(broken.hint()), problem.hint());
    problem
        .fix()
        .ifPresent(fix -> {
          Circuit mended = fix.apply(new Circuit("Learning", "", RunSettings.DEFAULT, elements));
          assertTrue(
              problems(mended.elements()).stream()
                  .noneMatch(p -> p.sentence().equals(problem.sentence())),
              "mended");
        });
  }

  @Test
  void nothingIsSaidOfASoundCircuit() {
    assertEquals(List.of(), problems(sound()));
  }

  @Test
  void noiseThatIsThereMayBeTurnedUp() {
    assertEquals(List.of(), problems(with(modulate("striatum", "noise"))));
  }

  @Test
  void aSourceThatNothingReleasesAndThatActsOnNothingIsToldAtTheSource() {
    List<Problem> found = problems(List.of(SOURCE));
    assertEquals(2, found.size(), found.toString());
    for (Problem p : found) assertEquals(SOURCE.id(), p.place().element().orElseThrow());
    assertEquals(
        List.of(Severity.NOTE, Severity.WARNING),
        found.stream().map(Problem::severity).sorted(java.util.Comparator.reverseOrder()).toList());
    assertTrue(
        found.stream().anyMatch(p -> p.sentence().contains("Nothing in the circuit releases")));
    assertTrue(
        found.stream()
            .anyMatch(p -> p.sentence().contains("acts on nothing") && p.hint().contains("rstdp")));
  }

  @Test
  void aThirdFactorOfNobodyIsToldAtTheProjection() {
    List<Problem> found =
        problems(
            List.of(
                population("cortex"),
                population("striatum"),
                projection("cortex", "striatum", "ex", Synapse.of("rstdp"))));
    assertEquals(1, found.size(), found.toString());
    assertEquals(id("cortex-striatum"), found.getFirst().place().element().orElseThrow());
    assertTrue(found.getFirst().sentence().contains("reads the concentration [DA]"));
    assertTrue(found.getFirst().hint().contains("dopamine"));
  }

  @Test
  void twoSourcesOfOneThirdFactorAddUpAndThatIsSaid() {
    List<Element> elements = new ArrayList<>(sound());
    elements.add(SOURCE.withId(id("more")).withName("More"));
    elements.add(link("second", "more", "cortex-striatum", new Link.Modulate("", q("1 uM"), 1, 1)));
    List<Problem> found =
        problems(elements).stream().filter(p -> p.severity() == Severity.WARNING).toList();
    assertEquals(1, found.size(), found.toString());
    assertEquals(id("second"), found.getFirst().place().element().orElseThrow());
    assertTrue(found.getFirst().hint().contains("add up"));
  }
}
