package org.neurarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "modles|There is no command 'modles'. Did you mean 'models'?",
        "models lif_exp_pcs|There is no model 'lif_exp_pcs'. Did you mean 'lif_exp_psc'?",
        "models --jsno|There is no option '--jsno'. Did you mean '--json'?",
        "models lif_delta too|'too' is one word too many."
      })
  void tellsASlipFromTheRightWord(String line, String sentence) {
    Outcome outcome = Outcome.of(line.split(" "));
    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains(sentence), outcome::err);
    assertFalse(outcome.err().contains("\tat "), outcome::err);
    assertEquals("", outcome.out());
  }

  @Test
  void helpsWithExamples() {
    Outcome outcome = Outcome.of("models", "--help");
    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.out().contains("Examples:"), outcome::out);
  }
}
