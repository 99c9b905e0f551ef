package org.neurarium.engine.network;

import java.util.Optional;
import java.util.function.Function;
import org.neurarium.engine.compile.Program;
import org.neurarium.engine.compile.SynapsePlan;

/// A synapse model ready to run: its plan, and what its programs have become. Shared by all projections and workers that run it.
public record SynapseCode(
    SynapsePlan plan,
    Optional<Program.Step> preAdvance,
    Optional<Program.Step> postAdvance,
    Optional<Program.Step> advance,
    Program.Step onPre,
    Optional<Program.Step> onPreSource,
    Optional<Program.Step> onPost,
    Optional<Program.Step> onPostTarget,
    Optional<Program.Step> catchUp,
    Optional<Program.Step> flow) {

  /// Makes each program runnable.
  public static SynapseCode of(SynapsePlan plan, Function<Program, Program.Step> make) {
    return new SynapseCode(
        plan,
        plan.preAdvance().map(make),
        plan.postAdvance().map(make),
        plan.advance().map(make),
        make.apply(plan.onPre()),
        plan.onPreSource().map(make),
        plan.onPost().map(make),
        plan.onPostTarget().map(make),
        plan.catchUp().map(make),
        plan.flow().map(make));
  }

  /// Whether its weights ever change.
  public boolean learns() {
    int weight = plan.columns().indexOf(new SynapsePlan.Weight());
    return weight >= 0
        && (writes(plan.onPre(), weight)
            || plan.onPost().filter(p -> writes(p, weight)).isPresent()
            || plan.advance().filter(p -> writes(p, weight)).isPresent()
            || plan.catchUp().filter(p -> writes(p, weight)).isPresent());
  }

  private static boolean writes(Program program, int column) {
    return program.outputs().stream().anyMatch(o -> o.column() == column);
  }
}
