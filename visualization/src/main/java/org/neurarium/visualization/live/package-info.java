/// Live plots as JavaFX nodes.
///
/// ```
/// LiveDock ─┬─ LiveView       raster, traces, rates over one time axis      ┐
///           ├─ WeightHeatmap  one projection's weights                      ├─ each shows a PictureView
///           └─ RunOverview    rates over the whole run                      ┘
///
///  FX thread:    look (what, which time, which colours) ──> PictureView ──> blit of the newest picture, once a pulse
///                                                            │      ▲
///  plot thread:  PlotStage: read rings ─> RunHistory ──> Artist paints pixels      thirty times a second, only if something changed
/// ```
///
/// All nodes of this package belong to the FX thread. They hold no data of the run: that stays on the plot thread, which alone reads the
/// engine's rings. Nobody waits for anybody: a picture that is late is shown a pulse later.
@NullMarked
package org.neurarium.visualization.live;

import org.jspecify.annotations.NullMarked;
