package org.neurarium.engine.command;

import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.sense.Raster;

/// What came in live at a moment of a run.
///
/// @param step steps done when it came; it is seen from the next one on
/// @param stimulus that sees it
/// @param picture what it sees from then on
public record LiveInput(long step, ElementId stimulus, Raster picture) {}
