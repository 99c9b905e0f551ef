package org.neurarium.app.canvas;

/// As what a population of neurons with dendrites is shown. A matter of the window: what runs is the same.
public enum TreeForm {
  TREE("Show as a tree"),
  /// A triangle or disc as if it had no dendrites.
  POINT("Collapse to a point neuron"),
  /// Each dendritic compartment as a unit of its own, whose outputs the soma adds up (Poirazi, Brannon & Mel 2003, doi:10.1016/S0896-6273(03)00149-1).
  TWO_LAYER("Show as a two-layer network");

  private final String title;

  TreeForm(String title) {
    this.title = title;
  }

  /// What a menu calls it.
  public String title() {
    return title;
  }
}
