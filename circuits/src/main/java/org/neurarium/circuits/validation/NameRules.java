package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;

import java.util.List;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Note;

/// What elements are called.
final class NameRules {

  static final List<Rule<Element>> ALL = List.of(NameRules::hasName, NameRules::nameIsItsOwn);

  private NameRules() {}

  private static void hasName(Element element, Examination in) {
    if (element.name().isBlank())
      in.error(
          element,
          "name",
          "The " + element.kind() + " with the id '" + element.id() + "' has no name",
          "Name it, so that people can talk about it.",
          replace("Name " + element.id(), element.withName(element.id().text())));
  }

  private static void nameIsItsOwn(Element element, Examination in) {
    if (!(element instanceof Note) && !element.name().isBlank() && in.isNameTaken(element))
      in.note(
          element,
          "name",
          "Another " + element.kind() + " is called " + quoted(element) + " too",
          "Different names tell them apart in plots and lists.");
  }
}
