/// Neurons with dendrites, as pictures: where each compartment lies, and the enlarged cell on which branches are drawn.
///
/// ```
/// CellModel ─ TreeLayout ─┬─ the symbol on the canvas (canvas.DendriticView)
///                         └─ CellEditor, which writes a new CellModel, whose text becomes the circuit's
/// ```
@NullMarked
package org.neurarium.app.cells;

import org.jspecify.annotations.NullMarked;
