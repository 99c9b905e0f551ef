package org.neurarium.circuits.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.formula.Evaluator;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.CellModel.Insertion;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;

/// What a cell's file can only be told where its channels are known: whether they exist, whether the values fit, whether concentrations are kept.
final class CellRules {

  private final CellModel cell;
  private final Function<String, Optional<ChannelModel>> channels;
  private final List<String> known;
  private final List<Problem> problems = new ArrayList<>();

  /// @param channels finds a channel by its id
  /// @param known ids of channels, for hints
  CellRules(CellModel cell, Function<String, Optional<ChannelModel>> channels, List<String> known) {
    this.cell = cell;
    this.channels = channels;
    this.known = known;
  }

  List<Problem> problems() {
    for (Insertion insertion : cell.insertions()) {
      Optional<ChannelModel> channel = channels.apply(insertion.channel());
      if (channel.isPresent()) values(insertion, channel.get());
      else
        error(
            insertion.at(),
            "There is no channel '" + insertion.channel() + "'",
            DidYouMean.hint(insertion.channel(), known, "The channels are"));
    }
    for (Compartment compartment : cell.compartments()) ions(compartment);
    return problems;
  }

  private void error(Span at, String sentence, String hint) {
    Place place = Place.at(cell.id() + ".model", at.line(), at.column(), "");
    if (problems.stream().noneMatch(p -> p.place().equals(place)))
      problems.add(Problem.error(place, sentence, hint));
  }

  private void values(Insertion insertion, ChannelModel channel) {
    insertion
        .values()
        .forEach((id, value) -> {
          Optional<Parameter> parameter = channel.parameter(id);
          if (parameter.isEmpty())
            error(
                value.at(),
                "The channel " + channel.id() + " has no parameter '" + id + "'",
                DidYouMean.hint(
                    id,
                    channel.parameters().stream().map(Parameter::id).toList(),
                    "Its parameters are"));
          else value(value, parameter.get(), channel);
        });
  }

  private void value(Expression value, Parameter parameter, ChannelModel channel) {
    Dimension wanted = parameter.unit().dimension();
    Dimension given = dimension(value);
    if (!given.equals(wanted)) {
      error(
          value.at(),
          "'"
              + parameter.id()
              + "' of "
              + channel.id()
              + " is "
              + shown(wanted)
              + ", this is "
              + shown(given),
          parameter.unit().symbol().isEmpty()
              ? "Write it without a unit."
              : "Write it in " + parameter.unit() + ".");
      return;
    }
    double size =
        Evaluator.evaluate(
            value,
            id -> cell.parameter(id).map(p -> p.standard().engineValue()).orElse(Double.NaN));
    if (!parameter.limit().allows(size))
      error(
          value.at(),
          "'"
              + parameter.id()
              + "' of "
              + channel.id()
              + (parameter.limit() == Parameter.Limit.POSITIVE
                  ? " has to be above 0"
                  : " cannot be negative"),
          "Its standard value is " + parameter.standard() + ".");
  }

  private static String shown(Dimension dimension) {
    String unit = dimension.unit().symbol();
    return dimension.describe().contains(unit)
        ? dimension.describe()
        : dimension.describe() + " (" + unit + ")";
  }

  /// The dimension of a formula that the language has checked already.
  private Dimension dimension(Expression formula) {
    return switch (formula) {
      case Expression.Literal n -> n.quantity().unit().dimension();
      case Expression.Symbol s ->
          cell.parameter(s.name()).map(p -> p.unit().dimension()).orElse(Dimension.NONE);
      case Expression.Unary u -> dimension(u.operand());
      case Expression.Binary b ->
          switch (b.operator()) {
            case MULTIPLY -> dimension(b.left()).times(dimension(b.right()));
            case DIVIDE -> dimension(b.left()).over(dimension(b.right()));
            case POWER -> power(dimension(b.left()), b.right());
            case ADD, SUBTRACT -> dimension(b.left());
            case LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, DIFFERENT, AND, OR, NEGATE, NOT ->
                Dimension.NONE;
          };
      case Expression.Call c ->
          switch (c.function()) {
            case SQRT -> dimension(c.arguments().getFirst()).root().orElse(Dimension.NONE);
            case ABS, POSITIVE, MIN, MAX, CLIP -> dimension(c.arguments().getFirst());
            case IF -> dimension(c.arguments().get(1));
            case EXP, LOG, TANH, SIN, COS, FLOOR, EXPM1, EXPREL, LOGISTIC, UNIFORM, NORMAL ->
                Dimension.NONE;
          };
    };
  }

  private static Dimension power(Dimension base, Expression exponent) {
    double n = Evaluator.evaluate(exponent, _ -> 0);
    return n == 0.5 ? base.root().orElse(Dimension.NONE) : base.power((int) Math.rint(n));
  }

  /// One pool of each ion, and one for every channel that reads a concentration.
  private void ions(Compartment compartment) {
    Map<String, String> pools = new HashMap<>();
    for (Insertion insertion : cell.insertions()) {
      if (!insertion.isIn(compartment.id())) continue;
      Optional<ChannelModel> channel = channels.apply(insertion.channel());
      Optional<String> ion = channel.flatMap(ChannelModel::pool);
      if (ion.isEmpty()) continue;
      String before = pools.putIfAbsent(ion.get(), insertion.channel());
      if (before != null && !before.equals(insertion.channel()))
        error(
            insertion.at(),
            "'"
                + compartment.id()
                + "' has two pools of "
                + ion.get()
                + ", "
                + before
                + " and "
                + insertion.channel(),
            "Keep one.");
    }
    for (Insertion insertion : cell.insertions()) {
      if (!insertion.isIn(compartment.id())) continue;
      channels
          .apply(insertion.channel())
          .flatMap(CellRules::reads)
          .filter(ion -> !pools.containsKey(ion))
          .ifPresent(ion ->
              error(
                  insertion.at(),
                  insertion.channel()
                      + " reads the concentration ["
                      + ion
                      + "], which nothing keeps in '"
                      + compartment.id()
                      + "'",
                  "Insert a pool there: 'insert calcium_pool in " + compartment.id() + "'."));
    }
  }

  /// The ion whose concentration a channel reads without keeping it.
  static Optional<String> reads(ChannelModel channel) {
    if (channel.pool().isPresent()) return Optional.empty();
    List<Expression> formulas = new ArrayList<>();
    channel.definitions().forEach(d -> formulas.add(d.value()));
    channel.equations().forEach(e -> formulas.add(e.rate()));
    formulas.add(channel.current());
    return formulas.stream().flatMap(f -> concentration(f).stream()).findFirst();
  }

  private static Optional<String> concentration(Expression formula) {
    return switch (formula) {
      case Expression.Literal _ -> Optional.empty();
      case Expression.Symbol s ->
          s.name().startsWith("[")
              ? Optional.of(s.name().substring(1, s.name().length() - 1))
              : Optional.empty();
      case Expression.Unary u -> concentration(u.operand());
      case Expression.Binary b -> concentration(b.left()).or(() -> concentration(b.right()));
      case Expression.Call c ->
          c.arguments().stream().flatMap(a -> concentration(a).stream()).findFirst();
    };
  }

  /// Presets set what the cell has, within its limits.
  ///
  /// @param lowered the cell with its channels
  List<Problem> presets(NeuronModel lowered) {
    cell.presets()
        .forEach(preset ->
            preset
                .values()
                .forEach((id, value) -> {
                  Optional<Parameter> parameter = lowered.parameter(id);
                  String where = "Preset '" + preset.name() + "' of " + cell.id();
                  if (parameter.isEmpty() && lowered.state(id).isEmpty())
                    error(
                        place(preset.name(), id),
                        where + " sets '" + id + "', which the cell does not have",
                        DidYouMean.hint(
                            id,
                            lowered.parameters().stream().map(Parameter::id).toList(),
                            "It has"));
                  else if (parameter
                      .filter(p -> !p.unit().dimension().equals(value.unit().dimension()))
                      .isPresent())
                    error(
                        place(preset.name(), id),
                        where + " sets '" + id + "' to " + value + ", which is of another unit",
                        "Write it in " + parameter.get().unit() + ".");
                  else if (parameter.filter(p -> !p.limit().allows(value.value())).isPresent())
                    error(
                        place(preset.name(), id),
                        where + " sets '" + id + "' beyond its limit",
                        "");
                }));
    return problems;
  }

  /// Where the text sets a value of a preset, as the model itself does not remember.
  private Span place(String preset, String id) {
    int from = Math.max(0, cell.text().indexOf("preset \"" + preset + "\""));
    int at = Math.max(0, cell.text().indexOf(id, from));
    int line = (int) cell.text().substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return new Span(line, at - cell.text().lastIndexOf('\n', at), id.length());
  }
}
