package org.neurarium.circuits.model;

/// Where a model comes from.
///
/// @param doi without `https://doi.org/`
/// @param note what was taken from there; may be empty
public record Reference(String doi, String note) {

  /// The address of the paper.
  public String address() {
    return "https://doi.org/" + doi;
  }
}
