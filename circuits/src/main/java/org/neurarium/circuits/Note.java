package org.neurarium.circuits;

/// A text beside what it explains.
///
/// @param id lasting id
/// @param name its first words, for lists
/// @param position centre on the canvas
/// @param text what it says
/// @param width canvas pixels across
public record Note(ElementId id, String name, Point position, String text, double width)
    implements Node {

  @Override
  public String kind() {
    return "note";
  }

  @Override
  public Note withName(String newName) {
    return new Note(id, newName, position, text, width);
  }

  @Override
  public Note withId(ElementId newId) {
    return new Note(newId, name, position, text, width);
  }

  @Override
  public Note at(Point newPosition) {
    return new Note(id, name, newPosition, text, width);
  }

  /// The same note saying something else.
  public Note saying(String newText) {
    return new Note(id, name, position, newText, width);
  }
}
