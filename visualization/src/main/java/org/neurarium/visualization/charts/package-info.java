/// Charts that people read at leisure: rates over time, intervals between spikes, weights.
///
/// ```
/// RunHistory, WeightView ──copy──> ChartData ──ChartMaker──> JFreeChart ──> ChartPane on the screen, PNG, SVG
///                                      └──────────────────────────────────> CSV
/// ```
///
/// A [ChartData][org.neurarium.visualization.charts.ChartData] is an immutable measurement with its definition in words; the definition
/// stands under the chart, because a rate or a CV means nothing without it.
@NullMarked
package org.neurarium.visualization.charts;

import org.jspecify.annotations.NullMarked;
