package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.model.NeuronModel;

/// What a neuron model becomes: programs, what stands in their columns, and how each state is integrated.
///
/// A row is a neuron. With the layout's inputs in place, a step of the grid is
///
/// 1. `step` for all rows: integrates from t to t + dt, runs `each step` and adds the arrivals of t + dt;
/// 2. rows at rest are taken back and do `rest` in place of it, if there is one; held states are put back where the reset left them;
/// 3. `condition` finds the rows that fire at t + dt;
/// 4. `reset` for each of them, which writes the [KernelLayout.Refractory] column, too.
///
/// Where the model says `within the step`, `integrate` and `finish` take the place of `step`: `integrate`, then `condition` (it finds rows that are no
/// numbers, too); the rows found are integrated again from their start in parts, with columns and uniforms derived for the shorter length and
/// with `condition` and `reset` after each part; then `finish` for all rows and steps 2 to 4.
///
/// @param model where it comes from
/// @param choices for people: the scheme of each state, with its reason
/// @param layout what the numbers of columns and uniforms mean
/// @param derivation computes the derived ones
/// @param start sets the states to where they start, from parameters
/// @param step a whole step
/// @param integrate the equations, or the update as published
/// @param finish `each step` and arrivals
/// @param rest what refractory neurons do in place of `step`, or of `integrate`: held states stand still for the others, too. Empty where no other reads one
/// @param condition empty for a neuron that never fires
/// @param reset empty where a spike changes nothing
/// @param withinStep whether the crossing is located inside the step
/// @param atOnset whether a neuron fires only when the condition begins to hold
/// @param held indices of the states that stay as the reset left them while a neuron is refractory
public record NeuronPrograms(
    NeuronModel model,
    List<Choice> choices,
    KernelLayout layout,
    Derivation derivation,
    Program start,
    Program step,
    Program integrate,
    Program finish,
    Optional<Program> rest,
    Optional<Program> condition,
    Optional<Program> reset,
    boolean withinStep,
    boolean atOnset,
    List<Integer> held) {

  public NeuronPrograms {
    choices = List.copyOf(choices);
    held = List.copyOf(held);
  }

  /// How each state is integrated and why, one line each.
  public List<String> describe() {
    return choices.stream()
        .map(c -> c.state() + ": " + c.scheme() + " (" + c.reason() + ")")
        .toList();
  }

  /// All programs as lines that a person can read: what is computed beforehand, the step, the condition, the reset.
  public List<String> listing() {
    List<String> lines = new ArrayList<>();
    add(lines, "beforehand, from parameters", String.join("\n", derivation.listing()));
    add(lines, "step", step.listing());
    rest.ifPresent(r -> add(lines, "step while refractory", r.listing()));
    condition.ifPresent(c -> add(lines, "spike", c.listing()));
    reset.ifPresent(r -> add(lines, "reset", r.listing()));
    return lines;
  }

  private static void add(List<String> lines, String title, String listing) {
    if (listing.isEmpty()) return;
    lines.add(title);
    listing.lines().forEach(l -> lines.add("  " + l));
  }
}
