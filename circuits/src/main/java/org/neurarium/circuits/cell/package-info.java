/// Neurons with dendrites: from a file of compartments to equations, and from a microscope's drawing to such a file.
///
/// ```
///   CellModel + its ChannelModels ──CellRules──► problems
///             └──CellLowering──► NeuronModel with Cell      (the equations in full, and the tree for an engine)
///   SWC text ──Swc──► Morphology ──Reduction──► CellModel   (cylinders no longer than a part of the length constant)
/// ```
///
/// A [CellModel][org.neurarium.circuits.model.CellModel] names its channels and says where they are; what they do stands in files of their own. Only where both are
/// known can one say whether the values fit and what the cell's states and receptors are called: that is
/// [CellLowering][org.neurarium.circuits.cell.CellLowering]. Everyone who asks a neuron model for states, receptors or parameters gets those of a cell by
/// the same questions; an engine that knows trees asks for its [Cell][org.neurarium.circuits.model.Cell], too.
@NullMarked
package org.neurarium.circuits.cell;

import org.jspecify.annotations.NullMarked;
