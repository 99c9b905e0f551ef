package org.neurarium.app.models;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.neurarium.app.formulas.Formulas;

/// Symbols with what they mean and a value each, in three columns. A row that stays the same stays as it is, and a width is laid out once. FX thread only.
final class SymbolTable extends Region {

  private static final double COLUMN_GAP = 10;
  private static final double ROW_GAP = 3;
  private static final double SYMBOL_SIZE = 15;

  /// @param symbol as in the equations
  /// @param meaning in words
  /// @param value with its unit; may be empty
  record Row(String symbol, String meaning, String value) {}

  private static final class View {
    final Node symbol;
    final Label meaning;
    final Label value = new Label();
    double height;

    View(Row row) {
      symbol = Formulas.symbol(row.symbol(), SYMBOL_SIZE);
      meaning = new Label(row.meaning());
      meaning.setWrapText(true);
      meaning.getStyleClass().add("nr-small");
      value.getStyleClass().addAll("nr-mono", "nr-small");
    }

    List<Node> nodes() {
      return List.of(symbol, meaning, value);
    }
  }

  private final List<View> views = new ArrayList<>();
  private List<Row> rows = List.of();
  private double laidOut = Double.NaN;
  private double height;

  SymbolTable() {
    setMinHeight(USE_PREF_SIZE);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void show(List<Row> now) {
    if (now.equals(rows)) return;
    boolean same = now.size() == rows.size();
    for (int i = 0; same && i < now.size(); i++)
      same =
          now.get(i).symbol().equals(rows.get(i).symbol())
              && now.get(i).meaning().equals(rows.get(i).meaning());
    if (!same) {
      List<View> old = List.copyOf(views);
      views.clear();
      for (Row row : now) {
        int at = rows.indexOf(row);
        View kept = at >= 0 && !views.contains(old.get(at)) ? old.get(at) : new View(row);
        views.add(kept);
      }
      getChildren().setAll(views.stream().flatMap(v -> v.nodes().stream()).toList());
    }
    for (int i = 0; i < now.size(); i++) views.get(i).value.setText(now.get(i).value());
    rows = List.copyOf(now);
    requestLayout();
  }

  @Override
  public void requestLayout() {
    laidOut = Double.NaN;
    super.requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double ignored) {
    return 160;
  }

  @Override
  protected double computePrefWidth(double ignored) {
    return 300;
  }

  @Override
  protected double computePrefHeight(double width) {
    arrange(width < 0 ? 300 : width);
    return height;
  }

  @Override
  protected void layoutChildren() {
    arrange(getWidth());
    double symbols = symbolWidth();
    double values = valueWidth();
    double y = 0;
    for (View v : views) {
      place(v.symbol, 0, y, symbols);
      v.meaning.resizeRelocate(
          symbols + COLUMN_GAP, y, meaningWidth(getWidth(), symbols, values), v.height);
      double value = v.value.prefWidth(-1);
      v.value.resizeRelocate(getWidth() - value, y, value, v.value.prefHeight(-1));
      y += v.height + ROW_GAP;
    }
  }

  private static void place(Node node, double x, double y, double width) {
    if (node.isResizable()) node.resize(Math.min(width, node.prefWidth(-1)), node.prefHeight(-1));
    node.relocate(x, y);
  }

  private double symbolWidth() {
    return snapSizeX(views.stream().mapToDouble(v -> v.symbol.prefWidth(-1)).max().orElse(0));
  }

  private double valueWidth() {
    return snapSizeX(views.stream().mapToDouble(v -> v.value.prefWidth(-1)).max().orElse(0));
  }

  private static double meaningWidth(double width, double symbols, double values) {
    return Math.max(40, width - symbols - values - 2 * COLUMN_GAP);
  }

  private void arrange(double width) {
    if (width == laidOut) return;
    double meaning = meaningWidth(width, symbolWidth(), valueWidth());
    double y = 0;
    for (View v : views) {
      v.height =
          snapSizeY(
              Math.max(
                  v.symbol.prefHeight(-1),
                  Math.max(v.meaning.prefHeight(meaning), v.value.prefHeight(-1))));
      y += v.height + ROW_GAP;
    }
    height = Math.max(0, y - ROW_GAP);
    laidOut = width;
  }
}
