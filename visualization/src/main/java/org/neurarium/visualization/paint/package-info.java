/// Draws plots, without knowing whether they end on the screen, in a PNG or in an SVG.
///
/// ```
/// RunHistory ──> LivePlot ─┬─ RasterPainter   ┐
///                          ├─ TracePainter    ├──draw on──> Surface ─┬─ PixelSurface     int[] pixels: screen, PNG
///                          ├─ RatePainter     │                      └─ GraphicsSurface  any Graphics2D: SVG
/// WeightView ──────────────── HeatmapPainter  ┘
/// ```
///
/// Coordinates are logical pixels from the top left corner; a surface knows how many of its own pixels make one (the output scale of the screen). Painters
/// are used by one thread at a time, usually the plot thread, and never by the JavaFX thread.
@NullMarked
package org.neurarium.visualization.paint;

import org.jspecify.annotations.NullMarked;
