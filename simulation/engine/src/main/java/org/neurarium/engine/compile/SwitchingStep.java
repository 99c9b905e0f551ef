package org.neurarium.engine.compile;

/// A step whose code can be exchanged for other code of the same program while it is in use.
final class SwitchingStep implements Program.Step {

  private final Program.Step plain;
  private volatile Program.Step current;

  SwitchingStep(Program.Step plain) {
    this.plain = plain;
    current = plain;
  }

  Program.Step plain() {
    return plain;
  }

  void use(Program.Step step) {
    current = step;
  }

  @Override
  public boolean run(double[][] columns, double[] uniforms, int[] through, int from, int to) {
    return current.run(columns, uniforms, through, from, to);
  }
}
