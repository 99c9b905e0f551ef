/// What generated kernels cost beside loops written by hand for the same equations.
package org.neurarium.benchmarks;
