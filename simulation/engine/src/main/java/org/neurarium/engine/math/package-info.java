/// Elementary functions from IEEE operations alone.
///
/// ```
///   Elementary          one number at a time: the interpreter, the plain form of generated code
///   VectorElementary    a DoubleVector at a time: the same operations in the same order, branches as blends
/// ```
///
/// The platform's `Math.exp` and its kin may differ from machine to machine and from the Vector API's, and are not vectorised by the
/// compiler. Everything here is additions, multiplications, divisions, fused multiply-adds, comparisons and operations on bits, all of which
/// Java defines to the last bit, so a simulation has the same result whatever form its code is in and wherever it runs.
///
/// Polynomials have been fitted by the exchange algorithm of Remez in 60 digits, each for the interval that its argument reduction leaves; the errors
/// stated at the functions have been found by comparison with references of higher precision and are tested.
/// Reductions follow Cody & Waite (1980), Software Manual for the Elementary Functions.
@NullMarked
package org.neurarium.engine.math;

import org.jspecify.annotations.NullMarked;
