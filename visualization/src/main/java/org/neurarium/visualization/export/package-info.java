/// Takes plots out of the window: as a PNG, an SVG, or as the numbers behind them.
///
/// A plot offers itself as a [PlotSource][org.neurarium.visualization.export.PlotSource]: it can draw itself on any surface and write its data. The painters are those
/// of the screen, so a picture in a paper shows what the window showed. Where the file goes is asked of the application
/// through [ExportTarget][org.neurarium.visualization.export.ExportTarget]; nothing here opens a dialog.
@NullMarked
package org.neurarium.visualization.export;

import org.jspecify.annotations.NullMarked;
