package org.neurarium.app.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// The map of a maze, to be painted: with the mouse, or with arrow keys and letters. A stroke of the mouse is one step of undo.
///
/// `#` is a wall, `S` the start, `G` an end with a reward, `N` an end without, `.` floor.
final class MazeEditor extends Row {

  private static final int LEAST = 3;
  private static final int MOST = 64;
  private static final double WIDEST_CELL = 26;
  private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");

  /// What a click or a stroke puts down.
  private enum Tool {
    WALL("Wall", '#', "Paint walls; on a wall, take them away  (Space)"),
    START("Start", 'S', "Put the start here  (S)"),
    REWARD("Reward", 'G', "Put a reward here  (G)"),
    END("Empty end", 'N', "Put an end without a reward here  (N)");

    private final String title;
    private final char mark;
    private final String help;

    Tool(String title, char mark, String help) {
      this.title = title;
      this.mark = mark;
      this.help = help;
    }
  }

  private final Access<String> access;
  private final Supplier<String> standard;
  private final Pane board = new Pane();
  private final ToggleGroup tools = new ToggleGroup();
  private final List<Rectangle> cells = new ArrayList<>();
  private final List<Text> marks = new ArrayList<>();
  private char[][] map = new char[0][0];
  private int row;
  private int column;
  private Object stroke = new Object();
  private char painting = '#';

  /// @param access the map, a line of text for each row
  /// @param standard the map that the kind of world has by itself
  MazeEditor(Access<String> access, Supplier<String> standard) {
    this.access = access;
    this.standard = standard;
    board.getStyleClass().add("nr-maze");
    board.setId("maze-board");
    board.setFocusTraversable(true);
    board.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    board.setOnMousePressed(this::press);
    board.setOnMouseDragged(this::drag);
    board.setOnKeyPressed(this::key);
    board.focusedProperty().subscribe(_ -> mark());
    FlowPane choice = new FlowPane(4, 4);
    for (Tool tool : Tool.values()) {
      ToggleButton button = new ToggleButton(tool.title);
      button.getStyleClass().add("nr-small-button");
      button.setToggleGroup(tools);
      button.setUserData(tool);
      button.setTooltip(tip(tool.help));
      button.setId("maze-" + tool.name().toLowerCase(java.util.Locale.ROOT));
      choice.getChildren().add(button);
    }
    tools.selectToggle(tools.getToggles().getFirst());
    tools
        .selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now == null && before != null) before.setSelected(true);
        });
    FlowPane size =
        new FlowPane(
            4,
            4,
            resize("+ row", 1, 0),
            resize("− row", -1, 0),
            resize("+ column", 0, 1),
            resize("− column", 0, -1),
            Buttons.small("As given", "Back to the map that came with it", () -> access.set("")));
    VBox all = new VBox(7, choice, board, size);
    all.setAlignment(Pos.TOP_LEFT);
    getChildren().add(all);
    widthProperty().subscribe(_ -> lay());
    refresh();
  }

  private Button resize(String name, int rows, int columns) {
    return Buttons.small(
        name, "Make the map larger or smaller at its lower right", () -> resize(rows, columns));
  }

  private String text() {
    return access.get().filter(t -> !t.isBlank()).orElseGet(standard);
  }

  @Override
  void refresh() {
    List<String> rows = text().lines().filter(l -> !l.isBlank()).toList();
    int width = rows.stream().mapToInt(String::length).max().orElse(0);
    char[][] next = new char[rows.size()][width];
    for (int y = 0; y < rows.size(); y++)
      for (int x = 0; x < width; x++)
        next[y][x] = x < rows.get(y).length() ? tidy(rows.get(y).charAt(x)) : '#';
    boolean sameSize = next.length == map.length && width == width(map);
    map = next;
    row = Math.clamp(row, 0, Math.max(0, map.length - 1));
    column = Math.clamp(column, 0, Math.max(0, width - 1));
    if (!sameSize) build();
    mark();
  }

  private static char tidy(char c) {
    char upper = Character.toUpperCase(c);
    return "#SGN".indexOf(upper) >= 0 ? upper : '.';
  }

  private static int width(char[][] map) {
    return map.length == 0 ? 0 : map[0].length;
  }

  private void build() {
    cells.clear();
    marks.clear();
    board.getChildren().clear();
    for (int i = 0; i < map.length * width(map); i++) {
      Rectangle cell = new Rectangle();
      cell.getStyleClass().add("nr-maze-cell");
      Text text = new Text();
      text.getStyleClass().add("nr-maze-mark");
      text.setTextOrigin(javafx.geometry.VPos.CENTER);
      text.setMouseTransparent(true);
      cells.add(cell);
      marks.add(text);
    }
    board.getChildren().addAll(cells);
    board.getChildren().addAll(marks);
    lay();
  }

  private double cellSize() {
    return width(map) == 0 ? 1 : Math.min(WIDEST_CELL, Math.max(60, getWidth()) / width(map));
  }

  private void lay() {
    double size = cellSize();
    for (int i = 0; i < cells.size(); i++) {
      double x = i % width(map) * size;
      int line = i / width(map);
      double y = line * size;
      cells.get(i).setX(x);
      cells.get(i).setY(y);
      cells.get(i).setWidth(size - 1);
      cells.get(i).setHeight(size - 1);
      marks.get(i).setX(x + size / 2 - 4);
      marks.get(i).setY(y + size / 2);
    }
    board.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    board.setPrefSize(size * width(map), size * map.length);
    board.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  private void mark() {
    for (int i = 0; i < cells.size(); i++) {
      char c = map[i / width(map)][i % width(map)];
      Rectangle cell = cells.get(i);
      cell.getStyleClass()
          .setAll(
              "nr-maze-cell",
              switch (c) {
                case '#' -> "wall";
                case 'S' -> "start";
                case 'G' -> "reward";
                case 'N' -> "end";
                default -> "floor";
              });
      cell.pseudoClassStateChanged(CURSOR, board.isFocused() && i == row * width(map) + column);
      String letter = c == '#' || c == '.' ? "" : String.valueOf(c);
      if (!marks.get(i).getText().equals(letter)) marks.get(i).setText(letter);
    }
    board.setAccessibleText(
        map.length == 0
            ? "Map"
            : "Map, row " + (row + 1) + ", column " + (column + 1) + ": " + word(map[row][column]));
    board.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  private static String word(char c) {
    return switch (c) {
      case '#' -> "wall";
      case 'S' -> "start";
      case 'G' -> "reward";
      case 'N' -> "end without reward";
      default -> "floor";
    };
  }

  private Tool tool() {
    return (Tool) tools.getSelectedToggle().getUserData();
  }

  private void press(MouseEvent e) {
    board.requestFocus();
    stroke = new Object();
    if (!goTo(e)) return;
    painting = tool() == Tool.WALL ? toggled() : tool().mark;
    put(painting);
    e.consume();
  }

  private void drag(MouseEvent e) {
    if (tool() == Tool.WALL && goTo(e) && map[row][column] != painting) put(painting);
    e.consume();
  }

  private boolean goTo(MouseEvent e) {
    int x = (int) Math.floor(e.getX() / cellSize());
    int y = (int) Math.floor(e.getY() / cellSize());
    if (x < 0 || y < 0 || y >= map.length || x >= width(map)) return false;
    column = x;
    row = y;
    return true;
  }

  private char toggled() {
    return map[row][column] == '#' ? '.' : '#';
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown() || map.length == 0) return;
    switch (e.getCode()) {
      case UP -> row = Math.max(0, row - 1);
      case DOWN -> row = Math.min(map.length - 1, row + 1);
      case LEFT -> column = Math.max(0, column - 1);
      case RIGHT -> column = Math.min(width(map) - 1, column + 1);
      case SPACE -> typed(toggled());
      case S -> typed('S');
      case G -> typed('G');
      case N -> typed('N');
      case DELETE, BACK_SPACE, PERIOD -> typed('.');
      default -> {
        return;
      }
    }
    mark();
    e.consume();
  }

  private void typed(char c) {
    stroke = new Object();
    put(c);
  }

  /// There is one start: a new one takes the old one's place.
  private void put(char c) {
    if (c == 'S')
      for (char[] line : map)
        for (int x = 0; x < line.length; x++) if (line[x] == 'S') line[x] = '.';
    map[row][column] = c;
    access.drag(stroke, written(map));
    mark();
  }

  private void resize(int rows, int columns) {
    int height = Math.clamp(map.length + rows, LEAST, MOST);
    int width = Math.clamp(width(map) + columns, LEAST, MOST);
    char[][] next = new char[height][width];
    for (int y = 0; y < height; y++) {
      Arrays.fill(next[y], '#');
      for (int x = 0; x < width; x++) next[y][x] = kept(x, y, width, height);
    }
    access.set(written(next));
  }

  /// The border moves with the size; the inside stays, and what is new is floor.
  private char kept(int x, int y, int width, int height) {
    if (x == 0 || y == 0 || x == width - 1 || y == height - 1) return '#';
    if (x >= width(map) - 1 || y >= map.length - 1) return '.';
    return map[y][x];
  }

  private static String written(char[][] map) {
    StringBuilder text = new StringBuilder();
    for (char[] line : map) text.append(text.isEmpty() ? "" : "\n").append(line);
    return text.toString();
  }

  @Override
  void focusField() {
    board.requestFocus();
  }
}
