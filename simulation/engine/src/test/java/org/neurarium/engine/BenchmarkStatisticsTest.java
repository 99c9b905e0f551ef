package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.engine.measure.SpikeLog;
import org.neurarium.engine.measure.SpikeTrains;
import org.neurarium.engine.observe.NeuronDirectory;

/// The networks that speed is measured with are the right ones: they fire as they do on other simulators.
class BenchmarkStatisticsTest {

  private static final long SEED = 7;

  /// Spikes of one run.
  private record Run(SpikeLog log, NeuronDirectory directory, double dt, double end) {

    static Run of(String project, double end) {
      SpikeLog log = new SpikeLog();
      try (Simulation simulation = BenchmarkProjects.build(project, SEED)) {
        simulation.sendSpikesTo(log);
        assertEquals(Optional.empty(), simulation.advance(Math.round(end / simulation.dt())));
        return new Run(log, simulation.observation().directory(), simulation.dt(), end);
      }
    }

    SpikeTrains trains(String element, double from) {
      return SpikeTrains.of(
          log,
          directory.entries().stream()
              .filter(e -> e.element().text().equals(element))
              .findFirst()
              .orElseThrow(),
          dt,
          from,
          end);
    }

    /// Mean rate of populations (Hz).
    double rate(List<String> elements, double from) {
      double spikes = 0;
      double neurons = 0;
      for (NeuronDirectory.Entry e : directory.entries()) {
        if (!elements.contains(e.element().text())) continue;
        spikes += e.size() * trains(e.element().text(), from).rate();
        neurons += e.size();
      }
      return spikes / neurons;
    }
  }

  /// Rates that NEST 3.10, Brian2 2.5.1 and GeNN 5.4 gave; Brunel's network in its first half second, as it is nearly regular. COBAHH gave 33 to 37 Hz there. Its rate hangs on
  /// the wiring: 32 to 43 Hz over seeds here, 33 and 42 by a program of its own on two of the same wirings; hence the wide band around their middle.
  @ParameterizedTest(name = "{0}, seed 7")
  @CsvSource({
    "brunel, 500, 32.1, 0.02",
    "brunel-exp, 500, 29.5, 0.02",
    "brunel-alpha, 500, 28.8, 0.02",
    "cobahh, 600, 38, 0.12"
  })
  void balancedNetworksFireAsOften(String project, double end, double rate, double tolerance) {
    assertEquals(rate, Run.of(project, end).rate(List.of("e", "i"), 100), tolerance * rate);
  }

  @ParameterizedTest(name = "{0}, seed 7")
  @CsvSource({"stdp, 9.8", "stdp-static, 9.9"})
  void learningNetworkFiresAsOften(String project, double rate) {
    assertEquals(rate, Run.of(project, 1500).rate(List.of("e"), 200), 0.05 * rate);
  }

  /// Ten runs of this network, with other wiring, by a program of its own: NEST 3.10 gave 2.7 Hz over all neurons, and these 2.73.
  @Test
  void aTenthOfTheMicrocircuitFiresLayerByLayerAsElsewhere() {
    Csv reference = Csv.read("microcircuit_10/summary.csv");
    Run run = Run.of("potjans-diesmann-10", 5500);
    for (int row = 0; row < reference.size(); row++) {
      String population = reference.text(row, "population");
      SpikeTrains trains = run.trains(population, 500);
      double rate = reference.number(row, "mean_rate_Hz");
      assertEquals(
          rate,
          trains.rate(),
          Math.max(4 * reference.number(row, "sd_rate_Hz"), 0.05 * rate),
          () -> population + ": rate");
      assertEquals(
          reference.number(row, "mean_CV_ISI"),
          trains.cvIsi(),
          Math.max(4 * reference.number(row, "sd_CV_ISI"), 0.03),
          () -> population + ": CV");
    }
    List<String> all = run.directory().entries().stream().map(e -> e.element().text()).toList();
    assertEquals(2.73, run.rate(all, 500), 0.15);
  }
}
