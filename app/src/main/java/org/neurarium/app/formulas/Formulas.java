package org.neurarium.app.formulas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.neurarium.app.formulas.FormulaSheet.Line;
import org.neurarium.app.theme.Fonts;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Binary;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Printer;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Dynamics;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.SynapseModel;

/// Sets all formulas of a model: equations, what their parts are called, and what happens at events. FX thread only.
public final class Formulas {

  private final double size;
  private final Typesetter typesetter;
  private final List<Planned> lines = new ArrayList<>();

  /// A formula that may be set.
  ///
  /// @param spoken as text
  /// @param line sets it
  private record Planned(String spoken, Supplier<Line> line) {}

  private Formulas(double size, Function<String, Optional<String>> meaning) {
    this.size = size;
    typesetter = new Typesetter((node, name) -> dress(node, meaning.apply(name)));
  }

  private static void dress(Node node, Optional<String> meaning) {
    meaning.ifPresent(text -> {
      node.setPickOnBounds(true);
      Tooltip.install(node, new Tooltip(text));
    });
  }

  /// The formulas of a model, to be compared with others and to be set. Setting them takes some milliseconds.
  ///
  /// @param size of the type, in pixels
  /// @param meaning of a symbol, for its tooltip
  public static Formulas of(Model model, double size, Function<String, Optional<String>> meaning) {
    Formulas formulas = new Formulas(size, meaning);
    switch (model) {
      case NeuronModel m -> formulas.neuron(m.dynamics());
      case SynapseModel m -> {
        m.equations().forEach(formulas::equation);
        m.definitions().forEach(formulas::definition);
        formulas.statements("on pre", m.onPre());
        formulas.statements("on post", m.onPost());
      }
      case ChannelModel m -> {
        m.equations().forEach(formulas::equation);
        m.definitions().forEach(formulas::definition);
        m.arrivals().forEach((id, s) -> formulas.statements("on " + id, List.copyOf(s)));
        if (m.pool().isEmpty()) formulas.saying("current", m.current());
      }
      case ModulatorModel m -> {
        m.equations().forEach(formulas::equation);
        m.definitions().forEach(formulas::definition);
        formulas.statements("on release", List.copyOf(m.onRelease()));
      }
      case CellModel _ -> {}
    }
    return formulas;
  }

  /// Each formula as text; two models of equal texts have the same formulas.
  public List<String> spoken() {
    return lines.stream().map(Planned::spoken).toList();
  }

  /// Sets all formulas.
  public FormulaSheet sheet() {
    var _ = Fonts.loadForEquations();
    return new FormulaSheet(lines.stream().map(l -> l.line().get()).toList());
  }

  /// One symbol as a picture, for tables.
  public static Node symbol(String name, double size) {
    var _ = Fonts.loadForEquations();
    return new BoxView(new Typesetter((_, _) -> {}).symbol(name, size));
  }

  private void neuron(Dynamics d) {
    d.equations().forEach(this::equation);
    d.definitions().forEach(this::definition);
    statements("as published", List.copyOf(d.published()));
    statements("each step", List.copyOf(d.eachStep()));
    d.spike().ifPresent(e -> saying("spike when", e));
    statements("then", List.copyOf(d.reset()));
    d.refractory().ifPresent(e -> saying("refractory", e));
    d.arrivals().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(a -> statements("on " + a.getKey(), List.copyOf(a.getValue())));
  }

  private void equation(Equation e) {
    lines.add(new Planned("d" + e.state() + "/dt = " + Printer.print(e.rate()), () -> rateOf(e)));
  }

  private Line rateOf(Equation e) {
    Box rate =
        Box.fraction(
            Box.row(Box.text("d", true, size), typesetter.symbol(e.state(), size)),
            Box.text("dt", true, size),
            size);
    String spoken = "d" + e.state() + "/dt = " + Printer.print(e.rate());
    // As papers write it: C dV/dt = the sum of the currents, tau dg/dt = -g.
    if (e.rate() instanceof Binary(Operator operator, Expression sum, Expression under, _)
        && operator == Operator.DIVIDE
        && under instanceof Expression.Symbol(String factor, _)) {
      Box left = Box.row(typesetter.symbol(factor, size), Box.space(0.14 * size), rate);
      return line(left, sum, spoken);
    }
    return line(rate, e.rate(), spoken);
  }

  private void definition(Definition d) {
    String spoken = d.name() + " = " + Printer.print(d.value());
    lines.add(
        new Planned(spoken, () -> line(typesetter.symbol(d.name(), size), d.value(), spoken)));
  }

  private void statements(String when, List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      Statement s = statements.get(i);
      String caption = i == 0 ? when : "";
      say(caption, when + ": " + Printer.print(s), () -> statement(s));
    }
  }

  private void say(String caption, String spoken, Supplier<Box> box) {
    lines.add(
        new Planned(
            spoken,
            () ->
                new Line(
                    words(caption), true, Box.space(0), List.of(box.get()), List.of(), spoken)));
  }

  private Box statement(Statement s) {
    Box value = typesetter.inline(s.value(), size);
    return switch (s) {
      case Statement.Deliver _ ->
          Box.row(Box.text("deliver", false, size), Box.space(0.3 * size), value);
      case Statement.Assign a -> {
        Box target = typesetter.symbol(a.target(), size);
        String sign =
            switch (a.how()) {
              case SET -> "←";
              case ADD -> "+=";
              case SUBTRACT -> "−=";
              case MULTIPLY -> "×=";
            };
        Box room = Box.space(0.28 * size);
        yield Box.row(target, room, Box.text(sign, false, size), Box.space(0.28 * size), value);
      }
    };
  }

  private void saying(String words, Expression e) {
    say(words, words + " " + Printer.print(e), () -> typesetter.inline(e, size));
  }

  private Line line(Box left, Expression right, String spoken) {
    return new Line(
        left,
        false,
        Box.text("=", false, size),
        typesetter.terms(right, size),
        typesetter.cases(right, size),
        spoken);
  }

  private static Box words(String words) {
    Text text = new Text(words);
    text.setFont(Font.font(Fonts.TEXT, 12));
    text.getStyleClass().add("nr-formula-words");
    return new Box(new javafx.scene.Group(text), text.getLayoutBounds().getWidth(), 9, 3);
  }
}
