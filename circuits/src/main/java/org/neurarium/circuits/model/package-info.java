/// What a neuron model says about itself: parameters, state variables and receptors with units, ranges and labels.
///
/// A [NeuronModel][org.neurarium.circuits.model.NeuronModel] is a metadata table. The inspector builds its fields from it, the file format its names, validation its rules,
/// the engine its arrays; no other place lists a model's parameters. The tables are written in Java for now; the model language
/// will write them from `.model` files, behind the same records.
@NullMarked
package org.neurarium.circuits.model;

import org.jspecify.annotations.NullMarked;
