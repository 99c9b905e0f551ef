package org.neurarium.app.canvas;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neurarium.app.senses.SceneKind;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.world.WorldKind;

/// Makes the elements behind palette entries, with values that do something visible: currents lie around the 375 pA at
/// which the standard neuron begins to fire.
public final class PartFactory {

  private static final String MODEL = "lif_exp_psc";
  private static final int MODEL_SIZE = 100;
  private static final double NOTE_WIDTH = 200;

  private PartFactory() {}

  /// A new element with a name and an id that the circuit does not have yet.
  ///
  /// @param models in force for the circuit: what a probe records is a state of the neurons it looks at
  public static Node make(Placeable placeable, Circuit circuit, ModelCatalogue models, Point at) {
    return switch (placeable) {
      case Part part -> element(part, circuit, models, at);
      case ModelPart part ->
          part.entry().kind() == Model.Kind.MODULATOR
              ? source(part.entry(), circuit, at)
              : population(part.entry(), circuit, at);
      case WorldPart part -> world(part.kind(), circuit, at);
    };
  }

  private static Node population(ModelCatalogue.Entry model, Circuit circuit, Point at) {
    String name = freshName(model.title().replaceFirst("[,(].*", "").strip(), circuit);
    return population(circuit.freshId(model.id()), name, at, Population.Type.EXCITATORY, MODEL_SIZE)
        .ofModel(model.id());
  }

  private static Node source(ModelCatalogue.Entry model, Circuit circuit, Point at) {
    return new ModulatorSource(
        circuit.freshId(model.id()),
        freshName(model.title(), circuit),
        at,
        model.id(),
        Map.of(),
        ModulatorSource.EVERYWHERE);
  }

  private static Node world(WorldKind kind, Circuit circuit, Point at) {
    return new World(
        circuit.freshId(kind.id()), freshName(kind.title(), circuit), at, kind.id(), Map.of(), "");
  }

  private static Node element(Part part, Circuit circuit, ModelCatalogue models, Point at) {
    String name = freshName(part.title(), circuit);
    ElementId id = circuit.freshId(name);
    return switch (part) {
      case EXCITATORY -> population(id, name, at, Population.Type.EXCITATORY, 80);
      case INHIBITORY -> population(id, name, at, Population.Type.INHIBITORY, 20);
      case POISSON -> stimulus(id, name, at, 100, new Signal.Poisson(Value.of(20, "Hz")));
      case BACKGROUND ->
          stimulus(id, name, at, 1, new Signal.PoissonBackground(Quantity.of(2, "kHz")));
      case SPIKE_LIST -> stimulus(id, name, at, 1, new Signal.SpikeList("spikes.csv"));
      case IMAGE, DRAWING, GRATING, GLYPHS, ODOURS, EVENT_CAMERA, SOUND -> {
        Signal.Sense sense = SceneKind.valueOf(part.name()).fresh();
        yield stimulus(id, name, at, sense.sources(), sense);
      }
      case DC -> stimulus(id, name, at, 1, new Signal.Dc(pA(500)));
      case STEP ->
          stimulus(
              id,
              name,
              at,
              1,
              new Signal.Steps(
                  List.of(
                      new Signal.Step(Quantity.of(200, "ms"), pA(500)),
                      new Signal.Step(Quantity.of(700, "ms"), pA(0)))));
      case RAMP -> stimulus(id, name, at, 1, new Signal.Ramp(pA(0), pA(800), Quantity.of(1, "s")));
      case SINE ->
          stimulus(id, name, at, 1, new Signal.Sine(pA(350), pA(250), Quantity.of(5, "Hz"), 0));
      case NOISE ->
          stimulus(id, name, at, 1, new Signal.Noise(pA(350), pA(500), Quantity.of(1, "ms")));
      case RASTER ->
          new Probe(id, name, at, populations(circuit), new Recording.Spikes(NeuronSelection.ALL));
      case KYMOGRAPH ->
          new Probe(id, name, at, nearestTree(circuit, models, at), new Recording.Kymograph(0));
      case TRACE -> {
        List<ElementId> targets = nearest(circuit, at);
        String variable = Connections.variable("V_m", targets, circuit, models);
        yield new Probe(
            id, name, at, targets, new Recording.State(variable, NeuronSelection.first(3)));
      }
      case HEATMAP -> new Probe(id, name, at, firstSynapses(circuit), new Recording.Weights());
      case RATE ->
          new Probe(id, name, at, populations(circuit), new Recording.Rate(Quantity.of(10, "ms")));
      case NOTE -> new Note(id, name, at, "Write here what is worth knowing.", NOTE_WIDTH);
    };
  }

  private static Population population(
      ElementId id, String name, Point at, Population.Type type, int size) {
    return new Population(id, name, at, type, size, MODEL, Map.of(), Map.of(), Sheet.DEFAULT);
  }

  private static Stimulus stimulus(ElementId id, String name, Point at, int size, Signal signal) {
    return new Stimulus(id, name, at, size, signal, Stimulus.AT_ONCE, Stimulus.NEVER);
  }

  // A probe just placed looks at what its user most likely means; its handle aims it elsewhere.

  private static List<ElementId> populations(Circuit circuit) {
    return circuit.populations().stream().map(Population::id).toList();
  }

  private static List<ElementId> nearest(Circuit circuit, Point at) {
    return circuit.populations().stream()
        .min(
            Comparator.comparingDouble(
                p -> Math.hypot(p.position().x() - at.x(), p.position().y() - at.y())))
        .map(p -> List.of(p.id()))
        .orElse(List.of());
  }

  /// The nearest population of neurons with dendrites.
  private static List<ElementId> nearestTree(Circuit circuit, ModelCatalogue models, Point at) {
    return nearest(
        circuit.of(
            circuit.populations().stream()
                .filter(p -> models.neuron(p.model()).flatMap(NeuronModel::cell).isPresent())
                .toList()),
        at);
  }

  private static List<ElementId> firstSynapses(Circuit circuit) {
    return circuit.projections().stream()
        .filter(p -> circuit.find(p.from(), Population.class).isPresent())
        .findFirst()
        .map(p -> List.of(p.id()))
        .orElse(List.of());
  }

  private static Quantity pA(double value) {
    return Quantity.of(value, "pA");
  }

  /// A name that no element has: the wish itself, or the wish and a number.
  static String freshName(String wish, Circuit circuit) {
    Set<String> taken = new HashSet<>();
    for (Element e : circuit.elements()) taken.add(e.name());
    if (!taken.contains(wish)) return wish;
    String stem = wish.replaceFirst(" \\d+$", "");
    int n = 2;
    while (taken.contains(stem + " " + n)) n++;
    return stem + " " + n;
  }
}
