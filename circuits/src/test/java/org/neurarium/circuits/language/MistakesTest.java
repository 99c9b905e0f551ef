package org.neurarium.circuits.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.Problem;

/// Each kind of mistake is told where it is, in words, with a way out.
class MistakesTest {

  private static final String NEURON =
      """
      neuron test "Test"
      parameter tau = 10 ms positive
      parameter E_L = -70 mV
      parameter C_m = 250 pF
      state v = E_L "membrane potential"
      state u = 0 pA "recovery"
      receptor ex : pA excites
      receptor gap : nS couples V
      dv/dt = (E_L - v)/tau + (u + I_ext + sum_gap - total_gap*v)/C_m : mV
      du/dt = -u/tau : pA
      on ex u += weight
      spike when v >= -50 mV
      reset v = E_L
      refractory 2 ms
      """;

  private static final String SYNAPSE =
      """
      synapse test "Test"
      parameter tau = 10 ms positive
      state c = 0
      pre state x = 0
      post state y = 0
      dc/dt = -c/tau : 1
      dx/dt = -x/tau : 1
      dy/dt = -y/tau : 1
      """;

  private static final String CHANNEL = "channel test\nstate m = 0\ndm/dt = -m/ms : 1\n";

  private static final String MODULATOR =
      "modulator test\nstate [DA] = 0 uM\nd[DA]/dt = -[DA]/s : uM\n";

  private static String base(String kind) {
    return switch (kind) {
      case "neuron" -> NEURON;
      case "synapse" -> SYNAPSE;
      case "channel" -> CHANNEL + "current m*v*nS : pA\n";
      case "modulator" -> MODULATOR;
      default -> "";
    };
  }

  /// The line stands behind the others; the first problem in it is expected.
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // words and signs
        "neuron|x = 3 § 4 : 1|'§' has no meaning here|7|``",
        "neuron|x = 3 ≥ 4 : 1|'≥' has no meaning here|7|Write >=.",
        "neuron|summary \"no end|This text has no end|9|Close it with a \" on the same line.",
        "neuron|x = (3 + 4 : 1|An operator or ')' is missing before ':'|12|A product needs its sign: 'a*b'.",
        "neuron|x = (3 + 4|This bracket is never closed|5|Add a ')'.",
        "neuron|x = 3/ + 4 : 1|A number, name or bracket is missing before '+'|8|``",
        "neuron|x = 3 + : 1|A number, name or bracket is missing before ':'|9|``",
        "neuron|x = v v : mV|The line should end before 'v'|7|One statement stands on a line; ';' separates several.",
        "neuron|x = 1e999 : 1|'1e999' is too large for a number|5|The largest is about 1.8e308, with 40 digits.",
        "neuron|x = 1 < 2 < 3 : 1|Two comparisons cannot stand side by side|11|Write 'a < b and b < c'.",
        "neuron|= 3|A line cannot begin with '='|1|It begins with a word such as 'parameter', or with a name that is given a value.",
        "neuron|paramter x = 3|No line begins with 'paramter'|1|Did you mean 'parameter'?",
        "neuron|v += 3 mV|'v' changes outside of an event|3|Put it behind 'reset', 'each step' or 'on …', or write '=' for a definition.",
        "neuron|neuron second|The kind of the model stands on the first line only|1|A file holds one model.",
        "neuron|reset u = 0 pA|There is a second line 'reset'|1|Put everything on one; ';' separates statements.",
        "neuron|reference 10.1152/jn|A reference begins with 'doi:'|11|Write 'reference doi:10.1152/jn.00686.2005'.",
        "neuron|reference doi:jn.0068|'jn.0068' is no DOI|11|A DOI reads like 10.1152/jn.00686.2005.",
        "neuron|integrate rk5|There is no scheme 'rk5'|11|Did you mean 'rk4'?",
        "neuron|parameter p = 3 mv|There is no unit 'mv'|17|Did you mean 'mV'?",
        "neuron|parameter p = 3 mV positiv|The line should end before 'positiv'|20|Did you mean 'positive'?",
        "neuron|parameter p = 3 mV in 1 ms .. 2 ms|This end of the range is a time, the parameter a voltage|23|The ends are counted in mV.",
        "neuron|parameter p = mV|A number with a unit is missing before 'mV'|15|Write it like '250 pF' or '-70.6 mV'.",
        "neuron|receptor r : mV excits|The line should end before 'excits'|17|Did you mean 'excites'?",
        "neuron|x = v|The unit of x is missing|6|End the line with one, such as ': mV', or ': 1' for a pure number.",
        "neuron|x = exq(1) : 1|There is no function 'exq'|5|Did you mean 'exp'?",
        "neuron|x = exp : 1|'exp' is a function and needs brackets|5|Write exp(x).",
        "neuron|x = max(1) : 1|'max' takes 2 values, here are 1|5|Write max(x, y).",
        "neuron|on pre { u += weight|This bracket is never closed|8|Add a '}'.",
        "neuron|as published v += dt|'{' is missing before 'v'|14|Write 'as published { v += … }'.",
        "neuron|preset b = 3|The name of the preset is missing before 'b'|8|Write 'preset \"bursting\" b = 5 pA'.",
        "synapse|receptor r : mV|A synapse has no 'receptor' line|1|A neuron has.",
        "neuron|pre state z = 0|A neuron has no 'pre' line|1|A synapse has.",
        "modulator|receptor r : nS|A modulator has no 'receptor' line|1|A neuron has.",
        // names
        "neuron|x = vx : mV|'vx' is not known here|5|Declare it: 'parameter vx = …', 'state vx = …' or a definition.",
        "neuron|x = Tau : ms|'Tau' is not known here|5|Did you mean 'tau'?",
        "neuron|x = V_post : mV|'V_post' is not known here|5|Only a synapse knows it.",
        "neuron|x = weight : pA|'weight' is not known here|5|It is known in 'on …' lines of a neuron or a channel only.",
        "neuron|x = [DA] : uM|'[DA]' is not known here|5|Only a synapse knows it, and a channel knows concentrations.",
        "neuron|parameter tau = 3 ms|There is a second 'tau'|11|Choose another name.",
        "neuron|parameter t = 3 ms|'t' is known already: time since the start of the run|11|Choose another name.",
        "neuron|parameter exp = 3 ms|'exp' is a function|11|Choose another name.",
        "neuron|parameter mV = 3 ms|'mV' is a unit|11|Choose another name.",
        "neuron|parameter reset = 3 ms|'reset' is a word of the language|11|Choose another name.",
        "neuron|parameter _p = 3 ms|'_p' is no name: up to 64 letters, digits and _, the first a letter|11|Choose another name.",
        "neuron|dzebra/dt = 1/ms : 1|There is no state 'zebra'|1|Declare it: 'state zebra = …'.",
        "neuron|dv/dt = mV/ms : mV|There is a second equation for v|1|Keep one.",
        "neuron|each step zebra = 1|There is no state 'zebra'|11|Declare it: 'state zebra = …'.",
        "neuron|each step tau = 1 ms|'tau' is no state and cannot change|11|Declare it: 'state tau = …'.",
        "neuron|on exx u += weight|There is no receptor 'exx'|4|Did you mean 'ex'?",
        "neuron|on gap u += weight*mV|'gap' couples continuously: no spikes arrive there|4|Use sum_gap and total_gap in an equation.",
        "neuron|receptor current : 1|'current' is where injected currents land|10|Choose another name.",
        "neuron|receptor g : nS couples zebra|There is no state 'zebra'|25|'couples V' takes the first state of whatever model the source has.",
        "neuron|preset \"p\" tua = 3 ms|There is no parameter 'tua'|12|Did you mean 'tau'?",
        "neuron|preset \"p\" tau = 3 mV|tau is a time (ms), this is a voltage (mV)|18|Write it in ms.",
        "neuron|preset \"p\" tau = 0 ms|tau has to be above 0|18|``",
        "neuron|preset \"p\" tau = 1 ms, tau = 2 ms|'tau' is set twice|24|Keep one.",
        "neuron|state z = v|'v' is not known here|11|``",
        "neuron|x = y : 1 ; y = x : 1|'x' is defined by itself: x -> y -> x|1|Break the circle.",
        // units
        "neuron|x = v + u : mV|This side is a voltage (mV), that one a current (pA)|7|Both sides need the same unit.",
        "neuron|x = v + 3 : mV|This side is a voltage (mV), that one a pure number|7|Did you mean '3 mV'?",
        "neuron|x = v : pA|'x' should be a current (pA), the right side is a voltage (mV)|1|Both sides need the same unit.",
        "neuron|x = exp(v) : 1|'exp' takes a pure number, this is a voltage (mV)|5|Divide it by something of its kind, such as 1 mV.",
        "neuron|x = v^1.5 : mV|The exponent of a voltage (mV) is a whole number that is known beforehand|6|Divide by a unit first, as in (v/mV)^1.5.",
        "neuron|x = sqrt(v) : mV|The square root of a voltage (mV) has no unit|5|Divide by a unit first, as in sqrt(dt/tau).",
        "neuron|x = 2^v : 1|An exponent is a pure number, this one is a voltage (mV)|6|``",
        "neuron|x = (v > u)*1 : 1|This side is a voltage (mV), that one a current (pA)|8|Both sides need the same unit.",
        "neuron|x = (v > 1 mV)*2 : 1|A condition is no number|15|To make one of it write if(condition, x, y).",
        "neuron|x = if(v, 1, 2) : 1|A condition is needed here, this is a voltage (mV)|5|Compare it with something: 'x > 0'.",
        "neuron|each step v = 3|v should be a voltage (mV), the right side is a pure number|11|Both sides need the same unit.",
        "neuron|each step v *= 3 mV|A factor should be a pure number, the right side is a voltage (mV)|11|Both sides need the same unit.",
        "neuron|receptor r : pA typical 3 mV|The typical weight is a voltage (mV), weights of 'r' are a current (pA)|25|Write it in pA.",
        // values
        "neuron|x = 3/0 : 1|Nothing can be divided by 0|6|``",
        "neuron|x = v/(1 - 1) : mV|Nothing can be divided by 0|6|``",
        "neuron|x = exp(1000) : 1|This is too large for a number|5|The largest is about 1.8e308.",
        "neuron|x = log(-1) : 1|This has no value: it is not a number|5|The largest is about 1.8e308.",
        "neuron|parameter p = 0 ms positive|p = 0 ms is barred by its own limit|11|It has to be above 0, or not 'positive'.",
        "neuron|parameter p = 2 ms in 3 .. 1|The range of p ends before it begins|11|Write the smaller end first: 'in 1 .. 100'.",
        // what may stand where
        "neuron|x = uniform() : 1|A random number cannot stand here|5|It can in 'each step', 'spike when', 'reset' and the 'on …' lines of a synapse.",
        "neuron|on ex u = weight|An arrival can only add to a state|7|Write 'u += …'; a minus goes into the formula.",
        "neuron|on ex u += weight*v/mV|An arrival is made of the weight, numbers and parameters, 'v' is something else|19|It changes during a run.",
        "neuron|on ex u += weight^2/pA|An arrival has to be in proportion to the weight, as the weights of a step are summed|7|Write it like 'u += weight/tau'.",
        "neuron|on ex u += weight + 1 pA|An arrival has to be in proportion to the weight, as the weights of a step are summed|7|Write it like 'u += weight/tau'.",
        "neuron|each step deliver 1|'deliver' has no meaning here|11|It stands in 'on pre' of a synapse.",
        "neuron|receptor r : pA inhibits|A typical weight is missing: its sign says which weights 'r' takes|10|Write 'typical -100 pA' for a current, 'typical 8 nS' for a conductance.",
        "neuron|receptor r : pA excites typical -3 pA|A weight that excites is not negative|33|Leave the sign out.",
        "synapse|on pre y += 1|A spike of one side cannot change 'y', which belongs to the neuron on the other|8|Change it in 'on post', or make it a 'state' of the synapse.",
        "synapse|on pre x += c|'x' belongs to a neuron and is made of its own variables and parameters, 'c' is something else|13|It changes during a run.",
        "synapse|on post deliver w|Only an arriving spike delivers|9|Move 'deliver' to 'on pre'.",
        "synapse|on pre deliver w ; deliver w|A spike delivers once|20|Add the two up.",
        "synapse|on pre deliver w*mV|What is delivered is a pure number counted in the receptor's unit, this is a voltage (mV)|8|Write it like 'deliver w*u'.",
        "synapse|on arrival w += 1|There is no event 'arrival'|4|The events are: pre, post.",
        "synapse|dw/dt = mV/ms : mV|The weight w is a pure number|1|End the line with ': 1'.",
        "synapse|state w = 1|'w' is known already: weight, counted in the receptor's unit|7|Choose another name.",
        "modulator|state [ACh] = 0 uM|A modulator is one substance|7|Write another file for [ACh].",
        "modulator|on spike [DA] += amount|There is no event 'spike'|4|Write 'on release …'.",
        "nothing|neurone x|A model file begins with its kind and name|1|Did you mean 'neuron'?",
        "nothing|neuron 3|A name is missing before '3'|8|Write 'neuron my_model \"My model\"'.",
        "nothing|neuron x|A neuron needs a state|8|Write 'state v = -65 mV \"membrane potential\"'.",
        "nothing|channel x|A channel needs a current|9|Write 'current g*m^3*h*(v - E) : pA/um^2'.",
        "nothing|modulator x|The first state of a modulator is its concentration|11|Write 'state [DA] = 0 uM \"dopamine\"'.",
      })
  void tells(String kind, String line, String sentence, int column, String hint) {
    String base = base(kind);
    List<Problem> problems = ModelReaderTest.read(base + line + "\n").problems();
    assertTrue(!problems.isEmpty(), "no problem");
    int last = (int) base.lines().count() + 1;
    Problem problem =
        problems.stream()
            .filter(p -> p.place().line() == last)
            .findFirst()
            .orElse(problems.getFirst());
    assertEquals(sentence, problem.sentence(), problems::toString);
    assertEquals(last, problem.place().line());
    assertEquals(column, problem.place().column());
    if (!hint.isEmpty()) assertEquals(hint, problem.hint());
  }

  /// One line of a good file is replaced.
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "spike when v >= -50 mV|spike when v|A neuron spikes on a condition, this is a voltage (mV)",
        "spike when v >= -50 mV|# no spike|There is a reset but no spike",
        "refractory 2 ms|refractory 2|A refractory period should be a time (ms), the right side is a pure number",
        "refractory 2 ms|refractory 2 ms holding w|There is no state 'w' to hold",
        "refractory 2 ms|refractory tau*v/mV|It is made of numbers and parameters, 'v' is something else",
        "du/dt = -u/tau : pA|du/dt = -u : pA|du/dt should be something in pA/ms, the right side is a current (pA)",
        "state v = E_L \"membrane potential\"|state v = 3 ms|v starts as a time (ms), in its equation it is a voltage (mV)",
        "on ex u += weight|# nothing|Nothing happens when a spike arrives at 'ex'",
        "dv/dt = (E_L - v)/tau + (u + I_ext + sum_gap - total_gap*v)/C_m : mV|dv/dt = (E_L - v)/tau : mV|'C_m' is used nowhere",
      })
  void tellsWhatDoesNotFitTogether(String line, String instead, String sentence) {
    String text = NEURON.replace(line, instead);
    List<Problem> problems = ModelReaderTest.read(text).problems();
    assertTrue(problems.stream().anyMatch(p -> p.sentence().equals(sentence)), problems::toString);
  }

  @Test
  void theTextsUnderTestAreGoodOtherwise() {
    for (String kind : List.of("neuron", "synapse", "channel", "modulator"))
      assertEquals(List.of(), ModelReaderTest.read(base(kind)).problems());
  }

  @Test
  void severalMistakesAreToldAtOnceInTheTextsOrder() {
    Reading reading =
        ModelReaderTest.read(
            NEURON + "x = v + u : mV\nparameter p = 3 mv\ny = (1 + 2\nz = q : 1\n");
    assertEquals(
        List.of(15, 16, 17, 18),
        reading.problems().stream().map(p -> p.place().line()).distinct().toList(),
        reading.problems()::toString);
    assertTrue(reading.model().isEmpty());
  }

  @Test
  void anOpenBracketCostsItsLineOnly() {
    Reading reading =
        ModelReaderTest.read(NEURON.replace("-u/tau", "-(u/tau") + "parameter unused = 1\n");
    assertEquals(1, reading.problems().stream().filter(Problem::isError).count());
    assertTrue(reading.names().stream().anyMatch(n -> n.id().equals("unused")));
  }
}
