package org.neurarium.engine.compile;

/// How a state variable is integrated, and why.
///
/// @param state its symbol
/// @param scheme in a few words: "exact propagator"
/// @param reason half a sentence: "linear with constant coefficients"
public record Choice(String state, String scheme, String reason) {}
