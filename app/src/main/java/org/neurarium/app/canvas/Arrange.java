package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Point;

/// Ways to put nodes in order.
enum Arrange {
  LEFT("Align left"),
  CENTRE("Align centres"),
  RIGHT("Align right"),
  TOP("Align top"),
  MIDDLE("Align middles"),
  BOTTOM("Align bottom"),
  ACROSS("Distribute across"),
  DOWN("Distribute down");

  /// A node and the room it takes.
  record Item(ElementId id, Point position, Outline outline) {
    double left() {
      return position.x() - outline.halfWidth();
    }

    double right() {
      return position.x() + outline.halfWidth();
    }

    double top() {
      return position.y() - outline.halfHeight();
    }

    double bottom() {
      return position.y() + outline.halfHeight();
    }
  }

  private final String title;

  Arrange(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /// How many nodes it takes to make sense.
  int least() {
    return this == ACROSS || this == DOWN ? 3 : 2;
  }

  /// Where each node goes.
  Map<ElementId, Point> apply(List<Item> items) {
    return switch (this) {
      case LEFT ->
          across(items, items.stream().mapToDouble(Item::left).min().orElse(0), Item::left);
      case RIGHT ->
          across(items, items.stream().mapToDouble(Item::right).max().orElse(0), Item::right);
      case CENTRE -> across(items, middle(items, Item::left, Item::right), i -> i.position().x());
      case TOP -> down(items, items.stream().mapToDouble(Item::top).min().orElse(0), Item::top);
      case BOTTOM ->
          down(items, items.stream().mapToDouble(Item::bottom).max().orElse(0), Item::bottom);
      case MIDDLE -> down(items, middle(items, Item::top, Item::bottom), i -> i.position().y());
      case ACROSS -> spread(items, true);
      case DOWN -> spread(items, false);
    };
  }

  private static double middle(
      List<Item> items, ToDoubleFunction<Item> low, ToDoubleFunction<Item> high) {
    double lowest = items.stream().mapToDouble(low).min().orElse(0);
    double highest = items.stream().mapToDouble(high).max().orElse(0);
    return Math.rint((lowest + highest) / 2);
  }

  private static Map<ElementId, Point> across(
      List<Item> items, double to, ToDoubleFunction<Item> edge) {
    Map<ElementId, Point> moved = new HashMap<>();
    for (Item i : items) moved.put(i.id(), i.position().plus(to - edge.applyAsDouble(i), 0));
    return moved;
  }

  private static Map<ElementId, Point> down(
      List<Item> items, double to, ToDoubleFunction<Item> edge) {
    Map<ElementId, Point> moved = new HashMap<>();
    for (Item i : items) moved.put(i.id(), i.position().plus(0, to - edge.applyAsDouble(i)));
    return moved;
  }

  /// The outermost two stay; the others get equal gaps between their symbols.
  private static Map<ElementId, Point> spread(List<Item> items, boolean across) {
    ToDoubleFunction<Item> low = across ? Item::left : Item::top;
    ToDoubleFunction<Item> high = across ? Item::right : Item::bottom;
    List<Item> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparingDouble(i -> low.applyAsDouble(i) + high.applyAsDouble(i)));
    double room = high.applyAsDouble(sorted.getLast()) - low.applyAsDouble(sorted.getFirst());
    double taken =
        sorted.stream().mapToDouble(i -> high.applyAsDouble(i) - low.applyAsDouble(i)).sum();
    double gap = (room - taken) / Math.max(1, sorted.size() - 1);
    Map<ElementId, Point> moved = new HashMap<>();
    double next = low.applyAsDouble(sorted.getFirst());
    for (Item i : sorted) {
      double shift = next - low.applyAsDouble(i);
      moved.put(i.id(), across ? i.position().plus(shift, 0) : i.position().plus(0, shift));
      next += high.applyAsDouble(i) - low.applyAsDouble(i) + gap;
    }
    return moved;
  }
}
