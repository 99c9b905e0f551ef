package org.neurarium.engine.cable;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.model.Cell;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.ChannelCompiler;
import org.neurarium.engine.compile.ChannelPrograms;
import org.neurarium.engine.compile.Compiled;
import org.neurarium.engine.compile.Influences;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.compile.Program;

/// The computing half of a neuron with compartments: its channels as code. It serves every population of its model and every thread; what belongs to one population is
/// in [CableColumns].
public final class CableKernel {

  private static final String[] SIZES = {".length", ".diameter"};
  private static final String[] ELECTRIC = {".length", ".diameter", ".C_m", ".R_a"};

  private final NeuronModel model;
  private final Cell cell;
  private final KernelLayout layout;
  private final List<Channel> channels;
  private final Influences influences;

  /// A channel in a compartment.
  ///
  /// @param varied which of its parameters differ from neuron to neuron
  /// @param modulated whether neuromodulators change any
  record Channel(
      Cell.Mechanism mechanism,
      Set<String> varied,
      boolean modulated,
      ChannelPrograms programs,
      Program.Step current,
      Optional<Program.Step> advance,
      Optional<Program.Step> once) {

    /// Whether its current is known beforehand but for the potential.
    boolean isConstant() {
      return programs.constant().isPresent();
    }

    boolean conducts() {
      return !isConstant() && !programs.current().outputs().isEmpty();
    }

    boolean isPool() {
      return programs.isPool();
    }
  }

  private record Key(ChannelModel model, Set<String> varied) {}

  private CableKernel(
      NeuronModel model,
      Cell cell,
      KernelLayout layout,
      List<Channel> channels,
      Influences influences) {
    this.model = model;
    this.cell = cell;
    this.layout = layout;
    this.channels = List.copyOf(channels);
    this.influences = influences;
  }

  /// Compiles the channels of a model that has a tree. Each channel model becomes code once, for all compartments in which the same of its parameters vary.
  ///
  /// @param layout of the columns and uniforms of the population
  /// @param varied ids of the parameters that differ from neuron to neuron
  /// @param influences what neuromodulators change
  /// @param translate makes code of a program; with the name of its model
  public static Compiled<CableKernel> of(
      NeuronModel model,
      KernelLayout layout,
      Set<String> varied,
      Influences influences,
      BiFunction<Program, String, Program.Step> translate) {
    Cell cell = model.cell().orElseThrow();
    Set<String> differing = new TreeSet<>(varied);
    differing.addAll(influences.local());
    List<Channel> channels = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<Key, Compiled<ChannelPrograms>> known = new HashMap<>();
    for (Cell.Mechanism m : cell.mechanisms()) {
      Set<String> own = varied(m, differing);
      Compiled<ChannelPrograms> made =
          known.computeIfAbsent(
              new Key(m.channel(), own), k -> ChannelCompiler.compile(k.model(), k.varied()));
      for (Problem p : made.problems()) if (!problems.contains(p)) problems.add(p);
      if (made.value().isEmpty()) continue;
      ChannelPrograms programs = made.value().get();
      String name = m.channel().id();
      channels.add(
          new Channel(
              m,
              own,
              !varied(m, influences.parameters()).isEmpty(),
              programs,
              translate.apply(programs.current(), name),
              programs.advance().map(p -> translate.apply(p, name)),
              programs.once().map(p -> translate.apply(p, name))));
    }
    return problems.stream().anyMatch(Problem::isError)
        ? Compiled.failed(problems)
        : new Compiled<>(
            Optional.of(new CableKernel(model, cell, layout, channels, influences)), problems);
  }

  /// Which parameters of a channel differ from neuron to neuron, when some of the neuron's do.
  private static Set<String> varied(Cell.Mechanism mechanism, Set<String> varied) {
    Set<String> found = new TreeSet<>();
    mechanism
        .values()
        .forEach((parameter, value) -> {
          if (mentions(value, varied)) found.add(parameter);
        });
    for (String size : SIZES)
      if (varied.contains(mechanism.compartment() + size)) found.add(ChannelPrograms.AREA);
    return found;
  }

  private static boolean mentions(Expression value, Set<String> symbols) {
    return switch (value) {
      case Expression.Literal _ -> false;
      case Expression.Symbol s -> symbols.contains(s.name());
      case Expression.Unary u -> mentions(u.operand(), symbols);
      case Expression.Binary b -> mentions(b.left(), symbols) || mentions(b.right(), symbols);
      case Expression.Call c -> c.arguments().stream().anyMatch(a -> mentions(a, symbols));
    };
  }

  /// Whether neuromodulators change anything.
  boolean isModulated() {
    return !influences.parameters().isEmpty();
  }

  /// Whether they change sizes, capacitances or resistances of a segment.
  boolean areSizesModulated() {
    return cell.segments().stream()
        .anyMatch(s ->
            java.util.Arrays.stream(ELECTRIC)
                .anyMatch(e -> influences.parameters().contains(s.compartment() + e)));
  }

  NeuronModel model() {
    return model;
  }

  Cell cell() {
    return cell;
  }

  KernelLayout layout() {
    return layout;
  }

  List<Channel> channels() {
    return channels;
  }

  /// Column of a state of the model.
  int column(String state) {
    for (int k = 0; k < model.states().size(); k++)
      if (model.states().get(k).id().equals(state)) return k;
    throw new IllegalArgumentException(model.id() + " has no state " + state);
  }

  /// Column of what arrives at a receptor of the model.
  int arrivals(String receptor) {
    for (int r = 0; r < model.receptors().size(); r++)
      if (model.receptors().get(r).id().equals(receptor))
        return layout.column(new KernelLayout.Arrivals(r));
    throw new IllegalArgumentException(model.id() + " has no receptor " + receptor);
  }

  /// By segment: the columns of currents that flow into it.
  List<List<Integer>> injections() {
    List<List<Integer>> columns = new ArrayList<>();
    for (int k = 0; k < cell.segments().size(); k++) columns.add(new ArrayList<>());
    int number = 0;
    for (NeuronModel.Receptor r : model.receptors()) {
      if (r.input() != NeuronModel.Input.CURRENT) continue;
      Integer segment = requireNonNull(cell.injections().get(r.id()));
      columns.get(segment).add(layout.column(new KernelLayout.Current(number++)));
    }
    return columns;
  }
}
