/// Help with words that people type: which one was meant.
///
/// Every message about an unknown name (a model, a parameter, a unit, a field of the file) ends with the same kind of hint, so that a
/// slip of the finger costs one glance and no search in a manual.
@NullMarked
package org.neurarium.circuits.text;

import org.jspecify.annotations.NullMarked;
