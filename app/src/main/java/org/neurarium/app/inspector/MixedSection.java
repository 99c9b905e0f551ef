package org.neurarium.app.inspector;

import java.util.List;
import java.util.stream.Collectors;
import org.neurarium.circuits.Element;

/// Several elements of different kinds: says what they are.
final class MixedSection implements Section {

  private final Target<Element> target;

  MixedSection(Target<Element> target) {
    this.target = target;
  }

  @Override
  public Object shape() {
    return target.elements().stream().map(Element::id).toList();
  }

  @Override
  public String title() {
    return target.elements().size() + " parts";
  }

  @Override
  public String subtitle() {
    return target.elements().stream()
        .collect(
            Collectors.groupingBy(Element::kind, java.util.TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> Section.count(e.getValue(), e.getKey(), plural(e.getKey())))
        .collect(Collectors.joining(", "));
  }

  private static String plural(String kind) {
    return kind.equals("stimulus") ? "stimuli" : kind + "s";
  }

  @Override
  public void fill(Form form) {
    form.heading("Selected")
        .note(String.join(", ", names()))
        .note("Parts of one kind can be changed together.");
  }

  private List<String> names() {
    return target.elements().stream().map(Element::name).toList();
  }
}
