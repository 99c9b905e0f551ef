/// What the parts of a step cost: generated kernels beside loops written by hand for the same equations, the search for spikes, delivery, plasticity, and what is left when
/// nothing happens.
package org.neurarium.benchmarks;
