package org.neurarium.app.cells;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Printer;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.CellModel.Insertion;
import org.neurarium.circuits.units.Quantity;

/// A cell file under the hand of somebody who draws: changes to the tree become changes to the lines that say so, and all other lines stay as they were written.
///
/// The text and the cell belong together: the cell was read from the text. Every method gives a new text.
public final class CellText {

  private static final Pattern INDENT = Pattern.compile("\\A[ \\t]*");

  private final CellModel cell;
  private final List<String> lines;

  /// @param cell as its text says it
  public CellText(CellModel cell) {
    this.cell = cell;
    lines = List.of(cell.text().split("\n", -1));
  }

  /// The text with a compartment of other measures.
  public String with(Compartment changed) {
    return cell.compartment(changed.id())
        .map(old -> replaced(Map.of(old.at().line(), compartment(changed))))
        .orElse(cell.text());
  }

  /// The text with one more compartment, behind the others, with channels of the one that it hangs on.
  ///
  /// @param inherits by channel: whether the new compartment has it if its parent is named to have it
  public String and(Compartment added, Predicate<String> inherits) {
    int after =
        cell.compartments().stream().mapToInt(c -> lastLine(c.at())).max().orElse(lines.size());
    String parent = added.parent().orElse("");
    Map<Integer, String> more = new java.util.HashMap<>();
    for (Insertion i : cell.insertions()) {
      if (!i.compartments().contains(parent) || !inherits.test(i.channel())) continue;
      List<String> where = new ArrayList<>(i.compartments());
      where.add(added.id());
      more.put(i.at().line(), insertion(new Insertion(i.channel(), where, i.values(), i.at())));
    }
    List<String> result = new ArrayList<>(List.of(replaced(more).split("\n", -1)));
    result.add(Math.min(after, result.size()), indent(after) + compartment(added));
    return String.join("\n", result);
  }

  /// The text without a compartment and what hangs on it. The root stays: a neuron without a body is none.
  public String without(String compartment) {
    if (cell.compartment(compartment).filter(c -> c.parent().isPresent()).isEmpty())
      return cell.text();
    Set<String> gone = new LinkedHashSet<>();
    collect(compartment, gone);
    Map<Integer, String> changed = new java.util.HashMap<>();
    Set<Integer> removed = new HashSet<>();
    for (Compartment c : cell.compartments()) if (gone.contains(c.id())) removed.add(c.at().line());
    for (Insertion i : cell.insertions()) {
      List<String> left = i.compartments().stream().filter(c -> !gone.contains(c)).toList();
      if (left.equals(i.compartments())) continue;
      if (left.isEmpty()) removed.add(i.at().line());
      else
        changed.put(i.at().line(), insertion(new Insertion(i.channel(), left, i.values(), i.at())));
    }
    String text = replaced(changed);
    List<String> all = List.of(text.split("\n", -1));
    List<String> kept = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) if (!removed.contains(k + 1)) kept.add(all.get(k));
    return String.join("\n", kept);
  }

  private void collect(String compartment, Set<String> into) {
    into.add(compartment);
    cell.children(compartment).forEach(c -> collect(c.id(), into));
  }

  /// The text with a channel in a compartment, with a value of its own where one is given.
  ///
  /// @param values by the channel's parameter, in place of those that hold there; empty for the channel's own
  public String withChannel(String compartment, String channel, Map<String, Quantity> values) {
    Map<String, Expression> all = new java.util.LinkedHashMap<>();
    for (Insertion i : cell.insertions())
      if (i.channel().equals(channel) && i.isIn(compartment)) all.putAll(i.values());
    values.forEach((id, q) -> all.put(id, new Expression.Literal(q, Span.NONE)));
    Optional<Insertion> alone =
        cell.insertions().stream()
            .filter(
                i -> i.channel().equals(channel) && i.compartments().equals(List.of(compartment)))
            .findFirst();
    Insertion wanted =
        new Insertion(
            channel, List.of(compartment), all, alone.map(Insertion::at).orElse(Span.NONE));
    if (alone.isPresent()) return replaced(Map.of(alone.get().at().line(), insertion(wanted)));
    int after =
        cell.insertions().stream()
            .mapToInt(i -> lastLine(i.at()))
            .max()
            .orElseGet(
                () -> cell.compartments().stream().mapToInt(c -> lastLine(c.at())).max().orElse(1));
    List<String> result = new ArrayList<>(lines);
    result.add(Math.min(after, result.size()), indent(after) + insertion(wanted));
    return String.join("\n", result);
  }

  /// The text with a channel taken out of a compartment.
  public String withoutChannel(String compartment, String channel) {
    Map<Integer, String> changed = new java.util.HashMap<>();
    Set<Integer> removed = new HashSet<>();
    for (Insertion i : cell.insertions()) {
      if (!i.channel().equals(channel) || !i.isIn(compartment)) continue;
      List<String> where =
          i.compartments().isEmpty()
              ? cell.compartments().stream().map(Compartment::id).toList()
              : i.compartments();
      List<String> left = where.stream().filter(c -> !c.equals(compartment)).toList();
      if (left.isEmpty()) removed.add(i.at().line());
      else changed.put(i.at().line(), insertion(new Insertion(channel, left, i.values(), i.at())));
    }
    String text = replaced(changed);
    List<String> all = List.of(text.split("\n", -1));
    List<String> kept = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) if (!removed.contains(k + 1)) kept.add(all.get(k));
    return String.join("\n", kept);
  }

  /// A name that no compartment has, for a branch of a kind: `tuft`, then `tuft_2`, ….
  public String freshName(String wish) {
    String name = wish;
    for (int n = 2; cell.compartment(name).isPresent(); n++) name = wish + "_" + n;
    return name;
  }

  private String replaced(Map<Integer, String> byLine) {
    List<String> result = new ArrayList<>(lines);
    byLine.forEach((line, statement) -> {
      if (line < 1 || line > result.size()) return;
      String old = result.get(line - 1);
      int comment = old.indexOf('#');
      result.set(
          line - 1, indent(line) + statement + (comment < 0 ? "" : "  " + old.substring(comment)));
    });
    return String.join("\n", result);
  }

  private int lastLine(Span at) {
    return Math.max(1, at.line());
  }

  private String indent(int line) {
    if (line < 1 || line > lines.size()) return "  ";
    Matcher m = INDENT.matcher(lines.get(line - 1));
    return m.find() ? m.group() : "  ";
  }

  private static String compartment(Compartment c) {
    StringBuilder text = new StringBuilder("compartment ").append(c.id());
    c.parent().ifPresent(p -> text.append(" on ").append(p));
    text.append("  length ").append(c.length()).append("  diameter ").append(c.diameter());
    if (c.segments() != 1) text.append("  segments ").append(c.segments());
    c.capacitance().ifPresent(q -> text.append("  C_m = ").append(q));
    c.resistance().ifPresent(q -> text.append("  R_a = ").append(q));
    c.start().ifPresent(q -> text.append("  v = ").append(q));
    if (!c.label().isEmpty() && !c.label().equals(c.id()))
      text.append("  \"").append(c.label()).append('"');
    return text.toString();
  }

  private static String insertion(Insertion i) {
    String values =
        i.values().entrySet().stream()
            .map(v -> v.getKey() + " = " + Printer.print(v.getValue()))
            .collect(Collectors.joining(", "));
    return String.format(
            Locale.ROOT,
            "insert %s in %s  %s",
            i.channel(),
            i.compartments().isEmpty() ? "all" : String.join(", ", i.compartments()),
            values)
        .strip();
  }
}
