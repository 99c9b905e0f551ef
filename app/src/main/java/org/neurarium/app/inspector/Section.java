package org.neurarium.app.inspector;

import org.neurarium.circuits.Circuit;

/// The form for one kind of thing.
interface Section {

  /// What decides which rows there are: when it changes, the form is built anew; else its rows are refreshed.
  Object shape();

  /// Name at the top.
  String title();

  /// A few words below it.
  String subtitle();

  /// Builds the rows.
  void fill(Form form);

  /// The number of neurons that a circuit's sources have, for a line of text: "800 neurons".
  static String count(long n, String one, String many) {
    return n == 1 ? "1 " + one : Numbers.grouped(n) + " " + many;
  }

  /// The name of an element, or its id where it is gone.
  static String nameOf(Circuit circuit, org.neurarium.circuits.ElementId id) {
    return circuit.find(id).map(org.neurarium.circuits.Element::name).orElse(id.text());
  }
}
