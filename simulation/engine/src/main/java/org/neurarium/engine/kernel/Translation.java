package org.neurarium.engine.kernel;

import org.neurarium.engine.compile.Interpreter;
import org.neurarium.engine.compile.KernelForms;
import org.neurarium.engine.compile.Program;
import org.neurarium.engine.compile.ProgramCompiler;

/// What makes something that runs from a program: the interpreter, or the compiler.
public interface Translation extends AutoCloseable {

  /// For a program that writes, and runs over many rows in every step.
  ///
  /// @param name the model's
  Program.Step step(Program program, String name);

  /// For a program that runs now and then, mostly for single rows.
  ///
  /// @param name the model's
  default Program.Step seldom(Program program, String name) {
    return step(program, name);
  }

  /// For a program that ends in a condition.
  ///
  /// @param name the model's
  Program.Search search(Program program, String name);

  /// Ends what goes on in the background. Idempotent.
  @Override
  default void close() {}

  /// By the interpreter: slow, and the measure of all others.
  static Translation interpreted() {
    return new Translation() {
      @Override
      public Program.Step step(Program program, String name) {
        return new Interpreter(program);
      }

      @Override
      public Program.Search search(Program program, String name) {
        return new Interpreter(program);
      }
    };
  }

  /// By the compiler: in the plain form at once, and in the form that is found to be the faster one later.
  static Translation compiled(KernelForms forms) {
    ProgramCompiler compiler = new ProgramCompiler();
    return new Translation() {
      @Override
      public Program.Step step(Program program, String name) {
        return forms.step(program, name);
      }

      @Override
      public Program.Step seldom(Program program, String name) {
        return compiler.step(program, name, ProgramCompiler.Form.PLAIN);
      }

      @Override
      public Program.Search search(Program program, String name) {
        return forms.search(program, name);
      }

      @Override
      public void close() {
        forms.close();
      }
    };
  }

  /// By the compiler, in one of its forms where a program has it.
  static Translation compiled(ProgramCompiler.Form form) {
    ProgramCompiler compiler = new ProgramCompiler();
    return new Translation() {
      private ProgramCompiler.Form form(Program program) {
        return ProgramCompiler.hasVectorForm(program) ? form : ProgramCompiler.Form.PLAIN;
      }

      @Override
      public Program.Step step(Program program, String name) {
        return compiler.step(program, name, form(program));
      }

      @Override
      public Program.Search search(Program program, String name) {
        return compiler.search(program, name, form(program));
      }
    };
  }
}
