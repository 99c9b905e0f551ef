package org.neurarium.circuits.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.file.CircuitWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The microcircuit's numbers are the published ones, and its files say what they say.
class MicrocircuitTest {

  private static JsonNode published(String scale) throws IOException {
    try (InputStream in =
        MicrocircuitTest.class.getResourceAsStream("/reference/potjans-diesmann.json")) {
      return JsonMapper.shared().readTree(in).get(scale);
    }
  }

  private static void assertClose(double expected, double actual, double relative, String what) {
    assertEquals(expected, actual, relative * Math.abs(expected) + 1e-9, what);
  }

  @ParameterizedTest
  @CsvSource({"N0.1_K0.1, 0.1", "N1_K1, 1"})
  void itsNumbersAreThePublishedOnes(String key, double scale) throws IOException {
    JsonNode published = published(key);
    Microcircuit numbers = new Microcircuit(scale);
    for (int to = 0; to < 8; to++) {
      String name = Microcircuit.NAMES.get(to);
      assertEquals(published.get("n").get(to).intValue(), numbers.neurons(to), name);
      assertClose(published.get("w_ext").doubleValue(), numbers.outsideWeight(), 1e-6, name);
      assertClose(
          published.get("ext_rate").get(to).doubleValue(), numbers.outsideRate(to), 1e-9, name);
      assertClose(published.get("dc").get(to).doubleValue(), numbers.compensation(to), 1e-5, name);
      assertEquals(published.get("V0_mean").get(to).doubleValue(), Microcircuit.startMean(to));
      assertEquals(published.get("V0_sd").get(to).doubleValue(), Microcircuit.startSd(to));
      for (int from = 0; from < 8; from++) {
        String line = Microcircuit.NAMES.get(from) + " to " + name;
        // The published number of synapses was computed with a logarithm of less accuracy.
        assertEquals(
            published.get("syn").get(to).get(from).doubleValue(),
            (double) numbers.synapses(to, from),
            1 + 1e-6 * numbers.synapses(to, from),
            line);
        assertClose(
            published.get("W").get(to).get(from).doubleValue(),
            numbers.weight(to, from),
            1e-6,
            line);
        assertEquals(
            published.get("delay_mean").get(to).get(from).doubleValue(), Microcircuit.delay(from));
      }
    }
  }

  @Test
  void itsFilesAreWhatTheNumbersGive() throws IOException {
    for (Map.Entry<Path, Circuit> file : MicrocircuitFiles.all().entrySet())
      assertEquals(
          CircuitWriter.write(file.getValue()),
          Files.readString(file.getKey()),
          file.getKey() + ": run MicrocircuitFiles");
  }
}
