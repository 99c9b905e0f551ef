package org.neurarium.engine.portrait;

/// How fast a model fires when a constant current is injected, measured on the engine.
///
/// @param currents (pA), ascending
/// @param rates spikes per second, by current; after the first part of the run, in which the neuron settles
public record FrequencyCurve(double[] currents, double[] rates) {}
