package org.neurarium.engine.compile;

/// A search whose code can be exchanged for other code of the same program while it is in use.
final class SwitchingSearch implements Program.Search {

  private final Program.Search plain;
  private volatile Program.Search current;

  SwitchingSearch(Program.Search plain) {
    this.plain = plain;
    current = plain;
  }

  Program.Search plain() {
    return plain;
  }

  void use(Program.Search search) {
    current = search;
  }

  @Override
  public int find(double[][] columns, double[] uniforms, int from, int to, int[] found, int at) {
    return current.find(columns, uniforms, from, to, found, at);
  }
}
