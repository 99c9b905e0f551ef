package org.neurarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

  @TempDir private Path folder;
  private Path project;

  @BeforeEach
  void writeProject() throws IOException {
    project = TinyProject.in(folder.resolve("tiny"));
  }

  @Test
  void printsExactlyThePromisedFields() {
    Outcome outcome = Outcome.of("run", project.toString(), "--for", "200ms", "--json");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals(
        List.of(
            "seed",
            "threads",
            "dt_ms",
            "simulated_ms",
            "build_s",
            "run_s",
            "real_time_factor",
            "peak_memory_bytes",
            "spike_hash",
            "populations",
            "e",
            "size",
            "spikes",
            "rate_hz",
            "cv_isi",
            "synchrony"),
        Pattern.compile("\"(\\w+)\":")
            .matcher(outcome.out())
            .results()
            .map(m -> m.group(1))
            .toList());
    assertTrue(outcome.out().contains("\"simulated_ms\": 200,"), outcome.out());
    assertTrue(outcome.out().contains("\"seed\": 5,"), outcome.out());
  }

  @Test
  void givesTheSameHashAgainAndForAnyNumberOfThreads() {
    String hash = hash("--threads", "1");
    for (String threads : List.of("1", "2", "3")) assertEquals(hash, hash("--threads", threads));
    assertNotEquals(hash, hash("--seed", "6"));
  }

  private String hash(String... more) {
    String[] line = new String[more.length + 5];
    System.arraycopy(
        new String[] {"run", project.toString(), "--for", "200ms", "--json"}, 0, line, 0, 5);
    System.arraycopy(more, 0, line, 5, more.length);
    Outcome outcome = Outcome.of(line);
    Matcher hash = Pattern.compile("\"spike_hash\": \"([0-9a-f]{64})\"").matcher(outcome.out());
    assertTrue(hash.find(), outcome::toString);
    return hash.group(1);
  }

  @Test
  void printsATableForPeople() {
    Outcome outcome = Outcome.of("run", project.toString(), "--for", "0,2 s");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains("Cells"), outcome.out());
    assertTrue(outcome.out().contains("real-time factor"), outcome.out());
  }

  @Test
  void recordsEverySpikeTraceAndWeight() throws IOException {
    Path records = folder.resolve("new/records");
    Outcome outcome =
        Outcome.of(
            "run", project.toString(), "--for", "100ms", "--json", "--record", records.toString());
    assertEquals(0, outcome.exitCode(), outcome.err());
    Matcher spikes = Pattern.compile("\"spikes\": (\\d+)").matcher(outcome.out());
    assertTrue(spikes.find());
    List<String> spikeLines = Files.readAllLines(records.resolve("spikes.csv"));
    assertEquals("t_ms,element,neuron", spikeLines.getFirst());
    assertEquals(Long.parseLong(spikes.group(1)), spikeLines.size() - 1);
    assertTrue(spikeLines.getLast().matches("\\d+\\.\\d,e,\\d+"), spikeLines.getLast());
    List<String> traceLines = Files.readAllLines(records.resolve("traces.csv"));
    assertEquals("t_ms,e[0].V_m_mV,e[1].V_m_mV", traceLines.getFirst());
    assertEquals(1 + 1001, traceLines.size());
    assertTrue(traceLines.get(1).startsWith("0.0,-70.0,"), traceLines.get(1));
    assertTrue(traceLines.getLast().startsWith("100.0,"), traceLines.getLast());
    List<String> weightLines = Files.readAllLines(records.resolve("weights-e-e.csv"));
    assertEquals("source,target,weight_pA,delay_ms", weightLines.getFirst());
    assertEquals(1 + 1000, weightLines.size());
    assertTrue(weightLines.getLast().endsWith(",20.0,1.5"), weightLines.getLast());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run nowhere|There is no project 'nowhere'.|2",
        "run|Something is missing: PROJECT.|2",
        "run TINY --for 3|'3' is not a time. Write it with a unit: 500ms, 1.5s.|2",
        "run TINY --for 5mV|is not a time|2",
        "run TINY --for -1s|is not above 0|2",
        "run TINY --threads 0|--threads is 1 to 256, not 0.|2",
        "run TINY --sed 3|There is no option '--sed'. Did you mean '--seed'?|2",
        "run TINY --for 10ms --record TINY/circuit.json|'TINY/circuit.json' cannot be used: there is already a file of this name.|1",
        "run TINY --for 10ms --record TINY/circuit.json/x|cannot be used|1",
        "run ..|has no file circuit.json|2"
      })
  void saysInOneSentenceWhatIsWrong(String line, String sentence, int exitCode) {
    Outcome outcome = Outcome.of(line.replace("TINY", project.toString()).split(" "));
    assertEquals(exitCode, outcome.exitCode(), outcome::toString);
    assertTrue(outcome.err().contains(sentence.replace("TINY", project.toString())), outcome::err);
    assertFalse(outcome.err().contains("\tat "), outcome::err);
    assertEquals("", outcome.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"size\": 100|\"size\": -3|Cells",
        "lif_exp_psc|lif_exp_pcs|lif_exp_p",
        "\"to\": \"e\"|\"to\": \"f\"|'f'",
        "\"weight\": \"50 pA\"|\"wieght\": \"50 pA\"|circuit.json:12:88",
        "\"300 ms\"|\"300 mV\"|mV"
      })
  void refusesACircuitThatCannotRun(String right, String wrong, String says) throws IOException {
    Path broken = TinyProject.in(folder.resolve("broken"), right, wrong);
    Outcome outcome = Outcome.of("run", broken.toString());
    assertEquals(1, outcome.exitCode(), outcome::toString);
    assertTrue(outcome.err().contains(says), outcome::err);
    assertFalse(outcome.err().contains("Exception"), outcome::err);
    assertEquals("", outcome.out());
  }
}
