package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.neurarium.app.canvas.Links.LinkKey;
import org.neurarium.app.canvas.Links.Route;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.Cell;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.world.WorldKinds;

/// The views of a circuit's elements, kept in step with it: only what differs from the last circuit is drawn again.
///
/// ```
/// sync(circuit): nodes that came, changed, went -> NodeView
///                lines that came, changed lane or style, or whose ends moved -> LinkView
///                names near anything of that -> a side with room, once their text is styled
/// ```
final class CircuitLayer extends javafx.scene.Group {

  private final Supplier<ModelCatalogue> models;
  private final WorldKinds worlds;
  private final Captions captions;
  private final Supplier<ModelCatalogue> inForce;
  private final LayerGeometry geometry = new LayerGeometry(this);
  private final javafx.scene.Group frames = new javafx.scene.Group();
  private final javafx.scene.Group lines = new javafx.scene.Group();
  private final javafx.scene.Group symbols = new javafx.scene.Group();
  private final Map<ElementId, NodeView> nodes = new LinkedHashMap<>();
  private final Map<LinkKey, LinkView> links = new LinkedHashMap<>();
  private final Map<LinkKey, Route> routes = new HashMap<>();
  private final Map<ElementId, List<LinkKey>> linksAt = new HashMap<>();
  private final Map<ElementId, List<LinkView>> linksFrom = new HashMap<>();
  private final Map<ElementId, TreeForm> forms = new HashMap<>();
  private final Set<ElementId> unlabelled = new LinkedHashSet<>();
  private Set<ElementId> selected = Set.of();
  private Map<ElementId, List<Problem>> problems = Map.of();
  private Circuit circuit = Circuit.EMPTY;
  private Folding folding = new Folding(Circuit.EMPTY);

  CircuitLayer(Supplier<ModelCatalogue> models, WorldKinds worlds) {
    this.worlds = worlds;
    this.models = models;
    inForce = () -> models.get().including(circuit);
    captions = new Captions(inForce, worlds);
    getChildren().addAll(lines, symbols);
  }

  /// The frames of open groups, which belong behind everything else.
  javafx.scene.Group frames() {
    return frames;
  }

  /// Shows another version of the circuit.
  void sync(Circuit next) {
    circuit = next;
    folding = new Folding(next);
    Set<ElementId> moved = new HashSet<>();
    syncNodes(moved);
    syncLinks(moved);
    syncFrames();
  }

  private void syncNodes(Set<ElementId> moved) {
    Set<ElementId> present = new HashSet<>();
    for (Node node : circuit.all(Node.class)) {
      if (folding.isHidden(node.id())) continue;
      present.add(node.id());
      NodeView view = nodes.get(node.id());
      Optional<CellModel> cell = cell(node);
      if (view instanceof DendriticView d && cell.isPresent())
        d.setCell(cell.get(), form(node.id()));
      if (view != null
          && (isOtherKind(view.node(), node)
              || view instanceof DendriticView != cell.isPresent())) {
        forget(view);
        view = null;
      }
      String detail = captions.detail(node);
      boolean isNew = view == null;
      if (view == null) {
        view = NodeView.of(node, inForce, worlds, form(node.id()));
        nodes.put(node.id(), view);
        (isOpenGroup(node) ? frames : symbols).getChildren().add(view);
        view.setProblems(problems.getOrDefault(node.id(), List.of()));
        view.setSelected(selected.contains(node.id()));
      }
      if (isNew || !view.node().equals(node) || isElsewhere(view, node)) {
        view.show(node, detail);
        view.setAccessibleText(captions.spoken(node, circuit, Double.NaN));
        moved.add(node.id());
        unlabelled.add(node.id());
      }
    }
    for (NodeView view : List.copyOf(nodes.values()))
      if (!present.contains(view.elementId())) forget(view);
  }

  private TreeForm form(ElementId id) {
    return forms.getOrDefault(id, TreeForm.TREE);
  }

  /// Shows a population of neurons with dendrites in another form.
  void setForm(ElementId id, TreeForm form) {
    forms.put(id, form);
    sync(circuit);
  }

  /// Whether an element is a population of neurons with dendrites.
  boolean isDendritic(ElementId id) {
    return circuit
        .find(id, Population.class)
        .flatMap(p -> models.get().including(circuit).neuron(p.model()))
        .flatMap(NeuronModel::cell)
        .isPresent();
  }

  /// The tree of a population of neurons with dendrites, unless it is shown as if it had none.
  Optional<CellModel> cell(Node node) {
    return node instanceof Population p && form(p.id()) != TreeForm.POINT
        ? models
            .get()
            .including(circuit)
            .neuron(p.model())
            .flatMap(NeuronModel::cell)
            .map(Cell::model)
        : Optional.empty();
  }

  private static boolean isOtherKind(Node before, Node after) {
    return before.getClass() != after.getClass() || isOpenGroup(before) != isOpenGroup(after);
  }

  private static boolean isOpenGroup(Node node) {
    return node instanceof Group g && !g.folded();
  }

  /// A gesture may have left the view away from where its element stands.
  private static boolean isElsewhere(NodeView view, Node node) {
    return !isOpenGroup(node)
        && (view.x() != node.position().x() || view.y() != node.position().y());
  }

  private void forget(NodeView view) {
    nodes.remove(view.elementId());
    symbols.getChildren().remove(view);
    frames.getChildren().remove(view);
    unlabelled.remove(view.elementId());
  }

  private void syncLinks(Set<ElementId> moved) {
    Map<LinkKey, Route> wanted =
        Links.of(circuit, folding, nodes.keySet(), models.get().including(circuit));
    linksAt.clear();
    wanted.forEach((key, route) -> {
      for (ElementId end : ends(route))
        linksAt.computeIfAbsent(end, _ -> new ArrayList<>()).add(key);
    });
    for (LinkKey key : List.copyOf(links.keySet()))
      if (!wanted.containsKey(key)) {
        lines.getChildren().remove(links.remove(key));
        Route gone = routes.remove(key);
        if (gone != null) unlabelled.addAll(List.of(gone.from(), gone.to()));
      }
    wanted.forEach((key, route) -> {
      LinkView view = links.get(key);
      boolean isNew = view == null;
      if (view == null) {
        view = new LinkView(key.element(), route.style());
        view.setSelected(selected.contains(key.element()));
        links.put(key, view);
        lines.getChildren().add(view);
      }
      boolean changed = isNew || !route.equals(routes.put(key, route));
      if (isNew) routes.put(key, route);
      if (changed || ends(route).stream().anyMatch(moved::contains)) {
        view.setLineStyle(route.style());
        route(view, route);
        unlabelled.add(route.from());
        unlabelled.add(route.to());
      }
    });
    linksFrom.clear();
    links.forEach(
        (key, view) -> linksFrom.computeIfAbsent(key.from(), _ -> new ArrayList<>()).add(view));
  }

  private void route(LinkView view, Route route) {
    NodeView from = nodes.get(route.from());
    NodeView to = nodes.get(route.to());
    if (from == null) return;
    if (to == null) {
      link(route.to())
          .map(LinkView::curve)
          .ifPresent(c ->
              view.follow(Routing.onto(from.port(), c.xAt(0.5), c.yAt(0.5), route.style().end())));
      return;
    }
    Routing.End end = route.style().end();
    if (from == to) {
      view.follow(Routing.loop(from.port(), route.loop(), freeDirection(from), end));
      return;
    }
    Routing.Port start = from.port(route.fromPort(), true);
    Routing.Port tip = to.port(route.toPort(), false);
    boolean forwards = route.from().compareTo(route.to()) <= 0;
    Curve curve = Routing.between(start, tip, route.lane(), forwards, end);
    // What leaves a world on the far side would pass behind its panel.
    for (NodeView panel : List.of(from, to))
      if (panel instanceof WorldPanel world && curve.crosses(world.box()))
        curve = Routing.around(curve, start, tip, world.box(), end);
    view.follow(curve);
  }

  /// The side of a node where the fewest lines leave or arrive, upwards where all are the same.
  private double freeDirection(NodeView node) {
    double best = Routing.UP;
    double widest = -1;
    for (double candidate : Routing.LOOP_DIRECTIONS) {
      double room = Math.PI;
      for (LinkKey key : linksAt.getOrDefault(node.elementId(), List.of())) {
        Route route = routes.get(key);
        if (route == null || route.from().equals(route.to())) continue;
        NodeView other =
            nodes.get(route.from().equals(node.elementId()) ? route.to() : route.from());
        if (other == null) continue;
        double towards = Math.atan2(other.y() - node.y(), other.x() - node.x());
        room = Math.min(room, Math.abs(Math.IEEEremainder(towards - candidate, 2 * Math.PI)));
      }
      // A little in favour of the directions that come first.
      if (Math.min(room, 1.0) > widest + 0.1) {
        widest = Math.min(room, 1.0);
        best = candidate;
      }
    }
    return best;
  }

  /// The symbols whose moves move a line: its two ends, or those of the projection that it ends at.
  private Set<ElementId> ends(Route route) {
    Set<ElementId> ends = new LinkedHashSet<>(List.of(route.from()));
    circuit
        .find(route.to(), Projection.class)
        .ifPresentOrElse(
            p -> ends.addAll(List.of(folding.shownBy(p.from()), folding.shownBy(p.to()))),
            () -> ends.add(route.to()));
    return ends;
  }

  private void rerouteAt(Collection<ElementId> ids) {
    Set<LinkKey> touched = new LinkedHashSet<>();
    for (ElementId id : ids) touched.addAll(linksAt.getOrDefault(id, List.of()));
    // Looks at projections end on lines that have to lie right before.
    for (boolean atLines : new boolean[] {false, true})
      for (LinkKey key : touched) {
        LinkView view = links.get(key);
        Route route = routes.get(key);
        if (view != null && route != null && atLines != nodes.containsKey(route.to()))
          route(view, route);
      }
  }

  /// Open groups surround their members, inner ones first.
  private void syncFrames() {
    List<GroupView> open = new ArrayList<>();
    for (NodeView view : nodes.values())
      if (view instanceof GroupView g && !g.isFolded()) open.add(g);
    open.sort(java.util.Comparator.comparingInt(g -> -folding.ancestors(g.elementId()).size()));
    for (GroupView g : open) {
      List<Bounds> members = new ArrayList<>();
      for (ElementId id : ((Group) g.node()).members()) {
        NodeView member = nodes.get(id);
        if (member == null) continue;
        members.add(member.fullBox());
        for (LinkView line : linksFrom(id)) if (isLoop(line)) members.add(line.curve().box());
      }
      g.surround(members);
      g.setViewOrder(folding.ancestors(g.elementId()).size() * -1.0);
    }
  }

  private boolean isLoop(LinkView line) {
    return circuit
        .find(line.element(), Projection.class)
        .filter(p -> p.from().equals(p.to()))
        .isPresent();
  }

  /// Shows nodes away from where their elements stand, while they are dragged.
  ///
  /// @param ids with what is inside of groups
  void showMoved(Collection<ElementId> ids, double dx, double dy) {
    for (ElementId id : ids) {
      NodeView view = nodes.get(id);
      if (view == null || isOpenGroup(view.node())) continue;
      view.place(view.node().position().x() + dx, view.node().position().y() + dy);
    }
    rerouteAt(ids);
    syncFrames();
  }

  /// Finds sides for the names that need one; text has been styled, so that it can be measured.
  void placeLabels() {
    if (unlabelled.isEmpty()) return;
    boolean notesGrew = false;
    for (ElementId id : unlabelled)
      if (nodes.get(id) instanceof NoteView note) {
        note.fitToText();
        notesGrew = true;
      }
    if (notesGrew) rerouteAt(unlabelled);
    Set<ElementId> waiting = new LinkedHashSet<>(unlabelled);
    for (ElementId id : unlabelled) {
      waiting.remove(id);
      NodeView view = nodes.get(id);
      if (view == null || !view.hasLabel()) continue;
      List<Bounds> obstacles = new ArrayList<>();
      for (NodeView other : nodes.values()) {
        obstacles.addAll(other.fixtures());
        if (other instanceof NoteView note) obstacles.add(note.box());
        if (other != view && other.hasLabel()) {
          obstacles.add(other.box());
          if (!waiting.contains(other.elementId()))
            obstacles.add(other.labelBox(other.labelSide()));
        }
      }
      Bounds near = surroundings(view);
      List<Curve> curves =
          links.values().stream()
              .map(LinkView::curve)
              .filter(c -> c.box().intersects(near))
              .toList();
      LabelSide side = LabelSide.choose(view::labelBox, obstacles, curves);
      Bounds box = view.labelBox(side);
      view.placeLabel(side, curves.stream().anyMatch(c -> c.crosses(box)));
    }
    unlabelled.clear();
    syncFrames();
  }

  /// Wherever the name of a node may stand.
  private static Bounds surroundings(NodeView view) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (LabelSide side : LabelSide.PREFERRED) {
      Bounds box = view.labelBox(side);
      left = Math.min(left, box.getMinX());
      top = Math.min(top, box.getMinY());
      right = Math.max(right, box.getMaxX());
      bottom = Math.max(bottom, box.getMaxY());
    }
    return new BoundingBox(left, top, right - left, bottom - top);
  }

  boolean needsLabels() {
    return !unlabelled.isEmpty();
  }

  void setSelected(Set<ElementId> ids) {
    for (NodeView view : nodes.values()) {
      boolean now = ids.contains(view.elementId());
      if (now != selected.contains(view.elementId())) view.setSelected(now);
    }
    for (LinkView view : links.values()) {
      boolean now = ids.contains(view.element());
      if (now != selected.contains(view.element())) view.setSelected(now);
    }
    selected = Set.copyOf(ids);
  }

  void setProblems(List<Problem> all) {
    Map<ElementId, List<Problem>> byElement = new HashMap<>();
    for (Problem p : all)
      p.place()
          .element()
          .ifPresent(id -> byElement.computeIfAbsent(home(id), _ -> new ArrayList<>()).add(p));
    for (NodeView view : nodes.values()) {
      List<Problem> now = byElement.getOrDefault(view.elementId(), List.of());
      if (!now.equals(problems.getOrDefault(view.elementId(), List.of()))) view.setProblems(now);
    }
    problems = byElement;
  }

  /// Where an element's badge goes: a line's to its target, or to its source where the target is gone.
  private ElementId home(ElementId id) {
    ElementId node =
        switch (circuit.find(id).orElse(null)) {
          case Projection p -> p.to();
          case Link l -> circuit.contains(l.to()) ? home(l.to()) : l.from();
          case null, default -> id;
        };
    return folding.shownBy(node);
  }

  Circuit circuit() {
    return circuit;
  }

  Folding folding() {
    return folding;
  }

  Captions captions() {
    return captions;
  }

  Collection<NodeView> nodes() {
    return nodes.values();
  }

  Collection<LinkView> links() {
    return links.values();
  }

  Optional<NodeView> node(ElementId id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /// The lines of the projections that start at a population or stimulus.
  List<LinkView> linksFrom(ElementId source) {
    return linksFrom.getOrDefault(source, List.of());
  }

  /// The line that shows a projection.
  Optional<LinkView> link(ElementId projection) {
    return links.values().stream().filter(l -> l.element().equals(projection)).findFirst();
  }

  /// What of it lies where.
  LayerGeometry geometry() {
    return geometry;
  }

  /// The element that a view's id names.
  Optional<Element> element(ElementId id) {
    return circuit.find(id);
  }
}
