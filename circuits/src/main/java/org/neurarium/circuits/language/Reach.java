package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Symbol;

/// What formulas depend on, through all definitions.
final class Reach {

  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final Map<String, Set<String>> reached = new HashMap<>();

  /// @param definitions ids unique
  Reach(List<Definition> definitions) {
    definitions.forEach(d -> this.definitions.put(d.name(), d));
  }

  /// Tells the circles among the definitions, and cuts them.
  void tellCircles(Findings findings) {
    Set<String> done = new HashSet<>();
    for (Definition definition : List.copyOf(definitions.values())) {
      List<String> path = new ArrayList<>();
      if (!circle(definition.name(), path, done)) continue;
      List<String> round = path.subList(path.indexOf(path.getLast()), path.size());
      findings.error(
          definition.at(),
          "'" + definition.name() + "' is defined by itself: " + String.join(" -> ", round),
          "Break the circle.");
      definitions.keySet().removeAll(round);
    }
  }

  private boolean circle(String name, List<String> path, Set<String> done) {
    Definition definition = definitions.get(name);
    if (definition == null || done.contains(name)) return false;
    boolean again = path.contains(name);
    path.add(name);
    if (again) return true;
    for (Symbol symbol : symbols(definition.value()))
      if (circle(symbol.name(), path, done)) return true;
    path.removeLast();
    done.add(name);
    return false;
  }

  /// The symbols that are no definitions among those which a symbol stands for.
  Set<String> of(String name) {
    Definition definition = definitions.get(name);
    if (definition == null) return Set.of(name);
    Set<String> known = reached.get(name);
    if (known != null) return known;
    Set<String> found = new HashSet<>();
    for (Symbol symbol : symbols(definition.value())) found.addAll(of(symbol.name()));
    reached.put(name, found);
    return found;
  }

  /// The first symbol of a formula that stands for something not allowed.
  Optional<Symbol> firstOutside(Expression formula, Predicate<String> allowed) {
    return symbols(formula).stream()
        .filter(symbol -> !of(symbol.name()).stream().allMatch(allowed))
        .findFirst();
  }

  /// The symbols in a formula, from left to right.
  static List<Symbol> symbols(Expression formula) {
    List<Symbol> found = new ArrayList<>();
    collect(formula, found);
    return found;
  }

  private static void collect(Expression formula, List<Symbol> found) {
    switch (formula) {
      case Expression.Literal _ -> {}
      case Symbol s -> found.add(s);
      case Expression.Unary u -> collect(u.operand(), found);
      case Expression.Binary b -> {
        collect(b.left(), found);
        collect(b.right(), found);
      }
      case Expression.Call c -> c.arguments().forEach(a -> collect(a, found));
    }
  }
}
