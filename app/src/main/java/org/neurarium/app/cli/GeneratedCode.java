package org.neurarium.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModelPrinter;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.engine.compile.ChannelAnalysis;
import org.neurarium.engine.compile.Choice;
import org.neurarium.engine.compile.Compiled;
import org.neurarium.engine.compile.NeuronCompiler;
import org.neurarium.engine.compile.NeuronPrograms;
import org.neurarium.engine.compile.Program;
import org.neurarium.engine.compile.SynapseCompiler;
import org.neurarium.engine.compile.SynapsePlan;

/// What the engine makes of a model, for people.
///
/// @param schemes how each state is integrated, and why
/// @param parts the programs, in the order in which they run
/// @param target the neuron model that a synapse was compiled for
/// @param problems why there is nothing, where there is nothing
record GeneratedCode(
    List<Choice> schemes, List<Part> parts, Optional<String> target, List<Problem> problems) {

  private static final Pattern POST = Pattern.compile("\\bpost\\.([A-Za-z_]\\w*)");

  /// A program.
  ///
  /// @param name when it runs
  /// @param instructions how many operations it has, those that read and write left out
  /// @param lines the program
  record Part(String name, int instructions, List<String> lines) {

    private static Part of(String name, Program program) {
      long operations = program.code().stream().filter(i -> i.op().arity() > 0).count();
      return new Part(name, (int) operations, program.listing().lines().toList());
    }
  }

  /// Compiles a model.
  ///
  /// @param models where a synapse finds a neuron to end on
  static GeneratedCode of(Model model, ModelCatalogue models) {
    return switch (model) {
      case NeuronModel m -> of(NeuronCompiler.compile(m, Set.of()));
      case SynapseModel m -> synapse(m, models);
      case ChannelModel m -> {
        Compiled<List<Choice>> choices = ChannelAnalysis.of(m);
        yield new GeneratedCode(
            choices.value().orElse(List.of()), List.of(), Optional.empty(), choices.problems());
      }
      case CellModel _ -> new GeneratedCode(List.of(), List.of(), Optional.empty(), List.of());
      case ModulatorModel m -> plan(SynapseCompiler.compile(m), Optional.empty());
    };
  }

  private static GeneratedCode of(Compiled<NeuronPrograms> compiled) {
    if (compiled.value().isEmpty())
      return new GeneratedCode(List.of(), List.of(), Optional.empty(), compiled.problems());
    NeuronPrograms programs = compiled.value().get();
    List<Part> parts = new ArrayList<>();
    List<String> before = programs.derivation().listing();
    if (!before.isEmpty()) parts.add(new Part("beforehand, from parameters", 0, before));
    if (programs.withinStep()) {
      parts.add(Part.of("integration, a step or a part of one", programs.integrate()));
      parts.add(Part.of("end of a step", programs.finish()));
    } else parts.add(Part.of("step", programs.step()));
    programs.condition().ifPresent(c -> parts.add(Part.of("spike", c)));
    programs.reset().ifPresent(r -> parts.add(Part.of("reset", r)));
    return new GeneratedCode(programs.choices(), parts, Optional.empty(), List.of());
  }

  private static GeneratedCode synapse(SynapseModel model, ModelCatalogue models) {
    Set<String> read = new LinkedHashSet<>();
    Matcher post = POST.matcher(String.join("\n", ModelPrinter.equations(model)));
    while (post.find()) read.add(post.group(1));
    Optional<NeuronModel> target =
        models.entries(Model.Kind.NEURON).stream()
            .map(e -> (NeuronModel) e.model())
            .filter(n -> read.stream().allMatch(s -> n.state(s).isPresent()))
            .findFirst();
    return target
        .map(t -> plan(SynapseCompiler.compile(model, t), Optional.of(t.id())))
        .orElseGet(() -> new GeneratedCode(List.of(), List.of(), Optional.empty(), List.of()));
  }

  private static GeneratedCode plan(Compiled<SynapsePlan> compiled, Optional<String> target) {
    if (compiled.value().isEmpty())
      return new GeneratedCode(List.of(), List.of(), target, compiled.problems());
    SynapsePlan plan = compiled.value().get();
    boolean modulator = target.isEmpty();
    List<Part> parts = new ArrayList<>();
    plan.preAdvance().ifPresent(p -> parts.add(Part.of("step, each source", p)));
    plan.postAdvance()
        .ifPresent(p -> parts.add(Part.of(modulator ? "step" : "step, each target", p)));
    plan.advance().ifPresent(p -> parts.add(Part.of("step, each synapse", p)));
    if (!modulator) parts.add(Part.of("arriving spike, each synapse", plan.onPre()));
    plan.onPreSource().ifPresent(p -> parts.add(Part.of("arriving spike, the source", p)));
    plan.onPost().ifPresent(p -> parts.add(Part.of("spike of the target, each synapse", p)));
    plan.onPostTarget()
        .ifPresent(p -> parts.add(Part.of(modulator ? "release" : "spike of the target", p)));
    return new GeneratedCode(
        plan.reasons().stream().map(GeneratedCode::choice).toList(), parts, target, List.of());
  }

  /// `state: scheme: reason`, as a plan says it.
  private static Choice choice(String line) {
    String[] words = line.split(": ", 3);
    return new Choice(words[0], words.length > 1 ? words[1] : "", words.length > 2 ? words[2] : "");
  }
}
