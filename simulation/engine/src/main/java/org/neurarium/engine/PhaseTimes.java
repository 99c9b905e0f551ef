package org.neurarium.engine;

/// Where the wall time of a run went, as seen by the conductor, in seconds; measured in every eighth epoch and scaled up.
///
/// @param update integrating neurons and drawing stimuli
/// @param plasticity arrivals at changing synapses, what spikes of their targets do to them, and their equations
/// @param deliver adding spikes to what is under way
/// @param exchange waiting for the other workers
/// @param record writing spikes to rings and files
public record PhaseTimes(
    double update, double plasticity, double deliver, double exchange, double record) {}
