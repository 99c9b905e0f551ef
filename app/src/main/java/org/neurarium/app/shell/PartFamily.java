package org.neurarium.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.neurarium.app.canvas.ModelPart;
import org.neurarium.app.canvas.Part;
import org.neurarium.app.canvas.Placeable;
import org.neurarium.app.canvas.Substance;
import org.neurarium.app.canvas.WorldPart;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue.Origin;

/// The families of the palette in its order: what a first circuit needs stands on top and is shown until one folds it away.
enum PartFamily {
  POPULATIONS("Populations", true),
  DENDRITIC("Dendritic neurons", false),
  INPUTS("Inputs", true),
  PROBES("Probes", true),
  MODULATORS("Neuromodulators", true),
  CURRENTS("Currents", false),
  SENSES("Senses", false),
  WORLDS("Worlds", false),
  NOTES("Notes", false),
  LIBRARY("Model library", false);

  private final String title;
  private final boolean shownAtFirst;

  PartFamily(String title, boolean shownAtFirst) {
    this.title = title;
    this.shownAtFirst = shownAtFirst;
  }

  String title() {
    return title;
  }

  boolean isShownAtFirst() {
    return shownAtFirst;
  }

  /// How it is called in settings and by tests.
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What belongs to it now: the circuit may bring models along.
  List<Placeable> parts(Workspace workspace) {
    return switch (this) {
      case POPULATIONS -> {
        List<Placeable> parts = new ArrayList<>(of(Part.Family.POPULATION));
        points(workspace).filter(m -> m.entry().origin() != Origin.BUILT_IN).forEach(parts::add);
        yield parts;
      }
      case DENDRITIC ->
          neurons(workspace)
              .filter(m -> m.entry().kind() == Model.Kind.CELL)
              .<Placeable>map(m -> m)
              .toList();
      case MODULATORS ->
          workspace.models().entries(Model.Kind.MODULATOR).stream()
              .map(ModelPart::new)
              .sorted(Comparator.comparing(m -> Substance.of(m.entry().id())))
              .<Placeable>map(m -> m)
              .toList();
      case INPUTS -> of(Part.Family.STIMULUS);
      case CURRENTS -> of(Part.Family.CURRENT);
      case SENSES -> of(Part.Family.SENSE);
      case WORLDS -> workspace.worlds().all().stream().<Placeable>map(WorldPart::new).toList();
      case PROBES -> of(Part.Family.PROBE);
      case NOTES -> of(Part.Family.NOTE);
      case LIBRARY ->
          points(workspace)
              .filter(m -> m.entry().origin() == Origin.BUILT_IN)
              .<Placeable>map(m -> m)
              .toList();
    };
  }

  private static List<Placeable> of(Part.Family family) {
    return Stream.of(Part.values())
        .filter(p -> p.family() == family)
        .<Placeable>map(p -> p)
        .toList();
  }

  private static Stream<ModelPart> neurons(Workspace workspace) {
    return workspace.models().neuronEntries().stream().map(ModelPart::new);
  }

  /// Models of neurons without dendrites.
  private static Stream<ModelPart> points(Workspace workspace) {
    return neurons(workspace).filter(m -> m.entry().kind() != Model.Kind.CELL);
  }
}
