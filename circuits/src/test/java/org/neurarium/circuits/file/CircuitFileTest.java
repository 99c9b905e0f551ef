package org.neurarium.circuits.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RandomCircuits;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.units.Quantity;

/// Writing and reading are each other's inverse, and the text is one that people can read.
class CircuitFileTest {

  static LongStream hundreds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seeds {0}00 to {0}99")
  @MethodSource("hundreds")
  void readsBackWhatItWrote(long hundred) {
    for (long seed = hundred * 100; seed < hundred * 100 + 100; seed++) {
      Circuit circuit = RandomCircuits.circuit(seed);
      String text = CircuitWriter.write(circuit);
      CircuitReader.Result result = CircuitReader.read("", text);
      assertEquals(List.of(), result.problems(), "seed " + seed);
      assertTrue(result.complete(), "seed " + seed);
      assertEquals(circuit, result.circuit().orElseThrow(), "seed " + seed);
      assertEquals(text, CircuitWriter.write(result.circuit().orElseThrow()), "seed " + seed);
    }
  }

  @Test
  void writesShortReadableText() {
    ElementId e = new ElementId("e");
    Circuit circuit =
        new Circuit(
            "Two parts",
            "",
            RunSettings.DEFAULT,
            List.of(
                new Population(
                    e,
                    "Excitatory",
                    new Point(120, 80.5),
                    Population.Type.EXCITATORY,
                    800,
                    "lif_exp_psc",
                    Map.of("tau_m", Value.of(20, "ms")),
                    Map.of(
                        "V_m", new Value.Uniform(Quantity.of(-70, "mV"), Quantity.of(-55, "mV"))),
                    Sheet.DEFAULT),
                new Projection(
                    new ElementId("ee"),
                    "ee",
                    e,
                    e,
                    "ex",
                    new Wiring.FixedInDegree(80),
                    false,
                    true,
                    Value.of(20, "pA"),
                    Value.of(1, "ms"),
                    Synapse.STATIC),
                new Probe(
                    new ElementId("raster"),
                    "raster",
                    new Point(300, 80),
                    List.of(e),
                    new Recording.Spikes(NeuronSelection.first(100)))));
    assertEquals(
        """
        {
          "neurarium": 1,
          "title": "Two parts",
          "run": {"dt": "0.1 ms", "seed": 42, "duration": "1 s"},
          "populations": [
            {
              "id": "e",
              "name": "Excitatory",
              "position": [120, 80.5],
              "type": "excitatory",
              "size": 800,
              "model": "lif_exp_psc",
              "parameters": {"tau_m": "20 ms"},
              "initial": {"V_m": {"uniform": {"low": "-70 mV", "high": "-55 mV"}}}
            }
          ],
          "projections": [
            {
              "id": "ee",
              "from": "e",
              "to": "e",
              "receptor": "ex",
              "wiring": {"fixed_in_degree": {"degree": 80}},
              "autapses": false,
              "weight": "20 pA"
            }
          ],
          "probes": [
            {
              "id": "raster",
              "position": [300, 80],
              "targets": ["e"],
              "recording": {"spikes": {"neurons": "0-99"}}
            }
          ]
        }
        """,
        CircuitWriter.write(circuit));
  }

  @Test
  void wrapsLongListsWithinTheLine() {
    List<Double> values = java.util.Collections.nCopies(200, -65.25);
    Circuit circuit =
        new Circuit(
            "t",
            "",
            RunSettings.DEFAULT,
            List.of(
                new Population(
                    new ElementId("e"),
                    "e",
                    new Point(0, 0),
                    Population.Type.MIXED,
                    200,
                    "lif_delta",
                    Map.of(),
                    Map.of(
                        "V_m",
                        new Value.Listed(values, org.neurarium.circuits.units.Unit.MILLIVOLT)),
                    Sheet.DEFAULT)));
    String text = CircuitWriter.write(circuit);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
    assertTrue(text.lines().count() < 45, text);
    assertFalse(text.lines().anyMatch(line -> line.endsWith(" ")), text);
  }
}
