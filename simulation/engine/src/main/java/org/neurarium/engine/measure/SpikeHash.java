package org.neurarium.engine.measure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.neurarium.engine.SpikeSink;
import org.neurarium.engine.observe.NeuronDirectory;

/// Says whether two runs gave the same spikes: SHA-256 over one line for each spike, `step,element,neuron` and a line feed, in the order of step, element, neuron.
///
/// Neurons are numbered from their element's own 0, so the hash does not change when an unconnected element joins, unless that one fires.
public final class SpikeHash implements SpikeSink {

  private final NeuronDirectory directory;
  private final MessageDigest digest;

  public SpikeHash(NeuronDirectory directory) {
    this.directory = directory;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void spikes(long step, int[] neurons, int count) {
    StringBuilder lines = new StringBuilder(24 * count);
    for (int k = 0; k < count; k++) {
      NeuronDirectory.Entry entry = directory.entries().get(directory.entryOf(neurons[k]));
      lines
          .append(step)
          .append(',')
          .append(entry.element().text())
          .append(',')
          .append(neurons[k] - entry.first())
          .append('\n');
    }
    digest.update(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// The hash of all spikes so far, in lower-case hexadecimal digits; begins anew afterwards.
  public String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
