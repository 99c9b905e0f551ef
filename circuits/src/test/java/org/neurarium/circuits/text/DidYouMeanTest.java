package org.neurarium.circuits.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

  private static final List<String> NAMES =
      List.of("t", "dt", "w", "V_m", "tau_m", "threshold", "I_ext", "mV");

  @ParameterizedTest
  @CsvSource({
    "tau_M, tau_m",
    "tua_m, tau_m",
    "Vm, V_m",
    "mVs, mV",
    "thresold, threshold",
    "thre, threshold",
    "T, t"
  })
  void findsWhatASlipOrABeginningMeant(String word, String meant) {
    assertEquals(meant, DidYouMean.nearest(word, NAMES).orElse(""));
  }

  @ParameterizedTest
  @CsvSource({"I", "x", "ds", "d", "mA", "m"})
  void guessesNothingFromAShortWordButItsCase(String word) {
    assertEquals("", DidYouMean.nearest(word, NAMES).orElse(""));
  }
}
