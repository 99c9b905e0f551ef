package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.units.Unit;

/// Reads model files. Any text gives an answer: a model or problems, never an exception.
public final class ModelReader {

  /// The longest text that is read, in characters.
  public static final int LONGEST = 65536;

  private ModelReader() {}

  /// Reads one file.
  ///
  /// @param fileName for the places of problems
  public static Reading read(String fileName, String text) {
    Findings findings = new Findings(fileName);
    if (text.length() > LONGEST) {
      findings.error(
          new Span(1, 1, 1),
          "This text is too long for a model: " + text.length() + " characters",
          "A model has at most " + LONGEST + ".");
      return new Reading(Optional.empty(), findings.all(), List.of(), List.of());
    }
    Lexer lexer = new Lexer(text, findings);
    Cursor cursor = new Cursor(lexer.lexemes());
    Draft draft = new ModelParser(cursor, findings).read();
    Model.@Nullable Kind kind = draft.kind;
    Optional<Model> model = Optional.empty();
    List<KnownName> names = new ArrayList<>();
    if (kind != null) {
      ModelChecker common = new ModelChecker(draft, kind, findings);
      Model checked =
          switch (kind) {
            case NEURON -> new NeuronChecker(common).check(text);
            case SYNAPSE -> new SynapseChecker(common).check(text);
            case CHANNEL -> new ChannelChecker(common).check(text);
            case MODULATOR -> ModulatorChecker.check(common, text);
            case CELL -> new CellChecker(common).check(text);
          };
      if (!findings.hasErrors()) model = Optional.of(checked);
      names.addAll(common.symbols.names());
      for (Draft.Port port : draft.receptors)
        names.add(
            new KnownName(port.id(), KnownName.Kind.RECEPTOR, port.label(), port.unit().symbol()));
    }
    return new Reading(model, findings.all(), tokens(cursor, lexer, names), names);
  }

  /// Everything that could be written in any model: functions, units and words of the language.
  public static List<KnownName> vocabulary() {
    List<KnownName> words = new ArrayList<>();
    for (Function f : Function.values())
      words.add(new KnownName(f.id(), KnownName.Kind.FUNCTION, f.summary(), ""));
    for (String line : Words.LINES) words.add(new KnownName(line, KnownName.Kind.KEYWORD, "", ""));
    for (String unit : Unit.all().keySet())
      if (unit.length() > 0 && !unit.equals("1"))
        words.add(
            new KnownName(unit, KnownName.Kind.UNIT, Unit.of(unit).dimension().describe(), unit));
    return words;
  }

  private static List<Token> tokens(Cursor cursor, Lexer lexer, List<KnownName> names) {
    Set<String> declared = names.stream().map(KnownName::id).collect(Collectors.toSet());
    List<Token> tokens =
        new ArrayList<>(
            cursor.tokens(name -> !declared.contains(name) && Unit.all().containsKey(name)));
    tokens.addAll(lexer.others());
    tokens.sort(
        Comparator.<Token>comparingInt(t -> t.at().line()).thenComparingInt(t -> t.at().column()));
    return tokens;
  }
}
