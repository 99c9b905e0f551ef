package org.neurarium.visualization.paint;

import java.util.ArrayList;
import java.util.List;
import org.neurarium.visualization.paint.LiveScene.Band;
import org.neurarium.visualization.paint.LiveScene.Trace;

/// Where everything of a live picture goes.
///
/// @param bands of the raster, one for each of the scene's
/// @param traces rows of the scene's [LiveScene#traceRows()]
/// @param kymographs one for each of the scene's
/// @param rate the row of rates; of height 0 without one
/// @param axis below all rows: scrubber and times
/// @param plot all rows together, without names
public record LiveLayout(
    List<Area> bands, List<Area> traces, List<Area> kymographs, Area rate, Area axis, Area plot) {

  static final double LEFT = 16;
  static final double RIGHT = 18;
  static final double AXIS = 30;
  static final double NAME = 11;
  static final double NUMBER = 9.5;
  private static final double GAP = 12;
  private static final double LONGEST_NAME = 112;
  private static final double SMALLEST_BAND = 13;

  public LiveLayout {
    bands = List.copyOf(bands);
    traces = List.copyOf(traces);
    kymographs = List.copyOf(kymographs);
  }

  /// Divides a surface.
  ///
  /// @param top kept free at the top, in logical pixels
  public static LiveLayout of(LiveScene scene, Surface surface, double top) {
    double names = LEFT + nameWidth(scene, surface) + 10;
    boolean numbers = !scene.traces().isEmpty() || !scene.rates().isEmpty();
    if (numbers) names += 38;
    double right = surface.width() - RIGHT;
    Area plot =
        new Area(
            names, top, Math.max(1, right - names), Math.max(1, surface.height() - AXIS - top));
    List<List<Trace>> traceRows = scene.traceRows();
    double rasterShare = scene.bands().isEmpty() ? 0 : 2.1 + 0.25 * (scene.bands().size() - 1);
    double traceShare = scene.overlaid() ? 1.25 : 0.9;
    int maps = scene.kymographs().size();
    double mapShare = 1.25;
    double rateShare = scene.rates().isEmpty() ? 0 : 0.85;
    int rows = (rasterShare > 0 ? 1 : 0) + traceRows.size() + maps + (rateShare > 0 ? 1 : 0);
    double gap = Math.min(GAP, plot.height() / Math.max(1, rows) * 0.2);
    double shares = rasterShare + traceShare * traceRows.size() + mapShare * maps + rateShare;
    double unit = shares == 0 ? 0 : Math.max(0, plot.height() - gap * (rows - 1)) / shares;
    double y = plot.y();
    List<Area> bands = new ArrayList<>();
    if (rasterShare > 0) {
      Area raster = new Area(plot.x(), y, plot.width(), rasterShare * unit);
      bands = bands(scene.bands(), raster);
      y = raster.bottom() + gap;
    }
    List<Area> traces = new ArrayList<>();
    for (int i = 0; i < traceRows.size(); i++) {
      traces.add(new Area(plot.x(), y, plot.width(), traceShare * unit));
      y += traceShare * unit + gap;
    }
    List<Area> kymographs = new ArrayList<>();
    for (int i = 0; i < maps; i++) {
      kymographs.add(new Area(plot.x(), y, plot.width(), mapShare * unit));
      y += mapShare * unit + gap;
    }
    Area rate = new Area(plot.x(), y, plot.width(), rateShare * unit);
    Area axis = new Area(plot.x(), plot.bottom(), plot.width(), AXIS);
    return new LiveLayout(bands, traces, kymographs, rate, axis, plot);
  }

  /// Larger populations get more room, but less than in proportion, and each enough for its name.
  private static List<Area> bands(List<Band> bands, Area raster) {
    double[] shares = new double[bands.size()];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.pow(bands.get(i).rows(), 0.7);
      sum += shares[i];
    }
    double least = Math.min(SMALLEST_BAND, raster.height() / bands.size());
    double spare = raster.height() - least * bands.size();
    List<Area> areas = new ArrayList<>();
    double y = raster.y();
    for (int i = 0; i < shares.length; i++) {
      double height = least + spare * (sum == 0 ? 0 : shares[i] / sum);
      areas.add(new Area(raster.x(), y, raster.width(), Math.max(1, height - 2)));
      y += height;
    }
    return areas;
  }

  private static double nameWidth(LiveScene scene, Surface surface) {
    double widest = 34;
    for (Band b : scene.bands())
      widest = Math.max(widest, surface.textWidth(b.name(), Surface.Face.BOLD, NAME));
    for (Trace t : scene.traces())
      widest = Math.max(widest, surface.textWidth(t.label(), Surface.Face.BOLD, NAME));
    for (LiveScene.Kymograph k : scene.kymographs())
      widest = Math.max(widest, surface.textWidth(k.name(), Surface.Face.BOLD, NAME));
    for (LiveScene.Rate r : scene.rates())
      widest = Math.max(widest, surface.textWidth(r.name(), Surface.Face.SANS, NAME));
    return Math.min(widest, LONGEST_NAME);
  }

  /// Shortens a name until it fits the column of names. A number at its end stays: it tells apart what else has the same name.
  static String fitted(String name, Surface surface, Surface.Face face, double size) {
    if (surface.textWidth(name, face, size) <= LONGEST_NAME) return name;
    String number = name.matches(".* \\d{1,7}") ? name.substring(name.lastIndexOf(' ')) : "";
    int n = name.length() - number.length();
    while (n > 1
        && surface.textWidth(name.substring(0, n) + "…" + number, face, size) > LONGEST_NAME) n--;
    return name.substring(0, n).strip() + "…" + number;
  }
}
