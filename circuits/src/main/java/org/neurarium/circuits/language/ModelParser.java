package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.formula.Statement.How;
import org.neurarium.circuits.language.Lexeme.Type;
import org.neurarium.circuits.model.Model.Kind;
import org.neurarium.circuits.model.Reference;
import org.neurarium.circuits.model.Scheme;
import org.neurarium.circuits.model.SynapseModel.Scope;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Unit;

/// Reads the lines of a model file one by one; a line that cannot be read is told and skipped.
final class ModelParser {

  private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");
  private static final Pattern EQUATION_SIDE = Pattern.compile("d[A-Za-z]\\w*");

  private final Cursor cursor;
  private final Findings findings;
  private final Draft draft = new Draft();
  private final Set<String> once = new LinkedHashSet<>();

  ModelParser(Cursor cursor, Findings findings) {
    this.cursor = cursor;
    this.findings = findings;
  }

  Draft read() {
    recovering(this::head);
    while (cursor.here().type() != Type.END && !findings.full()) recovering(this::line);
    return draft;
  }

  private void recovering(Runnable statement) {
    int before = cursor.position();
    try {
      statement.run();
      if (!cursor.accept(";") && cursor.here().type() == Type.LINE) cursor.take();
      if (cursor.position() == before) cursor.skipLine();
    } catch (Mistake mistake) {
      mistake.tell(findings);
      cursor.skipLine();
    }
  }

  private void head() {
    Lexeme first = cursor.here();
    Optional<Kind> kind = Arrays.stream(Kind.values()).filter(k -> first.is(k.word())).findFirst();
    draft.at = first.at();
    if (kind.isEmpty()) {
      throw new Mistake(
          first.at(),
          "A model file begins with its kind and name",
          DidYouMean.nearest(first.text(), kinds())
              .map(meant -> "Did you mean '" + meant + "'?")
              .orElse("Write 'neuron my_neuron \"My neuron\"' on the first line."));
    }
    draft.kind = kind.get();
    cursor.take(Token.Kind.KEYWORD);
    Lexeme name = cursor.name("A name", "Write '" + kind.get().word() + " my_model \"My model\"'.");
    draft.id = name.text();
    draft.at = name.at();
    if (!name.text().matches("[A-Za-z]\\w{0,63}"))
      findings.error(
          name.at(),
          name.shown() + " is no name",
          "A name has up to 64 letters, digits and _, the first a letter.");
    draft.title = cursor.label();
    cursor.end(List.of());
    if (draft.title.isBlank()) draft.title = draft.id;
  }

  private static List<String> kinds() {
    return Arrays.stream(Kind.values()).map(Kind::word).toList();
  }

  private void line() {
    Lexeme first = cursor.here();
    Lexeme second = cursor.ahead(1);
    if (first.type() != Type.NAME)
      throw new Mistake(
          first.at(),
          "A line cannot begin with " + first.shown(),
          "It begins with a word such as 'parameter', or with a name that is given a value.");
    if (second.is("=")) {
      notInCells(first);
      definition();
    } else if (isDerivative()) {
      notInCells(first);
      equation();
    } else {
      keyword(first, second);
    }
  }

  private void notInCells(Lexeme first) {
    if (draft.kind == Kind.CELL)
      throw new Mistake(
          first.at(),
          "A cell has no formulas of its own",
          "They stand in channels, which 'insert leak in all' puts into compartments; 'parameter'"
              + " gives a number a name.");
  }

  private void keyword(Lexeme first, Lexeme second) {
    switch (first.text()) {
      case "summary" -> {
        single("summary");
        draft.summary = text("summary \"A leaky neuron.\"");
      }
      case "reference" -> reference();
      case "parameter" -> DeclarationParser.parameter(cursor, draft);
      case "state" -> {
        notInCells(first);
        DeclarationParser.state(cursor, draft, Scope.SYNAPSE);
      }
      case "pre", "post" -> {
        only(first, Kind.SYNAPSE);
        cursor.take(Token.Kind.KEYWORD);
        if (!cursor.at("state"))
          throw new Mistake(
              second.at(),
              "'state' is missing before " + second.shown(),
              "Write '" + first.text() + " state x = 0', or 'on " + first.text() + " …'.");
        DeclarationParser.state(cursor, draft, first.text().equals("pre") ? Scope.PRE : Scope.POST);
      }
      case "receptor" -> {
        only(first, Kind.NEURON, Kind.CHANNEL);
        DeclarationParser.receptor(cursor, draft);
      }
      case "preset" -> DeclarationParser.preset(cursor, draft);
      case "on" -> event();
      case "spike" -> spike();
      case "reset" -> {
        only(first, Kind.NEURON, Kind.CELL);
        draft.resetAt = single("reset");
        draft.reset.addAll(statements());
      }
      case "refractory" -> refractory();
      case "integrate" -> {
        notInCells(first);
        scheme();
      }
      case "membrane" -> {
        only(first, Kind.CELL);
        single("membrane");
        CellParser.membrane(cursor, draft);
      }
      case "compartment" -> {
        only(first, Kind.CELL);
        CellParser.compartment(cursor, draft);
      }
      case "insert" -> {
        only(first, Kind.CELL);
        CellParser.insert(cursor, draft);
      }
      case "as" -> {
        only(first, Kind.NEURON);
        draft.publishedAt = single("as");
        cursor.expect("published", "Write 'as published { v += … }'.");
        if (!cursor.at("{"))
          throw new Mistake(
              cursor.here().at(),
              "'{' is missing before " + cursor.here().shown(),
              "Write 'as published { v += … }'.");
        draft.published.addAll(statements());
      }
      case "each" -> {
        only(first, Kind.NEURON);
        single("each");
        cursor.expect("step", "Write 'each step v = max(v, E_K)'.");
        draft.eachStep.addAll(statements());
      }
      case "current" -> flow();
      default -> throw unknown(first, second);
    }
  }

  private Mistake unknown(Lexeme first, Lexeme second) {
    boolean assigns = Arrays.stream(How.values()).anyMatch(h -> second.is(h.sign()));
    if (assigns)
      return new Mistake(
          second.at(),
          first.shown() + " changes outside of an event",
          "Put it behind 'reset', 'each step' or 'on …', or write '=' for a definition.");
    String kind = kindOf(first);
    return new Mistake(
        first.at(),
        kind.isEmpty()
            ? "No line begins with " + first.shown()
            : "The kind of the model stands on the first line only",
        kind.isEmpty()
            ? DidYouMean.nearest(first.text(), Words.LINES)
                .map(meant -> "Did you mean '" + meant + "'?")
                .orElse("A definition reads 'name = formula : unit'.")
            : "A file holds one model.");
  }

  private static String kindOf(Lexeme first) {
    return kinds().contains(first.text()) ? first.text() : "";
  }

  private void only(Lexeme word, Kind... kinds) {
    if (draft.kind != null && !List.of(kinds).contains(draft.kind))
      throw new Mistake(
          word.at(),
          draft.kind.subject() + " has no '" + word.text() + "' line",
          kinds[0].subject() + " has.");
  }

  /// Takes the word that begins the line.
  private Span single(String word) {
    Span at = cursor.take(Token.Kind.KEYWORD).at();
    if (!once.add(word))
      throw new Mistake(
          at,
          "There is a second line '" + word + "'",
          "Put everything on one; ';' separates statements.");
    return at;
  }

  private String text(String example) {
    if (cursor.here().type() != Type.TEXT)
      throw new Mistake(
          cursor.here().at(),
          "A text in quotation marks is missing before " + cursor.here().shown(),
          "Write '" + example + "'.");
    String text = cursor.label();
    cursor.end(List.of());
    return text;
  }

  private void reference() {
    cursor.take(Token.Kind.KEYWORD);
    Lexeme doi = cursor.here();
    if (doi.type() != Type.DOI)
      throw new Mistake(
          doi.at(),
          "A reference begins with 'doi:'",
          "Write 'reference doi:10.1152/jn.00686.2005'.");
    if (doi.text().length() > 200 || !DOI.matcher(doi.text()).matches())
      throw new Mistake(
          doi.at(), doi.shown() + " is no DOI", "A DOI reads like 10.1152/jn.00686.2005.");
    cursor.take();
    String note = cursor.label();
    cursor.end(List.of());
    draft.references.add(new Reference(doi.text(), note));
  }

  private boolean isDerivative() {
    Lexeme first = cursor.here();
    boolean bracketed = first.is("d") && cursor.ahead(1).text().startsWith("[");
    int slash = bracketed ? 2 : 1;
    return (bracketed || EQUATION_SIDE.matcher(first.text()).matches())
        && cursor.ahead(slash).is("/")
        && cursor.ahead(slash + 1).is("dt");
  }

  private void equation() {
    Lexeme first = cursor.take();
    String state = first.text().length() > 1 ? first.text().substring(1) : cursor.take().text();
    cursor.take();
    cursor.take();
    Span at = cursor.since(first.at());
    cursor.expect("=", "Write 'd" + state + "/dt = … : unit'.");
    Expression rate = FormulaParser.read(cursor);
    Unit unit = endingUnit("d" + state + "/dt");
    draft.equations.add(new Equation(state, rate, unit, at));
  }

  private void definition() {
    Lexeme name = cursor.take();
    cursor.take();
    Expression value = FormulaParser.read(cursor);
    draft.definitions.add(new Definition(name.text(), value, endingUnit(name.text()), name.at()));
  }

  private Unit endingUnit(String side) {
    if (!cursor.at(":")) {
      cursor.end(List.of());
      throw new Mistake(
          cursor.here().at(),
          "The unit of " + side + " is missing",
          "End the line with one, such as ': mV', or ': 1' for a pure number.");
    }
    cursor.take();
    Unit unit = UnitReader.unit(cursor);
    cursor.end(List.of());
    return unit;
  }

  private void event() {
    Span at = cursor.take(Token.Kind.KEYWORD).at();
    String example =
        draft.kind == Kind.SYNAPSE
            ? "on pre deliver w"
            : draft.kind == Kind.MODULATOR ? "on release [DA] += amount" : "on ex I_syn += weight";
    if (draft.kind == Kind.CELL)
      throw new Mistake(
          at, "A cell has no 'on' line", "Synapses are channels with a receptor, such as ampa.");
    Lexeme name = cursor.name("The name of an event", "Write it like '" + example + "'.");
    // A colon after the name is what Python would want; here it separates units.
    if (cursor.at(":"))
      throw new Mistake(
          cursor.here().at(), "No ':' stands here", "Write it like '" + example + "'.");
    draft.events.add(new Draft.Event(name.text(), name.at(), statements()));
  }

  private void spike() {
    only(cursor.here(), Kind.NEURON, Kind.CELL);
    draft.spikeAt = single("spike");
    cursor.expect("when", "Write 'spike when v >= V_th'.");
    draft.spike = Optional.of(FormulaParser.read(cursor));
    if (cursor.accept("within")) {
      cursor.expect("the", "Write 'within the step'.");
      cursor.expect("step", "Write 'within the step'.");
      draft.withinStep = true;
    }
    cursor.end(List.of("within the step"));
  }

  private void refractory() {
    only(cursor.here(), Kind.NEURON, Kind.CELL);
    draft.refractoryAt = single("refractory");
    draft.refractory = Optional.of(FormulaParser.read(cursor));
    if (cursor.accept("holding")) {
      if (draft.kind == Kind.NEURON && cursor.accept("nothing")) draft.holdsNothing = true;
      else
        do {
          Lexeme name = cursor.name("The name of a state", "Write 'holding v, w'.");
          draft.held.add(new Draft.Named(name.text(), name.at()));
        } while (cursor.accept(","));
    }
    cursor.end(List.of("holding"));
  }

  private void scheme() {
    draft.schemeAt = single("integrate");
    Lexeme first = cursor.name("The name of a scheme", schemes(""));
    String id = first.text();
    if (id.equals("exponential") && cursor.at("euler")) id += " " + cursor.take().text();
    draft.scheme = Scheme.find(id);
    if (draft.scheme.isEmpty())
      throw new Mistake(first.at(), "There is no scheme " + first.shown(), schemes(id));
    cursor.end(List.of("euler"));
  }

  private static String schemes(String wrong) {
    return DidYouMean.hint(
        wrong, Arrays.stream(Scheme.values()).map(Scheme::id).toList(), "The schemes are");
  }

  private void flow() {
    only(cursor.here(), Kind.CHANNEL);
    Span at = single("current");
    Expression current = FormulaParser.read(cursor);
    if (!cursor.at(":")) endingUnit("the current");
    cursor.take();
    Unit unit = UnitReader.unit(cursor);
    Optional<Draft.Named> carries = Optional.empty();
    if (cursor.accept("carries")) {
      Lexeme ion = cursor.name("The name of an ion", "Write 'carries Ca'.");
      carries = Optional.of(new Draft.Named(ion.text(), ion.at()));
    }
    cursor.end(List.of("carries"));
    draft.flow = Optional.of(new Draft.Flow(current, unit, carries, at));
  }

  /// Statements up to the line's end, or between `{` and `}`.
  private List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    if (!cursor.at("{")) {
      statements.add(statement());
      while (cursor.at(";") && startsStatement(1)) {
        cursor.take();
        statements.add(statement());
      }
      cursor.end(List.of());
      return statements;
    }
    Lexeme brace = cursor.take();
    while (true) {
      while (cursor.here().type() == Type.LINE || cursor.at(";")) cursor.take();
      if (cursor.accept("}")) break;
      if (cursor.here().type() == Type.END
          || !startsStatement(0) && Words.LINES.contains(cursor.here().text()))
        throw new Mistake(brace.at(), "This bracket is never closed", "Add a '}'.");
      statements.add(statement());
      cursor.end(List.of());
    }
    cursor.end(List.of());
    if (statements.isEmpty())
      throw new Mistake(brace.at(), "Nothing stands between these brackets", "");
    return statements;
  }

  private boolean startsStatement(int ahead) {
    return cursor.ahead(ahead).is("deliver")
        || cursor.ahead(ahead).type() == Type.NAME
            && Arrays.stream(How.values()).anyMatch(h -> cursor.ahead(ahead + 1).is(h.sign()));
  }

  private Statement statement() {
    Lexeme first = cursor.name("A statement", "Write it like 'v = V_reset' or 'w += b'.");
    if (first.is("deliver")) return new Statement.Deliver(FormulaParser.read(cursor), first.at());
    for (How how : How.values())
      if (cursor.accept(how.sign()))
        return new Statement.Assign(first.text(), how, FormulaParser.read(cursor), first.at());
    throw new Mistake(
        cursor.here().at(),
        "'=', '+=', '-=' or '*=' is missing before " + cursor.here().shown(),
        "Write it like '" + first.text() + " += …'.");
  }
}
