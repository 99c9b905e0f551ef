package org.neurarium.circuits.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;

/// Collects what is wrong with one file while it is read. A badly broken file has a problem on every line; the first ones tell the story.
final class Findings {

  private final String file;
  private final int most;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<ElementId, Place> elements = new HashMap<>();
  private int more;
  private boolean complete = true;

  /// @param file name for the places
  /// @param most how many problems are kept; the rest is counted
  Findings(String file, int most) {
    this.file = file;
    this.most = most;
  }

  /// Adds an error: something in the file could not be taken over.
  void error(Json.Spot at, String path, String sentence, String hint) {
    complete = false;
    add(Problem.error(place(at, path), sentence, hint));
  }

  /// Adds a warning: everything was taken over, but something is odd.
  void warning(Json.Spot at, String path, String sentence, String hint) {
    add(Problem.warning(place(at, path), sentence, hint));
  }

  /// Remembers where an element is written.
  void element(ElementId id, Json.Spot at, String path) {
    elements.put(id, place(at, path));
  }

  /// Where the elements read so far are written.
  Map<ElementId, Place> elements() {
    return elements;
  }

  private Place place(Json.Spot at, String path) {
    return Place.at(file, at.line(), at.column(), path);
  }

  private void add(Problem problem) {
    if (problems.size() < most) problems.add(problem);
    else more++;
  }

  /// Whether everything in the file was taken over.
  boolean isComplete() {
    return complete;
  }

  /// The problems in the order found, and a last one that counts those left out.
  List<Problem> problems() {
    if (more == 0) return List.copyOf(problems);
    List<Problem> all = new ArrayList<>(problems);
    String rest =
        "and " + more + (more == 1 ? " more problem" : " more problems") + " of this kind";
    all.add(
        Problem.error(
            place(Json.Spot.NONE, ""), rest, "Mend the first ones, then open the file again."));
    return all;
  }
}
