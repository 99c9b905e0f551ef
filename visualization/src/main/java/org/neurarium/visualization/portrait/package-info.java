/// Pictures of a model alone: the phase plane of two states and the curve of rate by current.
///
/// Both are controls that show what the engine's portrait package computed; they compute nothing themselves. A
/// [PhasePlane][org.neurarium.visualization.portrait.PhasePlane] lets its state move along the orbit while it is seen.
@NullMarked
package org.neurarium.visualization.portrait;

import org.jspecify.annotations.NullMarked;
