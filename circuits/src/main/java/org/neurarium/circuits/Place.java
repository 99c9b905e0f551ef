package org.neurarium.circuits;

import java.util.Optional;

/// Where a problem is: in a file, in an element, or both.
///
/// @param file the file's name, or empty
/// @param line from 1; 0 where unknown
/// @param column from 1; 0 where unknown
/// @param path JSON path such as `$.projections[3].weight`, or empty
/// @param element the element concerned
/// @param field the element's field or parameter concerned, or empty
public record Place(
    String file, int line, int column, String path, Optional<ElementId> element, String field) {

  /// Nowhere in particular.
  public static final Place NOWHERE = new Place("", 0, 0, "", Optional.empty(), "");

  /// An element, or one of its fields.
  public static Place in(ElementId element, String field) {
    return new Place("", 0, 0, "", Optional.of(element), field);
  }

  /// A place in a file.
  public static Place at(String file, int line, int column, String path) {
    return new Place(file, line, column, path, Optional.empty(), "");
  }

  /// This place in a file, as the place of the element and field that another one names.
  public Place concerning(Place other) {
    return new Place(file, line, column, path, other.element(), other.field());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0)
      text.append(text.isEmpty() ? "line " : ":")
          .append(line)
          .append(column > 0 ? ":" + column : "");
    if (!path.isEmpty()) text.append(text.isEmpty() ? "" : " ").append(path);
    if (text.isEmpty() && element.isPresent())
      text.append(element.get()).append(field.isEmpty() ? "" : "." + field);
    return text.toString();
  }
}
