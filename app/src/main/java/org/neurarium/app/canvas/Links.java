package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.model.ModelCatalogue;

/// Works out which lines a circuit shows: its projections, its links, what worlds show and the looks of its probes, attached to what is seen of their ends, with
/// a lane each among those between the same two symbols.
final class Links {

  private static final LineStyle AIM = new LineStyle(Routing.End.NONE, 1.5, "probe");
  private static final LineStyle SHOWING =
      new LineStyle(Routing.End.CHEVRON, 1.5, "world", LineStyle.Stroke.SHOWING);

  /// What a line is known by: a projection or link, a stimulus and what shows in it, or a probe and what it looks at.
  record LinkKey(ElementId element, ElementId from, ElementId to) {}

  /// A line as it should be.
  ///
  /// @param from the symbol at which it starts: an element's own, or that of a folded group around it
  /// @param to the symbol at which it ends, or the projection in whose middle a look at weights ends
  /// @param lane see [Routing#lane]
  /// @param loop which of the loops of a symbol it is, if it is one
  /// @param fromPort of the world at which it starts; empty anywhere else
  /// @param toPort of the world at which it ends
  record Route(
      ElementId from,
      ElementId to,
      double lane,
      int loop,
      LineStyle style,
      String fromPort,
      String toPort) {}

  /// Two symbols, whichever way a line goes.
  private record Pair(ElementId first, ElementId second) {
    static Pair of(ElementId a, ElementId b) {
      return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  /// A line on its way to a lane.
  private record Ends(
      LinkKey key, ElementId from, ElementId to, LineStyle style, String fromPort, String toPort) {}

  private final Folding folding;
  private final Set<ElementId> shown;
  private final Map<Pair, List<Ends>> bundles = new LinkedHashMap<>();

  private Links(Folding folding, Set<ElementId> shown) {
    this.folding = folding;
    this.shown = shown;
  }

  /// The lines of a circuit.
  ///
  /// @param shown the nodes that have a symbol
  static Map<LinkKey, Route> of(
      Circuit circuit, Folding folding, Set<ElementId> shown, ModelCatalogue models) {
    Links links = new Links(folding, shown);
    for (Projection p : circuit.projections())
      links.add(p.id(), p.from(), p.to(), () -> LineStyle.of(p, circuit, models), "", "");
    for (Link l : circuit.links())
      if (circuit.find(l.to()).orElse(null) instanceof Node)
        links.add(
            l.id(),
            l.from(),
            l.to(),
            () -> LineStyle.of(l, circuit),
            fromPort(l.role()),
            toPort(l.role()));
    for (Stimulus s : circuit.stimuli())
      if (s.signal() instanceof Signal.Observation o)
        links.add(s.id(), o.world(), s.id(), () -> SHOWING, o.port(), "");
    for (Probe probe : circuit.probes())
      for (ElementId target : probe.targets())
        if (circuit.find(target).orElse(null) instanceof Node)
          links.add(probe.id(), probe.id(), target, () -> AIM, "", "");
    Map<LinkKey, Route> routes = links.routes();
    Set<ElementId> lines = new HashSet<>();
    for (LinkKey key : routes.keySet()) lines.add(key.element());
    for (Link l : circuit.links()) {
      ElementId start = folding.shownBy(l.from());
      if (circuit.find(l.to()).orElse(null) instanceof Projection
          && lines.contains(l.to())
          && shown.contains(start))
        routes.put(
            new LinkKey(l.id(), l.from(), l.to()),
            new Route(start, l.to(), 0, 0, LineStyle.of(l, circuit), "", ""));
    }
    for (Probe probe : circuit.probes()) {
      ElementId start = folding.shownBy(probe.id());
      for (ElementId target : probe.targets())
        if (circuit.find(target).orElse(null) instanceof Projection
            && lines.contains(target)
            && shown.contains(start))
          routes.put(
              new LinkKey(probe.id(), probe.id(), target),
              new Route(start, target, 0, 0, AIM, "", ""));
    }
    return routes;
  }

  private static String fromPort(Link.Role role) {
    return switch (role) {
      case Link.Reward r -> r.port();
      case Link.PredictionError _ -> "reward";
      case Link.Release _, Link.Modulate _, Link.Act _ -> "";
    };
  }

  private static String toPort(Link.Role role) {
    return role instanceof Link.Act act ? act.port() : "";
  }

  private void add(
      ElementId element,
      ElementId from,
      ElementId to,
      Supplier<LineStyle> style,
      String fromPort,
      String toPort) {
    ElementId start = folding.shownBy(from);
    ElementId end = folding.shownBy(to);
    boolean insideOfAFoldedGroup = start.equals(end) && !from.equals(start);
    if (insideOfAFoldedGroup || !shown.contains(start) || !shown.contains(end)) return;
    bundles
        .computeIfAbsent(Pair.of(start, end), _ -> new ArrayList<>())
        .add(new Ends(new LinkKey(element, from, to), start, end, style.get(), fromPort, toPort));
  }

  private Map<LinkKey, Route> routes() {
    Map<LinkKey, Route> routes = new LinkedHashMap<>();
    for (List<Ends> bundle : bundles.values())
      for (int i = 0; i < bundle.size(); i++) {
        Ends e = bundle.get(i);
        routes.put(
            e.key(),
            new Route(
                e.from(),
                e.to(),
                Routing.lane(i, bundle.size()),
                i,
                e.style(),
                e.fromPort(),
                e.toPort()));
      }
    return routes;
  }
}
