package org.neurarium.app.formulas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a name of a model is set: `tau_m` as τ with an m below, `Delta_T` as Δ with a T, `k1` as k with a 1, `upstroke` as a word.
///
/// @param base letter or word
/// @param italic whether the base leans, as letters for quantities do and words do not
/// @param below the subscript, or empty
record Symbol(String base, boolean italic, String below) {

  private static final Map<String, String> GREEK =
      Map.ofEntries(
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("epsilon", "ε"),
          Map.entry("zeta", "ζ"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("iota", "ι"),
          Map.entry("kappa", "κ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("nu", "ν"),
          Map.entry("xi", "ξ"),
          Map.entry("pi", "π"),
          Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"),
          Map.entry("tau", "τ"),
          Map.entry("upsilon", "υ"),
          Map.entry("phi", "φ"),
          Map.entry("chi", "χ"),
          Map.entry("psi", "ψ"),
          Map.entry("omega", "ω"),
          Map.entry("Gamma", "Γ"),
          Map.entry("Delta", "Δ"),
          Map.entry("Theta", "Θ"),
          Map.entry("Lambda", "Λ"),
          Map.entry("Xi", "Ξ"),
          Map.entry("Pi", "Π"),
          Map.entry("Sigma", "Σ"),
          Map.entry("Phi", "Φ"),
          Map.entry("Psi", "Ψ"),
          Map.entry("Omega", "Ω"));

  static Symbol of(String name) {
    if (name.equals("dt")) return new Symbol("Δt", true, "");
    if (name.startsWith("[")) return new Symbol(name, false, "");
    int dot = name.indexOf('.');
    if (dot > 0) { // post.g: what the neuron at that end has
      Symbol of = of(name.substring(dot + 1));
      return new Symbol(of.base, of.italic, joined(of.below, name.substring(0, dot)));
    }
    String[] parts = name.split("_", -1);
    List<String> below = new ArrayList<>();
    String base = parts[0];
    String letters = base.replaceFirst("\\d+$", "");
    if (letters.length() < base.length() && (letters.length() == 1 || GREEK.containsKey(letters))) {
      below.add(base.substring(letters.length()));
      base = letters;
    }
    for (int i = 1; i < parts.length; i++) if (!parts[i].isEmpty()) below.add(subscript(parts[i]));
    String greek = GREEK.get(base);
    boolean italic = greek == null ? base.length() == 1 : Character.isLowerCase(greek.charAt(0));
    return new Symbol(greek == null ? base : greek, italic, String.join(",", below));
  }

  private static String subscript(String part) {
    if (part.equals("inf") || part.equals("infinity")) return "∞";
    return GREEK.getOrDefault(part, part);
  }

  private static String joined(String a, String b) {
    return a.isEmpty() ? b : a + "," + b;
  }

  /// As a picture.
  Box box(double size) {
    Box letter = Box.text(base, italic, size);
    if (below.isEmpty()) return letter;
    return Box.scripts(letter, Box.space(0), Box.text(below, false, 0.72 * size), size);
  }
}
