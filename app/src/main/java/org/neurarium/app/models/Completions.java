package org.neurarium.app.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neurarium.app.models.Mark.Look;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.language.KnownName;
import org.neurarium.circuits.model.Scheme;
import org.neurarium.circuits.units.Unit;

/// Finds what could stand at a place of a model's text. Knows the language's lines; what a model's own names mean comes from its reading.
final class Completions {

  private static final Pattern WORD = Pattern.compile("[\\[A-Za-z][\\w.\\]]*$");
  private static final Pattern AFTER_NUMBER =
      Pattern.compile("(?:^|[^\\w.])\\d[\\d.]*(?:[eE]-?\\d+)?\\s*$");
  private static final Pattern QUANTITY =
      Pattern.compile(
          "^parameter\\s+\\w+\\s*=\\s*-?[\\d.]+(?:[eE]-?\\d+)?(?:\\s+[A-Za-z]\\S*)?(.*)$");
  private static final Pattern STATEMENTS =
      Pattern.compile("^(?:reset|on\\s+\\w+|each\\s+step|as\\s+published\\s*\\{)\\s*$");

  /// Units as models use them, shown before all others.
  private static final List<String> USUAL =
      List.of("mV", "ms", "pA", "nS", "pF", "Hz", "mV/ms", "1/ms", "1");

  private static final List<KnownName.Kind> OWN_FIRST =
      List.of(
          KnownName.Kind.STATE,
          KnownName.Kind.DEFINITION,
          KnownName.Kind.PARAMETER,
          KnownName.Kind.GIVEN);

  private static final List<String[]> NEURON_LINES =
      List.of(
          line("parameter ", "a constant, with unit and range"),
          line("state ", "a variable and where it starts"),
          line("receptor ", "where spikes land"),
          line("on ", "what an arriving spike does"),
          line("spike when ", "when the neuron fires"),
          line("reset ", "what a spike does to the neuron"),
          line("refractory ", "how long it is silent after a spike"),
          line("integrate ", "how equations are solved"),
          line("each step ", "done once a step: noise, clipping"),
          line("as published { }", "the paper's own update"),
          line("preset \"\" ", "named values of parameters"),
          line("summary \"\"", "a sentence or two"),
          line("reference doi:", "where the model comes from"));

  private static final List<String[]> SYNAPSE_LINES =
      List.of(
          line("parameter ", "a constant, with unit and range"),
          line("state ", "a variable of each synapse"),
          line("pre state ", "a variable of each presynaptic neuron"),
          line("post state ", "a variable of each postsynaptic neuron"),
          line("on pre ", "done at each arriving spike"),
          line("on post ", "done at each spike of the target"),
          line("integrate ", "how equations are solved"),
          line("preset \"\" ", "named values of parameters"),
          line("summary \"\"", "a sentence or two"),
          line("reference doi:", "where the model comes from"));

  private static final List<String[]> HEADERS =
      List.of(
          line("neuron ", "how one neuron works"),
          line("synapse ", "how a synapse works and learns"),
          line("channel ", "an ion channel of a compartment"),
          line("modulator ", "a neuromodulator's concentration"));

  private final Reading reading;
  private final int from;
  private final String prefix;
  private final List<Completion> found = new ArrayList<>();

  private Completions(Reading reading, int from, String prefix) {
    this.reading = reading;
    this.from = from;
    this.prefix = prefix;
  }

  private static String[] line(String text, String detail) {
    return new String[] {text, detail};
  }

  /// What could stand at a place, the likeliest first.
  ///
  /// @param line of text in which the caret is
  /// @param column of the caret, from 0
  static List<Completion> at(Reading reading, String line, int column) {
    String before = line.substring(0, Math.clamp(column, 0, line.length()));
    if (isProse(before)) return List.of();
    Matcher word = WORD.matcher(before);
    String prefix = word.find() ? word.group() : "";
    int from = before.length() - prefix.length();
    // A unit may follow its number without a space: 30nS.
    Completions c = new Completions(reading, from, prefix);
    int statement = Math.max(before.lastIndexOf(';'), before.lastIndexOf('{')) + 1;
    boolean first = before.substring(0, statement).isBlank();
    String head = before.substring(statement, Math.max(statement, from)).stripLeading();
    c.find(head, first, before);
    return c.ranked();
  }

  /// Whether the place is in a comment or between quotation marks.
  private static boolean isProse(String before) {
    boolean quoted = false;
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (c == '"') quoted = !quoted;
      else if (c == '#' && !quoted) return true;
    }
    return quoted;
  }

  private void find(String head, boolean first, String before) {
    if (head.isBlank()) {
      if (first) lines();
      else targets();
    } else if (!head.startsWith("if")
        && head.matches("^\\w+\\s+\\w*\\s*:\\s*$|.*[^?]:\\s*$|.*:\\s*[\\w*/^]*[*/]\\s*$"))
      units(true);
    else if (STATEMENTS.matcher(head).matches()) targets();
    else if (AFTER_NUMBER.matcher(head).find()) {
      units(false);
      if (head.startsWith("parameter")) words("in ", "positive", "not negative", "advanced");
    } else if (!special(head, before)) {
      symbols();
      functions();
      if (!prefix.isEmpty()) units(false);
    }
  }

  /// Lines of which only certain words can follow; whether this is one.
  private boolean special(String head, String before) {
    Matcher quantity = QUANTITY.matcher(head.strip());
    if (quantity.matches()) {
      words("in ", "positive", "not negative", "advanced");
      return true;
    }
    switch (head.strip()) {
      case "integrate" ->
          Arrays.stream(Scheme.values()).forEach(s -> word(s.id(), "", Look.KEYWORD));
      case "on" -> events();
      case "spike" -> words("when ");
      case "each" -> words("step ");
      case "as" -> words("published { }");
      case "pre", "post" -> words("state ");
      case "reference" -> words("doi:");
      case "not" -> words("negative");
      case "parameter",
          "state",
          "neuron",
          "synapse",
          "channel",
          "modulator",
          "receptor",
          "preset",
          "summary",
          "pre state",
          "post state" -> {
        return true; // a name or a text of one's own
      }
      default -> {
        if (head.startsWith("receptor") && head.contains(":"))
          words("excites", "inhibits", "couples ", "typical ");
        else if (head.startsWith("spike when")
            && !prefix.isEmpty()
            && "within".startsWith(prefix)) {
          words("within the step");
          return false;
        } else if (head.startsWith("refractory")
            && "holding".startsWith(prefix)
            && before.endsWith(prefix)) {
          words("holding ");
          return false;
        } else return false;
      }
    }
    return true;
  }

  private void lines() {
    boolean synapse = reading.kind().equals("synapse");
    if (reading.kind().isEmpty()) HEADERS.forEach(this::wholeLine);
    else (synapse ? SYNAPSE_LINES : NEURON_LINES).forEach(this::wholeLine);
    for (KnownName n : reading.names())
      if (n.kind() == KnownName.Kind.STATE)
        word("d" + n.id() + "/dt = ", "the equation of " + n.id(), Look.STATE);
  }

  private void wholeLine(String[] line) {
    int quotes = line[0].indexOf("\"\"");
    int brace = line[0].indexOf("{ }");
    int caret = quotes >= 0 ? quotes + 1 : brace >= 0 ? brace + 2 : line[0].length();
    add(
        line[0],
        caret,
        line[0].replace("\"\"", "\"…\"").replace("{ }", "{ … }").strip(),
        line[1],
        Look.KEYWORD);
  }

  private void targets() {
    for (KnownName n : reading.names())
      if (n.kind() == KnownName.Kind.STATE) word(n.id(), detail(n), Look.STATE);
    if (reading.kind().equals("synapse")) words("deliver ");
  }

  private void events() {
    if (reading.kind().equals("synapse")) words("pre ", "post ");
    else if (reading.kind().equals("modulator")) words("release ");
    else
      for (KnownName n : reading.names())
        if (n.kind() == KnownName.Kind.RECEPTOR) word(n.id() + " ", detail(n), Look.PART);
  }

  private void symbols() {
    // The model's own names first; receptors stand only after "on".
    for (KnownName.Kind kind : OWN_FIRST)
      for (KnownName n : reading.names())
        if (n.kind() == kind) word(n.id(), detail(n), Reading.look(kind));
  }

  /// Label and unit.
  private static String detail(KnownName n) {
    if (n.unit().isEmpty() || n.unit().equals("1")) return n.label();
    return n.label().isEmpty() ? n.unit() : n.label() + " · " + n.unit();
  }

  private void functions() {
    for (Function f : Function.values())
      add(
          f.id() + "()",
          f.id().length() + (f.arity() == 0 ? 2 : 1),
          f.id() + List.of("()", "(x)", "(x, y)", "(x, y, z)").get(f.arity()),
          f.summary(),
          Look.FUNCTION);
  }

  private void units(boolean all) {
    USUAL.stream()
        .filter(u -> all || Unit.find(u).isPresent() && !u.equals("1"))
        .forEach(u -> word(u, measure(u), Look.UNIT));
    if (!prefix.isEmpty())
      Unit.all().keySet().stream()
          .filter(u -> !u.isEmpty() && !u.equals("1") && !USUAL.contains(u))
          .forEach(u -> word(u, measure(u), Look.UNIT));
  }

  private static String measure(String unit) {
    return Unit.find(unit).map(u -> u.dimension().describe()).orElse("");
  }

  private void words(String... words) {
    for (String w : words) {
      int brace = w.indexOf("{ }");
      add(
          w,
          brace < 0 ? w.length() : brace + 2,
          w.replace("{ }", "{ … }").strip(),
          "",
          Look.KEYWORD);
    }
  }

  private void word(String text, String detail, Look look) {
    add(text, text.length(), text.strip(), detail, look);
  }

  private void add(String insert, int caret, String title, String detail, Look look) {
    if (found.stream().noneMatch(c -> c.title().equals(title)))
      found.add(new Completion(insert, caret, title, detail, look, from));
  }

  /// Those that fit what is typed: first those that begin with it, then those that contain it. What is there already is no completion.
  private List<Completion> ranked() {
    String small = prefix.toLowerCase(Locale.ROOT);
    return found.stream()
        .filter(c -> c.title().toLowerCase(Locale.ROOT).contains(small))
        .filter(c -> !c.insert().equals(prefix))
        .sorted(Comparator.comparingInt(c -> rank(c.title(), small)))
        .toList();
  }

  private int rank(String title, String small) {
    if (title.startsWith(prefix)) return 0;
    return title.toLowerCase(Locale.ROOT).startsWith(small) ? 1 : 2;
  }
}
