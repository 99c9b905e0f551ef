package org.neurarium.engine.kernel;

import java.util.Optional;
import org.neurarium.engine.compile.Interpreter;
import org.neurarium.engine.compile.NeuronPrograms;
import org.neurarium.engine.compile.Program;

/// A neuron model's programs as something that runs: those that its steps need.
///
/// @param start sets the states to where they start
/// @param advance a whole step; where crossings are located inside it, the equations alone
/// @param finish `each step` and arrivals, where they come after crossings have been located
/// @param rest what a refractory neuron does in place of `advance`, where that differs
/// @param condition finds those that fire
/// @param reset what a spike does
record Forms(
    Program.Step start,
    Program.Step advance,
    Optional<Program.Step> finish,
    Optional<Program.Step> rest,
    Optional<Program.Search> condition,
    Optional<Program.Step> reset) {

  static Forms of(NeuronPrograms programs, Translation translation) {
    String name = programs.model().id();
    boolean within = programs.withinStep();
    return new Forms(
        // A tree may have too many states for a method, and starts seldom.
        programs.model().cell().isPresent()
            ? new Interpreter(programs.start())
            : translation.seldom(programs.start(), name),
        translation.step(within ? programs.integrate() : programs.step(), name),
        within ? Optional.of(translation.step(programs.finish(), name)) : Optional.empty(),
        programs.rest().map(p -> translation.seldom(p, name)),
        programs.condition().map(p -> translation.search(p, name)),
        programs.reset().map(p -> translation.seldom(p, name)));
  }
}
