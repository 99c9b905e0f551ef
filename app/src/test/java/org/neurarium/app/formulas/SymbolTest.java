package org.neurarium.app.formulas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.neurarium.circuits.units.Unit;

/// How names, numbers and units are set in formulas.
final class SymbolTest {

  @Test
  void greekNamesBecomeLettersAndWhatFollowsTheStrokeASubscript() {
    assertEquals(new Symbol("τ", true, "m"), Symbol.of("tau_m"));
    assertEquals(new Symbol("Δ", false, "T"), Symbol.of("Delta_T"));
    assertEquals(new Symbol("V", true, "m"), Symbol.of("V_m"));
    assertEquals(new Symbol("I", true, "syn,ex"), Symbol.of("I_syn_ex"));
  }

  @Test
  void wordsStandUprightAndDigitsBehindALetterGoBelow() {
    assertEquals(new Symbol("upstroke", false, ""), Symbol.of("upstroke"));
    assertEquals(new Symbol("k", true, "1"), Symbol.of("k1"));
    assertEquals(new Symbol("h", true, "∞"), Symbol.of("h_inf"));
  }

  @Test
  void whatBelongsToTheTargetSaysSo() {
    assertEquals(new Symbol("V", true, "m,post"), Symbol.of("post.V_m"));
    assertEquals(new Symbol("[DA]", false, ""), Symbol.of("[DA]"));
  }

  @Test
  void numbersHaveAProperMinusAndPowersOfTen() {
    assertEquals("−70.6", Typesetter.number(-70.6));
    assertEquals("20", Typesetter.number(20));
    assertEquals("1·10⁻⁹", Typesetter.number(1e-9));
  }

  @Test
  void unitsHaveTheirMicroSign() {
    assertEquals("µA", Typesetter.unit(Unit.of("uA")));
    assertEquals("mV", Typesetter.unit(Unit.MILLIVOLT));
  }
}
