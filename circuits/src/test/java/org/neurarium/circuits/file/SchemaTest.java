package org.neurarium.circuits.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.RandomCircuits;

/// The published schema admits what the writer writes, and refuses what the reader refuses.
class SchemaTest {

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text());

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(CircuitReader.class.getResourceAsStream("circuit.schema.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<Error> errors(String circuit) {
    return schema.validate(circuit, InputFormat.JSON);
  }

  static LongStream hundreds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest(name = "seeds {0}00 to {0}99")
  @MethodSource("hundreds")
  void admitsEveryCircuitThatIsWritten(long hundred) {
    for (long seed = hundred * 100; seed < hundred * 100 + 100; seed++)
      assertEquals(
          List.of(), errors(CircuitWriter.write(RandomCircuits.circuit(seed))), "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"neurarium\": 2}",
        "{\"neurarium\": 1, \"titel\": \"x\"}",
        "{\"neurarium\": 1, \"run\": {\"dt\": \"0.1 mss\"}}",
        "{\"neurarium\": 1, \"populations\": [{\"id\": \"e\"}]}",
        "{\"neurarium\": 1, \"groups\": [{\"id\": \"1\"}]}",
        "{\"neurarium\": 1, \"probes\": [{\"id\": \"p\", \"recording\": \"state\"}]}",
        "{\"neurarium\": 1, \"probes\": [{\"id\": \"p\", \"recording\": {\"spikes\": {\"neurons\": \"9-\"}}}]}",
        "{\"neurarium\": 1, \"stimuli\": [{\"id\": \"s\", \"signal\": {\"dc\": {\"amplitude\": \"1 pA\"}, \"ramp\": {}}}]}",
        "{\"neurarium\": 1, \"stimuli\": [{\"id\": \"s\", \"signal\": {\"dc\": {}}}]}",
        "{\"neurarium\": 1, \"notes\": [{\"id\": \"n\", \"text\": 5}]}"
      })
  void refusesWhatTheReaderRefuses(String circuit) {
    assertFalse(errors(circuit).isEmpty());
    assertFalse(CircuitReader.read("", circuit).complete());
  }
}
