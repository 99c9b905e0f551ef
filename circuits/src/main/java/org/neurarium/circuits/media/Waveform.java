package org.neurarium.circuits.media;

/// A sound: the mean of its channels.
///
/// @param rate samples in a second
/// @param samples −1…1; belong to whoever asked for them
public record Waveform(double rate, float[] samples) {}
