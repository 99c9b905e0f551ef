package org.neurarium.engine;

/// How much memory a network takes, in bytes.
///
/// @param neurons state, parameters and what is derived from them
/// @param synapses packed rows
/// @param underWay rings of delayed input
/// @param recording spike and trace rings
public record MemoryUse(long neurons, long synapses, long underWay, long recording) {

  public long total() {
    return neurons + synapses + underWay + recording;
  }
}
