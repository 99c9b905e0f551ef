package org.neurarium.engine.build;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.engine.network.PlasticProjection;
import org.neurarium.engine.network.SynapseCode;

/// Whether a network fits into the memory that there is: as far as can be said before anything is counted, and again afterwards.
///
/// @param limit bytes
record MemoryBudget(Circuit circuit, long limit) {

  /// What is wrong with an estimate, if anything.
  Optional<Problem> problem(MemoryEstimate estimate) {
    return estimate.total() <= limit
        ? Optional.empty()
        : Optional.of(tooLarge(estimate.total(), estimate.synapses(), estimate.largest()));
  }

  /// What is wrong now that synapses are counted and delays are known, if anything.
  ///
  /// @param others bytes of what is no synapse
  Optional<Problem> problem(
      List<PlannedProjection> plans, ProjectionBuilder projections, long others) {
    long bytes = others;
    long synapses = 0;
    long most = 0;
    String largest = "";
    for (PlannedProjection p : plans) {
      SynapseCode code = projections.code(p.projection().id());
      // Rows are packed first, and laid out for change from that.
      bytes += p.bytes();
      if (code != null)
        bytes += p.synapses() * PlasticProjection.bytesPerSynapse(code.plan(), true);
      synapses += p.synapses();
      if (p.synapses() > most) {
        most = p.synapses();
        largest = Names.of(circuit, p.projection());
      }
    }
    return bytes <= limit
        ? Optional.empty()
        : Optional.of(tooLarge((double) bytes, (double) synapses, largest));
  }

  private Problem tooLarge(double bytes, double synapses, String largest) {
    return Problem.error(
        Place.NOWHERE,
        String.format(
            Locale.ROOT,
            "%s needs about %s for its neurons, %,.0f synapses and what is under way in them, and"
                + " %s are free",
            circuit.title(),
            MemoryEstimate.text(bytes),
            synapses,
            MemoryEstimate.text((double) limit)),
        largest.isEmpty()
            ? "Make its populations smaller, or give Java more memory with -Xmx."
            : "Most synapses are in "
                + largest
                + ": reduce its connections, neurons or longest delays, or give Java more memory"
                + " with -Xmx.");
  }
}
