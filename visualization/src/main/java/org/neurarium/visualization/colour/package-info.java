/// Colours of pictures, in one place, as opaque or translucent ARGB integers.
///
/// [OkabeIto][org.neurarium.visualization.colour.OkabeIto] names the eight colours that people with any kind of colour vision tell apart;
/// [PlotTheme][org.neurarium.visualization.colour.PlotTheme] says which of them a light or a dark plot uses for what;
/// [ColourMap][org.neurarium.visualization.colour.ColourMap] turns a number into a colour. Nothing here depends on a toolkit, so the same values
/// reach the screen, a PNG and an SVG.
@NullMarked
package org.neurarium.visualization.colour;

import org.jspecify.annotations.NullMarked;
