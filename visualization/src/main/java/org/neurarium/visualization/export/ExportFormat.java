package org.neurarium.visualization.export;

/// What a plot can be saved as.
public enum ExportFormat {
  /// Pixels, at twice the size for print.
  PNG("Picture (PNG)", "png"),
  /// Lines and text that stay sharp at any size.
  SVG("Drawing (SVG)", "svg"),
  /// The numbers, with units in the header.
  CSV("Data (CSV)", "csv");

  private final String label;
  private final String extension;

  ExportFormat(String label, String extension) {
    this.label = label;
    this.extension = extension;
  }

  /// For people.
  public String label() {
    return label;
  }

  /// Without the dot.
  public String extension() {
    return extension;
  }
}
