package org.neurarium.circuits.language;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of the language.
final class Words {

  /// What a line can begin with, beside a name.
  static final List<String> LINES =
      List.of(
          "neuron",
          "synapse",
          "channel",
          "modulator",
          "cell",
          "summary",
          "reference",
          "parameter",
          "state",
          "pre",
          "post",
          "receptor",
          "on",
          "spike",
          "reset",
          "refractory",
          "integrate",
          "as",
          "each",
          "preset",
          "current",
          "membrane",
          "compartment",
          "insert");

  /// Words that no symbol of a model can have as its name, because lines and formulas would read as something else.
  static final Set<String> RESERVED =
      Set.of(
          "summary",
          "reference",
          "parameter",
          "state",
          "receptor",
          "on",
          "spike",
          "reset",
          "refractory",
          "integrate",
          "as",
          "each",
          "preset",
          "deliver",
          "and",
          "or",
          "not",
          "when",
          "within",
          "holding",
          "in");

  /// Words that may follow a number and are no unit.
  static final Set<String> AFTER_NUMBER =
      Set.of(
          "and",
          "or",
          "not",
          "in",
          "within",
          "holding",
          "positive",
          "advanced",
          "typical",
          "on",
          "length",
          "diameter",
          "segments",
          "carries");

  private static final Pattern LINE =
      Pattern.compile(
          "(?:(?:parameter|state|receptor|preset|refractory|integrate|neuron|synapse|channel|modulator|cell|compartment|insert|membrane|on|reference|summary)\\s+[A-Za-z\"\\[]|(?:spike"
              + " when|each step|as published|pre state|post"
              + " state)\\b|reset\\s+[A-Za-z_]\\w*\\s*[-+*]?=|[A-Za-z]\\w{0,63}\\s*=(?!=)|d\\S{1,40}/dt\\b).*");

  private static final Map<Character, String> INSTEAD =
      Map.of(
          '≤', "Write <=.",
          '≥', "Write >=.",
          '≠', "Write !=.",
          '×', "Write *.",
          '·', "Write *.",
          '÷', "Write /.",
          '²', "Write ^2.",
          '³', "Write ^3.",
          '%', "Write 0.1 for 10 %.",
          '!', "Write 'not'.");

  private Words() {}

  /// Whether a line begins a statement beyond doubt, though a bracket is open.
  static boolean beginsLine(String line) {
    return LINE.matcher(line).matches();
  }

  /// A hint for a character that has no meaning.
  static String insteadOf(char c) {
    if (c == '&' || c == '|') return "Write 'and' or 'or'.";
    if (c == '“' || c == '”' || c == '\'') return "Texts stand between two \".";
    if (Character.isLetter(c)) return "Names are made of the letters a to z, digits and _.";
    return INSTEAD.getOrDefault(c, "");
  }
}
