package org.neurarium.engine.compile;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.model.Parameter;

/// Makes the choices in terms that follow from parameters alone, so that no row computes the branch that is not taken.
final class Choices {

  private final Terms terms;
  private final List<Parameter> parameters;
  private final Optional<double[]> values;
  private final IdentityHashMap<Term, Term> done = new IdentityHashMap<>();

  /// @param values of the parameters, in engine units; empty to leave every choice to the rows
  Choices(Terms terms, List<Parameter> parameters, Optional<double[]> values) {
    this.terms = terms;
    this.parameters = parameters;
    this.values = values;
  }

  /// The term with its choices made.
  Term made(Term term) {
    if (values.isEmpty() || term.operands().isEmpty()) return term;
    Term known = done.get(term);
    if (known != null) return known;
    Term result = anew(term, values.get());
    done.put(term, result);
    return result;
  }

  private Term anew(Term term, double[] numbers) {
    if (term.op() == Op.SELECT && isOfParameters(term.operand(0)))
      return made(term.operand(holds(term.operand(0), numbers) ? 1 : 2));
    List<Term> x = term.operands().stream().map(this::made).toList();
    return switch (term.op()) {
      case ADD -> terms.add(x.get(0), x.get(1));
      case SUBTRACT -> terms.subtract(x.get(0), x.get(1));
      case MULTIPLY -> terms.multiply(x.get(0), x.get(1));
      case NEGATE -> terms.negate(x.get(0));
      default -> terms.operation(term.op(), x.toArray(new Term[0]));
    };
  }

  private boolean isOfParameters(Term condition) {
    return terms.symbols(condition).stream()
        .allMatch(s -> parameters.stream().anyMatch(p -> p.id().equals(s)));
  }

  private boolean holds(Term condition, double[] numbers) {
    Term number = terms.operation(Op.SELECT, condition, terms.constant(1), terms.constant(0));
    Program program =
        Lowering.program(
            List.of(new Lowering.Target("", Program.Address.ROW, 0, false, number)), this::place);
    double[][] column = {{0}};
    new Interpreter(program).run(column, numbers, new int[0], 0, 1);
    return column[0][0] == 1;
  }

  private Program.Input place(String symbol) {
    for (int k = 0; k < parameters.size(); k++)
      if (parameters.get(k).id().equals(symbol))
        return new Program.Input(symbol, Program.Address.UNIFORM, k);
    throw new IllegalArgumentException(symbol + " is no parameter");
  }
}
