package org.neurarium.engine.compile;

import java.util.HashMap;
import java.util.Map;
import org.neurarium.engine.compile.Program.Address;

/// Numbers columns and uniforms, and knows which one a symbol lies in.
final class Slots {

  private final Map<String, Program.Input> places = new HashMap<>();
  private int columns;
  private int uniforms;

  /// Gives a symbol the next column.
  void column(String symbol) {
    places.put(symbol, new Program.Input(symbol, Address.ROW, columns++));
  }

  /// Gives a symbol the next uniform.
  void uniform(String symbol) {
    places.put(symbol, new Program.Input(symbol, Address.UNIFORM, uniforms++));
  }

  /// The next column, without a symbol.
  int column() {
    return columns++;
  }

  boolean has(String symbol) {
    return places.containsKey(symbol);
  }

  Program.Input place(String symbol) {
    Program.Input found = places.get(symbol);
    if (found == null) throw new IllegalArgumentException("no place for " + symbol);
    return found;
  }

  int columns() {
    return columns;
  }

  int uniforms() {
    return uniforms;
  }
}
