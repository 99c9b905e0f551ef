package org.neurarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.file.ProjectFolder;

class BenchCommandTest {

  private static final Path BENCHMARKS = Path.of("..", "simulation", "benchmarks");

  @Test
  void printsThePromisedFieldsOfANetwork() {
    Outcome outcome =
        Outcome.of("bench", "first-light", "--seconds", "0.02", "--threads", "1", "--json");
    assertEquals(0, outcome.exitCode(), outcome::toString);
    assertEquals(
        List.of(
            "name",
            "neurons",
            "synapses",
            "threads",
            "simulated_ms",
            "rate_hz",
            "build_s",
            "real_time_factor",
            "neuron_step_ns",
            "synaptic_events_per_s",
            "peak_memory_bytes",
            "seconds",
            "update",
            "deliver",
            "plasticity",
            "exchange",
            "record"),
        Pattern.compile("\"(\\w+)\":")
            .matcher(outcome.out())
            .results()
            .map(m -> m.group(1))
            .toList());
    assertTrue(outcome.out().contains("\"neurons\": 4000,"), outcome.out());
  }

  @Test
  void hasTheProjectsOfTheBenchmarksFolder() throws IOException {
    try (Stream<Path> folders = Files.list(BENCHMARKS)) {
      assertEquals(
          folders
              .filter(f -> Files.exists(f.resolve(ProjectFolder.CIRCUIT)))
              .map(f -> f.getFileName().toString())
              .sorted()
              .toList(),
          BenchmarkNetwork.ALL.stream().map(BenchmarkNetwork::name).sorted().toList());
    }
    for (BenchmarkNetwork network : BenchmarkNetwork.ALL)
      assertEquals(
          ProjectFolder.of(BENCHMARKS.resolve(network.name())).read().circuit(),
          Optional.of(network.circuit()));
  }

  @Test
  void namesAllNetworksInItsHelp() {
    String help = Outcome.of("bench", "--help").out();
    for (BenchmarkNetwork network : BenchmarkNetwork.ALL)
      assertTrue(
          help.contains("  " + network.name() + " ") && help.contains(network.about()),
          network::name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bench brunnel|There is no benchmark 'brunnel'. Did you mean 'brunel'?",
        "bench cuba --seconds 0|--seconds is above 0",
        "bench cuba --threads -1|--threads is at least 1"
      })
  void saysWhatIsWrong(String line, String sentence) {
    Outcome outcome = Outcome.of(line.split(" "));
    assertEquals(2, outcome.exitCode(), outcome::toString);
    assertTrue(outcome.err().contains(sentence), outcome::err);
  }
}
