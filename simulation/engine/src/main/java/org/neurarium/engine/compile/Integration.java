package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.model.Scheme;

/// Chooses how the states of a model go from one grid point to the next, and writes it as terms.
///
/// - States that are linear among themselves with constant coefficients have an exact propagator ([LinearSystem]).
/// - Where every other equation is linear in its own variable, these are advanced in groups, each with the others held: half a step, half a step, …,
///   a whole one of the costliest group, and back in reverse order (symmetric splitting, second order; Strang 1968, doi:10.1137/0705041). The linear set
///   is the outermost group. A single group is advanced nearly exactly, without an exponential. Where there are several, as with the channels of a Hodgkin-Huxley neuron, the splitting's own error is
///   the larger one: the step is made in two rounds, and each group advances by the rule of Crank and Nicolson, which costs a division in place of an exponential.
/// - Otherwise they take one step of the classical fourth-order Runge-Kutta method, in which the linear set enters with its exact values at the
///   beginning, middle and end. Where spikes are located inside the step, a step, or part of one, into an upstroke too steep for it ends above the threshold,
///   so that it is made again in shorter parts.
final class Integration {

  /// Symbol of the length to integrate over; no name of a model looks like it.
  static final String LENGTH = "step.length";

  /// Symbol of the time at which it begins.
  static final String TIME = "t";

  private static final int ROUNDS = 2;

  /// How much of a reset's way the two middle slopes of a step may differ by.
  private static final double STEEPEST = 0.001;

  /// Shorter parts of a step are not divided any further.
  private static final double FINEST = 1.0 / 500;

  private final Terms terms;
  private final Names now;
  private final Map<String, Equation> equations = new LinkedHashMap<>();
  private final List<String> states;
  private final Set<String> inputs;
  private final Map<String, Ceiling> ceilings;
  private final Term length;
  private final Map<String, Choice> choices = new HashMap<>();
  private final LinearSystem linear;
  private final List<String> others;

  /// @param now what names mean at the beginning of the step; states and t stand for themselves
  /// @param states symbols of the states, those without an equation, too
  /// @param inputs symbols of what comes from outside and is held for the step
  /// @param ceilings where right sides cut a state off
  /// @param fixed symbols of parameters; receives those of propagators
  Integration(
      Terms terms,
      Names now,
      List<String> states,
      List<Equation> equations,
      Set<String> inputs,
      Map<String, Ceiling> ceilings,
      Set<String> fixed) {
    this.terms = terms;
    this.now = now;
    this.states = List.copyOf(states);
    for (Equation e : equations) this.equations.put(e.state(), e);
    this.inputs = new TreeSet<>(inputs);
    this.ceilings = ceilings;
    length = terms.symbol(LENGTH);
    linear = LinearSystem.find(terms, fixed, rates(now, 0));
    others = this.states.stream().filter(s -> !linear.states().contains(s)).toList();
  }

  /// Where a state is reset.
  ///
  /// @param value beyond which the neuron has spiked
  /// @param way from there to the reset, where spikes are located inside the step
  record Ceiling(Term value, Optional<Term> way) {}

  LinearSystem linear() {
    return linear;
  }

  /// The scheme of each state, once [#advance] has been called.
  List<Choice> choices() {
    return states.stream().map(choices::get).toList();
  }

  /// Why a scheme cannot be used.
  record Obstacle(Equation equation, String sentence) {}

  /// What stands in the way of a stated scheme.
  Optional<Obstacle> obstacle(Scheme scheme) {
    return switch (scheme) {
      case RK4, HEUN, EULER -> Optional.empty();
      case EXACT ->
          others.stream()
              .filter(equations::containsKey)
              .findFirst()
              .map(s ->
                  new Obstacle(
                      equation(s),
                      "the equation of " + s + " is not linear with constant coefficients"));
      case EXPONENTIAL, EXPONENTIAL_EULER ->
          states.stream()
              .filter(s -> own(s, now).isEmpty())
              .findFirst()
              .map(s ->
                  new Obstacle(equation(s), "the equation of " + s + " is not linear in " + s));
    };
  }

  /// The values after the step, by state. States without an equation are missing.
  ///
  /// @param stated empty to choose; otherwise without [#obstacle]
  Map<String, Term> advance(Optional<Scheme> stated) {
    for (String s : states)
      if (!equations.containsKey(s))
        choices.put(s, new Choice(s, "none", "has no equation and changes by statements only"));
    Map<String, Term> next =
        stated.isEmpty()
            ? chosen(false)
            : switch (stated.get()) {
              case EXACT -> chosen(false);
              case EXPONENTIAL -> chosen(true);
              case EXPONENTIAL_EULER -> exponentialEuler();
              case RK4 -> stages("classical Runge-Kutta", this::rungeKutta);
              case HEUN -> stages("Heun", this::heun);
              case EULER -> stages("Euler", this::euler);
            };
    next.keySet().retainAll(equations.keySet());
    return next;
  }

  private Equation equation(String state) {
    Equation found = equations.get(state);
    if (found == null) throw new IllegalArgumentException(state + " has no equation");
    return found;
  }

  private void choose(String state, String scheme, String reason) {
    if (equations.containsKey(state)) choices.put(state, new Choice(state, scheme, reason));
  }

  // ---- right sides

  /// The right sides of all equations, at a part of the step.
  private Map<String, Term> rates(Names scope, double part) {
    Map<String, Term> result = new LinkedHashMap<>();
    Names then = at(scope, part);
    for (String s : states) result.put(s, rate(s, then));
    return result;
  }

  private Term rate(String state, Names scope) {
    Equation equation = equations.get(state);
    return equation == null ? terms.constant(0) : scope.term(equation.rate());
  }

  private Names at(Names scope, double part) {
    return part == 0 ? scope : scope.with(Map.of(TIME, terms.add(now.value(TIME), part(part))));
  }

  private Term part(double part) {
    return terms.multiply(terms.constant(part), length);
  }

  /// An equation as a·x + b in its own variable.
  private Optional<Linear> own(String state, Names scope) {
    return Linear.of(terms, rate(state, scope), Set.of(state));
  }

  // ---- linear and conditionally linear

  /// @param exponential whether several groups, too, are to be advanced exactly
  private Map<String, Term> chosen(boolean exponential) {
    for (String s : linear.states())
      choose(s, "exact propagator", "linear with constant coefficients");
    Map<String, Term> next = linear.advance(false, rates(now, 0.5), inputs);
    if (others.isEmpty()) return next;
    List<String> culprits = others.stream().filter(s -> own(s, now).isEmpty()).toList();
    Map<String, Term> middle = linear.advance(true, rates(now, 0.25), inputs);
    next.putAll(
        culprits.isEmpty()
            ? split(middle, exponential)
            : rungeKuttaBesideLinear(middle, next, culprits));
    return next;
  }

  /// Groups of states that do not act on each other, so that each can be advanced exactly with the rest held.
  private List<List<String>> groups() {
    List<List<String>> groups = new ArrayList<>();
    for (String s : others) {
      Optional<List<String>> free =
          groups.stream().filter(g -> g.stream().noneMatch(o -> coupled(s, o))).findFirst();
      if (free.isPresent()) free.get().add(s);
      else groups.add(new ArrayList<>(List.of(s)));
    }
    // Stable, so that the file's order decides between equals.
    groups.sort(java.util.Comparator.comparingInt(this::cost));
    return groups;
  }

  private boolean coupled(String a, String b) {
    return terms.symbols(rate(a, now)).contains(b) || terms.symbols(rate(b, now)).contains(a);
  }

  /// Roughly how long a group's right sides take.
  private int cost(List<String> group) {
    Set<Term> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    int sum = 0;
    for (String s : group) {
      sum += cost(rate(s, now), seen);
      Linear own = own(s, now).orElseThrow();
      Term a = own.coefficients().get(s);
      if (a != null && !terms.isFixed(a)) sum += 10;
    }
    return sum;
  }

  private int cost(Term term, Set<Term> seen) {
    if (terms.isFixed(term) || term.isSymbol() || !seen.add(term)) return 0;
    int sum =
        switch (term.op()) {
          case EXP, LOG, TANH, SIN, COS, EXPM1, EXPREL -> 10;
          case DIVIDE, SQRT -> 3;
          default -> 1;
        };
    for (Term operand : term.operands()) sum += cost(operand, seen);
    return sum;
  }

  private Map<String, Term> split(Map<String, Term> middle, boolean exponential) {
    List<List<String>> groups = groups();
    Names scope = at(now, 0.5).with(middle);
    int last = groups.size() - 1;
    int rounds = last > 0 ? ROUNDS : 1;
    BinaryOperator<Term> growth =
        exponential
            ? (z, h) -> terms.multiply(exprel(z), h)
            : last == 0 ? this::rational : this::trapezoidal;
    double part = 1.0 / rounds;
    for (int round = 0; round < rounds; round++) {
      // The first group's last part of a round and its first of the next are one.
      for (int k = round == 0 ? 0 : 1; k < last; k++)
        advanceGroup(scope, groups.get(k), part / 2, growth);
      advanceGroup(scope, groups.get(last), part, growth);
      for (int k = last - 1; k >= 0; k--) {
        double back = k == 0 && round + 1 < rounds ? part : part / 2;
        advanceGroup(scope, groups.get(k), back, growth);
      }
    }
    Map<String, Term> next = new LinkedHashMap<>();
    for (int k = 0; k <= last; k++)
      for (String s : groups.get(k)) {
        next.put(s, scope.value(s));
        choose(
            s,
            last == 0 || exponential ? "exponential" : "Crank-Nicolson",
            "linear in "
                + s
                + " while the others hold still; symmetric splitting, second order"
                + (rounds == 1 ? "" : ", two rounds a step"));
      }
    return next;
  }

  private void advanceGroup(
      Names scope, List<String> group, double part, BinaryOperator<Term> growth) {
    Map<String, Term> next = new LinkedHashMap<>();
    for (String s : group) next.put(s, advanced(s, scope, part, growth));
    next.forEach(scope::set);
  }

  private Term exprel(Term z) {
    return terms.operation(Op.EXPREL, z);
  }

  /// h·exprel(z), where z varies by a quotient: that of exp(z) by the third and fourth power (Padé), which differs from it by 7e-7·z^8. Without a pole, and right for large
  /// negative z, where it leaves the variable at rest.
  private Term rational(Term z, Term h) {
    if (terms.isFixed(z)) return terms.multiply(exprel(z), h);
    return terms.divide(
        terms.multiply(h, polynomial(z, 1, -1.0 / 14, 1.0 / 42, -1.0 / 840)),
        polynomial(z, 1, -4.0 / 7, 1.0 / 7, -2.0 / 105, 1.0 / 840));
  }

  private Term polynomial(Term z, double... coefficients) {
    Term sum = terms.constant(coefficients[coefficients.length - 1]);
    for (int k = coefficients.length - 2; k >= 0; k--)
      sum = terms.add(terms.multiply(sum, z), terms.constant(coefficients[k]));
    return sum;
  }

  /// h/(1 - z/2), the rule of Crank and Nicolson, where a variable returns to rest; h·(1 + z/2) where it grows, as the former would have a pole there.
  private Term trapezoidal(Term z, Term h) {
    Term half = terms.multiply(terms.constant(0.5), z);
    if (Sign.of(z) == Sign.NEGATIVE)
      return terms.divide(h, terms.subtract(terms.constant(1), half));
    Term zero = terms.constant(0);
    Term above = terms.add(terms.constant(1), terms.operation(Op.MAX, half, zero));
    Term below = terms.subtract(terms.constant(1), terms.operation(Op.MIN, half, zero));
    return terms.divide(terms.multiply(h, above), below);
  }

  /// x + (a·x + b)·h·exprel(a·h): the exact solution of x' = a·x + b, smooth where a is 0. Or something close to it.
  ///
  /// @param growth of z = a·h and h: h·exprel(z)
  private Term advanced(String state, Names scope, double part, BinaryOperator<Term> growth) {
    Term x = scope.value(state);
    // The others' present values may follow from this state's old one, so it gets another name
    // here.
    String itself = state + "'";
    Names held = scope.with(Map.of(state, terms.symbol(itself)));
    Linear form = Linear.of(terms, rate(state, held), Set.of(itself)).orElseThrow();
    Term a = form.coefficients().get(itself);
    Term b = form.offset().orElse(terms.constant(0));
    Term h = part(part);
    if (a == null) return terms.add(x, terms.multiply(b, h));
    Term slope = terms.add(b, terms.multiply(a, x));
    return terms.add(x, terms.multiply(slope, growth.apply(terms.multiply(a, h), h)));
  }

  private Map<String, Term> exponentialEuler() {
    Map<String, Term> next = new LinkedHashMap<>();
    for (String s : states) {
      choose(s, "exponential Euler", "as the model says: all from the old values, first order");
      next.put(s, advanced(s, now, 1, (z, h) -> terms.multiply(exprel(z), h)));
    }
    return next;
  }

  // ---- Runge-Kutta

  /// Values of all variables at a stage, in the part of the step where it lies.
  private interface Stages {
    /// The slopes of some states.
    ///
    /// @param values of those states
    /// @param part of the step, 0 … 1
    Map<String, Term> slopes(Map<String, Term> values, double part);
  }

  private Map<String, Term> stages(
      String name, BiFunction<List<String>, Stages, Map<String, Term>> method) {
    for (String s : states) choose(s, name, "as the model says");
    List<String> moving = states.stream().filter(equations::containsKey).toList();
    return method.apply(moving, (values, part) -> slopes(moving, now, values, part));
  }

  private Map<String, Term> rungeKuttaBesideLinear(
      Map<String, Term> middle, Map<String, Term> end, List<String> culprits) {
    for (String s : others)
      choose(
          s,
          "classical Runge-Kutta",
          culprits.contains(s)
              ? "its equation is not linear in " + s
              : "coupled to "
                  + String.join(", ", culprits)
                  + ", whose equation is not linear in its own variable");
    return rungeKutta(
        others,
        (values, part) ->
            slopes(others, part == 0 ? now : now.with(part == 1 ? end : middle), values, part));
  }

  private Map<String, Term> slopes(
      List<String> moving, Names scope, Map<String, Term> values, double part) {
    Map<String, Term> seen = new HashMap<>();
    values.forEach((s, x) -> {
      Ceiling ceiling = ceilings.get(s);
      seen.put(s, ceiling == null ? x : terms.operation(Op.MIN, x, ceiling.value()));
    });
    Names stage = at(scope, part).with(seen);
    return moving.stream().collect(Collectors.toMap(s -> s, s -> rate(s, stage)));
  }

  private Map<String, Term> symbols(List<String> moving) {
    Map<String, Term> result = new LinkedHashMap<>();
    for (String s : moving) result.put(s, terms.symbol(s));
    return result;
  }

  /// start + h·part·slope, by state.
  private Map<String, Term> moved(Map<String, Term> slopes, double part, List<String> moving) {
    Map<String, Term> result = new LinkedHashMap<>();
    for (String s : moving)
      result.put(s, terms.add(terms.symbol(s), terms.multiply(part(part), of(slopes, s))));
    return result;
  }

  /// h·part·slope. Parts come to each slope, as they may be joined there with what is known beforehand.
  private Term scaled(Map<String, Term> slopes, String state, double part) {
    return terms.multiply(part(part), of(slopes, state));
  }

  private static Term of(Map<String, Term> slopes, String state) {
    Term found = slopes.get(state);
    if (found == null) throw new IllegalArgumentException("no slope of " + state);
    return found;
  }

  private Map<String, Term> euler(List<String> moving, Stages f) {
    return moved(f.slopes(symbols(moving), 0), 1, moving);
  }

  private Map<String, Term> heun(List<String> moving, Stages f) {
    Map<String, Term> first = f.slopes(symbols(moving), 0);
    Map<String, Term> second = f.slopes(moved(first, 1, moving), 1);
    Map<String, Term> mean = new HashMap<>();
    for (String s : moving) mean.put(s, terms.add(of(first, s), of(second, s)));
    return moved(mean, 0.5, moving);
  }

  private Map<String, Term> rungeKutta(List<String> moving, Stages f) {
    Map<String, Term> k1 = f.slopes(symbols(moving), 0);
    Map<String, Term> k2 = f.slopes(moved(k1, 0.5, moving), 0.5);
    Map<String, Term> k3 = f.slopes(moved(k2, 0.5, moving), 0.5);
    Map<String, Term> k4 = f.slopes(moved(k3, 1, moving), 1);
    Map<String, Term> next = new LinkedHashMap<>();
    for (String s : moving) {
      Term ends = terms.add(scaled(k1, s, 1.0 / 6), scaled(k4, s, 1.0 / 6));
      Term middles = terms.add(scaled(k2, s, 1.0 / 3), scaled(k3, s, 1.0 / 3));
      next.put(s, terms.add(terms.symbol(s), terms.add(ends, middles)));
    }
    ceilings.forEach((s, ceiling) -> {
      if (ceiling.way().isPresent() && next.containsKey(s))
        next.put(s, unlessSteep(of(next, s), of(k2, s), of(k3, s), ceiling, ceiling.way().get()));
    });
    return next;
  }

  /// The value, but one above the ceiling where the step was too long for the upstroke: the middle slopes agree as long as one step can follow it.
  private Term unlessSteep(Term value, Term k2, Term k3, Ceiling ceiling, Term way) {
    Term least = terms.multiply(terms.constant(FINEST), terms.symbol(NeuronCompiler.STEP_LENGTH));
    Term divisible = terms.operation(Op.AT_LEAST, length, least);
    Term most =
        terms.select(
            divisible,
            terms.multiply(terms.constant(STEEPEST), way),
            terms.constant(Double.MAX_VALUE));
    Term difference = terms.subtract(terms.multiply(length, k3), terms.multiply(length, k2));
    Term apart = terms.operation(Op.ABS, difference);
    return terms.select(
        terms.operation(Op.GREATER, apart, most), terms.add(ceiling.value(), way), value);
  }
}
