package org.neurarium.app.formulas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
  private final List<Line> lines = new ArrayList<>();

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

  /// The formulas of a model.
  ///
  /// @param size of the type, in pixels
  /// @param meaning of a symbol, for its tooltip
  public static FormulaSheet of(
      Model model, double size, Function<String, Optional<String>> meaning) {
    var _ = Fonts.loadForEquations();
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
    return new FormulaSheet(formulas.lines);
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
      line(left, sum, spoken);
    } else line(rate, e.rate(), spoken);
  }

  private void definition(Definition d) {
    line(typesetter.symbol(d.name(), size), d.value(), d.name() + " = " + Printer.print(d.value()));
  }

  private void statements(String when, List<Statement> statements) {
    String caption = when;
    for (Statement s : statements) {
      lines.add(
          new Line(
              words(caption),
              true,
              Box.space(0),
              List.of(statement(s)),
              List.of(),
              when + ": " + Printer.print(s)));
      caption = "";
    }
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
    lines.add(
        new Line(
            words(words),
            true,
            Box.space(0),
            List.of(typesetter.inline(e, size)),
            List.of(),
            words + " " + Printer.print(e)));
  }

  private void line(Box left, Expression right, String spoken) {
    lines.add(
        new Line(
            left,
            false,
            Box.text("=", false, size),
            typesetter.terms(right, size),
            typesetter.cases(right, size),
            spoken));
  }

  private static Box words(String words) {
    Text text = new Text(words);
    text.setFont(Font.font(Fonts.TEXT, 12));
    text.getStyleClass().add("nr-formula-words");
    return new Box(new javafx.scene.Group(text), text.getLayoutBounds().getWidth(), 9, 3);
  }
}
