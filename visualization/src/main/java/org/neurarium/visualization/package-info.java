/// Pictures of circuits in motion: painters turn snapshots into images away from the JavaFX thread, views only show them.
@NullMarked
package org.neurarium.visualization;

import org.jspecify.annotations.NullMarked;
